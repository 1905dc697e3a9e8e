/* SPDX-License-Identifier: Apache-2.0 */
/* Which certificates a CRL speaks of (RFC 5280 5.2.5, 6.3.3 (b)). */
#ifndef OCSPKIT_JUDGE_CRL_SCOPE_H
#define OCSPKIT_JUDGE_CRL_SCOPE_H

#include "crl.h"
#include "judge.h"

/* What of its scope speaks against a CRL. */
enum crl_scope {
    CRL_SCOPE_COVERS,
    CRL_SCOPE_ISSUER,     /* the CRL is by somebody else */
    CRL_SCOPE_INDIRECT,   /* it says of itself that it is indirect */
    CRL_SCOPE_ELSEWHERE,  /* the certificate's distribution points all name another CRL issuer */
    CRL_SCOPE_NAME,       /* its distribution point is none of the certificate's */
    CRL_SCOPE_USERS,      /* only user certificates, and the certificate is a CA's */
    CRL_SCOPE_CAS,        /* only CA certificates, and it is not */
    CRL_SCOPE_ATTRIBUTES, /* only attribute certificates */
    CRL_SCOPE_REASONS,    /* only some reasons, by itself or by the certificate's point */
};

/* The first that speaks against it of those about the issuer; else CRL_SCOPE_COVERS. */
enum crl_scope crl_find_issuer_scope(const struct crl *crl, const struct judge_question *question);

/* The same of those in issuingDistributionPoint and in the certificate's own points. */
enum crl_scope crl_find_scope(const struct crl *crl, const struct judge_question *question);

/* Whether one of the GeneralNames is that directoryName. */
bool crl_names_issuer(struct slice general_names, struct slice issuer);

#endif
