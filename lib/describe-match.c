/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-match.h"

#include "describe-cert-id.h"
#include "describe-issuer-hashes.h"
#include "describe-name.h"
#include "describe-source.h"
#include "hex.h"
#include "key-identifier.h"

#include <stdio.h>

static const struct field kind_field = FIELD("kind", "", LAYOUT_LINE);
static const struct field requests = FIELD_LEVEL("requests", "", LEVEL_LIST, 0);
static const struct field request = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field cert_id_level = FIELD_LEVEL("certID", "Certificate ID", LEVEL_OBJECT, 4);
static const struct field cert_level = FIELD_LEVEL("certificate", "Certificate", LEVEL_OBJECT, 4);
static const struct field asked_subject = FIELD("subject", "Subject", LAYOUT_LINE);
static const struct field asked_issuer = FIELD("issuer", "Issuer Name", LAYOUT_LINE);
static const struct field authority_key_identifier =
    FIELD("authorityKeyIdentifier", "Authority Key Identifier", LAYOUT_LINE);

/* One issuer: its first line, then what is known of it below. */
static const struct field matches = FIELD_LEVEL("matches", "", LEVEL_LIST, 4);
static const struct field near_misses = FIELD_LEVEL("nearMisses", "", LEVEL_LIST, 4);
static const struct field issuer_level = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field match_subject = FIELD("subject", "Issuer", LAYOUT_LINE);
static const struct field near_miss_subject = FIELD("subject", "Near Miss", LAYOUT_LINE);
static const struct field below = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field differs_field = FIELD("differs", "", LAYOUT_LINE);
static const struct field differs_text = FIELD(NULL, "Differs", LAYOUT_LINE);
static const struct field issuer_name_hash =
    FIELD("issuerNameHash", "Issuer Name Hash", LAYOUT_LINE);
static const struct field issuer_key_hash = FIELD("issuerKeyHash", "Issuer Key Hash", LAYOUT_LINE);
static const struct field serial_number = FIELD("serialNumber", "Serial Number", LAYOUT_LINE);
static const struct field sha256 = FIELD("sha256", "sha256 Fingerprint", LAYOUT_EQUALS);
static const struct field subject_key_identifier = FIELD("subjectKeyIdentifier", "", LAYOUT_LINE);
static const struct field subject_key_identifier_text =
    FIELD(NULL, "Subject Key Identifier", LAYOUT_LINE);
static const struct field subject_key_identifier_method =
    FIELD("subjectKeyIdentifierMethod", "", LAYOUT_LINE);
static const struct field equals_issuer_key_hash = FIELD("equalsIssuerKeyHash", "", LAYOUT_LINE);
static const struct field equals_authority_key_identifier =
    FIELD("equalsAuthorityKeyIdentifier", "", LAYOUT_LINE);
static const struct field validity = FIELD_LEVEL("validity", "", LEVEL_OBJECT, 0);
static const struct field not_before = FIELD("notBefore", "Not Before", LAYOUT_LINE);
static const struct field not_after = FIELD("notAfter", "Not After", LAYOUT_LINE);
static const struct field file_field = FIELD("file", "", LAYOUT_LINE);
static const struct field file_index = FIELD("fileIndex", "", LAYOUT_LINE);
static const struct field file_text = FIELD(NULL, "File", LAYOUT_LINE);

static const struct field no_issuer = FIELD(NULL, "Issuer", LAYOUT_LINE);
static const struct field notes = FIELD_LEVEL("notes", "", LEVEL_LIST, 0);
static const struct field note = FIELD("", "Note", LAYOUT_LINE);
static const struct field response_status_field =
    FIELD("responseStatus", "Response Status", LAYOUT_LINE);
static const struct field reason_field = FIELD("reason", "", LAYOUT_LINE);
static const struct field reason_text = FIELD(NULL, "Note", LAYOUT_LINE);
static const struct field verdict_field = FIELD("verdict", "", LAYOUT_LINE);

static const char *const verdict_words[] = {
    [ISSUER_FOUND] = "yes",
    [ISSUER_NONE] = "no",
    [ISSUER_UNDETERMINED] = "undetermined",
};

