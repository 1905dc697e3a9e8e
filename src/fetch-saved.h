/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers that were saved (--response): OCSP responses and CRLs in files, or in a directory that
 * --save has filled. They are judged instead of asking.
 */
#ifndef OCSPKIT_FETCH_SAVED_H
#define OCSPKIT_FETCH_SAVED_H

#include "fetch-evidence.h"
#include "fetch-settings.h"
#include "issuers.h"
#include "kept-crl.h"
#include "source.h"

struct saved_answer {
    struct buffer name;  /* of the file */
    struct buffer der;   /* of whatever is in it */
    struct buffer nonce; /* that was sent; empty: none */
    struct slice cert;   /* whose answer it is, as --save has named it; SLICE_NONE: not known */
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

/*
 * Adds those to the evidence that are about the certificate, or say nothing of what they are about;
 * where there is none, all of them, as far as there is room. Those that --save left for another
 * certificate are passed over unread. Of --get=ocsp and --get=crl each takes its own kind alone.
 */
void fetch_saved_judge(struct fetch_saved *saved, enum fetch_get get,
                       const struct judge_question *question, const struct judge_policy *policy,
                       struct signers *signers, struct fetch_evidence *evidence);

#endif
