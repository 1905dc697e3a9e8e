/* SPDX-License-Identifier: Apache-2.0 */
#include "http-run.h"

#include "http-queue.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_SIZE (64 * KIB)
#define IN_MAX    (LIMIT_FRAME_LINE + 2 * LIMIT_HTTP_HEAD + LIMIT_OCSP + READ_SIZE)
#define OUT_START (256 * KIB) /* nothing is started while more than that was not taken */
#define OUT_WRITE (64 * KIB)  /* written before there is time to wait */
#define OUT_KEPT  MIB         /* memory that stays while there is nothing to write */
#define OUT_MAX   (LIMIT_HTTP_BODIES + LIMIT_HTTP_JOBS * (LIMIT_HTTP_HEAD + 4 * KIB) + OUT_START)
#define WAIT_MAX  1000 /* milliseconds */

/* A place for an exchange; its job is null where there is none. */
struct place {
    struct http_transfer transfer;
    struct http_job *job;
    uint64_t host;
    bool waits; /* was redirected, and its new host has no connection to spare */
};

struct run {
    const struct http_run_settings *settings;
    CURLM *multi;
    struct place *places;
    struct place **idle; /* places without a job */
    size_t idle_count;
    size_t waiting_count; /* places that wait */
    size_t bodies;        /* what the exchanges under way may bring */
    struct http_queue *queue;

    int in_fd, out_fd;
    struct buffer in;
    size_t taken; /* of `in` */
    bool in_ended;
    bool hungry; /* there is no whole frame left in it */
    struct buffer out;
    size_t written; /* of `out` */
    bool gone;      /* nobody reads the answers */
};

/* --- answers */

/* What was not taken moves to the front where it is the smaller part. */
static void keep_rest(struct run *r)
{
    size_t rest = r->out.len - r->written;

    if (rest > r->written)
        return;
    if (rest > 0)
        memcpy(r->out.data, r->out.data + r->written, rest);
    else if (r->out.size > OUT_KEPT)
        buffer_free(&r->out);
    r->out.len = rest;
    r->written = 0;
}

