/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What several certificates may want and is asked for once a run, by its URL: issuers' certificates
 * and CRLs. That it could not be had is kept too.
 *
 * Those who want one that is not there yet wait at it. One that is used no more stays as long as
 * there is room for its kind; the one that was used longest ago goes first, and the last one stays
 * however large it is.
 */
#ifndef OCSPKIT_FETCH_CACHE_H
#define OCSPKIT_FETCH_CACHE_H

#include "fetch-exchange.h"
#include "kept-crl.h"

struct fetch_task;

enum fetch_kind {
    FETCH_KIND_ISSUER,
    FETCH_KIND_CRL,
    FETCH_KIND_COUNT,
};

struct fetch_object {
    enum fetch_kind kind;
    struct exchange exchange; /* its content is the object as it came */
    bool is_taken;            /* an answer or a failure came, and has been looked at */
    struct fetch_task *waiting;
    size_t users; /* who need its content */

    struct kept_crl crl; /* of a CRL that came: its content */

    /* private */
    uint64_t hash;
    struct fetch_object *next;          /* in its bucket */
    struct fetch_object *older, *newer; /* of those of its kind without users */
};

struct fetch_idle {
    struct fetch_object *oldest, *newest;
    size_t bytes;
};

#define FETCH_CACHE_BUCKETS 256

struct fetch_cache {
    struct fetch_object *buckets[FETCH_CACHE_BUCKETS];
    struct fetch_idle idle[FETCH_KIND_COUNT]; /* those without users */
};

void fetch_cache_free(struct fetch_cache *cache);

/*
 * The object of that URL, with the caller as one more user. One that is new has an exchange that is
 * EXCHANGE_WAITING, to be added to the queue; that is a user too, to be released once it is over.
 * Null: ERROR_MEMORY, ERROR_LIMIT.
 */
struct fetch_object *fetch_cache_find(struct fetch_cache *cache, enum fetch_kind kind,
                                      struct slice url, bool *is_new, struct error *e);

/* One user less. */
void fetch_cache_release(struct fetch_cache *cache, struct fetch_object *object);

#endif
