/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who signed an OCSP response, and whether that one may speak for the issuer (RFC 6960 4.2.2.2):
 * the issuer's own key, a delegate to whom it gave a certificate with id-kp-OCSPSigning, or a
 * responder that the user trusts. Never "any CA that is trusted".
 */
#ifndef OCSPKIT_RESPONDER_H
#define OCSPKIT_RESPONDER_H

#include "cert.h"
#include "ocsp-response.h"
#include "signers.h"

enum responder_kind {
    RESPONDER_NONE = 0,
    RESPONDER_ISSUER,    /* the issuer's key */
    RESPONDER_DELEGATED, /* a certificate in the response */
    RESPONDER_TRUSTED,   /* added by hand */
};

/* "issuer", "delegated", "trusted"; null for RESPONDER_NONE */
const char *responder_kind_word(enum responder_kind kind);

/* Whether the responderID is that of the certificate: the whole DN, or the SHA-1 of the key's bits
 * (4.2.2.3). */
bool responder_id_names(const struct responder_id *id, const struct cert *cert);

#endif
