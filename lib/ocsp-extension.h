/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The larger values of OCSP's own extensions (RFC 6960 4.4):
 *
 * CrlID ::= SEQUENCE {                                        -- 4.4.2
 *     crlUrl   [0] EXPLICIT IA5String OPTIONAL,
 *     crlNum   [1] EXPLICIT INTEGER OPTIONAL,
 *     crlTime  [2] EXPLICIT GeneralizedTime OPTIONAL }
 * ServiceLocator ::= SEQUENCE {                               -- 4.4.6
 *     issuer   Name,
 *     locator  AuthorityInfoAccessSyntax }     -- RFC 2560: OPTIONAL
 * PreferredSignatureAlgorithms ::= SEQUENCE OF SEQUENCE {     -- 4.4.7.1
 *     sigIdentifier        AlgorithmIdentifier,
 *     pubKeyAlgIdentifier  SMIMECapability OPTIONAL }
 *
 * An SMIMECapability (RFC 5751 2.5.2) is shaped as an AlgorithmIdentifier is.
 */
#ifndef OCSPKIT_OCSP_EXTENSION_H
#define OCSPKIT_OCSP_EXTENSION_H

#include "algorithm.h"

struct crl_id {
    struct slice crl_url; /* SLICE_NONE where absent */
    struct slice crl_num; /* contents octets; the same */
    bool has_crl_time;
    int64_t crl_time;
};

bool crl_id_parse(struct der *d, struct crl_id *id, struct error *e) MUST_USE;

struct service_locator {
    struct slice issuer;  /* the whole Name */
    struct slice locator; /* see access_descriptions_next(); SLICE_NONE where absent */
};

bool service_locator_parse(struct der *d, struct service_locator *locator,
                           struct error *e) MUST_USE;

struct preferred_signature_algorithm {
    struct algorithm sig_identifier;
    bool has_pub_key_alg_identifier;
    struct algorithm pub_key_alg_identifier;
};

/* The list, of which *list is the contents; everything in it is checked. */
bool preferred_signature_algorithms_parse(struct der *d, struct slice *list,
                                          struct error *e) MUST_USE;

/* Takes the first from the front of *list; false at its end. Only after a parse. */
bool preferred_signature_algorithms_next(struct slice *list,
                                         struct preferred_signature_algorithm *preferred);

#endif
