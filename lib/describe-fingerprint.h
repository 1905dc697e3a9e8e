/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of fingerprint. In text a line a hash, as OpenSSL 3 writes it, then the source and,
 * where one was asked for, the verdict:
 *
 *     sha256 Fingerprint=17:93:92:...  ca.pem#2  matches
 */
#ifndef OCSPKIT_DESCRIBE_FINGERPRINT_H
#define OCSPKIT_DESCRIBE_FINGERPRINT_H

#include "fingerprint.h"
#include "report.h"

struct fingerprint_view {
    const char *kind;     /* "certificate", "ocspRequest", ... */
    struct slice subject; /* a certificate's whole Name; SLICE_NONE: it has none */
    struct slice source;  /* for text; see describe_source() */
    size_t index;
    const struct fingerprint_set *set;
    const struct fingerprint_match *match; /* null: nothing was asked for */
};

/* The body of the record; `scratch` is overwritten. */
void describe_fingerprints(struct report *r, const struct fingerprint_view *view,
                           struct buffer *scratch);

#endif
