/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Certificate ::= SEQUENCE {                                  -- RFC 5280 4.1
 *     tbsCertificate      TBSCertificate,
 *     signatureAlgorithm  AlgorithmIdentifier,
 *     signatureValue      BIT STRING }
 * TBSCertificate ::= SEQUENCE {
 *     version               [0] EXPLICIT Version DEFAULT v1,
 *     serialNumber          CertificateSerialNumber,
 *     signature             AlgorithmIdentifier,
 *     issuer                Name,
 *     validity              Validity,
 *     subject               Name,
 *     subjectPublicKeyInfo  SubjectPublicKeyInfo,
 *     issuerUniqueID        [1] IMPLICIT UniqueIdentifier OPTIONAL, -- v2 or v3
 *     subjectUniqueID       [2] IMPLICIT UniqueIdentifier OPTIONAL, -- v2 or v3
 *     extensions            [3] EXPLICIT Extensions OPTIONAL }      -- v3
 *
 * Says that it is well-formed, down to the values of the extensions that are known. Nothing else:
 * no signature, no time, no purpose is checked.
 */
#ifndef OCSPKIT_CERT_H
#define OCSPKIT_CERT_H

#include "algorithm.h"
#include "extension.h"
#include "public-key.h"

enum cert_version {
    CERT_V1,
    CERT_V2,
    CERT_V3,
};

/* Validity ::= SEQUENCE { notBefore Time, notAfter Time }, in seconds since 1970 UTC; both ends are
 * part of it. */
struct validity {
    int64_t not_before;
    int64_t not_after;
};

struct cert {
    struct slice der;             /* the whole certificate, which a fingerprint hashes */
    struct slice tbs_certificate; /* the whole element: the signed bytes */
    uint32_t version;             /* enum cert_version */
    struct slice serial_number;   /* contents octets */
    struct algorithm signature;
    struct slice issuer; /* the whole Name */
    struct validity validity;
    struct slice subject; /* the whole Name, which an issuerNameHash hashes */
    struct subject_public_key_info subject_public_key_info;
    struct slice issuer_unique_id;  /* the octets of the BIT STRING; SLICE_NONE where absent */
    struct slice subject_unique_id; /* the same */
    struct extensions extensions;
    struct algorithm signature_algorithm; /* the same as `signature`, RFC 5280 4.1.1.2 */
    struct slice signature_value;
    departure_set departures;
};

/*
 * One whole certificate of at most LIMIT_CERTIFICATE bytes, nothing behind it. The views are valid
 * as long as `der` is. Errors: ERROR_DER with path and byte, ERROR_LIMIT.
 */
bool cert_parse(struct slice der, struct cert *cert, struct error *e) MUST_USE;

/*
 * The same of the certificate that comes next in an object around it: offsets count from that
 * object's start, and departures are added to its set too.
 */
bool cert_parse_within(struct der *d, struct cert *cert, struct error *e) MUST_USE;

/* certs_parse_optional() where the tag came next, with a cursor over what is in it. */
bool certs_parse_all(struct der *explicit, struct slice *certs, size_t *count,
                     struct error *e) MUST_USE NOINLINE;

/*
 * certs [tag] EXPLICIT SEQUENCE OF Certificate OPTIONAL (RFC 6960 4.1.1, 4.2.1): the contents of
 * the SEQUENCE OF, each of them parsed, and their count; SLICE_NONE and 0 where the tag does not
 * come next.
 */
static inline bool certs_parse_optional(struct der *d, uint8_t tag, struct slice *certs,
                                        size_t *count, struct error *e)
{
    struct der explicit;

    *certs = SLICE_NONE;
    *count = 0;
    if (!der_next_is(d, tag))
        return true;
    return der_enter(d, tag, &explicit, e) && certs_parse_all(&explicit, certs, count, e);
}

/* Takes the first certificate from the front of *certs; false at its end. Only after a parse. */
bool certs_next(struct slice *certs, struct cert *cert);

/* Whether the certificate says of itself that it is a CA: basicConstraints with cA TRUE (RFC
 * 5280 4.2.1.9). */
bool cert_is_ca(const struct cert *cert);

/* Its subjectKeyIdentifier (RFC 5280 4.2.1.2), and the keyIdentifier of its authority (RFC
 * 5280 4.2.1.1); SLICE_NONE where there is none. */
struct slice cert_subject_key_identifier(const struct cert *cert);
struct slice cert_authority_key_identifier(const struct cert *cert);

/* Its keyUsage, a mask of enum key_usage (RFC 5280 4.2.1.3); false where there is none. */
bool cert_key_usage(const struct cert *cert, uint32_t *bits);

#endif
