/* SPDX-License-Identifier: Apache-2.0 */
#include "http-frame.h"

#include "http-message.h"

#include <stdarg.h>
#include <stdio.h>

#define URL_MAX LIMIT_HTTP_HEAD /* so that one over LIMIT_URL can still be told */
#define SHOWN   40              /* of a line, in an error */

static const char *const words[] = {
    [HTTP_ANSWERED] = "answered",
    [HTTP_TIME_OUT] = "time-out",
    [HTTP_RESOLVE] = "resolve",
    [HTTP_CONNECT] = "connect",
    [HTTP_TLS] = "tls",
    [HTTP_PROXY] = "proxy",
    [HTTP_CUT_SHORT] = "cut-short",
    [HTTP_TOO_LARGE] = "too-large",
    [HTTP_URL_REFUSED] = "url-refused",
    [HTTP_ADDRESS_REFUSED] = "address-refused",
    [HTTP_REDIRECT_REFUSED] = "redirect-refused",
    [HTTP_MALFORMED] = "malformed",
    [HTTP_OTHER] = "other",
};

const char *http_outcome_word(enum http_outcome outcome)
{
    return words[outcome];
}

static enum http_outcome find_outcome(struct slice word)
{
    for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
        if (slice_is(word, words[i]))
            return (enum http_outcome)i;
    }
    return HTTP_OTHER;
}

/* --- the line */

/* Where a line is read: what is left of it, and how the frame is called in errors. */
struct line {
    struct slice whole;
    struct slice rest;
};

static struct slice take_word(struct line *line)
{
    size_t end = slice_find_byte(line->rest, ' ');
    struct slice word = slice_first(line->rest, end);

    line->rest = slice_from(line->rest, end < line->rest.len ? end + 1 : end);
    return word;
}

static bool refuse_line(const struct line *line, const char *wanted, struct error *e)
{
    size_t shown = line->whole.len < SHOWN ? line->whole.len : SHOWN;

    return error_set(e, ERROR_ENCODING, "expected %s in the frame, found '%.*s'", wanted,
                     (int)shown, (const char *)line->whole.data);
}

static bool take_number(struct line *line, const char *name, uint64_t max, uint64_t *number,
                        struct error *e)
{
    struct slice word = take_word(line);

    *number = 0;
    for (size_t i = 0; i < word.len; i++) {
        uint8_t digit = (uint8_t)(word.data[i] - '0');

        if (digit > 9 || *number > (UINT64_MAX - digit) / 10)
            return refuse_line(line, name, e);
        *number = 10 * *number + digit;
    }
    if (word.len == 0)
        return refuse_line(line, name, e);
    return *number <= max ||
           error_set(e, ERROR_LIMIT, "expected %s of at most %llu in the frame, found %llu", name,
                     (unsigned long long)max, (unsigned long long)*number);
}

static bool take_length(struct line *line, const char *name, size_t max, size_t *length,
                        struct error *e)
{
    uint64_t number;

    if (!take_number(line, name, max, &number, e))
        return false;
    *length = (size_t)number;
    return true;
}

static bool take_time(struct line *line, const char *name, uint32_t *time, struct error *e)
{
    uint64_t number;

    if (!take_number(line, name, LIMIT_HTTP_TIME, &number, e))
        return false;
    *time = (uint32_t)number;
    return true;
}

/*
 * Takes the line that the bytes begin with; *len is how long it is with its end, or one more byte
 * than there are.
 */
static bool take_line(struct slice bytes, struct line *line, size_t *len, struct error *e)
{
    struct slice start =
        slice_first(bytes, bytes.len < LIMIT_FRAME_LINE ? bytes.len : LIMIT_FRAME_LINE);
    size_t end = slice_find_byte(start, '\n');

    *line = (struct line){slice_first(start, end), slice_first(start, end)};
    *len = end + 1;
    if (end == start.len && bytes.len >= LIMIT_FRAME_LINE)
        return refuse_line(line, "a line", e);
    for (size_t i = 0; i < end; i++) {
        if (start.data[i] < ' ' || start.data[i] >= 0x7F)
            return refuse_line(line, "a line of ASCII words", e);
    }
    return true;
}

