/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-request.h"

#include "ocsp-build.h"
#include "random.h"

const enum digest *fetch_request_hashes(const struct fetch_request_settings *settings,
                                        size_t *count)
{
    static const enum digest hashes[] = {DIGEST_SHA1, DIGEST_SHA256, DIGEST_SHA1};

    *count = settings->certid_hash == FETCH_HASH_AUTO ? 2 : 1;
    if (settings->certid_hash == FETCH_HASH_AUTO)
        return settings->lightweight ? hashes + 1 : hashes;
    return settings->certid_hash == FETCH_HASH_SHA256 ? hashes + 1 : hashes;
}

/* Responders that have not heard of a hash say so in one of these ways. */
bool fetch_request_wants_other_hash(const struct judgement *judgement)
{
    return judgement->reason == REASON_RESPONDER_UNAUTHORIZED ||
           judgement->reason == REASON_RESPONDER_MALFORMED_REQUEST ||
           judgement->reason == REASON_CERTIFICATE_NOT_COVERED;
}

void fetch_request_free(struct fetch_request *request)
{
    buffer_free(&request->der);
}

/* RFC 5019 5: GET where the whole URL is short enough for every proxy, and can be cached; a nonce
 * makes each request another one. */
static bool choose_method(struct exchange *x, struct slice url, struct slice der,
                          const struct fetch_request_settings *settings, struct error *e)
{
    x->is_post = settings->method == FETCH_METHOD_POST ||
                 (settings->method == FETCH_METHOD_AUTO && settings->nonce_len > 0);
    if (x->is_post)
        return buffer_append(&x->body, der, e);
    if (!ocsp_request_build_url(url, der, &x->url, e))
        return false;
    if (settings->method == FETCH_METHOD_GET || x->url.len <= FETCH_URL_GET_MAX)
        return true;
    x->is_post = true;
    x->url.len = 0;
    return buffer_append(&x->url, url, e) && buffer_append(&x->body, der, e);
}

bool fetch_request_begin(struct fetch_request *request, struct exchange *x, struct slice url,
                         const struct cert *cert, const struct cert *issuer, enum digest hash,
                         const struct fetch_request_settings *settings, struct error *e)
{
    struct ocsp_build what = {.cert = cert, .issuer = issuer, .hash_algorithm = hash};

    request->der.cap = LIMIT_OCSP;
    request->nonce_len = settings->nonce_len;
    if (!random_fill(request->nonce, request->nonce_len, e))
        return false;
    if (request->nonce_len > 0)
        what.nonce = slice_of(request->nonce, request->nonce_len);
    if (!exchange_begin(x, url, LIMIT_OCSP, e) || !ocsp_request_build(&what, &request->der, e))
        return false;
    x->wants_type = true;
    return choose_method(x, url, buffer_slice(&request->der), settings, e);
}
