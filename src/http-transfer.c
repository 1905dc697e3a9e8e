/* SPDX-License-Identifier: Apache-2.0 */
#include "http-transfer.h"

#include "http-outcome.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <strings.h>
#include <sys/socket.h>

/* --- addresses */

static bool refuse(struct http_transfer *t, enum http_outcome outcome)
{
    t->refusal = outcome;
    return false;
}

static bool check_scope(struct http_transfer *t, enum address_scope scope)
{
    if (t->policy->public_only && scope != ADDRESS_PUBLIC) {
        (void)error_set(&t->error, ERROR_CONTENT, "expected a public address, found a %s one",
                        address_scope_name(scope));
        return refuse(t, HTTP_ADDRESS_REFUSED);
    }
    if (t->redirects > 0 && (scope == ADDRESS_LINK_LOCAL ||
                             (t->redirector == ADDRESS_PUBLIC && scope != ADDRESS_PUBLIC))) {
        (void)error_set(&t->error, ERROR_CONTENT,
                        "expected a redirection to stay at %s addresses, found a %s one",
                        t->redirector == ADDRESS_PUBLIC ? "public" : "routable",
                        address_scope_name(scope));
        return refuse(t, HTTP_REDIRECT_REFUSED);
    }
    return true;
}

static enum address_scope scope_of(const struct sockaddr *address)
{
    struct sockaddr_in ipv4;
    struct sockaddr_in6 ipv6;

    if (address->sa_family == AF_INET) {
        memcpy(&ipv4, address, sizeof(ipv4));
        return address_scope_find(slice_of(&ipv4.sin_addr, 4));
    }
    if (address->sa_family == AF_INET6) {
        memcpy(&ipv6, address, sizeof(ipv6));
        return address_scope_find(slice_of(&ipv6.sin6_addr, 16));
    }
    return ADDRESS_SPECIAL;
}

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct http_transfer *t = context;

    (void)purpose;
    t->connects++;
    if (!t->proxied && !check_scope(t, scope_of(&address->addr))) {
        t->refused++;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype, address->protocol);
}

/* A connection is ready; it may have been there before. */
static int check_connection(void *context, char *address, char *own, int port, int own_port)
{
    struct http_transfer *t = context;
    bool is_ipv6 = strchr(address, ':') != NULL;
    uint8_t bytes[16];

    (void)own;
    (void)own_port;
    (void)snprintf(t->address, sizeof(t->address), is_ipv6 ? "[%s]:%d" : "%s:%d", address, port);
    t->refusal = HTTP_ANSWERED;
    if (t->proxied)
        return CURL_PREREQFUNC_OK;
    t->scope = inet_pton(is_ipv6 ? AF_INET6 : AF_INET, address, bytes) == 1
                   ? address_scope_find(slice_of(bytes, is_ipv6 ? 16 : 4))
                   : ADDRESS_SPECIAL;
    return check_scope(t, t->scope) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

/* --- what arrives; taking less than all of it ends the exchange */

static size_t add_line(char *line, size_t size, size_t count, void *context)
{
    struct http_transfer *t = context;

    return http_response_add_line(&t->response, slice_of(line, size * count)) ? size * count : 0;
}

static size_t add_body(char *bytes, size_t size, size_t count, void *context)
{
    struct http_transfer *t = context;

    return http_response_add_body(&t->response, slice_of(bytes, size * count)) ? size * count : 0;
}

/* --- setting up */

/* What is the same for all exchanges. */
static bool set_always(struct http_transfer *t)
{
    CURL *easy = t->easy;
    const struct http_policy *p = t->policy;
    long ip = p->ipv4_only   ? CURL_IPRESOLVE_V4
              : p->ipv6_only ? CURL_IPRESOLVE_V6
                             : CURL_IPRESOLVE_WHATEVER;

    return curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
           /* A name that does not resolve in time is not waited for. */
           curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_NETRC, CURL_NETRC_IGNORED) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERAGENT, PACKAGE_NAME "/" PACKAGE_VERSION) ==
               CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_IPRESOLVE, ip) == CURLE_OK &&
           /* An empty list, so that the environment's does not count a second time. */
           curl_easy_setopt(easy, CURLOPT_NOPROXY, "") == CURLE_OK &&
           (p->ca_file == NULL || curl_easy_setopt(easy, CURLOPT_CAINFO, p->ca_file) == CURLE_OK) &&
           (p->ca_directory == NULL ||
            curl_easy_setopt(easy, CURLOPT_CAPATH, p->ca_directory) == CURLE_OK);
}

