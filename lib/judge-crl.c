/* SPDX-License-Identifier: Apache-2.0 */
/* The steps by which a CRL is judged. */
#include "judge-check.h"
#include "judge-crl-scope.h"

#include "extension-value.h"

#define KNOWN_CRITICAL                                                                             \
    (EXTENSION_MASK(EXTENSION_AUTHORITY_KEY_IDENTIFIER) |                                          \
     EXTENSION_MASK(EXTENSION_ISSUER_ALT_NAME) | EXTENSION_MASK(EXTENSION_CRL_NUMBER) |            \
     EXTENSION_MASK(EXTENSION_DELTA_CRL_INDICATOR) |                                               \
     EXTENSION_MASK(EXTENSION_ISSUING_DISTRIBUTION_POINT) |                                        \
     EXTENSION_MASK(EXTENSION_FRESHEST_CRL) | EXTENSION_MASK(EXTENSION_AUTHORITY_INFO_ACCESS) |    \
     EXTENSION_MASK(EXTENSION_EXPIRED_CERTS_ON_CRL))

/* A CRL, and what it says of a certificate. */
struct crl_inquiry {
    const struct judge_question *question;
    const struct judge_policy *policy;
    struct signers *signers;
    struct judgement *judgement;

    struct kept_crl *kept;
    struct crl_listing listing;
    struct window window;
};

/* A check starts out as skipped: one that has nothing to look at returns. */
struct crl_step {
    const char *name;
    const char *reference;
    bool may_skip; /* with an answer that counts */
    void (*check)(struct crl_inquiry *q, struct check *c);
};

/* --- reading */

/* A CRL has to say when the next one is due (RFC 5280 5.1.2.5). */
static struct window_policy window_policy_of(const struct crl_inquiry *q)
{
    return (struct window_policy){
        .skew = q->policy->skew,
        .has_max_age = q->policy->has_max_age,
        .max_age = q->policy->max_age,
        .wants_end = true,
    };
}

static void read_crl(struct crl_inquiry *q)
{
    const struct crl *crl = &q->kept->crl;

    if (!kept_crl_search(q->kept, q->question->cert, &q->listing))
        return;
    q->window =
        (struct window){WINDOW_UPDATE, crl->this_update, crl->has_next_update, crl->next_update};
}

/* --- the checks */

static void check_encoding(struct crl_inquiry *q, struct check *c)
{
    if (q->kept->is_well_formed)
        check_pass(c);
    else
        judge_fail_malformed(REASON_CRL_MALFORMED, &q->kept->error, c);
}

static void check_issuer(struct crl_inquiry *q, struct check *c)
{
    enum crl_scope scope = crl_find_issuer_scope(&q->kept->crl, q->question);

    if (scope == CRL_SCOPE_ISSUER)
        check_fail(c, REASON_CRL_ISSUER, "expected the certificate's issuer, found another one");
    else if (scope == CRL_SCOPE_INDIRECT)
        check_fail(c, REASON_CRL_INDIRECT, "expected a direct CRL, found an indirect one");
    else if (scope == CRL_SCOPE_ELSEWHERE)
        check_fail(c, REASON_CRL_INDIRECT,
                   "the certificate's distribution points name another issuer of CRLs");
    else if (q->listing.has_other_issuer)
        check_fail(
            c, REASON_CRL_INDIRECT,
            "expected entries of the CRL's issuer alone, found certificateIssuer with another "
            "one");
    else
        check_pass(c);
}

static void check_scope(struct crl_inquiry *q, struct check *c)
{
    static const char *const texts[] = {
        [CRL_SCOPE_NAME] =
            "its distributionPoint is none of the certificate's cRLDistributionPoints",
        [CRL_SCOPE_USERS] = "onlyContainsUserCerts, and the certificate is a CA's",
        [CRL_SCOPE_CAS] = "onlyContainsCACerts, and the certificate is no CA's",
        [CRL_SCOPE_ATTRIBUTES] = "onlyContainsAttributeCerts",
        [CRL_SCOPE_REASONS] = "of some reasons, and the certificate may be revoked for another one",
    };
    enum crl_scope scope = crl_find_scope(&q->kept->crl, q->question);

    if (scope == CRL_SCOPE_COVERS)
        check_pass(c);
    else if (scope == CRL_SCOPE_REASONS && q->listing.is_listed)
        check_skip(c, "of some reasons, and the certificate is listed all the same");
    else
        check_fail(c, REASON_CRL_SCOPE, "%s", texts[scope]);
}

