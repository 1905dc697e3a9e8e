/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The serial numbers that somebody asks about: each once, in the order in which they were first
 * added. Finding one costs the same however many there are.
 */
#ifndef OCSPKIT_SERIAL_SET_H
#define OCSPKIT_SERIAL_SET_H

#include "buffer.h"

struct serial_set {
    struct buffer octets; /* the contents octets of all, one behind another */
    struct buffer places; /* struct serial_place of each */
    struct buffer slots;  /* a hash table: uint32_t, the number of a serial from 1, or 0 */
    size_t count;
};

/* An empty set that is to be freed with serial_set_free(). */
void serial_set_init(struct serial_set *set);
void serial_set_free(struct serial_set *set);

/* Adds the serial number that the text spells (serial_number_parse_text()). Errors: its own. */
bool serial_set_add(struct serial_set *set, struct slice text, struct error *e) MUST_USE;

/* The contents octets of the serial number with that number, from 0; valid until the next is added.
 */
struct slice serial_set_at(const struct serial_set *set, size_t number);

/* Whether its text may be meant as a decimal number (serial_decimal_may_be_meant()). */
bool serial_set_is_decimal(const struct serial_set *set, size_t number);

/* Which one has these contents octets; false where none has. */
bool serial_set_find(const struct serial_set *set, struct slice serial_number, size_t *number);

#endif
