/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-name-constraints.h"

#include "describe-integer.h"
#include "describe-name.h"

static const struct field CONSTRAINTS = FIELD_LEVEL("nameConstraints", "", LEVEL_OBJECT, 0);
static const struct field PERMITTED = FIELD_LEVEL("permittedSubtrees", "Permitted", LEVEL_LIST, 2);
static const struct field EXCLUDED = FIELD_LEVEL("excludedSubtrees", "Excluded", LEVEL_LIST, 2);
static const struct field SUBTREE = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field BASE = FIELD("base", "", LAYOUT_BARE);
static const struct field MINIMUM = FIELD("minimum", "", LAYOUT_LINE);
static const struct field MAXIMUM = FIELD("maximum", "", LAYOUT_LINE);

/* OpenSSL has another prefix here than elsewhere: "IP:192.0.2.0/255.255.255.0". */
static void describe_address_range(struct report *r, struct slice address)
{
    struct buffer *text = report_scratch(r);
    size_t half = address.len / 2;

    if (buffer_append(text, SLICE("IP:"), &r->trouble) &&
        general_name_append_ip(text, slice_first(address, half), &r->trouble) &&
        buffer_append(text, SLICE("/"), &r->trouble) &&
        general_name_append_ip(text, slice_from(address, half), &r->trouble))
        report_string(r, &BASE, buffer_slice(text));
    else
        r->failed = true;
}

static void describe_subtrees(struct report *r, const struct field *list, struct slice subtrees)
{
    struct general_subtree subtree;

    report_begin(r, list);
    while (general_subtrees_next(&subtrees, &subtree)) {
        size_t len = subtree.base.value.len;

        report_begin(r, &SUBTREE);
        if (report_is_text(r) && subtree.base.type == IP_ADDRESS && (len == 8 || len == 32))
            describe_address_range(r, subtree.base.value);
        else
            describe_general_name_view(r, &BASE, &subtree.base);
        if (subtree.minimum.data != NULL)
            describe_count(r, &MINIMUM, subtree.minimum);
        if (subtree.maximum.data != NULL)
            describe_count(r, &MAXIMUM, subtree.maximum);
        report_end(r, &SUBTREE);
    }
    report_end(r, list);
}

void describe_name_constraints(struct report *r, const struct name_constraints *constraints)
{
    report_begin(r, &CONSTRAINTS);
    if (constraints->permitted_subtrees.data != NULL)
        describe_subtrees(r, &PERMITTED, constraints->permitted_subtrees);
    if (constraints->excluded_subtrees.data != NULL)
        describe_subtrees(r, &EXCLUDED, constraints->excluded_subtrees);
    report_end(r, &CONSTRAINTS);
}
