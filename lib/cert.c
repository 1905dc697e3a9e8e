/* SPDX-License-Identifier: Apache-2.0 */
#include "cert.h"

#include "buffer.h"
#include "extension-value.h"
#include "name.h"
#include "serial-number.h"

/* A written v1 is the DEFAULT. */
static bool parse_version(struct der *d, uint32_t *version, struct error *e)
{
    struct der explicit;
    size_t offset = der_offset(d);

    *version = CERT_V1;
    if (!der_next_is(d, DER_CONTEXT(0)))
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &explicit, e) ||
        !der_read_number(&explicit, DER_INTEGER, version, e) || !der_end(&explicit, e))
        return false;
    if (*version > CERT_V3)
        return error_at(e, ERROR_DER, offset + 2, "expected version 0 (v1) to 2 (v3), found %u",
                        (unsigned)*version);
    if (*version == CERT_V1)
        der_depart(d, DEPARTURE_ENCODED_DEFAULT);
    return true;
}

static bool parse_validity(struct der *d, struct validity *validity, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_time(&inside, &validity->not_before, e))
        return error_in(e, "notBefore");
    if (!der_read_time(&inside, &validity->not_after, e))
        return error_in(e, "notAfter");
    return der_end(&inside, e);
}

static bool fail_version(const struct der *d, const char *what, const char *wanted,
                         uint32_t version, struct error *e)
{
    return error_at(e, ERROR_DER, der_offset(d),
                    "expected %s in a certificate of %s only, found v%u", what, wanted,
                    (unsigned)version + 1);
}

static bool parse_unique_id(struct der *d, uint8_t tag, uint32_t version, struct slice *id,
                            struct error *e)
{
    unsigned unused;

    *id = SLICE_NONE;
    if (!der_next_is(d, tag))
        return true;
    if (version == CERT_V1)
        return fail_version(d, "a unique identifier", "v2 or v3", version, e);
    return der_read_bit_string(d, tag, id, &unused, e);
}

static bool parse_extensions(struct der *d, struct cert *cert, struct error *e)
{
    if (der_next_is(d, DER_CONTEXT(3)) && cert->version != CERT_V3)
        return fail_version(d, "extensions", "v3", cert->version, e);
    return extensions_parse_optional(d, DER_CONTEXT(3), &cert->extensions, e) &&
           extensions_check(d, &cert->extensions, e);
}

/* Everything behind subjectPublicKeyInfo. */
static bool parse_options(struct der *d, struct cert *cert, struct error *e)
{
    if (!parse_unique_id(d, DER_CONTEXT_PRIMITIVE(1), cert->version, &cert->issuer_unique_id, e))
        return error_in(e, "issuerUniqueID");
    if (!parse_unique_id(d, DER_CONTEXT_PRIMITIVE(2), cert->version, &cert->subject_unique_id, e))
        return error_in(e, "subjectUniqueID");
    if (!parse_extensions(d, cert, e))
        return error_in(e, "extensions");
    return der_end(d, e);
}

/* A root's is its issuer once more, byte for byte, and that was looked into. */
static bool parse_subject(struct der *d, struct cert *cert, struct error *e)
{
    if (slice_starts_with(der_rest(d), cert->issuer))
        return der_read_element(d, DER_SEQUENCE, &cert->subject, e);
    return name_parse(d, &cert->subject, e);
}

static bool parse_tbs_certificate(struct der *d, struct cert *cert, struct error *e)
{
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    cert->tbs_certificate = slice_of(start, (size_t)(d->at - start));
    if (!parse_version(&inside, &cert->version, e))
        return error_in(e, "version");
    if (!serial_number_parse(&inside, &cert->serial_number, e))
        return error_in(e, "serialNumber");
    if (!algorithm_parse_signature(&inside, &cert->signature, e))
        return error_in(e, "signature");
    if (!name_parse(&inside, &cert->issuer, e))
        return error_in(e, "issuer");
    if (!parse_validity(&inside, &cert->validity, e))
        return error_in(e, "validity");
    if (!parse_subject(&inside, cert, e))
        return error_in(e, "subject");
    if (!subject_public_key_info_parse(&inside, &cert->subject_public_key_info, e))
        return error_in(e, "subjectPublicKeyInfo");
    return parse_options(&inside, cert, e);
}

