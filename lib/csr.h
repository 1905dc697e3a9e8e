/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CertificationRequest ::= SEQUENCE {                         -- RFC 2986 4
 *     certificationRequestInfo  CertificationRequestInfo,
 *     signatureAlgorithm        AlgorithmIdentifier,
 *     signature                 BIT STRING }
 * CertificationRequestInfo ::= SEQUENCE {
 *     version        INTEGER { v1(0) },
 *     subject        Name,
 *     subjectPKInfo  SubjectPublicKeyInfo,
 *     attributes     [0] IMPLICIT Attributes }
 *
 * Says that it is well-formed, down to the values of the attributes that are known and of the
 * extensions in them. The signature is not verified.
 */
#ifndef OCSPKIT_CSR_H
#define OCSPKIT_CSR_H

#include "algorithm.h"
#include "attribute.h"
#include "extension.h"
#include "public-key.h"

struct csr {
    struct slice der;
    struct slice certification_request_info; /* the whole element: the signed bytes */
    uint32_t version;                        /* 0: v1 */
    struct slice subject;                    /* the whole Name */
    struct subject_public_key_info subject_pk_info;
    struct attributes attributes;
    struct algorithm signature_algorithm;
    struct slice signature;
    departure_set departures;
};

/*
 * One whole request of at most LIMIT_OBJECT bytes, nothing behind it. The views are valid as long
 * as `der` is. Errors: ERROR_DER with path and byte, ERROR_LIMIT.
 */
bool csr_parse(struct slice der, struct csr *csr, struct error *e) MUST_USE;

enum csr_attribute_type {
    CSR_ATTRIBUTE_OTHER,
    CSR_EXTENSION_REQUEST,    /* RFC 2985 5.4.2, and Microsoft's: one value, Extensions */
    CSR_CHALLENGE_PASSWORD,   /* RFC 2985 5.4.1: one value, a string */
    CSR_UNSTRUCTURED_NAME,    /* RFC 2985 5.4.3: strings */
    CSR_UNSTRUCTURED_ADDRESS, /* RFC 2985 5.4.5: strings */
};

enum csr_attribute_type csr_attribute_type(struct slice type);

/* The extensions that an attribute of type CSR_EXTENSION_REQUEST asks for. Only after a parse. */
struct extensions csr_requested_extensions(const struct attribute *attribute);

#endif
