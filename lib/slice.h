/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run of bytes that somebody else owns. Passed by value; valid as long as the owner's bytes are.
 * An absent value is the empty slice with a null pointer; an empty value has a pointer.
 */
#ifndef OCSPKIT_SLICE_H
#define OCSPKIT_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const uint8_t *data;
    size_t len;
};

#define SLICE_NONE ((struct slice){NULL, 0})

/* A string literal as a slice, without its NUL. */
#define SLICE(literal) ((struct slice){(const uint8_t *)(literal), sizeof(literal) - 1})
#define SLICE_CONST(literal)                                                                       \
    {                                                                                              \
        (const uint8_t *)(literal), sizeof(literal) - 1                                            \
    }

static inline struct slice slice_of(const void *data, size_t len)
{
    return (struct slice){data, len};
}

static inline struct slice slice_of_string(const char *s)
{
    return (struct slice){(const uint8_t *)s, strlen(s)};
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

/* Whether the slice is exactly this NUL-terminated string. */
static inline bool slice_is(struct slice a, const char *s)
{
    return slice_equal(a, slice_of_string(s));
}

/* A capital letter of ASCII made small; every other octet as it is. */
static inline uint8_t ascii_lower(uint8_t c)
{
    return c >= 'A' && c <= 'Z' ? (uint8_t)(c | 0x20) : c;
}

/* Whether they are the same but for capital and small letters of ASCII. */
static inline bool slice_equal_without_case(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    }
    return true;
}

static inline bool slice_starts_with(struct slice a, struct slice prefix)
{
    return a.len >= prefix.len && (prefix.len == 0 || memcmp(a.data, prefix.data, prefix.len) == 0);
}

static inline bool slice_ends_with(struct slice a, struct slice suffix)
{
    return a.len >= suffix.len &&
           (suffix.len == 0 || memcmp(a.data + (a.len - suffix.len), suffix.data, suffix.len) == 0);
}

/* The bytes from `start` on; all of them have to be there, so start <= len. */
static inline struct slice slice_from(struct slice a, size_t start)
{
    return (struct slice){a.data + start, a.len - start};
}

/* The first `len` bytes; len <= a.len. */
static inline struct slice slice_first(struct slice a, size_t len)
{
    return (struct slice){a.data, len};
}

/* A blank, or what ends a line. */
static inline bool ascii_is_blank(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Without such in front and behind. */
static inline struct slice slice_trim(struct slice a)
{
    while (a.len > 0 && ascii_is_blank(a.data[0]))
        a = slice_from(a, 1);
    while (a.len > 0 && ascii_is_blank(a.data[a.len - 1]))
        a.len--;
    return a;
}

/* Where the byte first stands; a.len where it does not. */
static inline size_t slice_find_byte(struct slice a, uint8_t byte)
{
    const uint8_t *at = a.len > 0 ? memchr(a.data, byte, a.len) : NULL;
    return at != NULL ? (size_t)(at - a.data) : a.len;
}

/* Where `needle` (not empty) first stands; a.len where it does not. */
size_t slice_find(struct slice a, struct slice needle);

#endif
