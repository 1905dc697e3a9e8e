/* SPDX-License-Identifier: Apache-2.0 */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MAX 16

static const char suffix[] = ".XXXXXX";

/* The temporary file that a signal has to remove; one at a time. */
static char *volatile pending;

static void remove_pending(int signal_number)
{
    if (pending != NULL)
        (void)unlink(pending);
    (void)signal(signal_number, SIG_DFL);
    (void)raise(signal_number);
}

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU, SIGXFSZ};

static void watch_signals(void)
{
    static bool watching;

    for (size_t i = 0; !watching && i < ARRAY_SIZE(signals); i++) {
        struct sigaction old;
        struct sigaction action = {.sa_handler = remove_pending};
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            (void)sigaction(signals[i], &action, NULL);
    }
    watching = true;
}

/* The path that a link points to, as seen from the link's directory; `*path` is replaced. */
static bool follow_link(char **path, struct error *e)
{
    char target[PATH_MAX];
    ssize_t len = readlink(*path, target, sizeof(target) - 1);
    const char *slash = strrchr(*path, '/');
    size_t dir;
    char *followed;

    if (len < 0)
        return error_system(e, "expected a link that can be read");
    dir = slash != NULL && target[0] != '/' ? (size_t)(slash - *path) + 1 : 0;
    followed = malloc(dir + (size_t)len + 1);
    if (followed == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for a path, found none");
    memcpy(followed, *path, dir);
    memcpy(followed + dir, target, (size_t)len);
    followed[dir + (size_t)len] = '\0';
    free(*path);
    *path = followed;
    return true;
}

static bool open_straight(struct output *o, struct error *e)
{
    o->fd = open(o->name, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return o->fd >= 0 || error_system(e, "expected an output that can be written");
}

/* No signal comes between the file and the note that it has to be removed. */
static void create_pending(struct output *o)
{
    sigset_t watched;
    sigset_t before;

    (void)sigemptyset(&watched);
    for (size_t i = 0; i < ARRAY_SIZE(signals); i++)
        (void)sigaddset(&watched, signals[i]);
    (void)sigprocmask(SIG_BLOCK, &watched, &before);
    o->fd = mkstemp(o->temporary);
    if (o->fd >= 0)
        pending = o->temporary;
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
}

static bool open_temporary(struct output *o, mode_t mode, struct error *e)
{
    size_t len = strlen(o->path);

    o->temporary = malloc(len + sizeof(suffix));
    if (o->temporary == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for a path, found none");
    memcpy(o->temporary, o->path, len);
    memcpy(o->temporary + len, suffix, sizeof(suffix));
    watch_signals();
    create_pending(o);
    if (o->fd < 0) {
        (void)error_system(e, "expected an output that can be written");
        free(o->temporary);
        o->temporary = NULL;
        return false;
    }
    if (fcntl(o->fd, F_SETFD, FD_CLOEXEC) != 0 || fchmod(o->fd, mode) != 0)
        return error_system(e, "expected an output whose mode can be set");
    return true;
}

static mode_t without_umask(mode_t mode)
{
    mode_t mask = umask(0);

    (void)umask(mask);
    return mode & ~mask;
}

bool output_open(struct output *o, const char *path, mode_t mode, struct error *e)
{
    struct stat status;

    *o = (struct output){.fd = STDOUT_FILENO, .name = "standard output"};
    if (path == NULL || strcmp(path, "-") == 0)
        return true;
    o->name = path;
    o->fd = -1;
    if (path[0] == '\0')
        return error_set(e, ERROR_USAGE, "expected the name of an output, found none");
    if (stat(path, &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            errno = EISDIR;
            return error_system(e, "expected an output that can be written");
        }
        if (!S_ISREG(status.st_mode))
            return open_straight(o, e);
        if (access(path, W_OK) != 0)
            return error_system(e, "expected an output that can be written");
        mode = status.st_mode & 0777;
    } else if (errno != ENOENT) {
        return error_system(e, "expected an output that can be written");
    } else {
        mode = without_umask(mode);
    }
    o->path = strdup(path);
    if (o->path == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for a path, found none");
    for (int i = 0; i < LINKS_MAX && lstat(o->path, &status) == 0 && S_ISLNK(status.st_mode); i++) {
        if (!follow_link(&o->path, e))
            return false;
    }
    return open_temporary(o, mode, e);
}

bool output_make_private(struct output *o, struct error *e)
{
    return o->temporary == NULL || fchmod(o->fd, 0600) == 0 ||
           error_system(e, "expected an output whose mode can be set");
}

bool output_write(struct output *o, struct slice bytes, struct error *e)
{
    while (bytes.len > 0) {
        ssize_t put = write(o->fd, bytes.data, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return error_system(e, "expected an output that can be written");
        bytes = slice_from(bytes, (size_t)put);
    }
    return true;
}

bool output_commit(struct output *o, struct error *e)
{
    int fd = o->fd;

    o->fd = -1;
    if (fd >= 0 && close(fd) != 0) {
        (void)error_system(e, "expected an output that can be written");
        output_discard(o);
        return false;
    }
    if (o->temporary != NULL && rename(o->temporary, o->path) != 0) {
        (void)error_system(e, "expected an output that can be replaced");
        output_discard(o);
        return false;
    }
    pending = NULL;
    free(o->temporary);
    o->temporary = NULL;
    output_discard(o);
    return true;
}

void output_discard(struct output *o)
{
    if (o->temporary != NULL) {
        (void)unlink(o->temporary);
        pending = NULL;
    }
    if (o->fd > STDERR_FILENO)
        (void)close(o->fd);
    free(o->temporary);
    free(o->path);
    *o = (struct output){.fd = -1, .name = o->name};
}
