/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-algorithm.h"

#include "oid.h"

#include <inttypes.h>
#include <stdio.h>

static const struct field SIGNATURE_ALGORITHM =
    FIELD("signatureAlgorithm", "Signature Algorithm", LAYOUT_LINE);
static const struct field SIGNATURE_PARAMETERS =
    FIELD_LEVEL("signatureAlgorithmParameters", "", LEVEL_OBJECT, 0);
static const struct field SIGNATURE_PARAMETERS_VALUE =
    FIELD("signatureAlgorithmParameters", "", LAYOUT_LINE);

static const struct field INDENTED = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field INVALID_TEXT = FIELD(NULL, "", LAYOUT_BARE);
static const struct field HASH_TEXT = FIELD(NULL, "Hash Algorithm", LAYOUT_LINE);
static const struct field MASK_TEXT = FIELD(NULL, "Mask Algorithm", LAYOUT_LINE);
static const struct field SALT_TEXT = FIELD(NULL, "Salt Length", LAYOUT_LINE);
static const struct field MINIMUM_TEXT = FIELD(NULL, "Minimum Salt Length", LAYOUT_LINE);
static const struct field TRAILER_TEXT = FIELD(NULL, "Trailer Field", LAYOUT_LINE);

static const struct field HASH = FIELD("hashAlgorithm", "", LAYOUT_LINE);
static const struct field MASK_GEN = FIELD("maskGenAlgorithm", "", LAYOUT_LINE);
static const struct field MASK_GEN_HASH = FIELD("maskGenAlgorithmParameters", "", LAYOUT_LINE);
static const struct field SALT_LENGTH = FIELD("saltLength", "", LAYOUT_LINE);
static const struct field TRAILER = FIELD("trailerField", "", LAYOUT_LINE);

static bool is_sha1(struct slice oid)
{
    return slice_equal(oid, SLICE("\x2B\x0E\x03\x02\x1A"));
}

static bool append_label(struct buffer *out, struct slice oid, struct error *e)
{
    const struct oid *known = oid_find(oid);
    char dotted[OID_DOTTED_MAX];

    if (known != NULL)
        return buffer_append(out, slice_of_string(known->label), e);
    return !oid_to_dotted(oid, dotted, NULL) || buffer_append(out, slice_of_string(dotted), e);
}

/* "sha1 (default)", "mgf1 with sha256" */
static void describe_algorithm_text(struct report *r, const struct field *f, struct slice oid,
                                    struct slice with)
{
    struct buffer *text = report_scratch(r);
    bool is_default = is_sha1(with.data != NULL ? with : oid);

    if (append_label(text, oid, &r->trouble) &&
        (with.data == NULL || (buffer_append(text, SLICE(" with "), &r->trouble) &&
                               append_label(text, with, &r->trouble))) &&
        buffer_append(text, is_default ? SLICE(" (default)") : SLICE_NONE, &r->trouble))
        report_string(r, f, buffer_slice(text));
    else
        r->failed = true;
}

void describe_pss_text(struct report *r, const struct rsassa_pss_params *params, bool minimum)
{
    char salt[32];
    char trailer[32];

    (void)snprintf(salt, sizeof(salt), "%" PRIu32 "%s", params->salt_length,
                   params->salt_length == 20 ? " (default)" : "");
    (void)snprintf(trailer, sizeof(trailer), "0x%02" PRIX32 "%s", params->trailer_field,
                   params->trailer_field == 1 ? " (default)" : "");
    report_begin(r, &INDENTED);
    describe_algorithm_text(r, &HASH_TEXT, params->hash_algorithm, SLICE_NONE);
    describe_algorithm_text(r, &MASK_TEXT, params->mask_gen_algorithm, params->mask_gen_hash);
    report_word(r, minimum ? &MINIMUM_TEXT : &SALT_TEXT, salt);
    report_word(r, &TRAILER_TEXT, trailer);
    report_end(r, &INDENTED);
}

static void describe_invalid(struct report *r)
{
    report_begin(r, &INDENTED);
    report_word(r, &INVALID_TEXT, "(INVALID PSS PARAMETERS)");
    report_end(r, &INDENTED);
}

static bool has_parameters(const struct algorithm *algorithm)
{
    return algorithm->parameters.data != NULL && algorithm->parameters.data[0] != DER_NULL;
}

void describe_algorithm(struct report *r, const struct field *f, const struct algorithm *algorithm)
{
    struct rsassa_pss_params params;

    report_oid(r, f, algorithm->algorithm);
    if (!report_is_text(r) || !has_parameters(algorithm) || !is_rsassa_pss(algorithm->algorithm))
        return;
    if (rsassa_pss_params_parse(algorithm, &params, NULL))
        describe_pss_text(r, &params, false);
    else
        describe_invalid(r);
}

static void describe_pss(struct report *r, const struct field *object,
                         const struct rsassa_pss_params *params)
{
    report_begin(r, object);
    report_oid(r, &HASH, params->hash_algorithm);
    report_oid(r, &MASK_GEN, params->mask_gen_algorithm);
    if (params->mask_gen_hash.data != NULL)
        report_oid(r, &MASK_GEN_HASH, params->mask_gen_hash);
    report_number(r, &SALT_LENGTH, params->salt_length);
    report_number(r, &TRAILER, params->trailer_field);
    report_end(r, object);
}

void describe_parameters(struct report *r, const struct field *object, const struct field *value,
                         const struct algorithm *algorithm)
{
    departure_set known = 0;
    struct der d = der_over(algorithm->parameters, &known);
    struct rsassa_pss_params params;
    struct slice oid;

    if (!has_parameters(algorithm))
        return;
    if (is_rsassa_pss(algorithm->algorithm) && rsassa_pss_params_parse(algorithm, &params, NULL))
        describe_pss(r, object, &params);
    else if (der_next_is(&d, DER_OID) && der_read_oid(&d, &oid, NULL))
        report_oid(r, value, oid);
    else
        report_hex(r, value, algorithm->parameters);
}

void describe_signature_algorithm(struct report *r, const struct algorithm *algorithm)
{
    describe_algorithm(r, &SIGNATURE_ALGORITHM, algorithm);
    if (!report_is_text(r))
        describe_parameters(r, &SIGNATURE_PARAMETERS, &SIGNATURE_PARAMETERS_VALUE, algorithm);
}
