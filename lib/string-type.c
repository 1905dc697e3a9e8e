/* SPDX-License-Identifier: Apache-2.0 */
#include "string-type.h"

#define REPLACEMENT     0xFFFDU
#define REPLACEMENT_LEN 3 /* in UTF-8 */
#define CHARACTER_MAX   0x10FFFFU

bool string_type_is_known(uint8_t tag)
{
    switch (tag) {
    case DER_UTF8_STRING:
    case DER_NUMERIC_STRING:
    case DER_PRINTABLE_STRING:
    case DER_TELETEX_STRING:
    case DER_IA5_STRING:
    case DER_VISIBLE_STRING:
    case DER_UNIVERSAL_STRING:
    case DER_BMP_STRING:
        return true;
    default:
        return false;
    }
}

/* Octets to a character, or the least of them where it varies. */
static size_t width(uint8_t tag)
{
    return tag == DER_UNIVERSAL_STRING ? 4 : tag == DER_BMP_STRING ? 2 : 1;
}

/* X.680 41.4: letters, digits, blank and ' ( ) + , - . / : = ? as a bit for each octet. */
static bool is_printable_string(uint8_t c)
{
    static const uint32_t allowed[8] = {0, 0xA7FFFB81, 0x07FFFFFE, 0x07FFFFFE};

    return (allowed[c / 32] >> (c % 32) & 1) != 0;
}

static bool all_printable(struct slice text)
{
    bool all = true;

    for (size_t i = 0; i < text.len; i++)
        all &= is_printable_string(text.data[i]);
    return all;
}

/* Eight octets at a time: most strings are ASCII. */
static bool all_ascii(struct slice text)
{
    uint64_t high = 0;
    uint64_t eight;
    size_t i = 0;

    for (; text.len - i >= sizeof(eight); i += sizeof(eight)) {
        memcpy(&eight, text.data + i, sizeof(eight));
        high |= eight;
    }
    for (; i < text.len; i++)
        high |= text.data[i];
    return (high & UINT64_C(0x8080808080808080)) == 0;
}

static bool all_visible(struct slice text)
{
    bool all = true;

    for (size_t i = 0; i < text.len; i++)
        all &= text.data[i] >= 0x20 && text.data[i] <= 0x7E;
    return all;
}

static bool all_numeric(struct slice text)
{
    bool all = true;

    for (size_t i = 0; i < text.len; i++)
        all &= text.data[i] == ' ' || (text.data[i] >= '0' && text.data[i] <= '9');
    return all;
}

/* The length of the character at the start, as RFC 3629 4 has it; 0 where there is none. */
static size_t utf8_length(struct slice text)
{
    uint8_t first = text.data[0];
    uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    size_t len = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

    if (len == 1)
        return 1;
    if (first < 0xC2 || first > 0xF4 || text.len < len || text.data[1] < least ||
        text.data[1] > most)
        return 0;
    for (size_t i = 2; i < len; i++) {
        if ((text.data[i] & 0xC0) != 0x80)
            return 0;
    }
    return len;
}

static bool all_utf8(struct slice text)
{
    while (text.len > 0) {
        size_t len = utf8_length(text);

        if (len == 0)
            return false;
        text = slice_from(text, len);
    }
    return true;
}

/* The character at the start of a string of wide characters, whose octets are taken from it. */
static uint32_t take_wide(struct slice *text, size_t octets)
{
    uint32_t code = 0;

    for (size_t i = 0; i < octets; i++)
        code = code << 8 | text->data[i];
    *text = slice_from(*text, octets);
    return code;
}

static bool is_surrogate(uint32_t code)
{
    return code >= 0xD800 && code <= 0xDFFF;
}

static bool all_wide(struct slice text, size_t octets)
{
    while (text.len > 0) {
        uint32_t code = take_wide(&text, octets);

        if (code > CHARACTER_MAX || is_surrogate(code))
            return false;
    }
    return true;
}

static bool is_of_type(uint8_t tag, struct slice text)
{
    switch (tag) {
    case DER_PRINTABLE_STRING:
        return all_printable(text);
    case DER_UTF8_STRING:
        return all_ascii(text) || all_utf8(text);
    case DER_NUMERIC_STRING:
        return all_numeric(text);
    case DER_IA5_STRING:
        return all_ascii(text);
    case DER_VISIBLE_STRING:
        return all_visible(text);
    case DER_BMP_STRING:
    case DER_UNIVERSAL_STRING:
        return all_wide(text, width(tag));
    default:
        return true;
    }
}

void string_check(const struct der *d, uint8_t tag, struct slice text)
{
    if (text.len % width(tag) != 0 || !is_of_type(tag, text))
        der_depart(d, DEPARTURE_STRING_CHARACTERS);
}

static uint8_t *put_utf8(uint8_t *at, uint32_t code)
{
    if (code < 0x80) {
        *at++ = (uint8_t)code;
        return at;
    }
    if (code < 0x800) {
        *at++ = (uint8_t)(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            *at++ = (uint8_t)(0xE0 | code >> 12);
        } else {
            *at++ = (uint8_t)(0xF0 | code >> 18);
            *at++ = (uint8_t)(0x80 | (code >> 12 & 0x3F));
        }
        *at++ = (uint8_t)(0x80 | (code >> 6 & 0x3F));
    }
    *at++ = (uint8_t)(0x80 | (code & 0x3F));
    return at;
}

/* Software that knows only UTF-16 writes pairs of surrogates into BMPStrings. */
static uint32_t take_character(struct slice *text, size_t octets)
{
    uint32_t code = take_wide(text, octets);
    struct slice rest = *text;
    uint32_t low;

    if (octets == 2 && code >= 0xD800 && code <= 0xDBFF && rest.len >= 2) {
        low = take_wide(&rest, 2);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            *text = rest;
            return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
    }
    return code > CHARACTER_MAX || is_surrogate(code) ? REPLACEMENT : code;
}

/* Software that knows only UTF-8 writes it into strings of ASCII's types. */
static bool is_utf8_all_the_same(uint8_t tag, struct slice text)
{
    return tag != DER_TELETEX_STRING && width(tag) == 1 && all_utf8(text);
}

bool string_append_utf8(struct buffer *out, uint8_t tag, struct slice text, struct error *e)
{
    size_t octets = width(tag);
    uint8_t *start;
    uint8_t *at;

    if (text.len == 0)
        return true;
    if (tag == DER_UTF8_STRING || (octets == 1 && all_ascii(text)) ||
        is_utf8_all_the_same(tag, text))
        return buffer_append(out, text, e);
    /* Latin-1 doubles at most, the others grow less. */
    start = at = buffer_room(out, 2 * text.len + REPLACEMENT_LEN, e);
    if (start == NULL)
        return false;
    while (text.len >= octets)
        at = put_utf8(at, take_character(&text, octets));
    if (text.len > 0)
        at = put_utf8(at, REPLACEMENT);
    out->len += (size_t)(at - start);
    return true;
}
