/* SPDX-License-Identifier: Apache-2.0 */
#include "http-response.h"

#include "http-message.h"

#include <strings.h>

#define KEPT   (64 * KIB) /* memory that stays between responses */
#define CODING "Transfer-Encoding:"

void http_response_begin(struct http_response *r, size_t body_max)
{
    struct buffer message = r->message;

    if (message.size > KEPT)
        buffer_free(&message);
    message.len = 0;
    message.cap = LIMIT_HTTP_HEAD + body_max;
    *r = (struct http_response){.message = message, .body_max = body_max};
}

void http_response_free(struct http_response *r)
{
    buffer_free(&r->message);
}

static bool refuse(struct http_response *r, enum http_outcome outcome)
{
    r->refusal = outcome;
    return false;
}

static bool append(struct http_response *r, struct slice bytes)
{
    return buffer_append(&r->message, bytes, &r->error) ||
           refuse(r, r->error.code == ERROR_LIMIT ? HTTP_TOO_LARGE : HTTP_OTHER);
}

/* Whether the line is of the field with that name, which ends in a colon. */
static bool is_field(struct slice line, const char *name)
{
    size_t len = strlen(name);

    return line.len >= len && strncasecmp((const char *)line.data, name, len) == 0;
}

/* The one coding that is undone (RFC 9112 7); the library knows others, which nobody asked for. */
static bool add_coding(struct http_response *r, struct slice value)
{
    while (value.len > 0 && strchr(" \t", value.data[0]) != NULL)
        value = slice_from(value, 1);
    while (value.len > 0 && strchr(" \t\r\n", value.data[value.len - 1]) != NULL)
        value.len--;
    if (!r->coded && value.len == 7 &&
        strncasecmp((const char *)value.data, "chunked", value.len) == 0) {
        r->coded = true;
        return true;
    }
    (void)error_set(&r->error, ERROR_ENCODING,
                    "expected one transfer coding, chunked, found '%.*s'",
                    (int)(value.len < 40 ? value.len : 40), (const char *)value.data);
    return refuse(r, HTTP_MALFORMED);
}

static bool begins_message(const struct http_response *r, struct slice line)
{
    return slice_starts_with(line, SLICE("HTTP/")) &&
           (r->status == 0 || (r->head_ended && r->status / 100 == 1));
}

/* "HTTP/1.1 200 OK": the library has read it already. */
static int read_status(struct slice line)
{
    size_t blank = slice_find_byte(line, ' ');
    int status = 0;

    for (size_t i = blank + 1; i < line.len && i <= blank + 3; i++) {
        if (line.data[i] < '0' || line.data[i] > '9')
            break;
        status = 10 * status + (line.data[i] - '0');
    }
    return status;
}

bool http_response_add_line(struct http_response *r, struct slice line)
{
    r->head_bytes += line.len;
    if (r->head_bytes > LIMIT_HTTP_HEAD) {
        (void)error_set(&r->error, ERROR_LIMIT,
                        "expected at most %zu bytes of header fields, found more", LIMIT_HTTP_HEAD);
        return refuse(r, HTTP_TOO_LARGE);
    }
    if (begins_message(r, line)) {
        r->status = read_status(line);
        r->head_ended = false;
        r->coded = false;
        r->message.len = 0;
    }
    if (r->head_ended)
        return true; /* a trailer */
    if (is_field(line, CODING))
        return add_coding(r, slice_from(line, sizeof(CODING) - 1));
    if (!append(r, line))
        return false;
    r->head_ended = line.len <= 2 && (line.data[0] == '\r' || line.data[0] == '\n');
    r->head = r->message.len;
    return true;
}

bool http_response_add_body(struct http_response *r, struct slice bytes)
{
    if (bytes.len > r->body_max - (r->message.len - r->head)) {
        (void)error_set(&r->error, ERROR_LIMIT, "expected a body of at most %zu bytes, found more",
                        r->body_max);
        return refuse(r, HTTP_TOO_LARGE);
    }
    return append(r, bytes);
}

bool http_response_check(struct http_response *r)
{
    struct http_message message;

    if (!http_message_parse(buffer_slice(&r->message), &message, &r->error))
        return refuse(r, HTTP_MALFORMED);
    if (message.status / 100 == 1) {
        (void)error_set(&r->error, ERROR_ENCODING, "expected a final status, found %d",
                        message.status);
        return refuse(r, HTTP_MALFORMED);
    }
    /* In front of a message that was saved may stand others; here it would be what the body says.
     */
    if (message.body.data != r->message.data + r->head) {
        (void)error_set(&r->error, ERROR_ENCODING, "expected a body, found another HTTP message");
        return refuse(r, HTTP_MALFORMED);
    }
    if (r->coded && message.has_content_length) {
        (void)error_set(&r->error, ERROR_ENCODING,
                        "expected Content-Length or Transfer-Encoding, found both");
        return refuse(r, HTTP_MALFORMED);
    }
    return true;
}
