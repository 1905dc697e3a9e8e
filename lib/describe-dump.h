/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The elements of something broken up to the place where it breaks, as lines for a person: offset,
 * header and length, what it is by its depth, a short value.
 *
 *           10: 2+9                  SEQUENCE
 *           12: 2+5                    OBJECT IDENTIFIER sha1
 *    =>     21: 2+20                 NULL EB25D890FE2720F41D7D6AC15EEF76CF...
 *
 * Never long, whatever it is of: the last DUMP_LINES, and what they stand in; a line says how many
 * are left out between.
 */
#ifndef OCSPKIT_DESCRIBE_DUMP_H
#define OCSPKIT_DESCRIBE_DUMP_H

#include "buffer.h"

#define DUMP_LINES 64

struct dump {
    struct slice der;
    size_t base;       /* what is added to the offsets that are shown */
    bool has_place;    /* else the first DUMP_LINES elements are shown */
    size_t place;      /* where it breaks, an offset in `der` */
    bool hides_octets; /* it may be a key: values that are no text, time or OID are left out */
};

/* Appends the lines, each ended. Errors: ERROR_MEMORY, ERROR_LIMIT. */
bool dump_append(struct buffer *out, const struct dump *dump, struct error *e) MUST_USE;

#endif