static const struct {
    const char *word;
    const char *text;
} differences[] = {
    [ISSUER_DIFFERS_KEY] = {"key", "name matches, key differs (a re-keyed CA)"},
    [ISSUER_DIFFERS_NAME] = {"name",
                             "key matches, name differs (a cross-certificate or a renamed CA)"},
    [ISSUER_DIFFERS_KEY_IDENTIFIER] = {"keyIdentifier", "name matches, key identifier differs"},
    [ISSUER_DIFFERS_SIGNATURE] = {"signature", "name matches, key does not verify the signature"},
    [ISSUER_DIFFERS_UNKNOWN] = {"undetermined", "name matches, signature cannot be verified"},
};

static const char *const reasons[] = {
    [ISSUER_REASON_HASH_ALGORITHM] = "the hash algorithm of the CertID is not supported",
    [ISSUER_REASON_NAME_HASH_LENGTH] =
        "issuerNameHash has not the length of its algorithm's hashes, so nobody's name has it",
    [ISSUER_REASON_KEY_HASH_LENGTH] =
        "issuerKeyHash has not the length of its algorithm's hashes, so nobody's key has it",
    [ISSUER_REASON_SIGNATURE_ALGORITHM] = "the signature's algorithm or the key is not supported",
    [ISSUER_REASON_SELF_SIGNED] =
        "it is self-signed, and not among the certificates that were looked in",
};

/* What the found certificate is held against. */
struct asked {
    const struct cert_id *cert_id; /* null: a certificate asks */
    enum digest digest;            /* of the CertID */
    struct slice identifier;       /* for the found one's key identifier */
    const struct field *equals;
    const char *equal; /* how that is said in text */
    const char *differs;
};

static bool is_equal(const struct issuer *issuer, const struct asked *asked)
{
    return issuer->subject_key_identifier.data != NULL &&
           slice_equal(issuer->subject_key_identifier, asked->identifier);
}

/* In text: hex, and what is to be said of it in parentheses, in two pieces. */
static void describe_remarked(struct report *r, const struct field *f, struct slice octets,
                              const char *remark, const char *more)
{
    struct buffer *text = report_scratch(r);
    uint8_t *room = buffer_room(text, 2 * octets.len, NULL);

    if (room == NULL)
        return;
    hex_encode(room, octets);
    text->len = 2 * octets.len;
    if (buffer_append(text, SLICE(" ("), NULL) &&
        buffer_append(text, slice_of_string(remark), NULL) &&
        buffer_append(text, slice_of_string(more), NULL) && buffer_append(text, SLICE(")"), NULL))
        report_string(r, f, buffer_slice(text));
}

static const char *text_of_method(const struct issuer *issuer)
{
    return key_identifier_method_text(key_identifier_find_method(
        issuer->subject_key_identifier, &issuer->cert.subject_public_key_info));
}

/* Text: the identifier and the verdict on it in one line. */
static void describe_identifier_text(struct report *r, const struct issuer *issuer,
                                     const struct asked *asked)
{
    struct slice octets = issuer->subject_key_identifier;

    if (asked->identifier.data == NULL)
        describe_remarked(r, &subject_key_identifier_text, octets, text_of_method(issuer), "");
    else if (is_equal(issuer, asked))
        describe_remarked(r, &subject_key_identifier_text, octets, asked->equal, "");
    else
        describe_remarked(r, &subject_key_identifier_text, octets, asked->differs,
                          text_of_method(issuer));
}

/* Where it is another way of making it that tells the two apart, that is said. */
static void describe_identifier(struct report *r, const struct issuer *issuer,
                                const struct asked *asked)
{
    struct slice octets = issuer->subject_key_identifier;

    if (octets.data == NULL)
        return;
    if (report_is_text(r)) {
        describe_identifier_text(r, issuer, asked);
        return;
    }
    report_hex(r, &subject_key_identifier, octets);
    if (asked->identifier.data != NULL)
        report_boolean(r, asked->equals, is_equal(issuer, asked));
    if (!is_equal(issuer, asked))
        report_word(r, &subject_key_identifier_method,
                    key_identifier_method_word(
                        key_identifier_find_method(octets, &issuer->cert.subject_public_key_info)));
}

