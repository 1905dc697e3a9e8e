/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of any size, by the contents octets of their INTEGER, as OpenSSL prints those of
 * extensions. */
#ifndef OCSPKIT_DESCRIBE_INTEGER_H
#define OCSPKIT_DESCRIBE_INTEGER_H

#include "report.h"

/* In text decimal up to 127 bits, then 0x and hex; in data hex as report_integer() writes it. */
void describe_integer(struct report *r, const struct field *f, struct slice octets);

/* In data a number, while it is small enough for every reader of JSON to hold; text as above. */
void describe_count(struct report *r, const struct field *f, struct slice octets);

/*
 * In text only, as OpenSSL prints the numbers of keys: one that 64 bits hold as `line`, "7 (0x7)",
 * else its octets as `dump`.
 */
void describe_key_number(struct report *r, const struct field *line, const struct field *dump,
                         struct slice octets);

/* Appends the text form. */
bool integer_append_text(struct buffer *out, struct slice octets, struct error *e) MUST_USE;

#endif
