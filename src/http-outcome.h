/* SPDX-License-Identifier: Apache-2.0 */
/* What libcurl says of an exchange that failed, in our words. */
#ifndef OCSPKIT_HTTP_OUTCOME_H
#define OCSPKIT_HTTP_OUTCOME_H

#include "error.h"
#include "http-frame.h"

#include <curl/curl.h>

/* `proxied`: whom it could not connect to is the proxy. */
enum http_outcome http_outcome_of(CURLcode result, bool proxied);

/* The library's text of it, empty where it has none; where nobody could be connected to, with the
 * system's cause. */
void http_outcome_explain(CURL *easy, CURLcode result, const char *text, struct error *e);

#endif
