/* SPDX-License-Identifier: Apache-2.0 */
#include "attribute.h"

#include "der-value.h"

static bool read_value(struct der *d, struct attribute_value *value, struct error *e)
{
    const uint8_t *start = d->at;

    if (!der_read_value(d, &value->tag, &value->contents, e))
        return false;
    value->element = slice_of(start, (size_t)(d->at - start));
    return true;
}

static bool parse_values(struct der *d, struct attribute *attribute, struct error *e)
{
    struct slice before = SLICE_NONE;
    struct attribute_value value;
    struct der inside;

    if (!der_enter(d, DER_SET, &inside, e))
        return false;
    attribute->values = der_rest(&inside);
    attribute->value_count = 0;
    do {
        if (!read_value(&inside, &value, e))
            return error_in(e, "[%zu]", attribute->value_count);
        if (!der_in_set_order(before, value.element))
            der_depart(&inside, DEPARTURE_SET_ORDER);
        before = value.element;
        attribute->value_count++;
    } while (!der_at_end(&inside));
    return true;
}

static bool parse_attribute(struct der *d, struct attribute *attribute, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &attribute->type, e))
        return error_in(e, "type");
    if (!parse_values(&inside, attribute, e))
        return error_in(e, "values");
    return der_end(&inside, e);
}

bool attributes_parse(struct der *d, uint8_t tag, struct attributes *attributes, struct error *e)
{
    struct slice before = SLICE_NONE;
    struct attribute attribute;
    struct der inside;

    if (!der_enter(d, tag, &inside, e))
        return false;
    *attributes = (struct attributes){der_rest(&inside), 0};
    for (; !der_at_end(&inside); attributes->count++) {
        const uint8_t *start = inside.at;
        struct slice element;

        if (!parse_attribute(&inside, &attribute, e))
            return error_in(e, "[%zu]", attributes->count);
        element = slice_of(start, (size_t)(inside.at - start));
        if (!der_in_set_order(before, element))
            der_depart(&inside, DEPARTURE_SET_ORDER);
        before = element;
    }
    return true;
}

static bool check_attribute(struct der *d, struct error *e)
{
    struct attribute attribute;

    return parse_attribute(d, &attribute, e);
}

bool directory_attributes_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_attribute, list, e);
}

bool attributes_next(struct slice *list, struct attribute *attribute)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_attribute(&d, attribute, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool attribute_values_next(struct slice *values, struct attribute_value *value)
{
    departure_set known = 0;
    struct der d = der_over(*values, &known);

    if (der_at_end(&d) || !read_value(&d, value, NULL))
        return false;
    *values = der_rest(&d);
    return true;
}
