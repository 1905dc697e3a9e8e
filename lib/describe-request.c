/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-request.h"

#include "describe-algorithm.h"
#include "describe-cert-id.h"
#include "describe-cert.h"
#include "describe-extension.h"
#include "describe-name.h"

static const struct field heading = FIELD_LEVEL(NULL, "OCSP Request Data", LEVEL_HEADING, 4);
static const struct field responder_url = FIELD("responder", "", LAYOUT_LINE);
static const struct field version = FIELD("version", "Version", LAYOUT_LINE);
static const struct field requestor_name = FIELD("requestorName", "Requestor Name", LAYOUT_LINE);
static const struct field request_list =
    FIELD_LEVEL("requestList", "Requestor List", LEVEL_LIST, 4);
static const struct field single_request = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field req_cert = FIELD_LEVEL("reqCert", "Certificate ID", LEVEL_OBJECT, 2);
static const struct field single_request_extensions =
    FIELD_LEVEL("singleRequestExtensions", "Request Single Extensions", LEVEL_LIST, 4);
static const struct field request_extensions =
    FIELD_LEVEL("requestExtensions", "Request Extensions", LEVEL_LIST, 4);
static const struct field optional_signature =
    FIELD_LEVEL("optionalSignature", "", LEVEL_OBJECT, 0);
static const struct field signature_value = FIELD("signature", "Signature Value", LAYOUT_DUMP18);

static void describe_single(struct report *r, const struct single_request *single)
{
    report_begin(r, &single_request);
    report_begin(r, &req_cert);
    describe_cert_id_fields(r, &single->req_cert);
    report_end(r, &req_cert);
    if (single->single_request_extensions.count > 0)
        describe_extensions(r, &single_request_extensions, &single->single_request_extensions);
    report_end(r, &single_request);
}

/* The certificates stand at the margin, behind the heading's end. */
static void describe_signature(struct report *r, const struct request_signature *signature)
{
    report_begin(r, &optional_signature);
    describe_signature_algorithm(r, &signature->signature_algorithm);
    report_hex(r, &signature_value, signature->signature);
    report_end(r, &heading);
    describe_certs(r, signature->certs);
    report_end(r, &optional_signature);
}

FLATTEN void describe_ocsp_request(struct report *r, const struct ocsp_request *request,
                                   struct slice responder)
{
    const struct single_request *single;
    struct single_request storage;
    size_t at = 0;

    report_begin(r, &heading);
    if (responder.len > 0)
        report_string(r, &responder_url, responder);
    report_version(r, &version, 0);
    if (request->requestor_name.len > 0)
        describe_general_name(r, &requestor_name, request->requestor_name);
    report_begin(r, &request_list);
    while ((single = ocsp_request_next(request, &at, &storage)) != NULL)
        describe_single(r, single);
    report_end(r, &request_list);
    if (request->request_extensions.count > 0)
        describe_extensions(r, &request_extensions, &request->request_extensions);
    if (request->has_optional_signature)
        describe_signature(r, &request->optional_signature);
    else
        report_end(r, &heading);
}
