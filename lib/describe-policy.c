/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-policy.h"

#include "describe-integer.h"
#include "oid.h"
#include "string-type.h"

static const struct field OBJECT = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field POLICY_IDENTIFIER = FIELD("policyIdentifier", "Policy", LAYOUT_LINE);
static const struct field QUALIFIERS = FIELD_LEVEL("policyQualifiers", "", LEVEL_LIST, 2);
static const struct field QUALIFIER_ID = FIELD("policyQualifierId", "", LAYOUT_LINE);
static const struct field UNKNOWN_QUALIFIER_ID =
    FIELD("policyQualifierId", "Unknown Qualifier", LAYOUT_LINE);
static const struct field CPS = FIELD("qualifier", "CPS", LAYOUT_LINE);
static const struct field QUALIFIER = FIELD("qualifier", "", LAYOUT_LINE);
static const struct field USER_NOTICE = FIELD_LEVEL("qualifier", "User Notice", LEVEL_OBJECT, 2);
static const struct field NOTICE_REF = FIELD_LEVEL("noticeRef", "", LEVEL_OBJECT, 0);
static const struct field ORGANIZATION = FIELD("organization", "Organization", LAYOUT_LINE);
static const struct field NUMBER = FIELD_LEVEL("noticeNumbers", "Number", LEVEL_INLINE_LIST, 0);
static const struct field NUMBERS = FIELD_LEVEL("noticeNumbers", "Numbers", LEVEL_INLINE_LIST, 0);
static const struct field NOTICE_NUMBER = FIELD("", "", LAYOUT_INLINE);
static const struct field EXPLICIT_TEXT = FIELD("explicitText", "Explicit Text", LAYOUT_LINE);
static const struct field MAPPINGS = FIELD_LEVEL("policyMappings", "", LEVEL_LIST, 0);
static const struct field MAPPINGS_LINE = FIELD_LEVEL(NULL, "", LEVEL_INLINE_LIST, 0);
static const struct field ISSUER_POLICY = FIELD("issuerDomainPolicy", "", LAYOUT_LINE);
static const struct field SUBJECT_POLICY = FIELD("subjectDomainPolicy", "", LAYOUT_LINE);
static const struct field CONSTRAINTS = FIELD_LEVEL("policyConstraints", "", LEVEL_OBJECT, 0);
static const struct field CONSTRAINTS_LINE = FIELD_LEVEL(NULL, "", LEVEL_INLINE_LIST, 0);
static const struct field REQUIRE_EXPLICIT = FIELD("requireExplicitPolicy", "", LAYOUT_LINE);
static const struct field INHIBIT_MAPPING = FIELD("inhibitPolicyMapping", "", LAYOUT_LINE);
static const struct field PHRASE = FIELD(NULL, "", LAYOUT_INLINE);

static void describe_display_text(struct report *r, const struct field *f,
                                  const struct display_text *text)
{
    struct buffer *utf8 = report_scratch(r);

    if (string_append_utf8(utf8, text->tag, text->text, &r->trouble))
        report_string(r, f, buffer_slice(utf8));
    else
        r->failed = true;
}

/* OpenSSL has no names for those of the CA/Browser Forum, 2.23.140. */
static bool append_policy(struct buffer *out, struct slice oid, struct error *e)
{
    const struct oid *known = oid_find(oid);
    char dotted[OID_DOTTED_MAX];

    if (known != NULL && !slice_starts_with(oid, SLICE("\x67\x81\x0C")))
        return buffer_append(out, slice_of_string(known->label), e);
    return !oid_to_dotted(oid, dotted, NULL) || buffer_append(out, slice_of_string(dotted), e);
}

static void describe_policy_identifier(struct report *r, struct slice oid)
{
    struct buffer *text = report_scratch(r);

    if (!report_is_text(r))
        report_oid(r, &POLICY_IDENTIFIER, oid);
    else if (append_policy(text, oid, &r->trouble))
        report_string(r, &POLICY_IDENTIFIER, buffer_slice(text));
    else
        r->failed = true;
}

static void describe_notice_ref(struct report *r, const struct policy_qualifier *qualifier)
{
    struct slice rest = qualifier->notice_numbers;
    struct slice number;
    const struct field *list = &NUMBER;

    if (notice_numbers_next(&rest, &number) && rest.len > 0)
        list = &NUMBERS;
    rest = qualifier->notice_numbers;
    report_begin(r, &NOTICE_REF);
    describe_display_text(r, &ORGANIZATION, &qualifier->organization);
    report_begin(r, list);
    while (notice_numbers_next(&rest, &number))
        describe_count(r, &NOTICE_NUMBER, number);
    report_end(r, list);
    report_end(r, &NOTICE_REF);
}

