/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of responders, honest ones and those made to deceive. */
#include "judge-response.c"

typedef struct inquiry judge_inquiry;
typedef struct step judge_step;

#include "judge-case.h"

#define GOOD         REVOCATION_GOOD, "", ""
#define REVOKED      REVOCATION_REVOKED, "revoked", "status"
#define UNKNOWN      REVOCATION_UNKNOWN, "status-unknown", "status"
#define UNDETERMINED REVOCATION_UNDETERMINED

#define LEAF         "leaf", "intermediate"

/* A good one stands beside those that fail. */
static const struct judge_case cases[] = {
    /* 1: encoding */
    {"response-good", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"bad/response-trailing-byte", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "encoding"},
    {"bad/response-length-outer", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "encoding"},
    {"bad/response-indefinite", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "encoding"},
    {"bad/response-length-inner", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "encoding"},
    {"bad/response-tbs-more", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-102401-bytes", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "encoding"},
    {"bad/response-time-31-february", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-cut", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed", "encoding"},
    {"response-102400-bytes", LEAF, 0, NULL, NULL, NULL, GOOD},

    /* 2: responseStatus */
    {"response-malformed-request", LEAF, 0, NULL, NULL, NULL, UNDETERMINED,
     "responder-malformed-request", "response-status"},
    {"response-internal-error", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "responder-internal-error",
     "response-status"},
    {"response-try-later", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "responder-try-later",
     "response-status"},
    {"response-sig-required", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "responder-sig-required",
     "response-status"},
    {"response-unauthorized", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "responder-unauthorized",
     "response-status"},
    {"response-try-later-body", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "responder-try-later",
     "response-status"},

    /* 3: responseType */
    {"response-type-unknown", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-type-unknown",
     "response-type"},

    /* 4: version, responses, extensions */
    {"response-version-1", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"bad/response-version-9", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-no-responses", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-extension-twice", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-extensions-129", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-no-body", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"bad/response-status-4", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "response-malformed",
     "structure"},
    {"response-extensions-128", LEAF, 0, NULL, NULL, NULL, GOOD},

    /* 5: the signer */
    {"response-by-name", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-delegated", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-delegated-by-name", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-delegated-second", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-with-issuer", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-delegated-absent", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-found",
     "responder-id"},
    {"response-by-key-hash", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-by-key-id", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-found",
     "responder-id"},
    {"response-by-part-of-name", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-found",
     "responder-id"},
    {"response-by-other-name", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-found",
     "responder-id"},
    {"response-signer-17th", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-found",
     "responder-id"},
    {"response-other-ca", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-found",
     "responder-id"},
    {"response-signer-16th", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signer-renewed", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signer-renewed-last", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signer-twins", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signers-bad", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-expired",
     "signer-certificate"},
    {"response-delegated-absent", LEAF, 0, NULL, "signer", NULL, GOOD},
    {"response-delegated", LEAF, 0, NULL, "signer", NULL, GOOD},

    /* 6: whether it may */
    {"response-by-issuer-key", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signer-other-ca", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-authorized",
     "signer"},
    {"response-signer-namesake", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-authorized",
     "signer"},
    {"response-by-signer-below", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-authorized",
     "signer"},
    {"response-by-signer-forged", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-authorized",
     "signer"},
    {"response-by-signer-renamed", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-authorized",
     "signer"},
    {"response-signer-other-ca", LEAF, 0, NULL, "signer-other-ca", NULL, GOOD},
    {"response-signer-other-ca", LEAF, 0, NULL, "signer-expired", NULL, UNDETERMINED,
     "signer-expired", "signer-certificate"},

    /* 7: its purpose */
    {"response-by-signer-two-purposes", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signer-no-purpose", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-not-authorized",
     "signer-purpose"},
    {"response-signer-any-purpose", LEAF, 0, NULL, NULL, NULL, UNDETERMINED,
     "signer-not-authorized", "signer-purpose"},
    {"response-signer-longer-purpose", LEAF, 0, NULL, NULL, NULL, UNDETERMINED,
     "signer-not-authorized", "signer-purpose"},
    {"response-by-signer-short-purpose", LEAF, 0, NULL, NULL, NULL, UNDETERMINED,
     "signer-not-authorized", "signer-purpose"},
    {"response-signer-no-purpose", LEAF, 0, NULL, "signer-no-purpose", NULL, GOOD},

    /* 8: its certificate */
    {"response-by-signer-non-repudiation", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-signer-expired", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-expired",
     "signer-certificate"},
    {"response-by-signer-future", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-expired",
     "signer-certificate"},
    {"response-signer-critical", LEAF, 0, NULL, NULL, NULL, UNDETERMINED,
     "signer-critical-extension", "signer-certificate"},
    {"response-signer-key-usage", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signer-key-usage",
     "signer-certificate"},
    {"response-delegated-absent", LEAF, 0, NULL, "signer-expired", NULL, UNDETERMINED,
     "signer-expired", "signer-certificate"},

    /* 9: whether it is revoked */
    {"response-signer-checked", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-delegated", LEAF, STRICT, NULL, NULL, NULL, GOOD},
    {"response-signer-checked", LEAF, STRICT, NULL, NULL, NULL, UNDETERMINED, "signer-unchecked",
     "signer-revocation"},
    {"response-signer-checked", LEAF, STRICT, NULL, NULL, "crl", GOOD},
    {"response-signer-checked", LEAF, STRICT, NULL, NULL, "crl-stale", UNDETERMINED,
     "signer-unchecked", "signer-revocation"},
    {"response-signer-checked", LEAF, STRICT, NULL, NULL, "crl-forged", UNDETERMINED,
     "signer-unchecked", "signer-revocation"},
    {"response-signer-checked", LEAF, 0, NULL, NULL, "crl-signer-listed", UNDETERMINED,
     "signer-revoked", "signer-revocation"},
    {"response-delegated", LEAF, 0, NULL, NULL, "crl-signer-listed", GOOD},
    {"response-good", LEAF, STRICT, NULL, NULL, NULL, GOOD},

    /* 10: strength */
    {"response-by-signer-p256", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-by-signer-p384", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-by-signer-ed25519", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-ec", "ec-leaf", "ec-root", 0, NULL, NULL, NULL, GOOD},
    {"response-sha1-signed", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-weak",
     "signature-strength"},
    {"response-sha1-signed", LEAF, ALLOW_SHA1, NULL, NULL, NULL, GOOD},
    {"response-by-signer-small", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-weak",
     "signature-strength"},
    {"response-by-signer-small", LEAF, ALLOW_SHA1, NULL, NULL, NULL, UNDETERMINED, "signature-weak",
     "signature-strength"},
    {"response-by-signer-sha1", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-weak",
     "signature-strength"},
    {"response-by-signer-sha1", LEAF, ALLOW_SHA1, NULL, NULL, NULL, GOOD},
    {"response-algorithm-md5", LEAF, ALLOW_SHA1, NULL, NULL, NULL, UNDETERMINED, "signature-weak",
     "signature-strength"},
    {"response-algorithm-unknown", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-unsupported",
     "signature-strength"},

    /* 11: the signature */
    {"response-forged", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
    {"response-swapped", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
    {"response-self-named", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid",
     "signature"},
    {"response-good", "leaf", "intermediate-rekeyed", 0, NULL, NULL, NULL, UNDETERMINED,
     "signer-not-found", "responder-id"},

    /* 12: critical extensions */
    {"response-critical-elsewhere", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-critical-false", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-unknown-critical", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "critical-extension",
     "critical-extensions"},
    {"response-single-critical", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "critical-extension",
     "critical-extensions"},

    /* 13: the nonce */
    {"response-nonce", LEAF, SENT_NONCE, NULL, NULL, NULL, GOOD},
    {"response-nonce", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-nonce", LEAF, SENT_NONCE | REQUIRE_NONCE, NULL, NULL, NULL, GOOD},
    {"response-good", LEAF, SENT_NONCE, NULL, NULL, NULL, GOOD},
    {"response-nonce", LEAF, SENT_OTHER_NONCE, NULL, NULL, NULL, UNDETERMINED, "nonce-differs",
     "nonce"},
    {"response-nonce-raw", LEAF, SENT_NONCE, NULL, NULL, NULL, UNDETERMINED, "nonce-differs",
     "nonce"},
    {"response-good", LEAF, SENT_NONCE | REQUIRE_NONCE, NULL, NULL, NULL, UNDETERMINED,
     "nonce-missing", "nonce"},
    {"response-good", LEAF, REQUIRE_NONCE, NULL, NULL, NULL, UNDETERMINED, "nonce-missing",
     "nonce"},
    {"response-nonce", LEAF, REQUIRE_NONCE, NULL, NULL, NULL, UNDETERMINED, "nonce-missing",
     "nonce"},

    /* 14: CertID */
    {"response-sha256", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-sha384", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-sha1-no-null", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-several", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-other-issuer-revoked", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-other-serial", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-other-key", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-other-name", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-hash-length", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-unknown-hash", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-md5-hash", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-serial-longer", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-serial-shorter", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-names-swapped", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-key-hash-spki", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "certificate-not-covered",
     "cert-id"},
    {"response-good", "must-staple", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "certificate-not-covered", "cert-id"},

    /* 15: several */
    {"response-conflict", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-conflict-reversed", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-conflict-unknown", LEAF, 0, NULL, NULL, NULL, UNKNOWN},
    {"response-twice", LEAF, 0, NULL, NULL, NULL, GOOD},

    /* 16: thisUpdate */
    {"response-future", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "this-update-future",
     "this-update"},
    {"response-good", LEAF, 0, "2018-01-11T22:39:51Z", NULL, NULL, GOOD},
    {"response-good", LEAF, 0, "2018-01-11T22:39:50Z", NULL, NULL, UNDETERMINED,
     "this-update-future", "this-update"},
    {"response-good", LEAF, NO_SKEW, "2018-01-11T22:44:51Z", NULL, NULL, GOOD},
    {"response-good", LEAF, NO_SKEW, "2018-01-11T22:44:50Z", NULL, NULL, UNDETERMINED,
     "this-update-future", "this-update"},

    /* 17: nextUpdate */
    {"response-stale", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "next-update-past", "next-update"},
    {"response-inverted", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "next-update-past",
     "next-update"},
    {"response-inverted", LEAF, NO_SKEW, "2018-01-13T23:59:00Z", NULL, NULL, UNDETERMINED,
     "this-update-future", "this-update"},
    {"response-inverted", LEAF, 0, "2018-01-12T00:04:00Z", NULL, NULL, UNDETERMINED,
     "this-update-future", "this-update"},
    {"response-good", LEAF, 0, "2018-01-18T22:49:51Z", NULL, NULL, GOOD},
    {"response-good", LEAF, 0, "2018-01-18T22:49:52Z", NULL, NULL, UNDETERMINED, "next-update-past",
     "next-update"},
    {"response-instant", LEAF, NO_SKEW, "2018-01-11T22:44:51Z", NULL, NULL, GOOD},
    {"response-year-9999", LEAF, 0, "2018-01-21T22:44:51Z", NULL, NULL, GOOD},

    /* 18: no nextUpdate */
    {"response-no-next-update", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "next-update-missing",
     "next-update-missing"},
    {"response-no-next-update", LEAF, MAX_AGE_YEAR, NULL, NULL, NULL, GOOD},
    {"response-fresh-no-next", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-day-no-next", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-day-no-next", LEAF, 0, "2018-01-14T20:05:00Z", NULL, NULL, GOOD},
    {"response-day-no-next", LEAF, 0, "2018-01-14T20:05:01Z", NULL, NULL, UNDETERMINED,
     "next-update-missing", "next-update-missing"},
    {"response-good", LEAF, LIGHTWEIGHT, NULL, NULL, NULL, GOOD},
    {"response-fresh-no-next", LEAF, LIGHTWEIGHT, NULL, NULL, NULL, UNDETERMINED,
     "next-update-missing", "next-update-missing"},

    /* 19: age */
    {"response-old", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "too-old", "age"},
    {"response-old", LEAF, MAX_AGE_YEAR, NULL, NULL, NULL, GOOD},
    {"response-good", LEAF, MAX_AGE_HOUR, NULL, NULL, NULL, UNDETERMINED, "too-old", "age"},
    {"response-old", LEAF, 0, "2018-01-11T00:00:00Z", NULL, NULL, GOOD},
    {"response-old", LEAF, 0, "2018-01-11T00:00:01Z", NULL, NULL, UNDETERMINED, "too-old", "age"},
    {"response-ca-old", "sub-ca", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"response-ca-old", "sub-ca", "intermediate", 0, "2018-04-05T00:00:00Z", NULL, NULL, GOOD},
    {"response-ca-old", "sub-ca", "intermediate", 0, "2018-04-05T00:00:01Z", NULL, NULL,
     UNDETERMINED, "too-old", "age"},
    {"response-leaf-old", "leaf-no-point", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "too-old", "age"},

    /* 20: an expired certificate */
    {"response-expired", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "certificate-expired", "certificate-expiry"},
    {"response-expired-archived", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, GOOD},
    {"response-expired-cut-off", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, UNDETERMINED,
     "certificate-expired", "certificate-expiry"},
    {"response-expired-revoked", "expired-leaf", "intermediate", 0, NULL, NULL, NULL, REVOKED},

    /* 21: the status */
    {"response-revoked", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-revoked-no-reason", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-revoked-unspecified", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-revoked-remove", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-hold", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-never-issued", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-revoked-delegated", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-unknown", LEAF, 0, NULL, NULL, NULL, UNKNOWN},

    /* what fails is neither good nor revoked: the first that fails is the reason */
    {"response-revoked", LEAF, 0, "2018-03-01T00:00:00Z", NULL, NULL, UNDETERMINED,
     "next-update-past", "next-update"},
};

static void judge_answer(const judge_step *rows, const char *answer, bool again, judge_inquiry *q)
{
    (void)again;
    judge_by(rows, case_read(answer), q);
}

#include "judge-steps.h"

/* Whom the user trusts is found among any number of others. */
static void test_many_trusted(void)
{
    static const struct judge_case row = {
        "response-delegated-absent", LEAF, 0, NULL, NULL, NULL, GOOD};
    struct case_setting setting = {.crls = {NULL}};
    struct cert trusted[LIMIT_SIGNERS + 1];
    struct judgement judgement;

    case_set(&row, &setting);
    for (size_t i = 0; i < LIMIT_SIGNERS; i++)
        trusted[i] = setting.cert;
    trusted[LIMIT_SIGNERS] = case_cert("signer");
    setting.policy.responders = trusted;
    setting.policy.responder_count = ARRAY_SIZE(trusted);
    judge_response(case_read(row.answer), &setting.question, &setting.policy, NULL, &judgement);
    if (!ok(case_holds(&row, &judgement), "the last of %zu trusted responders",
            ARRAY_SIZE(trusted)))
        case_explain(&judgement);
}

int main(void)
{
    if (!run_cases())
        return 0;
    test_many_trusted();
    return tap_done();
}
