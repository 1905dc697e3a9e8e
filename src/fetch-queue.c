/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-queue.h"

#include "exec-path.h"

#include <poll.h>
#include <stdlib.h>

struct fetch_slot {
    bool is_taken;
    struct exchange *exchange; /* null: it was dropped */
    struct fetch_host *host;
    int64_t sent; /* when */
};

bool fetch_queue_init(struct fetch_queue *queue, struct error *e)
{
    queue->client = (struct http_client)HTTP_CLIENT_INIT;
    queue->scratch = (struct buffer)BUFFER_INIT(128 * KIB);
    queue->slots = calloc(queue->jobs, sizeof(*queue->slots));
    queue->path = malloc(EXEC_PATH_MAX);
    return (queue->slots != NULL && queue->path != NULL) ||
           error_set(e, ERROR_MEMORY, "expected memory for %zu exchanges, found none", queue->jobs);
}

void fetch_queue_free(struct fetch_queue *queue)
{
    fetch_hosts_free(&queue->hosts);
    if (queue->started)
        http_client_free(&queue->client);
    buffer_free(&queue->scratch);
    free(queue->slots);
    free(queue->path);
}

/* --- turns */

/* Where something waits for the host and it has a place: it gets its turn. */
static void make_ready(struct fetch_queue *queue, struct fetch_host *host)
{
    if (host->is_ready || host->first == NULL || host->under_way >= queue->per_host)
        return;
    host->is_ready = true;
    host->next_ready = NULL;
    if (queue->first_ready == NULL)
        queue->first_ready = host;
    else
        queue->last_ready->next_ready = host;
    queue->last_ready = host;
}

static struct fetch_host *take_ready(struct fetch_queue *queue)
{
    struct fetch_host *host = queue->first_ready;

    if (host != NULL) {
        queue->first_ready = host->next_ready;
        host->is_ready = false;
    }
    return host;
}

/* --- adding */

static void finish(struct fetch_queue *queue, struct exchange *x)
{
    x->next = queue->done;
    queue->done = x;
}

void fetch_queue_add(struct fetch_queue *queue, struct exchange *x)
{
    struct error e;

    if (queue->failed) {
        exchange_fail(x, "%s", queue->trouble.text);
        finish(queue, x);
        return;
    }
    if (x->not_before > queue->clock()) {
        x->next = queue->later;
        queue->later = x;
        return;
    }
    x->host = fetch_hosts_find(&queue->hosts, buffer_slice(&x->url), &e);
    if (x->host != NULL) {
        fetch_host_add(x->host, x);
        make_ready(queue, x->host);
        return;
    }
    exchange_fail(x, "url-refused: %s", e.text);
    finish(queue, x);
}

bool fetch_queue_is_busy(const struct fetch_queue *queue)
{
    return queue->under_way > 0 || queue->later != NULL || queue->done != NULL ||
           queue->first_ready != NULL;
}

/* Takes it out of a list. */
static bool unlink_from(struct exchange **list, const struct exchange *x)
{
    for (; *list != NULL; list = &(*list)->next) {
        if (*list == x) {
            *list = x->next;
            return true;
        }
    }
    return false;
}

void fetch_queue_drop(struct fetch_queue *queue, struct exchange *x)
{
    for (size_t i = 0; x->state == EXCHANGE_SENT && i < queue->jobs; i++) {
        if (queue->slots[i].exchange == x)
            queue->slots[i].exchange = NULL;
    }
    if (!unlink_from(&queue->later, x) && !unlink_from(&queue->done, x) && x->host != NULL)
        fetch_host_drop(x->host, x);
    x->state = EXCHANGE_NONE;
}

/* --- sending */

/* Nothing more will come: all that was asked, and all that waits, has failed. */
static void fail_all(struct fetch_queue *queue, const struct error *e)
{
    struct fetch_host *host;
    struct exchange *x;

    queue->failed = true;
    queue->trouble = *e;
    for (size_t i = 0; i < queue->jobs; i++) {
        if (queue->slots[i].exchange != NULL) {
            exchange_fail(queue->slots[i].exchange, "%s", e->text);
            finish(queue, queue->slots[i].exchange);
        }
        queue->slots[i] = (struct fetch_slot){.is_taken = false};
    }
    queue->under_way = 0;
    for (size_t i = 0; i < FETCH_HOST_BUCKETS; i++) {
        for (host = queue->hosts.buckets[i]; host != NULL; host = host->next) {
            while ((x = fetch_host_take(host)) != NULL) {
                exchange_fail(x, "%s", e->text);
                finish(queue, x);
            }
            host->is_ready = false;
        }
    }
    queue->first_ready = NULL;
}

static bool start(struct fetch_queue *queue, struct error *e)
{
    if (queue->started)
        return true;
    queue->started = true;
    return exec_path_own("http", queue->path, e) &&
           http_client_start(&queue->client, queue->path, queue->arguments, e);
}

