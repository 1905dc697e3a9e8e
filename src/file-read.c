/* SPDX-License-Identifier: Apache-2.0 */
#include "file-read.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define PIECE (16 * KIB)

static bool read_descriptor(int fd, struct buffer *bytes, struct error *e)
{
    uint8_t piece[PIECE];
    ssize_t got;

    while ((got = read(fd, piece, sizeof(piece))) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_system(e, "expected a file that can be read");
        if (!buffer_append(bytes, slice_of(piece, (size_t)got), e))
            return false;
    }
    return true;
}

bool file_read(const char *path, struct buffer *bytes, struct error *e)
{
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    bool done;

    bytes->len = 0;
    if (fd < 0)
        return error_system(e, "expected a file that can be read");
    done = read_descriptor(fd, bytes, e);
    if (fd != STDIN_FILENO)
        (void)close(fd);
    return done;
}