static struct slice take_part(struct slice *bytes, size_t len)
{
    struct slice part = slice_first(*bytes, len);

    *bytes = slice_from(*bytes, len);
    return part;
}

/* --- header fields */

bool http_fields_next(struct slice *fields, struct slice *name, struct slice *line)
{
    size_t end = slice_find(*fields, SLICE("\r\n"));

    if (end == fields->len)
        return false;
    *line = slice_first(*fields, end);
    *name = slice_first(*line, slice_find_byte(*line, ':'));
    *fields = slice_from(*fields, end + 2);
    return true;
}

static bool check_field(struct slice name, struct slice line)
{
    for (size_t i = 0; i < name.len; i++) {
        if (!http_is_token_char(name.data[i]))
            return false;
    }
    for (size_t i = name.len; i < line.len; i++) {
        if ((line.data[i] < ' ' && line.data[i] != '\t') || line.data[i] == 0x7F)
            return false;
    }
    return name.len > 0 && name.len < line.len;
}

static bool check_fields(struct slice fields, struct error *e)
{
    struct slice name, line;

    while (http_fields_next(&fields, &name, &line)) {
        if (!check_field(name, line))
            return error_set(e, ERROR_ENCODING,
                             "expected a header field, NAME: VALUE, found '%.*s'",
                             (int)(line.len < SHOWN ? line.len : SHOWN), (const char *)line.data);
    }
    return fields.len == 0 ||
           error_set(e, ERROR_ENCODING, "expected header fields that end in CR LF, found '%.*s'",
                     (int)(fields.len < SHOWN ? fields.len : SHOWN), (const char *)fields.data);
}

/* --- parsing */

static bool is_method(struct slice word)
{
    return slice_is(word, "GET") || slice_is(word, "POST");
}

bool http_frame_parse_request(struct slice bytes, struct http_request *request, size_t *len,
                              struct error *e)
{
    struct http_request r = {.id = 0};
    size_t url, fields, body;
    struct line line;

    if (!take_line(bytes, &line, len, e) || *len > bytes.len)
        return *len > bytes.len;
    bytes = slice_from(bytes, *len);
    if (!slice_is(take_word(&line), "request"))
        return refuse_line(&line, "the word request", e);
    if (!take_number(&line, "an ID", UINT64_MAX, &r.id, e))
        return false;
    r.method = take_word(&line);
    if (!is_method(r.method))
        return refuse_line(&line, "GET or POST", e);
    if (!take_length(&line, "a length of the URL", URL_MAX, &url, e) ||
        !take_length(&line, "a length of the header fields", LIMIT_HTTP_HEAD, &fields, e) ||
        !take_length(&line, "a length of the body", LIMIT_OCSP, &body, e) ||
        !take_time(&line, "a time-out", &r.timeout, e) ||
        !take_time(&line, "a time-out of connecting", &r.connect_timeout, e) ||
        !take_length(&line, "a limit of the answer's body", LIMIT_OBJECT, &r.body_max, e))
        return false;
    *len += url + fields + body;
    if (bytes.len < url + fields + body)
        return true;
    r.url = take_part(&bytes, url);
    r.fields = take_part(&bytes, fields);
    r.body = take_part(&bytes, body);
    *request = r;
    return check_fields(r.fields, e);
}

bool http_frame_parse_answer(struct slice bytes, struct http_answer *answer, size_t *len,
                             struct error *e)
{
    struct http_answer a = {.id = 0};
    size_t url, message;
    struct line line;

