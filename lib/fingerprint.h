/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fingerprints as people write them, and the hashes of one object to hold against them. A
 * fingerprint is the hash of the whole DER; a key pin is the SHA-256 of the SubjectPublicKeyInfo.
 *
 * Does not look at what it hashes: that it is one whole object is the caller's to know.
 */
#ifndef OCSPKIT_FINGERPRINT_H
#define OCSPKIT_FINGERPRINT_H

#include "digest.h"
#include "error.h"
#include "slice.h"

struct fingerprint {
    bool is_key_pin; /* then of SHA-256 */
    enum digest digest;
    uint8_t octets[DIGEST_MAX]; /* the first digest_size(digest) */
};

/*
 * What a user types: hex of any case, blanks, colons or dashes between the bytes, "0x" in front, a
 * label in front of that ("SHA1 Fingerprint=", "sha256:", "SHA-256 Fingerprint: "). The length
 * tells the hash, and a label that names one has to agree. "sha256//BASE64" is a key pin. False:
 * ERROR_USAGE, which says what was found.
 */
bool fingerprint_parse(struct slice text, struct fingerprint *fingerprint,
                       struct error *e) MUST_USE;

/* "sha1,SHA-256": a mask of 1 << enum digest. False: ERROR_USAGE, an unknown or empty name. */
bool fingerprint_parse_hashes(struct slice names, unsigned *digests, struct error *e) MUST_USE;

/* The hashes of one object. */
struct fingerprint_set {
    unsigned digests; /* which there are: a mask of 1 << enum digest */
    uint8_t octets[DIGEST_COUNT][DIGEST_MAX];
    bool has_key_pin;
    uint8_t key_pin[DIGEST_MAX]; /* SHA-256 */
};

/* Computes the hashes in `digests`; the key pin only where `spki` is not SLICE_NONE. */
void fingerprint_compute(struct fingerprint_set *set, unsigned digests, struct slice der,
                         struct slice spki);

/* One of them, which has to be there. */
struct fingerprint fingerprint_of(const struct fingerprint_set *set, enum digest d);

/* What came of holding them against known values. */
struct fingerprint_match {
    unsigned compared; /* mask of 1 << enum digest: hashes that a value was given for */
    unsigned equal;    /* those of them where one value is equal */
    bool key_pin_compared;
    bool key_pin_equal;
};

/* For every hash, and for the key pin, that was compared one value is equal. */
bool fingerprint_matches(const struct fingerprint_match *match);

/* It matches, but on nothing that is stronger than SHA-1 (RFC 6151, RFC 6194). */
bool fingerprint_is_weak(const struct fingerprint_match *match);

#endif
