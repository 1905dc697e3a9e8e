/* SPDX-License-Identifier: Apache-2.0 */
#include "http-message.h"
#include "tap.h"

#define OK    "HTTP/1.1 200 OK\r\n"
#define FIELD "A: b\r\n"

/* Where it parses: status (0: a request), body without its coding, what is missing, behind. */
static const struct {
    const char *text;
    int status;
    const char *body;
    size_t missing;
    const char *behind;
} cases[] = {
    {OK FIELD "\r\nbody", 200, "body", 0, ""},
    {"HTTP/1.0 404 Not Found\nA: b\n\nbody\n", 404, "body\n", 0, ""},
    {"HTTP/2 200 \r\n" FIELD "\r\nbody", 200, "body", 0, ""},
    {"HTTP/2 200\n" FIELD "\nbody", 200, "body", 0, ""},
    {OK FIELD, 200, "", 0, ""},
    {OK "A: b", 200, "", 0, ""},
    {OK FIELD "\r\n", 200, "", 0, ""},
    {OK "A: b\r\n c: d\r\n\te\r\n\r\nbody", 200, "body", 0, ""},
    {OK "A:\r\n\r\nbody", 200, "body", 0, ""},
    {OK "Content-Length: 4\r\n\r\nbody", 200, "body", 0, ""},
    {OK "CONTENT-LENGTH:4\r\n\r\nbodyHTTP", 200, "body", 0, "HTTP"},
    {OK "Content-Length: 4\r\nContent-Length: 4\r\n\r\nbody", 200, "body", 0, ""},
    {OK "Content-Length: 9\r\n\r\nbody", 200, "body", 5, ""},
    {OK "Content-Length: 0\r\n\r\nbody", 200, "", 0, "body"},
    {OK "Transfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2;x=y\r\ndy\r\n0\r\n\r\n", 200, "body", 0,
     ""},
    {OK "Transfer-Encoding: Chunked\n\n4\nbody\n0\n\n", 200, "body", 0, ""},
    {OK "Transfer-Encoding: chunked\r\n\r\n00000a\r\n0123456789\r\n0\r\nT: u\r\n\r\n", 200,
     "0123456789", 0, ""},
    {OK "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n4\r\nbody\r\n0\r\n\r\n", 200,
     "body", 0, ""},
    {OK "Transfer-Encoding: chunked\r\n\r\n6\r\nbody", 200, "body", 2, ""},
    {OK "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n", 200, "body", 1, ""},
    {OK "Transfer-Encoding: chunked\r\n\r\nbody\r\n", 200, "body\r\n", 0, ""}, /* undone by curl */
    {"HTTP/1.1 100 Continue\r\n\r\n" OK FIELD "\r\nbody", 200, "body", 0, ""},
    {"HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\nX: y\r\n\r\n" OK FIELD
     "\r\nbody",
     200, "body", 0, ""},
    {"HTTP/1.1 301 Moved\r\n" FIELD "\r\n" OK FIELD "\r\nbody", 200, "body", 0, ""},
    {"HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\nbody", 304, "", 0, "body"},
    {"GET /a HTTP/1.1\r\n" FIELD "\r\nbehind", 0, "", 0, "behind"},
    {"POST /a b HTTP/1.1\r\nContent-Length: 4\r\n\r\nbodybehind", 0, "body", 0, "behind"},
    {"POST / HTTP/1.1\r\n" FIELD "\r\nbody", 0, "body", 0, ""},
};

