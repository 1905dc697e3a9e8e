/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The exchanges of fetch -v, on the diagnostics: what was asked behind ">", what came behind "<".
 *
 *     > GET http://ocsp.example.test/MEMw...
 *     > Accept: application/ocsp-response
 *     < 192.0.2.1:80  12 ms  HTTP/1.1 200 OK  471 bytes
 *     < Content-Type: application/ocsp-response
 */
#ifndef OCSPKIT_FETCH_TRACE_H
#define OCSPKIT_FETCH_TRACE_H

#include "fetch-exchange.h"

/* For fetch_queue.sent and .answered; the context is the session. */
void fetch_trace_sent(void *context, const struct exchange *x, const struct http_request *request);
void fetch_trace_answered(void *context, const struct exchange *x,
                          const struct http_answer *answer);

#endif
