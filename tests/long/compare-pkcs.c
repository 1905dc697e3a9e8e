/* SPDX-License-Identifier: Apache-2.0 */
/* Certificate requests, and PKCS#7 bundles. */
#include "compare-values.h"
#include "csr.h"
#include "divergence.h"
#include "pkcs7.h"

#include <openssl/pkcs7.h>

/* Each value's whole encoding, in their order. */
static void compare_attribute(const struct attribute *attribute, X509_ATTRIBUTE *other)
{
    struct slice values = attribute->values;
    struct attribute_value value;

    compare_oid(attribute->type, X509_ATTRIBUTE_get0_object(other), "attributes: type");
    if (!require_same((size_t)X509_ATTRIBUTE_count(other) == attribute->value_count,
                      "attributes: how many values"))
        return;
    for (int i = 0; attribute_values_next(&values, &value); i++) {
        unsigned char *der = NULL;
        int len = i2d_ASN1_TYPE(X509_ATTRIBUTE_get0_type(other, i), &der);

        (void)require_same(len > 0 && slice_equal(value.element, slice_of(der, (size_t)len)),
                           "attributes: value");
        OPENSSL_free(der);
    }
}

/* The attribute that libcrypto takes the extensions from: PKCS#9's rather than Microsoft's. */
static bool find_extension_request(const struct csr *csr, struct attribute *found)
{
    static const uint8_t pkcs9[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E};
    struct slice rest = csr->attributes.list;
    struct attribute attribute;
    bool has = false;

    while (attributes_next(&rest, &attribute)) {
        bool is_pkcs9 = slice_equal(attribute.type, slice_of(pkcs9, sizeof(pkcs9)));

        if (csr_attribute_type(attribute.type) != CSR_EXTENSION_REQUEST || (has && !is_pkcs9))
            continue;
        *found = attribute;
        has = true;
        if (is_pkcs9)
            return true;
    }
    return has;
}

static void compare_attributes(const struct csr *csr, X509_REQ *other)
{
    struct slice rest = csr->attributes.list;
    struct attribute attribute;

    if (!require_same((size_t)X509_REQ_get_attr_count(other) == csr->attributes.count,
                      "attributes: count"))
        return;
    for (int i = 0; attributes_next(&rest, &attribute); i++)
        compare_attribute(&attribute, X509_REQ_get_attr(other, i));
    if (find_extension_request(csr, &attribute)) {
        STACK_OF(X509_EXTENSION) *others = X509_REQ_get_extensions(other);
        struct extensions extensions = csr_requested_extensions(&attribute);

        compare_extensions(&extensions, others);
        sk_X509_EXTENSION_pop_free(others, X509_EXTENSION_free);
    }
}

static void compare_csr_values(const struct csr *csr, X509_REQ *other)
{
    const ASN1_BIT_STRING *signature;
    const X509_ALGOR *algorithm;

    (void)require_same(X509_REQ_get_version(other) == (long)csr->version, "version");
    compare_name(csr->subject, X509_REQ_get_subject_name(other), "subject");
    compare_key_values(&csr->subject_pk_info, X509_REQ_get_X509_PUBKEY(other),
                       X509_REQ_get0_pubkey(other));
    compare_attributes(csr, other);
    X509_REQ_get0_signature(other, &signature, &algorithm);
    compare_algorithm(&csr->signature_algorithm, algorithm, "signatureAlgorithm");
    compare_octets(csr->signature, signature, "signature");
}

enum reading compare_csr(struct slice der)
{
    const unsigned char *at = der.data;
    X509_REQ *other = d2i_X509_REQ(NULL, &at, (long)der.len);
    bool theirs = other != NULL && at == der.data + der.len;
    struct csr csr;
    bool ours = csr_parse(der, &csr, NULL);

    if (ours && theirs)
        compare_csr_values(&csr, other);
    else if (ours)
        compare_refused("whether it is a certificate request");
    X509_REQ_free(other);
    return reading_of(ours, theirs);
}

