/* SPDX-License-Identifier: Apache-2.0 */
#include "http-message.h"

#include "hex.h"

#define METHOD_MAX 32 /* RFC 9110 9 has none over 7 */

bool http_is_token_char(uint8_t c)
{
    return c > ' ' && c < 0x7F && strchr("\"(),/:;<=>?@[\\]{}", c) == NULL;
}

/* Names of fields and codings have no case. */
static bool is_word(struct slice text, const char *word)
{
    return slice_equal_without_case(text, slice_of_string(word));
}

static struct slice trim(struct slice text)
{
    while (text.len > 0 && (text.data[0] == ' ' || text.data[0] == '\t'))
        text = slice_from(text, 1);
    while (text.len > 0 && (text.data[text.len - 1] == ' ' || text.data[text.len - 1] == '\t'))
        text.len--;
    return text;
}

/* Takes a line, without its end, from the front; false where its end is not there. */
static bool take_line(struct slice *text, struct slice *line)
{
    size_t end = slice_find_byte(*text, '\n');
    bool ended = end < text->len;

    *line = slice_first(*text, end);
    *text = slice_from(*text, ended ? end + 1 : end);
    if (line->len > 0 && line->data[line->len - 1] == '\r')
        line->len--;
    return ended;
}

/* --- the start line */

/* "HTTP/1.1", "HTTP/2". */
static bool is_version(struct slice word)
{
    if (!slice_starts_with(word, SLICE("HTTP/")) || word.len < 6 || word.len > 8)
        return false;
    for (size_t i = 5; i < word.len; i++) {
        if (word.data[i] != '.' && (word.data[i] < '0' || word.data[i] > '9'))
            return false;
    }
    return true;
}

static bool parse_status_line(struct slice line, struct http_message *message)
{
    size_t blank = slice_find_byte(line, ' ');
    struct slice code = slice_from(line, blank < line.len ? blank + 1 : blank);
    int status = 0;

    if (!is_version(slice_first(line, blank)) || code.len < 3 ||
        (code.len > 3 && code.data[3] != ' '))
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (code.data[i] < '0' || code.data[i] > '9')
            return false;
        status = 10 * status + (code.data[i] - '0');
    }
    message->status = status;
    return status >= 100;
}

static bool parse_request_line(struct slice line, struct http_message *message)
{
    size_t blank = slice_find_byte(line, ' ');
    size_t end = line.len;

    while (end > blank && line.data[end - 1] != ' ')
        end--;
    if (blank == 0 || blank > METHOD_MAX || end < blank + 3 || !is_version(slice_from(line, end)))
        return false;
    for (size_t i = 0; i < blank; i++) {
        if (!http_is_token_char(line.data[i]))
            return false;
    }
    message->method = slice_first(line, blank);
    message->target = slice_of(line.data + blank + 1, end - blank - 2);
    return true;
}

static bool parse_start_line(struct slice line, struct http_message *message)
{
    *message = (struct http_message){.start_line = line};
    return parse_status_line(line, message) || parse_request_line(line, message);
}

/* --- header fields */

static bool split_field(struct slice line, struct slice *name, struct slice *value)
{
    size_t colon = slice_find_byte(line, ':');

    if (colon == 0 || colon == line.len)
        return false;
    for (size_t i = 0; i < colon; i++) {
        if (!http_is_token_char(line.data[i]))
            return false;
    }
    *name = slice_first(line, colon);
    *value = trim(slice_from(line, colon + 1));
    return true;
}

static bool parse_length(struct slice value, struct http_message *message)
{
    size_t length = 0;

    if (value.len == 0)
        return false;
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] < '0' || value.data[i] > '9' || length > SIZE_MAX / 10 - 10)
            return false;
        length = 10 * length + (size_t)(value.data[i] - '0');
    }
    if (message->has_content_length && message->content_length != length)
        return false;
    message->has_content_length = true;
    message->content_length = length;
    return true;
}

static bool parse_field(struct slice line, size_t offset, struct http_message *message,
                        struct error *e)
{
    struct slice name, value;

    if (!split_field(line, &name, &value))
        return error_at(e, ERROR_ENCODING, offset,
                        "expected a header field, NAME: VALUE, or an empty line, found '%.*s'",
                        (int)(line.len < 40 ? line.len : 40), (const char *)line.data);
    if (is_word(name, "content-length") && !parse_length(value, message))
        return error_at(e, ERROR_ENCODING, offset,
                        "expected one number as Content-Length, found '%.*s'",
                        (int)(value.len < 40 ? value.len : 40), (const char *)value.data);
    if (is_word(name, "content-type"))
        message->content_type = value;
    else if (is_word(name, "content-encoding"))
        message->content_encoding = value;
    else if (is_word(name, "retry-after"))
        message->retry_after = value;
    else if (is_word(name, "transfer-encoding"))
        message->chunked = is_word(value, "chunked");
    return true;
}

/* What stands on a line of its own behind blanks goes on with the field before (5.2). */
static bool is_folded(struct slice line)
{
    return line.len > 0 && (line.data[0] == ' ' || line.data[0] == '\t');
}

