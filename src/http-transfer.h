/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One exchange by libcurl: a request, its redirections, the answer or why there is none. All rules
 * about what may be asked, and of whom, are enforced here:
 *
 * - http and https alone; no credentials, cookies, netrc; no content coding asked for;
 * - with --public-only each address is looked at when it is connected to, after its name was
 *   resolved, and once more when the connection is used, as it may be an older one;
 * - redirections are followed one by one, LIMIT_REDIRECTS at most, each target being a URL that
 *   could be asked by itself. They come from the network, unsigned, so they may not lead to a
 *   link-local address, nor from a public address to one that is not; the time-out is that of all
 *   together. A POST stays one unless the status is 303. To another origin only the fields Accept
 *   and Content-Type go along;
 * - what a proxy connects to cannot be seen: with one, only addresses in URLs are looked at.
 */
#ifndef OCSPKIT_HTTP_TRANSFER_H
#define OCSPKIT_HTTP_TRANSFER_H

#include "address-range.h"
#include "http-frame.h"
#include "http-proxy.h"
#include "http-response.h"
#include "http-url.h"

#include <curl/curl.h>

/* What holds for all of a run. */
struct http_policy {
    struct http_proxies proxies;
    bool ipv4_only;
    bool ipv6_only;
    bool public_only;
    const char *ca_file; /* null: the library's own */
    const char *ca_directory;
};

struct http_transfer {
    CURL *easy;
    const struct http_policy *policy;
    struct curl_slist *fields;
    struct http_response response;

    const struct http_request *request;
    struct http_url url; /* asked now; `text` holds it */
    char text[LIMIT_URL + 1];
    bool posts;
    bool foreign; /* redirected to another origin */
    unsigned redirects;
    uint32_t time; /* of the exchanges before, ms */
    bool proxied;
    enum address_scope scope;      /* of the one who answers */
    enum address_scope redirector; /* of the one who redirected here */
    unsigned connects;             /* addresses that were tried */
    unsigned refused;              /* and those that were not to be */
    enum http_outcome refusal;     /* HTTP_ANSWERED: none */
    struct error error;            /* of the refusal */
    char curl_error[CURL_ERROR_SIZE];
    char address[64];
};

/* Prepares for any number of exchanges, one after another. False: no memory. */
bool http_transfer_open(struct http_transfer *t, const struct http_policy *policy) MUST_USE;

/*
 * Sets up the exchange; then t->easy is for the multi handle. The request has to stay. False:
 * refused, and http_transfer_answer() says why.
 */
bool http_transfer_begin(struct http_transfer *t, const struct http_request *request) MUST_USE;

/*
 * What became of it. True: `answer` is set, its slices valid until the next exchange. False: it was
 * redirected to t->url, and goes on by http_transfer_resume(), which is as http_transfer_begin()
 * is.
 */
bool http_transfer_end(struct http_transfer *t, CURLcode result,
                       struct http_answer *answer) MUST_USE;
bool http_transfer_resume(struct http_transfer *t) MUST_USE;

/* The answer to what was refused. */
void http_transfer_answer(const struct http_transfer *t, struct http_answer *answer);

void http_transfer_free(struct http_transfer *t);

#endif
