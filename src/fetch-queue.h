/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which exchange is sent when: at most `jobs` at a time, at most `per_host` with one host, each
 * host's in their order, and every host its turn, so that a slow or dead one delays nobody else.
 * What waits for its turn waits here: what ocspkit-http gets it asks at once, and the clock of a
 * certificate begins when it is first asked about.
 *
 * A host that did not answer many times in a row is asked no more for a while: what waits for it
 * fails at once.
 *
 * The other program is started with the first exchange. Where it cannot be started or ends, all
 * that is asked fails.
 */
#ifndef OCSPKIT_FETCH_QUEUE_H
#define OCSPKIT_FETCH_QUEUE_H

#include "fetch-host.h"
#include "http-client.h"

struct fetch_slot;

struct fetch_queue {
    struct exchange_limits limits;
    size_t jobs;
    size_t per_host;
    int64_t (*clock)(void);       /* milliseconds, see clock.h */
    struct slice fields;          /* header fields for each request, each with its CR LF */
    const char *const *arguments; /* of ocspkit-http, null at the end */
    /* Where not null: told of each request that goes out and each answer that comes in. */
    void (*sent)(void *context, const struct exchange *x, const struct http_request *request);
    void (*answered)(void *context, const struct exchange *x, const struct http_answer *answer);
    void *context;
    bool failed; /* the other program is not there; `trouble` says why */
    struct error trouble;

    /* private */
    struct http_client client;
    char *path;
    bool started;
    struct buffer scratch;
    struct fetch_slot *slots; /* by id: what was sent and not answered yet; `jobs` of them */
    size_t under_way;
    struct exchange *later; /* those whose not_before is still to come */
    struct exchange *done;  /* failed before they were sent; given by fetch_queue_receive() */
    struct fetch_hosts hosts;
    struct fetch_host *first_ready, *last_ready; /* something waits, and may be sent */
};

/* The settings above are the caller's to fill in first. Errors: ERROR_MEMORY. */
bool fetch_queue_init(struct fetch_queue *queue, struct error *e) MUST_USE;
void fetch_queue_free(struct fetch_queue *queue);

/* Adds an exchange that is EXCHANGE_WAITING; it stays the caller's, and where it is. */
void fetch_queue_add(struct fetch_queue *queue, struct exchange *x);

/* Whether anything is to be sent or answered. */
bool fetch_queue_is_busy(const struct fetch_queue *queue);

/*
 * Sends what may be sent, and waits for what comes of it: an exchange that is answered or has
 * failed, or null after `wait` milliseconds, on a signal, or where nothing is under way.
 */
struct exchange *fetch_queue_receive(struct fetch_queue *queue, int wait);

/* Takes back what waits or was sent: its answer will be of no interest. */
void fetch_queue_drop(struct fetch_queue *queue, struct exchange *x);

#endif
