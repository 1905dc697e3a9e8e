/* SPDX-License-Identifier: Apache-2.0 */
/* The steps by which an OCSP response is judged, and those about the answer itself. */
#include "judge-inquiry.h"

#include "der-value.h"
#include "extension-value.h"

/* --- 1 to 4: whether it is an answer at all */

static void check_encoding(struct inquiry *q, struct check *c)
{
    if (q->is_read || q->is_der)
        check_pass(c);
    else
        judge_fail_malformed(REASON_RESPONSE_MALFORMED, &q->error, c);
}

static void check_response_status(struct inquiry *q, struct check *c)
{
    enum ocsp_response_status status = q->response.response_status;

    if (!q->is_read)
        return;
    if (status == OCSP_SUCCESSFUL)
        check_pass(c);
    else
        check_fail(c, reason_of_response_status(status), "expected successful, found %s",
                   ocsp_response_status_word(status));
}

static void check_response_type(struct inquiry *q, struct check *c)
{
    if (!q->response.has_response_bytes)
        return;
    if (q->response.is_basic)
        check_pass(c);
    else
        check_fail(c, REASON_RESPONSE_TYPE_UNKNOWN,
                   "expected id-pkix-ocsp-basic, found another type");
}

/* Version, number of responses and duplicate extensions are the parser's to refuse: what is DER,
 * and no response, is told here. */
static void check_structure(struct inquiry *q, struct check *c)
{
    if (!q->is_read && q->is_der)
        judge_fail_malformed(REASON_RESPONSE_MALFORMED, &q->error, c);
    else if (q->response.is_basic)
        check_pass(c);
}

/* --- 16 to 20: whether it is in time */

static struct window_policy window_policy_of(const struct inquiry *q)
{
    int64_t preset = cert_is_ca(q->question->cert) ? JUDGE_MAX_AGE_CA : JUDGE_MAX_AGE_DEFAULT;

    return (struct window_policy){
        .skew = q->policy->skew,
        .has_max_age = true,
        .max_age = q->policy->has_max_age ? q->policy->max_age : preset,
        .wants_end = q->policy->lightweight,
    };
}

void inquiry_set_window(struct inquiry *q)
{
    const struct single_response *match = &q->match;

    if (q->match_count > 0)
        q->window = (struct window){WINDOW_UPDATE, match->this_update, match->has_next_update,
                                    match->next_update};
}

static void check_window(const struct inquiry *q, enum window_reason reason, struct check *c)
{
    struct window_policy policy = window_policy_of(q);

    judge_check_window(&q->window, reason, q->question->at, &policy, c);
}

static void check_this_update(struct inquiry *q, struct check *c)
{
    if (q->match_count > 0)
        check_window(q, WINDOW_START_FUTURE, c);
}

static void check_next_update(struct inquiry *q, struct check *c)
{
    if (q->match_count == 0 || !q->window.has_end)
        return;
    check_window(q, WINDOW_END_PAST, c);
    if (c->result == CHECK_PASS)
        check_window(q, WINDOW_INVERTED, c);
}

/* RFC 6960 2.4: newer information is available all the time; so this one is soon too old. */
static void check_next_update_missing(struct inquiry *q, struct check *c)
{
    int64_t limit = q->policy->has_max_age ? q->policy->max_age : JUDGE_NO_NEXT_UPDATE;
    int64_t age = window_span(q->window.start, q->question->at);
    char found[DURATION_DISTANCE_MAX];
    char wanted[DURATION_WORDS_MAX];

    if (q->match_count == 0)
        return;
    check_window(q, WINDOW_END_MISSING, c);
    if (c->result == CHECK_FAIL || q->window.has_end || age <= 0 || age - q->policy->skew <= limit)
        return;
    (void)duration_format_words(limit, wanted);
    check_fail(c, REASON_NEXT_UPDATE_MISSING,
               "there is no nextUpdate, and thisUpdate was %s, wanted at most %s",
               duration_format_distance(age, found), wanted);
}

static void check_age(struct inquiry *q, struct check *c)
{
    if (q->match_count > 0)
        check_window(q, WINDOW_TOO_OLD, c);
}

/* RFC 6960 4.4.4 */
static bool is_archived(const struct inquiry *q)
{
    departure_set known;
    int64_t cutoff;
    struct der d;

    if (!extensions_open(&q->match.single_extensions, EXTENSION_ARCHIVE_CUTOFF, &known, &d))
        return false;
    return der_read_generalized_time(&d, &cutoff, NULL) &&
           q->question->cert->validity.not_after >= cutoff;
}

/* A responder may forget a certificate that has expired, and call it good; not so one that it calls
 * revoked. */
static void check_expiry(struct inquiry *q, struct check *c)
{
    if (q->match_count == 0)
        return;
    if (q->match.cert_status == CERT_STATUS_REVOKED)
        check_skip(c, "revoked counts all the same");
    else if (q->question->cert->validity.not_after >= q->match.this_update || is_archived(q))
        check_pass(c);
    else
        check_fail(c, REASON_CERTIFICATE_EXPIRED,
                   "expected thisUpdate before the certificate's notAfter or an archiveCutoff, "
                   "found neither");
}

/* --- 21: what it says */

/* RFC 6960 2.2: on hold since 1970. */
static bool was_never_issued(const struct revoked_info *revoked)
{
    return revoked->revocation_time == 0 && revoked->has_revocation_reason &&
           revoked->revocation_reason == CRL_REASON_CERTIFICATE_HOLD;
}

