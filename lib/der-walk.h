/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The elements of bytes that may be anything, one after another, outer before inner: as far as can
 * be told, whatever is wrong with them. For showing where something broken breaks; what is to be
 * relied on is read with der.h.
 *
 * Takes BER lengths as they are, cuts every element to the level that it stands in, and looks no
 * deeper than LIMIT_NESTING. Each step moves on by a byte at least.
 */
#ifndef OCSPKIT_DER_WALK_H
#define OCSPKIT_DER_WALK_H

#include "buffer.h"
#include "slice.h"

struct der_walk {
    struct slice bytes;
    size_t look_into; /* an OCTET STRING or BIT STRING with this byte in it is entered */
    size_t at;        /* what comes next */
    unsigned depth;
    size_t ends[LIMIT_NESTING]; /* of the levels that were entered */
};

struct der_walk_element {
    size_t offset;   /* of its first byte */
    size_t header;   /* octets of tag and length; 0: no element begins here */
    uint8_t tag;     /* the first octet */
    bool indefinite; /* its length is 0x80: it is taken to go to the end of its level */
    size_t len;      /* of the contents, as the length says */
    unsigned depth;
    bool entered;          /* what comes next is inside of it */
    struct slice contents; /* those that are there; without a header, the rest of the level */
};

/* `look_into` is an offset in the bytes, SIZE_MAX for none. */
void der_walk_start(struct der_walk *walk, struct slice bytes, size_t look_into);

/* The next element; false at the end. */
bool der_walk_next(struct der_walk *walk, struct der_walk_element *element);

#endif
