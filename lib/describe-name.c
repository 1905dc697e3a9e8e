/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-name.h"

#include "name.h"
#include "oid.h"
#include "string-type.h"

#include <stdio.h>

static const struct field OTHER_NAME_OBJECT = FIELD_LEVEL("otherName", "", LEVEL_OBJECT, 0);
static const struct field TYPE_ID = FIELD("type-id", "", LAYOUT_LINE);
static const struct field VALUE = FIELD("value", "", LAYOUT_LINE);

static enum name_style style_of(const struct report *r)
{
    return report_is_text(r) ? NAME_OPENSSL : NAME_RFC4514;
}

void describe_name(struct report *r, const struct field *f, struct slice name)
{
    struct buffer *text = report_scratch(r);

    if (name_append(text, style_of(r), name, &r->trouble))
        report_string(r, f, buffer_slice(text));
    else
        r->failed = true;
}

void describe_rdn(struct report *r, const struct field *f, struct slice attributes)
{
    struct buffer *text = report_scratch(r);

    if (name_append_rdn(text, style_of(r), attributes, &r->trouble))
        report_string(r, f, buffer_slice(text));
    else
        r->failed = true;
}

static bool append_label(struct buffer *out, struct slice oid, struct error *e)
{
    const struct oid *known = oid_find(oid);
    char dotted[OID_DOTTED_MAX];

    if (known != NULL)
        return buffer_append(out, slice_of_string(known->label), e);
    return !oid_to_dotted(oid, dotted, NULL) || buffer_append(out, slice_of_string(dotted), e);
}

/* The otherNames whose value is characters, and what OpenSSL calls them: RFC 9598, 6120, 4985,
 * 7585, Microsoft's. */
