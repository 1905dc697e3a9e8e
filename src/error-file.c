/* SPDX-License-Identifier: Apache-2.0 */
#include "error-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the path names the file that is open as `fd`. */
static bool is_file(const char *path, int fd)
{
    struct stat named;
    struct stat opened;

    return path != NULL && stat(path, &named) == 0 && fstat(fd, &opened) == 0 &&
           named.st_dev == opened.st_dev && named.st_ino == opened.st_ino &&
           S_ISREG(opened.st_mode);
}

/* Whether a word of the command line names the file: an operand, or an option's value. The value of
 * -e itself is known by its place. */
static bool is_named(const struct invocation *invocation, const char *errorfile, int fd)
{
    for (int i = 0; i < invocation->argc; i++) {
        const char *word = invocation->argv[i];
        const char *value = strncmp(word, "--", 2) == 0 ? strchr(word, '=') : NULL;

        if (value != NULL)
            word = value + 1;
        if (word != errorfile && is_file(word, fd))
            return true;
    }
    return false;
}

static const char *other_use(const struct invocation *invocation,
                             const struct common_settings *common, int fd)
{
    if (is_file(common->inputfile, fd))
        return "the list";
    if (is_file(common->outputfile, fd))
        return "the output";
    return is_named(invocation, common->errorfile, fd) ? "an input" : NULL;
}

bool error_file_open(int *fd, const struct invocation *invocation,
                     const struct common_settings *common, struct error *e)
{
    const char *other;

    *fd = STDERR_FILENO;
    if (common->errorfile == NULL || strcmp(common->errorfile, "-") == 0)
        return true;
    *fd = open(common->errorfile, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
    if (*fd < 0) {
        *fd = STDERR_FILENO;
        return error_system(e, "expected a file for the diagnostics that can be written");
    }
    other = other_use(invocation, common, *fd);
    if (other != NULL) {
        (void)close(*fd);
        *fd = STDERR_FILENO;
        return error_set(e, ERROR_USAGE, "expected a file of its own for the diagnostics, found %s",
                         other);
    }
    return ftruncate(*fd, 0) == 0 || errno == EINVAL || /* a device */
           error_system(e, "expected a file for the diagnostics that can be emptied");
}
