/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-crl.h"

#include "describe-algorithm.h"
#include "describe-extension.h"
#include "describe-name.h"

#include <stdio.h>

static const struct field SENTENCE = FIELD(NULL, "", LAYOUT_BARE);
static const struct field BODY = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 8);
static const struct field VERSION = FIELD("version", "", LAYOUT_LINE);
static const struct field SIGNATURE = FIELD("signature", "Signature Algorithm", LAYOUT_LINE);
static const struct field ISSUER = FIELD("issuer", "Issuer", LAYOUT_LINE);
static const struct field THIS_UPDATE = FIELD("thisUpdate", "Last Update", LAYOUT_LINE);
static const struct field NEXT_UPDATE = FIELD("nextUpdate", "Next Update", LAYOUT_LINE);
static const struct field NO_NEXT_UPDATE = FIELD(NULL, "Next Update", LAYOUT_LINE);
static const struct field CRL_EXTENSIONS =
    FIELD_LEVEL("crlExtensions", "CRL extensions", LEVEL_LIST, 4);
static const struct field LISTED = FIELD("listed", "", LAYOUT_LINE);
static const struct field NOT_LISTED = FIELD_LEVEL("notListed", "Not Listed", LEVEL_LIST, 4);
static const struct field SERIAL = FIELD("", "Serial Number", LAYOUT_LINE);
static const struct field REVOKED =
    FIELD_LEVEL("revokedCertificates", "Revoked Certificates", LEVEL_LIST, 4);
static const struct field NONE_REVOKED = FIELD_LEVEL("revokedCertificates", "", LEVEL_LIST, 4);
static const struct field ENTRY = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field USER_CERTIFICATE = FIELD("userCertificate", "Serial Number", LAYOUT_LINE);
static const struct field ENTRY_BODY = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field CERTIFICATE_ISSUER =
    FIELD_LEVEL("certificateIssuer", "Certificate Issuer", LEVEL_INLINE_LIST, 0);
static const struct field ISSUER_NAME = FIELD("", "", LAYOUT_INLINE);
static const struct field REVOCATION_DATE = FIELD("revocationDate", "Revocation Date", LAYOUT_LINE);
static const struct field ENTRY_EXTENSIONS =
    FIELD_LEVEL("crlEntryExtensions", "CRL entry extensions", LEVEL_LIST, 4);
static const struct field SIGNED = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field SIGNATURE_VALUE =
    FIELD("signatureValue", "Signature Value", LAYOUT_DUMP18);

static void describe_entry(struct report *r, const struct crl_entry *entry,
                           struct slice certificate_issuer)
{
    report_begin(r, &ENTRY);
    report_integer(r, &USER_CERTIFICATE, entry->user_certificate);
    report_begin(r, &ENTRY_BODY);
    if (certificate_issuer.data != NULL)
        describe_general_names(r, &CERTIFICATE_ISSUER, &ISSUER_NAME, certificate_issuer);
    report_time(r, &REVOCATION_DATE, entry->revocation_date);
    describe_extensions(r, &ENTRY_EXTENSIONS, &entry->crl_entry_extensions);
    report_end(r, &ENTRY_BODY);
    report_end(r, &ENTRY);
}

/* All of them: the text may be a hundred million bytes long. */
static void describe_entries(struct report *r, const struct crl *crl)
{
    const struct field *list = crl->revoked_count > 0 ? &REVOKED : &NONE_REVOKED;
    struct slice rest = crl->revoked_certificates;
    struct crl_entry entry;

    if (crl->revoked_count == 0)
        report_word(r, &SENTENCE, "No Revoked Certificates.");
    report_begin(r, list);
    while (!report_is_quiet(r) && crl_entry_next(&rest, &entry)) {
        describe_entry(r, &entry, SLICE_NONE);
        report_drain(r);
    }
    report_end(r, list);
}

static void describe_not_listed(struct report *r, const struct crl_search *search)
{
    report_begin(r, &NOT_LISTED);
    for (size_t i = 0; i < search->serials->count; i++) {
        if (!crl_search_found(search, i))
            report_integer(r, &SERIAL, serial_set_at(search->serials, i));
        report_drain(r);
    }
    report_end(r, &NOT_LISTED);
}

static void describe_matches(struct report *r, const struct crl_search *search)
{
    size_t count = crl_search_count(search);
    const struct field *list = count > 0 ? &REVOKED : &NONE_REVOKED;

    report_boolean(r, &LISTED, count > 0);
    report_begin(r, list);
    for (size_t i = 0; i < count; i++) {
        struct crl_match match = crl_search_at(search, i);

        describe_entry(r, &match.entry, match.certificate_issuer);
        report_drain(r);
    }
    report_end(r, list);
    if (!report_is_text(r) || !crl_search_found_all(search))
        describe_not_listed(r, search);
}

/* OpenSSL has no colon behind the word. */
static void describe_version(struct report *r, uint32_t version)
{
    char text[32];

    report_version(r, &VERSION, version);
    (void)snprintf(text, sizeof(text), "Version %u (0x%x)", (unsigned)version + 1,
                   (unsigned)version);
    report_word(r, &SENTENCE, text);
}

static void describe_head(struct report *r, const struct crl *crl)
{
    describe_version(r, crl->version);
    describe_algorithm(r, &SIGNATURE, &crl->signature);
    describe_name(r, &ISSUER, crl->issuer);
    report_time(r, &THIS_UPDATE, crl->this_update);
    if (crl->has_next_update)
        report_time(r, &NEXT_UPDATE, crl->next_update);
    else
        report_word(r, &NO_NEXT_UPDATE, "NONE");
    describe_extensions(r, &CRL_EXTENSIONS, &crl->crl_extensions);
}

static void describe_start(struct report *r, const struct crl *crl)
{
    report_toned(r, &SENTENCE, "Certificate Revocation List (CRL):", TONE_HEADING);
    report_begin(r, &BODY);
    describe_head(r, crl);
    report_end(r, &BODY);
}

static void describe_signature(struct report *r, const struct crl *crl)
{
    report_begin(r, &SIGNED);
    describe_signature_algorithm(r, &crl->signature_algorithm);
    report_hex(r, &SIGNATURE_VALUE, crl->signature_value);
    report_end(r, &SIGNED);
}

void describe_crl(struct report *r, const struct crl *crl)
{
    describe_start(r, crl);
    describe_entries(r, crl);
    describe_signature(r, crl);
}

void describe_crl_search(struct report *r, const struct crl *crl, const struct crl_search *search)
{
    describe_start(r, crl);
    describe_matches(r, search);
    if (!report_is_text(r))
        describe_signature(r, crl);
}
