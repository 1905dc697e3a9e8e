/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SubjectPublicKeyInfo ::= SEQUENCE {                         -- RFC 5280 4.1.2.7
 *     algorithm         AlgorithmIdentifier,
 *     subjectPublicKey  BIT STRING }
 *
 * Read without a look at the key itself; public_key_look() then tells what is known of it. No key
 * is checked to be a good one: no point to be on its curve, no modulus to be a product of two
 * primes.
 */
#ifndef OCSPKIT_PUBLIC_KEY_H
#define OCSPKIT_PUBLIC_KEY_H

#include "algorithm.h"

struct subject_public_key_info {
    struct slice element; /* all of it, which a key pin hashes */
    struct algorithm algorithm;
    struct slice subject_public_key; /* what is in the BIT STRING, which an issuerKeyHash hashes */
};

bool subject_public_key_info_parse(struct der *d, struct subject_public_key_info *info,
                                   struct error *e) MUST_USE;

enum public_key_kind {
    PUBLIC_KEY_OTHER,   /* an algorithm or parameters that are not known here, or a key that is
                           malformed */
    PUBLIC_KEY_RSA,     /* RFC 8017 A.1.1 */
    PUBLIC_KEY_DSA,     /* RFC 3279 2.3.2 */
    PUBLIC_KEY_EC,      /* RFC 5480 2, a named curve */
    PUBLIC_KEY_EDWARDS, /* RFC 8410 3: X25519, X448, Ed25519, Ed448 */
};

struct public_key {
    enum public_key_kind kind;
    unsigned bits;         /* of the modulus, prime or field; 0 where unknown */
    struct slice curve;    /* EC: the OID's contents octets */
    struct slice modulus;  /* RSA: an INTEGER's contents octets, as those below */
    struct slice exponent; /* RSA */
    struct slice p, q, g;  /* DSA; null where the parameters are the issuer's */
    struct slice y;        /* DSA */
};

/* What is known of the key; a key that is malformed is PUBLIC_KEY_OTHER. */
void public_key_look(const struct subject_public_key_info *info, struct public_key *key);

#endif
