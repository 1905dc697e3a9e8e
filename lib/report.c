/* SPDX-License-Identifier: Apache-2.0 */
#include "report.h"

#include "decimal.h"
#include "hex.h"
#include "oid.h"
#include "pem.h"
#include "report-writer.h"
#include "timestamp.h"

#include <inttypes.h>
#include <stdio.h>

static void skip_record(struct report *r, const struct record_head *head)
{
    (void)r;
    (void)head;
}

static void skip_end_record(struct report *r)
{
    (void)r;
}

static void skip_error(struct report *r, const struct record_head *head, const struct error *e,
                       size_t line)
{
    (void)r;
    (void)head;
    (void)e;
    (void)line;
}

static void skip_level(struct report *r, const struct field *f)
{
    (void)r;
    (void)f;
}

static void skip_labelled(struct report *r, const struct field *f, const char *label,
                          const char *suffix)
{
    (void)r;
    (void)f;
    (void)label;
    (void)suffix;
}

static void skip_value(struct report *r, const struct field *f, struct slice value,
                       enum value_kind kind, enum tone tone)
{
    (void)r;
    (void)f;
    (void)value;
    (void)kind;
    (void)tone;
}

static void skip_hex(struct report *r, const struct field *f, struct slice octets)
{
    (void)r;
    (void)f;
    (void)octets;
}

static const struct report_writer quiet_writer = {
    .begin_record = skip_record,
    .end_record = skip_end_record,
    .error = skip_error,
    .begin = skip_level,
    .begin_labelled = skip_labelled,
    .end = skip_level,
    .value = skip_value,
    .hex = skip_hex,
};

void report_init(struct report *r, enum report_format format, bool color)
{
    static const struct report_writer *const writers[] = {
        [REPORT_TEXT] = &report_text_writer,
        [REPORT_JSON] = &report_json_writer,
        [REPORT_FIELDS] = &report_fields_writer,
        [REPORT_QUIET] = &quiet_writer,
    };

    *r = (struct report){
        .writer = writers[format],
        .format = format,
        .out = BUFFER_INIT(LIMIT_OUTPUT),
        .scratch = BUFFER_INIT(LIMIT_OUTPUT),
    };
    report_set_color(r, color);
}

void report_set_color(struct report *r, bool color)
{
    r->color = color && r->format == REPORT_TEXT;
    r->plain = !r->color && r->format == REPORT_TEXT;
}

bool report_check(const struct report *r, struct error *e)
{
    return !r->failed || error_set(e, r->trouble.code, "%s", r->trouble.text);
}

uint8_t *report_more_room(struct report *r, size_t len)
{
    uint8_t *room = buffer_room(&r->out, len + 1, &r->trouble);

    if (room == NULL)
        r->failed = true;
    return room;
}

void report_begin_record(struct report *r, const struct record_head *head)
{
    r->writer->begin_record(r, head);
}

void report_end_record(struct report *r)
{
    r->writer->end_record(r);
}

void report_error(struct report *r, const struct record_head *head, const struct error *e,
                  size_t line)
{
    r->writer->error(r, head, e, line);
}

void report_begin_labelled(struct report *r, const struct field *f, const char *label,
                           const char *suffix)
{
    r->writer->begin_labelled(r, f, label, suffix);
}

struct slice report_written(const struct report *r, size_t since)
{
    struct slice element = slice_from(buffer_slice(&r->out), since);

    if (r->failed || (r->format != REPORT_TEXT && r->format != REPORT_JSON))
        return SLICE_NONE;
    if (r->format == REPORT_JSON && slice_starts_with(element, SLICE(",")))
        return slice_from(element, 1);
    return element;
}

void report_repeat(struct report *r, struct slice element)
{
    uint8_t *at = report_room(r, element.len + 1);

    if (at == NULL)
        return;
    if (r->format == REPORT_JSON && r->comma)
        *at++ = ',';
    memcpy(at, element.data, element.len);
    r->out.len = (size_t)(at - r->out.data) + element.len;
    r->comma = true;
}

