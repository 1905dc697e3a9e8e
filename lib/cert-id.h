/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CertID ::= SEQUENCE {                        -- RFC 6960 4.1.1
 *     hashAlgorithm   AlgorithmIdentifier,
 *     issuerNameHash  OCTET STRING,  -- of the issuer's DN, its DER
 *     issuerKeyHash   OCTET STRING,  -- of the issuer's key, the contents of its BIT STRING
 *     serialNumber    CertificateSerialNumber }
 *
 * Any hash algorithm is read, and hashes of any length: whether they fit is for whoever judges.
 */
#ifndef OCSPKIT_CERT_ID_H
#define OCSPKIT_CERT_ID_H

#include "algorithm.h"

struct cert_id {
    struct algorithm hash_algorithm;
    struct slice issuer_name_hash;
    struct slice issuer_key_hash;
    struct slice serial_number;
};

bool cert_id_parse(struct der *d, struct cert_id *cert_id, struct error *e) MUST_USE;

#endif