static bool parse_head(struct slice text, struct slice *rest, struct http_message *message,
                       struct error *e)
{
    const uint8_t *start = text.data;
    struct slice line;

    (void)take_line(&text, &line);
    if (!parse_start_line(line, message))
        return error_at(e, ERROR_ENCODING, 0, "expected an HTTP start line, found '%.*s'",
                        (int)(line.len < 40 ? line.len : 40), (const char *)line.data);
    for (;;) {
        size_t offset = (size_t)(text.data - start);

        *rest = text;
        if (text.len == 0)
            return true;
        (void)take_line(&text, &line);
        *rest = text;
        if (line.len == 0)
            return true;
        if (!is_folded(line) && !parse_field(line, offset, message, e))
            return false;
    }
}

bool http_message_begins(struct slice text, bool *more)
{
    struct http_message message;
    struct slice line, name, value;

    *more = false;
    if (text.len == 0 || text.data[0] < 'A' || text.data[0] > 'Z') /* as all methods do */
        return false;
    if (!take_line(&text, &line)) {
        size_t blank = slice_find_byte(line, ' ');

        *more = blank <= METHOD_MAX;
        for (size_t i = 0; i < blank && *more; i++)
            *more = http_is_token_char(line.data[i]) || line.data[i] == '/';
        return false;
    }
    if (!parse_start_line(line, &message))
        return false;
    *more = !take_line(&text, &line);
    return split_field(line, &name, &value);
}

/* --- the message */

/*
 * RFC 9112 6.3: what has no body whatever its fields say. A request has one only if they say so;
 * but of a POST that was saved without its fields, what follows is the body.
 */
static bool has_body(const struct http_message *message)
{
    if (message->method.len > 0)
        return message->chunked || message->has_content_length || slice_is(message->method, "POST");
    return message->status / 100 != 1 && message->status != 204 && message->status != 304;
}

static bool begins_response(struct slice text)
{
    bool more;

    return slice_starts_with(text, SLICE("HTTP/")) && (http_message_begins(text, &more) || more);
}

bool http_message_parse(struct slice text, struct http_message *message, struct error *e)
{
    const uint8_t *start = text.data;
    struct slice rest = text;

    do {
        size_t offset = (size_t)(rest.data - start);

        if (!parse_head(rest, &rest, message, e)) {
            if (e != NULL)
                e->offset += offset;
            return false;
        }
    } while (message->status != 0 && begins_response(rest));
    message->body = message->behind = slice_first(rest, 0);
    if (!has_body(message))
        message->behind = rest;
    else if (message->chunked || !message->has_content_length ||
             message->content_length >= rest.len)
        message->body = rest; /* of a chunked one only the last message's end is looked for */
    else {
        message->body = slice_first(rest, message->content_length);
        message->behind = slice_from(rest, message->content_length);
    }
    return true;
}

/* "1a;name=value": the chunk's size (7.1). */
static bool parse_chunk_size(struct slice line, size_t *size)
{
    size_t i = 0;

    *size = 0;
    for (; i < line.len && hex_digit(line.data[i]) >= 0; i++) {
        if (i == 8)
            return false;
        *size = *size << 4 | (size_t)hex_digit(line.data[i]);
    }
    return i > 0 && (i == line.len || line.data[i] == ';' || line.data[i] == ' ');
}

/* Puts the chunks together; *text is what follows them. */
static bool join_chunks(struct slice *text, struct buffer *decoded, size_t *missing,
                        struct error *e)
{
    const uint8_t *start = text->data;
    struct slice line;
    size_t size;

    for (;;) {
        size_t offset = (size_t)(text->data - start);

        *missing = 1;
        if (text->len == 0)
            return true;
        (void)take_line(text, &line);
        if (!parse_chunk_size(line, &size))
            return error_at(e, ERROR_ENCODING, offset, "expected the size of a chunk, found '%.*s'",
                            (int)(line.len < 20 ? line.len : 20), (const char *)line.data);
        *missing = 0;
        if (size == 0)
            return true;
        if (size > text->len)
            *missing = size - text->len;
        if (!buffer_append(decoded, slice_first(*text, size - *missing), e))
            return false;
        *text = slice_from(*text, size - *missing);
        if (*missing > 0)
            return true;
        (void)take_line(text, &line);
    }
}

bool http_message_body(const struct http_message *message, struct buffer *decoded,
                       struct slice *body, size_t *missing, struct error *e)
{
    struct slice text = message->body;
    struct slice line;
    size_t size;

    *body = text;
    *missing = 0;
    if (message->chunked) {
        if (!take_line(&text, &line) || !parse_chunk_size(line, &size))
            return true;
        text = message->body;
        decoded->len = 0;
        if (!join_chunks(&text, decoded, missing, e))
            return false;
        *body = buffer_slice(decoded);
    } else if (message->has_content_length && has_body(message) &&
               message->content_length > text.len) {
        *missing = message->content_length - text.len;
    }
    return true;
}
