/* SPDX-License-Identifier: Apache-2.0 */
#include "show.h"

#include "crl.h"
#include "describe-cert.h"
#include "describe-crl.h"
#include "describe-notes.h"
#include "describe-request.h"
#include "describe-response.h"
#include "extension-value.h"
#include "fuzz.h"
#include "name.h"
#include "oid.h"
#include "well-formed.h"

/* Paths that meet values of every kind of record. */
static const char paths[] =
    "type,source,index,version,serialNumber,issuer,subject,validity.notBefore,signatureAlgorithm,"
    "subjectPublicKeyInfo.algorithm,subjectPublicKeyInfo.bits,extensions.extnID,"
    "extensions.critical,extensions.subjectAltName,notes,thisUpdate,nextUpdate,"
    "revokedCertificates.userCertificate,revokedCertificates.crlEntryExtensions.reasonCode,"
    "crlExtensions.extnID,responder,requestList.reqCert.serialNumber,requestExtensions.nonce,"
    "responseStatus,responderID.byName,responses.certID.serialNumber,responses.certStatus,"
    "responses.singleExtensions.extnID,certs.subject,certs.extensions.extnID";
#define PATH_COUNT 30

typedef void (*describe_body)(struct report *r, const void *view);

/* A report of each format, kept from run to run. */
static struct report *report_in(enum report_format format)
{
    static struct report reports[REPORT_QUIET + 1];
    struct report *r = &reports[format];

    if (r->writer == NULL) {
        report_init(r, format, false);
        if (format == REPORT_FIELDS) {
            REQUIRE(report_select(r, SLICE(paths), NULL));
            REQUIRE(r->path_count == PATH_COUNT);
        }
    }
    r->out.len = 0;
    return r;
}

static struct slice written(enum report_format format, const struct record_head *head,
                            describe_body describe, const void *view)
{
    struct report *r = report_in(format);
    struct error e;

    report_begin_record(r, head);
    describe(r, view);
    report_end_record(r);
    REQUIRE(report_check(r, &e));
    REQUIRE(r->indent == 0 && r->depth == 0 && !r->in_row);
    return buffer_slice(&r->out);
}

static void show(const char *type, describe_body describe, const void *view)
{
    struct record_head head = {type, SLICE("a file \"\\\n"), 0};

    require_text(written(REPORT_TEXT, &head, describe, view), false);
    require_json_lines(written(REPORT_JSON, &head, describe, view), 1);
    require_fields(written(REPORT_FIELDS, &head, describe, view), PATH_COUNT);
}

static bool is_plain(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text <= ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;
    }
    return true;
}

void require_error(const struct error *e, size_t len)
{
    static const struct record_head head = {"error", SLICE_CONST("file"), 0};
    struct report *r = report_in(REPORT_JSON);

    REQUIRE(e->code != ERROR_NONE && e->code != ERROR_MEMORY && e->text[0] != '\0');
    REQUIRE(memchr(e->text, '\0', sizeof(e->text)) != NULL && is_plain(error_path(e)));
    REQUIRE(!e->has_offset || e->offset <= len);
    report_error(r, &head, e, 0);
    require_json_lines(buffer_slice(&r->out), 1);
}

static void walk_name(struct slice name, struct slice whole)
{
    struct name_walk walk = name_walk(name);
    struct name_attribute attribute;

    REQUIRE(is_inside(name, whole));
    while (name_next(&walk, &attribute)) {
        REQUIRE(is_inside(attribute.type, name) && oid_check(attribute.type, NULL));
        REQUIRE(is_inside(attribute.element, name));
        REQUIRE(is_inside(attribute.value, attribute.element));
    }
    REQUIRE(walk.rdns.len == 0 && walk.attributes.len == 0);
}

static void walk_extensions(const struct extensions *extensions, struct slice whole)
{
    struct extensions rest = *extensions;
    struct extension extension;
    struct extension found;
    size_t count = 0;

    REQUIRE(is_inside(extensions->list, whole));
    while (extensions_next(&rest, &extension)) {
        departure_set departures = 0;
        struct der d = der_over(extension.extn_value, &departures);

        count++;
        REQUIRE(is_inside(extension.extn_value, extensions->list));
        REQUIRE(oid_check(extension.extn_id, NULL) && extension_check(&d, &extension, NULL));
        REQUIRE(extensions_find(extensions, extension.extn_id, &found));
        REQUIRE(found.extn_value.data == extension.extn_value.data); /* no OID twice */
    }
    REQUIRE(count == extensions->count && rest.list.len == 0);
}

/* Certificates ----------------------------------------------------------------------------------*/

