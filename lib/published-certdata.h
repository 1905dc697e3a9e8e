/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mozilla's certdata.txt, the source of NSS's built-in roots: objects of attributes, a line each,
 * "CKA_LABEL UTF8 "..."", or with octal octets on the lines below, up to END.
 *
 * A certificate object gives the SHA-256 of its CKA_VALUE. A trust object belongs to the
 * certificate before it whose SHA-1 is its CKA_CERT_SHA1_HASH, and tells what that is trusted for;
 * where there is none, its hash is an entry of its own. What is trusted is not judged, nor
 * are the certificates looked into.
 */
#ifndef OCSPKIT_PUBLISHED_CERTDATA_H
#define OCSPKIT_PUBLISHED_CERTDATA_H

#include "published-set.h"

struct published_certdata {
    struct published_set *set;
    size_t line; /* from 1 */

    /* The object at hand. */
    size_t object_line; /* where its CKA_CLASS stands; 0: there is no object */
    int class;          /* private: what it is */
    bool has_value;
    bool has_hash[DIGEST_COUNT]; /* of a trust object: MD5 and SHA-1 */
    struct fingerprint hashes[DIGEST_COUNT];
    struct buffer value;                        /* its CKA_VALUE */
    struct buffer texts[PUBLISHED_ABOUT_COUNT]; /* what it tells */

    /* The attribute at hand whose octets stand in lines of their own. */
    int octal;         /* private: which one; 0: none */
    size_t octal_line; /* where it begins */
    struct buffer octets;

    struct fingerprint_table certificates; /* of this list, by SHA-1: which entry each is */
};

/* Whether a line belongs to such a list: BEGINDATA, or an object's CKA_CLASS. */
bool published_certdata_is_line(struct slice line);

void published_certdata_begin(struct published_certdata *c, struct published_set *set);
void published_certdata_free(struct published_certdata *c);

/* The next line. Errors: ERROR_CONTENT, ERROR_LIMIT; c->line is where. */
bool published_certdata_read(struct published_certdata *c, struct slice line,
                             struct error *e) MUST_USE;

/* Nothing follows: what was read becomes entries. Errors: the same. */
bool published_certdata_end(struct published_certdata *c, struct error *e) MUST_USE;

#endif
