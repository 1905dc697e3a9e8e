/* SPDX-License-Identifier: Apache-2.0 */
#include "http-frame.h"
#include "tap.h"

#define REQUEST "request 7 POST 10 6 4 15000 5000 102400\nhttp://a/bA: b\r\nbody"
#define ANSWER  "answer 18446744073709551615 answered 10 7 1234 [::1]:80\nhttp://a/bmessage"

/* What is wrong with them, as the error says it. */
static const struct {
    const char *frame;
    const char *says;
} bad_requests[] = {
    {"answer 7 GET 0 0 0 0 0 0\n", "expected the word request in the frame, found 'answer 7 GET"},
    {"\n", "expected the word request in the frame, found ''"},
    {"request\n", "expected an ID in"},
    {"request x GET 0 0 0 0 0 0\n", "expected an ID in"},
    {"request -1 GET 0 0 0 0 0 0\n", "expected an ID in"},
    {"request  GET 0 0 0 0 0 0\n", "expected an ID in"},
    {"request 18446744073709551616 GET 0 0 0 0 0 0\n", "expected an ID in"},
    {"request 7 get 0 0 0 0 0 0\n", "expected GET or POST in"},
    {"request 7 HEAD 0 0 0 0 0 0\n", "expected GET or POST in"},
    {"request 7 GET 0x1 0 0 0 0 0\n", "expected a length of the URL in"},
    {"request 7 GET 65537 0 0 0 0 0\n", "expected a length of the URL of at most 65536"},
    {"request 7 GET 0 65537 0 0 0 0\n", "expected a length of the header fields of at most 65536"},
    {"request 7 GET 0 0 102401 0 0 0\n", "expected a length of the body of at most 102400"},
    {"request 7 GET 0 0 0 86400001 0 0\n", "expected a time-out of at most 86400000"},
    {"request 7 GET 0 0 0 0 86400001 0\n", "expected a time-out of connecting of at most 86400000"},
    {"request 7 GET 0 0 0 0 0 33554433\n",
     "expected a limit of the answer's body of at most 33554432 in the frame, found 33554433"},
    {"request 7 GET 0 0 0 0 0\n", "expected a limit of the answer's body in"},
    {"request 7 GET 0 0 0 0 0 0\r\n", "expected a line of ASCII words in"},
    {"request\t7 GET 0 0 0 0 0 0\n", "expected a line of ASCII words in"},
    {"request 7 GET 0 3 0 0 0 0\nA:b", "expected header fields that end in CR LF, found 'A:b'"},
    {"request 7 GET 0 4 0 0 0 0\nA b\n", "expected header fields that end in CR LF"},
    {"request 7 GET 0 5 0 0 0 0\nA b\r\n", "expected a header field, NAME: VALUE, found 'A b'"},
    {"request 7 GET 0 5 0 0 0 0\n: b\r\n", "expected a header field, NAME: VALUE, found ': b'"},
    {"request 7 GET 0 6 0 0 0 0\nA: \n\r\n", "expected a header field, NAME: VALUE, found 'A: "},
    {"request 7 GET 0 6 0 0 0 0\nA : \r\n", "expected a header field, NAME: VALUE, found 'A : '"},
    {"request 7 GET 0 2 0 0 0 0\n\r\n", "expected a header field, NAME: VALUE, found ''"},
};

static const struct {
    const char *frame;
    const char *says;
} bad_answers[] = {
    {"request 7 answered 0 0 0 -\n", "expected the word answer in the frame, found 'request 7"},
    {"answer\n", "expected an ID in"},
    {"answer 7\n", "expected an outcome in"},
    {"answer 7 answered\n", "expected a length of the URL in"},
    {"answer 7 answered 65537 0 0 -\n", "expected a length of the URL of at most 65536"},
    {"answer 7 answered 0 33619969 0 -\n", "expected a length of the message of at most 33619968"},
    {"answer 7 answered 0 0 86400001 -\n", "expected a time of at most 86400000"},
    {"answer 7 answered 0 0 0\n", "expected an address or - in"},
};

static void slice_is_string(struct slice have, const char *want, const char *name)
{
    if (!ok(slice_is(have, want), "%s", name))
        printf("# wanted: %s\n# found:  %.*s\n", want, (int)have.len, (const char *)have.data);
}

static void says(const struct error *e, const char *wanted, const char *name)
{
    if (!ok(strncmp(e->text, wanted, strlen(wanted)) == 0, "%s", name))
        printf("# wanted: %s\n# found:  %s\n", wanted, e->text);
}

static void test_request(void)
{
    struct slice whole = SLICE(REQUEST "request 8");
    struct buffer again CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct http_request r = {.id = 0};
    struct slice fields, name, line;
    size_t len;

    for (size_t cut = 0; cut < sizeof(REQUEST) - 1; cut++)
        ok(http_frame_parse_request(slice_first(whole, cut), &r, &len, NULL) && len > cut &&
               len <= sizeof(REQUEST) - 1 && r.id == 0,
           "a request cut to %zu bytes goes on", cut);
    ok(http_frame_parse_request(whole, &r, &len, NULL), "a whole request");
    is_int((intmax_t)len, sizeof(REQUEST) - 1, "its length");
    is_int((intmax_t)r.id, 7, "its ID");
    slice_is_string(r.method, "POST", "its method");
    slice_is_string(r.url, "http://a/b", "its URL");
    slice_is_string(r.fields, "A: b\r\n", "its fields");
    slice_is_string(r.body, "body", "its body");
    is_int(r.timeout, 15000, "its time-out");
    is_int(r.connect_timeout, 5000, "its time-out of connecting");
    is_int((intmax_t)r.body_max, 102400, "its limit");
    fields = r.fields;
    ok(http_fields_next(&fields, &name, &line) && slice_is(name, "A") && slice_is(line, "A: b") &&
           !http_fields_next(&fields, &name, &line),
       "one field");
    ok(http_frame_build_request(&again, &r, NULL) && slice_is(buffer_slice(&again), REQUEST),
       "built again it is the same");
}

