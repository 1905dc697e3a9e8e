/* SPDX-License-Identifier: Apache-2.0 */
#include "hex.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Each byte as two digits and a colon, so that one copy of four bytes writes all three. */
#define ROW(h, a, b, c, d, e, f)                                                                   \
    h "0:", h "1:", h "2:", h "3:", h "4:", h "5:", h "6:", h "7:", h "8:", h "9:", h a ":",       \
        h b ":", h c ":", h d ":", h e ":", h f ":"
#define ROWS(a, b, c, d, e, f)                                                                     \
    {                                                                                              \
        ROW("0", a, b, c, d, e, f), ROW("1", a, b, c, d, e, f), ROW("2", a, b, c, d, e, f),        \
            ROW("3", a, b, c, d, e, f), ROW("4", a, b, c, d, e, f), ROW("5", a, b, c, d, e, f),    \
            ROW("6", a, b, c, d, e, f), ROW("7", a, b, c, d, e, f), ROW("8", a, b, c, d, e, f),    \
            ROW("9", a, b, c, d, e, f), ROW(a, a, b, c, d, e, f), ROW(b, a, b, c, d, e, f),        \
            ROW(c, a, b, c, d, e, f), ROW(d, a, b, c, d, e, f), ROW(e, a, b, c, d, e, f),          \
            ROW(f, a, b, c, d, e, f)                                                               \
    }

static const char upper[256][4] = ROWS("A", "B", "C", "D", "E", "F");
static const char lower[256][4] = ROWS("a", "b", "c", "d", "e", "f");

/* One more than the digit's value, so that what is no digit is 0. */
static const uint8_t digits[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
    ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

static void encode_bytes(uint8_t *out, struct slice in)
{
    for (size_t i = 0; i < in.len; i++)
        memcpy(out + 2 * i, upper[in.data[i]], 2);
}

#ifdef __SSE2__
/* 0 to 15 as digits: '0' to '9', and seven further on 'A' to 'F'. */
static __m128i digits_of(__m128i nibbles)
{
    __m128i letters = _mm_and_si128(_mm_cmpgt_epi8(nibbles, _mm_set1_epi8(9)), _mm_set1_epi8(7));

    return _mm_add_epi8(_mm_add_epi8(nibbles, _mm_set1_epi8('0')), letters);
}

/* Sixteen bytes at once, where every processor of the kind can. */
static void encode_block(uint8_t *out, const uint8_t *in)
{
    const __m128i low_nibbles = _mm_set1_epi8(15);
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)in);
    __m128i high = digits_of(_mm_and_si128(_mm_srli_epi16(bytes, 4), low_nibbles));
    __m128i low = digits_of(_mm_and_si128(bytes, low_nibbles));

    _mm_storeu_si128((__m128i *)(void *)out, _mm_unpacklo_epi8(high, low));
    _mm_storeu_si128((__m128i *)(void *)(out + 16), _mm_unpackhi_epi8(high, low));
}

/* The last block overlaps the one before. */
void hex_encode(uint8_t *out, struct slice in)
{
    if (in.len < 16) {
        encode_bytes(out, in);
        return;
    }
    for (size_t i = 0; i + 16 < in.len; i += 16)
        encode_block(out + 2 * i, in.data + i);
    encode_block(out + 2 * (in.len - 16), in.data + in.len - 16);
}
#else
void hex_encode(uint8_t *out, struct slice in)
{
    encode_bytes(out, in);
}
#endif

int hex_digit(uint8_t c)
{
    return digits[c] - 1;
}

/* What a copy writes behind the colon, the next one writes over. */
static inline uint8_t *encode_colons(uint8_t *out, struct slice in, const char octets[256][4])
{
    const uint8_t *at = in.data;
    const uint8_t *end = at + in.len;

    for (; end - at >= 6; at += 6, out += 18) {
        memcpy(out, octets[at[0]], 4);
        memcpy(out + 3, octets[at[1]], 4);
        memcpy(out + 6, octets[at[2]], 4);
        memcpy(out + 9, octets[at[3]], 4);
        memcpy(out + 12, octets[at[4]], 4);
        memcpy(out + 15, octets[at[5]], 4);
    }
    for (; at < end; at++, out += 3)
        memcpy(out, octets[*at], 4);
    return out;
}

uint8_t *hex_encode_lower_colons(uint8_t *out, struct slice in)
{
    return encode_colons(out, in, lower);
}

uint8_t *hex_encode_upper_colons(uint8_t *out, struct slice in)
{
    return encode_colons(out, in, upper);
}

static bool is_separator(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ':' || c == '-';
}

static size_t skip_separators(struct slice text, size_t at)
{
    while (at < text.len && is_separator(text.data[at]))
        at++;
    return at;
}

/* Behind a leading "0x", if there is one. */
static size_t skip_prefix(struct slice text, size_t at)
{
    if (text.len - at >= 2 && text.data[at] == '0' && (text.data[at + 1] | 0x20) == 'x')
        at += 2;
    return skip_separators(text, at);
}

static bool refuse(struct slice text, size_t at, const char *wanted, struct error *e)
{
    if (at == text.len)
        return error_at(e, ERROR_ENCODING, at, "expected %s, found the end", wanted);
    if (text.data[at] > ' ' && text.data[at] < 0x7F)
        return error_at(e, ERROR_ENCODING, at, "expected %s, found '%c'", wanted, text.data[at]);
    return error_at(e, ERROR_ENCODING, at, "expected %s, found 0x%02X", wanted, text.data[at]);
}

/* The hot loop: pairs of digits without a separator, from *at on. Returns how many there were. */
static size_t decode_pairs(struct slice text, size_t *at, uint8_t *out)
{
    const uint8_t *from = text.data + *at;
    size_t pairs_max = (text.len - *at) / 2;
    size_t n;

    for (n = 0; n < pairs_max; n++) {
        unsigned high = digits[from[2 * n]];
        unsigned low = digits[from[2 * n + 1]];

        if (high == 0 || low == 0)
            break;
        out[n] = (uint8_t)((high - 1) << 4 | (low - 1));
    }
    *at += 2 * n;
    return n;
}

/* Writes the bytes that the text from `at` on spells; *len is how many. */
static bool decode_from(struct slice text, size_t at, uint8_t *out, size_t *len, struct error *e)
{
    size_t n;

    *len = 0;
    while (at < text.len) {
        n = decode_pairs(text, &at, out + *len);
        *len += n;
        if (n == 0 && hex_digit(text.data[at]) < 0)
            return refuse(text, at, "a hex digit", e);
        if (n == 0)
            return refuse(text, at + 1, "the second hex digit of a byte", e);
        at = skip_separators(text, at);
    }
    return true;
}

/* Exact for well-formed text; of other text, no less than is read of it. */
static size_t count_bytes(struct slice text, size_t at)
{
    size_t count = 0;

    for (; at < text.len; at++)
        count += digits[text.data[at]] != 0;
    return count / 2;
}

bool hex_decode(struct slice text, struct buffer *out, struct error *e)
{
    size_t at = skip_prefix(text, skip_separators(text, 0));
    size_t most = (text.len - at) / 2;
    size_t len;
    uint8_t nothing;
    uint8_t *room = &nothing;

    /* The quick bound may be over the cap where the bytes, without the separators, are not. */
    if (out->len > out->cap || most > out->cap - out->len)
        most = count_bytes(text, at);
    if (most > 0) {
        room = buffer_room(out, most, e);
        if (room == NULL)
            return false;
    }
    if (!decode_from(text, at, room, &len, e))
        return false;
    out->len += len;
    return true;
}
