/* SPDX-License-Identifier: Apache-2.0 */
#include "qc-statement.h"

static bool parse_any(struct der *d, struct slice *element, struct error *e)
{
    const uint8_t *start = d->at;
    struct slice contents;
    uint8_t tag;

    if (!der_read_any(d, &tag, &contents, e))
        return false;
    *element = slice_of(start, (size_t)(d->at - start));
    return true;
}

static bool parse_statement(struct der *d, struct qc_statement *statement, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &statement->statement_id, e))
        return error_in(e, "statementId");
    statement->statement_info = SLICE_NONE;
    if (!der_at_end(&inside) && !parse_any(&inside, &statement->statement_info, e))
        return error_in(e, "statementInfo");
    return der_end(&inside, e);
}

bool qc_statements_parse(struct der *d, struct slice *list, struct error *e)
{
    struct qc_statement statement;
    struct der inside;

    if (!der_read(d, DER_SEQUENCE, list, e))
        return false;
    inside = der_within(d, *list);
    for (size_t i = 0; !der_at_end(&inside); i++) {
        if (!parse_statement(&inside, &statement, e))
            return error_in(e, "[%zu]", i);
    }
    return true;
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
    if (!parse_any(&inside, &value->currency, e))
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

bool pds_locations_parse(struct der *d, struct slice *list, struct error *e)
{
    struct pds_location location;
    struct der inside;

    if (!der_read(d, DER_SEQUENCE, list, e))
        return false;
    inside = der_within(d, *list);
    for (size_t i = 0; !der_at_end(&inside); i++) {
        if (!parse_location(&inside, &location, e))
            return error_in(e, "[%zu]", i);
    }
    return true;
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
