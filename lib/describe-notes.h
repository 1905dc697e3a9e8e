/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_NOTES_H
#define OCSPKIT_DESCRIBE_NOTES_H

#include "departure.h"
#include "report.h"

/*
 * The notes of a record, at its end: "notes":[...] in data, where there are any; a line "    Note:
 * ..." each in text. `repairs` is a mask of enum ocsp_url_repair, 0 for what came by no URL.
 */
void describe_notes(struct report *r, departure_set departures, unsigned repairs);

/* The same, and one more at the end; null: none. */
void describe_notes_and(struct report *r, departure_set departures, unsigned repairs,
                        const char *more);

#endif
