/* SPDX-License-Identifier: Apache-2.0 */
#include "qc-statement.h"

#include "der-value.h"

static bool parse_statement(struct der *d, struct qc_statement *statement, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &statement->statement_id, e))
        return error_in(e, "statementId");
    statement->statement_info = SLICE_NONE;
    if (!der_at_end(&inside) && !der_read_value_element(&inside, &statement->statement_info, e))
        return error_in(e, "statementInfo");
    return der_end(&inside, e);
}

static bool check_statement(struct der *d, struct error *e)
{
    struct qc_statement statement;

    return parse_statement(d, &statement, e);
}

bool qc_statements_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_MAY_BE_EMPTY, check_statement, list, e);
}

bool qc_statements_next(struct slice *list, struct qc_statement *statement)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_statement(&d, statement, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool monetary_value_parse(struct der *d, struct monetary_value *value, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_value_element(&inside, &value->currency, e))
        return error_in(e, "currency");
    if (!der_read_integer(&inside, &value->amount, e))
        return error_in(e, "amount");
    if (!der_read_integer(&inside, &value->exponent, e))
        return error_in(e, "exponent");
    return der_end(&inside, e);
}

static bool parse_location(struct der *d, struct pds_location *location, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read(&inside, DER_IA5_STRING, &location->url, e))
        return error_in(e, "url");
    if (!der_read(&inside, DER_PRINTABLE_STRING, &location->language, e))
        return error_in(e, "language");
    return der_end(&inside, e);
}

static bool check_location(struct der *d, struct error *e)
{
    struct pds_location location;

    return parse_location(d, &location, e);
}

bool pds_locations_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_location, list, e);
}

bool pds_locations_next(struct slice *list, struct pds_location *location)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_location(&d, location, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

static bool parse_biometric_type(struct der *d, struct biometric_data *data, struct error *e)
{
    data->biometric_data_oid = data->predefined_biometric_type = SLICE_NONE;
    return der_next_is(d, DER_OID) ? der_read_oid(d, &data->biometric_data_oid, e)
                                   : der_read_integer(d, &data->predefined_biometric_type, e);
}

static bool parse_biometric_data(struct der *d, struct biometric_data *data, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_biometric_type(&inside, data, e))
        return error_in(e, "typeOfBiometricData");
    if (!algorithm_parse(&inside, &data->hash_algorithm, e))
        return error_in(e, "hashAlgorithm");
    if (!der_read(&inside, DER_OCTET_STRING, &data->biometric_data_hash, e))
        return error_in(e, "biometricDataHash");
    data->source_data_uri = SLICE_NONE;
    if (der_next_is(&inside, DER_IA5_STRING) &&
        !der_read(&inside, DER_IA5_STRING, &data->source_data_uri, e))
        return error_in(e, "sourceDataUri");
    return der_end(&inside, e);
}

static bool check_biometric_data(struct der *d, struct error *e)
{
    struct biometric_data data;

    return parse_biometric_data(d, &data, e);
}

bool biometric_info_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_biometric_data, list, e);
}

bool biometric_info_next(struct slice *list, struct biometric_data *data)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_biometric_data(&d, data, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}