void report_word(struct report *r, const struct field *f, const char *word)
{
    if (report_shows(r, f))
        report_value(r, f, slice_of_string(word), VALUE_WORD);
}

void report_toned(struct report *r, const struct field *f, const char *word, enum tone tone)
{
    struct slice value = slice_of_string(word);

    if (r->plain)
        report_value(r, f, value, VALUE_WORD);
    else
        r->writer->value(r, f, value, VALUE_WORD, tone);
}

/* The magnitude of a negative INTEGER, in two's complement of any length up to LIMIT_SERIAL. */
static struct slice negate(struct slice octets, uint8_t out[LIMIT_SERIAL])
{
    size_t len = octets.len < LIMIT_SERIAL ? octets.len : LIMIT_SERIAL;
    unsigned carry = 1;

    for (size_t i = len; i > 0; i--) {
        unsigned sum = (uint8_t)~octets.data[i - 1] + carry;
        out[i - 1] = (uint8_t)sum;
        carry = sum >> 8;
    }
    return slice_of(out, len);
}

/* A serial number that a long holds, as OpenSSL prints it: "5 (0x5)". */
static void report_short_serial(struct report *r, const struct field *f, bool negative,
                                struct slice magnitude)
{
    uint64_t value = 0;
    char text[64];
    const char *sign = negative ? "-" : "";

    for (size_t i = 0; i < magnitude.len; i++)
        value = value << 8 | magnitude.data[i];
    (void)snprintf(text, sizeof(text), "%s%" PRIu64 " (%s0x%" PRIx64 ")", sign, value, sign, value);
    r->writer->value(r, f, slice_of_string(text), VALUE_WORD, TONE_PLAIN);
}

/* Where OpenSSL prints a number, and where the sign stands in front of the hex. */
static void report_other_integer(struct report *r, const struct field *f, struct slice octets)
{
    uint8_t magnitude_bytes[LIMIT_SERIAL];
    uint8_t text[1 + 2 * LIMIT_SERIAL];
    bool negative = octets.len > 0 && octets.data[0] >= 0x80;
    struct slice magnitude = negative ? negate(octets, magnitude_bytes) : octets;
    size_t len = 0;

    if (magnitude.len > 1 && magnitude.data[0] == 0)
        magnitude = slice_from(magnitude, 1);
    if (report_is_text(r) && f->layout == LAYOUT_SERIAL &&
        (magnitude.len < 8 || (magnitude.len == 8 && magnitude.data[0] < 0x80))) {
        report_short_serial(r, f, negative, magnitude);
        return;
    }
    if (!negative || octets.len > LIMIT_SERIAL) {
        report_hex(r, f, negative ? octets : magnitude);
        return;
    }
    text[len++] = '-';
    hex_encode(text + len, magnitude);
    len += 2 * magnitude.len;
    r->writer->value(r, f, slice_of(text, len), VALUE_WORD, TONE_PLAIN);
}

void report_integer(struct report *r, const struct field *f, struct slice octets)
{
    if (octets.len < 2 || octets.data[0] >= 0x80 || f->layout == LAYOUT_SERIAL)
        report_other_integer(r, f, octets);
    else
        report_hex(r, f, octets.data[0] == 0 ? slice_from(octets, 1) : octets);
}

void report_number(struct report *r, const struct field *f, int64_t number)
{
    bool negative = number < 0;
    uint8_t text[1 + DECIMAL_MAX] = "-";
    size_t len;

    if (!report_shows(r, f))
        return;
    len =
        negative + decimal_format(negative ? -(uint64_t)number : (uint64_t)number, text + negative);
    r->writer->value(r, f, slice_of(text, len), VALUE_LITERAL, TONE_PLAIN);
}

