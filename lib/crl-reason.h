/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CRLReason ::= ENUMERATED (RFC 5280 5.3.1): in the reasonCode of a CRL entry and in RevokedInfo
 * (RFC 6960 4.2.1). Whether a reason belongs where it stands (removeFromCRL in a delta CRL only) is
 * for whoever judges.
 */
#ifndef OCSPKIT_CRL_REASON_H
#define OCSPKIT_CRL_REASON_H

#include "der.h"

enum crl_reason {
    CRL_REASON_UNSPECIFIED = 0,
    CRL_REASON_KEY_COMPROMISE = 1,
    CRL_REASON_CA_COMPROMISE = 2,
    CRL_REASON_AFFILIATION_CHANGED = 3,
    CRL_REASON_SUPERSEDED = 4,
    CRL_REASON_CESSATION_OF_OPERATION = 5,
    CRL_REASON_CERTIFICATE_HOLD = 6, /* 7 is not used */
    CRL_REASON_REMOVE_FROM_CRL = 8,
    CRL_REASON_PRIVILEGE_WITHDRAWN = 9,
    CRL_REASON_AA_COMPROMISE = 10,
};

bool crl_reason_parse(struct der *d, enum crl_reason *reason, struct error *e) MUST_USE;

/* The RFC's word: "keyCompromise". */
const char *crl_reason_word(enum crl_reason reason);

#endif
