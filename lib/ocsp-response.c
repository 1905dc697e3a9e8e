/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-response.h"

#include "buffer.h"
#include "extension-value.h"
#include "name.h"

/* id-pkix-ocsp-basic, 1.3.6.1.5.5.7.48.1.1 (RFC 6960 4.2.1) */
static const uint8_t id_pkix_ocsp_basic[] = {0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01};

static bool parse_response_status(struct der *d, enum ocsp_response_status *status, struct error *e)
{
    size_t offset = der_offset(d);
    uint32_t number;

    if (!der_read_number(d, DER_ENUMERATED, &number, e))
        return false;
    if (number == 4 || number > OCSP_UNAUTHORIZED)
        return error_at(e, ERROR_DER, offset, "expected 0, 1, 2, 3, 5 or 6, found %u",
                        (unsigned)number);
    *status = (enum ocsp_response_status)number;
    return true;
}

static bool parse_version(struct der *d, uint32_t *version, struct error *e)
{
    size_t offset = der_offset(d);
    struct der explicit;

    *version = 0;
    if (!der_next_is(d, DER_CONTEXT(0)))
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &explicit, e) ||
        !der_read_number(&explicit, DER_INTEGER, version, e) || !der_end(&explicit, e))
        return false;
    if (*version != 0)
        return error_at(e, ERROR_DER, offset, "expected version 1 (0), found %u (%u)",
                        (unsigned)*version + 1, (unsigned)*version);
    der_depart(d, DEPARTURE_ENCODED_DEFAULT);
    return true;
}

static bool parse_by_name(struct der *d, struct slice *name, struct error *e)
{
    struct der explicit;

    return der_enter(d, DER_CONTEXT(1), &explicit, e) && name_parse(&explicit, name, e) &&
           der_end(&explicit, e);
}

static bool parse_by_key(struct der *d, struct slice *key_hash, struct error *e)
{
    struct der explicit;

    return der_enter(d, DER_CONTEXT(2), &explicit, e) &&
           der_read(&explicit, DER_OCTET_STRING, key_hash, e) && der_end(&explicit, e);
}

static bool parse_responder_id(struct der *d, struct responder_id *id, struct error *e)
{
    char found[DER_TAG_NAME_MAX];

    *id = (struct responder_id){SLICE_NONE, SLICE_NONE};
    if (der_next_is(d, DER_CONTEXT(1)))
        return parse_by_name(d, &id->by_name, e) || error_in(e, "byName");
    if (der_next_is(d, DER_CONTEXT(2)))
        return parse_by_key(d, &id->by_key, e) || error_in(e, "byKey");
    return error_at(e, ERROR_DER, der_offset(d), "expected [1] (0xA1) or [2] (0xA2), found %s",
                    der_at_end(d) ? "the end" : der_tag_name(*d->at, found));
}

/* [n] IMPLICIT NULL */
static bool parse_null(struct der *d, uint8_t tag, struct error *e)
{
    size_t offset = der_offset(d);
    struct slice contents;

    if (!der_read(d, tag, &contents, e))
        return false;
    if (contents.len != 0)
        return error_at(e, ERROR_DER, offset, "expected an empty NULL, found %zu bytes in it",
                        contents.len);
    return true;
}

static bool parse_revocation_reason(struct der *d, struct revoked_info *revoked, struct error *e)
{
    struct der explicit;

    revoked->has_revocation_reason = der_next_is(d, DER_CONTEXT(0));
    if (!revoked->has_revocation_reason)
        return true;
    return der_enter(d, DER_CONTEXT(0), &explicit, e) &&
           crl_reason_parse(&explicit, &revoked->revocation_reason, e) && der_end(&explicit, e);
}

static bool parse_revoked_info(struct der *d, struct revoked_info *revoked, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_CONTEXT(1), &inside, e))
        return false;
    if (!der_read_generalized_time(&inside, &revoked->revocation_time, e))
        return error_in(e, "revocationTime");
    if (!parse_revocation_reason(&inside, revoked, e))
        return error_in(e, "revocationReason");
    return der_end(&inside, e);
}

