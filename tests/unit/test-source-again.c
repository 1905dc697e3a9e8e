/* SPDX-License-Identifier: Apache-2.0 */
/* An input that is read to its end, and then once more. */
#include "source.h"
#include "tap.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* An OCSP response of five octets, tryLater; so many of them that the window holds but a part. */
#define RESPONSE "0\3\n\1\3"
#define COUNT    30000

static char path[] = "/tmp/ocspkit-source.XXXXXX";

static void write_responses(int fd)
{
    struct buffer all CLEANUP(buffer_free) = BUFFER_INIT(MIB);

    for (size_t i = 0; i < COUNT; i++) {
        if (!buffer_append(&all, SLICE(RESPONSE), NULL))
            abort();
    }
    if (write(fd, all.data, all.len) != (ssize_t)all.len || close(fd) != 0)
        abort();
}

/* How many objects are left; each follows the one before. */
static size_t count_rest(struct source *s, size_t index)
{
    struct object object;
    bool found = true;

    while (source_next(s, &object, &found, NULL) && found && object.index == index)
        index++;
    return found ? 0 : index;
}

static void begin(struct source *s)
{
    struct object object;
    bool found;

    ok(source_next(s, &object, &found, NULL) && found, "the first object");
}

static void test_file(struct source *s)
{
    ok(source_open_file(s, path, NULL), "a file");
    begin(s);
    ok(source_keep(s), "is kept");
    is_int((intmax_t)count_rest(s, 1), COUNT, "all of it");
    ok(source_rewind(s, NULL), "begins anew");
    is_int((intmax_t)count_rest(s, 0), COUNT, "all of it again");
    source_close(s);
}

/* Somebody else has read of it already. */
static void test_standard_input(struct source *s)
{
    int fd = open(path, O_RDONLY);

    if (fd < 0 || dup2(fd, STDIN_FILENO) < 0 || close(fd) != 0 ||
        lseek(STDIN_FILENO, 100 * (sizeof(RESPONSE) - 1), SEEK_SET) < 0)
        abort();
    ok(source_open_file(s, "-", NULL), "the rest of standard input");
    begin(s);
    ok(source_keep(s), "is kept");
    is_int((intmax_t)count_rest(s, 1), COUNT - 100, "all of it");
    ok(source_rewind(s, NULL), "begins anew, and where it began");
    is_int((intmax_t)count_rest(s, 0), COUNT - 100, "all of it again");
    source_close(s);
}

static void test_changed(struct source *s)
{
    struct error e;
    int fd;

    ok(source_open_file(s, path, NULL), "a file");
    begin(s);
    ok(source_keep(s), "is kept");
    is_int((intmax_t)count_rest(s, 1), COUNT, "all of it");
    fd = open(path, O_WRONLY | O_APPEND);
    if (fd < 0 || write(fd, RESPONSE, sizeof(RESPONSE) - 1) < 0 || close(fd) != 0)
        abort();
    ok(!source_rewind(s, &e) && e.code == ERROR_CONTENT, "has changed, and is not read again");
    is_string(e.text, "expected a file that stays as it is while it is read, found it changed",
              "says so");
    source_close(s);
}

static void test_what_cannot_be(struct source *s)
{
    int ends[2];

    source_open_data(s, SLICE("MAMKAQM="));
    begin(s);
    ok(!source_keep(s), "text in memory is not kept");
    source_close(s);
    if (pipe(ends) != 0 || write(ends[1], RESPONSE, sizeof(RESPONSE) - 1) < 0 ||
        close(ends[1]) != 0 || dup2(ends[0], STDIN_FILENO) < 0 || close(ends[0]) != 0 ||
        !source_open_file(s, "-", NULL))
        abort();
    ok(!source_keep(s), "nor is a pipe");
    source_close(s);
}

int main(void)
{
    int fd = mkstemp(path);
    struct source source;

    if (fd < 0)
        abort();
    write_responses(fd);
    source_init(&source);
    test_file(&source);
    test_standard_input(&source);
    test_changed(&source);
    test_what_cannot_be(&source);
    source_free(&source);
    (void)unlink(path);
    return tap_done();
}
