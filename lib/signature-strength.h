/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a signature of that algorithm by that key could be made by somebody else: SHA-256 or
 * better; RSA with 2048 bits or more, EC with 256 or more, EdDSA. SHA-1 where it is allowed, MD5,
 * SHA-224 and DSA never. What is not known is not strong.
 */
#ifndef OCSPKIT_SIGNATURE_STRENGTH_H
#define OCSPKIT_SIGNATURE_STRENGTH_H

#include "algorithm.h"
#include "public-key.h"

enum strength {
    STRENGTH_UNKNOWN = 0, /* the algorithm is none that is known */
    STRENGTH_HASH_WEAK,
    STRENGTH_KEY_WEAK, /* too few bits, or a kind of key that is not listed */
    STRENGTH_ENOUGH,
};

#define STRENGTH_RSA_BITS 2048
#define STRENGTH_EC_BITS  256

enum strength signature_strength(const struct algorithm *signature_algorithm,
                                 const struct subject_public_key_info *signer, bool allow_sha1);

#endif
