/* SPDX-License-Identifier: Apache-2.0 */
#include "http-client.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define READ_SIZE     (64 * KIB)
#define IN_KEPT       (256 * KIB) /* memory that stays between answers */
#define ARGUMENTS_MAX 16

extern char **environ;

static void close_end(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

/* --- starting */

/* A descriptor that programs started later do not get, and that is not one of the standard ones,
 * which the child is given. */
static bool move_up(int *fd)
{
    int moved = fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

    (void)close(*fd);
    *fd = moved;
    return moved >= 0;
}

/* The two ends of each: ours, theirs. */
static bool open_pipes(int to[2], int from[2])
{
    int back[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, to) != 0) {
        to[0] = to[1] = -1;
        return false;
    }
    if (!move_up(&to[0]) || !move_up(&to[1]) || pipe(back) != 0)
        return false;
    from[0] = back[0];
    from[1] = back[1];
    return move_up(&from[0]) && move_up(&from[1]) && fcntl(from[0], F_SETFL, O_NONBLOCK) == 0;
}

static int add_attributes(posix_spawnattr_t *attributes)
{
    short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
    sigset_t defaults, none;
    int failed;

    (void)sigemptyset(&none);
    (void)sigemptyset(&defaults);
    (void)sigaddset(&defaults, SIGPIPE);
    (void)sigaddset(&defaults, SIGINT);
    failed = posix_spawnattr_setpgroup(attributes, 0);
    if (failed == 0)
        failed = posix_spawnattr_setsigdefault(attributes, &defaults);
    if (failed == 0)
        failed = posix_spawnattr_setsigmask(attributes, &none);
    return failed != 0 ? failed : posix_spawnattr_setflags(attributes, flags);
}

/* The error number, 0 where the program runs. */
static int spawn(struct http_client *client, char **argv, int in, int out)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed = posix_spawn_file_actions_init(&actions);

    if (failed != 0)
        return failed;
    /* Where a system's posix_spawn() does not say that the program could not be run. */
    failed = access(client->path, X_OK) == 0 ? posix_spawnattr_init(&attributes) : errno;
    if (failed == 0) {
        failed = posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
        if (failed == 0)
            failed = posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
        if (failed == 0)
            failed = add_attributes(&attributes);
        if (failed == 0)
            failed = posix_spawn(&client->pid, client->path, &actions, &attributes, argv, environ);
        (void)posix_spawnattr_destroy(&attributes);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return failed;
}

/* posix_spawn() takes arguments that may be written to, and does not write to them. */
static void copy_arguments(const char *path, const char *const *arguments,
                           char *argv[ARGUMENTS_MAX + 2])
{
    size_t count = 0;

    memcpy(&argv[count++], &path, sizeof(path));
    for (; arguments != NULL && *arguments != NULL && count <= ARGUMENTS_MAX; arguments++)
        memcpy(&argv[count++], arguments, sizeof(*arguments));
    argv[count] = NULL;
}

bool http_client_start(struct http_client *client, const char *path, const char *const *arguments,
                       struct error *e)
{
    int to[2] = {-1, -1}, from[2] = {-1, -1};
    char *argv[ARGUMENTS_MAX + 2];

    *client = (struct http_client)HTTP_CLIENT_INIT;
    client->path = path;
    copy_arguments(path, arguments, argv);
    errno = open_pipes(to, from) ? spawn(client, argv, to[1], from[1]) : errno;
    if (client->pid == 0)
        (void)error_system(e, "expected to run %s", path);
    client->to = to[0];
    client->from = from[0];
    close_end(&to[1]);
    close_end(&from[1]);
    return client->pid != 0;
}

/* --- ending */

#define END_ROUNDS 100 /* of END_WAIT milliseconds: how long a program has to end */
#define END_WAIT   10

/* Whether it has ended; waits for that a little. */
static bool await_end(struct http_client *client, int *status)
{
    for (int round = 0; round < END_ROUNDS; round++) {
        pid_t ended = waitpid(client->pid, status, WNOHANG);

        if (ended == client->pid) {
            client->pid = 0;
            return true;
        }
        (void)poll(NULL, 0, END_WAIT);
    }
    return false;
}