static void test_answer(void)
{
    struct slice whole = SLICE(ANSWER "answer 8");
    struct buffer again CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct http_answer a = {.id = 0};
    size_t len;

    for (size_t cut = 0; cut < sizeof(ANSWER) - 1; cut++)
        ok(http_frame_parse_answer(slice_first(whole, cut), &a, &len, NULL) && len > cut &&
               len <= sizeof(ANSWER) - 1 && a.id == 0,
           "an answer cut to %zu bytes goes on", cut);
    ok(http_frame_parse_answer(whole, &a, &len, NULL), "a whole answer");
    is_int((intmax_t)len, sizeof(ANSWER) - 1, "its length");
    ok(a.id == UINT64_MAX, "its ID");
    is_int(a.outcome, HTTP_ANSWERED, "its outcome");
    slice_is_string(a.url, "http://a/b", "its URL");
    slice_is_string(a.message, "message", "its message");
    slice_is_string(a.address, "[::1]:80", "its address");
    is_int(a.time, 1234, "its time");
    ok(http_frame_build_answer(&again, &a, NULL) && slice_is(buffer_slice(&again), ANSWER),
       "built again it is the same");
    ok(http_frame_parse_answer(SLICE("answer 7 of-late 0 0 0 - more words 1\n"), &a, &len, NULL) &&
           a.outcome == HTTP_OTHER && slice_is(a.word, "of-late") && slice_is(a.address, "-"),
       "an outcome of another program, and words behind it");
}

/* A line of that length, which a request may begin with. */
static void test_line(size_t len)
{
    char text[LIMIT_FRAME_LINE + 8] = "request 7 GET 0 0 0 0 0 0 ";
    struct http_request r;
    struct error e;
    size_t found;
    bool fits = len <= LIMIT_FRAME_LINE;

    memset(text + strlen(text), 'x', len - strlen(text));
    text[len - 1] = '\n';
    ok(http_frame_parse_request(slice_of(text, len), &r, &found, &e) == fits &&
           (!fits || found == len),
       "a line of %zu bytes", len);
    if (!fits)
        says(&e, "expected a line in the frame, found 'request 7", "is too long");
}

static void test_refused_to_build(void)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(MIB);
    static uint8_t long_url[LIMIT_HTTP_HEAD + 1];
    struct http_request good = {.id = 1, .method = SLICE_CONST("GET"), .body_max = 1};
    struct http_request r = good;
    struct error e;

    r.fields = SLICE("A: b\r\nHost: evil\n\r\n");
    ok(!http_frame_build_request(&b, &r, &e) && b.len == 0, "a line end within a field");
    says(&e, "expected a header field, NAME: VALUE, found 'Host: evil", "is named");
    r = good;
    r.method = SLICE("GET / HTTP/1.1\r\n");
    ok(!http_frame_build_request(&b, &r, &e) && b.len == 0, "a method that is none");
    r = good;
    r.timeout = LIMIT_HTTP_TIME + 1;
    ok(!http_frame_build_request(&b, &r, &e) && e.code == ERROR_LIMIT, "a time-out over a day");
    r = good;
    r.body_max = LIMIT_OBJECT + 1;
    ok(!http_frame_build_request(&b, &r, &e) && e.code == ERROR_LIMIT, "a limit over the limit");
    r = good;
    r.url = slice_of(long_url, sizeof(long_url));
    ok(!http_frame_build_request(&b, &r, &e) && e.code == ERROR_LIMIT, "a URL beyond measure");
    r.url.len--;
    ok(http_frame_build_request(&b, &r, &e), "a byte less can be told of");
}

int main(void)
{
    struct http_request r;
    struct http_answer a;
    struct error e;
    size_t len;

    test_request();
    test_answer();
    for (size_t i = 0; i < ARRAY_SIZE(bad_requests); i++) {
        ok(!http_frame_parse_request(slice_of_string(bad_requests[i].frame), &r, &len, &e),
           "bad request %zu", i);
        says(&e, bad_requests[i].says, "says what is wrong");
    }
    for (size_t i = 0; i < ARRAY_SIZE(bad_answers); i++) {
        ok(!http_frame_parse_answer(slice_of_string(bad_answers[i].frame), &a, &len, &e),
           "bad answer %zu", i);
        says(&e, bad_answers[i].says, "says what is wrong");
    }
    for (size_t i = 0; i < 3; i++)
        test_line(LIMIT_FRAME_LINE - 1 + i);
    test_refused_to_build();
    for (int outcome = HTTP_ANSWERED; outcome <= HTTP_OTHER; outcome++)
        ok(http_outcome_word((enum http_outcome)outcome) != NULL, "outcome %d has a word", outcome);
    return tap_done();
}