static void walk_cert(const struct cert *cert, struct slice whole)
{
    const struct subject_public_key_info *info = &cert->subject_public_key_info;

    REQUIRE(is_inside(cert->der, whole) && is_inside(cert->tbs_certificate, cert->der));
    REQUIRE(is_inside(cert->serial_number, cert->der) && cert->serial_number.len > 0);
    REQUIRE(is_inside(info->subject_public_key, info->element));
    REQUIRE(algorithm_equal(&cert->signature, &cert->signature_algorithm));
    walk_name(cert->issuer, cert->tbs_certificate);
    walk_name(cert->subject, cert->tbs_certificate);
    walk_extensions(&cert->extensions, cert->tbs_certificate);
}

static void walk_certs(struct slice certs, size_t count, struct slice whole)
{
    struct cert cert;
    struct cert alone;

    REQUIRE(is_inside(certs, whole));
    for (; certs_next(&certs, &cert); count--) {
        REQUIRE(count > 0);
        walk_cert(&cert, whole);
        REQUIRE(cert.der.len > LIMIT_CERTIFICATE || cert_parse(cert.der, &alone, NULL));
    }
    REQUIRE(count == 0 && certs.len == 0);
}

static void describe_cert_body(struct report *r, const void *view)
{
    const struct cert *cert = view;

    describe_cert(r, cert);
    describe_notes(r, cert->departures, 0);
}

bool show_cert(const struct object *object)
{
    struct error e = {0};
    struct cert cert;

    if (!cert_parse(object->der, &cert, &e)) {
        require_error(&e, object->der.len);
        return false;
    }
    REQUIRE(slice_equal(cert.der, object->der));
    walk_cert(&cert, object->der);
    show("certificate", describe_cert_body, &cert);
    return true;
}

/* CRLs ------------------------------------------------------------------------------------------*/

#define FINDS_MAX 8 /* each reads the list up to its entry */

static void walk_crl(const struct crl *crl)
{
    struct slice rest = crl->revoked_certificates;
    struct crl_entry entry;
    struct crl_entry found;
    size_t count = 0;

    REQUIRE(is_inside(rest, crl->tbs_cert_list) && is_inside(crl->tbs_cert_list, crl->der));
    while (crl_entry_next(&rest, &entry)) {
        walk_extensions(&entry.crl_entry_extensions, crl->revoked_certificates);
        if (count++ >= FINDS_MAX)
            continue;
        REQUIRE(crl_find(crl, entry.user_certificate, &found));
        REQUIRE(slice_equal(found.user_certificate, entry.user_certificate));
    }
    REQUIRE(count == crl->revoked_count && rest.len == 0);
    walk_name(crl->issuer, crl->tbs_cert_list);
    walk_extensions(&crl->crl_extensions, crl->tbs_cert_list);
}

static void describe_crl_body(struct report *r, const void *view)
{
    const struct crl *crl = view;

    describe_crl(r, crl);
    describe_notes(r, crl->departures, 0);
}

/* The entry of the first serial number on it, and of one that is on few lists. */
static void describe_crl_entries(struct report *r, const void *view)
{
    const struct crl *crl = view;
    struct slice rest = crl->revoked_certificates;
    struct slice serials[2] = {SLICE("\x12\x34\x56"), SLICE("\x01")};
    struct crl_entry entry;

    if (crl_entry_next(&rest, &entry))
        serials[1] = entry.user_certificate;
    describe_crl_serials(r, crl, serials, ARRAY_SIZE(serials));
}

bool show_crl(const struct object *object)
{
    struct error e = {0};
    struct crl crl;

    if (!crl_parse(object->der, &crl, &e)) {
        require_error(&e, object->der.len);
        return false;
    }
    REQUIRE(slice_equal(crl.der, object->der));
    walk_crl(&crl);
    show("certificateList", describe_crl_body, &crl);
    show("certificateList", describe_crl_entries, &crl);
    return true;
}

/* OCSP ------------------------------------------------------------------------------------------*/

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
        require_error(&e, object->der.len);
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
        require_error(&e, object->der.len);
        return false;
    }
    REQUIRE(is_inside(response.response, object->der));
    REQUIRE(response.has_response_bytes || !response.is_basic);
    if (response.is_basic)
        walk_basic(&response.basic, response.response);
    show("ocspResponse", describe_response_body, &response);
    return true;
}

bool show_object(const struct object *object)
{
    switch (object->kind) {
    case OBJECT_CERTIFICATE:
        return show_cert(object);
    case OBJECT_CRL:
        return show_crl(object);
    case OBJECT_OCSP_REQUEST:
        return show_ocsp_request(object);
    case OBJECT_OCSP_RESPONSE:
        return show_ocsp_response(object);
    default:
        return false;
    }
}

struct object object_of(const uint8_t *data, size_t size)
{
    return (struct object){.encoding = ENCODING_DER, .der = slice_of(data, size)};
}
