/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-task.h"

#include "fetch-sources.h"

static struct judge_question question_of(const struct fetch_task *task,
                                         const struct fetch_world *world, struct slice nonce)
{
    return (struct judge_question){
        .cert = &task->cert, .issuer = &task->issuer, .at = world->at, .nonce = nonce};
}

/* Judges the last of the evidence. */
static const struct judgement *judge_last(struct fetch_task *task, struct fetch_world *world,
                                          struct slice nonce)
{
    struct judge_question question = question_of(task, world, nonce);

    return fetch_evidence_judge(&task->evidence, &question, &world->policy, &world->signers);
}

/* Whether what was judged last settles it. */
static bool is_settled(const struct fetch_task *task)
{
    const struct judgement *judgement = fetch_evidence_last(&task->evidence);

    return judgement != NULL &&
           (judgement->status == REVOCATION_GOOD || judgement->status == REVOCATION_REVOKED);
}

/* --- what is shared */

static void release_object(struct fetch_task *task, struct fetch_world *world)
{
    if (task->object != NULL)
        fetch_cache_release(&world->cache, task->object);
    task->object = NULL;
}

/* Takes the object of that URL in hand, and waits for it unless it is there. */
static void want_object(struct fetch_task *task, struct fetch_world *world, enum fetch_kind kind,
                        struct slice url)
{
    bool is_new;

    task->object = fetch_cache_find(&world->cache, kind, url, &is_new, NULL);
    if (task->object == NULL || task->object->is_taken)
        return;
    task->next_waiting = task->object->waiting;
    task->object->waiting = task;
    task->waits = true;
    if (is_new)
        fetch_queue_add(&world->queue, &task->object->exchange);
    else if (task->exchange.deadline == 0 && task->object->exchange.deadline != 0)
        task->exchange.deadline = world->queue.clock() + world->queue.limits.max_time;
}

/* The clock runs from the first exchange on, also from one that is shared. */
static void take_deadline(struct fetch_task *task)
{
    if (task->exchange.deadline == 0 && task->waited)
        task->exchange.deadline = task->object->exchange.deadline;
}

/* --- the issuer */

/* Adds the URLs that the certificates of the object in hand name, and keeps it for those. */
static void add_hops(struct fetch_task *task, unsigned hops)
{
    struct slice rest = buffer_slice(&task->object->exchange.content);
    size_t before = task->issuer_urls.count;
    struct cert cert;

    while (certs_next(&rest, &cert))
        fetch_sources_add_issuers(task, &cert, hops);
    if (task->issuer_urls.count == before)
        return;
    task->named_in[task->named_in_count++] = task->object;
    task->object = NULL;
}

/* What a URL gave is none other's issuer: what it names in turn may be. */
static void take_issuers(struct fetch_task *task)
{
    const struct fetch_object *object = task->object;
    unsigned hops = task->issuer_hops[task->issuer_next - 1];
    struct slice url = task->issuer_urls.urls[task->issuer_next - 1];

    if (object->exchange.state != EXCHANGE_ANSWERED) {
        fetch_evidence_fail(&task->evidence, EVIDENCE_ISSUER, url, REASON_NETWORK_FAILURE, "%s",
                            object->exchange.detail);
        return;
    }
    add_hops(task, hops + 1);
    fetch_evidence_fail(&task->evidence, EVIDENCE_ISSUER, url, REASON_ISSUER_NOT_FOUND, "%s",
                        object->exchange.detail[0] != '\0' ? object->exchange.detail
                                                           : "what is there is not the issuer");
}

static enum task_phase phase_behind_issuer(const struct fetch_world *world)
{
    if (world->settings->get == FETCH_ISSUER)
        return TASK_DONE;
    if (world->settings->responses.count > 0)
        return TASK_SAVED;
    return world->settings->offline ? TASK_DONE : TASK_OCSP;
}

/* At first in what is at hand, later in what has come. */
static bool find_issuer(struct fetch_task *task, struct fetch_world *world)
{
    if (task->object == NULL)
        return fetch_issuers_find(&world->issuers, &task->cert, task->beside, world->at,
                                  &world->signers, &task->issuer);
    take_deadline(task);
    if (task->object->exchange.state != EXCHANGE_ANSWERED ||
        !fetch_issuers_find_among(buffer_slice(&task->object->exchange.content), &task->cert,
                                  world->at, &world->signers, &task->issuer))
        return false;
    task->issuer_object = task->object;
    task->object = NULL;
    return true;
}