static bool parse_signed(struct der *d, struct cert *cert, struct error *e)
{
    size_t offset;

    if (!parse_tbs_certificate(d, cert, e))
        return error_in(e, "tbsCertificate");
    offset = der_offset(d);
    if (!algorithm_parse_signature(d, &cert->signature_algorithm, e))
        return error_in(e, "signatureAlgorithm");
    if (!algorithm_equal(&cert->signature, &cert->signature_algorithm)) {
        (void)error_at(e, ERROR_DER, offset,
                       "expected the same algorithm as in tbsCertificate.signature, found another");
        return error_in(e, "signatureAlgorithm");
    }
    if (!der_read_octets_in_bits(d, &cert->signature_value, e))
        return error_in(e, "signatureValue");
    return der_end(d, e);
}

FLATTEN bool cert_parse_within(struct der *d, struct cert *cert, struct error *e)
{
    const uint8_t *start = d->at;
    size_t offset = der_offset(d);
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    cert->der = slice_of(start, (size_t)(d->at - start));
    if (cert->der.len > LIMIT_CERTIFICATE)
        return error_at(e, ERROR_LIMIT, offset,
                        "expected a certificate of at most %zu bytes, found %zu", LIMIT_CERTIFICATE,
                        cert->der.len);
    cert->departures = 0;
    inside.departures = &cert->departures;
    if (!parse_signed(&inside, cert, e))
        return false;
    *d->departures |= cert->departures;
    return true;
}

bool cert_parse(struct slice der, struct cert *cert, struct error *e)
{
    departure_set departures = 0;
    struct der d = der_over(der, &departures);

    return cert_parse_within(&d, cert, e) && der_end(&d, e);
}

bool certs_parse_all(struct der *explicit, struct slice *certs, size_t *count, struct error *e)
{
    struct der inside;
    struct cert cert;

    if (!der_read(explicit, DER_SEQUENCE, certs, e) || !der_end(explicit, e))
        return false;
    for (inside = der_within(explicit, *certs); !der_at_end(&inside); ++*count) {
        if (!cert_parse_within(&inside, &cert, e))
            return error_in(e, "[%zu]", *count);
    }
    return true;
}

bool certs_next(struct slice *certs, struct cert *cert)
{
    departure_set known = 0;
    struct der d = der_over(*certs, &known);

    if (der_at_end(&d) || !cert_parse_within(&d, cert, NULL))
        return false;
    *certs = slice_of(d.at, (size_t)(d.end - d.at));
    return true;
}

bool cert_is_ca(const struct cert *cert)
{
    struct basic_constraints constraints;
    departure_set known;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_BASIC_CONSTRAINTS, &known, &d))
        return false;
    return basic_constraints_parse(&d, &constraints, NULL) && constraints.ca;
}

struct slice cert_subject_key_identifier(const struct cert *cert)
{
    struct slice octets;
    departure_set known;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_SUBJECT_KEY_IDENTIFIER, &known, &d))
        return SLICE_NONE;
    return der_read(&d, DER_OCTET_STRING, &octets, NULL) ? octets : SLICE_NONE;
}

struct slice cert_authority_key_identifier(const struct cert *cert)
{
    struct authority_key_identifier identifier;
    departure_set known;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_AUTHORITY_KEY_IDENTIFIER, &known, &d))
        return SLICE_NONE;
    return authority_key_identifier_parse(&d, &identifier, NULL) ? identifier.key_identifier
                                                                 : SLICE_NONE;
}

bool cert_key_usage(const struct cert *cert, uint32_t *bits)
{
    departure_set known;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_KEY_USAGE, &known, &d))
        return false;
    return der_read_named_bits(&d, DER_BIT_STRING, bits, NULL);
}
