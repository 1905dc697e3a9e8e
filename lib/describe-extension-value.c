/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-extension-value.h"

#include "describe-bits.h"
#include "describe-integer.h"
#include "describe-name.h"
#include "describe-string.h"
#include "extension-value.h"
#include "timestamp.h"

#include <stdio.h>

static const struct field KEY_IDENTIFIER = FIELD("keyIdentifier", "", LAYOUT_COLONS);
static const struct field AUTHORITY_CERT_ISSUER =
    FIELD_LEVEL("authorityCertIssuer", "", LEVEL_LIST, 0);
static const struct field AUTHORITY_CERT_SERIAL =
    FIELD("authorityCertSerialNumber", "", LAYOUT_COLONS);
static const struct field CA = FIELD("cA", "", LAYOUT_LINE);
static const struct field PATH_LEN = FIELD("pathLenConstraint", "", LAYOUT_LINE);
static const struct field ACCESS_DESCRIPTION = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field ACCESS_METHOD = FIELD("accessMethod", "", LAYOUT_LINE);
static const struct field ACCESS_LOCATION = FIELD("accessLocation", "", LAYOUT_LINE);

static const struct field NOT_BEFORE = FIELD("notBefore", "", LAYOUT_LINE);
static const struct field NOT_AFTER = FIELD("notAfter", "", LAYOUT_LINE);

static const struct field PATH_LEN_CONSTRAINT =
    FIELD("pCPathLenConstraint", "Path Length Constraint", LAYOUT_LINE);
static const struct field PROXY_POLICY = FIELD_LEVEL("proxyPolicy", "", LEVEL_OBJECT, 0);
static const struct field POLICY_LANGUAGE = FIELD("policyLanguage", "Policy Language", LAYOUT_LINE);
static const struct field POLICY = FIELD("policy", "", LAYOUT_LINE);
static const struct field POLICY_TEXT = FIELD(NULL, "Policy Text", LAYOUT_LINE);

static const struct field INLINE_ELEMENT = FIELD("", "", LAYOUT_INLINE);
static const struct field LINE = FIELD("", "", LAYOUT_BARE);

static bool append_colons(struct buffer *out, struct slice octets, struct error *e)
{
    static const char digits[] = "0123456789ABCDEF";
    uint8_t *at = buffer_room(out, 3 * octets.len + 1, e);

    if (at == NULL)
        return false;
    for (size_t i = 0; i < octets.len; i++) {
        *at++ = (uint8_t)digits[octets.data[i] >> 4];
        *at++ = (uint8_t)digits[octets.data[i] & 15];
        *at++ = ':';
    }
    out->len += octets.len > 0 ? 3 * octets.len - 1 : 0;
    return true;
}

void describe_octets(struct report *r, const struct field *f, struct der *d)
{
    struct slice octets;

    if (der_read(d, DER_OCTET_STRING, &octets, NULL))
        report_hex(r, f, octets);
}

/* OpenSSL keeps the magnitude alone. */
static struct slice without_sign_octet(struct slice integer)
{
    return integer.len > 1 && integer.data[0] == 0 ? slice_from(integer, 1) : integer;
}

static void describe_prefixed_hex(struct report *r, struct slice prefix, struct slice octets)
{
    struct buffer *text = report_scratch(r);

    describe_composed(r, &LINE,
                      buffer_append(text, prefix, &r->trouble) &&
                          append_colons(text, octets, &r->trouble));
}

/* The key identifier alone has no prefix. */
static void describe_authority_text(struct report *r, const struct authority_key_identifier *id)
{
    struct slice rest = id->authority_cert_issuer;
    struct general_name name;

    if (id->authority_cert_issuer.data == NULL && id->authority_cert_serial_number.data == NULL) {
        if (id->key_identifier.data != NULL)
            report_hex(r, &KEY_IDENTIFIER, id->key_identifier);
        else
            report_word(r, &LINE, "<EMPTY>");
        return;
    }
    if (id->key_identifier.data != NULL)
        describe_prefixed_hex(r, SLICE("keyid:"), id->key_identifier);
    while (general_names_next(&rest, &name))
        describe_general_name_view(r, &LINE, &name);
    if (id->authority_cert_serial_number.data != NULL)
        describe_prefixed_hex(r, SLICE("serial:"),
                              without_sign_octet(id->authority_cert_serial_number));
}

