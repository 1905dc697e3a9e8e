/* SPDX-License-Identifier: Apache-2.0 */
/* The text for people: OpenSSL's layouts. */
#include "hex.h"
#include "report-writer.h"

#define INDENT_STEP 4  /* from a label to the value below it */
#define COLOR_MAX   16 /* the longest colour sequence and its reset */

static const char tones[][6] = {
    [TONE_PLAIN] = "",           [TONE_GOOD] = "\033[32m",   [TONE_BAD] = "\033[31m",
    [TONE_WARNING] = "\033[33m", [TONE_HEADING] = "\033[1m",
};
static const char reset[] = "\033[m";

/* Copies of fixed size are one or two instructions; the bytes behind are written over or never
 * counted. */
static uint8_t *put_indent(uint8_t *at, unsigned indent)
{
    memset(at, ' ', REPORT_INDENT_MAX);
    return at + (indent < REPORT_INDENT_MAX ? indent : REPORT_INDENT_MAX);
}

static uint8_t *put_label(uint8_t *at, const struct field *f)
{
    memcpy(at, f->label, FIELD_LABEL_MAX);
    return at + f->label_len;
}

static uint8_t *put_string(uint8_t *at, const char *text, size_t len)
{
    memcpy(at, text, len);
    return at + len;
}

static uint8_t *put_gap(uint8_t *at)
{
    *at++ = ' ';
    *at++ = ' ';
    return at;
}

/* In a row the label is a column of its own. */
static uint8_t *put_row_head(struct report *r, const struct field *f, uint8_t *at)
{
    at = r->row_first ? put_indent(at, r->indent) : put_gap(at);
    r->row_first = false;
    if (f->layout == LAYOUT_EQUALS)
        return put_string(put_label(at, f), "=", 1);
    return f->layout == LAYOUT_LINE ? put_gap(put_label(at, f)) : at;
}

/* What a line needs beside its value. */
#define HEAD_MAX (2 * REPORT_INDENT_MAX + INDENT_STEP + FIELD_LABEL_MAX + 8)

/* put_head() for all that is not a line with LAYOUT_LINE. */
static uint8_t *put_other_head(struct report *r, const struct field *f, uint8_t *at)
{
    if (r->in_row)
        return put_row_head(r, f, at);
    if (f->layout == LAYOUT_INLINE) {
        if (!r->inline_first) {
            *at++ = ',';
            *at++ = ' ';
        }
        r->inline_first = false;
        return at;
    }
    at = put_indent(at, r->indent);
    if (f->layout == LAYOUT_BARE || f->layout == LAYOUT_COLONS)
        return at;
    at = put_label(at, f);
    if (f->layout == LAYOUT_EQUALS)
        return put_string(at, "=", 1);
    *at++ = ':';
    if (f->layout == LAYOUT_SERIAL) {
        *at++ = ' ';
        return at;
    }
    *at++ = '\n';
    return put_indent(at, r->indent + INDENT_STEP);
}

/* Everything of a line up to its value; null where there is no room for it and `len` bytes more. */
static inline uint8_t *put_head(struct report *r, const struct field *f, size_t len)
{
    uint8_t *at = report_room(r, len + HEAD_MAX);

    if (UNLIKELY(at == NULL))
        return NULL;
    if (UNLIKELY(f->layout != LAYOUT_LINE || r->in_row))
        return put_other_head(r, f, at);
    at = put_label(put_indent(at, r->indent), f);
    at[0] = ':';
    at[1] = ' ';
    return at + 2;
}

static void finish(struct report *r, const struct field *f, uint8_t *at)
{
    if (f->layout != LAYOUT_INLINE && !r->in_row)
        *at++ = '\n';
    r->out.len = (size_t)(at - r->out.data);
}

/* Whether this scalar shows in text at all: it has a label, or a layout that shows none. */
static bool is_shown(const struct field *f)
{
    return f->label_len > 0 || f->layout == LAYOUT_BARE || f->layout == LAYOUT_COLONS ||
           f->layout == LAYOUT_INLINE;
}

static void text_string(struct report *r, const struct field *f, struct slice value)
{
    uint8_t *at = put_head(r, f, 0);

    if (at == NULL)
        return;
    r->out.len = (size_t)(at - r->out.data);
    if (!report_escape(&r->out, value, &r->trouble) || (at = report_room(r, 1)) == NULL) {
        r->failed = true;
        return;
    }
    finish(r, f, at);
}

static void text_value(struct report *r, const struct field *f, struct slice value,
                       enum value_kind kind, enum tone tone)
{
    bool colored = r->color && tone != TONE_PLAIN;
    uint8_t *at;

    if (!is_shown(f))
        return;
    if (kind == VALUE_STRING) {
        text_string(r, f, value);
        return;
    }
    at = put_head(r, f, value.len + COLOR_MAX);
    if (UNLIKELY(at == NULL))
        return;
    if (colored)
        at = put_string(at, tones[tone], strlen(tones[tone]));
    at = put_string(at, (const char *)value.data, value.len);
    if (colored)
        at = put_string(at, reset, sizeof(reset) - 1);
    finish(r, f, at);
}

#define COLUMNS_MIN 15 /* octets in a row of a dump */

