/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every good fixture is decoded a second time, by libtasn1's engine over the grammars in
 * tests/asn1, and the values are compared with those of the views.
 */
#include "cert.h"
#include "crl.h"
#include "ocsp-request.h"
#include "ocsp-response.h"
#include "second-opinion.h"
#include "tap.h"

static void same_cert_id(struct opinion *o, const char *name, const struct cert_id *have)
{
    size_t before = enter(o, name, 0);

    same_algorithm(o, "hashAlgorithm", &have->hash_algorithm);
    same_octets(o, "issuerNameHash", have->issuer_name_hash);
    same_octets(o, "issuerKeyHash", have->issuer_key_hash);
    same_octets(o, "serialNumber", have->serial_number);
    leave(o, before);
}

static void compare_request_signature(struct opinion *o, const struct ocsp_request *request)
{
    size_t before = enter(o, "optionalSignature", 0);

    same_algorithm(o, "signatureAlgorithm", &request->optional_signature.signature_algorithm);
    same_bits(o, "signature", request->optional_signature.signature);
    leave(o, before);
}

static void compare_tbs_request(struct opinion *o, const struct ocsp_request *request)
{
    const struct single_request *single;
    struct single_request storage;
    size_t next = 0;

    same_number(o, "version", 0);
    same_octets(o, "requestorName", request->requestor_name);
    same_count(o, "requestList", request->request_count);
    for (size_t i = 1; (single = ocsp_request_next(request, &next, &storage)) != NULL; i++) {
        size_t before = enter(o, "requestList", i);

        same_cert_id(o, "reqCert", &single->req_cert);
        same_extensions(o, "singleRequestExtensions", single->single_request_extensions);
        leave(o, before);
    }
    same_extensions(o, "requestExtensions", request->request_extensions);
}

static bool compare_request(struct slice der)
{
    struct ocsp_request request;
    struct opinion o;
    struct error e = {0};

    if (!ocsp_request_parse(der, &request, &e))
        return say_refused(&e);
    if (opinion_load(&o, ocsp, "OCSP.OCSPRequest", der)) {
        size_t before = enter(&o, "tbsRequest", 0);

        compare_tbs_request(&o, &request);
        leave(&o, before);
        same_element(&o, "tbsRequest", request.tbs_request);
        same_presence(&o, "optionalSignature", request.has_optional_signature);
        if (request.has_optional_signature)
            compare_request_signature(&o, &request);
    }
    opinion_free(&o);
    return o.agrees;
}

static void compare_cert_status(struct opinion *o, const struct single_response *single)
{
    const struct revoked_info *revoked = &single->revoked;
    size_t before;

    same_word(o, "certStatus", cert_status_word(single->cert_status));
    if (single->cert_status != CERT_STATUS_REVOKED)
        return;
    before = enter(o, "certStatus.revoked", 0);
    same_generalized_time(o, "revocationTime", revoked->revocation_time);
    same_presence(o, "revocationReason", revoked->has_revocation_reason);
    if (revoked->has_revocation_reason)
        same_number(o, "revocationReason", revoked->revocation_reason);
    leave(o, before);
}

static void compare_single_response(struct opinion *o, const struct single_response *single)
{
    same_cert_id(o, "certID", &single->cert_id);
    compare_cert_status(o, single);
    same_generalized_time(o, "thisUpdate", single->this_update);
    same_presence(o, "nextUpdate", single->has_next_update);
    if (single->has_next_update)
        same_generalized_time(o, "nextUpdate", single->next_update);
    same_extensions(o, "singleExtensions", single->single_extensions);
}

static void compare_response_data(struct opinion *o, const struct response_data *data)
{
    struct slice rest = data->responses;
    struct single_response single;
    bool by_name = data->responder_id.by_name.data != NULL;

    same_number(o, "version", data->version);
    same_word(o, "responderID", by_name ? "byName" : "byKey");
    same_octets(o, "responderID.byName", data->responder_id.by_name);
    same_octets(o, "responderID.byKey", data->responder_id.by_key);
    same_generalized_time(o, "producedAt", data->produced_at);
    same_count(o, "responses", data->response_count);
    for (size_t i = 1; single_response_next(&rest, &single); i++) {
        size_t before = enter(o, "responses", i);

        compare_single_response(o, &single);
        leave(o, before);
    }
    same_extensions(o, "responseExtensions", data->response_extensions);
}

static void compare_certs(struct opinion *o, struct slice rest)
{
    struct cert cert;

    for (size_t i = 1; certs_next(&rest, &cert); i++) {
        size_t before = enter(o, "certs", i);

        same_octets(o, "", cert.der);
        leave(o, before);
    }
}

static bool compare_basic(const struct basic_ocsp_response *basic, struct slice der)
{
    struct opinion o;

    if (opinion_load(&o, ocsp, "OCSP.BasicOCSPResponse", der)) {
        size_t before = enter(&o, "tbsResponseData", 0);

        compare_response_data(&o, &basic->response_data);
        leave(&o, before);
        same_element(&o, "tbsResponseData", basic->tbs_response_data);
        same_algorithm(&o, "signatureAlgorithm", &basic->signature_algorithm);
        same_bits(&o, "signature", basic->signature);
        same_count(&o, "certs", basic->cert_count);
        compare_certs(&o, basic->certs);
    }
    opinion_free(&o);
    return o.agrees;
}