void describe_authority_key_identifier(struct report *r, const struct field *f, struct der *d)
{
    struct authority_key_identifier id;

    if (!authority_key_identifier_parse(d, &id, NULL))
        return;
    if (report_is_text(r)) {
        describe_authority_text(r, &id);
        return;
    }
    report_begin(r, f);
    if (id.key_identifier.data != NULL)
        report_hex(r, &KEY_IDENTIFIER, id.key_identifier);
    if (id.authority_cert_issuer.data != NULL)
        describe_general_names(r, &AUTHORITY_CERT_ISSUER, &LINE, id.authority_cert_issuer);
    if (id.authority_cert_serial_number.data != NULL)
        report_integer(r, &AUTHORITY_CERT_SERIAL, id.authority_cert_serial_number);
    report_end(r, f);
}

void describe_basic_constraints(struct report *r, const struct field *f, struct der *d)
{
    struct basic_constraints constraints;
    char text[40];
    int len;

    if (!basic_constraints_parse(d, &constraints, NULL))
        return;
    if (report_is_text(r)) {
        len = snprintf(text, sizeof(text), "CA:%s", constraints.ca ? "TRUE" : "FALSE");
        if (constraints.has_path_len_constraint)
            (void)snprintf(text + len, sizeof(text) - (size_t)len, ", pathlen:%u",
                           (unsigned)constraints.path_len_constraint);
        report_word(r, &LINE, text);
        return;
    }
    report_begin(r, f);
    report_boolean(r, &CA, constraints.ca);
    if (constraints.has_path_len_constraint)
        report_number(r, &PATH_LEN, constraints.path_len_constraint);
    report_end(r, f);
}

void describe_key_usage(struct report *r, const struct field *f, struct der *d)
{
    static const struct bit_name names[] = {
        {"digitalSignature", "Digital Signature"},
        {"nonRepudiation", "Non Repudiation"},
        {"keyEncipherment", "Key Encipherment"},
        {"dataEncipherment", "Data Encipherment"},
        {"keyAgreement", "Key Agreement"},
        {"keyCertSign", "Certificate Sign"},
        {"cRLSign", "CRL Sign"},
        {"encipherOnly", "Encipher Only"},
        {"decipherOnly", "Decipher Only"},
    };
    uint32_t bits;

    if (der_read_named_bits(d, DER_BIT_STRING, &bits, NULL))
        describe_bits(r, f, bits, names, ARRAY_SIZE(names));
}

void describe_ns_cert_type(struct report *r, const struct field *f, struct der *d)
{
    static const struct bit_name names[] = {
        {"client", "SSL Client"},      {"server", "SSL Server"},       {"email", "S/MIME"},
        {"objsign", "Object Signing"}, {"reserved", "Unused"},         {"sslCA", "SSL CA"},
        {"emailCA", "S/MIME CA"},      {"objCA", "Object Signing CA"},
    };
    uint32_t bits;

    if (der_read_named_bits(d, DER_BIT_STRING, &bits, NULL))
        describe_bits(r, f, bits, names, ARRAY_SIZE(names));
}

void describe_oids(struct report *r, const struct field *list, struct der *d)
{
    struct slice rest;
    struct slice oid;

    if (!oids_parse(d, &rest, NULL))
        return;
    report_begin(r, list);
    while (oids_next(&rest, &oid))
        report_oid(r, &INLINE_ELEMENT, oid);
    report_end(r, list);
}

void describe_alt_names(struct report *r, const struct field *list, struct der *d)
{
    struct slice names;

    if (!general_names_parse(d, DER_SEQUENCE, &names, NULL))
        return;
    if (report_is_text(r) && names.len == 0)
        report_word(r, &LINE, "<EMPTY>");
    else
        describe_general_names(r, list, &INLINE_ELEMENT, names);
}

/* "OCSP - URI:http://ocsp.example.com" */
static void describe_access_line(struct report *r, const struct access_description *access)
{
    struct buffer *text = report_scratch(r);

    describe_composed(r, &LINE,
                      oid_append(r, text, access->access_method) &&
                          buffer_append(text, SLICE(" - "), &r->trouble) &&
                          general_name_append_text(text, &access->access_location, &r->trouble));
}

