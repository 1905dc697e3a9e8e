/* SPDX-License-Identifier: Apache-2.0 */
#include "diagnostic.h"

#include "buffer.h"
#include "report.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#define SOURCE_SHOWN_MAX 200 /* bytes of an input's name */

static bool append_number(struct buffer *b, const char *before, size_t number, const char *behind)
{
    char text[32];

    (void)snprintf(text, sizeof(text), "%zu", number);
    return buffer_append(b, slice_of_string(before), NULL) &&
           buffer_append(b, slice_of_string(text), NULL) &&
           buffer_append(b, slice_of_string(behind), NULL);
}

static bool append_input(struct buffer *b, struct slice input)
{
    bool cut = input.len > SOURCE_SHOWN_MAX;

    if (slice_is(input, "-"))
        input = SLICE("standard input");
    return report_escape(b, slice_first(input, cut ? SOURCE_SHOWN_MAX : input.len), NULL) &&
           (!cut || buffer_append(b, SLICE("..."), NULL));
}

static bool append_source(struct buffer *b, const struct diagnostic_place *place)
{
    if (place->list != NULL && (!append_input(b, slice_of_string(place->list)) ||
                                !append_number(b, ":", place->line, ": ")))
        return false;
    if (place->source.len == 0)
        return true;
    return append_input(b, place->source) &&
           (place->index == 0 || append_number(b, "#", place->index + 1, "")) &&
           buffer_append(b, SLICE(": "), NULL);
}

static bool append_error(struct buffer *b, const struct error *e)
{
    const char *path = error_path(e);

    return (path[0] == '\0' || (buffer_append(b, slice_of_string(path), NULL) &&
                                buffer_append(b, SLICE(": "), NULL))) &&
           report_escape(b, slice_of_string(e->text), NULL) &&
           (!e->has_offset || append_number(b, " (byte ", e->offset, ")")) &&
           buffer_append(b, SLICE("\n"), NULL);
}

void diagnostic_write_text(int fd, struct slice text)
{
    while (text.len > 0) {
        ssize_t put = write(fd, text.data, text.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return;
        text = slice_from(text, (size_t)put);
    }
}

void diagnostic_write(int fd, const struct diagnostic_place *place, const struct error *e)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);

    if (buffer_append(&b, SLICE("ocspkit: "), NULL) && append_source(&b, place) &&
        append_error(&b, e))
        diagnostic_write_text(fd, buffer_slice(&b));
}
