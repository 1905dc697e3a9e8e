/* SPDX-License-Identifier: Apache-2.0 */
#include "name-constraints.h"

static bool parse_subtree(struct der *d, struct general_subtree *subtree, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!general_name_parse(&inside, &subtree->base, e))
        return error_in(e, "base");
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(0), &subtree->minimum, e))
        return error_in(e, "minimum");
    if (subtree->minimum.len == 1 && subtree->minimum.data[0] == 0)
        der_depart(d, DEPARTURE_ENCODED_DEFAULT);
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(1), &subtree->maximum, e))
        return error_in(e, "maximum");
    return der_end(&inside, e);
}

static bool check_subtree(struct der *d, struct error *e)
{
    struct general_subtree subtree;

    return parse_subtree(d, &subtree, e);
}

static bool parse_subtrees(struct der *d, uint8_t tag, struct slice *subtrees, struct error *e)
{
    *subtrees = SLICE_NONE;
    return !der_next_is(d, tag) || der_read_list(d, tag, DER_NOT_EMPTY, check_subtree, subtrees, e);
}

bool name_constraints_parse(struct der *d, struct name_constraints *constraints, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_subtrees(&inside, DER_CONTEXT(0), &constraints->permitted_subtrees, e))
        return error_in(e, "permittedSubtrees");
    if (!parse_subtrees(&inside, DER_CONTEXT(1), &constraints->excluded_subtrees, e))
        return error_in(e, "excludedSubtrees");
    return der_end(&inside, e);
}

bool general_subtrees_next(struct slice *subtrees, struct general_subtree *subtree)
{
    departure_set known = 0;
    struct der d = der_over(*subtrees, &known);

    if (der_at_end(&d) || !parse_subtree(&d, subtree, NULL))
        return false;
    *subtrees = der_rest(&d);
    return true;
}
