/* SPDX-License-Identifier: Apache-2.0 */
#include "distribution-point.h"

#include "general-name.h"
#include "name.h"

/* [0] EXPLICIT, since it is a CHOICE; absent is neither of the two. */
static bool parse_name(struct der *d, struct distribution_point_name *name, struct error *e)
{
    struct der explicit;
    struct der rdn;

    *name = (struct distribution_point_name){SLICE_NONE, SLICE_NONE};
    if (!der_next_is(d, DER_CONTEXT(0)))
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &explicit, e))
        return false;
    if (der_next_is(&explicit, DER_CONTEXT(1))) {
        if (!der_read(&explicit, DER_CONTEXT(1), &name->name_relative_to_crl_issuer, e))
            return false;
        rdn = der_within(d, name->name_relative_to_crl_issuer);
        if (!name_parse_rdn(&rdn, e))
            return error_in(e, "nameRelativeToCRLIssuer");
    } else if (!general_names_parse(&explicit, DER_CONTEXT(0), &name->full_name, e)) {
        return error_in(e, "fullName");
    }
    return der_end(&explicit, e);
}

static bool parse_reasons(struct der *d, unsigned n, bool *present, uint32_t *reasons,
                          struct error *e)
{
    uint8_t tag = (uint8_t)DER_CONTEXT_PRIMITIVE(n);

    *reasons = 0;
    *present = der_next_is(d, tag);
    return !*present || der_read_named_bits(d, tag, reasons, e);
}

static bool parse_point(struct der *d, struct distribution_point *point, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_name(&inside, &point->distribution_point, e))
        return error_in(e, "distributionPoint");
    if (!parse_reasons(&inside, 1, &point->has_reasons, &point->reasons, e))
        return error_in(e, "reasons");
    point->crl_issuer = SLICE_NONE;
    if (der_next_is(&inside, DER_CONTEXT(2)) &&
        !general_names_parse(&inside, DER_CONTEXT(2), &point->crl_issuer, e))
        return error_in(e, "cRLIssuer");
    return der_end(&inside, e);
}

static bool check_point(struct der *d, struct error *e)
{
    struct distribution_point point;

    return parse_point(d, &point, e);
}

bool distribution_points_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_point, list, e);
}

bool distribution_points_next(struct slice *list, struct distribution_point *point)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_point(&d, point, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool issuing_distribution_point_parse(struct der *d, struct issuing_distribution_point *point,
                                      struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_name(&inside, &point->distribution_point, e))
        return error_in(e, "distributionPoint");
    if (!der_read_flag(&inside, DER_CONTEXT_PRIMITIVE(1), &point->only_contains_user_certs, e))
        return error_in(e, "onlyContainsUserCerts");
    if (!der_read_flag(&inside, DER_CONTEXT_PRIMITIVE(2), &point->only_contains_ca_certs, e))
        return error_in(e, "onlyContainsCACerts");
    if (!parse_reasons(&inside, 3, &point->has_only_some_reasons, &point->only_some_reasons, e))
        return error_in(e, "onlySomeReasons");
    if (!der_read_flag(&inside, DER_CONTEXT_PRIMITIVE(4), &point->indirect_crl, e))
        return error_in(e, "indirectCRL");
    if (!der_read_flag(&inside, DER_CONTEXT_PRIMITIVE(5), &point->only_contains_attribute_certs, e))
        return error_in(e, "onlyContainsAttributeCerts");
    return der_end(&inside, e);
}