static void seek_issuer(struct fetch_task *task, struct fetch_world *world)
{
    task->has_issuer = find_issuer(task, world);
    if (task->has_issuer) {
        while (task->evidence.count > 0)
            fetch_evidence_drop(&task->evidence, &world->cache); /* of no interest any more */
        task->phase = phase_behind_issuer(world);
    } else if (task->object != NULL) {
        take_issuers(task);
    }
    release_object(task, world);
    if (task->has_issuer)
        return;
    if (task->issuer_next < task->issuer_urls.count) {
        want_object(task, world, FETCH_KIND_ISSUER, task->issuer_urls.urls[task->issuer_next++]);
        return;
    }
    if (task->evidence.count == 0)
        fetch_evidence_fail(&task->evidence, EVIDENCE_ISSUER, SLICE_NONE, REASON_ISSUER_NOT_FOUND,
                            "expected one with the issuer's name whose key verifies the "
                            "certificate, found none (of that name at most %d are tried)",
                            FETCH_ISSUER_CANDIDATES);
    task->phase = TASK_DONE;
}

/* --- saved answers */

static void judge_saved(struct fetch_task *task, struct fetch_world *world)
{
    struct judge_question question = question_of(task, world, SLICE_NONE);

    fetch_saved_judge(&world->saved, (enum fetch_get)world->settings->get, &question,
                      &world->policy, &world->signers, &task->evidence);
    if (task->evidence.count == 0)
        fetch_sources_lack_all(task, world->settings);
    task->phase = TASK_DONE;
}

/* --- OCSP */

static struct slice ocsp_url(const struct fetch_task *task)
{
    return task->ocsp_urls.urls[task->ocsp_next - 1];
}

/* Asks the responder in hand with the hash that is next. */
static void ask_ocsp(struct fetch_task *task, struct fetch_world *world)
{
    size_t count;
    const enum digest *hashes = fetch_request_hashes(&world->request, &count);
    struct error e;

    if (fetch_request_begin(&task->request, &task->exchange, ocsp_url(task), &task->cert,
                            &task->issuer, hashes[task->hash_next++], &world->request, &e)) {
        task->waits = true;
        fetch_queue_add(&world->queue, &task->exchange);
    } else {
        exchange_fail(&task->exchange, "%s", e.text);
    }
}

/* The responder says that it would answer another time (RFC 6960 2.3). */
static bool is_passing(const struct judgement *judgement)
{
    return judgement->reason == REASON_RESPONDER_TRY_LATER ||
           judgement->reason == REASON_RESPONDER_INTERNAL_ERROR;
}

/* What came of the request; it may go out once more. */
static void take_response(struct fetch_task *task, struct fetch_world *world)
{
    struct exchange *x = &task->exchange;
    struct slice nonce = SLICE_NONE;
    struct fetch_answer *answer;

    if (x->state != EXCHANGE_ANSWERED) {
        fetch_evidence_fail(&task->evidence, EVIDENCE_OCSP, ocsp_url(task), REASON_NETWORK_FAILURE,
                            "%s", x->detail);
        task->hash_next = SIZE_MAX;
        return;
    }
    answer = fetch_evidence_add(&task->evidence, EVIDENCE_OCSP, ocsp_url(task));
    if (answer == NULL)
        return;
    answer->der = x->content;
    x->content = (struct buffer)BUFFER_INIT(LIMIT_OCSP);
    if (task->request.nonce_len > 0)
        nonce = slice_of(task->request.nonce, task->request.nonce_len);
    (void)judge_last(task, world, nonce);
    if (is_passing(&answer->judgement) &&
        exchange_retry(x, world->queue.clock(), &world->queue.limits)) {
        fetch_evidence_drop(&task->evidence, &world->cache);
        task->waits = true;
        fetch_queue_add(&world->queue, x);
        return;
    }
    if (!fetch_request_wants_other_hash(&answer->judgement))
        task->hash_next = SIZE_MAX;
    answer->request = task->request;
    task->request = (struct fetch_request){.nonce_len = 0};
}

static void step_ocsp(struct fetch_task *task, struct fetch_world *world)
{
    size_t hash_count;

    (void)fetch_request_hashes(&world->request, &hash_count);
    if (task->exchange.state == EXCHANGE_ANSWERED || task->exchange.state == EXCHANGE_FAILED) {
        take_response(task, world);
        if (task->waits)
            return;
        task->exchange.state = EXCHANGE_NONE;
    }
    if (is_settled(task)) {
        task->phase = TASK_DONE;
    } else if (task->ocsp_next > 0 && task->hash_next < hash_count) {
        ask_ocsp(task, world);
    } else if (task->ocsp_next < task->ocsp_urls.count) {
        task->ocsp_next++;
        task->hash_next = 0;
        ask_ocsp(task, world);
    } else {
        task->phase = TASK_CRL;
    }
}

