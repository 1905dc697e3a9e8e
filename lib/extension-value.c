/* SPDX-License-Identifier: Apache-2.0 */
#include "extension-value.h"

bool authority_key_identifier_parse(struct der *d, struct authority_key_identifier *identifier,
                                    struct error *e)
{
    struct der inside;

    *identifier = (struct authority_key_identifier){SLICE_NONE, SLICE_NONE, SLICE_NONE};
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (der_next_is(&inside, DER_CONTEXT_PRIMITIVE(0)) &&
        !der_read(&inside, DER_CONTEXT_PRIMITIVE(0), &identifier->key_identifier, e))
        return error_in(e, "keyIdentifier");
    if (der_next_is(&inside, DER_CONTEXT(1)) &&
        !general_names_parse(&inside, DER_CONTEXT(1), &identifier->authority_cert_issuer, e))
        return error_in(e, "authorityCertIssuer");
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(2),
                                   &identifier->authority_cert_serial_number, e))
        return error_in(e, "authorityCertSerialNumber");
    return der_end(&inside, e);
}

bool basic_constraints_parse(struct der *d, struct basic_constraints *constraints, struct error *e)
{
    struct der inside;

    *constraints = (struct basic_constraints){false, false, 0};
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_boolean_default_false(&inside, &constraints->ca, e))
        return error_in(e, "cA");
    constraints->has_path_len_constraint = der_next_is(&inside, DER_INTEGER);
    if (constraints->has_path_len_constraint &&
        !der_read_number(&inside, DER_INTEGER, &constraints->path_len_constraint, e))
        return error_in(e, "pathLenConstraint");
    return der_end(&inside, e);
}

bool private_key_usage_period_parse(struct der *d, struct private_key_usage_period *period,
                                    struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_generalized_time_optional(&inside, DER_CONTEXT_PRIMITIVE(0),
                                            &period->has_not_before, &period->not_before, e))
        return error_in(e, "notBefore");
    if (!der_read_generalized_time_optional(&inside, DER_CONTEXT_PRIMITIVE(1),
                                            &period->has_not_after, &period->not_after, e))
        return error_in(e, "notAfter");
    return der_end(&inside, e);
}

static bool check_oid(struct der *d, struct error *e)
{
    struct slice oid;

    return der_read_oid(d, &oid, e);
}

bool oids_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_oid, list, e);
}

bool oids_next(struct slice *list, struct slice *oid)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (!der_read(&d, DER_OID, oid, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

static bool parse_access(struct der *d, struct access_description *access, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &access->access_method, e))
        return error_in(e, "accessMethod");
    if (!general_name_parse(&inside, &access->access_location, e))
        return error_in(e, "accessLocation");
    return der_end(&inside, e);
}

static bool check_access(struct der *d, struct error *e)
{
    struct access_description access;

    return parse_access(d, &access, e);
}

bool access_descriptions_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_NOT_EMPTY, check_access, list, e);
}

bool access_descriptions_next(struct slice *list, struct access_description *access)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_access(&d, access, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool tls_features_parse(struct der *d, struct slice *list, struct error *e)
{
    struct der inside;
    struct slice integer;

    if (!der_read(d, DER_SEQUENCE, list, e))
        return false;
    inside = der_within(d, *list);
    for (size_t i = 0; !der_at_end(&inside); i++) {
        if (!der_read_integer(&inside, &integer, e))
            return error_in(e, "[%zu]", i);
    }
    return true;
}

bool tls_features_next(struct slice *list, struct slice *integer)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (!der_read(&d, DER_INTEGER, integer, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool nonce_check(struct der *d, struct error *e)
{
    struct slice value = der_take_rest(d);
    struct slice octets = nonce_octets(value);

    (void)e;
    if (octets.data == value.data)
        der_depart(d, DEPARTURE_NONCE_RAW);
    if (octets.len == 0 || octets.len > NONCE_MAX)
        der_depart(d, DEPARTURE_NONCE_LENGTH);
    return true;
}

struct slice nonce_octets(struct slice extn_value)
{
    departure_set known = 0;
    struct der d = der_over(extn_value, &known);
    struct slice octets;

    if (der_read(&d, DER_OCTET_STRING, &octets, NULL) && der_at_end(&d))
        return octets;
    return extn_value;
}

static bool parse_proxy_policy(struct der *d, struct proxy_cert_info *info, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &info->policy_language, e))
        return error_in(e, "policyLanguage");
    info->policy = SLICE_NONE;
    if (der_next_is(&inside, DER_OCTET_STRING) &&
        !der_read(&inside, DER_OCTET_STRING, &info->policy, e))
        return error_in(e, "policy");
    return der_end(&inside, e);
}

bool proxy_cert_info_parse(struct der *d, struct proxy_cert_info *info, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer_optional(&inside, DER_INTEGER, &info->pc_path_len_constraint, e))
        return error_in(e, "pCPathLenConstraint");
    if (!parse_proxy_policy(&inside, info, e))
        return error_in(e, "proxyPolicy");
    return der_end(&inside, e);
}