void http_client_free(struct http_client *client)
{
    int status;

    close_end(&client->to);
    close_end(&client->from);
    if (client->pid > 0) {
        (void)kill(-client->pid, SIGTERM);
        if (waitpid(client->pid, &status, WNOHANG) == 0 && !await_end(client, &status)) {
            (void)kill(-client->pid, SIGKILL);
            (void)waitpid(client->pid, &status, 0);
        }
    }
    client->pid = 0;
    client->outstanding = 0;
    buffer_free(&client->out);
    buffer_free(&client->in);
}

/* Its answers ended while some are outstanding. */
static bool refuse_end(struct http_client *client, struct error *e)
{
    size_t count = client->outstanding;
    int status;

    if (!await_end(client, &status))
        return error_set(e, ERROR_SYSTEM, "expected %zu more answers from %s, found no more output",
                         count, client->path);
    if (WIFSIGNALED(status))
        return error_set(e, ERROR_SYSTEM,
                         "expected %zu more answers from %s, found it ended by signal %d", count,
                         client->path, WTERMSIG(status));
    return error_set(e, ERROR_SYSTEM,
                     "expected %zu more answers from %s, found it ended with exit status %d", count,
                     client->path, WEXITSTATUS(status));
}

/* --- sending */

bool http_client_send(struct http_client *client, const struct http_request *request,
                      struct error *e)
{
    struct buffer *out = &client->out;

    if (client->sent > 0 && (client->sent == out->len || client->sent >= out->size / 2)) {
        memmove(out->data, out->data + client->sent, out->len - client->sent);
        out->len -= client->sent;
        client->sent = 0;
    }
    if (!http_frame_build_request(out, request, e))
        return false;
    client->outstanding++;
    return true;
}

/* As much as the other program takes now. That it has ended is seen where its answers end. */
static void put_out(struct http_client *client)
{
    while (client->sent < client->out.len) {
        ssize_t put = send(client->to, client->out.data + client->sent,
                           client->out.len - client->sent, MSG_NOSIGNAL | MSG_DONTWAIT);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (put < 0) {
            client->sent = client->out.len;
            return;
        }
        client->sent += (size_t)put;
    }
}

/* --- receiving */

/* The answer that is there, if all of it is; otherwise room is made for the rest. */
static bool take_answer(struct http_client *client, struct http_answer *answer, bool *received,
                        struct error *e)
{
    struct buffer *in = &client->in;
    struct slice bytes = slice_from(buffer_slice(in), client->taken);
    size_t len = 0;

    if (bytes.len > 0 && !http_frame_parse_answer(bytes, answer, &len, e))
        return error_in(e, "%s", client->path);
    *received = bytes.len > 0 && len <= bytes.len;
    if (*received) {
        client->taken += len;
        client->outstanding -= client->outstanding > 0;
        return true;
    }
    if (bytes.len == 0 && in->size > IN_KEPT)
        buffer_free(in);
    else if (client->taken > 0)
        memmove(in->data, bytes.data, bytes.len);
    in->len = bytes.len;
    client->taken = 0;
    return buffer_room(in, len > bytes.len + READ_SIZE ? len - bytes.len : READ_SIZE, e) != NULL;
}

static bool read_more(struct http_client *client, struct error *e)
{
    struct buffer *in = &client->in;
    ssize_t got = read(client->from, in->data + in->len, in->size - in->len);

    if (got > 0)
        in->len += (size_t)got;
    if (got == 0)
        return refuse_end(client, e);
    return got > 0 || errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ||
           error_system(e, "expected answers from %s", client->path);
}

/* Sends what can be sent, waits for more of that or for something to read, and reads it. *over:
 * the time is, or a signal came. */
static bool wait_once(struct http_client *client, int wait, bool *over, struct error *e)
{
    struct pollfd fds[2] = {{client->from, POLLIN, 0}, {-1, POLLOUT, 0}};
    int ready;

    put_out(client);
    if (client->sent < client->out.len)
        fds[1].fd = client->to;
    ready = poll(fds, 2, wait);
    *over = ready <= 0;
    if (ready < 0 && errno != EINTR)
        return error_system(e, "expected to wait for %s", client->path);
    return ready <= 0 || fds[0].revents == 0 || read_more(client, e);
}

bool http_client_receive(struct http_client *client, int wait, struct http_answer *answer,
                         bool *received, struct error *e)
{
    bool over;

    if (!take_answer(client, answer, received, e))
        return false;
    while (!*received && client->outstanding > 0) {
        if (!wait_once(client, wait, &over, e) || !take_answer(client, answer, received, e))
            return false;
        if (over || wait >= 0)
            return true;
    }
    return true;
}
