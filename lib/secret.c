/* SPDX-License-Identifier: Apache-2.0 */
#include "secret.h"

#include "base64.h"
#include "hex.h"

#define BEGIN     SLICE("-----BEGIN ")
#define END       SLICE("-----END ")
#define LABEL     SLICE("PRIVATE KEY-----")

#define LOOKED_AT 40                  /* characters of a word, which tell */
#define OCTETS    (LOOKED_AT * 3 / 4) /* that they stand for at most */

static bool is_base64_digit(uint8_t c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '+' ||
           c == '/' || c == '-' || c == '_';
}

/* What stands behind the element's tag and length. */
static struct slice behind_header(struct slice octets)
{
    size_t header = octets.len > 1 && octets.data[1] > 0x80 ? 2U + (octets.data[1] & 0x7F) : 2;

    return slice_from(octets, header < octets.len ? header : octets.len);
}

/*
 * Keys and PKCS#12 begin with their version, in one octet; encrypted keys with an algorithm of
 * PKCS#5 or PKCS#12 (RFC 8018 A, RFC 7292 C).
 */
static bool begins_key(struct slice octets)
{
    struct slice inside;

    if (octets.len == 0 || octets.data[0] != 0x30)
        return false;
    inside = behind_header(octets);
    if (slice_starts_with(inside, SLICE("\x02\x01")))
        return true;
    if (inside.len == 0 || inside.data[0] != 0x30)
        return false;
    inside = behind_header(inside);
    return slice_starts_with(inside, SLICE("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x05")) ||
           slice_starts_with(inside, SLICE("\x06\x0A\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01"));
}

static bool begins_base64_key(struct slice text)
{
    uint8_t octets[OCTETS + 16]; /* what base64_decode() asks for at most */
    struct buffer out = {.data = octets, .size = sizeof(octets), .cap = sizeof(octets)};
    size_t len = 0;

    while (len < text.len && len < LOOKED_AT && is_base64_digit(text.data[len]))
        len++;
    return base64_decode(slice_first(text, len & ~(size_t)3), &out, NULL) &&
           begins_key(buffer_slice(&out));
}

/* Whatever stands between the bytes: blanks, colons, what makes them an array of a program. */
static bool begins_hex_key(struct slice text)
{
    uint8_t octets[OCTETS];
    size_t len = 0;

    for (size_t i = 0; i + 1 < text.len && i < 4 * sizeof(octets) && len < sizeof(octets); i++) {
        int high = hex_digit(text.data[i]);
        int low = hex_digit(text.data[i + 1]);

        if (high >= 0 && low >= 0) {
            octets[len++] = (uint8_t)(high << 4 | low);
            i++;
        }
    }
    return begins_key(slice_of(octets, len));
}

/* At the start of each word: DER in base64 begins with the upper six bits of SEQUENCE, in hex with
 * its two digits. */
static bool has_key(struct slice text)
{
    for (size_t at = 0; at + 1 < text.len; at++) {
        struct slice rest = slice_from(text, at);

        if (rest.data[0] == 'M' && (at == 0 || !is_base64_digit(text.data[at - 1])) &&
            begins_base64_key(rest))
            return true;
        if (slice_starts_with(rest, SLICE("30")) && (at == 0 || hex_digit(text.data[at - 1]) < 0) &&
            begins_hex_key(rest))
            return true;
    }
    return false;
}

/* Whether a block of a private key begins and does not end. */
static bool is_open(struct slice text)
{
    size_t begin = slice_find(text, BEGIN);

    while (begin < text.len) {
        text = slice_from(text, begin + BEGIN.len);
        begin = slice_find(text, BEGIN);
        if (slice_find(slice_first(text, begin), END) == begin)
            return slice_find(text, LABEL) < text.len;
    }
    return false;
}

bool secret_is_in(struct slice text, bool *goes_on)
{
    bool is_labelled = slice_find(text, LABEL) < text.len;
    bool is_more = *goes_on;

    if (is_labelled)
        *goes_on = is_open(text);
    else if (slice_find(text, BEGIN) < text.len || slice_find(text, END) < text.len)
        *goes_on = false;
    return is_labelled || is_more || has_key(text);
}
