/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether an answer is evidence about a certificate: an OCSP response (RFC 6960, steps in
 * judge-response.c) or a CRL (RFC 5280 6.3, steps in judge-crl.c), judged from its bytes.
 *
 *     struct judge_question question = {.cert = &leaf, .issuer = &ca, .at = now};
 *     judge_response(der, &question, &policy, &signers, &judgement);
 *
 * Pure: no clock, no file, no network, and nothing that an answer holds is trouble. An answer that
 * fails a check says nothing, neither "good" nor "revoked"; every check and every reason is kept.
 *
 * Not checked: the issuer itself. That its key verifies the certificate's signature, and that it is
 * trusted, is for the caller; nor is the certificate's own validity or path looked at.
 */
#ifndef OCSPKIT_JUDGE_H
#define OCSPKIT_JUDGE_H

#include "cert.h"
#include "crl-reason.h"
#include "kept-crl.h"
#include "responder.h"
#include "verdict.h"

#define JUDGE_SKEW_DEFAULT    INT64_C(300)
#define JUDGE_MAX_AGE_DEFAULT INT64_C(864000)        /* 10 d */
#define JUDGE_MAX_AGE_CA      (400 * INT64_C(86400)) /* of an answer about a CA's certificate */
#define JUDGE_NO_NEXT_UPDATE  INT64_C(86400)         /* what stands for a missing nextUpdate */

/* What stays the same for all questions of a run. Spans in seconds, none of them negative. */
struct judge_policy {
    int64_t skew; /* how far clocks may differ */
    bool has_max_age;
    int64_t max_age;       /* since thisUpdate; else the defaults above, and none for a CRL */
    bool lightweight;      /* RFC 5019: a response without nextUpdate fails */
    bool allow_sha1;       /* in signatures; CertIDs may have it always */
    bool require_nonce;    /* a response without one fails */
    bool strict_responder; /* a delegate of which nobody says that it is not revoked */
    const struct cert *responders; /* trusted by hand: they may sign for any issuer */
    size_t responder_count;
    struct kept_crl *const *crls; /* by which delegates are looked for */
    size_t crl_count;
};

#define JUDGE_POLICY_DEFAULT                                                                       \
    {                                                                                              \
        .skew = JUDGE_SKEW_DEFAULT                                                                 \
    }

struct judge_question {
    const struct cert *cert;
    const struct cert *issuer; /* its key verifies the certificate: the caller has seen to it */
    int64_t at;                /* seconds since 1970 UTC */
    struct slice nonce;        /* the octets that were sent; SLICE_NONE: none */
};

/* What is known of the certificate; the order is no ranking. */
enum revocation_status {
    REVOCATION_UNDETERMINED = 0, /* no evidence: never "good" */
    REVOCATION_GOOD,             /* not revoked; says nothing more */
    REVOCATION_REVOKED,
    REVOCATION_UNKNOWN, /* the responder has said, with authority, that it does not know it */
};

/* "undetermined", "good", "revoked", "unknown" */
const char *revocation_status_word(enum revocation_status status);

/* Slices are views into the answer, the issuer or the policy. What no check has let pass is what
 * the answer claims, and is there to be shown, not to be believed. */
struct judgement {
    enum revocation_status status;
    enum reason reason; /* the first failure's; REASON_NONE with REVOCATION_GOOD */
    struct verdict verdict;

    enum responder_kind signer; /* RESPONDER_NONE: not found */
    struct slice signer_subject;
    struct slice hash_algorithm; /* of the CertID: the OID's contents octets; else SLICE_NONE */
    bool has_window;             /* a SingleResponse is about the certificate, or the CRL is read */
    int64_t this_update;
    bool has_next_update;
    int64_t next_update;
    bool listed; /* revoked, it says: the two below */
    int64_t revocation_time;
    bool has_revocation_reason;
    enum crl_reason revocation_reason;
    departure_set departures;
};

/*
 * An OCSP response of any bytes. `signers` keeps what has been verified from call to call; it may
 * be null.
 */
void judge_response(struct slice der, const struct judge_question *question,
                    const struct judge_policy *policy, struct signers *signers,
                    struct judgement *judgement);

/*
 * The same of a CRL, which is read once from front to end, at the first question; nonce and
 * responders are not looked at.
 */
void judge_kept_crl(struct kept_crl *crl, const struct judge_question *question,
                    const struct judge_policy *policy, struct signers *signers,
                    struct judgement *judgement);

/* The same of one that is asked about once. */
void judge_crl(struct slice der, const struct judge_question *question,
               const struct judge_policy *policy, struct signers *signers,
               struct judgement *judgement);

#endif