static const char *other_name_label(struct slice type_id)
{
    static const struct {
        struct slice type_id;
        const char *label;
    } labels[] = {
        {SLICE_CONST("\x2B\x06\x01\x04\x01\x82\x37\x14\x02\x03"), "UPN"},
        {SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x08\x05"), "XmppAddr"},
        {SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x08\x07"), "SRVName"},
        {SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x08\x08"), "NAIRealm"},
        {SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x08\x09"), "SmtpUTF8Mailbox"},
    };

    for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
        if (slice_equal(labels[i].type_id, type_id))
            return labels[i].label;
    }
    return NULL;
}

static bool append_other_name_type(struct buffer *out, struct slice type_id, struct error *e)
{
    const char *label = other_name_label(type_id);

    return buffer_append(out, SLICE("othername: "), e) &&
           (label != NULL ? buffer_append(out, slice_of_string(label), e)
                          : append_label(out, type_id, e)) &&
           buffer_append(out, SLICE(":"), e);
}

static bool append_other_name(struct buffer *out, const struct general_name *name, struct error *e)
{
    departure_set known = 0;
    struct der d = der_over(name->value, &known);
    struct slice contents;
    uint8_t tag;

    if (!append_other_name_type(out, name->type_id, e))
        return false;
    if (!der_read_any(&d, &tag, &contents, NULL) ||
        (tag != DER_UTF8_STRING && tag != DER_IA5_STRING))
        return buffer_append(out, SLICE("<unsupported>"), e);
    return string_append_utf8(out, tag, contents, e);
}

/* A name constraint's address is followed by its mask. */
static bool append_address(struct buffer *out, struct slice address, struct error *e)
{
    size_t half = address.len / 2;
    char text[32];

    if (address.len == 4 || address.len == 16)
        return general_name_append_ip(out, address, e);
    if (address.len == 8 || address.len == 32)
        return general_name_append_ip(out, slice_first(address, half), e) &&
               buffer_append(out, SLICE("/"), e) &&
               general_name_append_ip(out, slice_from(address, half), e);
    (void)snprintf(text, sizeof(text), "<invalid length=%zu>", address.len);
    return buffer_append(out, slice_of_string(text), e);
}

/* What each type's value is in characters. */
static bool append_value(struct buffer *out, const struct general_name *name, enum name_style style,
                         struct error *e)
{
    switch (name->type) {
    case DIRECTORY_NAME:
        return name_append(out, style, name->value, e);
    case IP_ADDRESS:
        return append_address(out, name->value, e);
    case REGISTERED_ID:
        return append_label(out, name->value, e);
    default:
        return string_append_utf8(out, DER_UTF8_STRING, name->value, e);
    }
}

bool general_name_append_text(struct buffer *out, const struct general_name *name, struct error *e)
{
    static const char *const prefixes[] = {
        [RFC822_NAME] = "email:",      [DNS_NAME] = "DNS:",
        [DIRECTORY_NAME] = "DirName:", [UNIFORM_RESOURCE_IDENTIFIER] = "URI:",
        [IP_ADDRESS] = "IP Address:",  [REGISTERED_ID] = "Registered ID:",
    };

    switch (name->type) {
    case OTHER_NAME:
        return append_other_name(out, name, e);
    case X400_ADDRESS:
        return buffer_append(out, SLICE("X400Name:<unsupported>"), e);
    case EDI_PARTY_NAME:
        return buffer_append(out, SLICE("EdiPartyName:<unsupported>"), e);
    default:
        return buffer_append(out, slice_of_string(prefixes[name->type]), e) &&
               append_value(out, name, NAME_OPENSSL, e);
    }
}

static void describe_text(struct report *r, const struct field *f, const struct general_name *name)
{
    struct buffer *text = report_scratch(r);

    if (general_name_append_text(text, name, &r->trouble))
        report_string(r, f, buffer_slice(text));
    else
        r->failed = true;
}

static void describe_other_name(struct report *r, const struct general_name *name)
{
    report_begin(r, &OTHER_NAME_OBJECT);
    report_oid(r, &TYPE_ID, name->type_id);
    report_hex(r, &VALUE, name->value);
    report_end(r, &OTHER_NAME_OBJECT);
}

/* Addresses of another length than 4 or 16 octets are what is not decoded. */
static bool is_characters(const struct general_name *name)
{
    return name->type != X400_ADDRESS && name->type != EDI_PARTY_NAME &&
           (name->type != IP_ADDRESS || name->value.len == 4 || name->value.len == 8 ||
            name->value.len == 16 || name->value.len == 32);
}

static void describe_member(struct report *r, const struct general_name *name)
{
    static const struct field members[] = {
        [RFC822_NAME] = FIELD("rfc822Name", "", LAYOUT_LINE),
        [DNS_NAME] = FIELD("dNSName", "", LAYOUT_LINE),
        [X400_ADDRESS] = FIELD("x400Address", "", LAYOUT_LINE),
        [DIRECTORY_NAME] = FIELD("directoryName", "", LAYOUT_LINE),
        [EDI_PARTY_NAME] = FIELD("ediPartyName", "", LAYOUT_LINE),
        [UNIFORM_RESOURCE_IDENTIFIER] = FIELD("uniformResourceIdentifier", "", LAYOUT_LINE),
        [IP_ADDRESS] = FIELD("iPAddress", "", LAYOUT_LINE),
        [REGISTERED_ID] = FIELD("registeredID", "", LAYOUT_LINE),
    };
    struct buffer *text = report_scratch(r);

    if (name->type == OTHER_NAME)
        describe_other_name(r, name);
    else if (name->type == REGISTERED_ID)
        report_oid(r, &members[name->type], name->value);
    else if (!is_characters(name))
        report_hex(r, &members[name->type], name->value);
    else if (append_value(text, name, NAME_RFC4514, &r->trouble))
        report_string(r, &members[name->type], buffer_slice(text));
    else
        r->failed = true;
}

void describe_general_name_view(struct report *r, const struct field *f,
                                const struct general_name *name)
{
    struct field object = {.key = f->key, .key_len = f->key_len, .layout = LEVEL_OBJECT};

    if (report_is_text(r)) {
        describe_text(r, f, name);
        return;
    }
    report_begin(r, &object);
    describe_member(r, name);
    report_end(r, &object);
}

void describe_general_name(struct report *r, const struct field *f, struct slice general_name)
{
    departure_set known = 0;
    struct der d = der_over(general_name, &known);
    struct general_name name;

    if (general_name_parse(&d, &name, NULL))
        describe_general_name_view(r, f, &name);
}

void describe_general_names(struct report *r, const struct field *list, const struct field *element,
                            struct slice names)
{
    struct general_name name;

    report_begin(r, list);
    while (general_names_next(&names, &name))
        describe_general_name_view(r, element, &name);
    report_end(r, list);
}