static NOINLINE void report_other_version(struct report *r, const struct field *f, uint32_t encoded)
{
    char text[32];

    if (report_is_text(r))
        (void)snprintf(text, sizeof(text), "%" PRIu32 " (0x%" PRIx32 ")", encoded + 1, encoded);
    else
        (void)snprintf(text, sizeof(text), "%" PRIu32, encoded + 1);
    report_value(r, f, slice_of_string(text), VALUE_LITERAL);
}

/* Versions 1 to 3 are all that there are in practice. */
void report_version(struct report *r, const struct field *f, uint32_t encoded)
{
    static const char texts[][8] = {"1 (0x0)", "2 (0x1)", "3 (0x2)"};

    if (LIKELY(encoded < ARRAY_SIZE(texts)))
        report_value(r, f, slice_of(texts[encoded], report_is_text(r) ? 7 : 1), VALUE_LITERAL);
    else
        report_other_version(r, f, encoded);
}

void report_boolean(struct report *r, const struct field *f, bool value)
{
    static const char *const words[2][2] = {{"false", "true"}, {"FALSE", "TRUE"}};

    r->writer->value(r, f, slice_of_string(words[report_is_text(r)][value]), VALUE_LITERAL,
                     TONE_PLAIN);
}

/* Most times stand in a plain line, and are written right there. */
static bool report_plain_time(struct report *r, const struct field *f, int64_t time)
{
    uint8_t *at;

    if (f->layout != LAYOUT_LINE || !report_has_room(r, TIMESTAMP_OPENSSL_LEN))
        return false;
    at = report_put_label(r, f);
    at[0] = ':';
    at[1] = ' ';
    timestamp_format_openssl(time, at + 2);
    at += 2 + TIMESTAMP_OPENSSL_LEN;
    *at++ = '\n';
    r->out.len = (size_t)(at - r->out.data);
    return true;
}

static NOINLINE void report_other_time(struct report *r, const struct field *f, int64_t time)
{
    uint8_t text[TIMESTAMP_OPENSSL_LEN];
    size_t len = TIMESTAMP_RFC3339_LEN;

    if (report_is_text(r) && !r->in_row) {
        timestamp_format_openssl(time, text);
        len = TIMESTAMP_OPENSSL_LEN;
    } else {
        timestamp_format_rfc3339(time, text);
    }
    r->writer->value(r, f, slice_of(text, len), VALUE_WORD, TONE_PLAIN);
}

void report_time(struct report *r, const struct field *f, int64_t time)
{
    if (f->label_len == 0 || !report_plain_time(r, f, time))
        report_other_time(r, f, time);
}

static NOINLINE void report_unknown_oid(struct report *r, const struct field *f, struct slice oid)
{
    char dotted[OID_DOTTED_MAX];

    if (oid_to_dotted(oid, dotted, NULL))
        report_word(r, f, dotted);
    else
        r->writer->hex(r, f, oid);
}

void report_oid(struct report *r, const struct field *f, struct slice oid)
{
    const struct oid *known = oid_find(oid);

    if (UNLIKELY(known == NULL))
        report_unknown_oid(r, f, oid);
    else if (!report_is_text(r))
        r->writer->value(r, f, slice_of(known->name, known->name_len), VALUE_WORD, TONE_PLAIN);
    else if (report_shows(r, f))
        report_value(r, f, slice_of(known->label, known->label_len), VALUE_WORD);
}

void report_null(struct report *r, const struct field *f)
{
    if (r->format == REPORT_JSON)
        r->writer->value(r, f, SLICE("null"), VALUE_LITERAL, TONE_PLAIN);
}

void report_blank_line(struct report *r)
{
    uint8_t *at = report_is_text(r) ? report_room(r, 1) : NULL;

    if (at == NULL)
        return;
    *at = '\n';
    r->out.len++;
}

void report_pem(struct report *r, const char *label, struct slice der)
{
    if (report_is_text(r) && !pem_append(&r->out, label, der, &r->trouble))
        r->failed = true;
}