static bool parse_cert_status(struct der *d, struct single_response *single, struct error *e)
{
    char found[DER_TAG_NAME_MAX];

    switch (der_at_end(d) ? 0 : *d->at) {
    case DER_CONTEXT_PRIMITIVE(0):
        single->cert_status = CERT_STATUS_GOOD;
        return parse_null(d, DER_CONTEXT_PRIMITIVE(0), e) || error_in(e, "good");
    case DER_CONTEXT(1):
        single->cert_status = CERT_STATUS_REVOKED;
        return parse_revoked_info(d, &single->revoked, e) || error_in(e, "revoked");
    case DER_CONTEXT_PRIMITIVE(2):
        single->cert_status = CERT_STATUS_UNKNOWN;
        return parse_null(d, DER_CONTEXT_PRIMITIVE(2), e) || error_in(e, "unknown");
    default:
        return error_at(e, ERROR_DER, der_offset(d),
                        "expected [0] (0x80), [1] (0xA1) or [2] (0x82), found %s",
                        der_at_end(d) ? "the end" : der_tag_name(*d->at, found));
    }
}

static bool parse_next_update(struct der *d, struct single_response *single, struct error *e)
{
    struct der explicit;

    single->has_next_update = der_next_is(d, DER_CONTEXT(0));
    if (!single->has_next_update)
        return true;
    return der_enter(d, DER_CONTEXT(0), &explicit, e) &&
           der_read_generalized_time(&explicit, &single->next_update, e) && der_end(&explicit, e);
}

static bool parse_single_response(struct der *d, struct single_response *single, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!cert_id_parse(&inside, &single->cert_id, e))
        return error_in(e, "certID");
    if (!parse_cert_status(&inside, single, e))
        return error_in(e, "certStatus");
    if (!der_read_generalized_time(&inside, &single->this_update, e))
        return error_in(e, "thisUpdate");
    if (!parse_next_update(&inside, single, e))
        return error_in(e, "nextUpdate");
    if (!extensions_parse_optional(&inside, DER_CONTEXT(1), &single->single_extensions, e))
        return error_in(e, "singleExtensions");
    return der_end(&inside, e);
}

/* Only here, and not in the walk, are the values of the extensions looked into. */
static bool check_single_response(struct der *d, struct single_response *single, struct error *e)
{
    if (!parse_single_response(d, single, e))
        return false;
    return extensions_check(d, &single->single_extensions, e) || error_in(e, "singleExtensions");
}

static bool parse_responses(struct der *d, struct response_data *data, struct error *e)
{
    struct der inside;
    struct single_response other;

    if (!der_read(d, DER_SEQUENCE, &data->responses, e))
        return false;
    inside = der_within(d, data->responses);
    if (!check_single_response(&inside, &data->first_response, e))
        return error_in(e, "[0]");
    data->other_responses = der_rest(&inside);
    for (data->response_count = 1; !der_at_end(&inside); data->response_count++) {
        if (!check_single_response(&inside, &other, e))
            return error_in(e, "[%zu]", data->response_count);
    }
    return true;
}

static bool parse_response_data(struct der *d, struct basic_ocsp_response *basic, struct error *e)
{
    struct response_data *data = &basic->response_data;
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    basic->tbs_response_data = slice_of(start, (size_t)(d->at - start));
    if (!parse_version(&inside, &data->version, e))
        return error_in(e, "version");
    if (!parse_responder_id(&inside, &data->responder_id, e))
        return error_in(e, "responderID");
    if (!der_read_generalized_time(&inside, &data->produced_at, e))
        return error_in(e, "producedAt");
    if (!parse_responses(&inside, data, e))
        return error_in(e, "responses");
    if (!extensions_parse_optional(&inside, DER_CONTEXT(1), &data->response_extensions, e) ||
        !extensions_check(&inside, &data->response_extensions, e))
        return error_in(e, "responseExtensions");
    return der_end(&inside, e);
}