/* A near miss's own hash, under the CertID's algorithm, and beside it the one that is wanted. */
static void describe_other_hash(struct report *r, const struct issuer_found *found,
                                const struct asked *asked)
{
    bool is_key = found->differs == ISSUER_DIFFERS_KEY;
    const struct field *f = is_key ? &issuer_key_hash : &issuer_name_hash;
    const struct cert *cert = &found->issuer->cert;
    struct slice wanted =
        is_key ? asked->cert_id->issuer_key_hash : asked->cert_id->issuer_name_hash;
    uint8_t hash[DIGEST_MAX];
    char hex[2 * DIGEST_MAX + 1] = "";

    digest_compute(asked->digest,
                   is_key ? cert->subject_public_key_info.subject_public_key : cert->subject, hash);
    if (!report_is_text(r) || wanted.len > DIGEST_MAX) {
        report_hex(r, f, slice_of(hash, digest_size(asked->digest)));
        return;
    }
    hex_encode((uint8_t *)hex, wanted);
    describe_remarked(r, f, slice_of(hash, digest_size(asked->digest)), "wanted ", hex);
}

static void describe_file(struct report *r, const struct issuer *issuer)
{
    struct slice file = slice_of_string(issuer->file);

    report_string(r, &file_field, file);
    report_number(r, &file_index, (int64_t)issuer->index);
    describe_source(r, &file_text, file, issuer->index, report_scratch(r));
}

static void describe_issuer_notes(struct report *r, const struct cert *cert, int64_t at)
{
    bool is_ca = cert_is_ca(cert);

    if (is_ca && issuer_is_valid_at(cert, at))
        return;
    report_begin(r, &notes);
    if (at < cert->validity.not_before)
        report_toned(r, &note, "not valid yet", TONE_WARNING);
    if (at > cert->validity.not_after)
        report_toned(r, &note, "expired", TONE_WARNING);
    if (!is_ca)
        report_toned(r, &note,
                     cert->version == CERT_V3 ? "no CA: basicConstraints does not say so"
                                              : "no CA for sure: a certificate before version 3",
                     TONE_WARNING);
    report_end(r, &notes);
}

static void describe_found(struct report *r, const struct issuer_found *found,
                           const struct asked *asked, int64_t at)
{
    const struct cert *cert = &found->issuer->cert;
    bool near = found->differs != ISSUER_DIFFERS_NOT;

    report_begin(r, &issuer_level);
    describe_name(r, near ? &near_miss_subject : &match_subject, cert->subject);
    report_begin(r, &below);
    if (near) {
        report_word(r, &differs_field, differences[found->differs].word);
        report_toned(r, &differs_text, differences[found->differs].text, TONE_WARNING);
        if (asked->cert_id != NULL)
            describe_other_hash(r, found, asked);
    }
    report_integer(r, &serial_number, cert->serial_number);
    report_hex(r, &sha256, issuer_sha256(found->issuer));
    describe_identifier(r, found->issuer, asked);
    report_begin(r, &validity);
    report_time(r, &not_before, cert->validity.not_before);
    report_time(r, &not_after, cert->validity.not_after);
    report_end(r, &validity);
    describe_file(r, found->issuer);
    describe_issuer_notes(r, cert, at);
    report_end(r, &below);
    report_end(r, &issuer_level);
}

/*
 * Most CertIDs of a long list have few issuers: each is written once and copied from then on. What
 * is said of a match depends on nothing but the hash algorithm, since the key hashes are equal; so
 * the certificate itself, which has long left the cache, is not looked at again.
 */
static void describe_again(struct report *r, struct issuers *set, const struct issuer_found *found,
                           const struct asked *asked, int64_t at)
{
    struct slice *written = issuer_written(set, asked->digest, found->issuer);
    size_t since = r->out.len;

    if (written->data != NULL) {
        report_repeat(r, *written);
        return;
    }
    describe_found(r, found, asked, at);
    if (report_written(r, since).len > 0)
        *written = issuers_keep(set, report_written(r, since));
}

static void describe_all(struct report *r, const struct field *list, bool wanted,
                         const struct issuer_match *match, const struct asked *asked, int64_t at)
{
    report_begin(r, list);
    for (size_t i = 0; wanted && i < issuer_match_count(match); i++) {
        const struct issuer_found *found = issuer_match_at(match, i);

        if (asked->cert_id != NULL && found->differs == ISSUER_DIFFERS_NOT)
            describe_again(r, match->set, found, asked, at);
        else
            describe_found(r, found, asked, at);
    }
    report_end(r, list);
}

