/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The requests that wait for their turn, in the order in which they came; and how many exchanges
 * there are with each host. The first request counts whose host has a connection to spare, so that
 * a host that is slow or dead holds up nobody else.
 */
#ifndef OCSPKIT_HTTP_QUEUE_H
#define OCSPKIT_HTTP_QUEUE_H

#include "buffer.h"
#include "http-frame.h"

/* A request and its bytes. */
struct http_job {
    struct http_job *next;
    size_t size;
    uint64_t host; /* http_url_origin_hash(); 0 where the URL is none */
    struct http_request request;
    uint8_t bytes[];
};

struct http_queue {
    struct http_job *first;
    struct http_job **end;
    size_t bytes; /* of all that wait */
    size_t per_host;
    size_t count; /* hosts in use, one for each exchange */
    uint64_t hosts[LIMIT_HTTP_JOBS];
};

void http_queue_begin(struct http_queue *q, size_t per_host);
void http_queue_free(struct http_queue *q);

/* Adds the request in a frame that is whole and was parsed before. Errors: ERROR_MEMORY. */
bool http_queue_add(struct http_queue *q, struct slice frame, struct error *e) MUST_USE;

/* Whether more may be added: LIMIT_HTTP_WAITING. */
bool http_queue_has_room(const struct http_queue *q);

/*
 * The first request that may start now, whose body may have at most `body_max` bytes; null where
 * there is none. The caller's from here on: freed by free(), its host by http_queue_leave_host().
 */
struct http_job *http_queue_take(struct http_queue *q, size_t body_max);

/* Takes a connection to a host; false where there is none to spare. */
bool http_queue_enter_host(struct http_queue *q, uint64_t host) MUST_USE;
void http_queue_leave_host(struct http_queue *q, uint64_t host);

#endif