static bool compare_response(struct slice der)
{
    struct ocsp_response response;
    struct opinion o;
    struct error e = {0};

    if (!ocsp_response_parse(der, &response, &e))
        return say_refused(&e);
    if (opinion_load(&o, ocsp, "OCSP.OCSPResponse", der)) {
        same_number(&o, "responseStatus", response.response_status);
        same_presence(&o, "responseBytes", response.has_response_bytes);
        if (response.has_response_bytes)
            same_oid(&o, "responseBytes.responseType", response.response_type);
        same_octets(&o, "responseBytes.response", response.response);
    }
    opinion_free(&o);
    return o.agrees && (!response.is_basic || compare_basic(&response.basic, response.response));
}

static void compare_tbs_certificate(struct opinion *o, const struct cert *cert)
{
    same_number(o, "version", cert->version);
    same_octets(o, "serialNumber", cert->serial_number);
    same_algorithm(o, "signature", &cert->signature);
    same_element(o, "issuer", cert->issuer);
    same_time(o, "validity.notBefore", cert->validity.not_before);
    same_time(o, "validity.notAfter", cert->validity.not_after);
    same_element(o, "subject", cert->subject);
    same_element(o, "subjectPublicKeyInfo", cert->subject_public_key_info.element);
    same_algorithm(o, "subjectPublicKeyInfo.algorithm", &cert->subject_public_key_info.algorithm);
    same_bits(o, "subjectPublicKeyInfo.subjectPublicKey",
              cert->subject_public_key_info.subject_public_key);
    same_bits(o, "issuerUniqueID", cert->issuer_unique_id);
    same_bits(o, "subjectUniqueID", cert->subject_unique_id);
    same_extensions(o, "extensions", cert->extensions);
}

static bool compare_certificate(struct slice der)
{
    struct cert cert;
    struct opinion o;
    struct error e = {0};

    if (!cert_parse(der, &cert, &e))
        return say_refused(&e);
    if (opinion_load(&o, pkix, "PKIX1.Certificate", der)) {
        size_t before = enter(&o, "tbsCertificate", 0);

        compare_tbs_certificate(&o, &cert);
        leave(&o, before);
        same_element(&o, "tbsCertificate", cert.tbs_certificate);
        same_algorithm(&o, "signatureAlgorithm", &cert.signature_algorithm);
        same_bits(&o, "signatureValue", cert.signature_value);
    }
    opinion_free(&o);
    return o.agrees;
}

static void compare_revoked_certificates(struct opinion *o, const struct crl *crl)
{
    struct slice rest = crl->revoked_certificates;
    struct crl_entry entry;

    same_count(o, "revokedCertificates", crl->revoked_count);
    for (size_t i = 1; crl_entry_next(&rest, &entry); i++) {
        size_t before = enter(o, "revokedCertificates", i);

        same_octets(o, "userCertificate", entry.user_certificate);
        same_time(o, "revocationDate", entry.revocation_date);
        same_extensions(o, "crlEntryExtensions", entry.crl_entry_extensions);
        leave(o, before);
    }
}

static void compare_tbs_cert_list(struct opinion *o, const struct crl *crl)
{
    same_presence(o, "version", crl->version != CRL_V1);
    if (crl->version != CRL_V1)
        same_number(o, "version", crl->version);
    same_algorithm(o, "signature", &crl->signature);
    same_element(o, "issuer", crl->issuer);
    same_time(o, "thisUpdate", crl->this_update);
    same_presence(o, "nextUpdate", crl->has_next_update);
    if (crl->has_next_update)
        same_time(o, "nextUpdate", crl->next_update);
    compare_revoked_certificates(o, crl);
    same_extensions(o, "crlExtensions", crl->crl_extensions);
}

static bool compare_crl(struct slice der)
{
    struct crl crl;
    struct opinion o;
    struct error e = {0};

    if (!crl_parse(der, &crl, &e))
        return say_refused(&e);
    if (opinion_load(&o, pkix, "PKIX1.CertificateList", der)) {
        size_t before = enter(&o, "tbsCertList", 0);

        compare_tbs_cert_list(&o, &crl);
        leave(&o, before);
        same_element(&o, "tbsCertList", crl.tbs_cert_list);
        same_algorithm(&o, "signatureAlgorithm", &crl.signature_algorithm);
        same_bits(&o, "signatureValue", crl.signature_value);
    }
    opinion_free(&o);
    return o.agrees;
}

static const struct compared_kind kinds[] = {
    {"ocspRequest", compare_request},
    {"ocspResponse", compare_response},
    {"certificate", compare_certificate},
    {"certificateList", compare_crl},
};

int main(void)
{
    return compare_fixtures(kinds, ARRAY_SIZE(kinds));
}