static const struct {
    const char *text;
    size_t offset;
} failures[] = {
    {"", 0},
    {"x", 0},
    {"HTTP/1.1 20 OK\r\n" FIELD, 0},
    {"HTTP/1.1 2000\r\n" FIELD, 0},
    {"HTTP/1.1 000 OK\r\n" FIELD, 0},
    {"HTTP/1.1 099 OK\r\n" FIELD, 0},
    {"HTTP/x 200 OK\r\n" FIELD, 0},
    {"GET /\r\n" FIELD, 0},
    {"GET  HTTP/1.1\r\n" FIELD, 0},
    {"G(T / HTTP/1.1\r\n" FIELD, 0},
    {OK "no field\r\n\r\n", 17},
    {OK "A : b\r\n\r\n", 17},
    {OK ": b\r\n\r\n", 17},
    {OK FIELD "Content-Length: -1\r\n\r\n", 23},
    {OK "Content-Length: 1x\r\n\r\n", 17},
    {OK "Content-Length:\r\n\r\n", 17},
    {OK "Content-Length: 99999999999999999999999\r\n\r\n", 17},
    {OK "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 36},
    {"HTTP/1.1 100 Continue\r\n\r\n" OK FIELD "no field\r\n\r\n", 48},
};

/* Whether one begins; '?': with more text it may. */
static const struct {
    const char *text;
    char begins;
} begins[] = {
    {OK FIELD, 'y'},
    {"GET / HTTP/1.1\nHost: x\n", 'y'},
    {OK "A: b", 'y'},
    {OK "A", '?'},
    {OK, '?'},
    {"HTTP/1.1 2", '?'},
    {"GET /very/long", '?'},
    {OK "\r\nA: b\r\n", 'n'},
    {"GET / HTTP/1.1\n\n", 'n'},
    {"GET /\nA: b\n", 'n'},
    {"-----BEGIN X-----\nA: b\n", 'n'},
    {"CERTIFICATES OF SOMEBODY\nA: b\n", 'n'},
    {"192.0.2.7 - - [x]", 'n'},
    {"MAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 'n'},
    {"0\202", 'n'},
    {"", 'n'},
};

static bool slices_are(struct slice have, const char *want, const char *name)
{
    bool same = ok(slice_is(have, want), "%s", name);

    if (!same)
        printf("# found: %.*s\n", (int)have.len, (const char *)have.data);
    return same;
}

static void test_case(size_t i)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct error e = {.code = ERROR_NONE};
    struct http_message message;
    struct slice body;
    size_t missing;

    if (!ok(http_message_parse(slice_of_string(cases[i].text), &message, &e), "case %zu", i) ||
        !ok(http_message_body(&message, &decoded, &body, &missing, &e), "its body")) {
        printf("# %s\n", e.text);
        return;
    }
    is_int(message.status, cases[i].status, "its status");
    ok((message.status == 0) == (message.method.len > 0), "a request has a method");
    slices_are(body, cases[i].body, "what is in the body");
    is_int((intmax_t)missing, (intmax_t)cases[i].missing, "how much is missing");
    slices_are(message.behind, cases[i].behind, "what is behind it");
}

static void test_fields(void)
{
    struct http_message message;
    struct slice text = SLICE("POST /a b HTTP/1.1\r\nContent-Type:  application/ocsp-request \r\n"
                              "content-encoding: gzip\r\n\r\nx");

    ok(http_message_parse(text, &message, NULL), "fields");
    slices_are(message.method, "POST", "method");
    slices_are(message.target, "/a b", "target");
    slices_are(message.content_type, "application/ocsp-request", "content type");
    slices_are(message.content_encoding, "gzip", "content coding");
    ok(message.retry_after.data == NULL, "no time to wait");
    slices_are(message.start_line, "POST /a b HTTP/1.1", "start line");
}

static void test_retry_after(void)
{
    struct http_message message;

    ok(http_message_parse(SLICE("HTTP/1.1 503 x\r\nretry-after:  120\r\n\r\n"), &message, NULL),
       "a server that is busy");
    slices_are(message.retry_after, "120", "how long it asks to wait");
}

static void test_bad_chunk(void)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct http_message message;
    struct slice body;
    struct error e;
    size_t missing;

    ok(http_message_parse(SLICE(OK "Transfer-Encoding: chunked\n\n1\na\nx\n"), &message, NULL) &&
           !http_message_body(&message, &decoded, &body, &missing, &e) && e.offset == 4,
       "a chunk without its size");
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        test_case(i);
    for (size_t i = 0; i < ARRAY_SIZE(failures); i++) {
        struct http_message message;
        struct error e = {.code = ERROR_NONE};

        ok(!http_message_parse(slice_of_string(failures[i].text), &message, &e), "failure %zu", i);
        is_int((intmax_t)e.offset, (intmax_t)failures[i].offset, "where");
    }
    for (size_t i = 0; i < ARRAY_SIZE(begins); i++) {
        bool more;
        bool begun = http_message_begins(slice_of_string(begins[i].text), &more);

        is_int(begun ? 'y' : more ? '?' : 'n', begins[i].begins, begins[i].text);
    }
    test_fields();
    test_retry_after();
    test_bad_chunk();
    return tap_done();
}
