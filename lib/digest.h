/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hashes of bytes in memory. MD5 and SHA-1 are here to be shown and compared, and the judge refuses
 * them.
 */
#ifndef OCSPKIT_DIGEST_H
#define OCSPKIT_DIGEST_H

#include "compiler.h"
#include "slice.h"

enum digest {
    DIGEST_MD5,
    DIGEST_SHA1,
    DIGEST_SHA224,
    DIGEST_SHA256,
    DIGEST_SHA384,
    DIGEST_SHA512,
    DIGEST_COUNT,
};

#define DIGEST_MAX 64 /* octets of the longest */

/* How many octets the hash has. */
size_t digest_size(enum digest d);

/* "md5", "sha1", "sha224", "sha256", "sha384", "sha512" */
const char *digest_name(enum digest d);

/* The hash of that name in any case, also with a dash: "sha256", "SHA-256". False: none. */
bool digest_by_name(struct slice name, enum digest *d) MUST_USE;

/* The hash of that many octets; no two have the same. False: none. */
bool digest_by_size(size_t octets, enum digest *d) MUST_USE;

/* MD5 and SHA-1: two different inputs with the same one can be made (RFC 6151, RFC 6194). */
static inline bool digest_is_weak(enum digest d)
{
    return d == DIGEST_MD5 || d == DIGEST_SHA1;
}

/* Writes the first digest_size(d) octets of `out`. */
void digest_compute(enum digest d, struct slice in, uint8_t out[DIGEST_MAX]);

#endif
