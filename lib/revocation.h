/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What all the evidence about one certificate comes to: any authenticated "revoked" is a no,
 * whatever else says good; a good needs one answer that passed every check; the rest is
 * undetermined, never good.
 */
#ifndef OCSPKIT_REVOCATION_H
#define OCSPKIT_REVOCATION_H

#include "judge.h"

enum evidence_kind {
    EVIDENCE_OCSP,
    EVIDENCE_CRL,
    EVIDENCE_ISSUER, /* where it was looked for, and not found; never has a judgement */
};

/* "ocsp", "crl", "issuer" */
const char *evidence_kind_word(enum evidence_kind kind);

/* One answer, or why there is none. */
struct evidence {
    enum evidence_kind kind;
    struct slice url;                  /* that was asked, or the file that it was saved in */
    const struct judgement *judgement; /* null: no answer came */
    enum reason reason;                /* without a judgement: REASON_NETWORK_FAILURE ... */
    struct slice detail;               /* the same: its cause, for people; may hold raw input */
};

struct revocation {
    enum revocation_status status;
    enum reason reason;                /* why it is not good; REASON_NONE where it is */
    const struct evidence *decided_by; /* null: nothing was at hand */
    bool disagree;                     /* one verified answer says good, another one revoked */
};

/*
 * In the order in which the sources were asked. Revoked goes before good, good before unknown,
 * unknown before undetermined, and an answer that tells nothing before none at all; among equals
 * the first decides. Without any evidence the reason is revocation_missing_reason().
 */
void revocation_decide(const struct cert *cert, const struct evidence *evidence, size_t count,
                       struct revocation *revocation);

/*
 * Why a certificate has no revocation information to ask for: REASON_NO_REVOCATION_BY_DESIGN where
 * it has noRevAvail (RFC 9608) or is short-lived by the CA/Browser Forum's rules, else
 * REASON_NO_REVOCATION_INFORMATION.
 */
enum reason revocation_missing_reason(const struct cert *cert);

#endif
