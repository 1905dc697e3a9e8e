/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-response.h"

#include "describe-algorithm.h"
#include "describe-cert-id.h"
#include "describe-cert.h"
#include "describe-extension.h"
#include "describe-name.h"
#include "oid.h"

static const struct field heading = FIELD_LEVEL(NULL, "OCSP Response Data", LEVEL_HEADING, 4);
static const struct field response_status =
    FIELD("responseStatus", "OCSP Response Status", LAYOUT_LINE);
static const struct field response_type = FIELD("responseType", "Response Type", LAYOUT_LINE);
static const struct field version = FIELD("version", "Version", LAYOUT_LINE);
static const struct field responder_id = FIELD_LEVEL("responderID", "", LEVEL_OBJECT, 0);
static const struct field by_name = FIELD("byName", "Responder Id", LAYOUT_LINE);
static const struct field by_key = FIELD("byKey", "Responder Id", LAYOUT_LINE);
static const struct field produced_at = FIELD("producedAt", "Produced At", LAYOUT_LINE);
static const struct field response_list = FIELD_LEVEL("responses", "Responses", LEVEL_LIST, 0);
static const struct field single_response = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field cert_id = FIELD_LEVEL("certID", "Certificate ID", LEVEL_OBJECT, 2);
static const struct field cert_status = FIELD("certStatus", "Cert Status", LAYOUT_LINE);
static const struct field revocation_time = FIELD("revocationTime", "Revocation Time", LAYOUT_LINE);
static const struct field revocation_reason =
    FIELD("revocationReason", "Revocation Reason", LAYOUT_LINE);
static const struct field this_update = FIELD("thisUpdate", "This Update", LAYOUT_LINE);
static const struct field next_update = FIELD("nextUpdate", "Next Update", LAYOUT_LINE);
static const struct field single_indent = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field single_extensions =
    FIELD_LEVEL("singleExtensions", "Response Single Extensions", LEVEL_LIST, 4);
static const struct field response_extensions =
    FIELD_LEVEL("responseExtensions", "Response Extensions", LEVEL_LIST, 4);
static const struct field signature_value = FIELD("signature", "Signature Value", LAYOUT_DUMP18);

static void describe_response_status(struct report *r, enum ocsp_response_status status)
{
    /* OpenSSL's spelling, for text */
    static const char labels[][24] = {
        [OCSP_SUCCESSFUL] = "successful (0x0)",
        [OCSP_MALFORMED_REQUEST] = "malformedrequest (0x1)",
        [OCSP_INTERNAL_ERROR] = "internalerror (0x2)",
        [OCSP_TRY_LATER] = "trylater (0x3)",
        [OCSP_SIG_REQUIRED] = "sigrequired (0x5)",
        [OCSP_UNAUTHORIZED] = "unauthorized (0x6)",
    };

    report_toned(r, &response_status,
                 report_is_text(r) ? labels[status] : ocsp_response_status_word(status),
                 status == OCSP_SUCCESSFUL ? TONE_PLAIN : TONE_WARNING);
}

static void describe_response_type(struct report *r, const struct ocsp_response *response)
{
    static const char unknown[] = " (unknown response type)";
    char text[OID_DOTTED_MAX + sizeof(unknown)];

    if (response->is_basic || !report_is_text(r) ||
        !oid_to_dotted(response->response_type, text, NULL)) {
        report_oid(r, &response_type, response->response_type);
        return;
    }
    memcpy(text + strlen(text), unknown, sizeof(unknown));
    report_word(r, &response_type, text);
}

static void describe_responder_id(struct report *r, const struct responder_id *id)
{
    report_begin(r, &responder_id);
    if (id->by_name.data != NULL)
        describe_name(r, &by_name, id->by_name);
    else
        report_hex(r, &by_key, id->by_key);
    report_end(r, &responder_id);
}

static void describe_revocation_reason(struct report *r, enum crl_reason reason)
{
    /* for text, as OpenSSL spells them there */
    static const char labels[][28] = {
        [CRL_REASON_UNSPECIFIED] = "unspecified (0x0)",
        [CRL_REASON_KEY_COMPROMISE] = "keyCompromise (0x1)",
        [CRL_REASON_CA_COMPROMISE] = "cACompromise (0x2)",
        [CRL_REASON_AFFILIATION_CHANGED] = "affiliationChanged (0x3)",
        [CRL_REASON_SUPERSEDED] = "superseded (0x4)",
        [CRL_REASON_CESSATION_OF_OPERATION] = "cessationOfOperation (0x5)",
        [CRL_REASON_CERTIFICATE_HOLD] = "certificateHold (0x6)",
        [CRL_REASON_REMOVE_FROM_CRL] = "removeFromCRL (0x8)",
        [CRL_REASON_PRIVILEGE_WITHDRAWN] = "privilegeWithdrawn (0x9)",
        [CRL_REASON_AA_COMPROMISE] = "aACompromise (0xa)",
    };

    report_word(r, &revocation_reason,
                report_is_text(r) ? labels[reason] : crl_reason_word(reason));
}

static void describe_revoked_info(struct report *r, const struct revoked_info *revoked)
{
    report_time(r, &revocation_time, revoked->revocation_time);
    if (revoked->has_revocation_reason)
        describe_revocation_reason(r, revoked->revocation_reason);
}

void describe_single_response(struct report *r, const struct single_response *single)
{
    static const enum tone tones[] = {
        [CERT_STATUS_GOOD] = TONE_GOOD,
        [CERT_STATUS_REVOKED] = TONE_BAD,
        [CERT_STATUS_UNKNOWN] = TONE_WARNING,
    };

    report_begin(r, &cert_id);
    describe_cert_id_fields(r, &single->cert_id);
    report_end(r, &cert_id);
    report_toned(r, &cert_status, cert_status_word(single->cert_status),
                 tones[single->cert_status]);
    if (single->cert_status == CERT_STATUS_REVOKED)
        describe_revoked_info(r, &single->revoked);
    report_time(r, &this_update, single->this_update);
    if (single->has_next_update)
        report_time(r, &next_update, single->next_update);
    report_begin(r, &single_indent);
    describe_extensions(r, &single_extensions, &single->single_extensions);
    report_end(r, &single_indent);
    report_blank_line(r);
}

static void describe_element(struct report *r, const struct single_response *single)
{
    report_begin(r, &single_response);
    describe_single_response(r, single);
    report_end(r, &single_response);
}

static void describe_responses(struct report *r, const struct response_data *data)
{
    struct slice others = data->other_responses;
    struct single_response single;

    report_begin(r, &response_list);
    describe_element(r, &data->first_response);
    while (single_response_next(&others, &single))
        describe_element(r, &single);
    report_end(r, &response_list);
}

static void describe_basic(struct report *r, const struct basic_ocsp_response *basic)
{
    const struct response_data *data = &basic->response_data;

    report_version(r, &version, data->version);
    describe_responder_id(r, &data->responder_id);
    report_time(r, &produced_at, data->produced_at);
    describe_responses(r, data);
    describe_extensions(r, &response_extensions, &data->response_extensions);
    describe_signature_algorithm(r, &basic->signature_algorithm);
    report_hex(r, &signature_value, basic->signature);
}

void describe_ocsp_response(struct report *r, const struct ocsp_response *response)
{
    report_begin(r, &heading);
    describe_response_status(r, response->response_status);
    if (response->has_response_bytes)
        describe_response_type(r, response);
    if (response->is_basic)
        describe_basic(r, &response->basic);
    report_end(r, &heading);
    if (response->is_basic)
        describe_certs(r, response->basic.certs);
}
