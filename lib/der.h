/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A cursor over DER (X.690): the one place that checks bounds; nobody else adds to a pointer.
 *
 * Strict: tags of one octet, lengths definite and minimal (10.1), BOOLEAN 00 or FF (11.1), INTEGER
 * and OBJECT IDENTIFIER minimal (8.3.2, 8.19.2), times as RFC 5280 4.1.2.5 has them. A level that
 * is entered is left with der_end(), so that nothing is left over in it. What is read all the same
 * is noted in `departures`.
 *
 * Every reading function moves the cursor behind what it read, and on failure sets the error with
 * the byte's offset from the origin and leaves the cursor where it was or behind; it is not used
 * again after that.
 */
#ifndef OCSPKIT_DER_H
#define OCSPKIT_DER_H

#include "compiler.h"
#include "departure.h"
#include "error.h"
#include "slice.h"

enum der_tag {
    DER_BOOLEAN = 0x01,
    DER_INTEGER = 0x02,
    DER_BIT_STRING = 0x03,
    DER_OCTET_STRING = 0x04,
    DER_NULL = 0x05,
    DER_OID = 0x06,
    DER_ENUMERATED = 0x0A,
    DER_UTF8_STRING = 0x0C,
    DER_NUMERIC_STRING = 0x12,
    DER_PRINTABLE_STRING = 0x13,
    DER_TELETEX_STRING = 0x14,
    DER_IA5_STRING = 0x16,
    DER_UTC_TIME = 0x17,
    DER_GENERALIZED_TIME = 0x18,
    DER_VISIBLE_STRING = 0x1A,
    DER_UNIVERSAL_STRING = 0x1C,
    DER_BMP_STRING = 0x1E,
    DER_SEQUENCE = 0x30,
    DER_SET = 0x31,
};

/* [n], constructed (EXPLICIT, or IMPLICIT over a constructed type) and primitive (IMPLICIT); n
 * < 31. */
#define DER_CONTEXT(n)           (0xA0 | (n))
#define DER_CONTEXT_PRIMITIVE(n) (0x80 | (n))

struct der {
    const uint8_t *at;
    const uint8_t *end;
    const uint8_t *origin;     /* where offsets count from */
    departure_set *departures; /* never null */
};

/* Where a slice ends; of one that is absent, null. */
static inline const uint8_t *der_end_of(struct slice bytes)
{
    return bytes.len > 0 ? bytes.data + bytes.len : bytes.data;
}

/* A cursor over a whole object; its departures are added to *departures. */
static inline struct der der_over(struct slice object, departure_set *departures)
{
    return (struct der){object.data, der_end_of(object), object.data, departures};
}

/* A cursor over `contents`, which lie within what `outer` runs over: the same origin and
 * departures. */
static inline struct der der_within(const struct der *outer, struct slice contents)
{
    return (struct der){contents.data, der_end_of(contents), outer->origin, outer->departures};
}

static inline bool der_at_end(const struct der *d)
{
    return d->at == d->end;
}

/* Whether an element with this tag comes next. */
static inline bool der_next_is(const struct der *d, uint8_t tag)
{
    return d->at != d->end && *d->at == tag;
}

static inline size_t der_offset(const struct der *d)
{
    return (size_t)(d->at - d->origin);
}

/* What is left: behind the last element of a list that was taken from. */
static inline struct slice der_rest(const struct der *d)
{
    return (struct slice){d->at, (size_t)(d->end - d->at)};
}

/* The same, and the cursor stands at the end: for what may hold anything. */
static inline struct slice der_take_rest(struct der *d)
{
    struct slice rest = der_rest(d);

    d->at = d->end;
    return rest;
}

static inline void der_depart(const struct der *d, enum departure departure)
{
    *d->departures |= 1U << departure;
}

/*
 * The contents as der_read() has them, for every length, of what is left from `offset` on;
 * SLICE_NONE with the error. It takes values alone, so that those of an inlined parser stay in
 * registers.
 */
struct slice der_read_slowly(struct slice left, size_t offset, uint8_t tag,
                             struct error *e) MUST_USE NOINLINE;

/* An element with this tag: its contents octets. */
static inline bool der_read(struct der *d, uint8_t tag, struct slice *contents, struct error *e)
{
    struct slice left = der_rest(d);

    if (LIKELY(left.len >= 2 && left.data[0] == tag && left.data[1] < 0x80 &&
               left.data[1] <= left.len - 2))
        *contents = (struct slice){left.data + 2, left.data[1]};
    else
        *contents = der_read_slowly(left, der_offset(d), tag, e);
    if (UNLIKELY(contents->data == NULL))
        return false;
    d->at = contents->data + contents->len;
    return true;
}

/* An element with this tag, tag and length included. */
static inline bool der_read_element(struct der *d, uint8_t tag, struct slice *element,
                                    struct error *e)
{
    const uint8_t *start = d->at;
    struct slice contents;

    if (!der_read(d, tag, &contents, e))
        return false;
    *element = (struct slice){start, (size_t)(d->at - start)};
    return true;
}

/* The contents as der_read_any() has them, for every tag and length, as der_read_slowly(). */
struct slice der_read_any_slowly(struct slice left, size_t offset,
                                 struct error *e) MUST_USE NOINLINE;

/* Whatever element comes next, its tag and contents. */
static inline bool der_read_any(struct der *d, uint8_t *tag, struct slice *contents,
                                struct error *e)
{
    struct slice left = der_rest(d);

