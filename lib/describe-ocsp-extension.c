/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-ocsp-extension.h"

#include "describe-algorithm.h"
#include "describe-extension-value.h"
#include "describe-name.h"
#include "describe-string.h"
#include "ocsp-extension.h"

static const struct field CRL_URL = FIELD("crlUrl", "crlUrl", LAYOUT_LINE);
static const struct field CRL_NUM = FIELD("crlNum", "crlNum", LAYOUT_LINE);
static const struct field CRL_TIME = FIELD("crlTime", "crlTime", LAYOUT_LINE);
static const struct field ISSUER = FIELD("issuer", "Issuer", LAYOUT_LINE);
static const struct field LOCATOR = FIELD_LEVEL("locator", "", LEVEL_LIST, 0);
static const struct field LOCATOR_INDENT = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 16);
static const struct field PREFERRED = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field SIG_IDENTIFIER = FIELD("sigIdentifier", "", LAYOUT_LINE);
static const struct field SIG_PARAMETERS =
    FIELD_LEVEL("sigIdentifierParameters", "", LEVEL_OBJECT, 0);
static const struct field SIG_VALUE = FIELD("sigIdentifierParameters", "", LAYOUT_LINE);
static const struct field KEY_IDENTIFIER = FIELD("pubKeyAlgIdentifier", "", LAYOUT_LINE);
static const struct field KEY_PARAMETERS =
    FIELD_LEVEL("pubKeyAlgIdentifierParameters", "", LEVEL_OBJECT, 0);
static const struct field KEY_VALUE = FIELD("pubKeyAlgIdentifierParameters", "", LAYOUT_LINE);
static const struct field PREFERRED_TEXT =
    FIELD(NULL, "Preferred Signature Algorithm", LAYOUT_LINE);

/* OpenSSL has an empty line behind these. */
void describe_crl_id(struct report *r, const struct field *f, struct der *d)
{
    struct crl_id id;

    if (!crl_id_parse(d, &id, NULL))
        return;
    report_begin(r, f);
    if (id.crl_url.data != NULL)
        describe_string(r, &CRL_URL, DER_IA5_STRING, id.crl_url);
    if (id.crl_num.data != NULL)
        report_integer(r, &CRL_NUM, id.crl_num);
    if (id.has_crl_time)
        report_time(r, &CRL_TIME, id.crl_time);
    report_end(r, f);
    report_blank_line(r);
}

void describe_service_locator(struct report *r, const struct field *f, struct der *d)
{
    struct service_locator locator;

    if (!service_locator_parse(d, &locator, NULL))
        return;
    report_begin(r, f);
    describe_name(r, &ISSUER, locator.issuer);
    if (locator.locator.data != NULL) {
        report_begin(r, &LOCATOR_INDENT);
        describe_access_descriptions(r, &LOCATOR, locator.locator);
        report_end(r, &LOCATOR_INDENT);
    }
    report_end(r, f);
}

/* "ecdsa-with-SHA256, id-ecPublicKey prime256v1" */
static void describe_preferred_line(struct report *r,
                                    const struct preferred_signature_algorithm *preferred)
{
    const struct algorithm *key = &preferred->pub_key_alg_identifier;
    struct buffer *text = report_scratch(r);
    bool complete = oid_append(r, text, preferred->sig_identifier.algorithm);

    if (complete && preferred->has_pub_key_alg_identifier)
        complete =
            buffer_append(text, SLICE(", "), &r->trouble) && oid_append(r, text, key->algorithm);
    if (complete && preferred->has_pub_key_alg_identifier && key->parameters.data != NULL &&
        key->parameters.data[0] == DER_OID)
        complete =
            buffer_append(text, SLICE(" "), &r->trouble) && any_append(r, text, key->parameters);
    describe_composed(r, &PREFERRED_TEXT, complete);
}

static void describe_preferred(struct report *r,
                               const struct preferred_signature_algorithm *preferred)
{
    report_begin(r, &PREFERRED);
    report_oid(r, &SIG_IDENTIFIER, preferred->sig_identifier.algorithm);
    describe_parameters(r, &SIG_PARAMETERS, &SIG_VALUE, &preferred->sig_identifier);
    if (preferred->has_pub_key_alg_identifier) {
        report_oid(r, &KEY_IDENTIFIER, preferred->pub_key_alg_identifier.algorithm);
        describe_parameters(r, &KEY_PARAMETERS, &KEY_VALUE, &preferred->pub_key_alg_identifier);
    }
    report_end(r, &PREFERRED);
}

void describe_preferred_signature_algorithms(struct report *r, const struct field *list,
                                             struct der *d)
{
    struct preferred_signature_algorithm preferred;
    struct slice rest;

    if (!preferred_signature_algorithms_parse(d, &rest, NULL))
        return;
    report_begin(r, list);
    while (preferred_signature_algorithms_next(&rest, &preferred)) {
        if (report_is_text(r))
            describe_preferred_line(r, &preferred);
        else
            describe_preferred(r, &preferred);
    }
    report_end(r, list);
}
