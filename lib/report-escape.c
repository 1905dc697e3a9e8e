/* SPDX-License-Identifier: Apache-2.0 */
/* What of an input's characters may reach a terminal, and how the rest is written. */
#include "hex.h"
#include "report-writer.h"

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

static bool append_escape(struct buffer *out, const struct unshown *unshown, struct error *e)
{
    uint8_t code[2] = {(uint8_t)(unshown->code >> 8), (uint8_t)unshown->code};
    uint8_t text[6] = {'\\', 'x'};

    if (unshown->code < 0x80 || !unshown->is_character) {
        hex_encode(text + 2, slice_of(code + 1, 1));
        return buffer_append(out, slice_of(text, 4), e);
    }
    text[1] = 'u';
    hex_encode(text + 2, slice_of(code, 2));
    return buffer_append(out, slice_of(text, 6), e);
}

bool report_escape(struct buffer *out, struct slice text, struct error *e)
{
    while (text.len > 0) {
        struct unshown unshown;
        size_t plain = 0;
        size_t len = 0;

        while (plain < text.len && text.data[plain] >= 0x20 && text.data[plain] < 0x7F)
            plain++;
        if (plain < text.len)
            len = report_shown(slice_from(text, plain), &unshown);
        if (!buffer_append(out, slice_first(text, plain + len), e))
            return false;
        text = slice_from(text, plain + len);
        if (len > 0 || text.len == 0)
            continue;
        if (!append_escape(out, &unshown, e))
            return false;
        text = slice_from(text, unshown.len);
    }
    return true;
}
