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

    return error_at(e, ERROR_ENCODING, at, "expected two hex digits behind '%%', found '%.*s'",
                    left < 3 ? (int)left : 3, (const char *)text.data + at);
}

#define WINDOW 64 /* characters */

#ifdef __SSE2__
/* A bit for each of the window's characters that is a '%'. */
static inline uint64_t find_percents(const uint8_t *from)
{
    const __m128i percent = _mm_set1_epi8('%');
    uint64_t found = 0;

    for (unsigned i = 0; i < WINDOW; i += 16) {
        __m128i block = _mm_loadu_si128((const __m128i *)(const void *)(from + i));

        found |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(block, percent)) << i;
    }
    return found;
}

/*
 * The text from its front, a window at a time, as long as its escapes have two hex digits; returns
 * how many bytes that made, *at being behind it. Runs of whatever length are copied as one whole
 * window, of which the rest is written over: this has no branch to be guessed wrong. `to` has room
 * for a window more than the text. The end of the text is read from `last`, behind which there is
 * something to copy.
 */
static size_t decode_windows(uint8_t *to, struct slice text, size_t *at)
{
    uint8_t last[2 * WINDOW] = {0};
    const size_t ending = text.len - WINDOW;
    size_t from = 0;
    size_t len = 0;

    memcpy(last, text.data + ending, WINDOW);
    while (from < text.len) {
        size_t window = from < ending ? from : ending;
        size_t end = window + WINDOW;
        uint64_t percents = find_percents(text.data + window) >> (from - window);

        while (from < end) {
            size_t run = percents == 0 ? end - from : (size_t)__builtin_ctzll(percents);
            int byte;

            memcpy(to + len, from < ending ? text.data + from : last + (from - ending), WINDOW);
            from += run;
            len += run;
            if (from == end)
                break;
            byte = escaped_byte(text, from);
            if (byte < 0) {
                *at = from;
                return len;
            }
            to[len++] = (uint8_t)byte;
            from += 3;
            percents = percents >> run >> 3;
        }
    }
    *at = from;
    return len;
}
#else
static size_t decode_windows(uint8_t *to, struct slice text, size_t *at)
{
    (void)to;
    (void)text;
    (void)at;
    return 0;
}
#endif

/* The text from *at on; returns how many bytes it wrote, or stops where an escape is broken. */
static size_t decode_octets(uint8_t *to, struct slice text, size_t *at)
{
    size_t len = 0;

    while (*at < text.len) {
        int byte = text.data[*at];
        bool is_escape = byte == '%';

        if (is_escape) {
            byte = escaped_byte(text, *at);
            if (byte < 0)
                break;
        }
        to[len++] = (uint8_t)byte;
        *at += is_escape ? 3 : 1;
    }
    return len;
}

bool percent_decode(struct slice text, struct buffer *out, struct error *e)
{
    size_t most = text.len + WINDOW;
    size_t at = 0;
    size_t len = 0;
    uint8_t *room;

    if (text.len == 0)
        return true;
    /* The quick bound may be over the cap where the bytes are not. */
    if (out->len > out->cap || most > out->cap - out->len)
        most = count_bytes(text);
    room = buffer_room(out, most, e);
    if (room == NULL)
        return false;
    if (text.len >= WINDOW && most == text.len + WINDOW)
        len = decode_windows(room, text, &at);
    len += decode_octets(room + len, text, &at);
    if (at < text.len)
        return refuse(text, at, e);
    out->len += len;
    return true;
}
