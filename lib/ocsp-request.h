/* SPDX-License-Identifier: Apache-2.0 */
/*
 * OCSPRequest ::= SEQUENCE {                       -- RFC 6960 4.1.1
 *     tbsRequest         TBSRequest,
 *     optionalSignature  [0] EXPLICIT Signature OPTIONAL }
 * TBSRequest ::= SEQUENCE {
 *     version            [0] EXPLICIT Version DEFAULT v1,
 *     requestorName      [1] EXPLICIT GeneralName OPTIONAL,
 *     requestList        SEQUENCE OF Request,
 *     requestExtensions  [2] EXPLICIT Extensions OPTIONAL }
 * Request ::= SEQUENCE {
 *     reqCert                 CertID,
 *     singleRequestExtensions [0] EXPLICIT Extensions OPTIONAL }
 * Signature ::= SEQUENCE {
 *     signatureAlgorithm  AlgorithmIdentifier,
 *     signature           BIT STRING,
 *     certs               [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL }
 *
 * Views into the request's bytes, valid as long as those. Nothing is judged: no signature is
 * verified.
 */
#ifndef OCSPKIT_OCSP_REQUEST_H
#define OCSPKIT_OCSP_REQUEST_H

#include "cert-id.h"
#include "extension.h"

struct single_request {
    struct cert_id req_cert;
    struct extensions single_request_extensions;
};

struct request_signature {
    struct algorithm signature_algorithm;
    struct slice signature; /* the octets in the BIT STRING */
    struct slice certs;     /* the contents of the SEQUENCE OF, see certs_next() */
    size_t cert_count;
};

struct ocsp_request {
    struct slice tbs_request;    /* the whole element: what is signed */
    struct slice requestor_name; /* the GeneralName element; SLICE_NONE where absent */
    struct slice request_list;   /* the contents of the SEQUENCE OF; see ocsp_request_next() */
    size_t request_count;
    struct single_request first_request; /* nearly always the only one; where request_count > 0 */
    size_t first_request_len;
    struct extensions request_extensions;
    bool has_optional_signature;
    struct request_signature optional_signature;
    departure_set departures;
};

/*
 * One whole OCSPRequest of at most LIMIT_OCSP bytes; an empty requestList is read. Errors name the
 * path from tbsRequest or optionalSignature on, and the byte.
 */
bool ocsp_request_parse(struct slice der, struct ocsp_request *request, struct error *e) MUST_USE;

/*
 * Walks the list of a parsed request, *at being 0 at first: the Request at *at, which is moved
 * behind it; null at the end. It lies in *storage, or in the request itself.
 */
const struct single_request *ocsp_request_next(const struct ocsp_request *request, size_t *at,
                                               struct single_request *storage);

#endif