static size_t free_slot(const struct fetch_queue *queue)
{
    size_t i = 0;

    while (queue->slots[i].is_taken)
        i++;
    return i;
}

/* The user's header fields behind ours. */
static bool add_fields(struct fetch_queue *queue, struct http_request *request, struct error *e)
{
    struct buffer *scratch = &queue->scratch;

    scratch->len = 0;
    if (!buffer_append(scratch, request->fields, e) || !buffer_append(scratch, queue->fields, e))
        return false;
    request->fields = buffer_slice(scratch);
    return true;
}

/* False: the other program is not there. */
static bool send_one(struct fetch_queue *queue, struct fetch_host *host, struct exchange *x,
                     struct error *e)
{
    int64_t now = queue->clock();
    struct http_request request;
    size_t slot;

    if (!exchange_request(x, now, &queue->limits, &request)) {
        finish(queue, x);
        return true;
    }
    if (!start(queue, e)) {
        exchange_fail(x, "%s", e->text);
        finish(queue, x);
        return false;
    }
    slot = free_slot(queue);
    request.id = slot;
    if (!add_fields(queue, &request, e) || !http_client_send(&queue->client, &request, e)) {
        exchange_fail(x, "%s", e->text);
        finish(queue, x);
        return true;
    }
    queue->slots[slot] = (struct fetch_slot){true, x, host, now};
    queue->under_way++;
    host->under_way++;
    if (queue->sent != NULL)
        queue->sent(queue->context, x, &request);
    return true;
}

/* What waits for a host that is asked no more has failed. */
static void fail_waiting(struct fetch_queue *queue, struct fetch_host *host)
{
    struct exchange *x;

    while ((x = fetch_host_take(host)) != NULL) {
        exchange_fail(x, "not asked: %.*s did not answer %u times in a row",
                      (int)host->url.host.len, (const char *)host->url.host.data, host->failures);
        finish(queue, x);
    }
}

static bool send_ready(struct fetch_queue *queue, struct error *e)
{
    struct fetch_host *host;
    struct exchange *x;

    while (queue->under_way < queue->jobs && (host = take_ready(queue)) != NULL) {
        if (fetch_host_rests(host, queue->clock()))
            fail_waiting(queue, host);
        x = fetch_host_take(host);
        if (x != NULL && !send_one(queue, host, x, e))
            return false;
        make_ready(queue, host);
    }
    return true;
}

/* --- receiving */

/* Those whose time has come wait with the others; how long until the next one has, at most `wait`.
 */
static int wake(struct fetch_queue *queue, int wait)
{
    struct exchange *later = queue->later;
    int64_t now = queue->clock();

    queue->later = NULL;
    while (later != NULL) {
        struct exchange *x = later;

        later = x->next;
        if (x->not_before > now && (wait < 0 || x->not_before - now < wait))
            wait = (int)(x->not_before - now);
        fetch_queue_add(queue, x);
    }
    return wait;
}

/* The exchange that an answer belongs to, if that is still of interest. */
static struct exchange *take_answer(struct fetch_queue *queue, const struct http_answer *answer)
{
    int64_t now = queue->clock();
    struct fetch_slot slot;

    if (answer->id >= queue->jobs || !queue->slots[answer->id].is_taken)
        return NULL;
    slot = queue->slots[answer->id];
    queue->slots[answer->id] = (struct fetch_slot){.is_taken = false};
    queue->under_way--;
    slot.host->under_way--;
    if (slot.exchange != NULL) {
        if (queue->answered != NULL)
            queue->answered(queue->context, slot.exchange, answer);
        exchange_answer(slot.exchange, answer, now, &queue->limits);
        fetch_host_count(slot.host, slot.exchange->peer_failed, slot.sent, now);
    }
    make_ready(queue, slot.host);
    return slot.exchange;
}

static struct exchange *take_done(struct fetch_queue *queue)
{
    struct exchange *x = queue->done;

    if (x != NULL)
        queue->done = x->next;
    return x;
}

struct exchange *fetch_queue_receive(struct fetch_queue *queue, int wait)
{
    struct http_answer answer;
    struct exchange *x = NULL;
    bool received = false;
    struct error e;

    wait = wake(queue, wait);
    if (!queue->failed && !send_ready(queue, &e))
        fail_all(queue, &e);
    if (queue->done != NULL)
        return take_done(queue);
    if (queue->under_way == 0) {
        (void)poll(NULL, 0, wait);
        return NULL;
    }
    if (!http_client_receive(&queue->client, wait, &answer, &received, &e)) {
        fail_all(queue, &e);
        return take_done(queue);
    }
    if (received)
        x = take_answer(queue, &answer);
    if (x == NULL || x->state != EXCHANGE_WAITING)
        return x;
    fetch_queue_add(queue, x);
    return NULL;
}
