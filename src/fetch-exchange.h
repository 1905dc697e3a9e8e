/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One thing that is asked over HTTP, with the times that it is asked again: what to send, when, and
 * what came of it. Nothing here sends or waits (fetch-queue.h does) or reads a clock: `now` is in
 * milliseconds of any clock that only goes forward.
 *
 *     exchange_begin(&x, url, ...);
 *     while (x.state == EXCHANGE_WAITING) {
 *         at x.not_before or later: send it
 *         exchange_sent(&x, now, &limits);
 *         exchange_answer(&x, answer, now, &limits);
 *     }
 *     x.content, or x.detail says why there is none
 *
 * Asked again is after a time-out, after 429 and 5xx, and where the caller finds that the
 * content says "try later" (exchange_retry). All attempts together take twice the time-out of one,
 * so that the next source has its share of --max-time; a wait that the server asked for is not
 * counted.
 */
#ifndef OCSPKIT_FETCH_EXCHANGE_H
#define OCSPKIT_FETCH_EXCHANGE_H

#include "http-frame.h"

/* Times in milliseconds. */
struct exchange_limits {
    int64_t timeout;  /* of one attempt */
    int64_t max_time; /* of one certificate */
    int64_t epoch;    /* what `now` was at the start of 1970 UTC: a server may name a date */
    unsigned retries;
    uint64_t *random; /* any state but 0: spreads the attempts */
};

enum exchange_state {
    EXCHANGE_NONE,
    EXCHANGE_WAITING, /* to be sent, not before `not_before` */
    EXCHANGE_SENT,
    EXCHANGE_ANSWERED, /* status 200: `content` */
    EXCHANGE_FAILED,   /* `detail` */
};

#define EXCHANGE_DETAIL_MAX 512

struct exchange {
    enum exchange_state state;
    bool is_post;
    struct buffer url;
    struct buffer body; /* of a POST */
    bool wants_type;    /* an answer of another media type than an OCSP response is none */
    size_t content_max;

    unsigned attempts;  /* sent so far */
    int64_t not_before; /* when it may be sent */
    int64_t share_end;  /* its part of the time is over; 0: it was not sent yet */
    int64_t deadline;   /* of the whole certificate; 0: to be set when it is first sent */

    struct buffer content;
    bool peer_failed;    /* the last attempt: nobody answered there */
    int64_t server_wait; /* what the last answer's Retry-After said; negative: nothing */
    char detail[EXCHANGE_DETAIL_MAX]; /* may hold raw input */

    /* fetch-queue's */
    struct fetch_host *host;
    struct exchange *next;

    void *owner;    /* the asker's */
    bool is_object; /* what the owner is: fetch-cache's, else a task */
};

void exchange_init(struct exchange *x);
void exchange_free(struct exchange *x);

/* What is asked next; `deadline` stays. Errors: ERROR_MEMORY, ERROR_LIMIT. */
bool exchange_begin(struct exchange *x, struct slice url, size_t content_max,
                    struct error *e) MUST_USE;

/* The request to send, its time-out within what is left. False: no time is left, and it has failed.
 */
bool exchange_request(struct exchange *x, int64_t now, const struct exchange_limits *limits,
                      struct http_request *request);

/* Takes the answer to the last attempt: EXCHANGE_ANSWERED, _FAILED, or _WAITING for the next. */
void exchange_answer(struct exchange *x, const struct http_answer *answer, int64_t now,
                     const struct exchange_limits *limits);

/* Another attempt, where number and time allow one; else false, and the state stays. */
bool exchange_retry(struct exchange *x, int64_t now, const struct exchange_limits *limits);

/* It failed, for a reason that has nothing to do with an answer. */
void exchange_fail(struct exchange *x, const char *format, ...) PRINTF(2, 3);

#endif
