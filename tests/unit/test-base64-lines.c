/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 in lines, a line at a time, against the same group by group. */
#include "base64-lines.h"
#include "tap.h"

#define OCTETS_MAX (5 * BASE64_LINE_OCTETS)

/* The text of the octets in one line, broken behind each 64 characters and the last one. */
static size_t encode_slowly(uint8_t *out, struct slice octets)
{
    uint8_t text[BASE64_LEN(OCTETS_MAX)];
    size_t text_len = base64_encode(text, octets);
    size_t len = 0;

    for (size_t i = 0; i < text_len; i++) {
        out[len++] = text[i];
        if (i % 64 == 63 || i + 1 == text_len)
            out[len++] = '\n';
    }
    return len;
}

static bool is_written_as_slowly(struct slice octets)
{
    uint8_t quick[BASE64_LINES_LEN(OCTETS_MAX) + 1], slow[sizeof(quick)];
    size_t len;

    memset(quick, 'x', sizeof(quick));
    len = base64_encode_lines(quick, octets);
    return len == BASE64_LINES_LEN(octets.len) && len == encode_slowly(slow, octets) &&
           memcmp(quick, slow, len) == 0 && quick[len] == 'x';
}

int main(void)
{
    uint8_t octets[OCTETS_MAX];
    size_t wrong = 0;

    for (size_t len = 0; len <= sizeof(octets); len++) {
        for (unsigned turn = 0; turn < 64; turn++) {
            for (size_t i = 0; i < len; i++)
                octets[i] = (uint8_t)(i * 151 + i / 7 + turn * 37);
            wrong += !is_written_as_slowly(slice_of(octets, len));
        }
    }
    is_int((intmax_t)wrong, 0, "lines of every length");
    wrong = 0;
    memset(octets, 0, sizeof(octets));
    for (size_t at = 0; at < 2 * BASE64_LINE_OCTETS; at++) {
        for (unsigned value = 0; value < 256; value++) {
            octets[at] = (uint8_t)value;
            wrong += !is_written_as_slowly(slice_of(octets, sizeof(octets)));
        }
    }
    is_int((intmax_t)wrong, 0, "every octet at every place of a line");
    return tap_done();
}
