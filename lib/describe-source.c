/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-source.h"

#define NUMBER_MAX 24

/* "#N"; by hand, since a bundle may hold a hundred thousand. */
static struct slice format_number(uint8_t mark, size_t number, uint8_t text[NUMBER_MAX])
{
    uint8_t *at = text + NUMBER_MAX;

    do
        *--at = (uint8_t)('0' + number % 10);
    while ((number /= 10) > 0);
    *--at = mark;
    return slice_of(at, (size_t)(text + NUMBER_MAX - at));
}

/* The source, the mark and the number. */
static void describe_numbered(struct report *r, const struct field *f, struct slice source,
                              uint8_t mark, size_t number, struct buffer *scratch)
{
    uint8_t text[NUMBER_MAX];

    scratch->len = 0;
    if (buffer_append(scratch, source, &r->trouble) &&
        buffer_append(scratch, format_number(mark, number, text), &r->trouble))
        report_string(r, f, buffer_slice(scratch));
    else
        r->failed = true;
}

void describe_source(struct report *r, const struct field *f, struct slice source, size_t index,
                     struct buffer *scratch)
{
    if (!report_is_text(r))
        return;
    if (index == 0)
        report_string(r, f, source);
    else
        describe_numbered(r, f, source, '#', index + 1, scratch);
}

void describe_source_line(struct report *r, const struct field *f, struct slice source, size_t line,
                          struct buffer *scratch)
{
    if (report_is_text(r))
        describe_numbered(r, f, source, ':', line, scratch);
}
