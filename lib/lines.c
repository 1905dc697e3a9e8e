/* SPDX-License-Identifier: Apache-2.0 */
#include "lines.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define READ_SIZE (64 * KIB)
#define SHOWN_MAX 200 /* as much of the file's name as an error shows */

bool lines_open(struct lines *l, const char *path, bool null, struct error *e)
{
    *l = (struct lines){
        .fd = STDIN_FILENO,
        .separator = null ? '\0' : '\n',
        .window = BUFFER_INIT(LIMIT_LINE + 2 * READ_SIZE),
    };
    if (strcmp(path, "-") != 0)
        l->fd = open(path, O_RDONLY | O_CLOEXEC);
    return l->fd >= 0 || error_system(e, "expected a list that can be read");
}

static void stop_reading(struct lines *l)
{
    if (l->fd > STDIN_FILENO)
        (void)close(l->fd);
    l->fd = -1;
}

void lines_close(struct lines *l)
{
    stop_reading(l);
    buffer_free(&l->window);
}

/* Reads more behind `unread`, which moves to the front; at the end of the file l->fd becomes -1. */
static bool fill(struct lines *l, struct error *e)
{
    ssize_t got;

    if (l->before_read != NULL && !l->before_read(l->context)) {
        stop_reading(l);
        l->unread.len = 0;
        return true;
    }
    if (l->unread.len > 0)
        memmove(l->window.data, l->unread.data, l->unread.len);
    l->window.len = l->unread.len;
    if (buffer_room(&l->window, READ_SIZE, e) == NULL)
        return false;
    do
        got = read(l->fd, l->window.data + l->window.len, READ_SIZE);
    while (got < 0 && errno == EINTR);
    if (got <= 0) {
        bool ended = got == 0 || error_system(e, "expected a list that can be read");
        stop_reading(l);
        l->unread = buffer_slice(&l->window);
        return ended;
    }
    l->window.len += (size_t)got;
    l->unread = buffer_slice(&l->window);
    return true;
}

/* Passes over the rest of a line that is too long. */
static bool fail_long(struct lines *l, struct error *e)
{
    for (;;) {
        size_t end = slice_find_byte(l->unread, l->separator);

        if (end < l->unread.len) {
            l->unread = slice_from(l->unread, end + 1);
            break;
        }
        l->unread.len = 0;
        if (l->fd < 0)
            break;
        if (!fill(l, e))
            return false;
    }
    return error_set(e, ERROR_LIMIT, "expected a line of at most %zu bytes, found a longer one",
                     LIMIT_LINE);
}

/* A line with its separator taken off, empty or not. */
static bool next_raw(struct lines *l, struct slice *line, bool *found, struct error *e)
{
    size_t end = slice_find_byte(l->unread, l->separator);

    while (end == l->unread.len && l->fd >= 0 && end <= LIMIT_LINE) {
        if (!fill(l, e))
            return false;
        end += slice_find_byte(slice_from(l->unread, end), l->separator);
    }
    *found = l->unread.len > 0;
    if (!*found)
        return true;
    l->number++;
    if (end > LIMIT_LINE)
        return fail_long(l, e);
    *line = slice_first(l->unread, end);
    l->unread = slice_from(l->unread, end < l->unread.len ? end + 1 : end);
    return true;
}

bool lines_next(struct lines *l, struct slice *line, bool *found, struct error *e)
{
    for (;;) {
        *found = false;
        if (!next_raw(l, line, found, e))
            return false;
        if (!*found)
            return true;
        if (l->separator == '\n' && line->len > 0 && line->data[line->len - 1] == '\r')
            line->len--;
        if (line->len > 0)
            return true;
    }
}

bool lines_fail(const char *path, size_t line, struct error *e)
{
    struct error inner;

    if (e == NULL)
        return false;
    inner = *e;
    if (line == 0)
        return error_set(e, inner.code, "%.*s: %s", SHOWN_MAX, path, inner.text);
    return error_set(e, inner.code, "line %zu of %.*s: %s", line, SHOWN_MAX, path, inner.text);
}
