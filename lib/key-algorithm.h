/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The algorithms that keys are of, public and private, and how many bits a key has: those of the
 * modulus (RSA), of the prime (DSA, DH), of the order of the curve (EC), of the encoding (RFC
 * 8410).
 */
#ifndef OCSPKIT_KEY_ALGORITHM_H
#define OCSPKIT_KEY_ALGORITHM_H

#include "algorithm.h"

enum key_kind {
    KEY_OTHER,       /* an algorithm or parameters that are not known here */
    KEY_RSA,         /* RFC 8017 A.1 */
    KEY_RSA_PSS,     /* RFC 4055 1.2 */
    KEY_DSA,         /* RFC 3279 2.3.2 */
    KEY_DH,          /* RFC 3279 2.3.3, and PKCS #3 */
    KEY_EC,          /* RFC 5480 2 */
    KEY_EC_EXPLICIT, /* the same, its curve in numbers (ec-parameters.h) */
    KEY_EDWARDS,     /* RFC 8410 3: X25519, X448, Ed25519, Ed448 */
};

/* By the contents octets of its OID. */
enum key_kind key_kind_find(struct slice oid);

/* By the contents octets of the curve's OID; 0 where it is not known. */
unsigned key_curve_bits(struct slice curve);

/* Of an algorithm that is KEY_EDWARDS. */
unsigned key_edwards_bits(struct slice oid);

/* Of an INTEGER's contents octets; 0 where it is not positive. */
unsigned key_integer_bits(struct slice octets);

/*
 * ECParameters ::= CHOICE { namedCurve OBJECT IDENTIFIER, ... } (RFC 5480 2.1.1): the curve's
 * contents octets, SLICE_NONE where it has no name. `element` is the whole element.
 */
struct slice key_named_curve(struct slice element);

/* Dss-Parms ::= SEQUENCE { p INTEGER, q INTEGER, g INTEGER } (RFC 3279 2.3.2), as the whole
 * element. */
struct dss_parms {
    struct slice p, q, g; /* contents octets */
};

bool dss_parms_parse(struct slice element, struct dss_parms *parms, struct error *e) MUST_USE;

/*
 * DomainParameters ::= SEQUENCE {                             -- RFC 3279 2.3.3
 *     p INTEGER, g INTEGER, q INTEGER, j INTEGER OPTIONAL, validationParms SEQUENCE OPTIONAL }
 * DHParameter ::= SEQUENCE {                                  -- PKCS #3 9
 *     prime INTEGER, base INTEGER, privateValueLength INTEGER OPTIONAL }
 *
 * The parameters of an algorithm that is KEY_DH; `q` is SLICE_NONE for those of PKCS #3.
 */
bool dh_parms_parse(const struct algorithm *algorithm, struct dss_parms *parms,
                    struct error *e) MUST_USE;

#endif