static bool set_callbacks(struct http_transfer *t)
{
    CURL *easy = t->easy;

    return curl_easy_setopt(easy, CURLOPT_PRIVATE, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, t->curl_error) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HEADERDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, add_line) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, add_body) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PREREQDATA, t) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, check_connection) == CURLE_OK;
}

bool http_transfer_open(struct http_transfer *t, const struct http_policy *policy)
{
    *t = (struct http_transfer){.easy = curl_easy_init(), .policy = policy};
    return t->easy != NULL && set_always(t) && set_callbacks(t);
}

void http_transfer_free(struct http_transfer *t)
{
    if (t->easy != NULL)
        curl_easy_cleanup(t->easy);
    t->easy = NULL;
    curl_slist_free_all(t->fields);
    t->fields = NULL;
    http_response_free(&t->response);
}

static bool goes_along(struct slice name)
{
    return (name.len == 6 && strncasecmp((const char *)name.data, "Accept", 6) == 0) ||
           (name.len == 12 && strncasecmp((const char *)name.data, "Content-Type", 12) == 0);
}

static bool add_field(struct http_transfer *t, struct slice line)
{
    char text[LIMIT_HTTP_HEAD + 1];
    struct curl_slist *longer;

    memcpy(text, line.data, line.len);
    text[line.len] = '\0';
    longer = curl_slist_append(t->fields, text);
    if (longer != NULL)
        t->fields = longer;
    return longer != NULL;
}

static bool set_fields(struct http_transfer *t)
{
    struct slice fields = t->request->fields;
    struct slice name, line;

    curl_slist_free_all(t->fields);
    t->fields = NULL;
    while (http_fields_next(&fields, &name, &line)) {
        if ((!t->foreign || goes_along(name)) && !add_field(t, line))
            return false;
    }
    return curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->fields) == CURLE_OK;
}

static bool set_method(struct http_transfer *t)
{
    CURL *easy = t->easy;
    struct slice body = t->request->body;

    if (!t->posts)
        return curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L) == CURLE_OK;
    return curl_easy_setopt(easy, CURLOPT_POST, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)body.len) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_POSTFIELDS,
                            body.len > 0 ? (const char *)body.data : "") == CURLE_OK;
}

static bool set_times(struct http_transfer *t)
{
    uint32_t whole = t->request->timeout > 0 ? t->request->timeout : HTTP_TIMEOUT;
    uint32_t connect =
        t->request->connect_timeout > 0 ? t->request->connect_timeout : HTTP_CONNECT_TIMEOUT;

    if (t->time >= whole) {
        (void)error_set(&t->error, ERROR_LIMIT, "expected an answer within %lu ms",
                        (unsigned long)whole);
        return refuse(t, HTTP_TIME_OUT);
    }
    return curl_easy_setopt(t->easy, CURLOPT_TIMEOUT_MS, (long)(whole - t->time)) == CURLE_OK &&
           curl_easy_setopt(t->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)connect) == CURLE_OK;
}

bool http_transfer_resume(struct http_transfer *t)
{
    const char *proxy = http_proxy_find(&t->policy->proxies, &t->url);

    t->connects = t->refused = 0;
    t->refusal = HTTP_ANSWERED;
    t->curl_error[0] = '\0';
    t->address[0] = '\0';
    t->proxied = proxy != NULL;
    t->scope = ADDRESS_PUBLIC;
    http_response_begin(&t->response, t->request->body_max);
    if (t->url.address_len > 0) {
        t->scope = address_scope_find(slice_of(t->url.address, t->url.address_len));
        if (!check_scope(t, t->scope))
            return false;
    }
    if (!set_times(t))
        return false;
    if (curl_easy_setopt(t->easy, CURLOPT_URL, t->text) == CURLE_OK &&
        curl_easy_setopt(t->easy, CURLOPT_PROXY, proxy != NULL ? proxy : "") == CURLE_OK &&
        set_fields(t) && set_method(t))
        return true;
    (void)error_set(&t->error, ERROR_MEMORY, "expected memory for the exchange, found none");
    return refuse(t, HTTP_OTHER);
}

/* Takes a URL over, whose text is at most LIMIT_URL long. */
static void set_url(struct http_transfer *t, const struct http_url *url)
{
    memcpy(t->text, url->text.data, url->text.len);
    t->text[url->text.len] = '\0';
    t->url = *url;
    t->url.text = slice_of(t->text, url->text.len);
    t->url.host = slice_of(t->text + (url->host.data - url->text.data), url->host.len);
}