static bool is_delta(const struct crl_inquiry *q)
{
    struct extension extension;

    return extensions_find_type(&q->kept->crl.crl_extensions, EXTENSION_DELTA_CRL_INDICATOR,
                                &extension);
}

static void check_delta(struct crl_inquiry *q, struct check *c)
{
    if (is_delta(q))
        check_fail(c, REASON_CRL_DELTA, "expected a complete CRL, found a delta CRL");
    else
        check_pass(c);
}

/* It may say more of the certificates that are not listed, not less of those that are. */
static void check_critical_extensions(struct crl_inquiry *q, struct check *c)
{
    struct extension extension;
    bool in_crl =
        extensions_find_critical(&q->kept->crl.crl_extensions, KNOWN_CRITICAL, &extension);

    if (!in_crl && !q->kept->has_unknown_critical)
        check_pass(c);
    else if (q->listing.is_listed)
        check_skip(c, "a critical extension is not known, and the certificate is listed all the "
                      "same");
    else
        check_fail(c, REASON_CRITICAL_EXTENSION, "%s has a critical extension that is not known",
                   in_crl ? "the CRL" : "an entry");
}

/* RFC 5280 4.2.1.3; without keyUsage the key may sign anything. */
static void check_signer(struct crl_inquiry *q, struct check *c)
{
    uint32_t bits;

    if (!cert_key_usage(q->question->issuer, &bits) || (bits & KEY_USAGE_CRL_SIGN) != 0)
        check_pass(c);
    else
        check_fail(c, REASON_CRL_SIGNER, "expected cRLSign in the issuer's keyUsage, found none");
}

static struct judge_signed signed_crl(const struct crl_inquiry *q)
{
    return (struct judge_signed){&q->kept->crl.signature_algorithm, q->kept->crl.tbs_cert_list,
                                 q->kept->crl.signature_value,
                                 &q->question->issuer->subject_public_key_info};
}

static void check_strength(struct crl_inquiry *q, struct check *c)
{
    struct judge_signed object = signed_crl(q);

    judge_check_strength(&object, "the CRL's", q->policy, c);
}

static void check_signature(struct crl_inquiry *q, struct check *c)
{
    struct judge_signed object = signed_crl(q);

    judge_check_verified(&object, kept_crl_verify(q->kept, object.signer->element, q->signers), c);
}

static void check_window(const struct crl_inquiry *q, enum window_reason reason, struct check *c)
{
    struct window_policy policy = window_policy_of(q);

    judge_check_window(&q->window, reason, q->question->at, &policy, c);
}

static void check_this_update(struct crl_inquiry *q, struct check *c)
{
    check_window(q, WINDOW_START_FUTURE, c);
}

static void check_next_update(struct crl_inquiry *q, struct check *c)
{
    static const enum window_reason reasons[] = {WINDOW_END_MISSING, WINDOW_END_PAST,
                                                 WINDOW_INVERTED};

    for (size_t i = 0; i < ARRAY_SIZE(reasons) && c->result != CHECK_FAIL; i++)
        check_window(q, reasons[i], c);
}

static void check_age(struct crl_inquiry *q, struct check *c)
{
    check_window(q, WINDOW_TOO_OLD, c);
}

static void check_remove_from_crl(struct crl_inquiry *q, struct check *c)
{
    if (!q->kept->has_remove_from_crl || is_delta(q))
        check_pass(c);
    else
        check_fail(c, REASON_CRL_MALFORMED,
                   "expected removeFromCRL in a delta CRL only, found it in a complete one");
}

/* X.509 9.5.2.8: since when expired certificates stay on the list. */
static bool keeps_expired(const struct crl_inquiry *q)
{
    departure_set known;
    int64_t since;
    struct der d;

    if (!extensions_open(&q->kept->crl.crl_extensions, EXTENSION_EXPIRED_CERTS_ON_CRL, &known, &d))
        return false;
    return der_read_generalized_time(&d, &since, NULL) && der_at_end(&d) &&
           q->question->cert->validity.not_after >= since;
}

