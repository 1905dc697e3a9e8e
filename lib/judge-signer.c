/* SPDX-License-Identifier: Apache-2.0 */
/* Steps 5 to 11: who signed a response, and whether that one may. */
#include "judge-inquiry.h"

#include "buffer.h"

/* How many of the steps the signer gets past before one fails. */
static size_t count_passed(struct inquiry *q, const struct step *steps, size_t count)
{
    struct verdict trial;

    for (size_t i = 0; i < count; i++) {
        struct check *c;

        trial.count = 0;
        c = verdict_add(&trial, steps[i].name, steps[i].reference);
        steps[i].check(q, c);
        if (c->result == CHECK_FAIL)
            return i;
    }
    return count;
}

/* The signer in hand is named, and so is another: which of them all gets furthest. */
static void find_best(struct inquiry *q, struct responder_search *search,
                      const struct responder *other, const struct step *steps, size_t count)
{
    struct responder best = q->signer;
    size_t best_passed = count_passed(q, steps, count);

    q->signer = *other;
    do {
        size_t passed = count_passed(q, steps, count);

        if (passed > best_passed) {
            best_passed = passed;
            best = q->signer;
        }
    } while (best_passed < count && responder_search_next(search, &q->signer));
    q->signer = best;
}

void inquiry_find_signer(struct inquiry *q, const struct step *steps, size_t count)
{
    struct responder_search search = responder_search(
        inquiry_basic(q), q->question->issuer, q->policy->responders, q->policy->responder_count);
    struct responder other;

    if (responder_search_next(&search, &q->signer) && responder_search_next(&search, &other))
        find_best(q, &search, &other, steps, count);
}

void check_signer(struct inquiry *q, struct check *c)
{
    if (!q->response.is_basic)
        return;
    if (q->signer.kind != RESPONDER_NONE)
        check_pass(c);
    else
        check_fail(c, REASON_SIGNER_NOT_FOUND,
                   "responderID names neither the issuer nor one of %zu embedded certificates, of "
                   "which at most %d are looked at",
                   inquiry_basic(q)->cert_count, LIMIT_SIGNERS);
}

void check_signer_issued(struct inquiry *q, struct check *c)
{
    if (q->signer.kind != RESPONDER_NONE)
        responder_check_issued(&q->signer, q->question->issuer, q->signers, c);
}

void check_signer_purpose(struct inquiry *q, struct check *c)
{
    if (q->signer.kind != RESPONDER_NONE)
        responder_check_purpose(&q->signer, c);
}

void check_signer_cert(struct inquiry *q, struct check *c)
{
    if (q->signer.kind != RESPONDER_NONE)
        responder_check_cert(&q->signer, q->question->at, c);
}

/* What the CRLs at hand say of the delegate; a "revoked" in one of them is enough. */
static enum revocation_status find_in_crls(const struct inquiry *q)
{
    struct judge_question question = {&q->signer.cert, q->question->issuer, q->question->at,
                                      SLICE_NONE};
    enum revocation_status found = REVOCATION_UNDETERMINED;
    struct judgement judgement;

    for (size_t i = 0; i < q->policy->crl_count; i++) {
        judge_kept_crl(q->policy->crls[i], &question, q->policy, q->signers, &judgement);
        if (judgement.status == REVOCATION_REVOKED)
            return REVOCATION_REVOKED;
        if (judgement.status == REVOCATION_GOOD)
            found = REVOCATION_GOOD;
    }
    return found;
}

void check_signer_revocation(struct inquiry *q, struct check *c)
{
    enum revocation_status status;

    if (q->signer.kind != RESPONDER_DELEGATED)
        return;
    status = responder_has_nocheck(&q->signer) ? REVOCATION_GOOD : find_in_crls(q);
    if (status == REVOCATION_GOOD)
        check_pass(c);
    else if (status == REVOCATION_REVOKED)
        check_fail(c, REASON_SIGNER_REVOKED, "a CRL of the issuer lists the signer's certificate");
    else if (q->policy->strict_responder)
        check_fail(c, REASON_SIGNER_UNCHECKED,
                   "expected id-pkix-ocsp-nocheck in the signer's certificate or a CRL about it, "
                   "found neither");
    else
        check_note(
            c, REASON_SIGNER_UNCHECKED,
            "the signer's certificate has no id-pkix-ocsp-nocheck, and no CRL about it is at "
            "hand");
}

static struct judge_signed signed_response(const struct inquiry *q)
{
    return (struct judge_signed){&inquiry_basic(q)->signature_algorithm,
                                 inquiry_basic(q)->tbs_response_data, inquiry_basic(q)->signature,
                                 &q->signer.cert.subject_public_key_info};
}

/* A delegate is as strong as the signature that makes it one. */
void check_signature_strength(struct inquiry *q, struct check *c)
{
    struct judge_signed object = signed_response(q);
    struct judge_signed cert = {&q->signer.cert.signature_algorithm, SLICE_NONE, SLICE_NONE,
                                &q->question->issuer->subject_public_key_info};

    if (q->signer.kind == RESPONDER_NONE)
        return;
    judge_check_strength(&object, "the response's", q->policy, c);
    if (c->result == CHECK_PASS && q->signer.kind == RESPONDER_DELEGATED)
        judge_check_strength(&cert, "the signer's certificate's", q->policy, c);
}

void check_signature(struct inquiry *q, struct check *c)
{
    struct judge_signed object = signed_response(q);

    if (q->signer.kind != RESPONDER_NONE)
        judge_check_signature(&object, q->signers, c);
}
