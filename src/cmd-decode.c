/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit decode: what is in it. Reads; never judges. */
#include "cert.h"
#include "crl.h"
#include "describe-cert.h"
#include "describe-crl.h"
#include "describe-notes.h"
#include "describe-request.h"
#include "describe-response.h"
#include "ocsp-request.h"
#include "ocsp-response.h"
#include "session.h"

struct decode_settings {
    struct common_settings common;
    struct texts requests;
};

static const struct option rows[] = {
    {'r', "request", "URL", OPTION_TEXTS, offsetof(struct decode_settings, requests),
     "decode the OCSP request in a GET URL"},
    OPTION_ROWS_INPUT(decode_settings),
    OPTION_ROWS_OUTPUT(decode_settings),
    OPTION_ROWS_REPORT(decode_settings),
};

static bool decode_request(struct session *s, const struct object *object, struct error *e)
{
    struct ocsp_request request;

    if (!ocsp_request_parse(object->der, &request, e))
        return false;
    if (object->encoding == ENCODING_URL && request.request_count == 0)
        return error_set(e, ERROR_DER, "expected at least one CertID, found none");
    session_begin_record(s, "ocspRequest", object);
    describe_ocsp_request(&s->report, &request, object->responder);
    describe_notes(&s->report, request.departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

static bool decode_response(struct session *s, const struct object *object, struct error *e)
{
    struct ocsp_response response;

    if (!ocsp_response_parse(object->der, &response, e))
        return false;
    session_begin_record(s, "ocspResponse", object);
    describe_ocsp_response(&s->report, &response);
    describe_notes(&s->report, response.departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

static bool decode_cert(struct session *s, const struct object *object, struct error *e)
{
    struct cert cert;

    if (!cert_parse(object->der, &cert, e))
        return false;
    session_begin_record(s, "certificate", object);
    describe_cert(&s->report, &cert);
    describe_notes(&s->report, cert.departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

static bool decode_crl(struct session *s, const struct object *object, struct error *e)
{
    struct crl crl;

    if (!crl_parse(object->der, &crl, e))
        return false;
    session_begin_record(s, "certificateList", object);
    describe_crl(&s->report, &crl);
    describe_notes(&s->report, crl.departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

static bool decode_object(struct session *s, void *context, const struct object *object,
                          enum exit_status *status, struct error *e)
{
    (void)context;
    (void)status;
    switch (object->kind) {
    case OBJECT_OCSP_REQUEST:
        return decode_request(s, object, e);
    case OBJECT_OCSP_RESPONSE:
        return decode_response(s, object, e);
    case OBJECT_CERTIFICATE:
        return decode_cert(s, object, e);
    case OBJECT_CRL:
        return decode_crl(s, object, e);
    default:
        return error_set(e, ERROR_CONTENT,
                         "expected a certificate, a CRL, an OCSP request or an OCSP response, "
                         "found %s",
                         object_kind_name(object->kind));
    }
}

static enum exit_status decode(const struct invocation *invocation,
                               const struct decode_settings *settings, char **operands, int count)
{
    struct session session;

    if (!session_open(&session, invocation, &settings->common))
        return EXIT_TROUBLE;
    for (size_t i = 0; i < settings->requests.count; i++)
        session_each_in_data(&session, settings->requests.items[i], decode_object, NULL);
    if (settings->requests.count == 0 || count > 0 || settings->common.inputfile != NULL)
        session_each(&session, operands, count, decode_object, NULL);
    return session_close(&session);
}

static enum exit_status run(const struct invocation *invocation)
{
    struct decode_settings settings = {.common = COMMON_SETTINGS_INIT};
    enum exit_status status;
    char **operands;
    int count;

    if (command_begin(invocation, &settings, &operands, &count, &status))
        status = decode(invocation, &settings, operands, count);
    texts_free(&settings.requests);
    return status;
}

const struct command cmd_decode = {
    .name = "decode",
    .synopsis = "[-r URL] [INPUT...]",
    .description =
        "Shows what is in certificates, CRLs, OCSP requests and OCSP responses, and in OCSP "
        "requests "
        "that are part of a GET URL. An INPUT is a file, or the URL or base64 itself; whatever it "
        "is "
        "called, its kind and encoding come from its content. Nothing is judged: a forged or stale "
        "answer is shown like any other.",
    .exits = "0 all was read; 2 something was not",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
