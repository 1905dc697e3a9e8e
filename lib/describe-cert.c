/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-cert.h"

#include "describe-algorithm.h"
#include "describe-extension.h"
#include "describe-name.h"
#include "describe-public-key.h"

static const struct field CERTS = FIELD_LEVEL("certs", "", LEVEL_LIST, 0);
static const struct field CERT = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field CERTIFICATE = FIELD_LEVEL(NULL, "Certificate", LEVEL_HEADING, 4);
static const struct field DATA = FIELD_LEVEL(NULL, "Data", LEVEL_HEADING, 4);
static const struct field VERSION = FIELD("version", "Version", LAYOUT_LINE);
static const struct field SERIAL_NUMBER = FIELD("serialNumber", "Serial Number", LAYOUT_SERIAL);
static const struct field SIGNATURE = FIELD("signature", "Signature Algorithm", LAYOUT_LINE);
static const struct field ISSUER = FIELD("issuer", "Issuer", LAYOUT_LINE);
static const struct field VALIDITY_WORD = FIELD(NULL, "", LAYOUT_BARE);
static const struct field VALIDITY = FIELD_LEVEL("validity", "", LEVEL_OBJECT, 4);
static const struct field NOT_BEFORE = FIELD("notBefore", "Not Before", LAYOUT_LINE);
static const struct field NOT_AFTER = FIELD("notAfter", "Not After ", LAYOUT_LINE);
static const struct field SUBJECT = FIELD("subject", "Subject", LAYOUT_LINE);
static const struct field ISSUER_UNIQUE_ID =
    FIELD("issuerUniqueID", "Issuer Unique ID", LAYOUT_DUMP18);
static const struct field SUBJECT_UNIQUE_ID =
    FIELD("subjectUniqueID", "Subject Unique ID", LAYOUT_DUMP18);
static const struct field EXTENSIONS =
    FIELD_LEVEL("extensions", "X509v3 extensions", LEVEL_LIST, 4);
static const struct field SIGNATURE_VALUE =
    FIELD("signatureValue", "Signature Value", LAYOUT_DUMP18);

/* OpenSSL has no colon behind the word. */
static void describe_validity(struct report *r, const struct validity *validity)
{
    report_word(r, &VALIDITY_WORD, "Validity");
    report_begin(r, &VALIDITY);
    report_time(r, &NOT_BEFORE, validity->not_before);
    report_time(r, &NOT_AFTER, validity->not_after);
    report_end(r, &VALIDITY);
}

static void describe_tbs_certificate(struct report *r, const struct cert *cert)
{
    report_version(r, &VERSION, cert->version);
    report_integer(r, &SERIAL_NUMBER, cert->serial_number);
    describe_algorithm(r, &SIGNATURE, &cert->signature);
    describe_name(r, &ISSUER, cert->issuer);
    describe_validity(r, &cert->validity);
    describe_name(r, &SUBJECT, cert->subject);
    describe_subject_public_key_info(r, &cert->subject_public_key_info);
    if (cert->issuer_unique_id.data != NULL)
        report_hex(r, &ISSUER_UNIQUE_ID, cert->issuer_unique_id);
    if (cert->subject_unique_id.data != NULL)
        report_hex(r, &SUBJECT_UNIQUE_ID, cert->subject_unique_id);
    describe_extensions(r, &EXTENSIONS, &cert->extensions);
}

void describe_cert(struct report *r, const struct cert *cert)
{
    report_begin(r, &CERTIFICATE);
    report_begin(r, &DATA);
    describe_tbs_certificate(r, cert);
    report_end(r, &DATA);
    describe_signature_algorithm(r, &cert->signature_algorithm);
    report_hex(r, &SIGNATURE_VALUE, cert->signature_value);
    report_end(r, &CERTIFICATE);
}

void describe_cert_list(struct report *r, struct slice certs)
{
    struct cert cert;

    report_begin(r, &CERTS);
    while (certs_next(&certs, &cert)) {
        report_begin(r, &CERT);
        describe_cert(r, &cert);
        report_end(r, &CERT);
        report_pem(r, "CERTIFICATE", cert.der);
    }
    report_end(r, &CERTS);
}
