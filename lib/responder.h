/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who signed an OCSP response, and whether that one may speak for the issuer (RFC 6960 4.2.2.2):
 * the issuer's own key, a delegate to whom it gave a certificate with id-kp-OCSPSigning, or a
 * responder that the user trusts. Never "any CA that is trusted".
 *
 * Not looked at: whether the delegate is revoked, how strong keys and signatures are.
 */
#ifndef OCSPKIT_RESPONDER_H
#define OCSPKIT_RESPONDER_H

#include "cert.h"
#include "ocsp-response.h"
#include "signers.h"
#include "verdict.h"

enum responder_kind {
    RESPONDER_NONE = 0,
    RESPONDER_ISSUER,    /* the issuer's key */
    RESPONDER_TRUSTED,   /* added by hand */
    RESPONDER_DELEGATED, /* a certificate in the response */
};

/* "issuer", "trusted", "delegated"; null for RESPONDER_NONE */
const char *responder_kind_word(enum responder_kind kind);

struct responder {
    enum responder_kind kind;
    struct cert cert;
};

/* Whether the responderID is that of the certificate: the whole DN, or the SHA-1 of the key's bits
 * (4.2.2.3). */
bool responder_id_names(const struct responder_id *id, const struct cert *cert);

/* Where a signer is looked for; at most LIMIT_SIGNERS embedded ones. */
struct responder_search {
    const struct responder_id *id;
    const struct cert *issuer;
    const struct cert *trusted;
    size_t trusted_count;
    struct slice embedded; /* what is left of the response's certs */
    size_t looked_at;      /* of these, and the issuer */
};

struct responder_search responder_search(const struct basic_ocsp_response *basic,
                                         const struct cert *issuer, const struct cert *trusted,
                                         size_t trusted_count);

/* The next whom the responderID names: the issuer, then trusted ones, then embedded ones. One with
 * the issuer's key is the issuer. */
bool responder_search_next(struct responder_search *search, struct responder *responder);

/* 4.2.2.2: the certificate is issued directly by the issuer, whose key verifies it. */
void responder_check_issued(const struct responder *responder, const struct cert *issuer,
                            struct signers *signers, struct check *c);

/* 4.2.2.2: id-kp-OCSPSigning, in full; nothing stands for it. */
void responder_check_purpose(const struct responder *responder, struct check *c);

/* RFC 5280 6.1, 4.2.1.3: its validity, critical extensions and key usage. */
void responder_check_cert(const struct responder *responder, int64_t at, struct check *c);

/* 4.2.2.2.1: it is trusted for its lifetime. */
bool responder_has_nocheck(const struct responder *responder);

#endif