static bool parse_basic(struct der *d, struct basic_ocsp_response *basic, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_response_data(&inside, basic, e))
        return error_in(e, "tbsResponseData");
    if (!algorithm_parse_signature(&inside, &basic->signature_algorithm, e))
        return error_in(e, "signatureAlgorithm");
    if (!der_read_octets_in_bits(&inside, &basic->signature, e))
        return error_in(e, "signature");
    if (!certs_parse_optional(&inside, DER_CONTEXT(0), &basic->certs, &basic->cert_count, e))
        return error_in(e, "certs");
    return der_end(&inside, e) && der_end(d, e);
}

static bool parse_response_bytes(struct der *d, struct ocsp_response *response, struct error *e)
{
    struct der explicit;
    struct der inside;
    struct der basic;

    if (!der_enter(d, DER_CONTEXT(0), &explicit, e) ||
        !der_enter(&explicit, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &response->response_type, e))
        return error_in(e, "responseType");
    if (!der_read(&inside, DER_OCTET_STRING, &response->response, e))
        return error_in(e, "response");
    if (!der_end(&inside, e) || !der_end(&explicit, e))
        return false;
    response->is_basic = slice_equal(response->response_type,
                                     slice_of(id_pkix_ocsp_basic, sizeof(id_pkix_ocsp_basic)));
    if (!response->is_basic)
        return true;
    basic = der_within(d, response->response);
    return parse_basic(&basic, &response->basic, e) || error_in(e, "response");
}

/* 4.2.1: an error has no responseBytes; one that has them is read, and says as little as without.
 */
static bool parse_optional_response_bytes(struct der *d, struct ocsp_response *response,
                                          struct error *e)
{
    response->has_response_bytes = !der_at_end(d);
    if (!response->has_response_bytes && response->response_status == OCSP_SUCCESSFUL)
        return error_at(e, ERROR_DER, der_offset(d),
                        "expected [0] (0xA0) with the status successful, found the end");
    if (!response->has_response_bytes)
        return true;
    if (response->response_status != OCSP_SUCCESSFUL)
        der_depart(d, DEPARTURE_RESPONSE_BYTES_PRESENT);
    return parse_response_bytes(d, response, e);
}

FLATTEN bool ocsp_response_parse(struct slice der, struct ocsp_response *response, struct error *e)
{
    struct der d = der_over(der, &response->departures);
    struct der inside;

    response->response_type = response->response = SLICE_NONE;
    response->is_basic = false;
    response->departures = 0;
    if (der.len > LIMIT_OCSP)
        return error_set(e, ERROR_LIMIT,
                         "expected an OCSP response of at most %zu bytes, found %zu", LIMIT_OCSP,
                         der.len);
    if (!der_enter(&d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_response_status(&inside, &response->response_status, e))
        return error_in(e, "responseStatus");
    if (!parse_optional_response_bytes(&inside, response, e))
        return error_in(e, "responseBytes");
    if (!response->is_basic)
        response->basic = (struct basic_ocsp_response){.cert_count = 0};
    return der_end(&inside, e) && der_end(&d, e);
}

bool single_response_next(struct slice *responses, struct single_response *single)
{
    departure_set known = 0;
    struct der d = der_over(*responses, &known);

    if (der_at_end(&d) || !parse_single_response(&d, single, NULL))
        return false;
    *responses = slice_of(d.at, (size_t)(d.end - d.at));
    return true;
}

const char *ocsp_response_status_word(enum ocsp_response_status status)
{
    static const char *const words[] = {
        [OCSP_SUCCESSFUL] = "successful",        [OCSP_MALFORMED_REQUEST] = "malformedRequest",
        [OCSP_INTERNAL_ERROR] = "internalError", [OCSP_TRY_LATER] = "tryLater",
        [OCSP_SIG_REQUIRED] = "sigRequired",     [OCSP_UNAUTHORIZED] = "unauthorized",
    };

    return words[status];
}

const char *cert_status_word(enum cert_status status)
{
    static const char *const words[] = {
        [CERT_STATUS_GOOD] = "good",
        [CERT_STATUS_REVOKED] = "revoked",
        [CERT_STATUS_UNKNOWN] = "unknown",
    };

    return words[status];
}
