/* SPDX-License-Identifier: Apache-2.0 */
#include "published-text.h"

#include "hex.h"

#define GROUP_MAX 30 /* digits: as many as the shortest hash has stand alone */

void published_text_begin(struct published_text *t, struct published_set *set)
{
    *t = (struct published_text){.set = set, .line = 1};
}

static bool is_blank(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

/* Of a word, in which a fingerprint does not begin or end. */
static bool is_word(uint8_t c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

/* --- what is found */

/* Some of the run's octets, if they are as many as a hash has; *found says so. */
static bool add(struct published_text *t, size_t start, size_t len, size_t line, bool *found,
                struct error *e)
{
    struct fingerprint fingerprint = {.digest = DIGEST_MD5};

    *found = digest_by_size(len, &fingerprint.digest);
    if (!*found)
        return true;
    memcpy(fingerprint.octets, t->octets + start, len);
    return published_set_add(t->set, &fingerprint, (struct published_place){.line = line}, NULL, e);
}

/* The last row alone; between blanks the first or last group may be a word, as in "CA 0A 1B". */
static bool add_row(struct published_text *t, struct error *e)
{
    size_t len = t->len - t->row;
    bool found;

    if (!add(t, t->row, len, t->row_line, &found, e))
        return false;
    if (found || t->separator != ' ' || t->first == len)
        return true;
    return add(t, t->row + t->first, len - t->first, t->row_line, &found, e) &&
           add(t, t->row, len - t->last, t->row_line, &found, e);
}

/*
 * What the octets so far can be. Behind a colon at the line's end the next row belongs to this one;
 * between blanks it may as well be a fingerprint of its own.
 */
static bool add_run(struct published_text *t, struct error *e)
{
    bool found = false;

    if (t->len == 0 || t->is_long)
        return true;
    if (t->row > 0 && !add(t, 0, t->len, t->run_line, &found, e))
        return false;
    return (found && t->separator != ' ') || add_row(t, e);
}

static bool end_run(struct published_text *t, struct error *e)
{
    bool added = add_run(t, e);

    t->len = t->row = 0;
    t->separator = t->gap = 0;
    t->is_long = t->gap_has_blank = t->gap_has_line_end = false;
    return added;
}

/* --- between the groups */

static bool end_row(struct published_text *t, struct error *e)
{
    if (t->len == 0)
        return true;
    t->gap_has_line_end = true;
    if (t->gap == ':' || t->gap == '-') {
        t->row = t->len;
        return true;
    }
    if (t->separator == ':' || t->separator == '-')
        return end_run(t, e);
    t->gap = ' ';
    if (t->row == t->len)
        return true;
    if (!add_run(t, e))
        return false;
    t->row = t->len;
    return true;
}

static bool widen_gap(struct published_text *t, uint8_t c, struct error *e)
{
    if (t->len == 0)
        return true;
    if (is_blank(c)) {
        t->gap_has_blank = true;
        t->gap = t->gap == 0 ? ' ' : t->gap;
        return true;
    }
    if ((c == ':' || c == '-') && t->gap == 0) {
        t->gap = c;
        return true;
    }
    return end_run(t, e);
}

/* The length of "<br>", "<br/>" or "<br />" at the front; 0 where it is something else. */
static size_t measure_break(struct slice text)
{
    size_t at = 3;

    if (text.len < 4 || text.data[0] != '<' || (text.data[1] | 0x20) != 'b' ||
        (text.data[2] | 0x20) != 'r')
        return 0;
    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '/'))
        at++;
    return at < text.len && text.data[at] == '>' ? at + 1 : 0;
}

/* --- groups of digits */

/* Room for so many octets more: the rows before this one are given up for it. */
static void make_room(struct published_text *t, size_t more)
{
    if (t->len + more <= sizeof(t->octets))
        return;
    memmove(t->octets, t->octets + t->row, t->len - t->row);
    t->len -= t->row;
    t->row = 0;
    t->run_line = t->row_line;
    if (t->len + more <= sizeof(t->octets))
        return;
    t->is_long = true;
    t->len = 0;
}

/* Whether the next group goes on with the run. */
static bool joins(const struct published_text *t)
{
    if (t->gap != ' ' && t->gap_has_blank && !t->gap_has_line_end)
        return false;
    return t->separator == 0 || t->separator == t->gap;
}

