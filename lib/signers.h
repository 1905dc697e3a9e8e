/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The keys of signers, and which certificates a key has been found to verify: a run of many answers
 * has few of them, and each is loaded and verified once. Times, purposes and strengths are no part
 * of what is kept; they are looked at each time.
 *
 * Of fixed size: where two fall into one place, the older one goes. Nothing is told apart by less
 * than a SHA-256.
 */
#ifndef OCSPKIT_SIGNERS_H
#define OCSPKIT_SIGNERS_H

#include "cert.h"
#include "signature.h"

#define SIGNERS_PLACES      256
#define SIGNERS_DIGEST_SIZE 32

struct signers_key {
    uint8_t digest[SIGNERS_DIGEST_SIZE]; /* of the SubjectPublicKeyInfo */
    struct signature_key *key;           /* null: the place is free */
};

struct signers_pair {
    bool is_set;
    uint8_t key_digest[SIGNERS_DIGEST_SIZE];
    uint8_t
        cert_digest[SIGNERS_DIGEST_SIZE]; /* of the whole certificate, which that key verifies */
};

struct signers {
    struct signers_key keys[SIGNERS_PLACES];
    struct signers_pair pairs[SIGNERS_PLACES];
};

/* Nothing is kept yet; to be freed with signers_free(). */
void signers_init(struct signers *signers);
void signers_free(struct signers *signers);

/* signature_verify(), with the key kept. A null `signers` keeps nothing. */
enum signature_result signers_verify(struct signers *signers, struct slice subject_public_key_info,
                                     const struct algorithm *signature_algorithm,
                                     struct slice signed_bytes, struct slice signature) MUST_USE;

/* Whether the key verifies the certificate's signature; where it does, the pair is kept. */
enum signature_result signers_verify_cert(struct signers *signers,
                                          struct slice subject_public_key_info,
                                          const struct cert *cert) MUST_USE;

#endif
