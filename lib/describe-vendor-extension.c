/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-vendor-extension.h"

#include "describe-integer.h"
#include "describe-string.h"
#include "vendor-extension.h"

#include <stdio.h>

static const struct field TEMPLATE_ID = FIELD("templateID", "Template", LAYOUT_LINE);
static const struct field MAJOR_VERSION =
    FIELD("templateMajorVersion", "Major Version", LAYOUT_LINE);
static const struct field MINOR_VERSION =
    FIELD("templateMinorVersion", "Minor Version", LAYOUT_LINE);
static const struct field CERTIFICATE_INDEX = FIELD("certificateIndex", "", LAYOUT_LINE);
static const struct field KEY_INDEX = FIELD("keyIndex", "", LAYOUT_LINE);
static const struct field CA_VERSION_TEXT = FIELD(NULL, "", LAYOUT_BARE);
static const struct field OBJECT_SID = FIELD("objectSid", "Object SID", LAYOUT_LINE);
static const struct field SCHEME =
    FIELD("registrationSchemeIdentifier", "Registration Scheme", LAYOUT_LINE);
static const struct field COUNTRY =
    FIELD("registrationCountry", "Registration Country", LAYOUT_LINE);
static const struct field STATE =
    FIELD("registrationStateOrProvince", "Registration State or Province", LAYOUT_LINE);
static const struct field REFERENCE =
    FIELD("registrationReference", "Registration Reference", LAYOUT_LINE);
static const struct field ENTRUST_VERS = FIELD("entrustVers", "Version", LAYOUT_LINE);
static const struct field ENTRUST_FLAGS = FIELD("entrustInfoFlags", "Flags", LAYOUT_LINE);

void describe_certificate_template(struct report *r, const struct field *f, struct der *d)
{
    struct certificate_template read;

    if (!certificate_template_parse(d, &read, NULL))
        return;
    report_begin(r, f);
    report_oid(r, &TEMPLATE_ID, read.template_id);
    if (read.template_major_version.data != NULL)
        describe_count(r, &MAJOR_VERSION, read.template_major_version);
    if (read.template_minor_version.data != NULL)
        describe_count(r, &MINOR_VERSION, read.template_minor_version);
    report_end(r, f);
}

/* In text as certutil has it: V1.0 is the second certificate of the first key. */
void describe_ca_version(struct report *r, const struct field *f, struct der *d)
{
    struct ca_version version;
    char text[32];

    if (!ca_version_parse(d, &version, NULL))
        return;
    report_begin(r, f);
    report_number(r, &CERTIFICATE_INDEX, version.certificate_index);
    report_number(r, &KEY_INDEX, version.key_index);
    (void)snprintf(text, sizeof(text), "V%u.%u", version.certificate_index, version.key_index);
    report_word(r, &CA_VERSION_TEXT, text);
    report_end(r, f);
}

void describe_ntds_ca_security(struct report *r, const struct field *f, struct der *d)
{
    struct slice object_sid;

    if (!ntds_ca_security_parse(d, &object_sid, NULL))
        return;
    report_begin(r, f);
    report_string(r, &OBJECT_SID, object_sid);
    report_end(r, f);
}

void describe_cabf_organization_identifier(struct report *r, const struct field *f, struct der *d)
{
    struct cabf_organization_identifier id;

    if (!cabf_organization_identifier_parse(d, &id, NULL))
        return;
    report_begin(r, f);
    describe_string(r, &SCHEME, DER_PRINTABLE_STRING, id.registration_scheme_identifier);
    describe_string(r, &COUNTRY, DER_PRINTABLE_STRING, id.registration_country);
    if (id.registration_state_or_province.data != NULL)
        describe_string(r, &STATE, DER_PRINTABLE_STRING, id.registration_state_or_province);
    describe_string(r, &REFERENCE, DER_UTF8_STRING, id.registration_reference);
    report_end(r, f);
}

void describe_entrust_vers_info(struct report *r, const struct field *f, struct der *d)
{
    struct entrust_vers_info info;

    if (!entrust_vers_info_parse(d, &info, NULL))
        return;
    report_begin(r, f);
    report_string(r, &ENTRUST_VERS, info.entrust_vers);
    report_hex(r, &ENTRUST_FLAGS, info.entrust_info_flags);
    report_end(r, f);
}
