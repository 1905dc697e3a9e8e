/* SPDX-License-Identifier: Apache-2.0 */
#include "revocation.h"

#include "extension-value.h"
#include "window.h"

#define DAY INT64_C(86400)

/* Baseline Requirements 1.6.1, "Short-lived Subscriber Certificate": by the day of issue. */
static const struct {
    int64_t issued_from;
    int64_t validity_max;
} short_lived[] = {
    {INT64_C(1773532800), 7 * DAY},  /* 2026-03-15 */
    {INT64_C(1710460800), 10 * DAY}, /* 2024-03-15 */
};

const char *evidence_kind_word(enum evidence_kind kind)
{
    static const char *const words[] = {
        [EVIDENCE_OCSP] = "ocsp", [EVIDENCE_CRL] = "crl", [EVIDENCE_ISSUER] = "issuer"};

    return words[kind];
}

const char *revocation_status_word(enum revocation_status status)
{
    static const char *const words[] = {
        [REVOCATION_UNDETERMINED] = "undetermined",
        [REVOCATION_GOOD] = "good",
        [REVOCATION_REVOKED] = "revoked",
        [REVOCATION_UNKNOWN] = "unknown",
    };

    return words[status];
}

static bool is_short_lived(const struct cert *cert)
{
    int64_t begin = cert->validity.not_before;
    /* Both ends belong to it. */
    int64_t span = window_span(begin, cert->validity.not_after) + 1;

    for (size_t i = 0; i < ARRAY_SIZE(short_lived); i++) {
        if (begin >= short_lived[i].issued_from)
            return span <= short_lived[i].validity_max;
    }
    return false;
}

enum reason revocation_missing_reason(const struct cert *cert)
{
    struct extension extension;

    if (extensions_find_type(&cert->extensions, EXTENSION_NO_REV_AVAIL, &extension) ||
        (!cert_is_ca(cert) && is_short_lived(cert)))
        return REASON_NO_REVOCATION_BY_DESIGN;
    return REASON_NO_REVOCATION_INFORMATION;
}

static enum revocation_status status_of(const struct evidence *evidence)
{
    return evidence->judgement != NULL ? evidence->judgement->status : REVOCATION_UNDETERMINED;
}

/* Of two that say nothing, an answer that fails a check tells more than that none came. */
static unsigned rank_of(const struct evidence *evidence)
{
    static const unsigned ranks[] = {
        [REVOCATION_UNDETERMINED] = 1,
        [REVOCATION_UNKNOWN] = 2,
        [REVOCATION_GOOD] = 3,
        [REVOCATION_REVOKED] = 4,
    };

    return evidence->judgement != NULL ? ranks[evidence->judgement->status] : 0;
}

void revocation_decide(const struct cert *cert, const struct evidence *evidence, size_t count,
                       struct revocation *revocation)
{
    bool good = false;

    *revocation = (struct revocation){REVOCATION_UNDETERMINED, REASON_NONE, NULL, false};
    for (size_t i = 0; i < count; i++) {
        enum revocation_status status = status_of(&evidence[i]);

        good = good || status == REVOCATION_GOOD;
        if (revocation->decided_by == NULL ||
            rank_of(&evidence[i]) > rank_of(revocation->decided_by)) {
            revocation->decided_by = &evidence[i];
            revocation->status = status;
        }
    }
    revocation->disagree = good && revocation->status == REVOCATION_REVOKED;
    if (revocation->decided_by == NULL)
        revocation->reason = revocation_missing_reason(cert);
    else if (revocation->decided_by->judgement != NULL)
        revocation->reason = revocation->decided_by->judgement->reason;
    else
        revocation->reason = revocation->decided_by->reason;
}
