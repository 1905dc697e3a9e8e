/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PrivateKeyInfo ::= SEQUENCE {                               -- RFC 5208 5, RFC 5958 2
 *     version              INTEGER { v1(0), v2(1) },
 *     privateKeyAlgorithm  AlgorithmIdentifier,
 *     privateKey           OCTET STRING,
 *     attributes           [0] IMPLICIT Attributes OPTIONAL,
 *     publicKey            [1] IMPLICIT BIT STRING OPTIONAL } -- v2
 * RSAPrivateKey ::= SEQUENCE {                                -- RFC 8017 A.1.2
 *     version, modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2,
 *     coefficient INTEGER, otherPrimeInfos SEQUENCE OF OtherPrimeInfo OPTIONAL }
 * ECPrivateKey ::= SEQUENCE {                                 -- RFC 5915 3
 *     version     INTEGER { ecPrivkeyVer1(1) },
 *     privateKey  OCTET STRING,
 *     parameters  [0] EXPLICIT ECParameters OPTIONAL,
 *     publicKey   [1] EXPLICIT BIT STRING OPTIONAL }
 * DSAPrivateKey ::= SEQUENCE { version, p, q, g, y, x INTEGER } -- OpenSSL's
 * EncryptedPrivateKeyInfo ::= SEQUENCE {                      -- RFC 5208 6
 *     encryptionAlgorithm  AlgorithmIdentifier,
 *     encryptedData        OCTET STRING }
 *
 * A private key is checked to its last byte, and all that is told of it is what kind it is and how
 * large: the view holds no part of the secret, and no error shows a byte of it.
 */
#ifndef OCSPKIT_PRIVATE_KEY_H
#define OCSPKIT_PRIVATE_KEY_H

#include "key-algorithm.h"
#include "object.h"

struct private_key {
    bool is_encrypted;
    enum key_kind kind;
    struct slice algorithm;            /* the OID's contents octets; SLICE_NONE where encrypted */
    struct slice curve;                /* EC: the OID's contents octets, where it has a name */
    unsigned bits;                     /* 0 where unknown */
    unsigned primes;                   /* RSA: 2 or more */
    struct slice encryption_algorithm; /* where encrypted, as `algorithm` */
    departure_set departures;
};

/*
 * One whole private key of that kind (OBJECT_PRIVATE_KEY and the like), nothing behind it. Errors:
 * ERROR_DER with path and byte, ERROR_LIMIT.
 */
bool private_key_parse(enum object_kind kind, struct slice der, struct private_key *key,
                       struct error *e) MUST_USE;

/* What is known of a traditional key that is encrypted in its PEM: what the label says. */
void private_key_look_at_label(struct slice label, struct private_key *key);

#endif
