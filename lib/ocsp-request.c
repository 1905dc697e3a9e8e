/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-request.h"

#include "buffer.h"
#include "cert.h"
#include "extension-value.h"
#include "general-name.h"

static bool parse_version(struct der *d, struct error *e)
{
    size_t offset = der_offset(d);
    struct der explicit;
    uint32_t version;

    if (!der_next_is(d, DER_CONTEXT(0)))
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &explicit, e) ||
        !der_read_number(&explicit, DER_INTEGER, &version, e) || !der_end(&explicit, e))
        return false;
    if (version != 0)
        return error_at(e, ERROR_DER, offset, "expected version 1 (0), found %u (%u)",
                        (unsigned)version + 1, (unsigned)version);
    der_depart(d, DEPARTURE_ENCODED_DEFAULT);
    return true;
}

static bool parse_requestor_name(struct der *d, struct slice *name, struct error *e)
{
    struct der explicit;
    struct general_name general_name;

    *name = SLICE_NONE;
    if (!der_next_is(d, DER_CONTEXT(1)))
        return true;
    if (!der_enter(d, DER_CONTEXT(1), &explicit, e))
        return false;
    *name = slice_of(explicit.at, (size_t)(explicit.end - explicit.at));
    return general_name_parse(&explicit, &general_name, e) && der_end(&explicit, e);
}

static bool parse_single(struct der *d, struct single_request *single, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!cert_id_parse(&inside, &single->req_cert, e))
        return error_in(e, "reqCert");
    if (!extensions_parse_optional(&inside, DER_CONTEXT(0), &single->single_request_extensions, e))
        return error_in(e, "singleRequestExtensions");
    return der_end(&inside, e);
}

static bool parse_list(struct der *d, struct ocsp_request *request, struct error *e)
{
    struct single_request *first = &request->first_request;
    struct der inside;
    struct single_request other;

    if (!der_read(d, DER_SEQUENCE, &request->request_list, e))
        return error_in(e, "requestList");
    inside = der_within(d, request->request_list);
    for (request->request_count = 0; !der_at_end(&inside); request->request_count++) {
        struct single_request *single = request->request_count == 0 ? first : &other;

        if (!parse_single(&inside, single, e))
            return error_in(e, "requestList[%zu]", request->request_count);
        if (single == first)
            request->first_request_len = (size_t)(inside.at - request->request_list.data);
        if (single->single_request_extensions.count > 0 &&
            !extensions_check(&inside, &single->single_request_extensions, e)) {
            (void)error_in(e, "singleRequestExtensions");
            return error_in(e, "requestList[%zu]", request->request_count);
        }
    }
    return true;
}

static bool parse_tbs_request(struct der *d, struct ocsp_request *request, struct error *e)
{
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    request->tbs_request = slice_of(start, (size_t)(d->at - start));
    if (!parse_version(&inside, e))
        return error_in(e, "version");
    if (!parse_requestor_name(&inside, &request->requestor_name, e))
        return error_in(e, "requestorName");
    if (!parse_list(&inside, request, e))
        return false;
    if (!extensions_parse_optional(&inside, DER_CONTEXT(2), &request->request_extensions, e) ||
        (request->request_extensions.count > 0 &&
         !extensions_check(&inside, &request->request_extensions, e)))
        return error_in(e, "requestExtensions");
    return der_end(&inside, e);
}

static bool parse_signature(struct der *d, struct ocsp_request *request, struct error *e)
{
    struct request_signature *signature = &request->optional_signature;
    struct der explicit;
    struct der inside;

    request->has_optional_signature = der_next_is(d, DER_CONTEXT(0));
    if (!request->has_optional_signature)
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &explicit, e) ||
        !der_enter(&explicit, DER_SEQUENCE, &inside, e))
        return false;
    if (!algorithm_parse_signature(&inside, &signature->signature_algorithm, e))
        return error_in(e, "signatureAlgorithm");
    if (!der_read_octets_in_bits(&inside, &signature->signature, e))
        return error_in(e, "signature");
    if (!certs_parse_optional(&inside, DER_CONTEXT(0), &signature->certs, &signature->cert_count,
                              e))
        return error_in(e, "certs");
    return der_end(&inside, e) && der_end(&explicit, e);
}

FLATTEN bool ocsp_request_parse(struct slice der, struct ocsp_request *request, struct error *e)
{
    struct der d = der_over(der, &request->departures);
    struct der inside;

    request->departures = 0;
    if (der.len > LIMIT_OCSP)
        return error_set(e, ERROR_LIMIT, "expected an OCSP request of at most %zu bytes, found %zu",
                         LIMIT_OCSP, der.len);
    if (!der_enter(&d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_tbs_request(&inside, request, e))
        return error_in(e, "tbsRequest");
    if (!parse_signature(&inside, request, e))
        return error_in(e, "optionalSignature");
    return der_end(&inside, e) && der_end(&d, e);
}

const struct single_request *ocsp_request_next(const struct ocsp_request *request, size_t *at,
                                               struct single_request *storage)
{
    departure_set known = 0;
    struct der d;

    if (*at == request->request_list.len)
        return NULL;
    if (*at == 0) {
        *at = request->first_request_len;
        return &request->first_request;
    }
    d = der_over(slice_from(request->request_list, *at), &known);
    if (!parse_single(&d, storage, NULL))
        return NULL;
    *at = request->request_list.len - (size_t)(d.end - d.at);
    return storage;
}
