/* SPDX-License-Identifier: Apache-2.0 */
#include "reason.h"

static const struct {
    const char *word;
    const char *text;
} rows[REASON_COUNT] = {
    [REASON_RESPONSE_MALFORMED] = {"response-malformed",
                                   "the answer is no well-formed OCSP response"},
    [REASON_RESPONSE_TYPE_UNKNOWN] = {"response-type-unknown",
                                      "the answer is of a type that is not known"},
    [REASON_RESPONDER_MALFORMED_REQUEST] = {"responder-malformed-request",
                                            "the responder calls the request malformed"},
    [REASON_RESPONDER_INTERNAL_ERROR] = {"responder-internal-error",
                                         "the responder has an internal error"},
    [REASON_RESPONDER_TRY_LATER] = {"responder-try-later",
                                    "the responder cannot answer at the moment"},
    [REASON_RESPONDER_SIG_REQUIRED] = {"responder-sig-required",
                                       "the responder wants the request to be signed"},
    [REASON_RESPONDER_UNAUTHORIZED] = {"responder-unauthorized",
                                       "the responder does not answer for this certificate"},
    [REASON_CRL_MALFORMED] = {"crl-malformed", "the answer is no well-formed CRL"},
    [REASON_CRL_ISSUER] = {"crl-issuer", "the CRL is by another issuer"},
    [REASON_CRL_INDIRECT] = {"crl-indirect", "the CRL speaks for other issuers"},
    [REASON_CRL_SCOPE] = {"crl-scope", "the CRL is not about certificates of this kind"},
    [REASON_CRL_DELTA] = {"crl-delta", "the CRL holds changes alone"},
    [REASON_CRITICAL_EXTENSION] = {"critical-extension",
                                   "the answer has a critical extension that is not known"},

    [REASON_SIGNER_NOT_FOUND] = {"signer-not-found",
                                 "the certificate of whoever signed the answer is not at hand"},
    [REASON_SIGNER_NOT_AUTHORIZED] = {"signer-not-authorized",
                                      "whoever signed the answer may not speak for the issuer"},
    [REASON_SIGNER_EXPIRED] = {"signer-expired", "the signer's certificate is not valid"},
    [REASON_SIGNER_CRITICAL_EXTENSION] =
        {"signer-critical-extension",
         "the signer's certificate has a critical extension that is not known"},
    [REASON_SIGNER_KEY_USAGE] = {"signer-key-usage", "the signer's key is not one for signing"},
    [REASON_SIGNER_REVOKED] = {"signer-revoked", "the signer's certificate is revoked"},
    [REASON_SIGNER_UNCHECKED] = {"signer-unchecked",
                                 "nothing says whether the signer's certificate is revoked"},
    [REASON_CRL_SIGNER] = {"crl-signer", "the issuer's key is not one for signing CRLs"},
    [REASON_SIGNATURE_WEAK] = {"signature-weak",
                               "the signature could be made by others, with today's means"},
    [REASON_SIGNATURE_UNSUPPORTED] = {"signature-unsupported",
                                      "the signature's algorithm or the key is not known here"},
    [REASON_SIGNATURE_INVALID] = {"signature-invalid", "the signature is not the signer's"},

    [REASON_NONCE_DIFFERS] = {"nonce-differs", "the answer is to another request"},
    [REASON_NONCE_MISSING] = {"nonce-missing", "the answer has no nonce"},
    [REASON_CERTIFICATE_NOT_COVERED] = {"certificate-not-covered",
                                        "the answer is not about this certificate"},

    [REASON_THIS_UPDATE_FUTURE] = {"this-update-future", "the answer is from the future"},
    [REASON_NEXT_UPDATE_PAST] = {"next-update-past", "the answer is out of date"},
    [REASON_NEXT_UPDATE_MISSING] = {"next-update-missing",
                                    "the answer does not say how long it holds"},
    [REASON_WINDOW_INVERTED] = {"window-inverted", "the answer ends before it begins"},
    [REASON_TOO_OLD] = {"too-old", "the answer is older than is accepted"},
    [REASON_ENDS_SOON] = {"ends-soon", "it will soon be out of date"},
    [REASON_CERTIFICATE_NOT_YET_VALID] = {"certificate-not-yet-valid",
                                          "the certificate is not yet valid"},
    [REASON_CERTIFICATE_EXPIRED] = {"certificate-expired", "the certificate has expired"},

    [REASON_REVOKED] = {"revoked", "the certificate is revoked"},
    [REASON_STATUS_UNKNOWN] = {"status-unknown", "the responder does not know the certificate"},

    [REASON_NO_REVOCATION_INFORMATION] = {"no-revocation-information",
                                          "nothing is known of whether it is revoked"},
    [REASON_NO_REVOCATION_BY_DESIGN] = {"no-revocation-by-design",
                                        "the certificate is one that is never revoked"},
    [REASON_NETWORK_FAILURE] = {"network-failure", "no answer came"},
    [REASON_ISSUER_NOT_FOUND] = {"issuer-not-found",
                                 "no certificate at hand has a key that verifies it"},
};

const char *reason_word(enum reason reason)
{
    return rows[reason].word;
}

const char *reason_text(enum reason reason)
{
    return rows[reason].text;
}

enum reason reason_of_response_status(enum ocsp_response_status status)
{
    static const enum reason reasons[] = {
        [OCSP_SUCCESSFUL] = REASON_NONE,
        [OCSP_MALFORMED_REQUEST] = REASON_RESPONDER_MALFORMED_REQUEST,
        [OCSP_INTERNAL_ERROR] = REASON_RESPONDER_INTERNAL_ERROR,
        [OCSP_TRY_LATER] = REASON_RESPONDER_TRY_LATER,
        [OCSP_SIG_REQUIRED] = REASON_RESPONDER_SIG_REQUIRED,
        [OCSP_UNAUTHORIZED] = REASON_RESPONDER_UNAUTHORIZED,
    };

    return reasons[status];
}
