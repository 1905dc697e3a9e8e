/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The counter of a long list, on standard error: "1234567 lines, 12 s", or "123 certificates, 12 s"
 * where that is what a command counts. Only on a terminal, and only after two seconds; it is wiped
 * from its line before anything else is written there.
 */
#ifndef OCSPKIT_PROGRESS_H
#define OCSPKIT_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed: nothing is ever shown. */
struct progress {
    bool wanted;
    bool shown;
    int64_t began;              /* milliseconds */
    int64_t last;               /* when it was shown */
    const size_t *certificates; /* not null: they are counted, not the lines; a command sets it */
};

/* At the start of a list. */
void progress_begin(struct progress *p);

/* Now and then, not in a hot loop: shows the count, at most five times a second. */
void progress_show(struct progress *p, size_t lines);

/* Before anything else is written to a terminal, and at the end of the list. */
void progress_clear(struct progress *p);

#endif