/* As much as is taken now. */
static bool write_out(struct run *r, struct error *e)
{
    while (r->written < r->out.len && !r->gone) {
        ssize_t put = write(r->out_fd, r->out.data + r->written, r->out.len - r->written);

        if (put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        if (put < 0 && errno == EPIPE)
            r->gone = true;
        else if (put < 0 && errno != EINTR)
            return error_system(e, "expected to write an answer");
        else if (put > 0)
            r->written += (size_t)put;
    }
    keep_rest(r);
    return true;
}

static bool put_answer(struct run *r, const struct http_answer *answer, struct error *e)
{
    return http_frame_build_answer(&r->out, answer, e) &&
           (r->out.len - r->written < OUT_WRITE || write_out(r, e));
}

/* --- exchanges */

/* The answer may be in the job's bytes, so those are freed after it was put. */
static bool leave_place(struct run *r, struct place *p, const struct http_answer *answer,
                        struct error *e)
{
    bool put = put_answer(r, answer, e);

    r->bodies -= p->job->request.body_max;
    free(p->job);
    p->job = NULL;
    r->idle[r->idle_count++] = p;
    return put;
}

static bool refuse(struct run *r, struct place *p, struct error *e)
{
    struct http_answer answer;

    http_transfer_answer(&p->transfer, &answer);
    http_queue_leave_host(r->queue, p->host);
    return leave_place(r, p, &answer, e);
}

/* `ready`: what http_transfer_begin() or _resume() said. */
static bool start(struct run *r, struct place *p, bool ready, struct error *e)
{
    if (!ready)
        return refuse(r, p, e);
    return curl_multi_add_handle(r->multi, p->transfer.easy) == CURLM_OK ||
           error_set(e, ERROR_MEMORY, "expected memory for an exchange, found none");
}

static bool start_waiting(struct run *r, struct error *e)
{
    for (size_t i = 0; i < r->settings->jobs && r->waiting_count > 0; i++) {
        struct place *p = &r->places[i];

        if (!p->waits || !http_queue_enter_host(r->queue, p->host))
            continue;
        p->waits = false;
        r->waiting_count--;
        if (!start(r, p, http_transfer_resume(&p->transfer), e))
            return false;
    }
    return true;
}

static bool start_exchanges(struct run *r, struct error *e)
{
    if (!start_waiting(r, e))
        return false;
    while (r->idle_count > 0 && r->out.len - r->written < OUT_START) {
        struct http_job *job = http_queue_take(r->queue, LIMIT_HTTP_BODIES - r->bodies);
        struct place *p = r->idle[r->idle_count - 1];

        if (job == NULL)
            return true;
        if (p->transfer.easy == NULL && !http_transfer_open(&p->transfer, &r->settings->policy)) {
            free(job);
            return error_set(e, ERROR_MEMORY, "expected memory for an exchange, found none");
        }
        (void)curl_easy_setopt(p->transfer.easy, CURLOPT_PRIVATE, p);
        r->idle_count--;
        p->job = job;
        p->host = job->host;
        r->bodies += job->request.body_max;
        if (!start(r, p, http_transfer_begin(&p->transfer, &job->request), e))
            return false;
    }
    return true;
}

static bool end_exchange(struct run *r, struct place *p, CURLcode result, struct error *e)
{
    struct http_answer answer;
    bool ended = http_transfer_end(&p->transfer, result, &answer);

    http_queue_leave_host(r->queue, p->host);
    if (!ended) {
        p->host = http_url_origin_hash(&p->transfer.url);
        p->waits = true;
        r->waiting_count++;
        return true;
    }
    return leave_place(r, p, &answer, e);
}

static bool end_exchanges(struct run *r, struct error *e)
{
    CURLMsg *message;
    int more;

    while ((message = curl_multi_info_read(r->multi, &more)) != NULL) {
        CURLcode result = message->data.result;
        CURL *easy = message->easy_handle;
        struct place *p = NULL;

        (void)curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&p);
        (void)curl_multi_remove_handle(r->multi, easy);
        if (!end_exchange(r, p, result, e))
            return false;
    }
    return true;
}

/* --- requests */

static bool read_input(struct run *r, struct error *e)
{
    uint8_t *room;
    ssize_t got;

    if (r->taken > 0)
        memmove(r->in.data, r->in.data + r->taken, r->in.len - r->taken);
    r->in.len -= r->taken;
    r->taken = 0;
    room = buffer_room(&r->in, READ_SIZE, e);
    if (room == NULL)
        return false;
    got = read(r->in_fd, room, READ_SIZE);
    if (got < 0 && errno != EINTR && errno != EAGAIN)
        return error_system(e, "expected to read requests");
    r->in_ended = got == 0;
    if (got > 0)
        r->in.len += (size_t)got;
    return true;
}

/* Puts the frames that are there into the queue, as far as it has room. */
static bool take_requests(struct run *r, struct error *e)
{
    r->hungry = false;
    while (http_queue_has_room(r->queue)) {
        struct slice bytes = slice_from(buffer_slice(&r->in), r->taken);
        struct http_request request;
        size_t len = 1;

        if (bytes.len > 0 && !http_frame_parse_request(bytes, &request, &len, e))
            return false;
        r->hungry = len > bytes.len;
        if (r->hungry)
            return !r->in_ended || bytes.len == 0 ||
                   error_set(e, ERROR_ENCODING, "expected a whole request, found the end of input");
        if (!http_queue_add(r->queue, slice_first(bytes, len), e))
            return false;
        r->taken += len;
    }
    return true;
}

/* --- the loop */

static bool is_done(const struct run *r)
{
    return r->gone || (r->in_ended && r->taken == r->in.len && r->queue->first == NULL &&
                       r->idle_count == r->settings->jobs && r->written == r->out.len);
}

