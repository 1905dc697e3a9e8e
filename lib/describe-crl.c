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
static const struct field LISTED = FIELD("listed", "Listed", LAYOUT_LINE);
static const struct field REVOKED =
    FIELD_LEVEL("revokedCertificates", "Revoked Certificates", LEVEL_LIST, 4);
static const struct field NONE_REVOKED = FIELD_LEVEL("revokedCertificates", "", LEVEL_LIST, 4);
static const struct field ENTRY = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field USER_CERTIFICATE = FIELD("userCertificate", "Serial Number", LAYOUT_LINE);
static const struct field ENTRY_BODY = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field REVOCATION_DATE = FIELD("revocationDate", "Revocation Date", LAYOUT_LINE);
static const struct field ENTRY_EXTENSIONS =
    FIELD_LEVEL("crlEntryExtensions", "CRL entry extensions", LEVEL_LIST, 4);
static const struct field SIGNED = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field SIGNATURE_ALGORITHM =
    FIELD("signatureAlgorithm", "Signature Algorithm", LAYOUT_LINE);
static const struct field SIGNATURE_VALUE =
    FIELD("signatureValue", "Signature Value", LAYOUT_DUMP18);

/* The entries to show; all of them where there is no list. */
struct serials {
    const struct slice *list;
    size_t count;
};

static bool is_wanted(const struct serials *only, struct slice serial)
{
    for (size_t i = 0; i < only->count; i++) {
        if (slice_equal(only->list[i], serial))
            return true;
    }
    return only->list == NULL;
}

static void describe_entry(struct report *r, const struct crl_entry *entry)
{
    report_begin(r, &ENTRY);
    report_integer(r, &USER_CERTIFICATE, entry->user_certificate);
    report_begin(r, &ENTRY_BODY);
    report_time(r, &REVOCATION_DATE, entry->revocation_date);
    describe_extensions(r, &ENTRY_EXTENSIONS, &entry->crl_entry_extensions);
    report_end(r, &ENTRY_BODY);
    report_end(r, &ENTRY);
}

/* Whether the list has one that is wanted. */
static bool has_wanted(const struct crl *crl, const struct serials *only)
{
    struct slice rest = crl->revoked_certificates;
    struct crl_entry entry;

    while (crl_entry_next(&rest, &entry)) {
        if (is_wanted(only, entry.user_certificate))
            return true;
    }
    return false;
}

static void describe_entries(struct report *r, const struct crl *crl, const struct serials *only)
{
    bool listed = has_wanted(crl, only);
    const struct field *list = listed ? &REVOKED : &NONE_REVOKED;
    struct slice rest = crl->revoked_certificates;
    struct crl_entry entry;

    if (only->list != NULL)
        report_boolean(r, &LISTED, listed);
    else if (!listed)
        report_word(r, &SENTENCE, "No Revoked Certificates.");
    report_begin(r, list);
    while (listed && crl_entry_next(&rest, &entry)) {
        if (is_wanted(only, entry.user_certificate))
            describe_entry(r, &entry);
    }
    report_end(r, list);
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

static void describe(struct report *r, const struct crl *crl, const struct serials *only)
{
    report_word(r, &SENTENCE, "Certificate Revocation List (CRL):");
    report_begin(r, &BODY);
    describe_head(r, crl);
    report_end(r, &BODY);
    describe_entries(r, crl, only);
    report_begin(r, &SIGNED);
    describe_algorithm(r, &SIGNATURE_ALGORITHM, &crl->signature_algorithm);
    report_hex(r, &SIGNATURE_VALUE, crl->signature_value);
    report_end(r, &SIGNED);
}

void describe_crl(struct report *r, const struct crl *crl)
{
    describe(r, crl, &(struct serials){NULL, 0});
}

void describe_crl_serials(struct report *r, const struct crl *crl, const struct slice *serials,
                          size_t count)
{
    describe(r, crl, &(struct serials){serials, count});
}
