/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CertificateList ::= SEQUENCE {                              -- RFC 5280 5.1
 *     tbsCertList         TBSCertList,
 *     signatureAlgorithm  AlgorithmIdentifier,
 *     signatureValue      BIT STRING }
 * TBSCertList ::= SEQUENCE {
 *     version              Version OPTIONAL,      -- if present, v2
 *     signature            AlgorithmIdentifier,
 *     issuer               Name,
 *     thisUpdate           Time,
 *     nextUpdate           Time OPTIONAL,
 *     revokedCertificates  SEQUENCE OF SEQUENCE {
 *         userCertificate     CertificateSerialNumber,
 *         revocationDate      Time,
 *         crlEntryExtensions  Extensions OPTIONAL } OPTIONAL,  -- v2
 *     crlExtensions        [0] EXPLICIT Extensions OPTIONAL }  -- v2
 *
 * Says that it is well-formed, down to the values of the extensions of each entry, in one pass that
 * stores nothing. Nothing else: no signature, no time, no scope is checked, and that a certificate
 * is not listed says nothing by itself.
 */
#ifndef OCSPKIT_CRL_H
#define OCSPKIT_CRL_H

#include "algorithm.h"
#include "extension.h"

enum crl_version {
    CRL_V1,
    CRL_V2,
};

struct crl {
    struct slice der;           /* the whole CRL */
    struct slice tbs_cert_list; /* the whole element: the signed bytes */
    uint32_t version;           /* enum crl_version */
    struct algorithm signature;
    struct slice issuer; /* the whole Name */
    int64_t this_update; /* seconds since 1970 UTC */
    bool has_next_update;
    int64_t next_update;
    struct slice
        revoked_certificates; /* the contents of the SEQUENCE OF; SLICE_NONE where absent */
    size_t revoked_count;
    struct extensions crl_extensions;
    struct algorithm signature_algorithm; /* the same as `signature`, RFC 5280 5.1.1.2 */
    struct slice signature_value;
    departure_set departures;
};

struct crl_entry {
    struct slice element;          /* the whole SEQUENCE */
    struct slice user_certificate; /* the serial number's contents octets */
    int64_t revocation_date;       /* seconds since 1970 UTC */
    struct extensions crl_entry_extensions;
};

/*
 * One whole CRL of at most LIMIT_CRL bytes, nothing behind it. The views are valid as long as `der`
 * is. Errors: ERROR_DER with path and byte, ERROR_LIMIT.
 */
bool crl_parse(struct slice der, struct crl *crl, struct error *e) MUST_USE;

/*
 * The same, with a call for each entry, in order, once that entry is known to be well-formed: what
 * stands behind it may not be. False: the parse ends there, with that error.
 */
typedef bool (*crl_each_entry)(void *context, const struct crl_entry *entry, struct error *e);
bool crl_parse_each(struct slice der, struct crl *crl, crl_each_entry each, void *context,
                    struct error *e) MUST_USE;

/* Takes the first entry from the front of *revoked_certificates; false at its end. Only after a
 * parse. */
bool crl_entry_next(struct slice *revoked_certificates, struct crl_entry *entry);

#endif