bool http_transfer_begin(struct http_transfer *t, const struct http_request *request)
{
    struct http_url url;

    t->request = request;
    t->posts = slice_is(request->method, "POST");
    t->foreign = false;
    t->redirects = 0;
    t->time = 0;
    t->address[0] = '\0';
    t->url = (struct http_url){.text = request->url};
    (void)curl_easy_setopt(t->easy, CURLOPT_FRESH_CONNECT, 0L);
    if (!http_url_parse(request->url, &url, &t->error))
        return refuse(t, HTTP_URL_REFUSED);
    set_url(t, &url);
    return http_transfer_resume(t);
}

/* --- the outcome */

/* What the library's word for it leaves open. */
static enum http_outcome find_outcome(const struct http_transfer *t, CURLcode result)
{
    long tunnel = 0;

    (void)curl_easy_getinfo(t->easy, CURLINFO_HTTP_CONNECTCODE, &tunnel);
    if (t->proxied && tunnel != 0 && tunnel / 100 != 2)
        return HTTP_PROXY;
    if (result == CURLE_RECV_ERROR && strstr(t->curl_error, "chunked") != NULL)
        return HTTP_MALFORMED;
    /* So it calls its own limit of one header field. */
    if (result == CURLE_OUT_OF_MEMORY && t->address[0] != '\0' && !t->response.head_ended)
        return HTTP_TOO_LARGE;
    return http_outcome_of(result, t->proxied);
}

/* Why there is no answer: what was refused here, else what the library says. */
static void find_refusal(struct http_transfer *t, CURLcode result)
{
    if (t->response.refusal != HTTP_ANSWERED) {
        t->refusal = t->response.refusal;
        t->error = t->response.error;
        return;
    }
    /* An address that was refused is the reason only if no other one was tried. */
    if (t->refusal != HTTP_ANSWERED && t->refused == t->connects)
        return;
    t->refusal = find_outcome(t, result);
    if (result == CURLE_OUT_OF_MEMORY && t->refusal == HTTP_TOO_LARGE)
        (void)error_set(&t->error, ERROR_CONTENT, "expected shorter header fields");
    else
        http_outcome_explain(t->easy, result, t->curl_error, &t->error);
}

static bool is_redirection(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* Where the answer leads on; null where it is an answer. */
static const char *find_redirection(struct http_transfer *t)
{
    char *target = NULL;

    if (is_redirection(t->response.status))
        (void)curl_easy_getinfo(t->easy, CURLINFO_REDIRECT_URL, &target);
    return target;
}

static bool redirect(struct http_transfer *t, const char *target)
{
    struct http_url url;

    if (t->redirects == LIMIT_REDIRECTS) {
        (void)error_set(&t->error, ERROR_LIMIT, "expected at most %d redirections, found one more",
                        LIMIT_REDIRECTS);
        return refuse(t, HTTP_REDIRECT_REFUSED);
    }
    t->redirects++;
    t->redirector = t->scope;
    if (!http_url_parse(slice_of_string(target), &url, &t->error))
        return refuse(t, HTTP_REDIRECT_REFUSED);
    t->foreign = t->foreign || !http_url_same_origin(&t->url, &url);
    set_url(t, &url);
    if (t->response.status == 303)
        t->posts = false;
    return true;
}

static void add_time(struct http_transfer *t)
{
    curl_off_t microseconds = 0;

    (void)curl_easy_getinfo(t->easy, CURLINFO_TOTAL_TIME_T, &microseconds);
    t->time += (uint32_t)(microseconds / 1000);
}

/* The answer before may have spoilt its connection: once more then, over a new one. */
static bool is_spoilt(struct http_transfer *t, CURLcode result)
{
    enum http_outcome outcome = find_outcome(t, result);

    return t->connects == 0 && t->response.refusal == HTTP_ANSWERED &&
           (outcome == HTTP_MALFORMED || outcome == HTTP_CUT_SHORT) &&
           curl_easy_setopt(t->easy, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK;
}

bool http_transfer_end(struct http_transfer *t, CURLcode result, struct http_answer *answer)
{
    const char *target;

    add_time(t);
    if (result != CURLE_OK && is_spoilt(t, result))
        return false;
    if (result != CURLE_OK)
        find_refusal(t, result);
    else if ((target = find_redirection(t)) != NULL) {
        if (redirect(t, target))
            return false;
    } else if (!http_response_check(&t->response))
        find_refusal(t, result);
    http_transfer_answer(t, answer);
    return true;
}

void http_transfer_answer(const struct http_transfer *t, struct http_answer *answer)
{
    bool answered = t->refusal == HTTP_ANSWERED;

    *answer = (struct http_answer){
        .id = t->request->id,
        .outcome = t->refusal,
        .url = t->url.text,
        .message = answered ? buffer_slice(&t->response.message) : slice_of_string(t->error.text),
        .time = t->time,
        .address = slice_of_string(t->address),
    };
}
