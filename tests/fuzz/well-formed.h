/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What has to hold of all output, REQUIREd by a second opinion that shares nothing with the
 * writers.
 */
#ifndef OCSPKIT_WELL_FORMED_H
#define OCSPKIT_WELL_FORMED_H

#include "slice.h"

/*
 * UTF-8 without controls, what reorders text, what cannot be seen, or what is no character; every
 * line ended. `color`: with the colours' escape sequences.
 */
void require_text(struct slice output, bool color);

/* The same without a line end. */
void require_shown(struct slice output);

/*
 * `count` lines of a JSON object (RFC 8259), no key twice in an object, the strings as text is;
 * numbers without fraction and exponent.
 */
void require_json_lines(struct slice output, size_t count);

/* One line of `columns` values. */
void require_fields(struct slice output, size_t columns);

#endif
