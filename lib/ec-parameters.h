/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The curve of an elliptic curve key in numbers. RFC 5480 2.1.1 wants its name instead; whoever
 * takes the numbers and does not look at the generator takes a forged key for another's (CVE-2020-
 * 0601).
 *
 * ECParameters ::= SEQUENCE {                                 -- RFC 3279 2.3.5
 *     version   INTEGER { ecpVer1(1) },
 *     fieldID   SEQUENCE { fieldType OBJECT IDENTIFIER, parameters ANY DEFINED BY fieldType },
 *     curve     SEQUENCE { a OCTET STRING, b OCTET STRING, seed BIT STRING OPTIONAL },
 *     base      OCTET STRING,
 *     order     INTEGER,
 *     cofactor  INTEGER OPTIONAL }
 *
 * Only those over a prime field are read. Nothing is checked to be a curve, or a point on it.
 */
#ifndef OCSPKIT_EC_PARAMETERS_H
#define OCSPKIT_EC_PARAMETERS_H

#include "der.h"

struct ec_parameters {
    struct slice prime; /* an INTEGER's contents octets, positive; so is `order` */
    struct slice a, b;  /* the octets of a number, at least one */
    struct slice seed;  /* SLICE_NONE where absent */
    struct slice base;  /* the generator, at least one octet */
    struct slice order;
    struct slice cofactor; /* an INTEGER's contents octets; SLICE_NONE where absent */
};

/* `element` is the whole element. */
bool ec_parameters_parse(struct slice element, struct ec_parameters *parameters,
                         struct error *e) MUST_USE;

/*
 * The curve that has the same prime, a, b and order: its OID's contents octets, and whether the
 * generator is the same too. SLICE_NONE where there is none, or where the generator is not
 * uncompressed.
 */
struct slice ec_parameters_find_curve(const struct ec_parameters *parameters, bool *same_base);

#endif
