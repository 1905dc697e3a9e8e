/* SPDX-License-Identifier: Apache-2.0 */
#include "policy.h"

#include "der-value.h"
#include "string-type.h"

static bool parse_display_text(struct der *d, struct display_text *text, struct error *e)
{
    size_t offset = der_offset(d);

    if (!der_read_any(d, &text->tag, &text->text, e))
        return false;
    if (!string_type_is_known(text->tag))
        return error_at(e, ERROR_DER, offset, "expected a string, found 0x%02X", text->tag);
    string_check(d, text->tag, text->text);
    return true;
}

static bool parse_notice_reference(struct der *d, struct policy_qualifier *qualifier,
                                   struct error *e)
{
    struct der inside;
    struct der numbers;
    struct slice integer;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_display_text(&inside, &qualifier->organization, e))
        return error_in(e, "organization");
    if (!der_read(&inside, DER_SEQUENCE, &qualifier->notice_numbers, e))
        return error_in(e, "noticeNumbers");
    numbers = der_within(d, qualifier->notice_numbers);
    for (size_t i = 0; !der_at_end(&numbers); i++) {
        if (!der_read_integer(&numbers, &integer, e))
            return error_in(e, "noticeNumbers[%zu]", i);
    }
    return der_end(&inside, e);
}

static bool parse_user_notice(struct der *d, struct policy_qualifier *qualifier, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    qualifier->has_notice_ref = der_next_is(&inside, DER_SEQUENCE);
    if (qualifier->has_notice_ref && !parse_notice_reference(&inside, qualifier, e))
        return error_in(e, "noticeRef");
    if (!der_at_end(&inside) && !parse_display_text(&inside, &qualifier->explicit_text, e))
        return error_in(e, "explicitText");
    return der_end(&inside, e);
}

static bool parse_cps_uri(struct der *d, struct display_text *uri, struct error *e)
{
    uri->tag = DER_IA5_STRING;
    if (!der_read(d, DER_IA5_STRING, &uri->text, e))
        return false;
    string_check(d, uri->tag, uri->text);
    return true;
}

static enum policy_qualifier_kind kind_of(struct slice id)
{
    static const uint8_t qt[] = {0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x02};

    if (id.len != sizeof(qt) + 1 || !slice_starts_with(id, slice_of(qt, sizeof(qt))))
        return POLICY_QUALIFIER_OTHER;
    return id.data[7] == 1   ? POLICY_QUALIFIER_CPS
           : id.data[7] == 2 ? POLICY_QUALIFIER_USER_NOTICE
                             : POLICY_QUALIFIER_OTHER;
}

static bool parse_qualifier_value(struct der *d, struct policy_qualifier *qualifier,
                                  struct error *e)
{
    struct slice contents;
    uint8_t tag;

    switch (qualifier->kind) {
    case POLICY_QUALIFIER_CPS:
        return parse_cps_uri(d, &qualifier->cps_uri, e);
    case POLICY_QUALIFIER_USER_NOTICE:
        return parse_user_notice(d, qualifier, e);
    default:
        return der_read_value(d, &tag, &contents, e);
    }
}

static bool parse_qualifier(struct der *d, struct policy_qualifier *qualifier, struct error *e)
{
    struct der inside;
    const uint8_t *start;

    *qualifier = (struct policy_qualifier){.kind = POLICY_QUALIFIER_OTHER};
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &qualifier->policy_qualifier_id, e))
        return error_in(e, "policyQualifierId");
    qualifier->kind = kind_of(qualifier->policy_qualifier_id);
    start = inside.at;
    if (!parse_qualifier_value(&inside, qualifier, e))
        return error_in(e, "qualifier");
    qualifier->qualifier = slice_of(start, (size_t)(inside.at - start));
    return der_end(&inside, e);
}

static bool check_qualifier(struct der *d, struct error *e)
{
    struct policy_qualifier qualifier;

    return parse_qualifier(d, &qualifier, e);
}

static bool parse_qualifiers(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_qualifier, list, e);
}

static bool parse_policy(struct der *d, struct policy_information *policy, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &policy->policy_identifier, e))
        return error_in(e, "policyIdentifier");
    policy->policy_qualifiers = SLICE_NONE;
    if (!der_at_end(&inside) && !parse_qualifiers(&inside, &policy->policy_qualifiers, e))
        return error_in(e, "policyQualifiers");
    return der_end(&inside, e);
}

static bool check_policy(struct der *d, struct error *e)
{
    struct policy_information policy;

    return parse_policy(d, &policy, e);
}

bool certificate_policies_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_policy, list, e);
}

static bool parse_mapping(struct der *d, struct policy_mapping *mapping, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &mapping->issuer_domain_policy, e))
        return error_in(e, "issuerDomainPolicy");
    if (!der_read_oid(&inside, &mapping->subject_domain_policy, e))
        return error_in(e, "subjectDomainPolicy");
    return der_end(&inside, e);
}

static bool check_mapping(struct der *d, struct error *e)
{
    struct policy_mapping mapping;

    return parse_mapping(d, &mapping, e);
}

bool policy_mappings_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_mapping, list, e);
}

bool policy_constraints_parse(struct der *d, struct policy_constraints *constraints,
                              struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(0),
                                   &constraints->require_explicit_policy, e))
        return error_in(e, "requireExplicitPolicy");
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(1),
                                   &constraints->inhibit_policy_mapping, e))
        return error_in(e, "inhibitPolicyMapping");
    return der_end(&inside, e);
}

/* The rest of the list behind what the cursor read. */
static bool advance(struct slice *list, const struct der *d)
{
    *list = der_rest(d);
    return true;
}

bool certificate_policies_next(struct slice *list, struct policy_information *policy)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    return !der_at_end(&d) && parse_policy(&d, policy, NULL) && advance(list, &d);
}

bool policy_qualifiers_next(struct slice *list, struct policy_qualifier *qualifier)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    return !der_at_end(&d) && parse_qualifier(&d, qualifier, NULL) && advance(list, &d);
}

bool notice_numbers_next(struct slice *list, struct slice *integer)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    return !der_at_end(&d) && der_read_integer(&d, integer, NULL) && advance(list, &d);
}

bool policy_mappings_next(struct slice *list, struct policy_mapping *mapping)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    return !der_at_end(&d) && parse_mapping(&d, mapping, NULL) && advance(list, &d);
}
