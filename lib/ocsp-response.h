/* SPDX-License-Identifier: Apache-2.0 */
/*
 * OCSPResponse ::= SEQUENCE {                      -- RFC 6960 4.2.1
 *     responseStatus  OCSPResponseStatus,
 *     responseBytes   [0] EXPLICIT ResponseBytes OPTIONAL }
 * ResponseBytes ::= SEQUENCE {
 *     responseType    OBJECT IDENTIFIER,
 *     response        OCTET STRING }               -- the DER of a BasicOCSPResponse
 *
 * Views into the response's bytes, valid as long as those. Nothing is judged: no signature is
 * verified, no time compared, no hash looked at for its length; a "good" read here proves nothing.
 */
#ifndef OCSPKIT_OCSP_RESPONSE_H
#define OCSPKIT_OCSP_RESPONSE_H

#include "cert-id.h"
#include "cert.h"
#include "crl-reason.h"
#include "extension.h"

/* OCSPResponseStatus ::= ENUMERATED; 4 is not used. Says nothing of a certificate. */
enum ocsp_response_status {
    OCSP_SUCCESSFUL = 0,
    OCSP_MALFORMED_REQUEST = 1,
    OCSP_INTERNAL_ERROR = 2,
    OCSP_TRY_LATER = 3,
    OCSP_SIG_REQUIRED = 5,
    OCSP_UNAUTHORIZED = 6,
};

/* CertStatus ::= CHOICE. "good" means only: not revoked. */
enum cert_status {
    CERT_STATUS_GOOD,    /* [0] IMPLICIT NULL */
    CERT_STATUS_REVOKED, /* [1] IMPLICIT RevokedInfo */
    CERT_STATUS_UNKNOWN, /* [2] IMPLICIT UnknownInfo ::= NULL */
};

/*
 * ResponderID ::= CHOICE {
 *     byName  [1] Name,
 *     byKey   [2] KeyHash }          -- SHA-1 of the responder's key, as issuerKeyHash
 *
 * One of the two; the other is SLICE_NONE.
 */
struct responder_id {
    struct slice by_name; /* the whole Name element */
    struct slice by_key;  /* the octets */
};

/*
 * RevokedInfo ::= SEQUENCE {
 *     revocationTime    GeneralizedTime,
 *     revocationReason  [0] EXPLICIT CRLReason OPTIONAL }
 */
struct revoked_info {
    int64_t revocation_time; /* seconds since 1970 UTC */
    bool has_revocation_reason;
    enum crl_reason revocation_reason;
};

/*
 * SingleResponse ::= SEQUENCE {
 *     certID            CertID,
 *     certStatus        CertStatus,
 *     thisUpdate        GeneralizedTime,
 *     nextUpdate        [0] EXPLICIT GeneralizedTime OPTIONAL,
 *     singleExtensions  [1] EXPLICIT Extensions OPTIONAL }
 */
struct single_response {
    struct cert_id cert_id;
    enum cert_status cert_status;
    struct revoked_info revoked; /* where cert_status is CERT_STATUS_REVOKED */
    int64_t this_update;         /* seconds since 1970 UTC */
    bool has_next_update;
    int64_t next_update;
    struct extensions single_extensions;
};

/*
 * ResponseData ::= SEQUENCE {
 *     version             [0] EXPLICIT Version DEFAULT v1,
 *     responderID         ResponderID,
 *     producedAt          GeneralizedTime,
 *     responses           SEQUENCE OF SingleResponse,
 *     responseExtensions  [1] EXPLICIT Extensions OPTIONAL }
 */
struct response_data {
    uint32_t version; /* 0, which is v1 */
    struct responder_id responder_id;
    int64_t produced_at;    /* seconds since 1970 UTC */
    struct slice responses; /* the contents of the SEQUENCE OF; see single_response_next() */
    size_t response_count;  /* at least 1 */
    struct single_response first_response; /* most have no other */
    struct slice other_responses;          /* the rest of `responses` */
    struct extensions response_extensions;
};

/*
 * BasicOCSPResponse ::= SEQUENCE {
 *     tbsResponseData     ResponseData,
 *     signatureAlgorithm  AlgorithmIdentifier,
 *     signature           BIT STRING,
 *     certs               [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL }
 */
struct basic_ocsp_response {
    struct slice tbs_response_data; /* the whole element: the signed bytes */
    struct response_data response_data;
    struct algorithm signature_algorithm;
    struct slice signature; /* the octets in the BIT STRING */
    struct slice certs;     /* the contents of the SEQUENCE OF; see ocsp_response_cert_next() */
    size_t cert_count;
};

struct ocsp_response {
    enum ocsp_response_status response_status;
    bool has_response_bytes;
    struct slice response_type;       /* the OID's contents octets */
    struct slice response;            /* what is in the OCTET STRING */
    bool is_basic;                    /* response_type is id-pkix-ocsp-basic */
    struct basic_ocsp_response basic; /* else zero: no responses, no certificates */
    departure_set departures;         /* also of the embedded certificates */
};

/*
 * One whole OCSPResponse of at most LIMIT_OCSP bytes, every SingleResponse, extension and embedded
 * certificate of it. Refused: `successful` without responseBytes, a version other than v1, an empty
 * list of responses. A response of another type than id-pkix-ocsp-basic is not looked into.
 * Departures: v1 written out, a body with a status that is not `successful`. Errors name the path
 * from responseStatus or responseBytes on, and the byte.
 */
bool ocsp_response_parse(struct slice der, struct ocsp_response *response,
                         struct error *e) MUST_USE;

/* Takes the first SingleResponse from the front of *responses; false at its end. Only on the list
 * of a parsed response. */
bool single_response_next(struct slice *responses, struct single_response *single);

/* The RFC's word: "successful", "malformedRequest", ...; "good", "revoked", "unknown". */
const char *ocsp_response_status_word(enum ocsp_response_status status);
const char *cert_status_word(enum cert_status status);

#endif
