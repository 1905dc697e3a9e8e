/* SPDX-License-Identifier: Apache-2.0 */
/*
 * DER in a notation that can be read, for tables of cases:
 *
 *     30{ 06:550403 0C'example' }     elements inside, octets in hex, characters
 *     !30800000                       octets as they stand, for what is malformed on purpose
 *
 * A tag is two hex digits; lengths are put in. Blanks between elements are ignored; one has to
 * stand between hex and the next tag.
 */
#ifndef OCSPKIT_DER_TEXT_H
#define OCSPKIT_DER_TEXT_H

#include "hex.h"
#include "slice.h"

#include <stdlib.h>

#define DER_TEXT_MAX (128 * 1024)

static inline const char *der_text_elements(const char *at, uint8_t *out, size_t *len);

/* Pairs of hex digits, as many as stand there. */
static inline const char *der_text_hex(const char *at, uint8_t *out, size_t *len)
{
    while (hex_digit((uint8_t)at[0]) >= 0 && hex_digit((uint8_t)at[1]) >= 0) {
        out[(*len)++] = (uint8_t)(hex_digit((uint8_t)at[0]) << 4 | hex_digit((uint8_t)at[1]));
        at += 2;
    }
    return at;
}

static inline const char *der_text_contents(const char *at, uint8_t *out, size_t *len)
{
    if (*at == '{')
        return der_text_elements(at + 1, out, len) + 1;
    if (*at == ':')
        return der_text_hex(at + 1, out, len);
    for (at++; *at != '\''; at++)
        out[(*len)++] = (uint8_t)*at;
    return at + 1;
}

static inline size_t der_text_length(size_t len, uint8_t *out)
{
    size_t octets = len < 0x80 ? 0 : len < 0x100 ? 1 : len < 0x10000 ? 2 : 3;

    out[0] = (uint8_t)(octets == 0 ? len : 0x80 | octets);
    for (size_t i = 0; i < octets; i++)
        out[1 + i] = (uint8_t)(len >> 8 * (octets - 1 - i));
    return 1 + octets;
}

static inline const char *der_text_element(const char *at, uint8_t *out, size_t *len)
{
    uint8_t *contents = malloc(DER_TEXT_MAX);
    size_t contents_len = 0;

    if (contents == NULL)
        abort();
    out[(*len)++] = (uint8_t)(hex_digit((uint8_t)at[0]) << 4 | hex_digit((uint8_t)at[1]));
    at = der_text_contents(at + 2, contents, &contents_len);
    *len += der_text_length(contents_len, out + *len);
    memcpy(out + *len, contents, contents_len);
    *len += contents_len;
    free(contents);
    return at;
}

/* To the end of the text or the brace that closes what they are in. */
static inline const char *der_text_elements(const char *at, uint8_t *out, size_t *len)
{
    while (*at != '\0' && *at != '}') {
        if (*at == ' ')
            at++;
        else if (*at == '!')
            at = der_text_hex(at + 1, out, len);
        else
            at = der_text_element(at, out, len);
    }
    return at;
}

/* The DER, in `out` of DER_TEXT_MAX bytes. */
static inline struct slice der_text(const char *text, uint8_t *out)
{
    size_t len = 0;

    (void)der_text_elements(text, out, &len);
    return slice_of(out, len);
}

#endif
