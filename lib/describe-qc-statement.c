/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-qc-statement.h"

#include "describe-extension-value.h"
#include "describe-integer.h"
#include "describe-string.h"
#include "extension-value.h"
#include "qc-statement.h"

/* The labels stand in front of what is below them; a statement that only stands there is a line. */
static const struct field STATEMENT = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field STATEMENT_ID = FIELD("statementId", "", LAYOUT_BARE);
static const struct field INFO_INDENT = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field INFO_OIDS = FIELD_LEVEL("statementInfo", "", LEVEL_INLINE_LIST, 0);
static const struct field INFO_LIST = FIELD_LEVEL("statementInfo", "", LEVEL_LIST, 0);
static const struct field INFO_OBJECT = FIELD_LEVEL("statementInfo", "", LEVEL_OBJECT, 0);
static const struct field INFO_VALUE = FIELD("statementInfo", "", LAYOUT_BARE);
static const struct field LOCATION = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field URL = FIELD("url", "", LAYOUT_LINE);
static const struct field LANGUAGE = FIELD("language", "", LAYOUT_LINE);
static const struct field CURRENCY = FIELD("currency", "Currency", LAYOUT_LINE);
static const struct field AMOUNT = FIELD("amount", "Amount", LAYOUT_LINE);
static const struct field EXPONENT = FIELD("exponent", "Exponent", LAYOUT_LINE);
static const struct field BIOMETRIC_DATA = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field BIOMETRIC_TYPE =
    FIELD("typeOfBiometricData", "Type of Biometric Data", LAYOUT_LINE);
static const struct field HASH_ALGORITHM = FIELD("hashAlgorithm", "Hash Algorithm", LAYOUT_LINE);
static const struct field BIOMETRIC_HASH =
    FIELD("biometricDataHash", "Biometric Data Hash", LAYOUT_LINE);
static const struct field SOURCE_URI = FIELD("sourceDataUri", "Source Data URI", LAYOUT_LINE);
static const struct field LOCATION_TEXT = FIELD(NULL, "", LAYOUT_BARE);

/* Each is false where the value is not what it should be, and has then shown nothing. */

static bool describe_types(struct report *r, struct der d)
{
    struct der again = d;
    struct slice list;

    if (!oids_parse(&again, &list, NULL) || !der_at_end(&again))
        return false;
    describe_oids(r, &INFO_OIDS, &d);
    return true;
}

static bool describe_retention_period(struct report *r, struct der d)
{
    struct slice years;

    if (!der_read_integer(&d, &years, NULL))
        return false;
    describe_count(r, &INFO_VALUE, years);
    return true;
}

static bool describe_limit_value(struct report *r, struct der d)
{
    departure_set known = 0;
    struct monetary_value value;
    struct slice number;
    struct der currency;

    if (!monetary_value_parse(&d, &value, NULL))
        return false;
    currency = der_over(value.currency, &known);
    report_begin(r, &INFO_OBJECT);
    if (der_next_is(&currency, DER_INTEGER) && der_read_integer(&currency, &number, NULL))
        describe_count(r, &CURRENCY, number);
    else
        describe_any(r, &CURRENCY, value.currency);
    describe_count(r, &AMOUNT, value.amount);
    describe_count(r, &EXPONENT, value.exponent);
    report_end(r, &INFO_OBJECT);
    return true;
}

/* "https://pds.example.test/en (en)" */
static void describe_location_line(struct report *r, const struct pds_location *location)
{
    struct buffer *text = report_scratch(r);

    describe_composed(r, &LOCATION_TEXT,
                      buffer_append(text, location->url, &r->trouble) &&
                          buffer_append(text, SLICE(" ("), &r->trouble) &&
                          buffer_append(text, location->language, &r->trouble) &&
                          buffer_append(text, SLICE(")"), &r->trouble));
}

static bool describe_locations(struct report *r, struct der d)
{
    struct pds_location location;
    struct slice list;

    if (!pds_locations_parse(&d, &list, NULL))
        return false;
    report_begin(r, &INFO_LIST);
    while (pds_locations_next(&list, &location)) {
        if (report_is_text(r)) {
            describe_location_line(r, &location);
            continue;
        }
        report_begin(r, &LOCATION);
        report_string(r, &URL, location.url);
        report_string(r, &LANGUAGE, location.language);
        report_end(r, &LOCATION);
    }
    report_end(r, &INFO_LIST);
    return true;
}

/* 0.4.0.1862.1.n, by n */
static bool (*const infos[])(struct report *r, struct der d) = {
    [2] = describe_limit_value,
    [3] = describe_retention_period,
    [5] = describe_locations,
    [6] = describe_types,
};

static void describe_info(struct report *r, const struct qc_statement *statement)
{
    struct slice etsi = SLICE("\x04\x00\x8E\x46\x01");
    struct slice id = statement->statement_id;
    departure_set known = 0;
    struct der d = der_over(statement->statement_info, &known);
    uint8_t last = id.data[id.len - 1];

    report_begin(r, &INFO_INDENT);
    if (id.len != etsi.len + 1 || !slice_starts_with(id, etsi) || last >= ARRAY_SIZE(infos) ||
        infos[last] == NULL || !infos[last](r, d))
        describe_any(r, &INFO_VALUE, statement->statement_info);
    report_end(r, &INFO_INDENT);
}

void describe_qc_statements(struct report *r, const struct field *list, struct der *d)
{
    struct qc_statement statement;
    struct slice rest;

    if (!qc_statements_parse(d, &rest, NULL))
        return;
    report_begin(r, list);
    while (qc_statements_next(&rest, &statement)) {
        report_begin(r, &STATEMENT);
        report_oid(r, &STATEMENT_ID, statement.statement_id);
        if (statement.statement_info.data != NULL)
            describe_info(r, &statement);
        report_end(r, &STATEMENT);
    }
    report_end(r, list);
}

static void describe_biometric_type(struct report *r, const struct biometric_data *data)
{
    if (data->biometric_data_oid.data != NULL)
        report_oid(r, &BIOMETRIC_TYPE, data->biometric_data_oid);
    else if (slice_equal(data->predefined_biometric_type, SLICE("\0")))
        report_word(r, &BIOMETRIC_TYPE, "picture");
    else if (slice_equal(data->predefined_biometric_type, SLICE("\1")))
        report_word(r, &BIOMETRIC_TYPE, "handwritten-signature");
    else
        describe_count(r, &BIOMETRIC_TYPE, data->predefined_biometric_type);
}

void describe_biometric_info(struct report *r, const struct field *list, struct der *d)
{
    struct biometric_data data;
    struct slice rest;

    if (!biometric_info_parse(d, &rest, NULL))
        return;
    report_begin(r, list);
    while (biometric_info_next(&rest, &data)) {
        report_begin(r, &BIOMETRIC_DATA);
        describe_biometric_type(r, &data);
        report_oid(r, &HASH_ALGORITHM, data.hash_algorithm.algorithm);
        report_hex(r, &BIOMETRIC_HASH, data.biometric_data_hash);
        if (data.source_data_uri.data != NULL)
            describe_string(r, &SOURCE_URI, DER_IA5_STRING, data.source_data_uri);
        report_end(r, &BIOMETRIC_DATA);
    }
    report_end(r, list);
}