static void decode(uint8_t *octets, struct slice digits)
{
    for (size_t i = 0; i + 1 < digits.len; i += 2)
        octets[i / 2] = (uint8_t)(hex_digit(digits.data[i]) << 4 | hex_digit(digits.data[i + 1]));
}

static bool add_group(struct published_text *t, struct slice digits, struct error *e)
{
    if (t->len > 0 && !joins(t) && !end_run(t, e))
        return false;
    if (t->len > 0)
        t->separator = t->gap;
    make_room(t, digits.len / 2);
    if (t->len == 0)
        t->run_line = t->line;
    if (t->len == t->row) {
        t->first = digits.len / 2;
        t->row_line = t->line;
    }
    t->last = digits.len / 2;
    decode(t->octets + t->len, digits);
    t->len += digits.len / 2;
    t->gap = 0;
    t->gap_has_blank = t->gap_has_line_end = false;
    return true;
}

/*
 * What sha256sum writes behind the hash, "  NAME" or " *NAME", or, with --tag, before it: "SHA256
 * (NAME) = ".
 */
static struct slice find_label(struct slice line, size_t start, size_t end)
{
    static const struct slice before = SLICE_CONST(") = ");
    static const struct slice open = SLICE_CONST(" (");
    struct slice head = slice_first(line, start);
    struct slice tail = slice_from(line, end);
    size_t at;

    if (slice_ends_with(tail, SLICE("\r")))
        tail.len--;
    if (start <= 1 && (start == 0 || head.data[0] == '\\') && tail.len > 2 && tail.data[0] == ' ' &&
        (tail.data[1] == ' ' || tail.data[1] == '*'))
        return slice_from(tail, 2);
    at = slice_find(head, open);
    if (!slice_ends_with(head, before) || at + open.len > head.len - before.len)
        return SLICE_NONE;
    return slice_from(slice_first(head, head.len - before.len), at + open.len);
}

/* Digits that are a fingerprint by themselves. */
static bool add_whole(struct published_text *t, struct slice line, size_t start, size_t end,
                      struct error *e)
{
    struct slice about[PUBLISHED_ABOUT_COUNT] = {SLICE_NONE};
    struct fingerprint fingerprint = {.digest = DIGEST_MD5};

    if ((end - start) % 2 != 0 || !digest_by_size((end - start) / 2, &fingerprint.digest))
        return true;
    decode(fingerprint.octets, slice_of(line.data + start, end - start));
    about[PUBLISHED_LABEL] = find_label(line, start, end);
    return published_set_add(t->set, &fingerprint, (struct published_place){.line = t->line}, about,
                             e);
}

/* A word: digits, or anything else, which ends the run. */
static bool read_word(struct published_text *t, struct slice line, size_t *at, struct error *e)
{
    size_t start = *at;
    size_t end;

    if (line.len - start > 2 && line.data[start] == '0' && (line.data[start + 1] | 0x20) == 'x')
        start += 2;
    end = start;
    while (end < line.len && hex_digit(line.data[end]) >= 0)
        end++;
    *at = end;
    if (end < line.len && is_word(line.data[end])) {
        while (*at < line.len && is_word(line.data[*at]))
            ++*at;
        return end_run(t, e);
    }
    if (end - start <= GROUP_MAX && (end - start) % 2 == 0 && end > start)
        return add_group(t, slice_of(line.data + start, end - start), e);
    return end_run(t, e) && add_whole(t, line, start, end, e);
}

bool published_text_read(struct published_text *t, struct slice line, bool ends, struct error *e)
{
    size_t at = 0;

    while (at < line.len) {
        size_t break_len;

        if (is_word(line.data[at])) {
            if (!read_word(t, line, &at, e))
                return false;
        } else if ((break_len = measure_break(slice_from(line, at))) > 0) {
            if (!end_row(t, e))
                return false;
            at += break_len;
        } else if (!widen_gap(t, line.data[at++], e)) {
            return false;
        }
    }
    if (!ends)
        return true;
    if (!end_row(t, e))
        return false;
    t->line++;
    return true;
}

bool published_text_end(struct published_text *t, struct error *e)
{
    return end_run(t, e);
}
