/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a writer of reports does; report.c calls it, report-text.c, report-json.c and
 * report-fields.c are the writers. For nobody else.
 */
#ifndef OCSPKIT_REPORT_WRITER_H
#define OCSPKIT_REPORT_WRITER_H

#include "report.h"

extern const struct report_writer report_text_writer;
extern const struct report_writer report_json_writer;
extern const struct report_writer report_fields_writer;

/* The same as report_room() where there is no room yet. */
uint8_t *report_more_room(struct report *r, size_t len) NOINLINE;

/* Room in r->out, or null with the trouble kept. */
static inline uint8_t *report_room(struct report *r, size_t len)
{
    if (LIKELY(r->out.size - r->out.len >= len && r->out.size > 0))
        return r->out.data + r->out.len;
    return report_more_room(r, len);
}

/*
 * Copies what of `text` may stand as it is, ASCII that is shown, up to one of two more characters
 * that may not; returns how many bytes that was. `to` has room for all of it.
 */
size_t report_copy_plain(uint8_t *to, struct slice text, uint8_t stop, uint8_t other_stop);

/* What can be at the start of `text`: the length of a character that may be shown, or 0 with what
 * it is. */
struct unshown {
    bool is_character; /* a character that may not be shown, else a byte that is no UTF-8 */
    uint32_t code;
    size_t len;
};
size_t report_shown(struct slice text, struct unshown *unshown);

#endif
