/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers that were saved (--response): OCSP responses and CRLs in files, or in a directory that
 * --save has filled. They are judged instead of asking.
 */
#ifndef OCSPKIT_FETCH_SAVED_H
#define OCSPKIT_FETCH_SAVED_H

#include "issuers.h"
#include "kept-crl.h"
#include "source.h"

struct saved_answer {
    struct buffer name;  /* of the file */
    struct buffer der;   /* of whatever is in it */
    struct buffer nonce; /* that was sent; empty: none */
    bool is_crl;
    struct kept_crl crl; /* where it is: `der` */
};

struct fetch_saved {
    struct saved_answer *answers;
    size_t count;

    /* private */
    size_t size;
};

void fetch_saved_free(struct fetch_saved *saved);

/*
 * A file, or the files of a directory. An answer may be malformed: that is for the judge. Of a
 * directory the certificates go to `issuers`. Errors: ERROR_SYSTEM, ERROR_MEMORY, ERROR_LIMIT.
 */
bool fetch_saved_load(struct fetch_saved *saved, const char *path, struct issuers *issuers,
                      struct error *e) MUST_USE;

#endif