static void check_status(struct inquiry *q, struct check *c)
{
    if (q->match_count == 0)
        return;
    switch (q->match.cert_status) {
    case CERT_STATUS_GOOD:
        check_pass(c);
        return;
    case CERT_STATUS_UNKNOWN:
        check_fail(c, REASON_STATUS_UNKNOWN, "%s", "");
        return;
    case CERT_STATUS_REVOKED:
        break;
    }
    check_fail(c, REASON_REVOKED, "%s",
               was_never_issued(&q->match.revoked)
                   ? "certificateHold since 1970: the issuer has never issued it"
                   : "");
}

/* --- all of them */

/* In this order; the last one is what the response says. */
static const struct step steps[] = {
    {"encoding", "RFC 6960 4.2.1", false, check_encoding},
    {"response-status", "RFC 6960 4.2.1", false, check_response_status},
    {"response-type", "RFC 6960 4.2.1", false, check_response_type},
    {"structure", "RFC 6960 4.2.1", false, check_structure},
    {"responder-id", "RFC 6960 4.2.2.3", false, check_signer},
    {"signer", "RFC 6960 4.2.2.2", false, check_signer_issued},
    {"signer-purpose", "RFC 6960 4.2.2.2", true, check_signer_purpose},
    {"signer-certificate", "RFC 5280 6.1", true, check_signer_cert},
    {"signer-revocation", "RFC 6960 4.2.2.2.1", true, check_signer_revocation},
    {"signature-strength", "RFC 6960 4.3", false, check_signature_strength},
    {"signature", "RFC 6960 3.2", false, check_signature},
    {"critical-extensions", "RFC 6960 4.4", false, check_critical_extensions},
    {"nonce", "RFC 9654 2.1", true, check_nonce},
    {"cert-id", "RFC 6960 4.1.1", false, check_cert_id},
    {"other-responses", "RFC 6960 3.2", false, check_conflict},
    {"this-update", "RFC 6960 4.2.2.1", false, check_this_update},
    {"next-update", "RFC 6960 4.2.2.1", true, check_next_update},
    {"next-update-missing", "RFC 6960 2.4", false, check_next_update_missing},
    {"age", "RFC 6960 3.2", false, check_age},
    {"certificate-expiry", "RFC 6960 4.4.4", true, check_expiry},
    {"status", "RFC 6960 2.2", false, check_status},
};

/* The steps that are the signer's: from the one behind "responder-id" to "signature". */
#define SIGNER_STEP  5
#define SIGNER_STEPS 6

_Static_assert(ARRAY_SIZE(steps) == VERDICT_CHECKS_MAX, "a verdict has room for every step");

/* Whether it is DER at every level, outside and inside of the OCTET STRING. */
static bool is_der(struct slice bytes, struct slice inside)
{
    departure_set known = 0;
    struct slice contents;
    struct der d = der_over(bytes, &known);
    uint8_t tag;

    if (bytes.len > LIMIT_OCSP || !der_read_value(&d, &tag, &contents, NULL) || !der_at_end(&d))
        return false;
    if (inside.data == NULL)
        return true;
    d = der_over(inside, &known);
    return der_read_value(&d, &tag, &contents, NULL) && der_at_end(&d);
}

/* What cannot be read is as if nothing was there; so is the body of an error (RFC 6960 2.3). */
static void read_response(struct inquiry *q, struct slice der)
{
    enum ocsp_response_status status = OCSP_INTERNAL_ERROR;

    q->is_read = ocsp_response_parse(der, &q->response, &q->error);
    if (q->is_read) {
        status = q->response.response_status;
    } else {
        q->is_der = is_der(der, q->response.response);
        judge_name_other(der, OBJECT_OCSP_RESPONSE, &q->error);
    }
    if (status != OCSP_SUCCESSFUL)
        q->response =
            (struct ocsp_response){.response_status = status, .departures = q->response.departures};
}

/* What the judgement shows beside the checks. */
static void keep_findings(const struct inquiry *q)
{
    const struct single_response *match = &q->match;
    struct judgement *judgement = q->judgement;

    judgement->departures = q->response.departures;
    judgement->signer = q->signer.kind;
    if (q->signer.kind != RESPONDER_NONE)
        judgement->signer_subject = q->signer.cert.subject;
    judgement->has_window = q->match_count > 0;
    if (!judgement->has_window)
        return;
    judgement->hash_algorithm = match->cert_id.hash_algorithm.algorithm;
    judgement->this_update = match->this_update;
    judgement->has_next_update = match->has_next_update;
    judgement->next_update = match->next_update;
    judgement->listed = match->cert_status == CERT_STATUS_REVOKED;
    if (!judgement->listed)
        return;
    judgement->revocation_time = match->revoked.revocation_time;
    judgement->has_revocation_reason = match->revoked.has_revocation_reason;
    judgement->revocation_reason = match->revoked.revocation_reason;
}

/* The tests give it other rows. */
static void judge_by(const struct step *rows, struct slice der, struct inquiry *q)
{
    struct verdict *verdict = &q->judgement->verdict;
    uint32_t may_skip = 0;

    read_response(q, der);
    if (q->response.is_basic) {
        inquiry_find_signer(q, rows + SIGNER_STEP, SIGNER_STEPS);
        inquiry_find_match(q);
        inquiry_set_window(q);
    }
    for (size_t i = 0; i < ARRAY_SIZE(steps); i++) {
        rows[i].check(q, verdict_add(verdict, rows[i].name, rows[i].reference));
        may_skip |= rows[i].may_skip ? UINT32_C(1) << i : 0;
    }
    keep_findings(q);
    judge_conclude(q->judgement, may_skip);
}

void judge_response(struct slice der, const struct judge_question *question,
                    const struct judge_policy *policy, struct signers *signers,
                    struct judgement *judgement)
{
    struct inquiry q = {
        .question = question, .policy = policy, .signers = signers, .judgement = judgement};

    judgement_start(judgement);
    judge_by(steps, der, &q);
}
