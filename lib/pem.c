/* SPDX-License-Identifier: Apache-2.0 */
#include "pem.h"

#include "base64-lines.h"

#define DASHES     SLICE("-----")
#define BEGIN      SLICE("-----BEGIN ")
#define END        SLICE("-----END ")
#define LABEL_END  SLICE("-----\n")
#define BYTE_ORDER SLICE("\xEF\xBB\xBF")

static bool is_blank(uint8_t c)
{
    return c == ' ' || c == '\t';
}

/* Whether only blanks stand between `at` and the start of its line. */
static bool at_line_start(struct slice text, size_t at)
{
    while (at > 0 && is_blank(text.data[at - 1]))
        at--;
    return at == 0 || text.data[at - 1] == '\n' || text.data[at - 1] == '\r' ||
           slice_equal(slice_first(text, at), BYTE_ORDER);
}

/* Where the line of `at` ends: at its CR or LF, or the end of the text. */
static size_t line_end(struct slice text, size_t at)
{
    while (at < text.len && text.data[at] != '\n' && text.data[at] != '\r')
        at++;
    return at;
}

/* Behind a line's end, which is LF, CRLF or CR. */
static size_t next_line(struct slice text, size_t at)
{
    at = line_end(text, at);
    if (at < text.len && text.data[at] == '\r')
        at++;
    else if (at < text.len)
        return at + 1;
    return at < text.len && text.data[at] == '\n' ? at + 1 : at;
}

static struct slice trim(struct slice line)
{
    while (line.len > 0 && is_blank(line.data[line.len - 1]))
        line.len--;
    while (line.len > 0 && is_blank(line.data[0]))
        line = slice_from(line, 1);
    return line;
}

static struct slice line_at(struct slice text, size_t at)
{
    return trim(slice_first(slice_from(text, at), line_end(text, at) - at));
}

/* Where `word` stands from `at` on, in the same line and not behind another BEGIN; 0: it does not,
 * PEM_UNKNOWN: not as far as the text goes. */
static size_t find_on_line(struct slice text, size_t at, struct slice word)
{
    for (; at < text.len && text.data[at] != '\n' && text.data[at] != '\r'; at++) {
        if (text.data[at] != '-')
            continue;
        if (slice_starts_with(slice_from(text, at), word))
            return at;
        if (slice_starts_with(slice_from(text, at), BEGIN))
            return 0;
    }
    return at < text.len ? 0 : PEM_UNKNOWN;
}

static bool is_place(size_t at)
{
    return at > 0 && at < PEM_UNKNOWN;
}

size_t pem_length_on_line(struct slice text, bool is_all)
{
    struct slice line = slice_first(text, text.len < LIMIT_LINE ? text.len : LIMIT_LINE);
    size_t at = find_on_line(line, BEGIN.len, DASHES);

    if (is_place(at))
        at = find_on_line(line, at + DASHES.len, END);
    if (is_place(at))
        at = find_on_line(line, at + END.len, DASHES);
    if (is_place(at))
        return at + DASHES.len;
    return at == PEM_UNKNOWN && !is_all && text.len < LIMIT_LINE ? PEM_UNKNOWN : 0;
}

enum boundary {
    NO_BOUNDARY,
    BEGIN_LINE,
    END_LINE
};

/* Finds the next line that starts as a boundary does, or the next block that stands on one, from
 * *at on: its first dash. */
static enum boundary find_boundary(struct slice text, size_t *at)
{
    for (; *at < text.len; ++*at) {
        struct slice rest = slice_from(text, *at);
        size_t dash = slice_find_byte(rest, '-');

        *at += dash;
        rest = slice_from(rest, dash);
        if (slice_starts_with(rest, BEGIN) &&
            (at_line_start(text, *at) || pem_length_on_line(rest, true) > 0))
            return BEGIN_LINE;
        if (slice_starts_with(rest, END) && at_line_start(text, *at))
            return END_LINE;
        if (rest.len == 0)
            break;
    }
    return NO_BOUNDARY;
}

/* The label of a boundary line: between what it starts with and the dashes at its end. */
static bool parse_label(struct slice line, struct slice start, struct slice *label)
{
    struct slice rest;

    /* Without its trailing blank the line may be too short. */
    if (!slice_starts_with(line, start))
        return false;
    rest = slice_from(line, start.len);
    *label = slice_first(rest, slice_find(rest, DASHES));
    return label->len + DASHES.len == rest.len;
}

/*
 * Moves *body_start behind the header lines, where there are any (RFC 1421 4.6): "Name: value",
 * their continuations, and the empty line that ends them. No colon is in base64.
 */
