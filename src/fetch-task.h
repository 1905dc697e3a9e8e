/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One certificate on its way to a verdict: its issuer, then its responders, then its CRLs, each URL
 * in turn, until one answer is believed. A task goes on as far as it can and then waits for an
 * exchange, its own or one that it shares with others:
 *
 *     fetch_task_step(&task, &world);
 *     while (task.phase != TASK_DONE)
 *         what it waits for has come: fetch_task_step(&task, &world)
 *     revocation_decide(&task.cert, task.evidence.list, task.evidence.count, &revocation)
 *
 * Nothing here waits or reads a clock, so that one task and ten thousand are the same; fetch-run.h
 * lets them go on.
 */
#ifndef OCSPKIT_FETCH_TASK_H
#define OCSPKIT_FETCH_TASK_H

#include "fetch-evidence.h"
#include "fetch-issuer.h"
#include "fetch-queue.h"
#include "fetch-request.h"
#include "fetch-saved.h"
#include "fetch-urls.h"

/* What stays the same for all certificates of a run. */
struct fetch_world {
    const struct fetch_settings *settings;
    struct fetch_request_settings request;
    struct judge_policy policy;
    int64_t at; /* seconds since 1970 UTC: the moment that is judged; it goes on with the run */
    struct signers signers;
    struct fetch_issuers issuers;
    struct fetch_queue queue;
    struct fetch_cache cache;
    struct fetch_saved saved;
};

enum task_phase {
    TASK_ISSUER,
    TASK_SAVED,
    TASK_OCSP,
    TASK_CRL,
    TASK_DONE,
};

struct fetch_task {
    /* The input, filled in by whoever begins the task. */
    struct buffer certs; /* the certificate, then those beside it */
    struct slice beside;
    struct cert cert; /* a view of the first */

    enum task_phase phase;
    bool waits;  /* for `exchange`, or at `object` */
    bool waited; /* the same, before this step */

    struct fetch_urls issuer_urls;
    unsigned issuer_hops[FETCH_URLS_MAX];
    size_t issuer_next;
    bool has_issuer;
    struct cert issuer;
    struct fetch_object *issuer_object;            /* that it was found in; null: elsewhere */
    struct fetch_object *named_in[FETCH_URLS_MAX]; /* some of issuer_urls are views of these */
    size_t named_in_count;

    struct fetch_urls ocsp_urls;
    size_t ocsp_next;
    size_t hash_next; /* of fetch_request_hashes(): what the URL before was not asked with yet */
    struct fetch_request request;
    struct exchange exchange;

    struct fetch_urls crl_urls;
    size_t crl_next;

    struct fetch_object *object; /* in hand: to wait for or to look at */
    struct fetch_task *next_waiting;

    struct fetch_evidence evidence;

    void *owner; /* fetch-run's */
};

/* `certs` and `cert` are filled in; begins at the issuer. */
void fetch_task_begin(struct fetch_task *task, struct fetch_world *world);

/* Goes on: at first, and each time that what it waited for has come. */
void fetch_task_step(struct fetch_task *task, struct fetch_world *world);

/* Those who wait at an object, by `next_waiting`: who came first is the first. They wait there no
 * more. */
struct fetch_task *fetch_task_take_waiting(struct fetch_object *object);

/* Gives up what it waits for: the time of the certificate is over, or the run. */
void fetch_task_stop(struct fetch_task *task, struct fetch_world *world, const char *why);

void fetch_task_free(struct fetch_task *task, struct fetch_world *world);

#endif
