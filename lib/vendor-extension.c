/* SPDX-License-Identifier: Apache-2.0 */
#include "vendor-extension.h"

#include "general-name.h"

#define GENERAL_STRING 0x1B

bool certificate_template_parse(struct der *d, struct certificate_template *read, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &read->template_id, e))
        return error_in(e, "templateID");
    if (!der_read_integer_optional(&inside, DER_INTEGER, &read->template_major_version, e))
        return error_in(e, "templateMajorVersion");
    if (!der_read_integer_optional(&inside, DER_INTEGER, &read->template_minor_version, e))
        return error_in(e, "templateMinorVersion");
    return der_end(&inside, e);
}

bool ca_version_parse(struct der *d, struct ca_version *version, struct error *e)
{
    uint32_t number;

    if (!der_read_number(d, DER_INTEGER, &number, e))
        return false;
    *version = (struct ca_version){number & 0xFFFF, number >> 16};
    return true;
}

bool ntds_ca_security_parse(struct der *d, struct slice *object_sid, struct error *e)
{
    static const uint8_t object_sid_oid[] = {0x2B, 0x06, 0x01, 0x04, 0x01,
                                             0x82, 0x37, 0x19, 0x02, 0x01};
    struct general_name name;
    struct der inside;
    struct der value;

    if (!der_enter(d, DER_SEQUENCE, &inside, e) || !general_name_parse(&inside, &name, e) ||
        !der_end(&inside, e))
        return false;
    if (name.type != OTHER_NAME ||
        !slice_equal(name.type_id, slice_of(object_sid_oid, sizeof(object_sid_oid))))
        return error_set(e, ERROR_DER, "expected an otherName with a SID, found another name");
    value = der_within(d, name.value);
    return der_read(&value, DER_OCTET_STRING, object_sid, e) && der_end(&value, e);
}

bool cabf_organization_identifier_parse(struct der *d, struct cabf_organization_identifier *id,
                                        struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read(&inside, DER_PRINTABLE_STRING, &id->registration_scheme_identifier, e))
        return error_in(e, "registrationSchemeIdentifier");
    if (!der_read(&inside, DER_PRINTABLE_STRING, &id->registration_country, e))
        return error_in(e, "registrationCountry");
    id->registration_state_or_province = SLICE_NONE;
    if (der_next_is(&inside, DER_CONTEXT_PRIMITIVE(0)) &&
        !der_read(&inside, DER_CONTEXT_PRIMITIVE(0), &id->registration_state_or_province, e))
        return error_in(e, "registrationStateOrProvince");
    if (!der_read(&inside, DER_UTF8_STRING, &id->registration_reference, e))
        return error_in(e, "registrationReference");
    return der_end(&inside, e);
}

bool entrust_vers_info_parse(struct der *d, struct entrust_vers_info *info, struct error *e)
{
    struct der inside;
    unsigned unused;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read(&inside, GENERAL_STRING, &info->entrust_vers, e))
        return error_in(e, "entrustVers");
    if (!der_read_bit_string(&inside, DER_BIT_STRING, &info->entrust_info_flags, &unused, e))
        return error_in(e, "entrustInfoFlags");
    return der_end(&inside, e);
}
