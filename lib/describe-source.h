/* SPDX-License-Identifier: Apache-2.0 */
/* What a line of text is about: the input's name, and which object of it: "ca.pem", "ca.pem#2". */
#ifndef OCSPKIT_DESCRIBE_SOURCE_H
#define OCSPKIT_DESCRIBE_SOURCE_H

#include "report.h"

/*
 * A scalar of field `f`. `index` counts from 0, the name from 1, and the first has no number.
 * `scratch` is overwritten: it is the caller's so that a long run allocates once. In JSON every
 * record has its source already, so `f` has no key.
 */
void describe_source(struct report *r, const struct field *f, struct slice source, size_t index,
                     struct buffer *scratch);

/* The same for a line of it, from 1: "list.txt:12". */
void describe_source_line(struct report *r, const struct field *f, struct slice source, size_t line,
                          struct buffer *scratch);

#endif
