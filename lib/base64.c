/* SPDX-License-Identifier: Apache-2.0 */
#include "base64.h"

#include "base64-blocks.h"

/* For each digit of base64: the character and the value, E(character, value). */
#define SHARED_DIGITS(E)                                                                           \
    E('A', 0), E('B', 1), E('C', 2), E('D', 3), E('E', 4), E('F', 5), E('G', 6), E('H', 7),        \
        E('I', 8), E('J', 9), E('K', 10), E('L', 11), E('M', 12), E('N', 13), E('O', 14),          \
        E('P', 15), E('Q', 16), E('R', 17), E('S', 18), E('T', 19), E('U', 20), E('V', 21),        \
        E('W', 22), E('X', 23), E('Y', 24), E('Z', 25), E('a', 26), E('b', 27), E('c', 28),        \
        E('d', 29), E('e', 30), E('f', 31), E('g', 32), E('h', 33), E('i', 34), E('j', 35),        \
        E('k', 36), E('l', 37), E('m', 38), E('n', 39), E('o', 40), E('p', 41), E('q', 42),        \
        E('r', 43), E('s', 44), E('t', 45), E('u', 46), E('v', 47), E('w', 48), E('x', 49),        \
        E('y', 50), E('z', 51), E('0', 52), E('1', 53), E('2', 54), E('3', 55), E('4', 56),        \
        E('5', 57), E('6', 58), E('7', 59), E('8', 60), E('9', 61)
#define STANDARD_DIGITS(E) SHARED_DIGITS(E), E('+', 62), E('/', 63)
#define BOTH_DIGITS(E)     STANDARD_DIGITS(E), E('-', 62), E('_', 63)

/*
 * Decoding: a table for each of the four places in a group. An entry has the digit's six bits where
 * they belong in the 24, and above them one mark of its place; 0 is no digit. So the four entries
 * of a whole group, or'ed, have all four marks.
 */
#define MARK(place)  (UINT32_C(1) << (24 + (place)))
#define WHOLE_GROUP  UINT32_C(0x0F)

#define FIRST(c, v)  [c] = MARK(0) | UINT32_C(v) << 18
#define SECOND(c, v) [c] = MARK(1) | UINT32_C(v) << 12
#define THIRD(c, v)  [c] = MARK(2) | UINT32_C(v) << 6
#define FOURTH(c, v) [c] = MARK(3) | UINT32_C(v)

static const uint32_t first[256] = {BOTH_DIGITS(FIRST)};
static const uint32_t second[256] = {BOTH_DIGITS(SECOND)};
static const uint32_t third[256] = {BOTH_DIGITS(THIRD)};
static const uint32_t fourth[256] = {BOTH_DIGITS(FOURTH)};

/* Encoding: the two characters of each twelve bits. */
#define ROW(h, v)                                                                                  \
    h, 'A', h, 'B', h, 'C', h, 'D', h, 'E', h, 'F', h, 'G', h, 'H', h, 'I', h, 'J', h, 'K', h,     \
        'L', h, 'M', h, 'N', h, 'O', h, 'P', h, 'Q', h, 'R', h, 'S', h, 'T', h, 'U', h, 'V', h,    \
        'W', h, 'X', h, 'Y', h, 'Z', h, 'a', h, 'b', h, 'c', h, 'd', h, 'e', h, 'f', h, 'g', h,    \
        'h', h, 'i', h, 'j', h, 'k', h, 'l', h, 'm', h, 'n', h, 'o', h, 'p', h, 'q', h, 'r', h,    \
        's', h, 't', h, 'u', h, 'v', h, 'w', h, 'x', h, 'y', h, 'z', h, '0', h, '1', h, '2', h,    \
        '3', h, '4', h, '5', h, '6', h, '7', h, '8', h, '9', h, '+', h, '/'

static const uint8_t pairs[4096 * 2] = {STANDARD_DIGITS(ROW)};

size_t base64_encode(uint8_t *out, struct slice in)
{
    const uint8_t *from = in.data;
    uint8_t *to = out;
    uint32_t bits;
    size_t left;

    for (left = in.len; left >= 3; left -= 3, from += 3, to += 4) {
        bits = (uint32_t)from[0] << 16 | (uint32_t)from[1] << 8 | from[2];
        memcpy(to, pairs + 2 * (bits >> 12), 2);
        memcpy(to + 2, pairs + 2 * (bits & 0xFFF), 2);
    }
    if (left > 0) {
        bits = (uint32_t)from[0] << 16 | (left > 1 ? (uint32_t)from[1] << 8 : 0);
        memcpy(to, pairs + 2 * (bits >> 12), 2);
        to[2] = left > 1 ? pairs[2 * (bits & 0xFFF)] : '=';
        to[3] = '=';
        to += 4;
    }
    return (size_t)(to - out);
}

static size_t skip_blanks(struct slice text, size_t at)
{
    while (at < text.len && ascii_is_blank(text.data[at]))
        at++;
    return at;
}

