/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-ec-parameters.h"

#include "describe-integer.h"
#include "describe-string.h"

static const struct field FIELD_TYPE = FIELD("fieldType", "Field Type", LAYOUT_LINE);
static const struct field PRIME = FIELD("prime", "Prime", LAYOUT_DUMP15);
static const struct field A = FIELD("a", "A", LAYOUT_LINE);
static const struct field A_DUMP = FIELD(NULL, "A", LAYOUT_DUMP15);
static const struct field B = FIELD("b", "B", LAYOUT_LINE);
static const struct field B_DUMP = FIELD(NULL, "B", LAYOUT_DUMP15);
static const struct field SEED = FIELD("seed", "Seed", LAYOUT_DUMP15);
static const struct field BASE = FIELD("base", "Generator", LAYOUT_DUMP15);
static const struct field BASE_UNCOMPRESSED =
    FIELD(NULL, "Generator (uncompressed)", LAYOUT_DUMP15);
static const struct field BASE_COMPRESSED = FIELD(NULL, "Generator (compressed)", LAYOUT_DUMP15);
static const struct field BASE_HYBRID = FIELD(NULL, "Generator (hybrid)", LAYOUT_DUMP15);
static const struct field ORDER = FIELD("order", "Order", LAYOUT_DUMP15);
static const struct field ORDER_LINE = FIELD(NULL, "Order", LAYOUT_LINE);
static const struct field PRIME_LINE = FIELD(NULL, "Prime", LAYOUT_LINE);
static const struct field COFACTOR = FIELD("cofactor", "Cofactor", LAYOUT_LINE);
static const struct field COFACTOR_DUMP = FIELD(NULL, "Cofactor", LAYOUT_DUMP15);
static const struct field NAMED_CURVE = FIELD("namedCurve", "Named Curve", LAYOUT_LINE);
static const struct field SAME_BASE = FIELD("sameBase", "", LAYOUT_LINE);

/* The number that the octets are, as the contents octets of an INTEGER. */
static void describe_element(struct report *r, const struct field *line, const struct field *dump,
                             struct slice octets)
{
    struct buffer *number = report_scratch(r);

    while (octets.len > 1 && octets.data[0] == 0)
        octets = slice_from(octets, 1);
    if ((octets.data[0] >= 0x80 && !buffer_append(number, slice_of("", 1), &r->trouble)) ||
        !buffer_append(number, octets, &r->trouble))
        r->failed = true;
    else
        describe_key_number(r, line, dump, buffer_slice(number));
}

/* By its first octet (SEC 1 2.3.3). */
static const struct field *base_field(struct slice base)
{
    switch (base.data[0]) {
    case 0x02:
    case 0x03:
        return &BASE_COMPRESSED;
    case 0x04:
        return &BASE_UNCOMPRESSED;
    case 0x06:
    case 0x07:
        return &BASE_HYBRID;
    default:
        return &BASE;
    }
}

static void describe_text(struct report *r, const struct ec_parameters *parameters)
{
    report_word(r, &FIELD_TYPE, "prime-field");
    describe_key_number(r, &PRIME_LINE, &PRIME, parameters->prime);
    describe_element(r, &A, &A_DUMP, parameters->a);
    describe_element(r, &B, &B_DUMP, parameters->b);
    report_hex(r, base_field(parameters->base), parameters->base);
    describe_key_number(r, &ORDER_LINE, &ORDER, parameters->order);
    if (parameters->cofactor.data != NULL)
        describe_key_number(r, &COFACTOR, &COFACTOR_DUMP, parameters->cofactor);
    if (parameters->seed.data != NULL)
        report_hex(r, &SEED, parameters->seed);
}

static void describe_data(struct report *r, const struct ec_parameters *parameters)
{
    report_word(r, &FIELD_TYPE, "prime-field");
    report_hex(r, &PRIME, parameters->prime);
    report_hex(r, &A, parameters->a);
    report_hex(r, &B, parameters->b);
    if (parameters->seed.data != NULL)
        report_hex(r, &SEED, parameters->seed);
    report_hex(r, &BASE, parameters->base);
    report_hex(r, &ORDER, parameters->order);
    if (parameters->cofactor.data != NULL)
        describe_count(r, &COFACTOR, parameters->cofactor);
}

static void describe_named_curve(struct report *r, const struct ec_parameters *parameters)
{
    struct buffer *text = report_scratch(r);
    bool same_base = false;
    struct slice curve = ec_parameters_find_curve(parameters, &same_base);

    if (curve.data == NULL)
        return;
    describe_composed(r, &NAMED_CURVE,
                      oid_append(r, text, curve) &&
                          (same_base || !report_is_text(r) ||
                           buffer_append(text, SLICE(", but for the generator"), &r->trouble)));
    if (!report_is_text(r))
        report_boolean(r, &SAME_BASE, same_base);
}

void describe_ec_parameters(struct report *r, const struct field *f,
                            const struct ec_parameters *parameters)
{
    if (report_is_text(r)) {
        describe_text(r, parameters);
        describe_named_curve(r, parameters);
        return;
    }
    report_begin(r, f);
    describe_data(r, parameters);
    describe_named_curve(r, parameters);
    report_end(r, f);
}
