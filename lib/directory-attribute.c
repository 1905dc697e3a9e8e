/* SPDX-License-Identifier: Apache-2.0 */
#include "directory-attribute.h"

static bool read_value(struct der *d, struct slice *element, struct error *e)
{
    const uint8_t *start = d->at;
    struct slice contents;
    uint8_t tag;

    if (!der_read_any(d, &tag, &contents, e))
        return false;
    *element = slice_of(start, (size_t)(d->at - start));
    return true;
}

/* X.690 11.6 */
static bool is_before(struct slice a, struct slice b)
{
    return memcmp(a.data, b.data, a.len < b.len ? a.len : b.len) <= 0;
}

static bool parse_values(struct der *d, struct slice *values, struct error *e)
{
    struct slice before = SLICE_NONE;
    struct slice element;
    struct der inside;

    if (!der_read(d, DER_SET, values, e))
        return false;
    inside = der_within(d, *values);
    for (size_t i = 0; !der_at_end(&inside); i++) {
        if (!read_value(&inside, &element, e))
            return error_in(e, "[%zu]", i);
        if (i > 0 && !is_before(before, element))
            der_depart(d, DEPARTURE_SET_ORDER);
        before = element;
    }
    return true;
}

static bool parse_attribute(struct der *d, struct directory_attribute *attribute, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &attribute->type, e))
        return error_in(e, "type");
    if (!parse_values(&inside, &attribute->values, e))
        return error_in(e, "values");
    return der_end(&inside, e);
}

bool directory_attributes_parse(struct der *d, struct slice *list, struct error *e)
{
    struct directory_attribute attribute;
    struct der inside;
    size_t count = 0;

    if (!der_read(d, DER_SEQUENCE, list, e))
        return false;
    inside = der_within(d, *list);
    do {
        if (!parse_attribute(&inside, &attribute, e))
            return error_in(e, "[%zu]", count);
        count++;
    } while (!der_at_end(&inside));
    return true;
}

bool directory_attributes_next(struct slice *list, struct directory_attribute *attribute)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_attribute(&d, attribute, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool directory_attribute_values_next(struct slice *values, struct slice *element)
{
    departure_set known = 0;
    struct der d = der_over(*values, &known);

    if (der_at_end(&d) || !read_value(&d, element, NULL))
        return false;
    *values = der_rest(&d);
    return true;
}
