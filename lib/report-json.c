/* SPDX-License-Identifier: Apache-2.0 */
/* JSON Lines (RFC 8259): one object a record, written as it comes. */
#include "decimal.h"
#include "hex.h"
#include "report-writer.h"

#include <inttypes.h>
#include <stdio.h>

static const char schema[] = "{\"schema\":\"" REPORT_SCHEMA "\",\"type\":\"";

/* Inline, so that a text of ours is copied in pieces of fixed size. */
static inline void put(struct report *r, const char *text, size_t len)
{
    uint8_t *at = report_room(r, len);

    if (UNLIKELY(at == NULL))
        return;
    memcpy(at, text, len);
    r->out.len += len;
}

/* Keys are short: two pieces of fixed size that overlap, where `to` has room for 32 bytes. */
static inline uint8_t *copy_key(uint8_t *to, const char *key, size_t len)
{
    if (len >= 16 && len <= 32) {
        memcpy(to, key, 16);
        memcpy(to + len - 16, key + len - 16, 16);
    } else if (len >= 8) {
        memcpy(to, key, 8);
        memcpy(to + len - 8, key + len - 8, 8);
    } else {
        memcpy(to, key, len);
    }
    return to + len;
}

/*
 * The comma and the key that go before a value, with room behind them for `len` bytes and two
 * quotes. The caller counts what stands before the place that it returns; null: no room.
 */
static inline uint8_t *put_key(struct report *r, const struct field *f, size_t len)
{
    uint8_t *at = report_room(r, f->key_len + len + 8);

    if (UNLIKELY(at == NULL))
        return NULL;
    *at = ','; /* written over where none is due */
    at += r->comma;
    r->comma = true;
    if (f->key_len == 0)
        return at;
    *at++ = '"';
    at = copy_key(at, f->key, f->key_len);
    at[0] = '"';
    at[1] = ':';
    return at + 2;
}

static inline void count(struct report *r, const uint8_t *end)
{
    r->out.len = (size_t)(end - r->out.data);
}

/* A byte that is no UTF-8 becomes \\xHH, since JSON has no bytes; a character over U+FFFF a pair of
 * surrogates (RFC 8259 7). */
static size_t format_escape(const struct unshown *unshown, char escape[16])
{
    uint32_t code = unshown->code;

    if (!unshown->is_character)
        return (size_t)snprintf(escape, 16, "\\\\x%02" PRIX32, code);
    if (code < 0x10000)
        return (size_t)snprintf(escape, 16, "\\u%04" PRIx32, code);
    code -= 0x10000;
    return (size_t)snprintf(escape, 16, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xD800 | code >> 10,
                            0xDC00 | (code & 0x3FF));
}

static void put_special(struct report *r, struct slice *text)
{
    struct unshown unshown;
    char escape[16];
    size_t len;

    if (text->data[0] == '"' || text->data[0] == '\\') {
        escape[0] = '\\';
        escape[1] = (char)text->data[0];
        put(r, escape, 2);
        *text = slice_from(*text, 1);
        return;
    }
    len = report_shown(*text, &unshown);
    if (len > 0) {
        put(r, (const char *)text->data, len);
        *text = slice_from(*text, len);
        return;
    }
    put(r, escape, format_escape(&unshown, escape));
    *text = slice_from(*text, unshown.len);
}

static void put_escaped(struct report *r, struct slice text)
{
    while (text.len > 0) {
        uint8_t *at = report_room(r, text.len);
        size_t plain;

        if (at == NULL)
            return;
        plain = report_copy_plain(at, text, '"', '\\');
        r->out.len += plain;
        text = slice_from(text, plain);
        if (text.len > 0)
            put_special(r, &text);
    }
}

static void put_quoted(struct report *r, struct slice text)
{
    put(r, "\"", 1);
    put_escaped(r, text);
    put(r, "\"", 1);
}

static void json_begin_record(struct report *r, const struct record_head *head)
{
    static const char source[] = "\",\"source\":";
    static const char index[] = ",\"index\":";
    uint8_t number[DECIMAL_MAX];
    size_t len = decimal_format(head->index, number);

    put(r, schema, sizeof(schema) - 1);
    put(r, head->type, strlen(head->type));
    put(r, source, sizeof(source) - 1);
    put_quoted(r, head->source);
    put(r, index, sizeof(index) - 1);
    put(r, (const char *)number, len);
    r->comma = true;
}

static void json_end_record(struct report *r)
{
    put(r, "}\n", 2);
}

static void json_begin(struct report *r, const struct field *f)
{
    uint8_t *at;

    if (f->key == NULL || (at = put_key(r, f, 1)) == NULL)
        return;
    *at++ = f->layout == LEVEL_OBJECT ? '{' : '[';
    count(r, at);
    r->comma = false;
}

static void json_begin_labelled(struct report *r, const struct field *f, const char *label,
                                const char *suffix)
{
    (void)label;
    (void)suffix;
    json_begin(r, f);
}

static void json_end(struct report *r, const struct field *f)
{
    if (f->key == NULL)
        return;
    put(r, f->layout == LEVEL_OBJECT ? "}" : "]", 1);
    r->comma = true;
}

static void json_value(struct report *r, const struct field *f, struct slice value,
                       enum value_kind kind, enum tone tone)
{
    uint8_t *at;

    (void)tone;
    if (f->key == NULL || (at = put_key(r, f, value.len)) == NULL)
        return;
    if (kind == VALUE_STRING) {
        count(r, at);
        put_quoted(r, value);
        return;
    }
    if (kind == VALUE_WORD)
        *at++ = '"';
    memcpy(at, value.data, value.len);
    at += value.len;
    if (kind == VALUE_WORD)
        *at++ = '"';
    count(r, at);
}

static void json_hex(struct report *r, const struct field *f, struct slice octets)
{
    uint8_t *at;

    if (f->key == NULL || (at = put_key(r, f, 2 * octets.len)) == NULL)
        return;
    *at++ = '"';
    hex_encode(at, octets);
    at += 2 * octets.len;
    *at++ = '"';
    count(r, at);
}

static void json_error(struct report *r, const struct record_head *head, const struct error *e,
                       size_t line)
{
    static const struct field error = FIELD_LEVEL("error", "", LEVEL_OBJECT, 0);
    static const struct field code = FIELD("code", "", LAYOUT_LINE);
    static const struct field message = FIELD("message", "", LAYOUT_LINE);
    static const struct field path = FIELD("path", "", LAYOUT_LINE);
    static const struct field offset = FIELD("offset", "", LAYOUT_LINE);
    static const struct field place = FIELD("line", "", LAYOUT_LINE);

    json_begin_record(r, head);
    json_begin(r, &error);
    report_word(r, &code, error_code_word(e->code));
    report_string(r, &message, slice_of_string(e->text));
    if (error_path(e)[0] != '\0')
        report_word(r, &path, error_path(e));
    if (e->has_offset)
        report_number(r, &offset, (int64_t)e->offset);
    if (line > 0)
        report_number(r, &place, (int64_t)line);
    json_end(r, &error);
    json_end_record(r);
}

const struct report_writer report_json_writer = {
    .begin_record = json_begin_record,
    .end_record = json_end_record,
    .error = json_error,
    .begin = json_begin,
    .begin_labelled = json_begin_labelled,
    .end = json_end,
    .value = json_value,
    .hex = json_hex,
};
