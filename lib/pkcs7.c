/* SPDX-License-Identifier: Apache-2.0 */
#include "pkcs7.h"

#include "algorithm.h"
#include "attribute.h"
#include "buffer.h"
#include "der-value.h"
#include "name.h"
#include "oid.h"

#define VERSION_MAX 5 /* RFC 5652 10.2.5 */

/* An element of a SET OF whose order is checked: from `start` to where `d` stands. */
static void check_order(const struct der *d, const uint8_t *start, struct slice *before)
{
    struct slice element = slice_of(start, (size_t)(d->at - start));

    if (!der_in_set_order(*before, element))
        der_depart(d, DEPARTURE_SET_ORDER);
    *before = element;
}

static bool parse_version(struct der *d, uint32_t *version, struct error *e)
{
    size_t offset = der_offset(d);

    if (!der_read_number(d, DER_INTEGER, version, e))
        return false;
    return *version <= VERSION_MAX ||
           error_at(e, ERROR_DER, offset, "expected a version of at most %d, found %u", VERSION_MAX,
                    (unsigned)*version);
}

static bool parse_digest_algorithms(struct der *d, struct error *e)
{
    struct slice before = SLICE_NONE;
    struct algorithm algorithm;
    struct der inside;

    if (!der_enter(d, DER_SET, &inside, e))
        return false;
    for (size_t i = 0; !der_at_end(&inside); i++) {
        const uint8_t *start = inside.at;

        if (!algorithm_parse(&inside, &algorithm, e))
            return error_in(e, "[%zu]", i);
        check_order(&inside, start, &before);
    }
    return true;
}

/* EncapsulatedContentInfo ::= SEQUENCE { eContentType OBJECT IDENTIFIER, eContent [0] EXPLICIT ANY
 * OPTIONAL } */
static bool parse_content(struct der *d, struct error *e)
{
    struct der inside;
    struct der explicit;
    struct slice contents;
    uint8_t tag;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &contents, e))
        return error_in(e, "eContentType");
    if (der_at_end(&inside))
        return true;
    if (!der_enter(&inside, DER_CONTEXT(0), &explicit, e) ||
        !der_read_value(&explicit, &tag, &contents, e) || !der_end(&explicit, e))
        return error_in(e, "eContent");
    return der_end(&inside, e);
}

static bool read_certificate(struct der *d, enum object_kind *kind, struct slice *object,
                             struct error *e)
{
    *kind = OBJECT_CERTIFICATE;
    return der_read_element(d, DER_SEQUENCE, object, e);
}

/* OtherRevocationInfoFormat ::= SEQUENCE { otherRevInfoFormat OBJECT IDENTIFIER, otherRevInfo ANY }
 */
static bool read_ocsp_response(struct der *d, struct slice *object, struct error *e)
{
    static const uint8_t id_ri_ocsp_response[] = {0x2B, 0x06, 0x01, 0x05,
                                                  0x05, 0x07, 0x10, 0x02}; /* RFC 5940 2.1 */
    struct slice format;
    struct der inside;
    size_t offset;

    if (!der_enter(d, DER_CONTEXT(1), &inside, e))
        return false;
    offset = der_offset(&inside);
    if (!der_read_oid(&inside, &format, e))
        return error_in(e, "otherRevInfoFormat");
    if (!slice_equal(format, slice_of(id_ri_ocsp_response, sizeof(id_ri_ocsp_response)))) {
        (void)error_at(e, ERROR_DER, offset, "expected id-ri-ocsp-response, found another format");
        return error_in(e, "otherRevInfoFormat");
    }
    if (!der_read_element(&inside, DER_SEQUENCE, object, e))
        return error_in(e, "otherRevInfo");
    return der_end(&inside, e);
}

/* RevocationInfoChoice ::= CHOICE { crl CertificateList, other [1] IMPLICIT
 * OtherRevocationInfoFormat } */
static bool read_crl(struct der *d, enum object_kind *kind, struct slice *object, struct error *e)
{
    *kind = OBJECT_CRL;
    if (!der_next_is(d, DER_CONTEXT(1)))
        return der_read_element(d, DER_SEQUENCE, object, e);
    *kind = OBJECT_OCSP_RESPONSE;
    return read_ocsp_response(d, object, e);
}

typedef bool (*read_choice)(struct der *d, enum object_kind *kind, struct slice *object,
                            struct error *e);

static bool parse_objects(struct der *d, uint8_t tag, read_choice read, struct slice *list,
                          struct error *e)
{
    struct slice before = SLICE_NONE;
    struct slice object;
    enum object_kind kind;
    struct der inside;

    *list = SLICE_NONE;
    if (!der_next_is(d, tag))
        return true;
    if (!der_read(d, tag, list, e))
        return false;
    inside = der_within(d, *list);
    for (size_t i = 0; !der_at_end(&inside); i++) {
        const uint8_t *start = inside.at;

        if (!read(&inside, &kind, &object, e))
            return error_in(e, "[%zu]", i);
        check_order(&inside, start, &before);
    }
    return true;
}

/* SignerIdentifier ::= CHOICE { issuerAndSerialNumber IssuerAndSerialNumber, subjectKeyIdentifier
 * [0] IMPLICIT OCTET STRING } */
