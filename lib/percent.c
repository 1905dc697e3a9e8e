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
/*
 * Copies what stands before the next '%', or all of it, sixteen bytes at a time as long as both
 * sides have them; returns how many bytes that were. What is copied too much is written over.
 */
static size_t copy_blocks(uint8_t *to, size_t room, struct slice text, bool *found)
{
    const __m128i percent = _mm_set1_epi8('%');
    size_t at;

    *found = false;
    for (at = 0; text.len - at >= 16 && room - at >= 16; at += 16) {
        __m128i block = _mm_loadu_si128((const __m128i *)(const void *)(text.data + at));
        int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(block, percent));

        _mm_storeu_si128((__m128i *)(void *)(to + at), block);
        if (mask != 0) {
            *found = true;
            return at + (size_t)__builtin_ctz((unsigned)mask);
        }
    }
    return at;
}
#else
static size_t copy_blocks(uint8_t *to, size_t room, struct slice text, bool *found)
{
    (void)to;
    (void)room;
    (void)text;
    *found = false;
    return 0;
}
#endif

/* Copies what stands before the next '%', or all of it; returns how many bytes that were. */
static size_t copy_run(uint8_t *to, size_t room, struct slice text)
{
    bool found;
    size_t at = copy_blocks(to, room, text, &found);

    if (found)
        return at;
    for (; at < text.len && text.data[at] != '%'; at++)
        to[at] = text.data[at];
    return at;
}

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
    for (;;) {
        size_t run = copy_run(to, most - (size_t)(to - room), slice_from(text, at));
        int byte;

        to += run;
        at += run;
        if (at == text.len)
            break;
        byte = escaped_byte(text, at);
        if (byte < 0)
            return refuse(text, at, e);
        *to++ = (uint8_t)byte;
        at += 3;
    }
    out->len += (size_t)(to - room);
    return true;
}
