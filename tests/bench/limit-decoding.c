/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The limit of "decode -i URLS": our own percent and base64 decoding of the same list, and nothing
 * else.
 */
#include "base64.h"
#include "lines.h"
#include "percent.h"

int main(int argc, char **argv)
{
    struct buffer text = BUFFER_INIT(LIMIT_LINE);
    struct buffer der = BUFFER_INIT(LIMIT_LINE);
    struct lines lines;
    struct slice line;
    bool found = true;
    size_t bytes = 0;

    if (argc != 2 || !lines_open(&lines, argv[1], false, NULL))
        return 2;
    while (lines_next(&lines, &line, &found, NULL) && found) {
        struct slice rest = line;
        size_t at;

        while ((at = slice_find_byte(rest, '/')) < rest.len)
            rest = slice_from(rest, at + 1);
        text.len = 0;
        der.len = 0;
        if (!percent_decode(rest, &text, NULL) || !base64_decode(buffer_slice(&text), &der, NULL))
            return 2;
        bytes += der.len;
    }
    lines_close(&lines);
    buffer_free(&text);
    buffer_free(&der);
    return bytes == 0;
}