static void skip_headers(struct slice text, size_t *body_start, size_t end, bool *encrypted)
{
    struct slice block = slice_first(text, end);
    size_t at = *body_start;
    struct slice line = line_at(block, at);

    *encrypted = false;
    if (slice_find_byte(line, ':') == line.len)
        return;
    while (at < end && line.len > 0) {
        if (slice_starts_with(line, SLICE("Proc-Type:")) &&
            slice_find(line, SLICE("ENCRYPTED")) < line.len)
            *encrypted = true;
        at = next_line(block, at);
        line = line_at(block, at);
    }
    *body_start = next_line(block, at);
}

/* How much of a label or line an error shows. */
static int shown(struct slice text)
{
    return text.len < 64 ? (int)text.len : 64;
}

static bool check_end(const struct pem_block *block, struct slice line, size_t offset,
                      struct error *e)
{
    struct slice label;

    if (parse_label(line, END, &label) && slice_equal(label, block->label))
        return true;
    return error_at(e, ERROR_ENCODING, offset, "expected '-----END %.*s-----', found '%.*s'",
                    shown(block->label), (const char *)block->label.data, shown(line),
                    (const char *)line.data);
}

/* The END line that belongs to the block, from *end on; *end is then its first dash. */
static bool find_end(struct slice text, const struct pem_block *block, size_t *end, struct error *e)
{
    enum boundary boundary = find_boundary(text, end);

    if (boundary == NO_BOUNDARY)
        return error_at(e, ERROR_ENCODING, block->offset,
                        "expected an END line for \"-----BEGIN %.*s-----\", found none",
                        shown(block->label), (const char *)block->label.data);
    if (boundary == BEGIN_LINE)
        return error_at(e, ERROR_ENCODING, *end,
                        "expected the END line of the block before, found a BEGIN line");
    return check_end(block, line_at(text, *end), *end, e);
}

/* What is in the block that begins at block->offset, and where it ends, behind the line of its END.
 */
static bool parse_lines(struct slice text, struct pem_block *block, size_t *end, struct error *e)
{
    size_t body_end;

    if (!parse_label(line_at(text, block->offset), BEGIN, &block->label))
        return error_at(e, ERROR_ENCODING, block->offset,
                        "expected ----- at the end of the BEGIN line, found none");
    block->body_offset = next_line(text, block->offset);
    body_end = block->body_offset;
    if (!find_end(text, block, &body_end, e))
        return false;
    skip_headers(text, &block->body_offset, body_end, &block->encrypted);
    block->body = slice_first(slice_from(text, block->body_offset), body_end - block->body_offset);
    *end = next_line(text, body_end);
    return true;
}

/* The same where it stands on one line, `len` bytes of it. */
static bool parse_on_line(struct slice text, struct pem_block *block, size_t len, size_t *end,
                          struct error *e)
{
    struct slice rest = slice_from(slice_first(slice_from(text, block->offset), len), BEGIN.len);

    block->on_line = true;
    block->label = slice_first(rest, slice_find(rest, DASHES));
    block->body_offset = block->offset + BEGIN.len + block->label.len + DASHES.len;
    rest = slice_from(rest, block->label.len + DASHES.len);
    block->body = slice_first(rest, slice_find(rest, END));
    *end = block->offset + len;
    return check_end(block, slice_from(rest, block->body.len), *end - (rest.len - block->body.len),
                     e);
}

bool pem_next(struct slice *text, struct pem_block *block, bool *found, struct error *e)
{
    struct pem_block next = {.offset = 0};
    enum boundary boundary;
    size_t end = 0;
    size_t len;

    *found = false;
    while ((boundary = find_boundary(*text, &next.offset)) == END_LINE)
        next.offset++;
    if (boundary == NO_BOUNDARY) {
        *text = SLICE_NONE;
        return true;
    }
    len = pem_length_on_line(slice_from(*text, next.offset), true);
    if (!(len > 0 ? parse_on_line(*text, &next, len, &end, e) : parse_lines(*text, &next, &end, e)))
        return false;
    *text = slice_from(*text, end);
    *block = next;
    *found = true;
    return true;
}

static uint8_t *put(uint8_t *at, struct slice text)
{
    memcpy(at, text.data, text.len);
    return at + text.len;
}

bool pem_append(struct buffer *out, const char *label, struct slice der, struct error *e)
{
    struct slice name = slice_of_string(label);
    size_t len = BEGIN.len + END.len + 2 * (name.len + LABEL_END.len) + BASE64_LINES_LEN(der.len);
    uint8_t *at = buffer_room(out, len, e);

    if (at == NULL)
        return false;
    at = put(put(put(at, BEGIN), name), LABEL_END);
    at += base64_encode_lines(at, der);
    (void)put(put(put(at, END), name), LABEL_END);
    out->len += len;
    return true;
}