    if (!take_line(bytes, &line, len, e) || *len > bytes.len)
        return *len > bytes.len;
    bytes = slice_from(bytes, *len);
    if (!slice_is(take_word(&line), "answer"))
        return refuse_line(&line, "the word answer", e);
    if (!take_number(&line, "an ID", UINT64_MAX, &a.id, e))
        return false;
    a.word = take_word(&line);
    a.outcome = find_outcome(a.word);
    if (a.word.len == 0)
        return refuse_line(&line, "an outcome", e);
    if (!take_length(&line, "a length of the URL", URL_MAX, &url, e) ||
        !take_length(&line, "a length of the message", LIMIT_HTTP_HEAD + LIMIT_OBJECT, &message,
                     e) ||
        !take_time(&line, "a time", &a.time, e))
        return false;
    a.address = take_word(&line);
    if (a.address.len == 0)
        return refuse_line(&line, "an address or -", e);
    *len += url + message;
    if (bytes.len < url + message)
        return true;
    a.url = take_part(&bytes, url);
    a.message = take_part(&bytes, message);
    *answer = a;
    return true;
}

/* --- building */

static bool append_line(struct buffer *b, struct error *e, const char *format, ...) PRINTF(3, 4);

static bool append_line(struct buffer *b, struct error *e, const char *format, ...)
{
    char line[LIMIT_FRAME_LINE + 1];
    va_list args;
    int len;

    va_start(args, format);
    len = vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    if (len < 0 || (size_t)len > LIMIT_FRAME_LINE)
        return error_set(e, ERROR_LIMIT, "expected at most %d bytes in a frame's line, found more",
                         LIMIT_FRAME_LINE);
    return buffer_append(b, slice_of(line, (size_t)len), e);
}

static bool check_length(struct slice part, const char *name, size_t max, struct error *e)
{
    return part.len <= max ||
           error_set(e, ERROR_LIMIT, "expected %s of at most %zu bytes, found %zu", name, max,
                     part.len);
}

static bool check_request(const struct http_request *r, struct error *e)
{
    if (!is_method(r->method))
        return error_set(e, ERROR_ENCODING, "expected GET or POST, found '%.*s'",
                         (int)(r->method.len < SHOWN ? r->method.len : SHOWN),
                         (const char *)r->method.data);
    if (r->timeout > LIMIT_HTTP_TIME || r->connect_timeout > LIMIT_HTTP_TIME)
        return error_set(e, ERROR_LIMIT, "expected a time-out of at most %d ms, found more",
                         LIMIT_HTTP_TIME);
    if (r->body_max > LIMIT_OBJECT)
        return error_set(e, ERROR_LIMIT, "expected a limit of at most %zu bytes, found %zu",
                         LIMIT_OBJECT, r->body_max);
    return check_length(r->url, "a URL", URL_MAX, e) &&
           check_length(r->fields, "header fields", LIMIT_HTTP_HEAD, e) &&
           check_length(r->body, "a body", LIMIT_OCSP, e) && check_fields(r->fields, e);
}

bool http_frame_build_request(struct buffer *b, const struct http_request *r, struct error *e)
{
    size_t start = b->len;

    if (!check_request(r, e))
        return false;
    if (append_line(b, e, "request %llu %.*s %zu %zu %zu %lu %lu %zu\n", (unsigned long long)r->id,
                    (int)r->method.len, (const char *)r->method.data, r->url.len, r->fields.len,
                    r->body.len, (unsigned long)r->timeout, (unsigned long)r->connect_timeout,
                    r->body_max) &&
        buffer_append(b, r->url, e) && buffer_append(b, r->fields, e) &&
        buffer_append(b, r->body, e))
        return true;
    b->len = start;
    return false;
}

bool http_frame_build_answer(struct buffer *b, const struct http_answer *a, struct error *e)
{
    size_t start = b->len;
    struct slice address = a->address.len > 0 ? a->address : SLICE("-");

    if (!check_length(a->url, "a URL", URL_MAX, e) ||
        !check_length(a->message, "a message", LIMIT_HTTP_HEAD + LIMIT_OBJECT, e))
        return false;
    if (append_line(b, e, "answer %llu %s %zu %zu %lu %.*s\n", (unsigned long long)a->id,
                    http_outcome_word(a->outcome), a->url.len, a->message.len,
                    (unsigned long)a->time, (int)address.len, (const char *)address.data) &&
        buffer_append(b, a->url, e) && buffer_append(b, a->message, e))
        return true;
    b->len = start;
    return false;
}