/* --- CRLs */

static void take_crl(struct fetch_task *task, struct fetch_world *world)
{
    struct slice url = task->crl_urls.urls[task->crl_next - 1];
    struct fetch_answer *answer;

    take_deadline(task);
    if (task->object->exchange.state != EXCHANGE_ANSWERED) {
        fetch_evidence_fail(&task->evidence, EVIDENCE_CRL, url, REASON_NETWORK_FAILURE, "%s",
                            task->object->exchange.detail);
        release_object(task, world);
        return;
    }
    answer = fetch_evidence_add(&task->evidence, EVIDENCE_CRL, url);
    if (answer == NULL) {
        release_object(task, world);
        return;
    }
    answer->object = task->object;
    answer->crl = &task->object->crl;
    task->object = NULL;
    (void)judge_last(task, world, SLICE_NONE);
}

static void step_crl(struct fetch_task *task, struct fetch_world *world)
{
    if (task->object != NULL)
        take_crl(task, world);
    if (task->crl_urls.count == 0 && task->crl_urls.other.data != NULL && !is_settled(task))
        fetch_sources_lack(task, world->settings, EVIDENCE_CRL);
    if (is_settled(task) || task->crl_next == task->crl_urls.count)
        task->phase = TASK_DONE;
    else
        want_object(task, world, FETCH_KIND_CRL, task->crl_urls.urls[task->crl_next++]);
}

/* --- the whole */

void fetch_task_begin(struct fetch_task *task, struct fetch_world *world)
{
    exchange_init(&task->exchange);
    task->exchange.owner = task;
    fetch_sources_find(task, world->settings);
    task->phase = TASK_ISSUER;
    /* Where there is nothing to ask, nobody has to be found. */
    if (world->settings->get != FETCH_ISSUER && world->saved.count == 0 &&
        task->ocsp_urls.count + task->crl_urls.count == 0) {
        fetch_sources_lack_all(task, world->settings);
        task->phase = TASK_DONE;
    }
}

void fetch_task_step(struct fetch_task *task, struct fetch_world *world)
{
    static void (*const steps[])(struct fetch_task *, struct fetch_world *) = {
        [TASK_ISSUER] = seek_issuer,
        [TASK_SAVED] = judge_saved,
        [TASK_OCSP] = step_ocsp,
        [TASK_CRL] = step_crl,
    };

    task->waited = task->waits;
    task->waits = false;
    while (!task->waits && task->phase != TASK_DONE)
        steps[task->phase](task, world);
}

struct fetch_task *fetch_task_take_waiting(struct fetch_object *object)
{
    struct fetch_task *first = NULL;

    while (object->waiting != NULL) {
        struct fetch_task *task = object->waiting;

        object->waiting = task->next_waiting;
        task->next_waiting = first;
        first = task;
    }
    return first;
}

static void stop_waiting_at(struct fetch_object *object, const struct fetch_task *task)
{
    struct fetch_task **at = &object->waiting;

    while (*at != NULL && *at != task)
        at = &(*at)->next_waiting;
    if (*at == task)
        *at = task->next_waiting;
}

void fetch_task_stop(struct fetch_task *task, struct fetch_world *world, const char *why)
{
    if (task->object != NULL) {
        bool is_crl = task->object->kind == FETCH_KIND_CRL;

        stop_waiting_at(task->object, task);
        fetch_evidence_fail(&task->evidence, is_crl ? EVIDENCE_CRL : EVIDENCE_ISSUER,
                            is_crl ? task->crl_urls.urls[task->crl_next - 1]
                                   : task->issuer_urls.urls[task->issuer_next - 1],
                            REASON_NETWORK_FAILURE, "%s", why);
        release_object(task, world);
    } else if (task->waits) {
        fetch_queue_drop(&world->queue, &task->exchange);
        fetch_evidence_fail(&task->evidence, EVIDENCE_OCSP, ocsp_url(task), REASON_NETWORK_FAILURE,
                            "%s", why);
    }
    task->waits = false;
    task->phase = TASK_DONE;
}

void fetch_task_free(struct fetch_task *task, struct fetch_world *world)
{
    while (task->evidence.count > 0)
        fetch_evidence_drop(&task->evidence, &world->cache);
    release_object(task, world);
    if (task->issuer_object != NULL)
        fetch_cache_release(&world->cache, task->issuer_object);
    while (task->named_in_count > 0)
        fetch_cache_release(&world->cache, task->named_in[--task->named_in_count]);
    fetch_request_free(&task->request);
    exchange_free(&task->exchange);
    buffer_free(&task->certs);
}
