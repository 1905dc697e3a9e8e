/* SPDX-License-Identifier: Apache-2.0 */
#include "hex-dump.h"

#include "hex.h"

#define LINE_BYTES 16 /* of a line, where nothing else tells */

static bool is_blank(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static size_t skip_blanks(struct slice text, size_t at)
{
    while (at < text.len && is_blank(text.data[at]))
        at++;
    return at;
}

/* The byte whose two digits stand at `at`; -1 where they do not. */
static int read_byte(struct slice text, size_t at)
{
    int high, low;

    if (text.len - at < 2)
        return -1;
    high = hex_digit(text.data[at]);
    low = hex_digit(text.data[at + 1]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

static bool append_byte(struct buffer *out, int byte, struct error *e)
{
    uint8_t octet = (uint8_t)byte;

    return buffer_append(out, slice_of(&octet, 1), e);
}

/* --- lines with an offset */

/* Takes the next line that is not blank; *at is where in the text it begins. */
static bool take_line(struct slice *text, struct slice *line)
{
    do {
        size_t end = slice_find_byte(*text, '\n');

        *line = slice_first(*text, end);
        *text = slice_from(*text, end < text->len ? end + 1 : end);
        *line = slice_from(*line, skip_blanks(*line, 0));
    } while (line->len == 0 && text->len > 0);
    return line->len > 0;
}

/* The offset in front of a line: at least three digits, a ':' or not; *behind is what follows. */
static bool read_offset(struct slice line, size_t *offset, size_t *behind)
{
    size_t at = 0;

    *offset = 0;
    for (; at < line.len && at < 16 && hex_digit(line.data[at]) >= 0; at++)
        *offset = *offset << 4 | (size_t)hex_digit(line.data[at]);
    if (at < 3 || at == 16)
        return false;
    if (at < line.len && line.data[at] == ':')
        at++;
    *behind = at;
    return at == line.len || is_blank(line.data[at]);
}

/* Whether the bytes of a last line end before `at`, `gap` blanks behind the last of `count`. */
static bool ends_line(struct slice line, size_t at, size_t gap, size_t count)
{
    if (at == line.len || read_byte(line, at) < 0)
        return true;
    return count > 0 && gap >= 2 && !(gap == 2 && count == LINE_BYTES / 2);
}

/* The bytes of a line from `at` on: `wanted` of them, or of the last line those before the gap. */
static bool read_line(struct slice line, size_t at, size_t wanted, bool is_last, struct buffer *out,
                      struct error *e)
{
    for (size_t count = 0; count < wanted; count++) {
        size_t start = at;

        at = skip_blanks(line, at);
        if (is_last && ends_line(line, at, at - start, count))
            return true;
        if (read_byte(line, at) < 0)
            return error_set(e, ERROR_ENCODING,
                             "expected %zu bytes before the next offset of the dump, found %zu",
                             wanted, count);
        if (!append_byte(out, read_byte(line, at), e))
            return false;
        at += 2;
    }
    if (at < line.len && skip_blanks(line, at) < at + 2 && read_byte(line, at + 1) >= 0)
        return error_set(e, ERROR_ENCODING,
                         "expected %zu bytes before the next offset of the dump, found more",
                         wanted);
    return true;
}

static bool decode_lines(struct slice text, struct buffer *out, struct error *e)
{
    size_t start = out->len;
    size_t wanted = LINE_BYTES;
    struct slice line, next;
    bool found = take_line(&text, &line);

    while (found) {
        size_t offset, behind, next_offset, ignored;
        bool is_last;

        found = take_line(&text, &next);
        is_last = !found;
        if (!read_offset(line, &offset, &behind) || offset != out->len - start)
            return error_set(e, ERROR_ENCODING, "expected offset %zx of the dump, found '%.*s'",
                             out->len - start, (int)(line.len < 16 ? line.len : 16),
                             (const char *)line.data);
        if (found && (!read_offset(next, &next_offset, &ignored) || next_offset <= offset))
            return error_set(e, ERROR_ENCODING,
                             "expected an offset behind %zx of the dump, found '%.*s'", offset,
                             (int)(next.len < 16 ? next.len : 16), (const char *)next.data);
        if (found)
            wanted = next_offset - offset;
        if (!read_line(line, behind, wanted, is_last, out, e))
            return false;
        line = next;
    }
    return true;
}

/* --- as in a program */

static bool has_prefix(struct slice rest)
{
    return slice_starts_with(rest, SLICE("0x")) || slice_starts_with(rest, SLICE("\\x")) ||
           slice_starts_with(rest, SLICE("0X"));
}

/* Behind what may stand between bytes: blanks, commas, quotes, comments, a '\' at a line's end. */
static size_t skip_between(struct slice text, size_t at)
{
    for (;;) {
        struct slice rest = slice_from(text, at);

        if (slice_starts_with(rest, SLICE("/*")))
            at += slice_find(rest, SLICE("*/"));
        if (at == text.len)
            return at;
        rest = slice_from(text, at);
        if (slice_starts_with(rest, SLICE("*/")))
            at += 2;
        else if (rest.data[0] == '\\' && !has_prefix(rest))
            at++;
        else if (is_blank(rest.data[0]) || strchr("\n,\"", rest.data[0]) != NULL)
            at++;
        else
            return at;
    }
}

/* Where the bytes begin: behind the brace of an array, if there is one. */
static size_t find_first(struct slice text)
{
    size_t brace = slice_find_byte(text, '{');

    return skip_between(text, brace < text.len ? brace + 1 : 0);
}

static bool decode_program(struct slice text, struct buffer *out, struct error *e)
{
    size_t at = find_first(text);

    while (at < text.len && text.data[at] != '}' && text.data[at] != ';') {
        if (!has_prefix(slice_from(text, at)) || read_byte(text, at + 2) < 0)
            return error_at(e, ERROR_ENCODING, at, "expected 0x or \\x and two hex digits");
        if (!append_byte(out, read_byte(text, at + 2), e))
            return false;
        at = skip_between(text, at + 4);
    }
    return true;
}

bool hex_dump_begins(struct slice text)
{
    struct slice rest = text;
    struct slice line;
    size_t offset, behind;

    if (take_line(&rest, &line) && read_offset(line, &offset, &behind) && offset == 0)
        return read_byte(line, skip_blanks(line, behind)) == 0x30;
    rest = slice_from(text, find_first(text));
    return has_prefix(rest) && read_byte(rest, 2) == 0x30;
}

bool hex_dump_decode(struct slice text, struct buffer *out, struct error *e)
{
    struct slice rest = slice_from(text, find_first(text));

    return has_prefix(rest) ? decode_program(text, out, e) : decode_lines(text, out, e);
}
