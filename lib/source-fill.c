/* SPDX-License-Identifier: Apache-2.0 */
#include "source-fill.h"

#include <errno.h>
#include <unistd.h>

void source_stop_reading(struct source *s)
{
    if (s->fd > STDIN_FILENO)
        (void)close(s->fd);
    s->fd = -1;
}

bool source_fill(struct source *s, struct error *e)
{
    ssize_t got;

    if (s->unread.len > 0 && s->unread.data != s->window.data)
        memmove(s->window.data, s->unread.data, s->unread.len);
    s->window.len = s->unread.len;
    if (s->window.size - s->window.len < SOURCE_WINDOW / 2 &&
        !buffer_grow(&s->window, SOURCE_WINDOW, e))
        return false;
    do
        got = read(s->fd, s->window.data + s->window.len, s->window.size - s->window.len);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return error_system(e, "expected a file that can be read");
    if (got == 0)
        source_stop_reading(s);
    s->window.len += (size_t)got;
    s->unread = buffer_slice(&s->window);
    return true;
}

bool source_fill_to(struct source *s, size_t len, struct error *e)
{
    while (s->unread.len < len && s->fd >= 0) {
        if (!source_fill(s, e))
            return false;
    }
    return true;
}

bool source_peek(struct source *s, size_t len, struct slice *bytes, struct error *e)
{
    bool filled = source_fill_to(s, len, e);

    *bytes = s->unread;
    return filled;
}

void source_skip(struct source *s, size_t len)
{
    s->unread = slice_from(s->unread, len);
    s->consumed += len;
}