static bool parse_signer_identifier(struct der *d, struct error *e)
{
    struct slice contents;
    struct der inside;

    if (der_next_is(d, DER_CONTEXT_PRIMITIVE(0)))
        return der_read(d, DER_CONTEXT_PRIMITIVE(0), &contents, e);
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!name_parse(&inside, &contents, e))
        return error_in(e, "issuer");
    if (!der_read_integer(&inside, &contents, e))
        return error_in(e, "serialNumber");
    return der_end(&inside, e);
}

static bool parse_attributes_optional(struct der *d, uint8_t tag, struct error *e)
{
    struct attributes attributes;

    return !der_next_is(d, tag) || attributes_parse(d, tag, &attributes, e);
}

/* SignerInfo ::= SEQUENCE { version, sid, digestAlgorithm, signedAttrs [0] OPTIONAL,
 * signatureAlgorithm, signature OCTET STRING, unsignedAttrs [1] OPTIONAL } */
static bool parse_signer_info(struct der *d, struct error *e)
{
    struct algorithm algorithm;
    struct slice signature;
    struct der inside;
    uint32_t version;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_version(&inside, &version, e))
        return error_in(e, "version");
    if (!parse_signer_identifier(&inside, e))
        return error_in(e, "sid");
    if (!algorithm_parse(&inside, &algorithm, e))
        return error_in(e, "digestAlgorithm");
    if (!parse_attributes_optional(&inside, DER_CONTEXT(0), e))
        return error_in(e, "signedAttrs");
    if (!algorithm_parse(&inside, &algorithm, e))
        return error_in(e, "signatureAlgorithm");
    if (!der_read(&inside, DER_OCTET_STRING, &signature, e))
        return error_in(e, "signature");
    if (!parse_attributes_optional(&inside, DER_CONTEXT(1), e))
        return error_in(e, "unsignedAttrs");
    return der_end(&inside, e);
}

static bool parse_signer_infos(struct der *d, struct error *e)
{
    struct slice before = SLICE_NONE;
    struct der inside;

    if (!der_enter(d, DER_SET, &inside, e))
        return false;
    for (size_t i = 0; !der_at_end(&inside); i++) {
        const uint8_t *start = inside.at;

        if (!parse_signer_info(&inside, e))
            return error_in(e, "[%zu]", i);
        check_order(&inside, start, &before);
    }
    return true;
}

static bool parse_signed_data(struct der *d, struct pkcs7 *bundle, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_version(&inside, &bundle->version, e))
        return error_in(e, "version");
    if (!parse_digest_algorithms(&inside, e))
        return error_in(e, "digestAlgorithms");
    if (!parse_content(&inside, e))
        return error_in(e, "encapContentInfo");
    if (!parse_objects(&inside, DER_CONTEXT(0), read_certificate, &bundle->certificates, e))
        return error_in(e, "certificates");
    if (!parse_objects(&inside, DER_CONTEXT(1), read_crl, &bundle->crls, e))
        return error_in(e, "crls");
    if (!parse_signer_infos(&inside, e))
        return error_in(e, "signerInfos");
    return der_end(&inside, e);
}

static bool parse_content_type(struct der *d, struct error *e)
{
    static const uint8_t signed_data[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02};
    size_t offset = der_offset(d);
    char dotted[OID_DOTTED_MAX] = "another";
    const struct oid *known;
    struct slice type;

    if (!der_read_oid(d, &type, e))
        return false;
    if (slice_equal(type, slice_of(signed_data, sizeof(signed_data))))
        return true;
    known = oid_find(type);
    if (known == NULL && !oid_to_dotted(type, dotted, NULL))
        dotted[0] = '\0';
    return error_at(e, ERROR_DER, offset, "expected id-signedData, found %.200s",
                    known != NULL ? known->name : dotted);
}

static bool parse_content_info(struct der *d, struct pkcs7 *bundle, struct error *e)
{
    struct der inside;
    struct der explicit;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_content_type(&inside, e))
        return error_in(e, "contentType");
    if (!der_enter(&inside, DER_CONTEXT(0), &explicit, e) ||
        !parse_signed_data(&explicit, bundle, e) || !der_end(&explicit, e))
        return error_in(e, "content");
    return der_end(&inside, e) && der_end(d, e);
}

/* What is out of order is the bundle, not what is in it. */
static void name_departures(departure_set *departures)
{
    if ((*departures & 1U << DEPARTURE_SET_ORDER) != 0)
        *departures ^= 1U << DEPARTURE_SET_ORDER | 1U << DEPARTURE_BUNDLE_ORDER;
}

bool pkcs7_parse(struct slice der, struct pkcs7 *bundle, struct error *e)
{
    struct der d = der_over(der, &bundle->departures);

    *bundle = (struct pkcs7){.version = 0};
    if (der.len > LIMIT_OBJECT)
        return error_at(e, ERROR_LIMIT, 0,
                        "expected a PKCS#7 bundle of at most %zu bytes, found %zu", LIMIT_OBJECT,
                        der.len);
    if (!parse_content_info(&d, bundle, e))
        return false;
    name_departures(&bundle->departures);
    if (bundle->certificates.len == 0 && bundle->crls.len == 0)
        return error_set(e, ERROR_CONTENT,
                         "expected certificates or CRLs in the PKCS#7 bundle, found none");
    return true;
}

bool pkcs7_next(struct pkcs7 *rest, enum object_kind *kind, struct slice *object)
{
    bool is_crl = rest->certificates.len == 0;
    struct slice *list = is_crl ? &rest->crls : &rest->certificates;
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !(is_crl ? read_crl : read_certificate)(&d, kind, object, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}