static void compare_crl_in(struct slice der, X509_CRL *other)
{
    unsigned char *again = NULL;
    int len = i2d_X509_CRL(other, &again);

    (void)require_same(len > 0 && slice_equal(der, slice_of(again, (size_t)len)), "crls: CRL");
    OPENSSL_free(again);
}

/* The certificates and CRLs in their order. */
static void compare_bundle_values(struct pkcs7 rest, const PKCS7 *other)
{
    enum object_kind kind;
    struct slice der;
    struct cert cert;
    int certs = 0;
    int crls = 0;

    while (pkcs7_next(&rest, &kind, &der)) {
        if (kind == OBJECT_CRL) {
            X509_CRL *crl = sk_X509_CRL_value(other->d.sign->crl, crls++);

            if (require_same(crl != NULL, "crls: count"))
                compare_crl_in(der, crl);
        } else {
            X509 *x509 = sk_X509_value(other->d.sign->cert, certs++);

            if (require_same(x509 != NULL, "certificates: count") && cert_parse(der, &cert, NULL))
                compare_cert_values(&cert, x509);
        }
    }
    (void)require_same(other->d.sign->cert == NULL || sk_X509_num(other->d.sign->cert) == certs,
                       "certificates: count");
    (void)require_same(other->d.sign->crl == NULL || sk_X509_CRL_num(other->d.sign->crl) == crls,
                       "crls: count");
}

/* What it holds may be broken for us, which is said where that is read; libcrypto reads all or
 * nothing. */
static bool holds_broken(struct pkcs7 rest)
{
    enum object_kind kind;
    struct slice der;

    while (pkcs7_next(&rest, &kind, &der)) {
        if ((kind == OBJECT_CRL ? compare_crl(der) : compare_cert(der)) < READ_BY_BOTH)
            return true;
    }
    return false;
}

/* Whether the signed content is other than data in an OCTET STRING, which libcrypto looks into. */
static bool holds_other_content(struct slice der)
{
    static const uint8_t data[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01};
    departure_set known = 0;
    struct der d = der_over(der, &known);
    struct der info, explicit, signed_data, content;
    struct slice octets;

    return der_enter(&d, DER_SEQUENCE, &info, NULL) && der_read_oid(&info, &octets, NULL) &&
           der_enter(&info, DER_CONTEXT(0), &explicit, NULL) &&
           der_enter(&explicit, DER_SEQUENCE, &signed_data, NULL) &&
           der_read_integer(&signed_data, &octets, NULL) &&
           der_read(&signed_data, DER_SET, &octets, NULL) &&
           der_enter(&signed_data, DER_SEQUENCE, &content, NULL) &&
           der_read_oid(&content, &octets, NULL) &&
           (!slice_equal(octets, slice_of(data, sizeof(data))) ||
            (der_enter(&content, DER_CONTEXT(0), &explicit, NULL) &&
             !der_next_is(&explicit, DER_OCTET_STRING)));
}

static void compare_refused_bundle(struct slice der, struct pkcs7 bundle)
{
    if (is_refused_string())
        return;
    if (holds_other_content(der))
        divergence_allow(DIVERGENCE_CONTENT);
    else if (!holds_broken(bundle))
        (void)require_same(false, "whether it is a PKCS#7 bundle");
}

enum reading compare_pkcs7(struct slice der)
{
    const unsigned char *at = der.data;
    PKCS7 *other = d2i_PKCS7(NULL, &at, (long)der.len);
    bool theirs = other != NULL && at == der.data + der.len && PKCS7_type_is_signed(other) &&
                  other->d.sign != NULL;
    struct pkcs7 bundle;
    bool ours = pkcs7_parse(der, &bundle, NULL);

    if (ours && theirs)
        compare_bundle_values(bundle, other);
    else if (ours)
        compare_refused_bundle(der, bundle);
    PKCS7_free(other);
    return reading_of(ours, theirs);
}
