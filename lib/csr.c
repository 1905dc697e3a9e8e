/* SPDX-License-Identifier: Apache-2.0 */
#include "csr.h"

#include "buffer.h"
#include "extension-value.h"
#include "name.h"
#include "string-type.h"

static bool parse_version(struct der *d, uint32_t *version, struct error *e)
{
    size_t offset = der_offset(d);

    if (!der_read_number(d, DER_INTEGER, version, e))
        return false;
    return *version == 0 ||
           error_at(e, ERROR_DER, offset, "expected version 0 (v1), found %u", (unsigned)*version);
}

enum csr_attribute_type csr_attribute_type(struct slice type)
{
    static const struct {
        struct slice oid;
        enum csr_attribute_type type;
    } known[] = {
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x0E"), CSR_EXTENSION_REQUEST},
        {SLICE_CONST("\x2B\x06\x01\x04\x01\x82\x37\x02\x01\x0E"), CSR_EXTENSION_REQUEST},
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x07"), CSR_CHALLENGE_PASSWORD},
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x02"), CSR_UNSTRUCTURED_NAME},
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x08"), CSR_UNSTRUCTURED_ADDRESS},
    };

    for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
        if (slice_equal(known[i].oid, type))
            return known[i].type;
    }
    return CSR_ATTRIBUTE_OTHER;
}

/* `d` stands at the first value. */
static bool check_extensions(struct der *d, struct error *e)
{
    struct extensions extensions;

    return extensions_parse(d, &extensions, e) && extensions_check(d, &extensions, e);
}

/* A DirectoryString, or an IA5String as well (RFC 2985 5.4.3: PKCS9String). */
static bool check_string(struct der *d, struct error *e)
{
    size_t offset = der_offset(d);
    struct slice text;
    uint8_t tag;

    if (!der_read_any(d, &tag, &text, e))
        return false;
    if (!string_type_is_known(tag))
        return error_at(e, ERROR_DER, offset, "expected a string of characters, found 0x%02X", tag);
    string_check(d, tag, text);
    return true;
}

static bool check_values(struct der *d, enum csr_attribute_type type, struct error *e)
{
    for (size_t i = 0; !der_at_end(d); i++) {
        if (!(type == CSR_EXTENSION_REQUEST ? check_extensions : check_string)(d, e))
            return error_in(e, "[%zu]", i);
        if (type <= CSR_CHALLENGE_PASSWORD && !der_end(d, e))
            return false;
    }
    return true;
}

static bool check_attributes(const struct der *outer, const struct attributes *attributes,
                             struct error *e)
{
    struct slice rest = attributes->list;
    struct attribute attribute;

    for (size_t i = 0; attributes_next(&rest, &attribute); i++) {
        enum csr_attribute_type type = csr_attribute_type(attribute.type);
        struct der values = der_within(outer, attribute.values);

        if (type != CSR_ATTRIBUTE_OTHER && !check_values(&values, type, e)) {
            (void)error_in(e, "values");
            return error_in(e, "[%zu]", i);
        }
    }
    return true;
}

static bool parse_certification_request_info(struct der *d, struct csr *csr, struct error *e)
{
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    csr->certification_request_info = slice_of(start, (size_t)(d->at - start));
    if (!parse_version(&inside, &csr->version, e))
        return error_in(e, "version");
    if (!name_parse(&inside, &csr->subject, e))
        return error_in(e, "subject");
    if (!subject_public_key_info_parse(&inside, &csr->subject_pk_info, e))
        return error_in(e, "subjectPKInfo");
    if (!attributes_parse(&inside, DER_CONTEXT(0), &csr->attributes, e) ||
        !check_attributes(&inside, &csr->attributes, e))
        return error_in(e, "attributes");
    return der_end(&inside, e);
}

static bool parse_signed(struct der *d, struct csr *csr, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_certification_request_info(&inside, csr, e))
        return error_in(e, "certificationRequestInfo");
    if (!algorithm_parse_signature(&inside, &csr->signature_algorithm, e))
        return error_in(e, "signatureAlgorithm");
    if (!der_read_octets_in_bits(&inside, &csr->signature, e))
        return error_in(e, "signature");
    return der_end(&inside, e) && der_end(d, e);
}

bool csr_parse(struct slice der, struct csr *csr, struct error *e)
{
    struct der d = der_over(der, &csr->departures);

    csr->der = der;
    csr->departures = 0;
    if (der.len > LIMIT_OBJECT)
        return error_at(e, ERROR_LIMIT, 0,
                        "expected a certificate request of at most %zu bytes, found %zu",
                        LIMIT_OBJECT, der.len);
    return parse_signed(&d, csr, e);
}

struct extensions csr_requested_extensions(const struct attribute *attribute)
{
    struct extensions extensions = {SLICE_NONE, 0};
    departure_set known = 0;
    struct der d = der_over(attribute->values, &known);

    (void)(extensions_parse(&d, &extensions, NULL) || error_in(NULL, "values"));
    return extensions;
}
