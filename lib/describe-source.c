/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-source.h"

#include "decimal.h"

/* The source, the mark and the number. */
static void describe_numbered(struct report *r, const struct field *f, struct slice source,
                              uint8_t mark, size_t number, struct buffer *scratch)
{
    uint8_t text[1 + DECIMAL_MAX] = {mark};
    size_t len = 1 + decimal_format(number, text + 1);

    scratch->len = 0;
    if (buffer_append(scratch, source, &r->trouble) &&
        buffer_append(scratch, slice_of(text, len), &r->trouble))
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
