/* SPDX-License-Identifier: Apache-2.0 */
#include "random.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define GENERATOR "/dev/urandom"

static bool read_whole(int fd, uint8_t *out, size_t len)
{
    while (len > 0) {
        ssize_t got = read(fd, out, len);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        out += got;
        len -= (size_t)got;
    }
    return true;
}

bool random_fill(uint8_t *out, size_t len, struct error *e)
{
    int fd = open(GENERATOR, O_RDONLY | O_CLOEXEC);
    bool done = fd >= 0 && read_whole(fd, out, len);

    if (!done)
        (void)error_system(e, "expected random bytes from " GENERATOR);
    if (fd >= 0)
        (void)close(fd);
    return done;
}
