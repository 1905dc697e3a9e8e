/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is sent to a responder about one certificate: a CertID under one hash or the other, by GET
 * or POST, perhaps with a nonce.
 */
#ifndef OCSPKIT_FETCH_REQUEST_H
#define OCSPKIT_FETCH_REQUEST_H

#include "fetch-exchange.h"
#include "fetch-settings.h"
#include "judge.h"

#define FETCH_URL_GET_MAX 255 /* RFC 5019 5: a longer one is for POST */

struct fetch_request_settings {
    int method;      /* enum fetch_method */
    int certid_hash; /* enum fetch_hash */
    bool lightweight;
    size_t nonce_len; /* 0: none */
};

/* The hashes to ask with, in order: *count of them. */
const enum digest *fetch_request_hashes(const struct fetch_request_settings *settings,
                                        size_t *count);

/* Whether an answer is a reason to ask with another hash. */
bool fetch_request_wants_other_hash(const struct judgement *judgement);

/* A request that is built, and what it was built of. */
struct fetch_request {
    struct buffer der;
    uint8_t nonce[128];
    size_t nonce_len;
};
void fetch_request_free(struct fetch_request *request);

/* Begins an exchange with the responder. Errors: those of ocsp_request_build() and random_fill().
 */
bool fetch_request_begin(struct fetch_request *request, struct exchange *x, struct slice url,
                         const struct cert *cert, const struct cert *issuer, enum digest hash,
                         const struct fetch_request_settings *settings, struct error *e) MUST_USE;

#endif
