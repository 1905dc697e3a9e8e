/* SPDX-License-Identifier: Apache-2.0 */
#include "crl.h"

#include "buffer.h"
#include "extension-value.h"
#include "name.h"
#include "serial-number.h"

/* What is being read, and who is told of each entry. */
struct crl_parse {
    struct crl *crl;
    crl_each_entry each; /* null: nobody */
    void *context;
};

static bool parse_version(struct der *d, uint32_t *version, struct error *e)
{
    size_t offset = der_offset(d);

    *version = CRL_V1;
    if (!der_next_is(d, DER_INTEGER))
        return true;
    if (!der_read_number(d, DER_INTEGER, version, e))
        return false;
    if (*version != CRL_V2)
        return error_at(e, ERROR_DER, offset, "expected version 1 (v2) or none, found %u",
                        (unsigned)*version);
    return true;
}

static bool is_time(const struct der *d)
{
    return der_next_is(d, DER_UTC_TIME) || der_next_is(d, DER_GENERALIZED_TIME);
}

static bool fail_v1(const struct der *d, struct error *e)
{
    return error_at(e, ERROR_DER, der_offset(d),
                    "expected extensions in a CRL of v2 only, found v1");
}

static inline bool read_entry(struct der *d, struct crl_entry *entry, struct error *e)
{
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    entry->element = slice_of(start, (size_t)(d->at - start));
    if (!serial_number_parse(&inside, &entry->user_certificate, e))
        return error_in(e, "userCertificate");
    if (!der_read_time(&inside, &entry->revocation_date, e))
        return error_in(e, "revocationDate");
    entry->crl_entry_extensions = (struct extensions){SLICE_NONE, 0};
    if (!der_at_end(&inside) && !extensions_parse(&inside, &entry->crl_entry_extensions, e))
        return error_in(e, "crlEntryExtensions");
    return der_end(&inside, e);
}

static bool check_entry_extensions(const struct der *d, uint32_t version,
                                   const struct extensions *extensions, struct error *e)
{
    struct der inside = der_within(d, extensions->list);

    if ((version == CRL_V2 || fail_v1(&inside, e)) && extensions_check(d, extensions, e))
        return true;
    return error_in(e, "crlEntryExtensions");
}

static inline bool parse_entry(const struct crl_parse *parse, struct der *d, struct error *e)
{
    struct crl_entry entry;

    return read_entry(d, &entry, e) &&
           (entry.crl_entry_extensions.count == 0 ||
            check_entry_extensions(d, parse->crl->version, &entry.crl_entry_extensions, e)) &&
           (parse->each == NULL || parse->each(parse->context, &entry, e));
}

/* The hot loop of a CRL: as many entries as certificates were revoked. */
FLATTEN static bool parse_entries(const struct crl_parse *parse, struct der *d, struct error *e)
{
    size_t count = 0;

    for (; !der_at_end(d); count++) {
        if (!parse_entry(parse, d, e))
            return error_in(e, "revokedCertificates[%zu]", count);
    }
    parse->crl->revoked_count = count;
    return true;
}

static bool parse_revoked_certificates(const struct crl_parse *parse, struct der *d,
                                       struct error *e)
{
    struct crl *crl = parse->crl;
    struct der inside;

    crl->revoked_certificates = SLICE_NONE;
    crl->revoked_count = 0;
    if (!der_next_is(d, DER_SEQUENCE))
        return true;
    if (!der_read(d, DER_SEQUENCE, &crl->revoked_certificates, e))
        return error_in(e, "revokedCertificates");
    inside = der_within(d, crl->revoked_certificates);
    return parse_entries(parse, &inside, e);
}

static bool parse_extensions(struct der *d, struct crl *crl, struct error *e)
{
    if (der_next_is(d, DER_CONTEXT(0)) && crl->version == CRL_V1)
        return fail_v1(d, e);
    return extensions_parse_optional(d, DER_CONTEXT(0), &crl->crl_extensions, e) &&
           extensions_check(d, &crl->crl_extensions, e);
}

static bool parse_tbs_cert_list(const struct crl_parse *parse, struct der *d, struct error *e)
{
    struct crl *crl = parse->crl;
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    crl->tbs_cert_list = slice_of(start, (size_t)(d->at - start));
    if (!parse_version(&inside, &crl->version, e))
        return error_in(e, "version");
    if (!algorithm_parse_signature(&inside, &crl->signature, e))
        return error_in(e, "signature");
    if (!name_parse(&inside, &crl->issuer, e))
        return error_in(e, "issuer");
    if (!der_read_time(&inside, &crl->this_update, e))
        return error_in(e, "thisUpdate");
    crl->has_next_update = is_time(&inside);
    crl->next_update = 0;
    if (crl->has_next_update && !der_read_time(&inside, &crl->next_update, e))
        return error_in(e, "nextUpdate");
    if (!parse_revoked_certificates(parse, &inside, e))
        return false;
    if (!parse_extensions(&inside, crl, e))
        return error_in(e, "crlExtensions");
    return der_end(&inside, e);
}

static bool parse_signed(const struct crl_parse *parse, struct der *d, struct error *e)
{
    struct crl *crl = parse->crl;
    size_t offset;

    if (!parse_tbs_cert_list(parse, d, e))
        return error_in(e, "tbsCertList");
    offset = der_offset(d);
    if (!algorithm_parse_signature(d, &crl->signature_algorithm, e))
        return error_in(e, "signatureAlgorithm");
    if (!algorithm_equal(&crl->signature, &crl->signature_algorithm)) {
        (void)error_at(e, ERROR_DER, offset,
                       "expected the same algorithm as in tbsCertList.signature, found another");
        return error_in(e, "signatureAlgorithm");
    }
    if (!der_read_octets_in_bits(d, &crl->signature_value, e))
        return error_in(e, "signatureValue");
    return der_end(d, e);
}

bool crl_parse(struct slice der, struct crl *crl, struct error *e)
{
    return crl_parse_each(der, crl, NULL, NULL, e);
}

bool crl_parse_each(struct slice der, struct crl *crl, crl_each_entry each, void *context,
                    struct error *e)
{
    struct crl_parse parse = {crl, each, context};
    struct der d = der_over(der, &crl->departures);
    struct der inside;

    crl->der = der;
    crl->departures = 0;
    if (der.len > LIMIT_CRL)
        return error_at(e, ERROR_LIMIT, 0, "expected a CRL of at most %zu bytes, found %zu",
                        LIMIT_CRL, der.len);
    return der_enter(&d, DER_SEQUENCE, &inside, e) && der_end(&d, e) &&
           parse_signed(&parse, &inside, e);
}

FLATTEN bool crl_entry_next(struct slice *revoked_certificates, struct crl_entry *entry)
{
    departure_set known = 0;
    struct der d = der_over(*revoked_certificates, &known);

    if (der_at_end(&d) || !read_entry(&d, entry, NULL))
        return false;
    *revoked_certificates = der_rest(&d);
    return true;
}
