/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A whole input, as a file and as text on a command line: what objects there are in it, each of
 * them shown, of a bundle in the one order or the other; and the same bytes as a list of lines.
 */
#include "fuzz.h"
#include "lines.h"
#include "show.h"
#include "source.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

/* A file in memory, without a name, that holds the input; its path. */
static const char *write_file(const uint8_t *data, size_t size)
{
    static char path[64];
    static int fd = -1;

    if (fd < 0) {
        (void)snprintf(path, sizeof(path), "/ocspkit-fuzz-%ld", (long)getpid());
        fd = shm_open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
        REQUIRE(fd >= 0 && shm_unlink(path) == 0);
        (void)snprintf(path, sizeof(path), "/dev/fd/%d", fd);
    }
    REQUIRE(pwrite(fd, data, size, 0) == (ssize_t)size && ftruncate(fd, (off_t)size) == 0);
    return path;
}

/* All objects of the input, in their order; one or more, for an input without any is an error. */
static size_t read_objects(struct source *s, size_t size)
{
    size_t given = 0;

    for (;;) {
        struct error e = {0};
        struct object object;
        bool found;

        if (!source_next(s, &object, &found, &e)) {
            require_error(&e, size > s->decoded.len ? size : s->decoded.len);
            REQUIRE(object.index >= given && given <= size);
            given = object.index + 1; /* one before a broken one is not given either */
            continue;
        }
        if (!found)
            return given;
        REQUIRE(object.index == given++);
        REQUIRE((object.der.len > 0) == (object.kind != OBJECT_PEM_ENCRYPTED_KEY));
        (void)show_object(&object);
    }
}

static void read_lines(const char *path, const uint8_t *data, size_t size)
{
    struct lines lines;
    struct slice line;
    size_t total = 0;
    size_t number = 0;
    bool found = true;

    REQUIRE(lines_open(&lines, path, false, NULL));
    while (found) {
        struct error e = {0};

        if (!lines_next(&lines, &line, &found, &e)) {
            REQUIRE(e.code == ERROR_LIMIT && found);
            continue;
        }
        if (!found)
            break;
        REQUIRE(line.len > 0 && slice_find_byte(line, '\n') == line.len);
        REQUIRE(lines.number > number);
        number = lines.number;
        total += line.len;
    }
    lines_close(&lines);
    REQUIRE(total <= size && (total > 0 || memchr(data, 'a', size) == NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct source s;
    const char *path = write_file(data, size);

    if (s.decoded.cap == 0)
        source_init(&s);
    s.bundle.leaf_first = size % 2 == 0;
    REQUIRE(source_open_file(&s, path, NULL));
    REQUIRE(read_objects(&s, size) > 0);
    source_close(&s);
    if (size > 0) {
        source_open_data(&s, slice_of(data, size));
        REQUIRE(read_objects(&s, size) > 0);
        source_close(&s);
    }
    if (size % 8 == 0) /* a list's window is large, and takes longer than the rest */
        read_lines(path, data, size);
    return 0;
}
