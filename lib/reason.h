/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reason words: why something is not a yes, or what is to be noted beside one. They are stable,
 * for scripts go by them; ocspkit-reasons(7) explains each and says what to do. To add one, add a
 * row in reason.c and a paragraph in that page, which a test holds against each other.
 */
#ifndef OCSPKIT_REASON_H
#define OCSPKIT_REASON_H

#include "ocsp-response.h"

enum reason {
    REASON_NONE,

    /* what the answer is */
    REASON_RESPONSE_MALFORMED,
    REASON_RESPONSE_TYPE_UNKNOWN,
    REASON_RESPONDER_MALFORMED_REQUEST,
    REASON_RESPONDER_INTERNAL_ERROR,
    REASON_RESPONDER_TRY_LATER,
    REASON_RESPONDER_SIG_REQUIRED,
    REASON_RESPONDER_UNAUTHORIZED,
    REASON_CRL_MALFORMED,
    REASON_CRL_ISSUER,
    REASON_CRL_INDIRECT,
    REASON_CRL_SCOPE,
    REASON_CRL_DELTA,
    REASON_CRITICAL_EXTENSION,

    /* who signed it */
    REASON_SIGNER_NOT_FOUND,
    REASON_SIGNER_NOT_AUTHORIZED,
    REASON_SIGNER_EXPIRED,
    REASON_SIGNER_CRITICAL_EXTENSION,
    REASON_SIGNER_KEY_USAGE,
    REASON_SIGNER_REVOKED,
    REASON_SIGNER_UNCHECKED,
    REASON_CRL_SIGNER,
    REASON_SIGNATURE_WEAK,
    REASON_SIGNATURE_UNSUPPORTED,
    REASON_SIGNATURE_INVALID,

    /* whether it is an answer to the question */
    REASON_NONCE_DIFFERS,
    REASON_NONCE_MISSING,
    REASON_CERTIFICATE_NOT_COVERED,

    /* its times */
    REASON_THIS_UPDATE_FUTURE,
    REASON_NEXT_UPDATE_PAST,
    REASON_NEXT_UPDATE_MISSING,
    REASON_WINDOW_INVERTED,
    REASON_TOO_OLD,
    REASON_ENDS_SOON,
    REASON_CERTIFICATE_NOT_YET_VALID,
    REASON_CERTIFICATE_EXPIRED,

    /* what it says */
    REASON_REVOKED,
    REASON_STATUS_UNKNOWN,

    /* that there is none */
    REASON_NO_REVOCATION_INFORMATION,
    REASON_NO_REVOCATION_BY_DESIGN,
    REASON_NETWORK_FAILURE,
    REASON_ISSUER_NOT_FOUND,

    REASON_COUNT,
};

/* "response-malformed"; null for REASON_NONE. */
const char *reason_word(enum reason reason);

/* What it means, for people: "the answer is no well-formed OCSP response"; null for REASON_NONE. */
const char *reason_text(enum reason reason);

/* Why a response with that status says nothing; REASON_NONE for OCSP_SUCCESSFUL. */
enum reason reason_of_response_status(enum ocsp_response_status status);

#endif
