/* SPDX-License-Identifier: Apache-2.0 */
/* When an exchange is asked again, and when it is given up: a script of answers on a clock of its
 * own. */
#include "fetch-exchange.h"
#include "tap.h"

#define ATTEMPTS_MAX 8
#define START        1000      /* ms: when it is first asked */
#define START_DATE   784111777 /* the same moment: 1994-11-06T08:49:37Z */

/* An answer: how long it takes, and what it is. */
struct reply {
    int64_t takes; /* ms */
    enum http_outcome outcome;
    const char *message;
};

#define OK_MESSAGE "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\n\r\nx"
#define TIME_OUT                                                                                   \
    {                                                                                              \
        2000, HTTP_TIME_OUT, "Operation timed out"                                                 \
    }
#define GOOD                                                                                       \
    {                                                                                              \
        10, HTTP_ANSWERED, OK_MESSAGE                                                              \
    }
#define STATUS(line)                                                                               \
    {                                                                                              \
        10, HTTP_ANSWERED, "HTTP/1.1 " line "\r\nContent-Length: 0\r\n\r\n"                        \
    }
#define WAIT(line, seconds)                                                                        \
    {                                                                                              \
        10, HTTP_ANSWERED, "HTTP/1.1 " line "\r\nRetry-After: " seconds "\r\n\r\n"                 \
    }

static const struct {
    const char *name;
    unsigned retries;
    struct reply replies[ATTEMPTS_MAX];
    unsigned attempts;
    bool answered;
    int64_t from, till; /* ms: when it is over */
} cases[] = {
    {"at once", 2, {GOOD}, 1, true, 10, 10},
    {"time-out, then good", 2, {TIME_OUT, GOOD}, 2, true, 2210, 2410},
    {"two time-outs fill its share", 2, {TIME_OUT, TIME_OUT, GOOD}, 2, false, 4000, 4000},
    {"500 three times",
     2,
     {STATUS("500 X"), STATUS("500 X"), STATUS("500 X"), GOOD},
     3,
     false,
     630,
     1230},
    {"503, then good", 2, {STATUS("503 X"), GOOD}, 2, true, 220, 420},
    {"429, then good", 2, {STATUS("429 X"), GOOD}, 2, true, 220, 420},
    {"no retries", 0, {STATUS("503 X"), GOOD}, 1, false, 10, 10},
    {"404 is final", 2, {STATUS("404 X"), GOOD}, 1, false, 10, 10},
    {"a redirection that led nowhere", 2, {STATUS("302 X"), GOOD}, 1, false, 10, 10},
    {"reset is final", 2, {{10, HTTP_CUT_SHORT, "reset"}, GOOD}, 1, false, 10, 10},
    {"nobody there is final", 2, {{10, HTTP_CONNECT, "refused"}, GOOD}, 1, false, 10, 10},
    {"Retry-After", 2, {WAIT("503 X", "3"), GOOD}, 2, true, 3020, 3020},
    {"Retry-After is not counted", 2, {WAIT("503 X", "20"), GOOD}, 2, true, 20020, 20020},
    {"Retry-After over the time", 2, {WAIT("503 X", "60"), GOOD}, 1, false, 10, 10},
    {"Retry-After for ever", 2, {WAIT("503 X", "99999999999999999999"), GOOD}, 1, false, 10, 10},
    {"Retry-After of 0", 2, {WAIT("503 X", "0"), GOOD}, 2, true, 220, 420},
    {"Retry-After at a date",
     2,
     {WAIT("503 X", "Sun, 06 Nov 1994 08:49:40 GMT"), GOOD},
     2,
     true,
     3020,
     3020},
    {"Retry-After at a date that is past",
     2,
     {WAIT("503 X", "Sun, 06 Nov 1994 08:49:37 GMT"), GOOD},
     2,
     true,
     220,
     420},
    {"Retry-After at a date over the time",
     2,
     {WAIT("503 X", "Sun, 06 Nov 1994 08:51:00 GMT"), GOOD},
     1,
     false,
     10,
     10},
    {"Retry-After in the year 9999",
     2,
     {WAIT("503 X", "Fri, 31 Dec 9999 23:59:59 GMT"), GOOD},
     1,
     false,
     10,
     10},
    {"Retry-After that is none", 2, {WAIT("503 X", "soon"), GOOD}, 2, true, 220, 420},
};

static void test_case(size_t i, uint64_t seed)
{
    struct exchange_limits limits = {.timeout = 2000,
                                     .max_time = 30000,
                                     .epoch = START - START_DATE * INT64_C(1000),
                                     .retries = cases[i].retries,
                                     .random = &seed};
    struct http_request request;
    struct exchange x;
    int64_t now = START;
    struct error e;

    exchange_init(&x);
    if (!exchange_begin(&x, SLICE("http://ocsp.example.test/"), 100, &e))
        return;
    x.wants_type = true;
    while (x.state == EXCHANGE_WAITING) {
        const struct reply *reply = &cases[i].replies[x.attempts];
        struct http_answer answer = {.outcome = reply->outcome,
                                     .word = SLICE("word"),
                                     .message = slice_of_string(reply->message)};

        now = x.not_before > now ? x.not_before : now;
        if (!exchange_request(&x, now, &limits, &request))
            break;
        now += reply->takes < request.timeout ? reply->takes : request.timeout;
        exchange_answer(&x, &answer, now, &limits);
    }
    ok(x.attempts == cases[i].attempts && (x.state == EXCHANGE_ANSWERED) == cases[i].answered &&
           now - START >= cases[i].from && now - START <= cases[i].till,
       "%s (seed %d)", cases[i].name, (int)seed);
    exchange_free(&x);
}

/* What is not of the type that was asked for, or is in a coding that was not, is no answer. */
static const struct {
    const char *name;
    const char *fields;
    bool answered;
} heads[] = {
    {"the type", "Content-Type: application/ocsp-response\r\n", true},
    {"in capitals", "Content-Type: Application/OCSP-Response\r\n", true},
    {"with a parameter", "Content-Type: application/ocsp-response; x=y\r\n", true},
    {"another type", "Content-Type: text/html\r\n", false},
    {"a longer type", "Content-Type: application/ocsp-responses\r\n", false},
    {"no type", "Server: x\r\n", false},
    {"identity", "Content-Type: application/ocsp-response\r\nContent-Encoding: identity\r\n", true},
    {"gzip", "Content-Type: application/ocsp-response\r\nContent-Encoding: gzip\r\n", false},
};

static void test_head(size_t i)
{
    uint64_t seed = 1;
    struct exchange_limits limits = {.timeout = 2000, .max_time = 30000, .random = &seed};
    struct http_request request;
    struct exchange x;
    char message[256];
    struct http_answer answer = {.outcome = HTTP_ANSWERED};
    struct error e;

    (void)snprintf(message, sizeof(message), "HTTP/1.1 200 OK\r\n%s\r\nx", heads[i].fields);
    answer.message = slice_of_string(message);
    exchange_init(&x);
    if (exchange_begin(&x, SLICE("http://ocsp.example.test/"), 100, &e)) {
        x.wants_type = true;
        (void)exchange_request(&x, 1, &limits, &request);
        exchange_answer(&x, &answer, 2, &limits);
        ok((x.state == EXCHANGE_ANSWERED) == heads[i].answered, "%s", heads[i].name);
    }
    exchange_free(&x);
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        for (uint64_t seed = 1; seed < 4; seed++)
            test_case(i, seed);
    }
    for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
        test_head(i);
    return tap_done();
}
