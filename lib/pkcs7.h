/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ContentInfo ::= SEQUENCE {                                  -- RFC 2315 7, RFC 5652 3
 *     contentType  OBJECT IDENTIFIER,
 *     content      [0] EXPLICIT ANY DEFINED BY contentType }
 * SignedData ::= SEQUENCE {                                   -- RFC 2315 9.1, RFC 5652 5.1
 *     version           INTEGER,
 *     digestAlgorithms  SET OF AlgorithmIdentifier,
 *     encapContentInfo  EncapsulatedContentInfo,
 *     certificates      [0] IMPLICIT SET OF CertificateChoices OPTIONAL,
 *     crls              [1] IMPLICIT SET OF RevocationInfoChoice OPTIONAL,
 *     signerInfos       SET OF SignerInfo }
 *
 * A bundle: SignedData for the certificates and CRLs in it, whether anything is signed or not. Of
 * the choices a Certificate, a CertificateList and an OCSP response (RFC 5940 2.1) are read.
 *
 * The bundle is checked to its last byte, except for the objects in it, which their own parsers
 * check, and the values of the signers' attributes. No signature is verified.
 */
#ifndef OCSPKIT_PKCS7_H
#define OCSPKIT_PKCS7_H

#include "der.h"
#include "object.h"

struct pkcs7 {
    uint32_t version;
    struct slice certificates; /* the contents of the SET OF; SLICE_NONE where absent */
    struct slice crls;         /* the same */
    departure_set departures;
};

/*
 * One whole bundle of at most LIMIT_OBJECT bytes, nothing behind it, with at least one object in
 * it. Errors: ERROR_DER with path and byte, ERROR_LIMIT, ERROR_CONTENT where it holds no object.
 */
bool pkcs7_parse(struct slice der, struct pkcs7 *bundle, struct error *e) MUST_USE;

/*
 * Takes the first object from the front: the certificates, then the CRLs, in the order of the
 * encoding. *kind is that of the place where it stands. False at the end. Only after a parse.
 */
bool pkcs7_next(struct pkcs7 *rest, enum object_kind *kind, struct slice *object);

#endif
