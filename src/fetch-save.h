/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What --save leaves in a directory, so that a verdict can be shown to somebody else: for each
 * certificate the certificate and its issuer, each answer as it came, and the request that it came
 * to. fetch-saved.h reads them again.
 *
 *     C.crt                 the certificate; C is the start of its SHA-256
 *     C-issuer.crt          its issuer
 *     C-N-request.der       what a responder was asked
 *     C-N-response.der      what it answered, well-formed or not
 *     X.crl                 a CRL, once however many certificates are about it
 *     manifest.tsv          a line a file: its name, what it is, the URL, what it came to and why,
 *                           the moment at which it was judged, the input
 */
#ifndef OCSPKIT_FETCH_SAVE_H
#define OCSPKIT_FETCH_SAVE_H

#include "fetch-task.h"

struct fetch_save {
    const char *directory;
    struct buffer manifest;
    struct buffer scratch;
};

#define FETCH_SAVE_INIT                                                                            \
    {                                                                                              \
        .manifest = BUFFER_INIT(LIMIT_OUTPUT), .scratch = BUFFER_INIT(64 * KIB)                    \
    }
void fetch_save_free(struct fetch_save *save);

/* Makes the directory, unless it is there; a null one: nothing is saved. Errors: ERROR_SYSTEM. */
bool fetch_save_open(struct fetch_save *save, const char *directory, struct error *e) MUST_USE;

/* Writes what a task that is done was judged from. Errors: ERROR_SYSTEM, ERROR_MEMORY. */
bool fetch_save_task(struct fetch_save *save, const struct fetch_task *task, struct slice source,
                     int64_t at, struct error *e) MUST_USE;

/* Writes the manifest of all of them. */
bool fetch_save_close(struct fetch_save *save, struct error *e) MUST_USE;

#endif
