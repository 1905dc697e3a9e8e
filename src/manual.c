/* SPDX-License-Identifier: Apache-2.0 */
#include "manual.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static char man[] = "man";

/* The arguments of an execution are not const, though nothing changes them. */
#define ARGUMENT_MAX 256

static bool copy_argument(const char *text, char out[ARGUMENT_MAX])
{
    size_t len = 0;

    for (; text[len] != '\0'; len++) {
        if (len + 1 == ARGUMENT_MAX)
            return false;
        out[len] = text[len];
    }
    out[len] = '\0';
    return true;
}

/* Starts "man -w PAGE" with its output in the pipe. */
static bool start_where(char *page, const int pipe_fd[2], pid_t *pid)
{
    char where[] = "-w";
    char *const argv[] = {man, where, page, NULL};
    posix_spawn_file_actions_t actions;
    bool started;

    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    started =
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0 &&
        posix_spawn_file_actions_adddup2(&actions, pipe_fd[1], STDOUT_FILENO) == 0 &&
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
        posix_spawnp(pid, man, &actions, NULL, argv, environ) == 0;
    (void)posix_spawn_file_actions_destroy(&actions);
    return started;
}

/* Whether what it says begins as a path does; reads all of it, so that it can end. */
static bool read_path(int fd)
{
    char text[512];
    char first = '\0';
    ssize_t len;

    while ((len = read(fd, text, sizeof(text))) > 0 || (len < 0 && errno == EINTR)) {
        if (first == '\0' && len > 0)
            first = text[0];
    }
    return first == '/';
}

bool manual_exists(const char *page)
{
    char name[ARGUMENT_MAX];
    int pipe_fd[2];
    int status = -1;
    pid_t pid = -1;
    bool found = false;

    if (!copy_argument(page, name) || pipe(pipe_fd) != 0)
        return false;
    (void)fcntl(pipe_fd[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(pipe_fd[1], F_SETFD, FD_CLOEXEC);
    if (!start_where(name, pipe_fd, &pid))
        pid = -1;
    (void)close(pipe_fd[1]);
    if (pid > 0) {
        found = read_path(pipe_fd[0]);
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            ;
    }
    (void)close(pipe_fd[0]);
    return found && status == 0;
}

bool manual_show(const char *page, struct error *e)
{
    char name[ARGUMENT_MAX];
    char *const argv[] = {man, name, NULL};

    if (!copy_argument(page, name))
        return error_set(e, ERROR_LIMIT, "expected a page's name of at most %d bytes, found more",
                         ARGUMENT_MAX - 1);
    (void)execvp(man, argv);
    return error_system(e, "expected to run man");
}