    if (LIKELY(left.len >= 2 && (left.data[0] & 0x1F) != 0x1F && left.data[1] < 0x80 &&
               left.data[1] <= left.len - 2))
        *contents = (struct slice){left.data + 2, left.data[1]};
    else
        *contents = der_read_any_slowly(left, der_offset(d), e);
    if (UNLIKELY(contents->data == NULL))
        return false;
    *tag = left.data[0];
    d->at = contents->data + contents->len;
    return true;
}

/* A cursor into the element with this tag that comes next. */
static inline bool der_enter(struct der *d, uint8_t tag, struct der *inside, struct error *e)
{
    struct slice contents;

    if (!der_read(d, tag, &contents, e))
        return false;
    *inside = (struct der){contents.data, d->at, d->origin, d->departures};
    return true;
}

/*
 * SEQUENCE OF, SET OF, or that under an IMPLICIT tag: its contents, of which `check` reads one
 * element after the other. DER_MAY_BE_EMPTY or DER_NOT_EMPTY, which is SIZE (1..MAX). A walk over
 * the list reads the elements again.
 */
enum der_list_size {
    DER_MAY_BE_EMPTY,
    DER_NOT_EMPTY
};
typedef bool (*der_check_element)(struct der *d, struct error *e);
bool der_read_list(struct der *d, uint8_t tag, enum der_list_size size, der_check_element check,
                   struct slice *list, struct error *e) MUST_USE;

/* Sets the error of what is left from `offset` on. */
void der_fail_at_end(size_t left, size_t offset, struct error *e) COLD;

/* Nothing may be left. */
static inline bool der_end(const struct der *d, struct error *e)
{
    if (LIKELY(der_at_end(d)))
        return true;
    der_fail_at_end(der_rest(d).len, der_offset(d), e);
    return false;
}

/* BOOLEAN (X.690 8.2, 11.1). */
bool der_read_boolean(struct der *d, bool *value, struct error *e) MUST_USE;

/* `critical BOOLEAN DEFAULT FALSE` and its like: false where absent; a written FALSE is a
 * departure. */
bool der_read_boolean_default_false(struct der *d, bool *value, struct error *e) MUST_USE;

/* The same under an IMPLICIT tag: `onlyContainsCACerts [2] BOOLEAN DEFAULT FALSE`. */
bool der_read_flag(struct der *d, uint8_t tag, bool *value, struct error *e) MUST_USE;

/* INTEGER, minimal (8.3.2): its contents octets, two's complement, at least one. */
bool der_read_integer(struct der *d, struct slice *octets, struct error *e) MUST_USE;

/* The same under an IMPLICIT tag; SLICE_NONE where that tag does not come next. */
bool der_read_integer_optional(struct der *d, uint8_t tag, struct slice *octets,
                               struct error *e) MUST_USE;

/* An INTEGER or ENUMERATED from 0 to 2^31 - 1. */
bool der_read_number(struct der *d, uint8_t tag, uint32_t *value, struct error *e) MUST_USE;

/* BIT STRING: the octets behind the count of unused bits (0 to 7), whose bits are zero (11.2.1). */
bool der_read_bit_string(struct der *d, uint8_t tag, struct slice *octets, unsigned *unused,
                         struct error *e) MUST_USE;

/* A BIT STRING of whole octets: keys, signatures. */
bool der_read_octets_in_bits(struct der *d, struct slice *octets, struct error *e) MUST_USE;

/*
 * A named bit list as a mask, bit 0 of the list as 1 << 0, up to 32 bits (11.2.2). Untrimmed zero
 * bits are a departure.
 */
bool der_read_named_bits(struct der *d, uint8_t tag, uint32_t *bits, struct error *e) MUST_USE;

/* OBJECT IDENTIFIER, checked by oid_check(): its contents octets. */
bool der_read_oid(struct der *d, struct slice *oid, struct error *e) MUST_USE;

bool der_read_null(struct der *d, struct error *e) MUST_USE;

/* Whether one element may stand behind another in a SET OF (11.6): not before it, octet by octet.
 */
bool der_in_set_order(struct slice before, struct slice element);

/* GeneralizedTime YYYYMMDDHHMMSSZ (RFC 5280 4.1.2.5.2; RFC 6960 4.2.2.1): seconds since 1970 UTC.
 */
bool der_read_generalized_time(struct der *d, int64_t *time, struct error *e) MUST_USE;

/* The same under an IMPLICIT tag; *has says whether that tag came next. */
bool der_read_generalized_time_optional(struct der *d, uint8_t tag, bool *has, int64_t *time,
                                        struct error *e) MUST_USE;

/* CHOICE { UTCTime, GeneralizedTime } (RFC 5280 4.1.2.5): seconds since 1970 UTC. */
bool der_read_time(struct der *d, int64_t *time, struct error *e) MUST_USE;

/*
 * How long the element at the start of `bytes` is, tag and length included, for a reader that has
 * only the first part of it: *len is 0 where more bytes are needed to tell (at most 6 are).
 */
bool der_measure(struct slice bytes, size_t *len, struct error *e) MUST_USE;

/* What a tag is called in a message: "OCTET STRING (0x04)", "[0] (0xA0)". Into `out`, which it
 * returns. */
#define DER_TAG_NAME_MAX 48
const char *der_tag_name(uint8_t tag, char out[DER_TAG_NAME_MAX]);

#endif
