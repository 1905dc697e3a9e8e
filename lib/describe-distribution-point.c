/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-distribution-point.h"

#include "describe-bits.h"
#include "describe-name.h"

static const struct field POINT = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field DISTRIBUTION_POINT =
    FIELD_LEVEL("distributionPoint", "", LEVEL_OBJECT, 0);
static const struct field FULL_NAME = FIELD_LEVEL("fullName", "Full Name", LEVEL_LIST, 2);
static const struct field RELATIVE_HEADING = FIELD_LEVEL(NULL, "Relative Name", LEVEL_HEADING, 2);
static const struct field RELATIVE_NAME = FIELD("nameRelativeToCRLIssuer", "", LAYOUT_BARE);
static const struct field GENERAL_NAME = FIELD("", "", LAYOUT_BARE);
static const struct field REASONS_HEADING = FIELD_LEVEL(NULL, "Reasons", LEVEL_HEADING, 2);
static const struct field REASONS = FIELD_LEVEL("reasons", "", LEVEL_INLINE_LIST, 0);
static const struct field CRL_ISSUER = FIELD_LEVEL("cRLIssuer", "CRL Issuer", LEVEL_LIST, 2);
static const struct field ISSUING_POINT =
    FIELD_LEVEL("issuingDistributionPoint", "", LEVEL_OBJECT, 0);
static const struct field ONLY_USER = FIELD("onlyContainsUserCerts", "", LAYOUT_LINE);
static const struct field ONLY_CA = FIELD("onlyContainsCACerts", "", LAYOUT_LINE);
static const struct field SOME_REASONS_HEADING =
    FIELD_LEVEL(NULL, "Only Some Reasons", LEVEL_HEADING, 2);
static const struct field SOME_REASONS = FIELD_LEVEL("onlySomeReasons", "", LEVEL_INLINE_LIST, 0);
static const struct field INDIRECT = FIELD("indirectCRL", "", LAYOUT_LINE);
static const struct field ONLY_ATTRIBUTE = FIELD("onlyContainsAttributeCerts", "", LAYOUT_LINE);
static const struct field SENTENCE = FIELD(NULL, "", LAYOUT_BARE);

/* ReasonFlags (RFC 5280 4.2.1.13) */
static const struct bit_name reasons[] = {
    {"unused", "Unused"},
    {"keyCompromise", "Key Compromise"},
    {"cACompromise", "CA Compromise"},
    {"affiliationChanged", "Affiliation Changed"},
    {"superseded", "Superseded"},
    {"cessationOfOperation", "Cessation Of Operation"},
    {"certificateHold", "Certificate Hold"},
    {"privilegeWithdrawn", "Privilege Withdrawn"},
    {"aACompromise", "AA Compromise"},
};

static void describe_reasons(struct report *r, const struct field *heading,
                             const struct field *list, uint32_t bits)
{
    report_begin(r, heading);
    describe_bits(r, list, bits, reasons, ARRAY_SIZE(reasons));
    report_end(r, heading);
}

static void describe_point_name(struct report *r, const struct distribution_point_name *name)
{
    if (name->full_name.data == NULL && name->name_relative_to_crl_issuer.data == NULL)
        return;
    report_begin(r, &DISTRIBUTION_POINT);
    if (name->full_name.data != NULL) {
        describe_general_names(r, &FULL_NAME, &GENERAL_NAME, name->full_name);
    } else {
        report_begin(r, &RELATIVE_HEADING);
        describe_rdn(r, &RELATIVE_NAME, name->name_relative_to_crl_issuer);
        report_end(r, &RELATIVE_HEADING);
    }
    report_end(r, &DISTRIBUTION_POINT);
}

void describe_distribution_points(struct report *r, const struct field *list, struct slice points)
{
    struct distribution_point point;

    report_begin(r, list);
    while (distribution_points_next(&points, &point)) {
        report_begin(r, &POINT);
        describe_point_name(r, &point.distribution_point);
        if (point.has_reasons)
            describe_reasons(r, &REASONS_HEADING, &REASONS, point.reasons);
        if (point.crl_issuer.data != NULL)
            describe_general_names(r, &CRL_ISSUER, &GENERAL_NAME, point.crl_issuer);
        report_end(r, &POINT);
    }
    report_end(r, list);
}

/* A boolean in data; in text a line where it is true. */
static void describe_flag(struct report *r, const struct field *f, bool value, const char *sentence)
{
    report_boolean(r, f, value);
    if (value)
        report_word(r, &SENTENCE, sentence);
}

void describe_issuing_distribution_point(struct report *r,
                                         const struct issuing_distribution_point *point)
{
    report_begin(r, &ISSUING_POINT);
    describe_point_name(r, &point->distribution_point);
    describe_flag(r, &ONLY_USER, point->only_contains_user_certs, "Only User Certificates");
    describe_flag(r, &ONLY_CA, point->only_contains_ca_certs, "Only CA Certificates");
    describe_flag(r, &INDIRECT, point->indirect_crl, "Indirect CRL");
    if (point->has_only_some_reasons)
        describe_reasons(r, &SOME_REASONS_HEADING, &SOME_REASONS, point->only_some_reasons);
    describe_flag(r, &ONLY_ATTRIBUTE, point->only_contains_attribute_certs,
                  "Only Attribute Certificates");
    report_end(r, &ISSUING_POINT);
}
