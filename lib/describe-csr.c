/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-csr.h"

#include "describe-algorithm.h"
#include "describe-extension.h"
#include "describe-name.h"
#include "describe-public-key.h"
#include "oid.h"
#include "string-type.h"

static const struct field REQUEST = FIELD_LEVEL(NULL, "Certificate Request", LEVEL_HEADING, 4);
static const struct field DATA = FIELD_LEVEL(NULL, "Data", LEVEL_HEADING, 4);
static const struct field VERSION = FIELD("version", "Version", LAYOUT_LINE);
static const struct field SUBJECT = FIELD("subject", "Subject", LAYOUT_LINE);
static const struct field SUBJECT_PK_INFO =
    FIELD_LEVEL("subjectPKInfo", "Subject Public Key Info", LEVEL_OBJECT, 4);
static const struct field ATTRIBUTES = FIELD_LEVEL("attributes", "Attributes", LEVEL_LIST, 4);
static const struct field ATTRIBUTE = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field TYPE = FIELD("type", "", LAYOUT_LINE);
static const struct field EXTENSION_REQUEST =
    FIELD_LEVEL("extensionRequest", "Requested Extensions", LEVEL_LIST, 4);
static const struct field CHALLENGE_PASSWORD = FIELD("challengePassword", "", LAYOUT_LINE);
static const struct field UNSTRUCTURED_NAME = FIELD_LEVEL("unstructuredName", "", LEVEL_LIST, 0);
static const struct field UNSTRUCTURED_ADDRESS =
    FIELD_LEVEL("unstructuredAddress", "", LEVEL_LIST, 0);
static const struct field VALUES = FIELD_LEVEL("values", "", LEVEL_LIST, 0);
static const struct field VALUE = FIELD("", "", LAYOUT_LINE);
static const struct field SENTENCE = FIELD(NULL, "", LAYOUT_BARE);
static const struct field SIGNATURE = FIELD("signature", "Signature Value", LAYOUT_DUMP18);

static void describe_string(struct report *r, const struct field *f,
                            const struct attribute_value *value)
{
    struct buffer *text = report_scratch(r);

    if (string_append_utf8(text, value->tag, value->contents, &r->trouble))
        report_string(r, f, buffer_slice(text));
    else
        r->failed = true;
}

static void describe_strings(struct report *r, const struct field *list, struct slice values)
{
    struct attribute_value value;

    report_begin(r, list);
    while (attribute_values_next(&values, &value))
        describe_string(r, &VALUE, &value);
    report_end(r, list);
}

static void describe_values(struct report *r, struct slice values)
{
    struct attribute_value value;

    report_begin(r, &VALUES);
    while (attribute_values_next(&values, &value))
        report_hex(r, &VALUE, value.element);
    report_end(r, &VALUES);
}

static void describe_password(struct report *r, struct slice values)
{
    struct attribute_value value;

    if (attribute_values_next(&values, &value))
        describe_string(r, &CHALLENGE_PASSWORD, &value);
}

static void describe_requested_extensions(struct report *r, const struct attribute *attribute)
{
    struct extensions extensions = csr_requested_extensions(attribute);

    describe_extensions(r, &EXTENSION_REQUEST, &extensions);
}

static void describe_attribute(struct report *r, const struct attribute *attribute)
{
    report_begin(r, &ATTRIBUTE);
    report_oid(r, &TYPE, attribute->type);
    switch (csr_attribute_type(attribute->type)) {
    case CSR_EXTENSION_REQUEST:
        describe_requested_extensions(r, attribute);
        break;
    case CSR_CHALLENGE_PASSWORD:
        describe_password(r, attribute->values);
        break;
    case CSR_UNSTRUCTURED_NAME:
        describe_strings(r, &UNSTRUCTURED_NAME, attribute->values);
        break;
    case CSR_UNSTRUCTURED_ADDRESS:
        describe_strings(r, &UNSTRUCTURED_ADDRESS, attribute->values);
        break;
    default:
        describe_values(r, attribute->values);
        break;
    }
    report_end(r, &ATTRIBUTE);
}

/* OpenSSL's column. */
#define NAME_COLUMN 25

static bool append_padded_name(struct buffer *out, const char *name, struct error *e)
{
    static const char blanks[] = "                         ";
    size_t len = strlen(name);

    return buffer_append(out, slice_of(name, len), e) &&
           buffer_append(out, slice_of(blanks, len < NAME_COLUMN ? NAME_COLUMN - len : 0), e) &&
           buffer_append(out, SLICE(":"), e);
}

static bool append_octets(struct buffer *out, struct slice octets, struct error *e)
{
    uint8_t *room = buffer_room(out, 3 * octets.len + 1, e);

    if (room == NULL)
        return false;
    for (size_t i = 0; i < octets.len; i++) {
        hex_encode(room + 3 * i, slice_of(octets.data + i, 1));
        room[3 * i + 2] = ':';
    }
    out->len += 3 * octets.len - 1;
    return true;
}

static bool append_value(struct buffer *out, const struct attribute_value *value, struct error *e)
{
    if (string_type_is_known(value->tag))
        return string_append_utf8(out, value->tag, value->contents, e);
    return append_octets(out, value->element, e);
}

/* "name                     :value", the further values without the name. */
static void describe_attribute_text(struct report *r, const struct attribute *attribute)
{
    const struct oid *known = oid_find(attribute->type);
    struct slice values = attribute->values;
    struct attribute_value value;
    char dotted[OID_DOTTED_MAX] = "";
    const char *name = dotted;

    if (known != NULL)
        name = known->label;
    else if (!oid_to_dotted(attribute->type, dotted, NULL))
        dotted[0] = '\0';
    while (attribute_values_next(&values, &value)) {
        struct buffer *text = report_scratch(r);

        if (append_padded_name(text, name, &r->trouble) && append_value(text, &value, &r->trouble))
            report_string(r, &SENTENCE, buffer_slice(text));
        else
            r->failed = true;
        name = "";
    }
}

/* As OpenSSL: the extensions behind all the others. */
static void describe_attributes_text(struct report *r, struct slice all)
{
    struct slice rest = all;
    struct attribute attribute;

    if (all.len == 0)
        report_word(r, &SENTENCE, "(none)");
    while (attributes_next(&rest, &attribute)) {
        if (csr_attribute_type(attribute.type) != CSR_EXTENSION_REQUEST)
            describe_attribute_text(r, &attribute);
    }
    while (attributes_next(&all, &attribute)) {
        if (csr_attribute_type(attribute.type) == CSR_EXTENSION_REQUEST)
            describe_requested_extensions(r, &attribute);
    }
}

static void describe_attributes(struct report *r, struct slice rest)
{
    struct attribute attribute;

    report_begin(r, &ATTRIBUTES);
    if (report_is_text(r)) {
        describe_attributes_text(r, rest);
    } else {
        while (attributes_next(&rest, &attribute))
            describe_attribute(r, &attribute);
    }
    report_end(r, &ATTRIBUTES);
}

void describe_csr(struct report *r, const struct csr *csr)
{
    report_begin(r, &REQUEST);
    report_begin(r, &DATA);
    report_version(r, &VERSION, csr->version);
    describe_name(r, &SUBJECT, csr->subject);
    describe_public_key_info(r, &SUBJECT_PK_INFO, &csr->subject_pk_info);
    describe_attributes(r, csr->attributes.list);
    report_end(r, &DATA);
    describe_signature_algorithm(r, &csr->signature_algorithm);
    report_hex(r, &SIGNATURE, csr->signature);
    report_end(r, &REQUEST);
}
