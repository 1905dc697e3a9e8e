/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the value of each extension is well-formed. */
#include "attribute.h"
#include "distribution-point.h"
#include "extension-value.h"
#include "logotype.h"
#include "name-constraints.h"
#include "ocsp-extension.h"
#include "policy.h"
#include "qc-statement.h"
#include "resources.h"
#include "sct.h"
#include "string-type.h"
#include "vendor-extension.h"

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

/* UTCTime, or GeneralizedTime */
static bool check_either_time(struct der *d, struct error *e)
{
    int64_t time;

    return der_read_time(d, &time, e);
}

static bool check_oid(struct der *d, struct error *e)
{
    struct slice oid;

    return der_read_oid(d, &oid, e);
}

static bool check_named_bits(struct der *d, struct error *e)
{
    uint32_t bits;

    return der_read_named_bits(d, DER_BIT_STRING, &bits, e);
}

static bool check_ia5_string(struct der *d, struct error *e)
{
    struct slice text;

    if (!der_read(d, DER_IA5_STRING, &text, e))
        return false;
    string_check(d, DER_IA5_STRING, text);
    return true;
}

static bool check_string(struct der *d, struct error *e)
{
    size_t offset = der_offset(d);
    struct slice text;
    uint8_t tag;

    if (!der_read_any(d, &tag, &text, e))
        return false;
    return string_type_is_known(tag) ||
           error_at(e, ERROR_DER, offset, "expected a character string, found tag 0x%02X", tag);
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

static bool check_private_key_usage_period(struct der *d, struct error *e)
{
    struct private_key_usage_period period;

    return private_key_usage_period_parse(d, &period, e);
}

static bool check_directory_attributes(struct der *d, struct error *e)
{
    struct slice list;

    return directory_attributes_parse(d, &list, e);
}

static bool check_crl_id(struct der *d, struct error *e)
{
    struct crl_id id;

    return crl_id_parse(d, &id, e);
}

static bool check_service_locator(struct der *d, struct error *e)
{
    struct service_locator locator;

    return service_locator_parse(d, &locator, e);
}

static bool check_preferred_signature_algorithms(struct der *d, struct error *e)
{
    struct slice list;

    return preferred_signature_algorithms_parse(d, &list, e);
}

static bool check_qc_statements(struct der *d, struct error *e)
{
    struct slice list;

    return qc_statements_parse(d, &list, e);
}

static bool check_biometric_info(struct der *d, struct error *e)
{
    struct slice list;

    return biometric_info_parse(d, &list, e);
}

static bool check_ip_addr_blocks(struct der *d, struct error *e)
{
    struct slice list;

    return ip_addr_blocks_parse(d, &list, e);
}

static bool check_as_identifiers(struct der *d, struct error *e)
{
    struct as_identifiers identifiers;

    return as_identifiers_parse(d, &identifiers, e);
}

static bool check_logotype(struct der *d, struct error *e)
{
    struct logotype logotype;

    return logotype_parse(d, &logotype, e);
}

static bool check_proxy_cert_info(struct der *d, struct error *e)
{
    struct proxy_cert_info info;

    return proxy_cert_info_parse(d, &info, e);
}

static bool check_organization_identifier(struct der *d, struct error *e)
{
    struct cabf_organization_identifier id;

    return cabf_organization_identifier_parse(d, &id, e);
}

static bool check_certificate_template(struct der *d, struct error *e)
{
    struct certificate_template read;

    return certificate_template_parse(d, &read, e);
}

static bool check_ca_version(struct der *d, struct error *e)
{
    struct ca_version version;

    return ca_version_parse(d, &version, e);
}

static bool check_ntds_ca_security(struct der *d, struct error *e)
{
    struct slice object_sid;

    return ntds_ca_security_parse(d, &object_sid, e);
}

static bool check_entrust_vers_info(struct der *d, struct error *e)
{
    struct entrust_vers_info info;

    return entrust_vers_info_parse(d, &info, e);
}

static bool (*const checks[EXTENSION_TYPE_COUNT])(struct der *d, struct error *e) = {
    [EXTENSION_AUTHORITY_KEY_IDENTIFIER] = check_authority_key_identifier,
    [EXTENSION_SUBJECT_KEY_IDENTIFIER] = check_octets,
    [EXTENSION_KEY_USAGE] = check_named_bits,
    [EXTENSION_CERTIFICATE_POLICIES] = check_policies,
    [EXTENSION_POLICY_MAPPINGS] = check_policy_mappings,
    [EXTENSION_SUBJECT_ALT_NAME] = check_general_names,
    [EXTENSION_ISSUER_ALT_NAME] = check_general_names,
    [EXTENSION_DIRECTORY_ATTRIBUTES] = check_directory_attributes,
    [EXTENSION_BASIC_CONSTRAINTS] = check_basic_constraints,
    [EXTENSION_NAME_CONSTRAINTS] = check_name_constraints,
    [EXTENSION_POLICY_CONSTRAINTS] = check_policy_constraints,
    [EXTENSION_EXT_KEY_USAGE] = check_oids,
    [EXTENSION_CRL_DISTRIBUTION_POINTS] = check_distribution_points,
    [EXTENSION_INHIBIT_ANY_POLICY] = check_integer,
    [EXTENSION_FRESHEST_CRL] = check_distribution_points,
    [EXTENSION_AUTHORITY_INFO_ACCESS] = check_access_descriptions,
    [EXTENSION_SUBJECT_INFO_ACCESS] = check_access_descriptions,
    [EXTENSION_PRIVATE_KEY_USAGE_PERIOD] = check_private_key_usage_period,
    [EXTENSION_CRL_NUMBER] = check_integer,
    [EXTENSION_DELTA_CRL_INDICATOR] = check_integer,
    [EXTENSION_ISSUING_DISTRIBUTION_POINT] = check_issuing_distribution_point,
    [EXTENSION_REASON_CODE] = check_reason,
    [EXTENSION_INVALIDITY_DATE] = check_time,
    [EXTENSION_CERTIFICATE_ISSUER] = check_general_names,
    [EXTENSION_HOLD_INSTRUCTION_CODE] = check_oid,
    [EXTENSION_NONCE] = nonce_check,
    [EXTENSION_CRL_ID] = check_crl_id,
    [EXTENSION_ACCEPTABLE_RESPONSES] = check_oids,
    [EXTENSION_NOCHECK] = der_read_null,
    [EXTENSION_ARCHIVE_CUTOFF] = check_time,
    [EXTENSION_SERVICE_LOCATOR] = check_service_locator,
    [EXTENSION_PREF_SIG_ALGS] = check_preferred_signature_algorithms,
    [EXTENSION_EXTENDED_REVOKE] = der_read_null,
    [EXTENSION_TLS_FEATURE] = check_tls_features,
    [EXTENSION_NO_REV_AVAIL] = der_read_null,
    [EXTENSION_CERT_SCTS] = check_scts,
    [EXTENSION_OCSP_SCTS] = check_scts,
    [EXTENSION_PRECERT_POISON] = der_read_null,
    [EXTENSION_NS_CERT_TYPE] = check_named_bits,
    [EXTENSION_NS_BASE_URL] = check_ia5_string,
    [EXTENSION_NS_REVOCATION_URL] = check_ia5_string,
    [EXTENSION_NS_CA_REVOCATION_URL] = check_ia5_string,
    [EXTENSION_NS_RENEWAL_URL] = check_ia5_string,
    [EXTENSION_NS_CA_POLICY_URL] = check_ia5_string,
    [EXTENSION_NS_SSL_SERVER_NAME] = check_ia5_string,
    [EXTENSION_NS_COMMENT] = check_ia5_string,
    [EXTENSION_QC_STATEMENTS] = check_qc_statements,
    [EXTENSION_BIOMETRIC_INFO] = check_biometric_info,
    [EXTENSION_IP_ADDR_BLOCKS] = check_ip_addr_blocks,
    [EXTENSION_AUTONOMOUS_SYS_IDS] = check_as_identifiers,
    [EXTENSION_LOGOTYPE] = check_logotype,
    [EXTENSION_PROXY_CERT_INFO] = check_proxy_cert_info,
    [EXTENSION_ACME_IDENTIFIER] = check_octets,
    [EXTENSION_EXPIRED_CERTS_ON_CRL] = check_time,
    [EXTENSION_CABF_ORGANIZATION_IDENTIFIER] = check_organization_identifier,
    [EXTENSION_MS_CERTIFICATE_TEMPLATE_NAME] = check_string,
    [EXTENSION_MS_CERTIFICATE_TEMPLATE] = check_certificate_template,
    [EXTENSION_MS_CA_VERSION] = check_ca_version,
    [EXTENSION_MS_PREVIOUS_CERT_HASH] = check_octets,
    [EXTENSION_MS_CRL_NEXT_PUBLISH] = check_either_time,
    [EXTENSION_MS_APPLICATION_POLICIES] = check_policies,
    [EXTENSION_MS_NTDS_CA_SECURITY] = check_ntds_ca_security,
    [EXTENSION_ENTRUST_VERS_INFO] = check_entrust_vers_info,
};

static bool is_well_formed(enum extension_type type, struct der *d, struct error *e)
{
    return checks[type] == NULL || (checks[type](d, e) && der_end(d, e));
}

enum extension_type extension_type_of(const struct extension *extension)
{
    enum extension_type type = extension_type(extension->extn_id);
    departure_set known = 0;
    struct der d = der_over(extension->extn_value, &known);

    return type < EXTENSION_LENIENT || is_well_formed(type, &d, NULL) ? type : EXTENSION_OTHER;
}

bool extension_check(const struct der *outer, const struct extension *extension, struct error *e)
{
    enum extension_type type = extension_type(extension->extn_id);
    struct der d = der_within(outer, extension->extn_value);

    if (type >= EXTENSION_LENIENT || is_well_formed(type, &d, e))
        return true;
    return error_in(e, "extnValue");
}

FLATTEN bool extensions_check_each(const struct der *d, struct extensions rest, struct error *e)
{
    struct extension extension;

    for (size_t i = 0; extensions_next(&rest, &extension); i++) {
        if (!extension_check(d, &extension, e))
            return error_in(e, "[%zu]", i);
    }
    return true;
}
