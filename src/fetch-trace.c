/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-trace.h"

#include "diagnostic.h"
#include "http-message.h"
#include "report.h"
#include "session.h"

#include <stdio.h>

static bool append(struct buffer *b, const char *text)
{
    return buffer_append(b, slice_of_string(text), NULL);
}

static bool append_number(struct buffer *b, size_t number, const char *unit)
{
    char text[48];

    (void)snprintf(text, sizeof(text), "  %zu %s", number, unit);
    return append(b, text);
}

/* The lines of a head behind a mark each, up to an empty one. */
static bool append_fields(struct buffer *b, const char *mark, struct slice fields)
{
    while (fields.len > 0) {
        size_t end = slice_find_byte(fields, '\n');
        struct slice line = slice_first(fields, end);

        if (line.len > 0 && line.data[line.len - 1] == '\r')
            line.len--;
        if (line.len == 0)
            return true;
        if (!append(b, mark) || !report_escape(b, line, NULL) || !append(b, "\n"))
            return false;
        fields = slice_from(fields, end < fields.len ? end + 1 : end);
    }
    return true;
}

static void write_trace(struct session *s, struct slice text)
{
    progress_clear(&s->progress);
    diagnostic_write_text(s->error_fd, text);
}

void fetch_trace_sent(void *context, const struct exchange *x, const struct http_request *request)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);

    (void)x;
    if (append(&b, "> ") && report_escape(&b, request->method, NULL) && append(&b, " ") &&
        report_escape(&b, request->url, NULL) &&
        (request->body.len == 0 || append_number(&b, request->body.len, "bytes")) &&
        append(&b, "\n") && append_fields(&b, "> ", request->fields))
        write_trace(context, buffer_slice(&b));
}

/* The start line, how much stands in the body, and the header fields. */
static bool append_message(struct buffer *b, struct slice text)
{
    struct http_message message;
    struct slice fields;

    if (!http_message_parse(text, &message, NULL))
        return append(b, "no HTTP message\n");
    fields.data = message.start_line.data + message.start_line.len;
    fields.len = (size_t)(text.data + text.len - fields.data);
    fields = slice_from(fields, slice_find_byte(fields, '\n'));
    if (fields.len > 0)
        fields = slice_from(fields, 1);
    return report_escape(b, message.start_line, NULL) &&
           append_number(b, message.body.len, "bytes") && append(b, "\n") &&
           append_fields(b, "< ", fields);
}

void fetch_trace_answered(void *context, const struct exchange *x, const struct http_answer *answer)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);

    (void)x;
    if (append(&b, "< ") && report_escape(&b, answer->address, NULL) &&
        append_number(&b, answer->time, "ms") && append(&b, "  ") &&
        (answer->outcome == HTTP_ANSWERED
             ? append_message(&b, answer->message)
             : report_escape(&b, answer->word, NULL) && append(&b, "  ") &&
                   report_escape(&b, answer->message, NULL) && append(&b, "\n")))
        write_trace(context, buffer_slice(&b));
}
