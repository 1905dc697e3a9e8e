/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The hosts that are asked, each with the exchanges that wait for it. One that did not answer many
 * times in a row rests for a while. That a request was not answered speaks against the host only
 * where nothing else was either, from when it was sent on: some of what a host has may be slow, and
 * the rest good.
 */
#ifndef OCSPKIT_FETCH_HOST_H
#define OCSPKIT_FETCH_HOST_H

#include "fetch-exchange.h"
#include "http-url.h"

struct fetch_host {
    char *text;
    struct http_url url;           /* of `text` */
    struct exchange *first, *last; /* waiting */
    size_t under_way;
    unsigned failures;   /* in a row */
    int64_t answered_at; /* the last time; times in the milliseconds of fetch-exchange.h */
    int64_t rests_until;
    bool is_ready; /* fetch-queue's, as the next */
    struct fetch_host *next_ready;
    struct fetch_host *next; /* in its bucket */
};

#define FETCH_HOST_BUCKETS 256

/* Starts as {0}. */
struct fetch_hosts {
    struct fetch_host *buckets[FETCH_HOST_BUCKETS];
};

void fetch_hosts_free(struct fetch_hosts *hosts);

/* The host, with its scheme and port, that a URL names. Null: the URL may not be asked, or there is
 * no memory. */
struct fetch_host *fetch_hosts_find(struct fetch_hosts *hosts, struct slice text, struct error *e);

/* Lets an exchange wait: behind the others, or, where its time runs already, before them. */
void fetch_host_add(struct fetch_host *host, struct exchange *x);

/* The one whose turn it is; null where none waits. */
struct exchange *fetch_host_take(struct fetch_host *host);

/* Takes out one that may wait here. */
void fetch_host_drop(struct fetch_host *host, const struct exchange *x);

/* What was sent at `sent` has brought an answer, or has failed to. */
void fetch_host_count(struct fetch_host *host, bool failed, int64_t sent, int64_t now);

/* Whether it is asked no more for now. */
bool fetch_host_rests(const struct fetch_host *host, int64_t now);

#endif
