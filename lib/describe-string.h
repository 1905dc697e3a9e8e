/* SPDX-License-Identifier: Apache-2.0 */
/* Values that are characters, and values of any type. */
#ifndef OCSPKIT_DESCRIBE_STRING_H
#define OCSPKIT_DESCRIBE_STRING_H

#include "der.h"
#include "report.h"

/* A text that was put together in report_scratch(), or failed to be. */
void describe_composed(struct report *r, const struct field *f, bool complete);

/* The contents of a string of that type. */
void describe_string(struct report *r, const struct field *f, uint8_t tag, struct slice contents);

/*
 * One whole element of any type, as characters: a string's, an OID's name, a time; else # and the
 * hex of its DER, as RFC 4514 2.4 has it.
 */
void describe_any(struct report *r, const struct field *f, struct slice element);

/* Appends the same; false where there is no room. */
bool any_append(struct report *r, struct buffer *out, struct slice element);

/* Appends the OID's label in text, its name in data, dotted where it has none. */
bool oid_append(struct report *r, struct buffer *out, struct slice oid);

#endif