static void write_group(uint8_t *out, uint32_t bits)
{
    out[0] = (uint8_t)(bits >> 16);
    out[1] = (uint8_t)(bits >> 8);
    out[2] = (uint8_t)bits;
}

static uint32_t read_group(const uint8_t *from)
{
    return first[from[0]] | second[from[1]] | third[from[2]] | fourth[from[3]];
}

/* Whole groups without a blank, from *at on; returns how many bytes they made. */
static size_t decode_groups(struct slice text, size_t *at, uint8_t *out)
{
    const uint8_t *from = text.data + *at;
    const uint8_t *end = text.data + text.len;
    uint8_t *to = out;

    for (; end - from >= 4; from += 4, to += 3) {
        uint32_t bits = read_group(from);

        if (bits >> 24 != WHOLE_GROUP)
            break;
        write_group(to, bits);
    }
    *at = (size_t)(from - text.data);
    return (size_t)(to - out);
}

/* Gathers the digits of one group, blanks between them left out; returns how many there are. */
static size_t gather_group(struct slice text, size_t *at, uint32_t *bits)
{
    static const unsigned shifts[4] = {18, 12, 6, 0};
    size_t digits = 0;

    *bits = 0;
    while ((*at = skip_blanks(text, *at)) < text.len && fourth[text.data[*at]] != 0) {
        *bits |= (fourth[text.data[*at]] & 0x3F) << shifts[digits];
        ++*at;
        if (++digits == 4)
            break;
    }
    return digits;
}

static bool refuse(struct slice text, size_t at, const char *wanted, struct error *e)
{
    if (at == text.len)
        return error_at(e, ERROR_ENCODING, at, "expected %s, found the end", wanted);
    if (text.data[at] > ' ' && text.data[at] < 0x7F)
        return error_at(e, ERROR_ENCODING, at, "expected %s, found '%c'", wanted, text.data[at]);
    return error_at(e, ERROR_ENCODING, at, "expected %s, found 0x%02X", wanted, text.data[at]);
}

/* Behind a last group of 0 to 3 digits stands nothing, or the padding that fills it. */
static bool check_end(struct slice text, size_t at, size_t digits, struct error *e)
{
    if (at < text.len && (text.data[at] != '=' || digits == 0))
        return refuse(text, at, digits == 0 ? "a base64 digit" : "a base64 digit or padding", e);
    if (digits == 1)
        return refuse(text, at, "a second base64 digit of the last group", e);
    if (at == text.len)
        return true;
    for (; digits < 4; digits++) {
        if (at == text.len || text.data[at] != '=')
            return refuse(text, at, "a second '='", e);
        at = skip_blanks(text, at + 1);
    }
    return at == text.len || refuse(text, at, "the end behind the padding", e);
}

/* Into `out`, which has room for the bytes, and where it `is_roomy` for what a block writes too. */
static bool decode_all(struct slice text, uint8_t *out, bool is_roomy, size_t *len, struct error *e)
{
    size_t at = 0;
    size_t digits = 4;
    uint32_t bits = 0;

    while (digits == 4) {
        size_t run;

        if (is_roomy) {
            *len += base64_decode_blocks(slice_from(text, at), out + *len, &run);
            at += run;
        }
        *len += decode_groups(text, &at, out + *len);
        run = at;
        at = skip_blanks(text, at);
        if (at == text.len)
            return true;
        if (at > run)
            continue; /* most often a line ended behind a whole group */
        digits = gather_group(text, &at, &bits);
        if (digits == 4) {
            write_group(out + *len, bits);
            *len += 3;
        }
    }
    if (!check_end(text, at, digits, e))
        return false;
    for (size_t octet = 1; octet < digits; octet++, bits <<= 8)
        out[(*len)++] = (uint8_t)(bits >> 16);
    return true;
}

/* Exact for well-formed text; of other text, no less than is read of it. */
static size_t count_bytes(struct slice text)
{
    size_t digits = 0;

    for (size_t i = 0; i < text.len; i++)
        digits += fourth[text.data[i]] != 0;
    return digits / 4 * 3 + digits % 4 * 3 / 4;
}

bool base64_decode(struct slice text, struct buffer *out, struct error *e)
{
    size_t most = BASE64_ROOM(text.len);
    size_t len = 0;
    uint8_t nothing;
    uint8_t *room = &nothing;

    if (text.len == 0)
        return true;
    /* The quick bound may be over the cap where the bytes, without the line ends, are not. */
    if (out->len > out->cap || most > out->cap - out->len)
        most = count_bytes(text);
    if (most > 0) {
        room = buffer_room(out, most, e);
        if (room == NULL)
            return false;
    }
    if (!decode_all(text, room, most == BASE64_ROOM(text.len), &len, e))
        return false;
    out->len += len;
    return true;
}

bool base64_decode_plain(struct slice text, struct buffer *out)
{
    uint8_t *room = buffer_room(out, BASE64_ROOM(text.len), NULL);
    size_t taken;
    size_t len;

    if (room == NULL)
        return false;
    len = base64_decode_blocks(text, room, &taken);
    if (taken < text.len)
        return false;
    out->len += len;
    return true;
}
