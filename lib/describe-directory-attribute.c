/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-directory-attribute.h"

#include "attribute.h"
#include "describe-string.h"
#include "oid.h"

static const struct field ATTRIBUTE = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field TYPE = FIELD("type", "", LAYOUT_LINE);
static const struct field TYPE_TEXT = FIELD(NULL, "", LAYOUT_BARE);
static const struct field VALUES = FIELD_LEVEL("values", "", LEVEL_LIST, 4);
static const struct field VALUE = FIELD("", "", LAYOUT_BARE);

/* In text a heading: the type and a colon. */
static void describe_type(struct report *r, struct slice type)
{
    struct buffer *text = report_scratch(r);

    report_oid(r, &TYPE, type);
    if (report_is_text(r))
        describe_composed(r, &TYPE_TEXT,
                          oid_append(r, text, type) &&
                              buffer_append(text, SLICE(":"), &r->trouble));
}

void describe_directory_attributes(struct report *r, const struct field *list, struct der *d)
{
    struct attribute_value value;
    struct attribute attribute;
    struct slice rest;

    if (!directory_attributes_parse(d, &rest, NULL))
        return;
    report_begin(r, list);
    while (attributes_next(&rest, &attribute)) {
        report_begin(r, &ATTRIBUTE);
        describe_type(r, attribute.type);
        report_begin(r, &VALUES);
        while (attribute_values_next(&attribute.values, &value))
            describe_any(r, &VALUE, value.element);
        report_end(r, &VALUES);
        report_end(r, &ATTRIBUTE);
    }
    report_end(r, list);
}
