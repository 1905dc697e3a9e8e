/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is known of one certificate so far: the answers, each with what it was judged from, and why
 * others did not come. As revocation_decide() and describe_status() want it.
 */
#ifndef OCSPKIT_FETCH_EVIDENCE_H
#define OCSPKIT_FETCH_EVIDENCE_H

#include "fetch-cache.h"
#include "fetch-request.h"
#include "fetch-urls.h"
#include "revocation.h"

/* Each URL of each kind, a responder's with both hashes; or saved answers in their place. */
#define FETCH_EVIDENCE_MAX (4 * FETCH_URLS_MAX)

/* What one of them is made of: one of `der`, `object` and `saved`, or a detail; of a CRL `crl` too.
 */
struct fetch_answer {
    struct judgement judgement;
    struct buffer der;           /* an OCSP response */
    struct fetch_object *object; /* whose content is a CRL */
    struct slice saved;
    struct kept_crl *crl;
    struct fetch_request request; /* of an OCSP response */
    char detail[EXCHANGE_DETAIL_MAX];
};

struct fetch_evidence {
    struct evidence list[FETCH_EVIDENCE_MAX];
    struct fetch_answer *answers[FETCH_EVIDENCE_MAX];
    size_t count;
};

/* Another one, of which nothing is known yet; null where there is no room or no memory: then there
 * is one less to go by. */
struct fetch_answer *fetch_evidence_add(struct fetch_evidence *evidence, enum evidence_kind kind,
                                        struct slice url);

/* Another one that says why no answer came. */
void fetch_evidence_fail(struct fetch_evidence *evidence, enum evidence_kind kind, struct slice url,
                         enum reason reason, const char *format, ...) PRINTF(5, 6);

/* Judges the last one, of which there is an answer. */
const struct judgement *fetch_evidence_judge(struct fetch_evidence *evidence,
                                             const struct judge_question *question,
                                             const struct judge_policy *policy,
                                             struct signers *signers);

/* The judgement of the last one; null where there is none. */
const struct judgement *fetch_evidence_last(const struct fetch_evidence *evidence);

/* The bytes of an answer; SLICE_NONE: none came. */
struct slice fetch_evidence_bytes(const struct fetch_evidence *evidence, size_t i);

/* Takes the last one away; without an object there need be no cache. */
void fetch_evidence_drop(struct fetch_evidence *evidence, struct fetch_cache *cache);

#endif
