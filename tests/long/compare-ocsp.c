/* SPDX-License-Identifier: Apache-2.0 */
#include "compare-values.h"
#include "divergence.h"
#include "ocsp-request.h"
#include "ocsp-response.h"

#include <openssl/ocsp.h>

static void compare_cert_id(const struct cert_id *cert_id, const OCSP_CERTID *theirs)
{
    OCSP_CERTID *other = OCSP_CERTID_dup(theirs); /* what looks into it wants one to change */
    ASN1_OCTET_STRING *name_hash = NULL;
    ASN1_OCTET_STRING *key_hash = NULL;
    ASN1_OBJECT *algorithm = NULL;
    ASN1_INTEGER *serial = NULL;

    (void)OCSP_id_get0_info(&name_hash, &algorithm, &key_hash, &serial, other);
    compare_oid(cert_id->hash_algorithm.algorithm, algorithm, "hashAlgorithm");
    compare_octets(cert_id->issuer_name_hash, name_hash, "issuerNameHash");
    compare_octets(cert_id->issuer_key_hash, key_hash, "issuerKeyHash");
    compare_integer(cert_id->serial_number, serial, "serialNumber");
    OCSP_CERTID_free(other);
}

/* Lists that libcrypto shows an element at a time. */
typedef X509_EXTENSION *(*extension_getter)(void *object, int at);

static STACK_OF(X509_EXTENSION) * stack_of(void *object, int count, extension_getter get)
{
    STACK_OF(X509_EXTENSION) *stack = sk_X509_EXTENSION_new_null();

    for (int i = 0; i < count; i++)
        (void)sk_X509_EXTENSION_push(stack, get(object, i));
    return stack;
}

static void compare_list(const struct extensions *extensions, void *object, int count,
                         extension_getter get)
{
    STACK_OF(X509_EXTENSION) *stack = stack_of(object, count, get);

    compare_extensions(extensions, stack);
    sk_X509_EXTENSION_free(stack);
}

static X509_EXTENSION *get_of_request(void *object, int at)
{
    return OCSP_REQUEST_get_ext(object, at);
}

static X509_EXTENSION *get_of_single_request(void *object, int at)
{
    return OCSP_ONEREQ_get_ext(object, at);
}

static X509_EXTENSION *get_of_response(void *object, int at)
{
    return OCSP_BASICRESP_get_ext(object, at);
}

static X509_EXTENSION *get_of_single_response(void *object, int at)
{
    return OCSP_SINGLERESP_get_ext(object, at);
}

static void compare_request_values(const struct ocsp_request *request, OCSP_REQUEST *other)
{
    struct single_request storage;
    const struct single_request *single;
    size_t at = 0;

    (void)require_same((OCSP_request_is_signed(other) != 0) == request->has_optional_signature,
                       "optionalSignature");
    compare_list(&request->request_extensions, other, OCSP_REQUEST_get_ext_count(other),
                 get_of_request);
    if (!require_same((size_t)OCSP_request_onereq_count(other) == request->request_count,
                      "requestList: count"))
        return;
    for (int i = 0; (single = ocsp_request_next(request, &at, &storage)) != NULL; i++) {
        OCSP_ONEREQ *one = OCSP_request_onereq_get0(other, i);

        compare_cert_id(&single->req_cert, OCSP_onereq_get0_id(one));
        compare_list(&single->single_request_extensions, one, OCSP_ONEREQ_get_ext_count(one),
                     get_of_single_request);
    }
}

enum reading compare_request(struct slice der)
{
    const unsigned char *at = der.data;
    OCSP_REQUEST *other = d2i_OCSP_REQUEST(NULL, &at, (long)der.len);
    bool theirs = other != NULL && at == der.data + der.len;
    struct ocsp_request request;
    bool ours = ocsp_request_parse(der, &request, NULL);

    if (ours && theirs)
        compare_request_values(&request, other);
    else if (ours && request.requestor_name.len > 0 && may_hold_structure(request.requestor_name))
        divergence_allow(DIVERGENCE_GENERAL_NAME);
    else if (ours)
        compare_refused("whether it is a request");
    OCSP_REQUEST_free(other);
    return reading_of(ours, theirs);
}

