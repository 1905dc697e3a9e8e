/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Asks over HTTP through ocspkit-http, which runs beside this program as git-remote-http does
 * beside git. One request and ten thousand are the same: send what is to be asked, receive the
 * answers as they complete. A loop that keeps `jobs` certificates in flight:
 *
 *     struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
 *
 *     exec_path_own("http", path, e) && http_client_start(&client, path, options, e)
 *     while (more or client.outstanding > 0) {
 *         while (more && client.outstanding < jobs)
 *             http_client_send(&client, &request, e)           its id is an index of the caller's
 *         http_client_receive(&client, wait, &answer, &received, e)
 *         if (received)
 *             answer.id says whose it is: judge it, or send that certificate's next request
 *         else
 *             `wait` is over, or a signal came: send what was to be tried again by now
 *     }
 *
 * Sending never waits: what the other program does not take yet is kept here, up to
 * LIMIT_HTTP_CLIENT. Receiving both sends and receives, so that the two cannot wait for each other.
 * The other program keeps to a number of exchanges at a time (--jobs) and to one for each host
 * (--per-host), and starts requests to other hosts past those that wait for theirs; so `jobs` here
 * may well be larger than there.
 *
 * Each request is answered once, a failure being an answer (http-frame.h has the words). An error
 * means that the other program is not there, ended or speaks another language; then nothing more
 * will come, and the client is only good for http_client_free().
 *
 * Nothing is tried again, and there is no clock: a caller who waits before another attempt says in
 * `wait` how long. A GET that was redirected is in answer.url. Retry-After stands in the message
 * (http_message's retry_after; retry-after.h reads it).
 */
#ifndef OCSPKIT_HTTP_CLIENT_H
#define OCSPKIT_HTTP_CLIENT_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "http-frame.h"

#include <sys/types.h>

struct http_client {
    size_t outstanding; /* requests that were sent and not answered yet */

    /* The client's own. */
    const char *path;
    pid_t pid;
    int to; /* a socket: a write to it raises no SIGPIPE */
    int from;
    struct buffer out;
    size_t sent; /* of `out` */
    struct buffer in;
    size_t taken; /* of `in` */
};

#define HTTP_CLIENT_INIT                                                                           \
    {                                                                                              \
        .to = -1, .from = -1, .out = BUFFER_INIT(LIMIT_HTTP_CLIENT),                               \
        .in = BUFFER_INIT(LIMIT_HTTP_FRAME)                                                        \
    }

/*
 * Starts the program at `path`, which has to stay valid, with these arguments (null at the end; or
 * null): "--jobs=64", "--per-host=4", "--proxy=URL", "-4", "-6", "--public-only". It is its own
 * process group, so that ^C on a terminal is the caller's to see. Errors: ERROR_SYSTEM.
 */
bool http_client_start(struct http_client *client, const char *path, const char *const *arguments,
                       struct error *e) MUST_USE;

/* Sends a request, whose bytes are copied. Errors: ERROR_LIMIT, ERROR_ENCODING (a header field with
 * a line end in it); those are the request's fault, and the client can go on. */
bool http_client_send(struct http_client *client, const struct http_request *request,
                      struct error *e) MUST_USE;

/*
 * Waits for an answer, at most `wait` milliseconds (negative: until one comes). *received is false
 * where none came in that time, a part of one came, a signal arrived, or none is outstanding. The
 * answer's bytes are valid until the next call.
 */
bool http_client_receive(struct http_client *client, int wait, struct http_answer *answer,
                         bool *received, struct error *e) MUST_USE;

/* Ends the other program, whatever is outstanding. */
void http_client_free(struct http_client *client);

#endif
