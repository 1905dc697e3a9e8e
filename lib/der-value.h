/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An element whose type its place does not tell (ANY): parameters, an attribute's value. DER all
 * the same, as far as the tag tells (X.690 8, 10.2, 11): BOOLEAN, INTEGER, ENUMERATED, BIT STRING,
 * NULL and OBJECT IDENTIFIER by their rules, strings primitive, and what is constructed down to its
 * last element. Whether the characters of a string are of its type, and what a time says, is not
 * checked.
 */
#ifndef OCSPKIT_DER_VALUE_H
#define OCSPKIT_DER_VALUE_H

#include "der.h"

/* The element at the front of `element`, which was read already; at most LIMIT_NESTING levels. */
bool der_check_value(struct der element, struct error *e) MUST_USE NOINLINE;

/* The types of which nothing more is to be asked: OCTET STRING, strings and times. */
#define DER_PLAIN_TAGS                                                                             \
    (1U << DER_OCTET_STRING | 1U << DER_UTF8_STRING | 1U << DER_NUMERIC_STRING |                   \
     1U << DER_PRINTABLE_STRING | 1U << DER_TELETEX_STRING | 1U << DER_IA5_STRING |                \
     1U << DER_UTC_TIME | 1U << DER_GENERALIZED_TIME | 1U << DER_VISIBLE_STRING |                  \
     1U << DER_UNIVERSAL_STRING | 1U << DER_BMP_STRING)

/* Whatever element comes next, its tag and contents. */
static inline bool der_read_value(struct der *d, uint8_t *tag, struct slice *contents,
                                  struct error *e)
{
    struct der before = *d;

    if (!der_read_any(d, tag, contents, e))
        return false;
    return LIKELY((*tag < 32 && (DER_PLAIN_TAGS & 1U << *tag) != 0) ||
                  (*tag == DER_NULL && contents->len == 0)) ||
           der_check_value(before, e);
}

/* The same, tag and length included. */
static inline bool der_read_value_element(struct der *d, struct slice *element, struct error *e)
{
    const uint8_t *start = d->at;
    struct slice contents;
    uint8_t tag;

    if (!der_read_value(d, &tag, &contents, e))
        return false;
    *element = (struct slice){start, (size_t)(d->at - start)};
    return true;
}

#endif