static void compare_single(const struct single_response *single, OCSP_SINGLERESP *other)
{
    ASN1_GENERALIZEDTIME *revocation_time = NULL;
    ASN1_GENERALIZEDTIME *this_update = NULL;
    ASN1_GENERALIZEDTIME *next_update = NULL;
    int reason = -1;
    int status =
        OCSP_single_get0_status(other, &reason, &revocation_time, &this_update, &next_update);

    compare_cert_id(&single->cert_id, OCSP_SINGLERESP_get0_id(other));
    (void)require_same(status == (int)single->cert_status, "certStatus");
    compare_time(single->this_update, this_update, "thisUpdate");
    if (require_same((next_update != NULL) == single->has_next_update, "nextUpdate") &&
        single->has_next_update)
        compare_time(single->next_update, next_update, "nextUpdate");
    compare_list(&single->single_extensions, other, OCSP_SINGLERESP_get_ext_count(other),
                 get_of_single_response);
    if (single->cert_status != CERT_STATUS_REVOKED)
        return;
    compare_time(single->revoked.revocation_time, revocation_time, "revocationTime");
    (void)require_same(
        reason ==
            (single->revoked.has_revocation_reason ? (int)single->revoked.revocation_reason : -1),
        "revocationReason");
}

static void compare_responder(const struct responder_id *id, const OCSP_BASICRESP *other)
{
    const ASN1_OCTET_STRING *key = NULL;
    const X509_NAME *name = NULL;

    (void)OCSP_resp_get0_id(other, &key, &name);
    if (!require_same((id->by_name.data != NULL) == (name != NULL), "responderID"))
        return;
    if (name != NULL)
        compare_name(id->by_name, name, "responderID: byName");
    else
        compare_octets(id->by_key, key, "responderID: byKey");
}

static void compare_certs(struct slice certs, size_t count, const STACK_OF(X509) * others)
{
    struct cert cert;

    if (!require_same((size_t)(others != NULL ? sk_X509_num(others) : 0) == count, "certs: count"))
        return;
    for (int i = 0; certs_next(&certs, &cert); i++)
        compare_cert_values(&cert, sk_X509_value(others, i));
}

static void compare_basic(const struct basic_ocsp_response *basic, OCSP_BASICRESP *other)
{
    const struct response_data *data = &basic->response_data;
    struct slice rest = data->responses;
    struct single_response single;

    compare_responder(&data->responder_id, other);
    compare_time(data->produced_at, OCSP_resp_get0_produced_at(other), "producedAt");
    compare_list(&data->response_extensions, other, OCSP_BASICRESP_get_ext_count(other),
                 get_of_response);
    compare_algorithm(&basic->signature_algorithm, OCSP_resp_get0_tbs_sigalg(other),
                      "signatureAlgorithm");
    compare_octets(basic->signature, OCSP_resp_get0_signature(other), "signature");
    compare_certs(basic->certs, basic->cert_count, OCSP_resp_get0_certs(other));
    if (!require_same((size_t)OCSP_resp_count(other) == data->response_count, "responses: count"))
        return;
    for (int i = 0; single_response_next(&rest, &single); i++)
        compare_single(&single, OCSP_resp_get0(other, i));
}

static void compare_response_values(const struct ocsp_response *response, OCSP_RESPONSE *other)
{
    OCSP_BASICRESP *basic = OCSP_response_get1_basic(other);

    (void)require_same(OCSP_response_status(other) == (int)response->response_status,
                       "responseStatus");
    if (response->is_basic && basic != NULL)
        compare_basic(&response->basic, basic);
    else if (response->is_basic)
        compare_refused("whether it is a basic response");
    else
        (void)require_same(basic == NULL, "responseType");
    OCSP_BASICRESP_free(basic);
}

enum reading compare_response(struct slice der)
{
    const unsigned char *at = der.data;
    OCSP_RESPONSE *other = d2i_OCSP_RESPONSE(NULL, &at, (long)der.len);
    bool theirs = other != NULL && at == der.data + der.len;
    struct ocsp_response response;
    bool ours = ocsp_response_parse(der, &response, NULL);

    if (ours && theirs)
        compare_response_values(&response, other);
    else if (ours)
        (void)require_same(false, "whether it is a response");
    OCSP_RESPONSE_free(other);
    return reading_of(ours, theirs);
}
