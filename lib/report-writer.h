/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a writer of reports does; report.c calls it, report-text.c, report-json.c and
 * report-fields.c are the writers. For nobody else.
 */
#ifndef OCSPKIT_REPORT_WRITER_H
#define OCSPKIT_REPORT_WRITER_H

#include "report.h"

/* How a value's characters are to be taken. */
enum value_kind {
    VALUE_LITERAL, /* a number, true, false: unquoted in JSON */
    VALUE_WORD,    /* nothing in it needs escaping */
    VALUE_STRING,  /* from an input */
};

struct report_writer {
    void (*begin_record)(struct report *r, const struct record_head *head);
    void (*end_record)(struct report *r);
    void (*error)(struct report *r, const struct record_head *head, const struct error *e,
                  size_t line);
    void (*begin)(struct report *r, const struct field *f);
    void (*begin_labelled)(struct report *r, const struct field *f, const char *label,
                           const char *suffix);
    void (*end)(struct report *r, const struct field *f);
    void (*value)(struct report *r, const struct field *f, struct slice value, enum value_kind kind,
                  enum tone tone);
    void (*hex)(struct report *r, const struct field *f, struct slice octets);
};

extern const struct report_writer report_text_writer;
extern const struct report_writer report_json_writer;
extern const struct report_writer report_fields_writer;

/* The same as report_room() where there is no room yet. */
uint8_t *report_more_room(struct report *r, size_t len);

/* Room in r->out, or null with the trouble kept. */
static inline uint8_t *report_room(struct report *r, size_t len)
{
    if (LIKELY(r->out.size - r->out.len >= len && r->out.size > 0))
        return r->out.data + r->out.len;
    return report_more_room(r, len);
}

/* What can be at the start of `text`: the length of a character that may be shown, or 0 with what
 * it is. */
struct unshown {
    bool is_character; /* a character that may not be shown, else a byte that is no UTF-8 */
    uint32_t code;
    size_t len;
};
size_t report_shown(struct slice text, struct unshown *unshown);

#endif
