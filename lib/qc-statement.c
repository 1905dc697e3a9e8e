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
