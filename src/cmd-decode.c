/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit decode: what is in it. Reads; never judges. */
#include "cert.h"
#include "crl.h"
#include "csr.h"
#include "describe-cert.h"
#include "describe-crl.h"
#include "describe-csr.h"
#include "describe-notes.h"
#include "describe-private-key.h"
#include "describe-public-key.h"
#include "describe-request.h"
#include "describe-response.h"
#include "help.h"
#include "ocsp-request.h"
#include "ocsp-response.h"
#include "serial-decimal.h"
#include "serials-load.h"
#include "session.h"

struct decode_settings {
    struct common_settings common;
    struct texts requests;
    struct texts serials;
    bool dump;
    bool skip_other;
};

static const struct option rows[] = {
    {'r', "request", "URL", OPTION_TEXTS, offsetof(struct decode_settings, requests),
     "decode the OCSP request in a GET URL"},
    {0, "serial", "HEX", OPTION_TEXTS, offsetof(struct decode_settings, serials),
     "of a CRL only the entry of that serial number (@FILE: a list of them)"},
    {0, "dump", NULL, OPTION_FLAG, offsetof(struct decode_settings, dump),
     "of what fails, show the elements up to the place"},
    {0, "skip-other", NULL, OPTION_FLAG, offsetof(struct decode_settings, skip_other),
     "pass over a list's lines that hold no request, and count them"},
    OPTION_ROWS_INPUT(decode_settings),
    OPTION_ROWS_OUTPUT(decode_settings),
    OPTION_ROWS_PROGRESS(decode_settings),
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
    describe_notes(&s->report, request.departures | object->departures, object->repairs);
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
    describe_notes(&s->report, response.departures | object->departures, object->repairs);
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
    describe_notes(&s->report, cert.departures | object->departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

/* Null where no serial number may be meant as a decimal one, or where all have an entry. */
static const char *explain_decimal(const struct crl_search *search,
                                   char out[SERIAL_DECIMAL_TEXT_MAX])
{
    struct slice first;
    size_t count = crl_search_count_decimal(search, &first);

    return count > 0 ? serial_decimal_explain(first, count - 1, out) : NULL;
}

static bool decode_crl(struct session *s, const struct object *object, struct crl_search *search,
                       struct error *e)
{
    bool searches = search->serials->count > 0;
    char note[SERIAL_DECIMAL_TEXT_MAX];
    struct crl crl;

    if (searches ? !crl_search_parse(search, object->der, &crl, e)
                 : !crl_parse(object->der, &crl, e))
        return false;
    session_begin_record(s, "certificateList", object);
    if (searches)
        describe_crl_search(&s->report, &crl, search);
    else
        describe_crl(&s->report, &crl);
    describe_notes_and(&s->report, crl.departures | object->departures, object->repairs,
                       explain_decimal(search, note));
    report_end_record(&s->report);
    return true;
}

static bool decode_csr(struct session *s, const struct object *object, struct error *e)
{
    struct csr csr;

    if (!csr_parse(object->der, &csr, e))
        return false;
    session_begin_record(s, "certificationRequest", object);
    describe_csr(&s->report, &csr);
    describe_notes(&s->report, csr.departures | object->departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

static bool decode_public_key(struct session *s, const struct object *object, struct error *e)
{
    struct subject_public_key_info info;
    departure_set departures;

    if (!(object->kind == OBJECT_PUBLIC_KEY
              ? public_key_parse(object->der, &info, &departures, e)
              : public_key_parse_rsa(object->der, &info, &departures, e)))
        return false;
    session_begin_record(s, "subjectPublicKeyInfo", object);
    describe_public_key(&s->report, &info);
    describe_notes(&s->report, departures | object->departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

/* Of what is encrypted in its PEM the label is all that is known. */
static bool decode_private_key(struct session *s, const struct object *object, struct error *e)
{
    struct private_key key;

    if (object->kind == OBJECT_PEM_ENCRYPTED_KEY)
        private_key_look_at_label(object->label, &key);
    else if (!private_key_parse(object->kind, object->der, &key, e))
        return false;
    session_begin_record(s, "privateKey", object);
    describe_private_key(&s->report, &key);
    describe_notes(&s->report, key.departures | object->departures, object->repairs);
    report_end_record(&s->report);
    return true;
}

static bool decode_object(struct session *s, void *context, const struct object *object,
                          enum exit_status *status, struct error *e)
{
    struct crl_search *search = context;

    (void)status;
    if (search->serials->count > 0 && object->kind != OBJECT_CRL)
        return error_set(e, ERROR_CONTENT, "expected a CRL, which --serial is about, found %s",
                         object_kind_name(object->kind));
    switch (object->kind) {
    case OBJECT_OCSP_REQUEST:
        return decode_request(s, object, e);
    case OBJECT_OCSP_RESPONSE:
        return decode_response(s, object, e);
    case OBJECT_CERTIFICATE:
        return decode_cert(s, object, e);
    case OBJECT_CRL:
        return decode_crl(s, object, search, e);
    case OBJECT_CSR:
        return decode_csr(s, object, e);
    case OBJECT_PUBLIC_KEY:
    case OBJECT_RSA_PUBLIC_KEY:
        return decode_public_key(s, object, e);
    default:
        if (object_is_private_key(object->kind))
            return decode_private_key(s, object, e);
        return error_set(e, ERROR_CONTENT,
                         "expected a certificate, a CRL, an OCSP request or response, a "
                         "certificate request or a key, found %s",
                         object_kind_name(object->kind));
    }
}

/* What -r names is a request, whatever else the text may be. */
static bool decode_named_request(struct session *s, void *context, const struct object *object,
                                 enum exit_status *status, struct error *e)
{
    if (object->kind != OBJECT_OCSP_REQUEST)
        return error_set(e, ERROR_CONTENT, "expected an OCSP request, found %s",
                         object_kind_name(object->kind));
    return decode_object(s, context, object, status, e);
}

/* Each value a serial number, or "@" and a file with one a line. */
static bool read_serials(struct serial_set *set, const struct texts *texts, struct error *e)
{
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->items[i];

        if (text[0] == '@' ? !serials_load(set, text + 1, e)
                           : !serial_set_add(set, slice_of_string(text), e))
            return error_in(e, "--serial");
    }
    return set->count > 0 || texts->count == 0 ||
           error_set(e, ERROR_USAGE,
                     "expected a serial number in the file of --serial, found none");
}

static enum exit_status decode(const struct invocation *invocation,
                               const struct decode_settings *settings, struct crl_search *search,
                               char **operands, int count)
{
    struct session session;

    if (!session_open(&session, invocation, &settings->common))
        return EXIT_TROUBLE;
    session.dumps = settings->dump;
    session.skip_other = settings->skip_other;
    for (size_t i = 0; i < settings->requests.count; i++)
        session_each_in_data(&session, settings->requests.items[i], decode_named_request, search);
    if (settings->requests.count == 0 || count > 0 || settings->common.inputfile != NULL)
        session_each(&session, operands, count, decode_object, search);
    return session_close(&session);
}

static enum exit_status run(const struct invocation *invocation)
{
    struct decode_settings settings = {.common = COMMON_SETTINGS_INIT};
    struct serial_set serials CLEANUP(serial_set_free);
    struct crl_search search CLEANUP(crl_search_free);
    enum exit_status status;
    struct error e;
    char **operands;
    int count;

    serial_set_init(&serials);
    crl_search_init(&search, &serials);
    if (command_begin(invocation, &settings, &operands, &count, &status)) {
        if (read_serials(&serials, &settings.serials, &e))
            status = decode(invocation, &settings, &search, operands, count);
        else
            status = help_refuse(invocation->command->name, &e);
    }
    texts_free(&settings.requests);
    texts_free(&settings.serials);
    return status;
}

const struct command cmd_decode = {
    .name = "decode",
    .synopsis = "[-r URL] [--skip-other] [--serial=HEX]... [--dump] [INPUT...]",
    .description =
        "Shows what is in certificates, CRLs, OCSP requests and responses, PKCS#7 bundles, "
        "certificate requests and public keys, and in OCSP requests that are part of a GET URL; of "
        "a private key only its kind and size. An INPUT is a file, or the URL or base64 itself; "
        "whatever it is called, its kind and encoding come from its content. Nothing is judged: a "
        "forged or stale answer is shown like any other.",
    .exits = "0 all was read; 2 something was not",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
