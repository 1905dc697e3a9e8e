/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An answer, judged at a fixed moment. Whatever the input is: no answer counts outside of its
 * window, none after a bit of its signature is flipped, none by what was verified before.
 */
#include "crl.h"
#include "fuzz.h"
#include "judge-input.h"
#include "judge.h"
#include "object.h"
#include "ocsp-response.h"

#define AT          INT64_C(1515960000) /* 2018-01-14T20:00:00Z */
#define DAY         INT64_C(86400)
#define SIZE_ENOUGH 8192

struct inquiry_input {
    struct judge_input input;
    struct cert cert, issuer;
    struct judge_question question;
    struct judge_policy policy;
    struct kept_crl *crls[1]; /* the answer, as it is kept from one question to the next */
    bool is_crl;
};

static void set(struct inquiry_input *in)
{
    static struct kept_crl kept;
    uint32_t settings = in->input.settings;

    kept_crl_free(&kept);
    kept_crl_init(&kept, in->input.answer);
    in->crls[0] = &kept;
    in->question = (struct judge_question){
        &in->cert, &in->issuer, AT,
        (settings & SETTING_NONCE) != 0 ? SLICE("0123456789abcdef") : SLICE_NONE};
    in->policy = (struct judge_policy){
        .skew = JUDGE_SKEW_DEFAULT,
        .has_max_age = (settings & SETTING_MAX_AGE) != 0,
        .max_age = DAY,
        .lightweight = (settings & SETTING_LIGHTWEIGHT) != 0,
        .allow_sha1 = (settings & SETTING_ALLOW_SHA1) != 0,
        .require_nonce = (settings & SETTING_REQUIRE_NONCE) != 0,
        .strict_responder = (settings & SETTING_STRICT_RESPONDER) != 0,
        .responders = &in->cert,
        .responder_count = (settings & SETTING_TRUSTED) != 0 ? 1 : 0,
        .crls = in->crls,
        .crl_count = (settings & SETTING_CRL_AT_HAND) != 0 ? 1 : 0,
    };
    in->is_crl = object_identify(in->input.answer) == OBJECT_CRL;
}

static void judge(const struct inquiry_input *in, struct slice answer, int64_t at,
                  struct signers *signers, struct judgement *judgement)
{
    struct judge_question question = in->question;

    question.at = at;
    if (in->is_crl && signers != NULL && answer.data == in->input.answer.data)
        judge_kept_crl(in->crls[0], &question, &in->policy, signers, judgement);
    else
        (in->is_crl ? judge_crl : judge_response)(answer, &question, &in->policy, signers,
                                                  judgement);
}

/* What holds of every judgement by itself. */
static void require_sound(const struct judgement *judgement)
{
    const struct verdict *verdict = &judgement->verdict;
    const struct check *failure = verdict_failure(verdict);

    REQUIRE(verdict->count > 0 && verdict->count <= VERDICT_CHECKS_MAX);
    for (size_t i = 0; i < verdict->count; i++) {
        const struct check *c = &verdict->checks[i];

        REQUIRE((c->result == CHECK_FAIL) <= (c->reason != REASON_NONE));
        REQUIRE(memchr(c->detail, '\0', sizeof(c->detail)) != NULL);
    }
    if (judgement->status == REVOCATION_GOOD)
        REQUIRE(failure == NULL && judgement->reason == REASON_NONE);
    else if (judgement->status != REVOCATION_UNDETERMINED)
        REQUIRE(failure == &verdict->checks[verdict->count - 1]);
    else
        REQUIRE(judgement->reason != REASON_NONE);
    if (judgement->status != REVOCATION_UNDETERMINED)
        REQUIRE(judgement->signer != RESPONDER_NONE && judgement->has_window);
}

static void require_same(const struct judgement *a, const struct judgement *b)
{
    REQUIRE(a->status == b->status && a->reason == b->reason && a->signer == b->signer);
    REQUIRE(a->verdict.count == b->verdict.count);
    for (size_t i = 0; i < a->verdict.count; i++)
        REQUIRE(a->verdict.checks[i].result == b->verdict.checks[i].result &&
                a->verdict.checks[i].reason == b->verdict.checks[i].reason);
}

static void require_nothing(const struct inquiry_input *in, struct slice answer, int64_t at,
                            struct signers *signers)
{
    struct judgement judgement;

    judge(in, answer, at, signers, &judgement);
    require_sound(&judgement);
    REQUIRE(judgement.status == REVOCATION_UNDETERMINED);
}

/* An answer that counts does not, before its window and behind it. */
static void require_window(const struct inquiry_input *in, const struct judgement *judgement,
                           struct signers *signers)
{
    int64_t skew = in->policy.skew;

    REQUIRE(judgement->this_update <= AT + skew);
    require_nothing(in, in->input.answer, judgement->this_update - skew - 1, signers);
    if (judgement->has_next_update) {
        REQUIRE(judgement->next_update >= AT - skew);
        require_nothing(in, in->input.answer, judgement->next_update + skew + 1, signers);
    } else {
        require_nothing(in, in->input.answer, judgement->this_update + DAY + skew + 1, signers);
    }
}

static struct slice find_signature(const struct inquiry_input *in)
{
    static struct ocsp_response response;
    static struct crl crl;

    if (in->is_crl)
        return crl_parse(in->input.answer, &crl, NULL) ? crl.signature_value : SLICE_NONE;
    return ocsp_response_parse(in->input.answer, &response, NULL) && response.is_basic
               ? response.basic.signature
               : SLICE_NONE;
}

/* Nor with any one bit of its signature flipped. */
static void require_signature(const struct inquiry_input *in, struct signers *signers)
{
    static uint8_t forged[SIZE_ENOUGH];
    struct slice answer = in->input.answer;
    struct slice signature = find_signature(in);
    size_t start = (size_t)(signature.data - answer.data);

    REQUIRE(is_inside(signature, answer));
    if (answer.len > sizeof(forged))
        return;
    memcpy(forged, answer.data, answer.len);
    for (size_t bit = 0; bit < 8 * signature.len; bit += 8 * signature.len / 4 + 1) {
        forged[start + bit / 8] ^= (uint8_t)(1U << bit % 8);
        require_nothing(in, slice_of(forged, answer.len), AT, signers);
        forged[start + bit / 8] ^= (uint8_t)(1U << bit % 8);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct signers signers;
    static struct inquiry_input in;
    struct judgement first, again;

    if (!judge_input_read(slice_of(data, size), &in.input) ||
        !cert_parse(in.input.issuer, &in.issuer, NULL) ||
        !cert_parse(in.input.cert, &in.cert, NULL))
        return 0;
    set(&in);
    judge(&in, in.input.answer, AT, NULL, &first);
    require_sound(&first);
    /* What is kept from all inputs before makes no difference. */
    judge(&in, in.input.answer, AT, &signers, &again);
    require_same(&first, &again);
    judge(&in, in.input.answer, AT, &signers, &again);
    require_same(&first, &again);
    if (first.status == REVOCATION_UNDETERMINED)
        return 0;
    require_window(&in, &first, &signers);
    require_signature(&in, &signers);
    return 0;
}
