/* SPDX-License-Identifier: Apache-2.0 */
#include "lines.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

/* The lines that are given, each behind its number: "1:a 3:b "; "!" for one that is too long. */
static const struct {
    struct slice list;
    bool null;
    const char *want;
} cases[] = {
    {SLICE_CONST(""), false, ""},
    {SLICE_CONST("\n"), false, ""},
    {SLICE_CONST("a"), false, "1:a "},
    {SLICE_CONST("a\n"), false, "1:a "},
    {SLICE_CONST("a\nb"), false, "1:a 2:b "},
    {SLICE_CONST("\n\na\n\nb\n\n"), false, "3:a 5:b "},
    {SLICE_CONST("a\r\n\r\nb\r\n"), false, "1:a 3:b "},
    {SLICE_CONST("a\r"), false, "1:a "},
    {SLICE_CONST("a\r\r\n"), false, "1:a\r "},
    {SLICE_CONST(" \n\t\n"), false, "1:  2:\t "},
    {SLICE_CONST("a\0b\n"), false, "1:a\0b "},
    {SLICE_CONST("a\0b\0"), true, "1:a 2:b "},
    {SLICE_CONST("a\0\0b"), true, "1:a 3:b "},
    {SLICE_CONST("a\nb\r\0c"), true, "1:a\nb\r 2:c "},
    {SLICE_CONST("\0"), true, ""},
};

/* A file with these bytes, whose path is put into `path`. */
static bool write_list(struct slice bytes, char path[64])
{
    int fd;
    bool done;

    (void)strcpy(path, "/tmp/ocspkit-lines.XXXXXX");
    fd = mkstemp(path);
    done = fd >= 0 && write(fd, bytes.data, bytes.len) == (ssize_t)bytes.len;
    return fd >= 0 && close(fd) == 0 && done;
}

static void append_line(struct buffer *have, size_t number, struct slice line)
{
    char text[32];

    (void)snprintf(text, sizeof(text), "%zu:", number);
    if (!buffer_append(have, slice_of_string(text), NULL) ||
        !buffer_append(have, line.len > KIB ? SLICE("long") : line, NULL) ||
        !buffer_append(have, SLICE(" "), NULL))
        abort();
}

static void read_lines(struct slice list, bool null, struct buffer *have)
{
    char path[64];
    struct lines lines;
    struct slice line = SLICE_NONE;
    struct error e;
    bool found = true;

    have->len = 0;
    if (!write_list(list, path) || !lines_open(&lines, path, null, &e))
        abort();
    while (found) {
        if (!lines_next(&lines, &line, &found, &e))
            append_line(have, lines.number, e.code == ERROR_LIMIT ? SLICE("!") : SLICE("?"));
        else if (found)
            append_line(have, lines.number, line);
    }
    lines_close(&lines);
    (void)unlink(path);
}

/* "a", a line of `len` octets, "b". */
static void test_length(size_t len, const char *want)
{
    struct buffer list CLEANUP(buffer_free) = BUFFER_INIT(MIB);
    struct buffer have CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    uint8_t *room;

    if (!buffer_append(&list, SLICE("a\n"), NULL))
        abort();
    room = buffer_room(&list, len, NULL);
    if (room == NULL)
        abort();
    memset(room, 'x', len);
    list.len += len;
    if (!buffer_append(&list, SLICE("\nb"), NULL))
        abort();
    read_lines(buffer_slice(&list), false, &have);
    ok(slice_is(buffer_slice(&have), want), "a line of %zu octets", len);
}

int main(void)
{
    struct buffer have CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct lines lines;
    struct slice line;
    struct error e;
    bool found = true;

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        read_lines(cases[i].list, cases[i].null, &have);
        ok(have.len == 0 ? cases[i].want[0] == '\0'
                         : memcmp(have.data, cases[i].want, have.len) == 0,
           "list %zu", i);
    }
    test_length(LIMIT_LINE - 1, "1:a 2:long 3:b ");
    test_length(LIMIT_LINE, "1:a 2:long 3:b ");
    test_length(LIMIT_LINE + 1, "1:a 2:! 3:b ");
    test_length(3 * LIMIT_LINE, "1:a 2:! 3:b ");

    ok(!lines_open(&lines, "/no/such/list", false, &e) && e.code == ERROR_SYSTEM, "no list");
    ok(lines_open(&lines, "/", false, &e) && !lines_next(&lines, &line, &found, &e) && !found &&
           e.code == ERROR_SYSTEM,
       "a list that cannot be read, and no line behind the failure");
    lines_close(&lines);
    return tap_done();
}
