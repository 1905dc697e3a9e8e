/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-evidence.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct fetch_answer *fetch_evidence_add(struct fetch_evidence *evidence, enum evidence_kind kind,
                                        struct slice url)
{
    size_t i = evidence->count;
    struct fetch_answer *answer = i < FETCH_EVIDENCE_MAX ? calloc(1, sizeof(*answer)) : NULL;

    if (answer == NULL)
        return NULL;
    answer->der.cap = LIMIT_OCSP;
    evidence->answers[i] = answer;
    evidence->list[i] = (struct evidence){.kind = kind, .url = url};
    evidence->count++;
    return answer;
}

void fetch_evidence_fail(struct fetch_evidence *evidence, enum evidence_kind kind, struct slice url,
                         enum reason reason, const char *format, ...)
{
    struct fetch_answer *answer = fetch_evidence_add(evidence, kind, url);
    struct evidence *last;
    va_list args;

    if (answer == NULL)
        return;
    va_start(args, format);
    (void)vsnprintf(answer->detail, sizeof(answer->detail), format, args);
    va_end(args);
    last = &evidence->list[evidence->count - 1];
    last->reason = reason;
    last->detail = slice_of_string(answer->detail);
}

struct slice fetch_evidence_bytes(const struct fetch_evidence *evidence, size_t i)
{
    const struct fetch_answer *answer = evidence->answers[i];

    if (answer->object != NULL)
        return buffer_slice(&answer->object->exchange.content);
    return answer->saved.data != NULL ? answer->saved : buffer_slice(&answer->der);
}

const struct judgement *fetch_evidence_judge(struct fetch_evidence *evidence,
                                             const struct judge_question *question,
                                             const struct judge_policy *policy,
                                             struct signers *signers)
{
    size_t i = evidence->count - 1;
    struct fetch_answer *answer = evidence->answers[i];
    struct judgement *judgement = &answer->judgement;

    if (evidence->list[i].kind == EVIDENCE_OCSP)
        judge_response(fetch_evidence_bytes(evidence, i), question, policy, signers, judgement);
    else
        judge_kept_crl(answer->crl, question, policy, signers, judgement);
    evidence->list[i].judgement = judgement;
    return judgement;
}

const struct judgement *fetch_evidence_last(const struct fetch_evidence *evidence)
{
    return evidence->count > 0 ? evidence->list[evidence->count - 1].judgement : NULL;
}

void fetch_evidence_drop(struct fetch_evidence *evidence, struct fetch_cache *cache)
{
    struct fetch_answer *answer = evidence->answers[--evidence->count];

    if (answer->object != NULL)
        fetch_cache_release(cache, answer->object);
    buffer_free(&answer->der);
    fetch_request_free(&answer->request);
    free(answer);
}
