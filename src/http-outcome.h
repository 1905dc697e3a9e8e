/* SPDX-License-Identifier: Apache-2.0 */
/* What libcurl says of an exchange that failed, in our words. */
#ifndef OCSPKIT_HTTP_OUTCOME_H
#define OCSPKIT_HTTP_OUTCOME_H

#include "http-frame.h"

#include <curl/curl.h>

/* `proxied`: whom it could not connect to is the proxy. */
enum http_outcome http_outcome_of(CURLcode result, bool proxied);

#endif
