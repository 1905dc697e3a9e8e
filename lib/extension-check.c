/* SPDX-License-Identifier: Apache-2.0 */
/* Which extension it is, and whether its value is well-formed. */
#include "distribution-point.h"
#include "extension-value.h"
#include "name-constraints.h"
#include "policy.h"
#include "sct.h"
#include "string-type.h"

static bool check_octets(struct der *d, struct error *e)
{
    struct slice octets;

    return der_read(d, DER_OCTET_STRING, &octets, e);
}

static bool check_integer(struct der *d, struct error *e)
{
    struct slice octets;

    return der_read_integer(d, &octets, e);
}

static bool check_time(struct der *d, struct error *e)
{
    int64_t time;

    return der_read_generalized_time(d, &time, e);
}

static bool check_named_bits(struct der *d, struct error *e)
{
    uint32_t bits;

    return der_read_named_bits(d, DER_BIT_STRING, &bits, e);
}

static bool check_comment(struct der *d, struct error *e)
{
    struct slice text;

    if (!der_read(d, DER_IA5_STRING, &text, e))
        return false;
    string_check(d, DER_IA5_STRING, text);
    return true;
}

static bool check_reason(struct der *d, struct error *e)
{
    enum crl_reason reason;

    return crl_reason_parse(d, &reason, e);
}

static bool check_general_names(struct der *d, struct error *e)
{
    struct slice names;

    return general_names_parse(d, DER_SEQUENCE, &names, e);
}

static bool check_authority_key_identifier(struct der *d, struct error *e)
{
    struct authority_key_identifier identifier;

    return authority_key_identifier_parse(d, &identifier, e);
}

static bool check_basic_constraints(struct der *d, struct error *e)
{
    struct basic_constraints constraints;

    return basic_constraints_parse(d, &constraints, e);
}

static bool check_name_constraints(struct der *d, struct error *e)
{
    struct name_constraints constraints;

    return name_constraints_parse(d, &constraints, e);
}

static bool check_policy_constraints(struct der *d, struct error *e)
{
    struct policy_constraints constraints;

    return policy_constraints_parse(d, &constraints, e);
}

static bool check_issuing_distribution_point(struct der *d, struct error *e)
{
    struct issuing_distribution_point point;

    return issuing_distribution_point_parse(d, &point, e);
}

static bool check_policies(struct der *d, struct error *e)
{
    struct slice list;

    return certificate_policies_parse(d, &list, e);
}

static bool check_policy_mappings(struct der *d, struct error *e)
{
    struct slice list;

    return policy_mappings_parse(d, &list, e);
}

static bool check_distribution_points(struct der *d, struct error *e)
{
    struct slice list;

    return distribution_points_parse(d, &list, e);
}

static bool check_access_descriptions(struct der *d, struct error *e)
{
    struct slice list;

    return access_descriptions_parse(d, &list, e);
}

static bool check_oids(struct der *d, struct error *e)
{
    struct slice list;

    return oids_parse(d, &list, e);
}

static bool check_tls_features(struct der *d, struct error *e)
{
    struct slice list;

    return tls_features_parse(d, &list, e);
}

static bool check_scts(struct der *d, struct error *e)
{
    struct slice list;

    return scts_parse(d, &list, e);
}

static bool (*const checks[EXTENSION_TYPE_COUNT])(struct der *d, struct error *e) = {
    [EXTENSION_AUTHORITY_KEY_IDENTIFIER] = check_authority_key_identifier,
    [EXTENSION_SUBJECT_KEY_IDENTIFIER] = check_octets,
    [EXTENSION_KEY_USAGE] = check_named_bits,
    [EXTENSION_CERTIFICATE_POLICIES] = check_policies,
    [EXTENSION_POLICY_MAPPINGS] = check_policy_mappings,
    [EXTENSION_SUBJECT_ALT_NAME] = check_general_names,
    [EXTENSION_ISSUER_ALT_NAME] = check_general_names,
    [EXTENSION_BASIC_CONSTRAINTS] = check_basic_constraints,
    [EXTENSION_NAME_CONSTRAINTS] = check_name_constraints,
    [EXTENSION_POLICY_CONSTRAINTS] = check_policy_constraints,
    [EXTENSION_EXT_KEY_USAGE] = check_oids,
    [EXTENSION_CRL_DISTRIBUTION_POINTS] = check_distribution_points,
    [EXTENSION_INHIBIT_ANY_POLICY] = check_integer,
    [EXTENSION_FRESHEST_CRL] = check_distribution_points,
    [EXTENSION_AUTHORITY_INFO_ACCESS] = check_access_descriptions,
    [EXTENSION_SUBJECT_INFO_ACCESS] = check_access_descriptions,
    [EXTENSION_CRL_NUMBER] = check_integer,
    [EXTENSION_DELTA_CRL_INDICATOR] = check_integer,
    [EXTENSION_ISSUING_DISTRIBUTION_POINT] = check_issuing_distribution_point,
    [EXTENSION_REASON_CODE] = check_reason,
    [EXTENSION_INVALIDITY_DATE] = check_time,
    [EXTENSION_CERTIFICATE_ISSUER] = check_general_names,
    [EXTENSION_ACCEPTABLE_RESPONSES] = check_oids,
    [EXTENSION_NOCHECK] = der_read_null,
    [EXTENSION_ARCHIVE_CUTOFF] = check_time,
    [EXTENSION_EXTENDED_REVOKE] = der_read_null,
    [EXTENSION_TLS_FEATURE] = check_tls_features,
    [EXTENSION_NO_REV_AVAIL] = der_read_null,
    [EXTENSION_CERT_SCTS] = check_scts,
    [EXTENSION_OCSP_SCTS] = check_scts,
    [EXTENSION_PRECERT_POISON] = der_read_null,
    [EXTENSION_NS_CERT_TYPE] = check_named_bits,
    [EXTENSION_NS_COMMENT] = check_comment,
};

