/* SPDX-License-Identifier: Apache-2.0 */
#include "compare-values.h"
#include "divergence.h"

#include <openssl/evp.h>

void compare_key_values(const struct subject_public_key_info *info, X509_PUBKEY *other,
                        const EVP_PKEY *pkey)
{
    struct public_key key;
    ASN1_OBJECT *algorithm = NULL;
    const unsigned char *octets = NULL;
    int len = 0;

    (void)X509_PUBKEY_get0_param(&algorithm, &octets, &len, NULL, other);
    compare_oid(info->algorithm.algorithm, algorithm, "subjectPublicKeyInfo: algorithm");
    (void)require_same(slice_equal(info->subject_public_key, slice_of(octets, (size_t)len)),
                       "subjectPublicKey");
    public_key_look(info, &key);
    if (pkey == NULL || key.bits == 0) /* a curve whose size is not known here */
        return;
    if (EVP_PKEY_get_base_id(pkey) == EVP_PKEY_X25519 && EVP_PKEY_get_bits(pkey) == 253)
        divergence_allow(DIVERGENCE_X25519);
    else
        (void)require_same((unsigned)EVP_PKEY_get_bits(pkey) == key.bits, "bits of the key");
}

static void compare_unique_ids(const struct cert *cert, const X509 *other)
{
    const ASN1_BIT_STRING *issuer = NULL;
    const ASN1_BIT_STRING *subject = NULL;

    X509_get0_uids(other, &issuer, &subject);
    if (require_same((cert->issuer_unique_id.data != NULL) == (issuer != NULL), "issuerUniqueID") &&
        issuer != NULL)
        compare_octets(cert->issuer_unique_id, issuer, "issuerUniqueID");
    if (require_same((cert->subject_unique_id.data != NULL) == (subject != NULL),
                     "subjectUniqueID") &&
        subject != NULL)
        compare_octets(cert->subject_unique_id, subject, "subjectUniqueID");
}

void compare_cert_values(const struct cert *cert, X509 *other)
{
    const ASN1_BIT_STRING *signature;
    const X509_ALGOR *algorithm;

    (void)require_same(X509_get_version(other) == (long)cert->version, "version");
    compare_integer(cert->serial_number, X509_get0_serialNumber(other), "serialNumber");
    compare_algorithm(&cert->signature, X509_get0_tbs_sigalg(other), "signature");
    compare_name(cert->issuer, X509_get_issuer_name(other), "issuer");
    compare_time(cert->validity.not_before, X509_get0_notBefore(other), "notBefore");
    compare_time(cert->validity.not_after, X509_get0_notAfter(other), "notAfter");
    compare_name(cert->subject, X509_get_subject_name(other), "subject");
    compare_key_values(&cert->subject_public_key_info, X509_get_X509_PUBKEY(other),
                       X509_get0_pubkey(other));
    compare_unique_ids(cert, other);
    compare_extensions(&cert->extensions, X509_get0_extensions(other));
    X509_get0_signature(&signature, &algorithm, other);
    compare_algorithm(&cert->signature_algorithm, algorithm, "signatureAlgorithm");
    compare_octets(cert->signature_value, signature, "signatureValue");
}

enum reading compare_cert(struct slice der)
{
    const unsigned char *at = der.data;
    X509 *other = d2i_X509(NULL, &at, (long)der.len);
    bool theirs = other != NULL && at == der.data + der.len;
    struct cert cert;
    bool ours = cert_parse(der, &cert, NULL);

    if (ours && theirs)
        compare_cert_values(&cert, other);
    else if (ours)
        compare_refused("whether it is a certificate");
    X509_free(other);
    return reading_of(ours, theirs);
}