/* OpenSSL's dumps: lower case, a colon behind every octet but the last, rows of `columns` octets.
 */
static void text_dump(struct report *r, const struct field *f, struct slice octets, size_t columns)
{
    size_t rows = octets.len / COLUMNS_MIN + 1;
    uint8_t *at = put_head(r, f, octets.len * 3 + rows * (REPORT_INDENT_MAX + INDENT_STEP + 1));

    if (at == NULL)
        return;
    for (; octets.len > columns; octets = slice_from(octets, columns)) {
        at = hex_encode_lower_colons(at, slice_first(octets, columns));
        *at++ = '\n';
        at = put_indent(at, r->indent + INDENT_STEP);
    }
    at = hex_encode_lower_colons(at, octets);
    finish(r, f, octets.len > 0 ? at - 1 : at);
}

/* A serial number is one row, however long. */
static void text_serial(struct report *r, const struct field *f, struct slice octets)
{
    struct field row = *f;

    row.layout = LAYOUT_DUMP15;
    text_dump(r, &row, octets, SIZE_MAX);
}

static void text_colons(struct report *r, const struct field *f, struct slice octets)
{
    uint8_t *at = put_head(r, f, octets.len * 3 + 1);

    if (at == NULL)
        return;
    at = hex_encode_upper_colons(at, octets);
    finish(r, f, octets.len > 0 ? at - 1 : at);
}

static void text_hex(struct report *r, const struct field *f, struct slice octets)
{
    uint8_t *at;

    if (!is_shown(f))
        return;
    switch (f->layout) {
    case LAYOUT_DUMP15:
        text_dump(r, f, octets, 15);
        return;
    case LAYOUT_DUMP18:
        text_dump(r, f, octets, 18);
        return;
    case LAYOUT_SERIAL:
        text_serial(r, f, octets);
        return;
    case LAYOUT_COLONS:
    case LAYOUT_EQUALS:
        text_colons(r, f, octets);
        return;
    default:
        break;
    }
    at = put_head(r, f, 2 * octets.len);
    if (UNLIKELY(at == NULL))
        return;
    hex_encode(at, octets);
    finish(r, f, at + 2 * octets.len);
}

static void text_begin_record(struct report *r, const struct record_head *head)
{
    (void)head;
    r->indent = 0;
    r->in_row = false;
    r->plain = !r->color;
}

static void text_end_record(struct report *r)
{
    (void)r;
}

static void text_error(struct report *r, const struct record_head *head, const struct error *e,
                       size_t line)
{
    (void)r;
    (void)head;
    (void)e;
    (void)line;
}

static uint8_t *put_level_label(struct report *r, const struct field *f, uint8_t *at)
{
    bool heading = r->color && r->indent == 0;

    at = put_indent(at, r->indent);
    if (heading)
        at = put_string(at, tones[TONE_HEADING], strlen(tones[TONE_HEADING]));
    if (f->label_len > 0)
        at = put_string(put_label(at, f), ":", 1);
    if (heading)
        at = put_string(at, reset, sizeof(reset) - 1);
    if (f->layout == LEVEL_INLINE_LIST)
        return f->label_len > 0 ? put_string(at, " ", 1) : at;
    return put_string(at, "\n", 1);
}

static void text_begin(struct report *r, const struct field *f)
{
    uint8_t *at;

    if (f->layout == LEVEL_ROW) {
        r->in_row = r->row_first = true;
        r->plain = false;
    }
    r->inline_first = f->layout == LEVEL_INLINE_LIST;
    if (f->label_len > 0 || r->inline_first) {
        at = report_room(r, HEAD_MAX + COLOR_MAX);
        if (at == NULL)
            return;
        at = put_level_label(r, f, at);
        r->out.len = (size_t)(at - r->out.data);
    }
    r->indent += f->step;
}

static void text_begin_labelled(struct report *r, const struct field *f, const char *label,
                                const char *suffix)
{
    size_t label_len = strlen(label);
    size_t suffix_len = strlen(suffix);
    uint8_t *at = report_room(r, REPORT_INDENT_MAX + label_len + suffix_len + 8);

    if (at == NULL)
        return;
    at = put_indent(at, r->indent);
    at = put_string(at, label, label_len);
    *at++ = ':';
    *at++ = ' ';
    at = put_string(at, suffix, suffix_len);
    *at++ = '\n';
    r->out.len = (size_t)(at - r->out.data);
    r->indent += f->step;
}

static void text_end(struct report *r, const struct field *f)
{
    r->indent -= f->step;
    if (f->layout == LEVEL_ROW) {
        r->in_row = false;
        r->plain = !r->color;
    }
    if (f->layout == LEVEL_INLINE_LIST || f->layout == LEVEL_ROW) {
        uint8_t *at = report_room(r, 1);
        if (at == NULL)
            return;
        *at = '\n';
        r->out.len++;
    }
}

const struct report_writer report_text_writer = {
    .begin_record = text_begin_record,
    .end_record = text_end_record,
    .error = text_error,
    .begin = text_begin,
    .begin_labelled = text_begin_labelled,
    .end = text_end,
    .value = text_value,
    .hex = text_hex,
};