/* id-ce 2.5.29, id-pe 1.3.6.1.5.5.7.1, id-pkix-ocsp 1.3.6.1.5.5.7.48.1, by the number behind it */
static const uint8_t ce_types[] = {
    [14] = EXTENSION_SUBJECT_KEY_IDENTIFIER,
    [15] = EXTENSION_KEY_USAGE,
    [17] = EXTENSION_SUBJECT_ALT_NAME,
    [18] = EXTENSION_ISSUER_ALT_NAME,
    [19] = EXTENSION_BASIC_CONSTRAINTS,
    [20] = EXTENSION_CRL_NUMBER,
    [21] = EXTENSION_REASON_CODE,
    [24] = EXTENSION_INVALIDITY_DATE,
    [27] = EXTENSION_DELTA_CRL_INDICATOR,
    [28] = EXTENSION_ISSUING_DISTRIBUTION_POINT,
    [29] = EXTENSION_CERTIFICATE_ISSUER,
    [30] = EXTENSION_NAME_CONSTRAINTS,
    [31] = EXTENSION_CRL_DISTRIBUTION_POINTS,
    [32] = EXTENSION_CERTIFICATE_POLICIES,
    [33] = EXTENSION_POLICY_MAPPINGS,
    [35] = EXTENSION_AUTHORITY_KEY_IDENTIFIER,
    [36] = EXTENSION_POLICY_CONSTRAINTS,
    [37] = EXTENSION_EXT_KEY_USAGE,
    [46] = EXTENSION_FRESHEST_CRL,
    [54] = EXTENSION_INHIBIT_ANY_POLICY,
    [56] = EXTENSION_NO_REV_AVAIL,
};
static const uint8_t pe_types[] = {
    [1] = EXTENSION_AUTHORITY_INFO_ACCESS,
    [11] = EXTENSION_SUBJECT_INFO_ACCESS,
    [24] = EXTENSION_TLS_FEATURE,
};
static const uint8_t ocsp_types[] = {
    [2] = EXTENSION_NONCE,          [4] = EXTENSION_ACCEPTABLE_RESPONSES, [5] = EXTENSION_NOCHECK,
    [6] = EXTENSION_ARCHIVE_CUTOFF, [9] = EXTENSION_EXTENDED_REVOKE,
};
static const uint8_t ct_types[] = {
    [2] = EXTENSION_CERT_SCTS,
    [3] = EXTENSION_PRECERT_POISON,
    [5] = EXTENSION_OCSP_SCTS,
};
static const uint8_t netscape_types[] = {
    [1] = EXTENSION_NS_CERT_TYPE,
    [13] = EXTENSION_NS_COMMENT,
};

static const struct arc {
    struct slice arc;
    const uint8_t *types;
    size_t count;
} arcs[] = {
    {SLICE_CONST("\x55\x1D"), ce_types, sizeof(ce_types)},
    {SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x01"), pe_types, sizeof(pe_types)},
    {SLICE_CONST("\x2B\x06\x01\x05\x05\x07\x30\x01"), ocsp_types, sizeof(ocsp_types)},
    {SLICE_CONST("\x2B\x06\x01\x04\x01\xD6\x79\x02\x04"), ct_types, sizeof(ct_types)},
    {SLICE_CONST("\x60\x86\x48\x01\x86\xF8\x42\x01"), netscape_types, sizeof(netscape_types)},
};

enum extension_type extension_type(struct slice extn_id)
{
    size_t last = extn_id.len - 1;

    for (size_t i = 0; i < ARRAY_SIZE(arcs) && extn_id.len > 0; i++) {
        if (last == arcs[i].arc.len && memcmp(extn_id.data, arcs[i].arc.data, last) == 0)
            return extn_id.data[last] < arcs[i].count
                       ? (enum extension_type)arcs[i].types[extn_id.data[last]]
                       : EXTENSION_OTHER;
    }
    return EXTENSION_OTHER;
}

bool extension_check(const struct der *outer, const struct extension *extension, struct error *e)
{
    enum extension_type type = extension_type(extension->extn_id);
    struct der d = der_within(outer, extension->extn_value);

    if (checks[type] == NULL || (checks[type](&d, e) && der_end(&d, e)))
        return true;
    return error_in(e, "extnValue");
}

bool extensions_check(const struct der *outer, const struct extensions *extensions, struct error *e)
{
    struct extensions rest = *extensions;
    struct extension extension;

    for (size_t i = 0; extensions_next(&rest, &extension); i++) {
        if (!extension_check(outer, &extension, e))
            return error_in(e, "[%zu]", i);
    }
    return true;
}

bool extensions_find_type(const struct extensions *extensions, enum extension_type type,
                          struct extension *extension)
{
    struct extensions rest = *extensions;

    while (extensions_next(&rest, extension)) {
        if (extension_type(extension->extn_id) == type)
            return true;
    }
    return false;
}
