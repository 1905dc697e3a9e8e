/* SPDX-License-Identifier: Apache-2.0 */
#include "percent.h"

#include "hex.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Exact for well-formed text; of other text, no less than is read of it. */
static size_t count_bytes(struct slice text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len; at += text.data[at] == '%' ? 3 : 1)
        count++;
    return count;
}

/* The byte of the escape at `at`, a '%'; -1 where it has not two hex digits. */
static int escaped_byte(struct slice text, size_t at)
{
    int high, low;

    if (text.len - at < 3)
        return -1;
    high = hex_digit(text.data[at + 1]);
    low = hex_digit(text.data[at + 2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

static bool refuse(struct slice text, size_t at, struct error *e)
{
    size_t left = text.len - at;

    return error_at(e, ERROR_ENCODING, at, "expected two hex digits behind '%%', found \"%.*s\"",
                    left < 3 ? (int)left : 3, (const char *)text.data + at);
}

#ifdef __SSE2__
/* How many of the `size` bytes at the front of `block` stand before a '%'. */
static unsigned count_before_percent(__m128i block, unsigned size)
{
    __m128i percents = _mm_cmpeq_epi8(block, _mm_set1_epi8('%'));

    return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(percents) | 1U << size);
}

/*
 * All but the last bytes of `text` from *at on, sixteen and then eight at a time: what is copied
 * too much is written over. `to` has room for as many bytes as there are characters. Stops in front
 * of an escape that has not two hex digits. Returns how many bytes it wrote.
 */
static size_t decode_blocks(uint8_t *to, struct slice text, size_t *at)
{
    const uint8_t *from = text.data;
    const uint8_t *end = text.data + text.len;
    uint8_t *start = to;

    while (end - from >= 8) {
        unsigned size = end - from >= 16 ? 16 : 8;
        __m128i block;
        unsigned run;
        int byte;

        if (size == 16) {
            block = _mm_loadu_si128((const __m128i *)(const void *)from);
            _mm_storeu_si128((__m128i *)(void *)to, block);
        } else {
            block = _mm_loadl_epi64((const __m128i *)(const void *)from);
            _mm_storel_epi64((__m128i *)(void *)to, block);
        }
        run = count_before_percent(block, size);
        from += run;
        to += run;
        if (run == size)
            continue;
        byte = escaped_byte(slice_of(from, (size_t)(end - from)), 0);
        if (byte < 0)
            break;
        *to++ = (uint8_t)byte;
        from += 3;
    }
    *at = (size_t)(from - text.data);
    return (size_t)(to - start);
}
#else
static size_t decode_blocks(uint8_t *to, struct slice text, size_t *at)
{
    (void)to;
    (void)text;
    (void)at;
    return 0;
}
#endif

bool percent_decode(struct slice text, struct buffer *out, struct error *e)
{
    size_t most = text.len;
    size_t at = 0;
    uint8_t *room, *to;

    if (text.len == 0)
        return true;
    /* The quick bound may be over the cap where the bytes are not. */
    if (out->len > out->cap || most > out->cap - out->len)
        most = count_bytes(text);
    room = buffer_room(out, most, e);
    if (room == NULL)
        return false;
    to = room;
    if (most == text.len)
        to += decode_blocks(to, text, &at);
    while (at < text.len) {
        int byte = text.data[at++];

        if (byte == '%') {
            byte = escaped_byte(text, at - 1);
            if (byte < 0)
                return refuse(text, at - 1, e);
            at += 2;
        }
        *to++ = (uint8_t)byte;
    }
    out->len += (size_t)(to - room);
    return true;
}
