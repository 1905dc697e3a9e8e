/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AlgorithmIdentifier ::= SEQUENCE {            -- RFC 5280 4.1.1.2
 *     algorithm   OBJECT IDENTIFIER,
 *     parameters  ANY DEFINED BY algorithm OPTIONAL }
 */
#ifndef OCSPKIT_ALGORITHM_H
#define OCSPKIT_ALGORITHM_H

#include "der.h"

struct algorithm {
    struct slice algorithm;  /* the OID's contents octets */
    struct slice parameters; /* the whole element; SLICE_NONE where absent */
};

/* Any algorithm; parameters are one element of any type (der-value.h). */
bool algorithm_parse(struct der *d, struct algorithm *algorithm, struct error *e) MUST_USE;

/* A signature's: NULL parameters missing with RSA, present with (EC)DSA or EdDSA are departures. */
bool algorithm_parse_signature(struct der *d, struct algorithm *algorithm,
                               struct error *e) MUST_USE;

/* The same OID and the same parameters; absent ones and NULL are the same. */
bool algorithm_equal(const struct algorithm *a, const struct algorithm *b);

#endif
