/* SPDX-License-Identifier: Apache-2.0 */
#include "source-fill.h"

#include <errno.h>
#include <fcntl.h>
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

bool source_keep(struct source *s)
{
    if (s->fd < 0 || s->start < 0 || fstat(s->fd, &s->kept_as) != 0 || !S_ISREG(s->kept_as.st_mode))
        return false;
    s->kept = fcntl(s->fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    return s->kept >= 0;
}

void source_let_go(struct source *s)
{
    (void)close(s->kept);
    s->kept = -1;
}

static bool is_as_before(const struct source *s, const struct stat *status)
{
    return status->st_size == s->kept_as.st_size &&
           status->st_mtim.tv_sec == s->kept_as.st_mtim.tv_sec &&
           status->st_mtim.tv_nsec == s->kept_as.st_mtim.tv_nsec;
}

bool source_take_kept(struct source *s, struct error *e)
{
    struct stat status;

    if (fstat(s->kept, &status) != 0 || lseek(s->kept, s->start, SEEK_SET) < 0)
        return error_system(e, "expected a file that can be read again");
    if (!is_as_before(s, &status))
        return error_set(e, ERROR_CONTENT,
                         "expected a file that stays as it is while it is read, found it changed");
    source_stop_reading(s);
    s->fd = s->kept;
    s->kept = -1;
    return true;
}
