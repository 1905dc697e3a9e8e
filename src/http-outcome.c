/* SPDX-License-Identifier: Apache-2.0 */
#include "http-outcome.h"

#include <string.h>

enum http_outcome http_outcome_of(CURLcode result, bool proxied)
{
    switch (result) {
    case CURLE_OPERATION_TIMEDOUT:
        return HTTP_TIME_OUT;
    case CURLE_COULDNT_RESOLVE_HOST:
        return HTTP_RESOLVE;
    case CURLE_COULDNT_CONNECT:
        return proxied ? HTTP_PROXY : HTTP_CONNECT;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return HTTP_PROXY;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_USE_SSL_FAILED:
        return HTTP_TLS;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return HTTP_CUT_SHORT;
    case CURLE_UNSUPPORTED_PROTOCOL: /* HTTP/0.9 */
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return HTTP_MALFORMED;
    case CURLE_FILESIZE_EXCEEDED:
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE:
#endif
        return HTTP_TOO_LARGE;
    case CURLE_URL_MALFORMAT:
    case CURLE_LOGIN_DENIED:
        return HTTP_URL_REFUSED;
    default:
        return HTTP_OTHER;
    }
}

void http_outcome_explain(CURL *easy, CURLcode result, const char *text, struct error *e)
{
    const char *said = text[0] != '\0' ? text : curl_easy_strerror(result);
    const char *after = result == CURLE_COULDNT_CONNECT ? strstr(said, " after ") : NULL;
    long cause = 0;

    (void)curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &cause);
    if (after != NULL && cause != 0)
        (void)error_set(e, ERROR_SYSTEM, "%.*s: %s", (int)(after - said), said,
                        strerror((int)cause));
    else
        (void)error_set(e, ERROR_CONTENT, "%s", said);
}
