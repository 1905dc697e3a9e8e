/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of fingerprint. In text a line a hash, as OpenSSL 3 writes it, then the source and,
 * where one was asked for, the verdict:
 *
 *     sha256 Fingerprint=17:93:92:...  ca.pem#2  matches
 *     sha256 Fingerprint=17:93:92:...  ca.pem#2  published  certdata.txt:1201  COMODO ECC ...
 */
#ifndef OCSPKIT_DESCRIBE_FINGERPRINT_H
#define OCSPKIT_DESCRIBE_FINGERPRINT_H

#include "fingerprint.h"
#include "published-set.h"
#include "report.h"

struct fingerprint_view {
    const char *kind;     /* "certificate", "ocspRequest", ... */
    struct slice subject; /* a certificate's whole Name; SLICE_NONE: it has none */
    struct slice source;  /* for text; see describe_source() */
    size_t index;
    const struct fingerprint_set *set;
    unsigned shown;                        /* which of its hashes are */
    const struct fingerprint_match *match; /* null: no value was given */
    bool looked_up;                        /* in published lists */
    const struct published_entry *entry;   /* what they have; null: nothing */
};

/* Whether it is what was asked for: all that it was held against has it. */
bool fingerprint_view_matches(const struct fingerprint_view *view);

/* The body of the record; `scratch` is overwritten. */
void describe_fingerprints(struct report *r, const struct fingerprint_view *view,
                           struct buffer *scratch);

#endif