/* Until there is something to do. */
static bool wait_for_work(struct run *r, struct error *e)
{
    struct curl_waitfd extra[2] = {{r->out_fd, 0, 0}, {r->in_fd, CURL_WAIT_POLLIN, 0}};
    struct pollfd ends[2] = {{r->out_fd, 0, 0}, {r->in_fd, POLLIN, 0}};
    bool reads = r->hungry && !r->in_ended;

    if (r->written < r->out.len)
        extra[0].events = CURL_WAIT_POLLOUT;
    if (curl_multi_poll(r->multi, extra, reads ? 2 : 1, WAIT_MAX, NULL) != CURLM_OK)
        return error_set(e, ERROR_SYSTEM, "expected to wait for answers, found a failure");
    /* The library says nothing of ends that were closed. */
    if (poll(ends, reads ? 2 : 1, 0) <= 0)
        return true;
    if ((ends[0].revents & (POLLERR | POLLNVAL)) != 0)
        r->gone = true;
    return !reads || ends[1].revents == 0 || read_input(r, e);
}

/* Whether there is a request that could start although nothing is under way. */
static bool is_idle_for_nothing(const struct run *r)
{
    return r->idle_count == r->settings->jobs && !r->hungry && r->written == r->out.len;
}

static bool loop(struct run *r, struct error *e)
{
    int running;

    for (;;) {
        if (curl_multi_perform(r->multi, &running) != CURLM_OK)
            return error_set(e, ERROR_SYSTEM, "expected to go on with exchanges, found a failure");
        if (!end_exchanges(r, e) || !take_requests(r, e) || !start_exchanges(r, e) ||
            !write_out(r, e))
            return false;
        if (is_done(r))
            return true;
        if (!is_idle_for_nothing(r) && !wait_for_work(r, e))
            return false;
    }
}

static bool open_places(struct run *r, struct error *e)
{
    size_t jobs = r->settings->jobs;

    r->multi = curl_multi_init();
    r->places = calloc(jobs, sizeof(*r->places));
    r->idle = calloc(jobs, sizeof(struct place *));
    r->queue = calloc(1, sizeof(*r->queue));
    if (r->multi == NULL || r->places == NULL || r->idle == NULL || r->queue == NULL ||
        curl_multi_setopt(r->multi, CURLMOPT_MAXCONNECTS, (long)(2 * jobs)) != CURLM_OK)
        return error_set(e, ERROR_MEMORY, "expected memory for %zu exchanges, found none", jobs);
    while (r->idle_count < jobs) {
        r->idle[r->idle_count] = &r->places[jobs - 1 - r->idle_count];
        r->idle_count++;
    }
    http_queue_begin(r->queue, r->settings->per_host);
    return true;
}

static void close_places(struct run *r)
{
    for (size_t i = 0; r->places != NULL && i < r->settings->jobs; i++) {
        if (r->places[i].job != NULL)
            (void)curl_multi_remove_handle(r->multi, r->places[i].transfer.easy);
        http_transfer_free(&r->places[i].transfer);
        free(r->places[i].job);
    }
    if (r->queue != NULL)
        http_queue_free(r->queue);
    (void)curl_multi_cleanup(r->multi);
    free(r->queue);
    free(r->idle);
    free(r->places);
    buffer_free(&r->in);
    buffer_free(&r->out);
}

/* A pipe must not be waited for while exchanges go on; anything else takes what it gets. Returns
 * the flags to put back, or -1. */
static int make_nonblocking(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    struct stat st;

    if (flags < 0 || (flags & O_NONBLOCK) != 0 || fstat(fd, &st) != 0 ||
        !(S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode)))
        return -1;
    return fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 ? flags : -1;
}

bool http_run(const struct http_run_settings *settings, int in, int out, bool *gone,
              struct error *e)
{
    struct run r = {
        .settings = settings,
        .in_fd = in,
        .out_fd = out,
        .in = BUFFER_INIT(IN_MAX),
        .out = BUFFER_INIT(OUT_MAX),
    };
    int flags = make_nonblocking(out);
    bool done = open_places(&r, e) && loop(&r, e);

    *gone = r.gone;
    close_places(&r);
    if (flags >= 0)
        (void)fcntl(out, F_SETFL, flags);
    return done;
}
