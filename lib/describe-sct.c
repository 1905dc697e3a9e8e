/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-sct.h"

#include "timestamp.h"

#include <stdio.h>

#define ROW_INDENT 12

static const struct field TIMESTAMP_OBJECT =
    FIELD_LEVEL("", "Signed Certificate Timestamp", LEVEL_OBJECT, 4);
static const struct field SCT_VERSION = FIELD("sct_version", "Version   ", LAYOUT_LINE);
static const struct field LOG_ID = FIELD("id", "", LAYOUT_LINE);
static const struct field LOG_ID_TEXT = FIELD(NULL, "Log ID    ", LAYOUT_LINE);
static const struct field TIMESTAMP = FIELD("timestamp", "Timestamp ", LAYOUT_LINE);
static const struct field EXTENSIONS = FIELD("extensions", "", LAYOUT_LINE);
static const struct field EXTENSIONS_TEXT = FIELD(NULL, "Extensions", LAYOUT_LINE);
static const struct field ALGORITHM = FIELD("signatureAlgorithm", "Signature ", LAYOUT_LINE);
static const struct field SIGNATURE = FIELD("signature", "", LAYOUT_LINE);
static const struct field SIGNATURE_INDENT = FIELD_LEVEL(NULL, "", LEVEL_HEADING, ROW_INDENT);
static const struct field SIGNATURE_TEXT = FIELD(NULL, "", LAYOUT_BARE);
static const struct field SERIALIZED = FIELD("serializedSCT", "", LAYOUT_COLONS);

/* OpenSSL's dump of 16 octets a row, which begins behind a label of 12 columns. */
static bool append_rows(struct buffer *out, size_t indent, struct slice octets, struct error *e)
{
    static const char digits[] = "0123456789ABCDEF";
    uint8_t *at = buffer_room(out, octets.len * 3 + (octets.len / 16 + 1) * (indent + 1) + 1, e);

    if (at == NULL)
        return false;
    for (size_t i = 0; i < octets.len; i++) {
        if (i > 0 && i % 16 == 0) {
            *at++ = '\n';
            memset(at, ' ', indent);
            at += indent;
        }
        *at++ = (uint8_t)digits[octets.data[i] >> 4];
        *at++ = (uint8_t)digits[octets.data[i] & 15];
        if (i + 1 < octets.len)
            *at++ = ':';
    }
    *at++ = '\0';
    out->len = (size_t)(at - out->data);
    return true;
}

static void describe_rows(struct report *r, const struct field *f, size_t indent,
                          struct slice octets)
{
    struct buffer *text = report_scratch(r);

    if (append_rows(text, indent, octets, &r->trouble))
        report_word(r, f, (const char *)text->data);
    else
        r->failed = true;
}

/* The milliseconds behind the seconds: "2018-09-26T20:56:33.769Z", "Sep 26 20:56:33.769 2018 GMT"
 */
static void describe_timestamp(struct report *r, uint64_t milliseconds)
{
    size_t len = report_is_text(r) ? TIMESTAMP_OPENSSL_LEN : TIMESTAMP_RFC3339_LEN;
    size_t seconds = report_is_text(r) ? 15 : 19; /* where they end */
    unsigned fraction = (unsigned)(milliseconds % 1000);
    uint8_t whole[TIMESTAMP_OPENSSL_LEN];
    uint8_t text[TIMESTAMP_OPENSSL_LEN + 5];

    if (report_is_text(r))
        timestamp_format_openssl((int64_t)(milliseconds / 1000), whole);
    else
        timestamp_format_rfc3339((int64_t)(milliseconds / 1000), whole);
    memcpy(text, whole, seconds);
    memcpy(text + seconds + 4, whole + seconds, len - seconds);
    text[seconds] = '.';
    text[seconds + 1] = (uint8_t)('0' + fraction / 100);
    text[seconds + 2] = (uint8_t)('0' + fraction / 10 % 10);
    text[seconds + 3] = (uint8_t)('0' + fraction % 10);
    text[len + 4] = '\0';
    report_word(r, &TIMESTAMP, (const char *)text);
}

static void describe_algorithm_of(struct report *r, const struct sct *sct)
{
    char number[8];

    if (sct->hash == 4 && sct->signature_algorithm == 3) {
        report_word(r, &ALGORITHM, "ecdsa-with-SHA256");
    } else if (sct->hash == 4 && sct->signature_algorithm == 1) {
        report_word(r, &ALGORITHM, "sha256WithRSAEncryption");
    } else {
        (void)snprintf(number, sizeof(number), "%02X%02X", sct->hash, sct->signature_algorithm);
        report_word(r, &ALGORITHM, number);
    }
}

static void describe_data(struct report *r, const struct sct *sct)
{
    report_number(r, &SCT_VERSION, 1);
    report_hex(r, &LOG_ID, sct->log_id);
    describe_timestamp(r, sct->timestamp);
    report_hex(r, &EXTENSIONS, sct->extensions);
    describe_algorithm_of(r, sct);
    report_hex(r, &SIGNATURE, sct->signature);
}

static void describe_text(struct report *r, const struct sct *sct)
{
    report_word(r, &SCT_VERSION, "v1 (0x0)");
    describe_rows(r, &LOG_ID_TEXT, r->indent + ROW_INDENT, sct->log_id);
    describe_timestamp(r, sct->timestamp);
    if (sct->extensions.len == 0)
        report_word(r, &EXTENSIONS_TEXT, "none");
    else
        describe_rows(r, &EXTENSIONS_TEXT, r->indent + ROW_INDENT, sct->extensions);
    describe_algorithm_of(r, sct);
    report_begin(r, &SIGNATURE_INDENT);
    describe_rows(r, &SIGNATURE_TEXT, r->indent, sct->signature);
    report_end(r, &SIGNATURE_INDENT);
}

void describe_scts(struct report *r, const struct field *list, struct der *d)
{
    struct slice rest;
    struct sct sct;

    if (!scts_parse(d, &rest, NULL))
        return;
    report_begin(r, list);
    while (scts_next(&rest, &sct)) {
        report_begin(r, &TIMESTAMP_OBJECT);
        if (!sct.is_v1)
            report_hex(r, &SERIALIZED, sct.serialized);
        else if (report_is_text(r))
            describe_text(r, &sct);
        else
            describe_data(r, &sct);
        report_end(r, &TIMESTAMP_OBJECT);
    }
    report_end(r, list);
}
