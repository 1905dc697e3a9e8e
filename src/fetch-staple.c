/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-staple.h"

#include "file-read.h"
#include "output.h"

/* The newest of the good ones; false: there is none, or another source says revoked. */
static bool find_good(const struct fetch_task *task, size_t *found)
{
    const struct fetch_evidence *evidence = &task->evidence;
    const struct judgement *best = NULL;
    struct revocation revocation;

    revocation_decide(&task->cert, evidence->list, evidence->count, &revocation);
    if (revocation.status != REVOCATION_GOOD)
        return false;
    for (size_t i = 0; i < evidence->count; i++) {
        const struct judgement *judgement = evidence->list[i].judgement;

        if (evidence->list[i].kind != EVIDENCE_OCSP || judgement == NULL ||
            judgement->status != REVOCATION_GOOD ||
            (best != NULL && judgement->this_update <= best->this_update))
            continue;
        best = judgement;
        *found = i;
    }
    return best != NULL;
}

/* Whether what is in the file is good, and as new as `this_update`. */
static bool is_new_enough(const char *path, const struct fetch_task *task,
                          struct fetch_world *world, int64_t this_update)
{
    struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP + 1);
    struct judge_question question = {
        .cert = &task->cert, .issuer = &task->issuer, .at = world->at, .nonce = SLICE_NONE};
    struct judge_policy policy = world->policy;
    struct judgement judgement;

    if (!file_read(path, &bytes, NULL))
        return false;
    policy.require_nonce = false; /* which was sent with another request */
    judge_response(buffer_slice(&bytes), &question, &policy, &world->signers, &judgement);
    return judgement.status == REVOCATION_GOOD && judgement.this_update >= this_update;
}

bool fetch_staple(const char *path, const struct fetch_task *task, struct fetch_world *world,
                  struct error *e)
{
    const struct fetch_evidence *evidence = &task->evidence;
    struct output output;
    bool written;
    size_t i;

    if (path == NULL || !find_good(task, &i) ||
        is_new_enough(path, task, world, evidence->list[i].judgement->this_update))
        return true;
    written = output_open(&output, path, 0666, e) &&
              output_write(&output, fetch_evidence_bytes(evidence, i), e) &&
              output_commit(&output, e);
    output_discard(&output);
    return written;
}
