/* SPDX-License-Identifier: Apache-2.0 */
#include "responder.h"

#include "buffer.h"
#include "digest.h"
#include "extension-value.h"
#include "name-match.h"
#include "window.h"

/* 1.3.6.1.5.5.7.3.9 */
static const struct slice id_kp_ocsp_signing = SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x03\x09");

/* What the certificate of a signer may hold as critical: these are looked at here, or say nothing
 * of what a response is worth. */
#define KNOWN_CRITICAL                                                                             \
    (EXTENSION_MASK(EXTENSION_KEY_USAGE) | EXTENSION_MASK(EXTENSION_EXT_KEY_USAGE) |               \
     EXTENSION_MASK(EXTENSION_BASIC_CONSTRAINTS) | EXTENSION_MASK(EXTENSION_SUBJECT_ALT_NAME) |    \
     EXTENSION_MASK(EXTENSION_CERTIFICATE_POLICIES) | EXTENSION_MASK(EXTENSION_NOCHECK) |          \
     EXTENSION_MASK(EXTENSION_AUTHORITY_KEY_IDENTIFIER) |                                          \
     EXTENSION_MASK(EXTENSION_SUBJECT_KEY_IDENTIFIER) |                                            \
     EXTENSION_MASK(EXTENSION_CRL_DISTRIBUTION_POINTS) |                                           \
     EXTENSION_MASK(EXTENSION_AUTHORITY_INFO_ACCESS))

const char *responder_kind_word(enum responder_kind kind)
{
    static const char *const words[] = {
        [RESPONDER_NONE] = NULL,
        [RESPONDER_ISSUER] = "issuer",
        [RESPONDER_TRUSTED] = "trusted",
        [RESPONDER_DELEGATED] = "delegated",
    };

    return words[kind];
}

/* --- finding */

bool responder_id_names(const struct responder_id *id, const struct cert *cert)
{
    uint8_t hash[DIGEST_MAX];

    if (id->by_key.data == NULL)
        return id->by_name.data != NULL && slice_equal(id->by_name, cert->subject);
    digest_compute(DIGEST_SHA1, cert->subject_public_key_info.subject_public_key, hash);
    return slice_equal(id->by_key, slice_of(hash, digest_size(DIGEST_SHA1)));
}

struct responder_search responder_search(const struct basic_ocsp_response *basic,
                                         const struct cert *issuer, const struct cert *trusted,
                                         size_t trusted_count)
{
    return (struct responder_search){
        .id = &basic->response_data.responder_id,
        .issuer = issuer,
        .trusted = trusted,
        .trusted_count = trusted_count,
        .embedded = basic->certs,
    };
}

static bool take(const struct responder_search *search, enum responder_kind kind,
                 const struct cert *cert, struct responder *responder)
{
    if (!responder_id_names(search->id, cert))
        return false;
    responder->kind = kind;
    if (&responder->cert != cert)
        responder->cert = *cert;
    return true;
}

static bool has_key_of(const struct cert *cert, const struct cert *issuer)
{
    return slice_equal(cert->subject_public_key_info.element,
                       issuer->subject_public_key_info.element);
}

bool responder_search_next(struct responder_search *search, struct responder *responder)
{
    if (search->looked_at == 0) {
        search->looked_at = 1;
        if (take(search, RESPONDER_ISSUER, search->issuer, responder))
            return true;
    }
    while (search->trusted_count > 0) {
        search->trusted_count--;
        if (take(search, RESPONDER_TRUSTED, search->trusted++, responder))
            return true;
    }
    while (search->looked_at <= LIMIT_SIGNERS && certs_next(&search->embedded, &responder->cert)) {
        search->looked_at++;
        if (take(search,
                 has_key_of(&responder->cert, search->issuer) ? RESPONDER_ISSUER
                                                              : RESPONDER_DELEGATED,
                 &responder->cert, responder))
            return true;
    }
    responder->kind = RESPONDER_NONE;
    return false;
}

/* --- checking */

void responder_check_issued(const struct responder *responder, const struct cert *issuer,
                            struct signers *signers, struct check *c)
{
    if (responder->kind != RESPONDER_DELEGATED) {
        check_pass(c);
        return;
    }
    if (!name_match(responder->cert.issuer, issuer->subject)) {
        check_fail(c, REASON_SIGNER_NOT_AUTHORIZED,
                   "expected the signer to be issued by the certificate's issuer, found another");
        return;
    }
    switch (
        signers_verify_cert(signers, issuer->subject_public_key_info.element, &responder->cert)) {
    case SIGNATURE_VALID:
        check_pass(c);
        return;
    case SIGNATURE_UNSUPPORTED:
        check_fail(
            c, REASON_SIGNER_NOT_AUTHORIZED,
            "the signature of the signer's certificate is of an algorithm that is not known");
        return;
    case SIGNATURE_INVALID:
        break;
    }
    check_fail(c, REASON_SIGNER_NOT_AUTHORIZED,
               "the issuer's key does not verify the signer's certificate");
}

static bool has_purpose(const struct cert *cert)
{
    departure_set known;
    struct slice list;
    struct slice oid;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_EXT_KEY_USAGE, &known, &d))
        return false;
    if (!oids_parse(&d, &list, NULL))
        return false;
    while (oids_next(&list, &oid)) {
        if (slice_equal(oid, id_kp_ocsp_signing))
            return true;
    }
    return false;
}

void responder_check_purpose(const struct responder *responder, struct check *c)
{
    if (responder->kind == RESPONDER_ISSUER)
        check_skip(c, "the issuer's own key");
    else if (responder->kind == RESPONDER_TRUSTED)
        check_skip(c, "trusted by hand");
    else if (has_purpose(&responder->cert))
        check_pass(c);
    else
        check_fail(c, REASON_SIGNER_NOT_AUTHORIZED,
                   "expected id-kp-OCSPSigning in the signer's extKeyUsage, found none");
}

/* True where there is no keyUsage. */
static bool may_sign(const struct cert *cert)
{
    uint32_t bits;

    return !cert_key_usage(cert, &bits) ||
           (bits & (KEY_USAGE_DIGITAL_SIGNATURE | KEY_USAGE_NON_REPUDIATION)) != 0;
}

void responder_check_cert(const struct responder *responder, int64_t at, struct check *c)
{
    const struct cert *cert = &responder->cert;
    struct window window = {WINDOW_VALIDITY, cert->validity.not_before, true,
                            cert->validity.not_after};
    struct window_policy policy = {.skew = 0};
    enum window_reason reason = window_judge(&window, at, &policy).reason;
    char text[WINDOW_TEXT_MAX];
    struct extension extension;

    if (responder->kind == RESPONDER_ISSUER)
        check_skip(c, "the issuer's own key");
    else if (reason != WINDOW_MET)
        check_fail(c, REASON_SIGNER_EXPIRED, "of the signer's certificate, %s",
                   window_explain(&window, reason, at, &policy, text));
    else if (extensions_find_critical(&cert->extensions, KNOWN_CRITICAL, &extension))
        check_fail(c, REASON_SIGNER_CRITICAL_EXTENSION,
                   "the signer's certificate has a critical extension that is not known");
    else if (!may_sign(cert))
        check_fail(c, REASON_SIGNER_KEY_USAGE,
                   "expected digitalSignature or nonRepudiation in the signer's keyUsage, found "
                   "neither");
    else
        check_pass(c);
}

bool responder_has_nocheck(const struct responder *responder)
{
    struct extension extension;

    return extensions_find_type(&responder->cert.extensions, EXTENSION_NOCHECK, &extension);
}
