/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-notes.h"

#include "ocsp-url.h"

static const struct field NOTES = FIELD_LEVEL("notes", "", LEVEL_LIST, 4);
static const struct field NOTE = FIELD("", "Note", LAYOUT_LINE);

#define REPAIRS_MAX 32

void describe_notes(struct report *r, departure_set departures, unsigned repairs)
{
    describe_notes_and(r, departures, repairs, NULL);
}

void describe_notes_and(struct report *r, departure_set departures, unsigned repairs,
                        const char *more)
{
    if (departures == 0 && repairs == 0 && more == NULL)
        return;
    report_begin(r, &NOTES);
    for (unsigned i = 0; i < DEPARTURE_COUNT; i++) {
        if ((departures & 1U << i) != 0)
            report_toned(r, &NOTE, departure_text((enum departure)i), TONE_WARNING);
    }
    for (unsigned i = 0; i < REPAIRS_MAX; i++) {
        if ((repairs & 1U << i) != 0)
            report_toned(r, &NOTE, ocsp_url_repair_text((enum ocsp_url_repair)(1U << i)),
                         TONE_WARNING);
    }
    if (more != NULL)
        report_toned(r, &NOTE, more, TONE_WARNING);
    report_end(r, &NOTES);
}
