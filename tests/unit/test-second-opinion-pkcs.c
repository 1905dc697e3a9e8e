/* SPDX-License-Identifier: Apache-2.0 */
/*
 * As test-second-opinion, for certification requests, PKCS#7 bundles and public keys.
 */
#include "csr.h"
#include "pkcs7.h"
#include "second-opinion.h"

static void compare_attributes(struct opinion *o, struct attributes attributes)
{
    struct slice rest = attributes.list;
    struct attribute attribute;

    same_count(o, "attributes", attributes.count);
    for (size_t i = 1; attributes_next(&rest, &attribute); i++) {
        size_t before = enter(o, "attributes", i);
        struct attribute_value have;

        same_oid(o, "type", attribute.type);
        same_count(o, "values", attribute.value_count);
        for (size_t j = 1; attribute_values_next(&attribute.values, &have); j++) {
            size_t outside = enter(o, "values", j);

            same_octets(o, "", have.element);
            leave(o, outside);
        }
        leave(o, before);
    }
}

static bool compare_csr(struct slice der)
{
    struct csr csr;
    struct opinion o;
    struct error e = {0};

    if (!csr_parse(der, &csr, &e))
        return say_refused(&e);
    if (opinion_load(&o, pkix, "PKIX1.CertificationRequest", der)) {
        size_t before = enter(&o, "certificationRequestInfo", 0);

        same_number(&o, "version", csr.version);
        same_element(&o, "subject", csr.subject);
        same_element(&o, "subjectPKInfo", csr.subject_pk_info.element);
        compare_attributes(&o, csr.attributes);
        leave(&o, before);
        same_element(&o, "certificationRequestInfo", csr.certification_request_info);
        same_algorithm(&o, "signatureAlgorithm", &csr.signature_algorithm);
        same_bits(&o, "signature", csr.signature);
    }
    opinion_free(&o);
    return o.agrees;
}

static void compare_objects(struct opinion *o, struct pkcs7 rest)
{
    size_t certificates = 0;
    size_t crls = 0;
    enum object_kind kind;
    struct slice element;

    while (pkcs7_next(&rest, &kind, &element)) {
        bool is_crl = kind == OBJECT_CRL;
        size_t before =
            is_crl ? enter(o, "crls", ++crls) : enter(o, "certificates", ++certificates);

        same_octets(o, "", element);
        leave(o, before);
    }
    same_count(o, "certificates", certificates);
    same_count(o, "crls", crls);
}

/* The SignedData is looked at where the ContentInfo has it. */
static bool compare_pkcs7(struct slice der)
{
    struct pkcs7 bundle;
    struct opinion o;
    struct opinion inner;
    struct error e = {0};
    int len;

    if (!pkcs7_parse(der, &bundle, &e))
        return say_refused(&e);
    if (!opinion_load(&o, pkix, "PKIX1.ContentInfo", der))
        return false;
    same_word(&o, "contentType", "1.2.840.113549.1.7.2");
    agree(&o, read_value(&o, "content", &len), "content");
    opinion_free(&o);
    if (o.agrees && opinion_load(&inner, pkix, "PKIX1.SignedData", slice_of(value, (size_t)len))) {
        same_number(&inner, "version", bundle.version);
        compare_objects(&inner, bundle);
        opinion_free(&inner);
        return inner.agrees;
    }
    return false;
}

static bool compare_public_key(struct slice der)
{
    struct subject_public_key_info info;
    departure_set departures;
    struct opinion o;
    struct error e = {0};

    if (object_identify(der) == OBJECT_RSA_PUBLIC_KEY)
        return public_key_parse_rsa(der, &info, &departures, &e); /* of two numbers */
    if (!public_key_parse(der, &info, &departures, &e))
        return say_refused(&e);
    if (opinion_load(&o, pkix, "PKIX1.SubjectPublicKeyInfo", der)) {
        same_algorithm(&o, "algorithm", &info.algorithm);
        same_bits(&o, "subjectPublicKey", info.subject_public_key);
    }
    opinion_free(&o);
    return o.agrees;
}

static const struct compared_kind kinds[] = {
    {"certificationRequest", compare_csr},
    {"pkcs7", compare_pkcs7},
    {"publicKey", compare_public_key},
};

int main(void)
{
    return compare_fixtures(kinds, ARRAY_SIZE(kinds));
}
