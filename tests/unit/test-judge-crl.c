/* SPDX-License-Identifier: Apache-2.0 */
/* CRLs, honest ones and those made to deceive. */
#include "judge-crl.c"

typedef struct crl_inquiry judge_inquiry;
typedef struct crl_step judge_step;

#include "judge-case.h"

#define GOOD         REVOCATION_GOOD, "", ""
#define REVOKED      REVOCATION_REVOKED, "revoked", "status"
#define UNDETERMINED REVOCATION_UNDETERMINED

#define LEAF         "leaf", "intermediate"

/* A good one stands beside those that fail. */
static const struct judge_case cases[] = {
    /* 1: encoding */
    {"crl", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"bad/crl-trailing-byte", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed", "encoding"},
    {"bad/crl-cut-last", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed", "encoding"},
    {"bad/crl-algorithms-differ", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed",
     "encoding"},
    {"bad/crl-extension-twice", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed",
     "encoding"},
    {"bad/crl-length-outer", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed", "encoding"},
    {"bad/crl-version-9", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed", "encoding"},
    {"bad/crl-entry-serial-129", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed",
     "encoding"},
    {"response-good", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed", "encoding"},

    /* 2: whose it is */
    {"crl-spelt-otherwise", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-same-issuer", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-root", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-issuer", "crl-issuer"},
    {"crl-ec", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-issuer", "crl-issuer"},
    {"crl-indirect", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-indirect", "crl-issuer"},
    {"crl-indirect-flag", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-indirect", "crl-issuer"},
    {"crl-other-issuer", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-indirect", "crl-issuer"},
    {"crl", "leaf-elsewhere", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED, "crl-indirect",
     "crl-issuer"},
    {"crl", "leaf-named-point", "intermediate", 0, NULL, NULL, NULL, GOOD},

    /* 3: its scope */
    {"crl-scoped", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-point", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-users", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-point", "leaf-second-point", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-issuer", "leaf-no-point", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-relative", "leaf-relative-point", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-cas", "sub-ca", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"crl-other-scope", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-cas", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-both", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-attributes", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-some-reasons", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-issuer", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-relative", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-point", "leaf-no-point", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "crl-scope", "crl-scope"},
    {"crl-scope-users", "sub-ca", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope",
     "crl-scope"},
    {"crl-scope-both", "sub-ca", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope",
     "crl-scope"},
    {"crl-scope-128th", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-129th", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope", "crl-scope"},
    {"crl-scope-some-reasons-listed", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-scope-all-reasons", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl", "leaf-point-of-reasons", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED, "crl-scope",
     "crl-scope"},
    {"crl-scope-point", "leaf-point-of-reasons", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "crl-scope", "crl-scope"},
    {"crl", "leaf-points-of-reasons", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"crl-scope-point", "leaf-points-of-reasons", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "crl-scope", "crl-scope"},

    /* 4: delta CRLs */
    {"crl-delta", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-delta", "crl-delta"},
    {"crl-delta-listed", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-delta", "crl-delta"},
    {"crl-delta-base", LEAF, 0, NULL, NULL, NULL, GOOD},

    /* 5: critical extensions */
    {"crl-unknown-critical", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "critical-extension",
     "critical-extensions"},
    {"crl-entry-critical", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "critical-extension",
     "critical-extensions"},
    {"crl-entry-critical-leaf", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-critical-listed", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-critical-false", LEAF, 0, NULL, NULL, NULL, GOOD},

    /* 6: the signer, its strength, the signature */
    {"crl", "leaf", "no-crl-sign", 0, NULL, NULL, NULL, UNDETERMINED, "crl-signer", "signer"},
    {"crl", "leaf", "no-key-usage", 0, NULL, NULL, NULL, GOOD},
    {"crl-sha1", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-weak", "signature-strength"},
    {"crl-sha1", LEAF, ALLOW_SHA1, NULL, NULL, NULL, GOOD},
    {"crl-small", "small-leaf", "small-ca", 0, NULL, NULL, NULL, UNDETERMINED, "signature-weak",
     "signature-strength"},
    {"crl-forged", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
    {"crl-emptied", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
    {"crl-other-key", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
    {"crl-namesake", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
    {"crl-namesake", "leaf", "intermediate-rekeyed", 0, NULL, NULL, NULL, GOOD},
    {"crl-ec", "ec-leaf", "ec-root", 0, NULL, NULL, NULL, GOOD},

    /* 7: its times */
    {"crl-future", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "this-update-future", "this-update"},
    {"crl", LEAF, 0, "2018-01-11T22:39:51Z", NULL, NULL, GOOD},
    {"crl", LEAF, 0, "2018-01-11T22:39:50Z", NULL, NULL, UNDETERMINED, "this-update-future",
     "this-update"},
    {"crl", LEAF, 0, "2018-01-18T22:49:51Z", NULL, NULL, GOOD},
    {"crl", LEAF, 0, "2018-01-18T22:49:52Z", NULL, NULL, UNDETERMINED, "next-update-past",
     "next-update"},
    {"crl-stale", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "next-update-past", "next-update"},
    {"crl-no-next-update", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "next-update-missing",
     "next-update"},
    {"crl-v1", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "next-update-missing", "next-update"},
    {"crl-inverted", LEAF, 0, "2018-01-12T00:00:00Z", NULL, NULL, UNDETERMINED,
     "this-update-future", "this-update"},
    {"crl", LEAF, MAX_AGE_YEAR, NULL, NULL, NULL, GOOD},
    {"crl", LEAF, MAX_AGE_HOUR, NULL, NULL, NULL, UNDETERMINED, "too-old", "age"},
    {"crl-leaf-revoked", LEAF, 0, "2018-03-01T00:00:00Z", NULL, NULL, UNDETERMINED,
     "next-update-past", "next-update"},

    /* 8: its entries */
    {"crl-leaf-revoked", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-last", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-hold-listed", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"crl-near-misses", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-empty", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"crl-10000", LEAF, 0, NULL, NULL, NULL, GOOD},

    /* 9: removeFromCRL */
    {"crl-remove", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed", "remove-from-crl"},
    {"crl-remove-listed", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "crl-malformed",
     "remove-from-crl"},

    /* 10: an expired certificate */
    {"crl-empty", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "certificate-expired", "certificate-expiry"},
    {"crl-expired-listed", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, REVOKED},
    {"crl-keeps-expired", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"crl-drops-expired", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "certificate-expired", "certificate-expiry"},
};

static void judge_answer(const judge_step *rows, const char *answer, bool again, judge_inquiry *q)
{
    struct kept_crl crl CLEANUP(kept_crl_free);

    kept_crl_init(&crl, case_read(answer));
    q->kept = again ? case_crl(answer) : &crl;
    judge_by(rows, q);
}

#include "judge-steps.h"

int main(void)
{
    return run_cases() ? tap_done() : 0;
}
