/* SPDX-License-Identifier: Apache-2.0 */
/* What of an input's characters may reach a terminal, and how the rest is written. */
#include "hex.h"
#include "report-writer.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/*
 * What may not reach a terminal as it is: controls, what reorders or breaks lines (Bidi_Control,
 * Zl, Zp), what cannot be seen (Default_Ignorable_Code_Point), what is no character (Unicode 15).
 */
static const struct {
    uint32_t first;
    uint32_t last;
} escaped[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x061C, 0x061C},
    {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF},
};

static bool may_be_shown(uint32_t code)
{
    for (size_t i = 0; i < ARRAY_SIZE(escaped) && code >= escaped[i].first; i++) {
        if (code <= escaped[i].last)
            return false;
    }
    return true;
}

/* A UTF-8 character (RFC 3629 4) at the start: its length, 0 where there is none. */
static size_t read_utf8(struct slice text, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint8_t first = text.data[0];
    size_t len = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;

    if (len == 1) {
        *code = first;
        return 1;
    }
    if (first < 0xC2 || first > 0xF4 || text.len < len)
        return 0;
    *code = first & (0x7FU >> len);
    for (size_t i = 1; i < len; i++) {
        if ((text.data[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (text.data[i] & 0x3F);
    }
    if (*code < least[len] || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF))
        return 0;
    return len;
}

size_t report_shown(struct slice text, struct unshown *unshown)
{
    uint32_t code = 0;
    size_t len = read_utf8(text, &code);

    if (len > 0 && may_be_shown(code))
        return len;
    unshown->is_character = len > 0;
    unshown->code = len > 0 ? code : text.data[0];
    unshown->len = len > 0 ? len : 1;
    return 0;
}

#ifdef __SSE2__
/* Sixteen bytes, if all of them are plain. */
static inline bool copy_plain_block(uint8_t *to, const uint8_t *from, uint8_t stop,
                                    uint8_t other_stop)
{
    __m128i block = _mm_loadu_si128((const __m128i *)(const void *)from);
    __m128i control = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20)); /* or over 0x7F: signed */
    __m128i last = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F));
    __m128i stops = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)stop)),
                                 _mm_cmpeq_epi8(block, _mm_set1_epi8((char)other_stop)));

    if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(control, last), stops)) != 0)
        return false;
    _mm_storeu_si128((__m128i *)(void *)to, block);
    return true;
}

/* What of the text is plain, by blocks, the last of which overlaps the one before. */
static size_t copy_plain_blocks(uint8_t *to, struct slice text, uint8_t stop, uint8_t other_stop)
{
    size_t at;

    for (at = 0; text.len - at >= 16; at += 16) {
        if (!copy_plain_block(to + at, text.data + at, stop, other_stop))
            return at;
    }
    if (at == 0 ||
        !copy_plain_block(to + text.len - 16, text.data + text.len - 16, stop, other_stop))
        return at;
    return text.len;
}
#else
static size_t copy_plain_blocks(uint8_t *to, struct slice text, uint8_t stop, uint8_t other_stop)
{
    (void)to;
    (void)text;
    (void)stop;
    (void)other_stop;
    return 0;
}
#endif

size_t report_copy_plain(uint8_t *to, struct slice text, uint8_t stop, uint8_t other_stop)
{
    size_t at = copy_plain_blocks(to, text, stop, other_stop);

    for (; at < text.len; at++) {
        uint8_t c = text.data[at];

        if (c < 0x20 || c >= 0x7F || c == stop || c == other_stop)
            break;
        to[at] = c;
    }
    return at;
}

/* \xHH, \uHHHH, \UHHHHHHHH */
static bool append_escape(struct buffer *out, const struct unshown *unshown, struct error *e)
{
    uint8_t code[4] = {(uint8_t)(unshown->code >> 24), (uint8_t)(unshown->code >> 16),
                       (uint8_t)(unshown->code >> 8), (uint8_t)unshown->code};
    bool is_byte = unshown->code < 0x80 || !unshown->is_character;
    size_t octets = is_byte ? 1 : unshown->code < 0x10000 ? 2 : 4;
    uint8_t text[10] = {'\\', is_byte ? 'x' : octets == 2 ? 'u' : 'U'};

    hex_encode(text + 2, slice_of(code + 4 - octets, octets));
    return buffer_append(out, slice_of(text, 2 + 2 * octets), e);
}

bool report_escape(struct buffer *out, struct slice text, struct error *e)
{
    while (text.len > 0) {
        struct unshown unshown;
        uint8_t *room = buffer_room(out, text.len, e);
        size_t plain, len;

        if (room == NULL)
            return false;
        plain = report_copy_plain(room, text, 0, 0);
        out->len += plain;
        text = slice_from(text, plain);
        if (text.len == 0)
            break;
        len = report_shown(text, &unshown);
        if (!(len > 0 ? buffer_append(out, slice_first(text, len), e)
                      : append_escape(out, &unshown, e)))
            return false;
        text = slice_from(text, len > 0 ? len : unshown.len);
    }
    return true;
}