void describe_access_descriptions(struct report *r, const struct field *list,
                                  struct slice descriptions)
{
    struct access_description access;

    report_begin(r, list);
    while (access_descriptions_next(&descriptions, &access)) {
        if (report_is_text(r)) {
            describe_access_line(r, &access);
            continue;
        }
        report_begin(r, &ACCESS_DESCRIPTION);
        report_oid(r, &ACCESS_METHOD, access.access_method);
        describe_general_name_view(r, &ACCESS_LOCATION, &access.access_location);
        report_end(r, &ACCESS_DESCRIPTION);
    }
    report_end(r, list);
}

void describe_info_access(struct report *r, const struct field *list, struct der *d)
{
    struct slice descriptions;

    if (access_descriptions_parse(d, &descriptions, NULL))
        describe_access_descriptions(r, list, descriptions);
}

/* "Not Before: Jan  1 00:00:00 2018 GMT, Not After: Jan  1 00:00:00 2019 GMT" */
static void describe_period_line(struct report *r, const struct private_key_usage_period *period)
{
    uint8_t from[TIMESTAMP_OPENSSL_LEN];
    uint8_t to[TIMESTAMP_OPENSSL_LEN];
    char text[96];
    int len = 0;

    timestamp_format_openssl(period->not_before, from);
    timestamp_format_openssl(period->not_after, to);
    text[0] = '\0';
    if (period->has_not_before)
        len = snprintf(text, sizeof(text), "Not Before: %.*s%s", TIMESTAMP_OPENSSL_LEN,
                       (const char *)from, period->has_not_after ? ", " : "");
    if (period->has_not_after)
        (void)snprintf(text + len, sizeof(text) - (size_t)len, "Not After: %.*s",
                       TIMESTAMP_OPENSSL_LEN, (const char *)to);
    report_word(r, &LINE, text);
}

void describe_private_key_usage_period(struct report *r, const struct field *f, struct der *d)
{
    struct private_key_usage_period period = {false, 0, false, 0};

    if (!private_key_usage_period_parse(d, &period, NULL))
        return;
    if (report_is_text(r)) {
        describe_period_line(r, &period);
        return;
    }
    report_begin(r, f);
    if (period.has_not_before)
        report_time(r, &NOT_BEFORE, period.not_before);
    if (period.has_not_after)
        report_time(r, &NOT_AFTER, period.not_after);
    report_end(r, f);
}

void describe_string_value(struct report *r, const struct field *f, struct der *d)
{
    struct slice text;
    uint8_t tag;

    if (der_read_any(d, &tag, &text, NULL))
        describe_string(r, f, tag, text);
}

void describe_time_value(struct report *r, const struct field *f, struct der *d)
{
    int64_t time;

    if (der_read_time(d, &time, NULL))
        report_time(r, f, time);
}

/* OpenSSL has the number in hex, and takes the policy for a text. */
static void describe_proxy_text(struct report *r, const struct proxy_cert_info *info)
{
    if (info->pc_path_len_constraint.data == NULL)
        report_word(r, &PATH_LEN_CONSTRAINT, "infinite");
    else
        report_integer(r, &PATH_LEN_CONSTRAINT, info->pc_path_len_constraint);
    report_oid(r, &POLICY_LANGUAGE, info->policy_language);
    if (info->policy.data != NULL)
        report_string(r, &POLICY_TEXT, info->policy);
}

void describe_proxy_cert_info(struct report *r, const struct field *f, struct der *d)
{
    struct proxy_cert_info info;

    if (!proxy_cert_info_parse(d, &info, NULL))
        return;
    if (report_is_text(r)) {
        describe_proxy_text(r, &info);
        return;
    }
    report_begin(r, f);
    if (info.pc_path_len_constraint.data != NULL)
        describe_count(r, &PATH_LEN_CONSTRAINT, info.pc_path_len_constraint);
    report_begin(r, &PROXY_POLICY);
    report_oid(r, &POLICY_LANGUAGE, info.policy_language);
    if (info.policy.data != NULL)
        report_hex(r, &POLICY, info.policy);
    report_end(r, &PROXY_POLICY);
    report_end(r, f);
}