static void describe_user_notice(struct report *r, const struct policy_qualifier *qualifier)
{
    report_begin(r, &USER_NOTICE);
    if (qualifier->has_notice_ref)
        describe_notice_ref(r, qualifier);
    if (qualifier->explicit_text.text.data != NULL)
        describe_display_text(r, &EXPLICIT_TEXT, &qualifier->explicit_text);
    report_end(r, &USER_NOTICE);
}

static void describe_qualifier(struct report *r, const struct policy_qualifier *qualifier)
{
    bool known = qualifier->kind != POLICY_QUALIFIER_OTHER;

    report_begin(r, &OBJECT);
    report_oid(r, known ? &QUALIFIER_ID : &UNKNOWN_QUALIFIER_ID, qualifier->policy_qualifier_id);
    if (qualifier->kind == POLICY_QUALIFIER_CPS)
        describe_display_text(r, &CPS, &qualifier->cps_uri);
    else if (qualifier->kind == POLICY_QUALIFIER_USER_NOTICE)
        describe_user_notice(r, qualifier);
    else
        report_hex(r, &QUALIFIER, qualifier->qualifier);
    report_end(r, &OBJECT);
}

static void describe_qualifiers(struct report *r, struct slice qualifiers)
{
    struct policy_qualifier qualifier;

    report_begin(r, &QUALIFIERS);
    while (policy_qualifiers_next(&qualifiers, &qualifier))
        describe_qualifier(r, &qualifier);
    report_end(r, &QUALIFIERS);
}

void describe_certificate_policies(struct report *r, const struct field *list,
                                   struct slice policies)
{
    struct policy_information policy;

    report_begin(r, list);
    while (certificate_policies_next(&policies, &policy)) {
        report_begin(r, &OBJECT);
        describe_policy_identifier(r, policy.policy_identifier);
        if (policy.policy_qualifiers.data != NULL)
            describe_qualifiers(r, policy.policy_qualifiers);
        report_end(r, &OBJECT);
    }
    report_end(r, list);
}

/* "1.2.3:1.2.4" */
static void describe_mapping_phrase(struct report *r, const struct policy_mapping *mapping)
{
    struct buffer *text = report_scratch(r);

    if (append_policy(text, mapping->issuer_domain_policy, &r->trouble) &&
        buffer_append(text, SLICE(":"), &r->trouble) &&
        append_policy(text, mapping->subject_domain_policy, &r->trouble))
        report_string(r, &PHRASE, buffer_slice(text));
    else
        r->failed = true;
}

void describe_policy_mappings(struct report *r, struct slice mappings)
{
    const struct field *list = report_is_text(r) ? &MAPPINGS_LINE : &MAPPINGS;
    struct policy_mapping mapping;

    report_begin(r, list);
    while (policy_mappings_next(&mappings, &mapping)) {
        if (report_is_text(r)) {
            describe_mapping_phrase(r, &mapping);
            continue;
        }
        report_begin(r, &OBJECT);
        report_oid(r, &ISSUER_POLICY, mapping.issuer_domain_policy);
        report_oid(r, &SUBJECT_POLICY, mapping.subject_domain_policy);
        report_end(r, &OBJECT);
    }
    report_end(r, list);
}

/* "Require Explicit Policy:0" */
static void describe_constraint(struct report *r, const struct field *f, struct slice label,
                                struct slice skip_certs)
{
    struct buffer *text = report_scratch(r);

    if (skip_certs.data == NULL)
        return;
    if (!report_is_text(r))
        describe_count(r, f, skip_certs);
    else if (buffer_append(text, label, &r->trouble) &&
             integer_append_text(text, skip_certs, &r->trouble))
        report_string(r, &PHRASE, buffer_slice(text));
    else
        r->failed = true;
}

void describe_policy_constraints(struct report *r, const struct policy_constraints *constraints)
{
    const struct field *level = report_is_text(r) ? &CONSTRAINTS_LINE : &CONSTRAINTS;

    report_begin(r, level);
    describe_constraint(r, &REQUIRE_EXPLICIT, SLICE("Require Explicit Policy:"),
                        constraints->require_explicit_policy);
    describe_constraint(r, &INHIBIT_MAPPING, SLICE("Inhibit Policy Mapping:"),
                        constraints->inhibit_policy_mapping);
    report_end(r, level);
}
