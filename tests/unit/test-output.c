/* SPDX-License-Identifier: Apache-2.0 */
#include "output.h"
#include "tap.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_file(const char *path, const char *text)
{
    struct output o;

    return output_open(&o, path, 0644, NULL) && output_write(&o, slice_of_string(text), NULL) &&
           output_commit(&o, NULL);
}

static const char *content(const char *path)
{
    static char text[256];
    int fd = open(path, O_RDONLY);
    ssize_t got = fd >= 0 ? read(fd, text, sizeof(text) - 1) : -1;

    if (fd >= 0)
        (void)close(fd);
    text[got > 0 ? got : 0] = '\0';
    return got >= 0 ? text : "(none)";
}

static int mode_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (int)(status.st_mode & 07777) : -1;
}

/* How many names there are here. */
static int count_names(void)
{
    DIR *here = opendir(".");
    int count = 0;

    while (here != NULL && readdir(here) != NULL)
        count++;
    if (here != NULL)
        (void)closedir(here);
    return count - 2;
}

static void test_replacing(void)
{
    struct output o;

    ok(write_file("new", "one"), "a new file");
    is_string(content("new"), "one", "its content");
    is_int(mode_of("new"), 0640, "its mode is that which was asked for, under the umask");
    (void)chmod("new", 0604);
    ok(output_open(&o, "new", 0644, NULL) && output_write(&o, SLICE("two"), NULL), "once more");
    is_string(content("new"), "one", "before the commit the old one is there");
    ok(output_commit(&o, NULL), "commit");
    is_string(content("new"), "two", "and then the new one");
    is_int(mode_of("new"), 0604, "with the old one's mode");
    output_discard(&o);
    is_string(content("new"), "two", "a discard after the commit does nothing");
    ok(output_open(&o, "new", 0644, NULL) && output_write(&o, SLICE("three"), NULL), "again");
    output_discard(&o);
    is_string(content("new"), "two", "a discard leaves the old one");
    ok(output_open(&o, "other", 0644, NULL), "a file that will not be");
    output_discard(&o);
    ok(access("other", F_OK) != 0, "is not there");
    is_int(count_names(), 1, "nothing else is");
}

static void test_links(void)
{
    ok(mkdir("d", 0755) == 0 && symlink("d/file", "link") == 0 && symlink("link", "far") == 0 &&
           symlink("../new", "d/up") == 0 && symlink("a", "b") == 0 && symlink("b", "a") == 0,
       "links");
    ok(write_file("far", "x"), "a link to a link to what is not there");
    is_string(content("d/file"), "x", "makes it");
    ok(write_file("far", "y") && write_file("d/up", "z"), "links to files");
    is_string(content("d/file"), "y", "are followed");
    is_string(content("new"), "z", "from where they stand");
    ok(!write_file("a", "x"), "a link to itself");
    is_int(count_names(), 6, "no temporary file is left");
}

static void test_trouble(void)
{
    static const char *const paths[] = {"d", "new/x", "no/such/file"};
    struct output o;
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(paths); i++) {
        bool opened = output_open(&o, paths[i], 0644, &e);

        ok((!opened || !output_commit(&o, &e)) && e.code == ERROR_SYSTEM, "'%s'", paths[i]);
        output_discard(&o);
    }
    ok(!output_open(&o, "", 0644, &e) && e.code == ERROR_USAGE, "no name");
    output_discard(&o);
    ok(output_open(&o, "/dev/null", 0644, &e) && o.temporary == NULL, "a device is opened itself");
    ok(output_write(&o, SLICE("x"), &e) && output_commit(&o, &e), "and written");
    ok(output_open(&o, NULL, 0, &e) && o.fd == STDOUT_FILENO, "standard output");
    output_discard(&o);
    ok(output_open(&o, "-", 0, &e) && o.fd == STDOUT_FILENO, "and by its name");
    output_discard(&o);
    o = (struct output){0};
    output_discard(&o);
    ok(fcntl(STDOUT_FILENO, F_GETFD) >= 0, "which a discard leaves open");
}

int main(void)
{
    char folder[] = "/tmp/ocspkit-output.XXXXXX";

    (void)umask(027);
    if (mkdtemp(folder) == NULL || chdir(folder) != 0)
        return 99;
    test_replacing();
    test_links();
    test_trouble();
    (void)unlink("d/up");
    (void)unlink("d/file");
    (void)rmdir("d");
    (void)unlink("link");
    (void)unlink("far");
    (void)unlink("a");
    (void)unlink("b");
    (void)unlink("new");
    ok(chdir("/") == 0 && rmdir(folder) == 0, "nothing is left");
    return tap_done();
}
