/* SPDX-License-Identifier: Apache-2.0 */
#include "cert.h"
#include "describe-notes.h"
#include "describe-request.h"
#include "describe-response.h"
#include "fuzz.h"
#include "oid.h"
#include "show-parts.h"
#include "show.h"

struct request_view {
    const struct object *object;
    struct ocsp_request request;
};

static void describe_request_body(struct report *r, const void *view)
{
    const struct request_view *v = view;

    describe_ocsp_request(r, &v->request, v->object->responder);
    describe_notes(r, v->request.departures, v->object->repairs);
}

static void walk_cert_id(const struct cert_id *cert_id, struct slice whole)
{
    REQUIRE(is_inside(cert_id->issuer_name_hash, whole));
    REQUIRE(is_inside(cert_id->issuer_key_hash, whole));
    REQUIRE(is_inside(cert_id->serial_number, whole) && cert_id->serial_number.len > 0);
    REQUIRE(oid_check(cert_id->hash_algorithm.algorithm, NULL));
}

static void walk_request(const struct ocsp_request *request, struct slice whole)
{
    struct single_request storage;
    const struct single_request *single;
    size_t count = 0;
    size_t at = 0;

    REQUIRE(is_inside(request->tbs_request, whole));
    REQUIRE(is_inside(request->request_list, request->tbs_request));
    while ((single = ocsp_request_next(request, &at, &storage)) != NULL) {
        count++;
        walk_cert_id(&single->req_cert, request->request_list);
        walk_extensions(&single->single_request_extensions, request->request_list);
    }
    REQUIRE(count == request->request_count && at == request->request_list.len);
    walk_extensions(&request->request_extensions, request->tbs_request);
    if (request->has_optional_signature)
        walk_certs(request->optional_signature.certs, request->optional_signature.cert_count,
                   whole);
}

bool show_ocsp_request(const struct object *object)
{
    struct request_view view = {.object = object};
    struct error e = {0};

    if (!ocsp_request_parse(object->der, &view.request, &e)) {
        refuse(object, &e);
        return false;
    }
    walk_request(&view.request, object->der);
    show("ocspRequest", describe_request_body, &view);
    return true;
}

static void describe_response_body(struct report *r, const void *view)
{
    const struct ocsp_response *response = view;

    describe_ocsp_response(r, response);
    describe_notes(r, response->departures, 0);
}

static void walk_basic(const struct basic_ocsp_response *basic, struct slice whole)
{
    const struct response_data *data = &basic->response_data;
    const struct responder_id *id = &data->responder_id;
    struct slice rest = data->responses;
    struct single_response single;
    size_t count = 0;

    REQUIRE(is_inside(basic->tbs_response_data, whole) && is_inside(basic->signature, whole));
    REQUIRE((id->by_name.data == NULL) != (id->by_key.data == NULL));
    REQUIRE(is_inside(id->by_key, basic->tbs_response_data));
    if (id->by_name.data != NULL)
        walk_name(id->by_name, basic->tbs_response_data);
    REQUIRE(is_inside(rest, basic->tbs_response_data));
    for (; single_response_next(&rest, &single); count++) {
        walk_cert_id(&single.cert_id, data->responses);
        walk_extensions(&single.single_extensions, data->responses);
    }
    REQUIRE(count == data->response_count && count > 0 && rest.len == 0);
    walk_extensions(&data->response_extensions, basic->tbs_response_data);
    walk_certs(basic->certs, basic->cert_count, whole);
}

bool show_ocsp_response(const struct object *object)
{
    struct ocsp_response response;
    struct error e = {0};

    if (!ocsp_response_parse(object->der, &response, &e)) {
        refuse(object, &e);
        return false;
    }
    REQUIRE(is_inside(response.response, object->der));
    REQUIRE(response.has_response_bytes || !response.is_basic);
    if (response.is_basic)
        walk_basic(&response.basic, response.response);
    show("ocspResponse", describe_response_body, &response);
    return true;
}
