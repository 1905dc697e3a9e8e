/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-exchange.h"

#include "http-message.h"
#include "retry-after.h"

#include <stdarg.h>
#include <stdio.h>

#define BACK_OFF        400  /* ms before the second attempt, then twice as much each time */
#define BACK_OFF_MAX    8000 /* ms */

#define SERVER_WAIT_MAX INT64_C(86400) /* s; a longer one is as good as for ever */

void exchange_init(struct exchange *x)
{
    *x = (struct exchange){
        .url = BUFFER_INIT(64 * KIB),
        .body = BUFFER_INIT(LIMIT_OCSP),
        .content = BUFFER_INIT(LIMIT_OBJECT),
    };
}

void exchange_free(struct exchange *x)
{
    buffer_free(&x->url);
    buffer_free(&x->body);
    buffer_free(&x->content);
}

bool exchange_begin(struct exchange *x, struct slice url, size_t content_max, struct error *e)
{
    x->state = EXCHANGE_WAITING;
    x->is_post = false;
    x->wants_type = false;
    x->content_max = content_max;
    x->attempts = 0;
    x->not_before = x->share_end = 0;
    x->url.len = x->body.len = x->content.len = 0;
    x->detail[0] = '\0';
    return buffer_append(&x->url, url, e);
}

void exchange_fail(struct exchange *x, const char *format, ...)
{
    va_list args;

    x->state = EXCHANGE_FAILED;
    va_start(args, format);
    (void)vsnprintf(x->detail, sizeof(x->detail), format, args);
    va_end(args);
}

/* --- sending */

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t time_left(const struct exchange *x, int64_t now)
{
    return smaller(x->deadline, x->share_end) - now;
}

static struct slice header_fields(const struct exchange *x)
{
    if (x->is_post)
        return SLICE("Content-Type: application/ocsp-request\r\n"
                     "Accept: application/ocsp-response\r\n");
    return x->wants_type ? SLICE("Accept: application/ocsp-response\r\n")
                         : SLICE("Accept: */*\r\n");
}

bool exchange_request(struct exchange *x, int64_t now, const struct exchange_limits *limits,
                      struct http_request *request)
{
    if (x->deadline == 0)
        x->deadline = now + limits->max_time;
    if (x->share_end == 0)
        x->share_end = now + 2 * limits->timeout;
    if (time_left(x, now) <= 0) {
        exchange_fail(x, "no time was left to ask");
        return false;
    }
    x->state = EXCHANGE_SENT;
    x->attempts++;
    *request = (struct http_request){
        .method = x->is_post ? SLICE("POST") : SLICE("GET"),
        .url = buffer_slice(&x->url),
        .fields = header_fields(x),
        .body = x->is_post ? buffer_slice(&x->body) : SLICE_NONE,
        .timeout = (uint32_t)smaller(limits->timeout, time_left(x, now)),
        .body_max = x->content_max,
    };
    request->connect_timeout = (uint32_t)smaller(HTTP_CONNECT_TIMEOUT, (int64_t)request->timeout);
    return true;
}

/* --- the answer */

/* Half of it to all of it. */
static int64_t spread(int64_t span, uint64_t *random)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return span / 2 + (int64_t)(*random % (uint64_t)(span / 2 + 1));
}

bool exchange_retry(struct exchange *x, int64_t now, const struct exchange_limits *limits)
{
    int64_t wait = BACK_OFF;

    for (unsigned i = 1; i < x->attempts && wait < BACK_OFF_MAX; i++)
        wait *= 2;
    wait = spread(wait, limits->random);
    if (x->server_wait > wait) {
        x->share_end += x->server_wait - wait;
        wait = x->server_wait;
    }
    if (x->attempts > limits->retries || time_left(x, now) <= wait)
        return false;
    x->not_before = now + wait;
    x->state = EXCHANGE_WAITING;
    return true;
}

/* Negative: it says nothing. */
static int64_t read_server_wait(struct slice text, int64_t now,
                                const struct exchange_limits *limits)
{
    int64_t seconds;

    if (!retry_after_parse(text, (now - limits->epoch) / 1000, &seconds, NULL))
        return -1;
    return smaller(seconds, SERVER_WAIT_MAX) * 1000;
}

/* The media type without its parameters, in any case (RFC 9110 8.3.1). */
static bool is_media_type(struct slice found, const char *wanted)
{
    size_t len = strlen(wanted);

    if (found.len < len || (found.len > len && strchr("; \t", found.data[len]) == NULL))
        return false;
    for (size_t i = 0; i < len; i++) {
        uint8_t c = found.data[i];

        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != wanted[i])
            return false;
    }
    return true;
}

/* At most so much of a text, for a message. */
static int shown(struct slice text, int64_t most)
{
    return (int)smaller((int64_t)text.len, most);
}

static void copy_body(struct exchange *x, const struct http_message *message)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OBJECT);
    struct slice body;
    struct error e;
    size_t missing;

    x->content.len = 0;
    x->content.cap = x->content_max;
    x->state = EXCHANGE_ANSWERED;
    if (!http_message_body(message, &decoded, &body, &missing, &e) ||
        !buffer_append(&x->content, body, &e))
        exchange_fail(x, "%s", e.text);
}

static void take_content(struct exchange *x, const struct http_message *message)
{
    static const char wanted[] = "application/ocsp-response";
    struct slice type = message->content_type;
    struct slice coding = message->content_encoding;

    if (x->wants_type && type.len == 0)
        exchange_fail(x, "expected an answer of type %s, found none", wanted);
    else if (x->wants_type && !is_media_type(type, wanted))
        exchange_fail(x, "expected an answer of type %s, found %.*s", wanted, shown(type, 80),
                      (const char *)type.data);
    else if (coding.len > 0 && !is_media_type(coding, "identity"))
        exchange_fail(x, "expected an answer without content coding, found %.*s", shown(coding, 80),
                      (const char *)coding.data);
    else
        copy_body(x, message);
}

static void take_message(struct exchange *x, const struct http_message *message, int64_t now,
                         const struct exchange_limits *limits)
{
    int status = message->status;
    struct slice line = message->start_line;

    x->server_wait = read_server_wait(message->retry_after, now, limits);
    if (status == 200) {
        take_content(x, message);
        return;
    }
    exchange_fail(x, "expected HTTP status 200, found %.*s", shown(line, 100),
                  line.len > 0 ? (const char *)line.data : "");
    if (status == 429 || (status >= 500 && status <= 599))
        (void)exchange_retry(x, now, limits);
}

void exchange_answer(struct exchange *x, const struct http_answer *answer, int64_t now,
                     const struct exchange_limits *limits)
{
    struct http_message message;
    struct error e;

    x->server_wait = -1;
    x->peer_failed = answer->outcome == HTTP_TIME_OUT || answer->outcome == HTTP_CONNECT ||
                     answer->outcome == HTTP_RESOLVE;
    if (answer->outcome != HTTP_ANSWERED) {
        exchange_fail(x, "%.*s: %.*s", shown(answer->word, 40), (const char *)answer->word.data,
                      shown(answer->message, 400), (const char *)answer->message.data);
        if (answer->outcome == HTTP_TIME_OUT)
            (void)exchange_retry(x, now, limits);
    } else if (http_message_parse(answer->message, &message, &e)) {
        take_message(x, &message, now, limits);
    } else {
        exchange_fail(x, "malformed: %s", e.text);
    }
}