static void describe_match(struct report *r, const struct issuer_match *match,
                           const struct asked *asked, int64_t at)
{
    bool found = match->verdict == ISSUER_FOUND;
    char none[64];

    report_begin(r, &below);
    if (match->verdict == ISSUER_NONE) {
        (void)snprintf(none, sizeof(none), "none among %zu certificate%s", match->set->count,
                       match->set->count == 1 ? "" : "s");
        report_toned(r, &no_issuer, none, TONE_BAD);
    }
    if (match->verdict == ISSUER_UNDETERMINED)
        report_toned(r, &no_issuer, "undetermined", TONE_WARNING);
    if (match->reason != ISSUER_REASON_NONE || match->more) {
        report_begin(r, &notes);
        if (match->reason != ISSUER_REASON_NONE)
            report_toned(r, &note, reasons[match->reason], TONE_WARNING);
        if (match->more)
            report_toned(r, &note, "there are more near misses than these", TONE_WARNING);
        report_end(r, &notes);
    }
    report_end(r, &below);
    describe_all(r, &matches, found, match, asked, at);
    describe_all(r, &near_misses, !found, match, asked, at);
    report_word(r, &verdict_field, verdict_words[match->verdict]);
}

void describe_matches_begin(struct report *r, const char *kind)
{
    report_word(r, &kind_field, kind);
    report_begin(r, &requests);
}

void describe_cert_id_match(struct report *r, const struct cert_id *cert_id,
                            const struct issuer_match *match, int64_t at)
{
    struct asked asked = {cert_id,
                          match->digest,
                          cert_id->issuer_key_hash,
                          &equals_issuer_key_hash,
                          "equals the Issuer Key Hash",
                          "not the Issuer Key Hash: "};

    if (match->verdict == ISSUER_FOUND)
        issuer_fetch(match->set, match->digest, issuer_match_at(match, 0)->issuer);
    report_begin(r, &request);
    report_begin(r, &cert_id_level);
    describe_cert_id_fields(r, cert_id);
    report_end(r, &cert_id_level);
    describe_match(r, match, &asked, at);
    report_end(r, &request);
}

/* With its key identifier, which is what the key hashes are taken for. */
static void describe_as_issuer(struct report *r, const struct cert *cert)
{
    static const struct asked nobody = {0};
    struct issuer issuer = {.cert = *cert,
                            .subject_key_identifier = cert_subject_key_identifier(cert)};

    describe_identifier(r, &issuer, &nobody);
    describe_issuer_hashes(r, cert);
}

void describe_cert_match(struct report *r, const struct cert *cert, bool with_hashes,
                         const struct issuer_match *match, int64_t at)
{
    struct asked asked = {NULL,
                          DIGEST_SHA1,
                          cert_authority_key_identifier(cert),
                          &equals_authority_key_identifier,
                          "equals the Authority Key Identifier",
                          "not the Authority Key Identifier: "};

    report_begin(r, &request);
    report_begin(r, &cert_level);
    describe_name(r, &asked_subject, cert->subject);
    report_integer(r, &serial_number, cert->serial_number);
    describe_name(r, &asked_issuer, cert->issuer);
    if (asked.identifier.data != NULL)
        report_hex(r, &authority_key_identifier, asked.identifier);
    if (with_hashes)
        describe_as_issuer(r, cert);
    report_end(r, &cert_level);
    if (match != NULL)
        describe_match(r, match, &asked, at);
    report_end(r, &request);
}

void describe_matches_end_unmatched(struct report *r)
{
    report_end(r, &requests);
}

void describe_matches_end(struct report *r, enum issuer_verdict verdict)
{
    report_end(r, &requests);
    report_word(r, &verdict_field, verdict_words[verdict]);
}

void describe_matches_end_unasked(struct report *r, const char *response_status)
{
    report_end(r, &requests);
    if (response_status != NULL)
        report_word(r, &response_status_field, response_status);
    report_toned(r, &no_issuer, "undetermined", TONE_WARNING);
    report_word(r, &reason_text, "it asks about no certificate, or tells of none");
    report_word(r, &reason_field, "no-cert-id");
    report_word(r, &verdict_field, verdict_words[ISSUER_UNDETERMINED]);
}
