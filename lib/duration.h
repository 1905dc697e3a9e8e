/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Spans of time in seconds: as a user types them, and in words. Days have 24 hours; no months, no
 * years.
 */
#ifndef OCSPKIT_DURATION_H
#define OCSPKIT_DURATION_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

/*
 * "300" or "300s", "5m", "2h", "10d", "2w", and several from large to small: "1h30m". A bare number
 * is in seconds and stands alone. Not negative, no fractions, no blanks. False: ERROR_USAGE, which
 * names what was found; also where the sum is over INT64_MAX.
 */
bool duration_parse(struct slice text, int64_t *seconds, struct error *e) MUST_USE;

#define DURATION_WORDS_MAX 32
/*
 * The two largest units of d, h, min and s, truncated, a second one of zero left out: "2 d 21 h",
 * "2 d", "5 min 3 s", "0 s". Of a negative span the magnitude: the sign is the caller's "ago".
 * Returns the length without the NUL.
 */
size_t duration_format_words(int64_t seconds, char out[DURATION_WORDS_MAX]);

#define DURATION_DISTANCE_MAX (DURATION_WORDS_MAX + 8)
/* How far a moment is that was `since` seconds ago: "2 d 21 h ago", "in 4 d", "now". Returns `out`.
 */
const char *duration_format_distance(int64_t since, char out[DURATION_DISTANCE_MAX]);

#endif
