/* SPDX-License-Identifier: Apache-2.0 */
#include "source-http.h"

#include "http-message.h"

#include <stdio.h>

#define LINE_SHOWN_MAX 80

bool source_http_fail(const struct source_http *http, struct error *e)
{
    size_t used;
    size_t len = http->start_line.len;

    if (e == NULL)
        return false;
    used = strlen(e->text);
    (void)snprintf(e->text + used, sizeof(e->text) - used, ", in the HTTP message '%.*s'",
                   (int)(len < LINE_SHOWN_MAX ? len : LINE_SHOWN_MAX),
                   (const char *)http->start_line.data);
    return false;
}

bool source_http_fail_short(const struct source_http *http, struct error *e)
{
    if (http->declared > 0)
        (void)error_set(e, ERROR_CONTENT, "expected a body of %zu bytes, found %zu", http->declared,
                        http->declared - http->missing);
    else
        (void)error_set(e, ERROR_CONTENT, "expected all chunks of the body, found it cut short");
    return source_http_fail(http, e);
}

/* A content coding that was not undone when the message was saved: curl's --compressed undoes it
 * and leaves the field. */
static bool check_coding(const struct http_message *message, struct slice body, struct error *e)
{
    struct slice coding = message->content_encoding;

    if (coding.len == 0 || slice_is(coding, "identity") || body.data[0] == 0x30 ||
        body.data[0] == '-' || body.data[0] == 'M')
        return true;
    return error_set(e, ERROR_CONTENT, "expected a body without a content coding, found '%.*s'",
                     (int)(coding.len < 40 ? coding.len : 40), (const char *)coding.data);
}

static struct slice trim_lines(struct slice text)
{
    while (text.len > 0 && (text.data[0] == '\r' || text.data[0] == '\n'))
        text = slice_from(text, 1);
    return text;
}

bool source_http_open(struct source_http *http, struct slice text, struct buffer *body,
                      struct error *e)
{
    struct http_message message;
    bool is_body;

    if (!http_message_parse(text, &message, e))
        return false;
    *http = (struct source_http){
        .start_line = message.start_line,
        .declared = message.has_content_length && !message.chunked ? message.content_length : 0,
        .behind = trim_lines(message.behind),
    };
    if (!http_message_body(&message, body, &http->content, &http->missing, e))
        return source_http_fail(http, e);
    is_body = http->content.len > 0;
    if (!is_body && http->missing == 0)
        http->content = message.target;
    if (http->missing > 0 && !is_body)
        return source_http_fail_short(http, e);
    if (http->content.len == 0) {
        (void)error_set(e, ERROR_CONTENT, "expected a body, found none");
        return source_http_fail(http, e);
    }
    return !is_body || check_coding(&message, http->content, e) || source_http_fail(http, e);
}

bool source_http_next(struct source_http *http, struct slice *text)
{
    *text = http->behind;
    http->behind = SLICE_NONE;
    return text->len > 0;
}