/* RFC 5280 3.3: what has expired may leave the list. */
static void check_expiry(struct crl_inquiry *q, struct check *c)
{
    if (q->question->cert->validity.not_after >= q->kept->crl.this_update || keeps_expired(q))
        check_pass(c);
    else if (q->listing.is_listed)
        check_skip(c, "the certificate had expired, and is listed all the same");
    else
        check_fail(c, REASON_CERTIFICATE_EXPIRED,
                   "expected thisUpdate before the certificate's notAfter or expiredCertsOnCRL, "
                   "found neither");
}

static void check_status(struct crl_inquiry *q, struct check *c)
{
    if (q->listing.is_listed)
        check_fail(c, REASON_REVOKED, "%s", "");
    else
        check_pass(c);
}

/* --- all of them */

/* In this order; the last one is what the CRL says. */
static const struct crl_step steps[] = {
    {"encoding", "RFC 5280 5.1", false, check_encoding},
    {"crl-issuer", "RFC 5280 6.3.3 (b)", false, check_issuer},
    {"crl-scope", "RFC 5280 5.2.5", true, check_scope},
    {"crl-delta", "RFC 5280 5.2.4", false, check_delta},
    {"critical-extensions", "RFC 5280 5.2", true, check_critical_extensions},
    {"signer", "RFC 5280 6.3.3 (f)", false, check_signer},
    {"signature-strength", "RFC 5280 6.3.3 (g)", false, check_strength},
    {"signature", "RFC 5280 6.3.3 (g)", false, check_signature},
    {"this-update", "RFC 5280 5.1.2.4", false, check_this_update},
    {"next-update", "RFC 5280 5.1.2.5", false, check_next_update},
    {"age", "RFC 5280 5.1.2.4", false, check_age},
    {"remove-from-crl", "RFC 5280 5.3.1", false, check_remove_from_crl},
    {"certificate-expiry", "RFC 5280 3.3", true, check_expiry},
    {"status", "RFC 5280 6.3.3 (j)", false, check_status},
};

_Static_assert(ARRAY_SIZE(steps) <= VERDICT_CHECKS_MAX, "a verdict has room for every step");

/* What the judgement shows beside the checks. */
static void keep_findings(const struct crl_inquiry *q)
{
    struct judgement *judgement = q->judgement;

    if (!q->kept->is_well_formed)
        return;
    judgement->departures = q->kept->crl.departures;
    if (crl_find_issuer_scope(&q->kept->crl, q->question) != CRL_SCOPE_ISSUER) {
        judgement->signer = RESPONDER_ISSUER;
        judgement->signer_subject = q->question->issuer->subject;
    }
    judgement->has_window = true;
    judgement->this_update = q->kept->crl.this_update;
    judgement->has_next_update = q->kept->crl.has_next_update;
    judgement->next_update = q->kept->crl.next_update;
    judgement->listed = q->listing.is_listed;
    judgement->revocation_time = q->listing.revocation_date;
    judgement->has_revocation_reason = q->listing.has_reason;
    judgement->revocation_reason = q->listing.reason;
}

/* The tests give it other rows. */
static void judge_by(const struct crl_step *rows, struct crl_inquiry *q)
{
    struct verdict *verdict = &q->judgement->verdict;
    uint32_t may_skip = 0;

    read_crl(q);
    for (size_t i = 0; i < ARRAY_SIZE(steps); i++) {
        struct check *c = verdict_add(verdict, rows[i].name, rows[i].reference);

        /* Of what cannot be read nothing more is asked. */
        if (i == 0 || q->kept->is_well_formed)
            rows[i].check(q, c);
        may_skip |= rows[i].may_skip ? UINT32_C(1) << i : 0;
    }
    keep_findings(q);
    judge_conclude(q->judgement, may_skip);
}

void judge_kept_crl(struct kept_crl *crl, const struct judge_question *question,
                    const struct judge_policy *policy, struct signers *signers,
                    struct judgement *judgement)
{
    struct crl_inquiry q = {.question = question,
                            .policy = policy,
                            .signers = signers,
                            .judgement = judgement,
                            .kept = crl};

    judgement_start(judgement);
    judge_by(steps, &q);
}

void judge_crl(struct slice der, const struct judge_question *question,
               const struct judge_policy *policy, struct signers *signers,
               struct judgement *judgement)
{
    struct kept_crl crl CLEANUP(kept_crl_free);

    kept_crl_init(&crl, der);
    judge_kept_crl(&crl, question, policy, signers, judgement);
}
