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

#include "ec-parameters.h"
#include "key-algorithm.h"

struct subject_public_key_info {
    struct slice element; /* all of it, which a key pin hashes */
    struct algorithm algorithm;
    struct slice subject_public_key; /* what is in the BIT STRING, which an issuerKeyHash hashes */
};

bool subject_public_key_info_parse(struct der *d, struct subject_public_key_info *info,
                                   struct error *e) MUST_USE;

/* One whole SubjectPublicKeyInfo, nothing behind it. */
bool public_key_parse(struct slice der, struct subject_public_key_info *info,
                      departure_set *departures, struct error *e) MUST_USE;

/* The same of the RSAPublicKey that it would hold, which stands alone (RFC 8017 A.1.1); `element`
 * is SLICE_NONE. */
bool public_key_parse_rsa(struct slice der, struct subject_public_key_info *info,
                          departure_set *departures, struct error *e) MUST_USE;

struct public_key {
    enum key_kind kind;
    unsigned bits;           /* 0 where unknown */
    struct slice curve;      /* EC: the OID's contents octets */
    struct ec_parameters ec; /* EC with its curve in numbers */
    struct slice modulus;    /* RSA: an INTEGER's contents octets, as those below */
    struct slice exponent;   /* RSA */
    struct dss_parms parms;  /* DSA, DH; null where the parameters are the issuer's */
    struct slice y;          /* DSA, DH */
};

/* What is known of the key; one that is malformed is KEY_OTHER. */
void public_key_look(const struct subject_public_key_info *info, struct public_key *key);

#endif
