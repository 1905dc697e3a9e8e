/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-extension.h"

#include "describe-directory-attribute.h"
#include "describe-distribution-point.h"
#include "describe-extension-value.h"
#include "describe-integer.h"
#include "describe-logotype.h"
#include "describe-name-constraints.h"
#include "describe-ocsp-extension.h"
#include "describe-policy.h"
#include "describe-qc-statement.h"
#include "describe-resources.h"
#include "describe-sct.h"
#include "describe-vendor-extension.h"
#include "extension-value.h"
#include "oid.h"

static const struct field EXTENSION = FIELD_LEVEL("", "", LEVEL_OBJECT, 4);
static const struct field EXTN_ID = FIELD("extnID", "", LAYOUT_LINE);
static const struct field CRITICAL = FIELD("critical", "", LAYOUT_LINE);
static const struct field EXTN_VALUE = FIELD("extnValue", "", LAYOUT_COLONS);

static const struct field SUBJECT_KEY_IDENTIFIER = FIELD("subjectKeyIdentifier", "", LAYOUT_COLONS);
static const struct field AUTHORITY_KEY_IDENTIFIER =
    FIELD_LEVEL("authorityKeyIdentifier", "", LEVEL_OBJECT, 0);
static const struct field BASIC_CONSTRAINTS = FIELD_LEVEL("basicConstraints", "", LEVEL_OBJECT, 0);
static const struct field KEY_USAGE = FIELD_LEVEL("keyUsage", "", LEVEL_INLINE_LIST, 0);
static const struct field EXT_KEY_USAGE = FIELD_LEVEL("extKeyUsage", "", LEVEL_INLINE_LIST, 0);
static const struct field ACCEPTABLE_RESPONSES =
    FIELD_LEVEL("acceptableResponses", "", LEVEL_INLINE_LIST, 0);
static const struct field SUBJECT_ALT_NAME =
    FIELD_LEVEL("subjectAltName", "", LEVEL_INLINE_LIST, 0);
static const struct field ISSUER_ALT_NAME = FIELD_LEVEL("issuerAltName", "", LEVEL_INLINE_LIST, 0);
static const struct field CERTIFICATE_ISSUER =
    FIELD_LEVEL("certificateIssuer", "", LEVEL_INLINE_LIST, 0);
static const struct field AUTHORITY_INFO_ACCESS =
    FIELD_LEVEL("authorityInfoAccess", "", LEVEL_LIST, 0);
static const struct field SUBJECT_INFO_ACCESS = FIELD_LEVEL("subjectInfoAccess", "", LEVEL_LIST, 0);
static const struct field CRL_DISTRIBUTION_POINTS =
    FIELD_LEVEL("cRLDistributionPoints", "", LEVEL_LIST, 0);
static const struct field FRESHEST_CRL = FIELD_LEVEL("freshestCRL", "", LEVEL_LIST, 0);
static const struct field INHIBIT_ANY_POLICY = FIELD("inhibitAnyPolicy", "", LAYOUT_BARE);
static const struct field CRL_NUMBER = FIELD("cRLNumber", "", LAYOUT_BARE);
static const struct field DELTA_CRL_INDICATOR = FIELD("deltaCRLIndicator", "", LAYOUT_BARE);
static const struct field REASON_CODE = FIELD("reasonCode", "", LAYOUT_BARE);
static const struct field INVALIDITY_DATE = FIELD("invalidityDate", "", LAYOUT_BARE);
static const struct field ARCHIVE_CUTOFF = FIELD("archiveCutoff", "", LAYOUT_BARE);
static const struct field NONCE = FIELD("nonce", "", LAYOUT_BARE);
static const struct field TLS_FEATURE = FIELD_LEVEL("tlsfeature", "", LEVEL_INLINE_LIST, 0);
static const struct field FEATURE = FIELD("", "", LAYOUT_INLINE);
static const struct field SCTS = FIELD_LEVEL("signedCertificateTimestampList", "", LEVEL_LIST, 0);
static const struct field NOCHECK = FIELD("nocheck", "", LAYOUT_LINE);
static const struct field EXTENDED_REVOKE = FIELD("extended-revoke", "", LAYOUT_LINE);
static const struct field NO_REV_AVAIL = FIELD("noRevAvail", "", LAYOUT_LINE);
static const struct field POISON = FIELD("precertificatePoison", "", LAYOUT_LINE);
static const struct field STATED_NULL = FIELD(NULL, "", LAYOUT_BARE);
static const struct field NS_CERT_TYPE = FIELD_LEVEL("nsCertType", "", LEVEL_INLINE_LIST, 0);
static const struct field NS_BASE_URL = FIELD("nsBaseUrl", "", LAYOUT_BARE);
static const struct field NS_REVOCATION_URL = FIELD("nsRevocationUrl", "", LAYOUT_BARE);
static const struct field NS_CA_REVOCATION_URL = FIELD("nsCaRevocationUrl", "", LAYOUT_BARE);
static const struct field NS_RENEWAL_URL = FIELD("nsRenewalUrl", "", LAYOUT_BARE);
static const struct field NS_CA_POLICY_URL = FIELD("nsCaPolicyUrl", "", LAYOUT_BARE);
static const struct field NS_SSL_SERVER_NAME = FIELD("nsSslServerName", "", LAYOUT_BARE);
static const struct field NS_COMMENT = FIELD("nsComment", "", LAYOUT_BARE);

static const struct field DIRECTORY_ATTRIBUTES =
    FIELD_LEVEL("subjectDirectoryAttributes", "", LEVEL_LIST, 0);
static const struct field PRIVATE_KEY_USAGE_PERIOD =
    FIELD_LEVEL("privateKeyUsagePeriod", "", LEVEL_OBJECT, 0);
static const struct field CERTIFICATE_POLICIES =
    FIELD_LEVEL("certificatePolicies", "", LEVEL_LIST, 0);
static const struct field HOLD_INSTRUCTION_CODE = FIELD("holdInstructionCode", "", LAYOUT_BARE);
static const struct field CRL_ID = FIELD_LEVEL("crlID", "", LEVEL_OBJECT, 0);
static const struct field SERVICE_LOCATOR = FIELD_LEVEL("serviceLocator", "", LEVEL_OBJECT, 0);
static const struct field PREFERRED_SIGNATURE_ALGORITHMS =
    FIELD_LEVEL("preferredSignatureAlgorithms", "", LEVEL_LIST, 0);
static const struct field QC_STATEMENTS = FIELD_LEVEL("qcStatements", "", LEVEL_LIST, 0);
static const struct field BIOMETRIC_INFO = FIELD_LEVEL("biometricInfo", "", LEVEL_LIST, 0);
static const struct field IP_ADDR_BLOCKS = FIELD_LEVEL("ipAddrBlocks", "", LEVEL_LIST, 0);
static const struct field AUTONOMOUS_SYS_IDS = FIELD_LEVEL("autonomousSysIds", "", LEVEL_OBJECT, 0);
static const struct field LOGOTYPE = FIELD_LEVEL("logotype", "", LEVEL_OBJECT, 0);
static const struct field PROXY_CERT_INFO = FIELD_LEVEL("proxyCertInfo", "", LEVEL_OBJECT, 0);
static const struct field ACME_IDENTIFIER = FIELD("acmeIdentifier", "", LAYOUT_COLONS);
static const struct field EXPIRED_CERTS_ON_CRL = FIELD("expiredCertsOnCRL", "", LAYOUT_BARE);
static const struct field CABF_ORGANIZATION_IDENTIFIER =
    FIELD_LEVEL("cabfOrganizationIdentifier", "", LEVEL_OBJECT, 0);
static const struct field MS_CERTIFICATE_TEMPLATE_NAME =
    FIELD("msCertificateTemplateName", "", LAYOUT_BARE);
static const struct field MS_CERTIFICATE_TEMPLATE =
    FIELD_LEVEL("msCertificateTemplate", "", LEVEL_OBJECT, 0);
static const struct field MS_CA_VERSION = FIELD_LEVEL("msCAVersion", "", LEVEL_OBJECT, 0);
static const struct field MS_PREVIOUS_CERT_HASH = FIELD("msPreviousCertHash", "", LAYOUT_COLONS);
static const struct field MS_CRL_NEXT_PUBLISH = FIELD("msCRLNextPublish", "", LAYOUT_BARE);
static const struct field MS_APPLICATION_POLICIES =
    FIELD_LEVEL("msApplicationPolicies", "", LEVEL_LIST, 0);
static const struct field MS_NTDS_CA_SECURITY =
    FIELD_LEVEL("msNTDSCASecurity", "", LEVEL_OBJECT, 0);
static const struct field ENTRUST_VERS_INFO = FIELD_LEVEL("entrustVersInfo", "", LEVEL_OBJECT, 0);

static void describe_integer_value(struct report *r, const struct field *f, struct der *d)
{
    struct slice octets;

    if (der_read_integer(d, &octets, NULL))
        describe_integer(r, f, octets);
}

static void describe_count_value(struct report *r, const struct field *f, struct der *d)
{
    struct slice octets;

    if (der_read_integer(d, &octets, NULL))
        describe_count(r, f, octets);
}

static void describe_reason_code(struct report *r, const struct field *f, struct der *d)
{
    static const char *const labels[] = {
        [CRL_REASON_UNSPECIFIED] = "Unspecified",
        [CRL_REASON_KEY_COMPROMISE] = "Key Compromise",
        [CRL_REASON_CA_COMPROMISE] = "CA Compromise",
        [CRL_REASON_AFFILIATION_CHANGED] = "Affiliation Changed",
        [CRL_REASON_SUPERSEDED] = "Superseded",
        [CRL_REASON_CESSATION_OF_OPERATION] = "Cessation Of Operation",
        [CRL_REASON_CERTIFICATE_HOLD] = "Certificate Hold",
        [CRL_REASON_REMOVE_FROM_CRL] = "Remove From CRL",
        [CRL_REASON_PRIVILEGE_WITHDRAWN] = "Privilege Withdrawn",
        [CRL_REASON_AA_COMPROMISE] = "AA Compromise",
    };
    enum crl_reason reason = CRL_REASON_UNSPECIFIED;

    if (crl_reason_parse(d, &reason, NULL))
        report_word(r, f, report_is_text(r) ? labels[reason] : crl_reason_word(reason));
}

static void describe_time(struct report *r, const struct field *f, struct der *d)
{
    int64_t time;

    if (der_read_generalized_time(d, &time, NULL))
        report_time(r, f, time);
}

/* OpenSSL takes the whole value for the nonce. */
static void describe_nonce(struct report *r, const struct field *f, struct der *d)
{
    report_hex(r, f, report_is_text(r) ? der_rest(d) : nonce_octets(der_rest(d)));
}

/* OpenSSL knows two features by name. */
static void describe_tls_feature(struct report *r, const struct field *f, struct der *d)
{
    struct slice rest;
    struct slice feature;

    if (!tls_features_parse(d, &rest, NULL))
        return;
    report_begin(r, f);
    while (tls_features_next(&rest, &feature)) {
        if (report_is_text(r) && slice_equal(feature, SLICE("\5")))
            report_word(r, &FEATURE, "status_request");
        else if (report_is_text(r) && slice_equal(feature, SLICE("\21")))
            report_word(r, &FEATURE, "status_request_v2");
        else
            describe_count(r, &FEATURE, feature);
    }
    report_end(r, f);
}

/* That it stands there is all it says. */
static void describe_null(struct report *r, const struct field *f, struct der *d)
{
    (void)d;
    report_null(r, f);
    report_blank_line(r);
}

/* The label that OpenSSL has for this number is that of another extension. */
static void describe_extended_revoke(struct report *r, const struct field *f, struct der *d)
{
    (void)d;
    report_null(r, f);
    report_word(r, &STATED_NULL, "Extended Revoke");
}

/* Where OpenSSL says so. */
static void describe_stated_null(struct report *r, const struct field *f, struct der *d)
{
    (void)d;
    report_null(r, f);
    report_word(r, &STATED_NULL, "NULL");
}

static void describe_oid(struct report *r, const struct field *f, struct der *d)
{
    struct slice oid;

    if (der_read_oid(d, &oid, NULL))
        report_oid(r, f, oid);
}

static void describe_policies(struct report *r, const struct field *f, struct der *d)
{
    struct slice list;

    if (certificate_policies_parse(d, &list, NULL))
        describe_certificate_policies(r, f, list);
}

static void describe_mappings(struct report *r, const struct field *f, struct der *d)
{
    struct slice list;

    (void)f;
    if (policy_mappings_parse(d, &list, NULL))
        describe_policy_mappings(r, list);
}

static void describe_constraints_on_policies(struct report *r, const struct field *f, struct der *d)
{
    struct policy_constraints constraints;

    (void)f;
    if (policy_constraints_parse(d, &constraints, NULL))
        describe_policy_constraints(r, &constraints);
}

static void describe_constraints_on_names(struct report *r, const struct field *f, struct der *d)
{
    struct name_constraints constraints;

    (void)f;
    if (name_constraints_parse(d, &constraints, NULL))
        describe_name_constraints(r, &constraints);
}

static void describe_points(struct report *r, const struct field *list, struct der *d)
{
    struct slice points;

    if (distribution_points_parse(d, &points, NULL))
        describe_distribution_points(r, list, points);
}

static void describe_issuing_point(struct report *r, const struct field *f, struct der *d)
{
    struct issuing_distribution_point point;

    (void)f;
    if (issuing_distribution_point_parse(d, &point, NULL))
        describe_issuing_distribution_point(r, &point);
}

static void describe_undecoded(struct report *r, const struct field *f, struct der *d)
{
    report_hex(r, f, der_rest(d));
}

static const struct {
    void (*describe)(struct report *r, const struct field *f, struct der *d);
    const struct field *field; /* null where the value's own module has it */
} values[EXTENSION_TYPE_COUNT] = {
    [EXTENSION_OTHER] = {describe_undecoded, &EXTN_VALUE},
    [EXTENSION_AUTHORITY_KEY_IDENTIFIER] = {describe_authority_key_identifier,
                                            &AUTHORITY_KEY_IDENTIFIER},
    [EXTENSION_SUBJECT_KEY_IDENTIFIER] = {describe_octets, &SUBJECT_KEY_IDENTIFIER},
    [EXTENSION_KEY_USAGE] = {describe_key_usage, &KEY_USAGE},
    [EXTENSION_CERTIFICATE_POLICIES] = {describe_policies, &CERTIFICATE_POLICIES},
    [EXTENSION_POLICY_MAPPINGS] = {describe_mappings, NULL},
    [EXTENSION_SUBJECT_ALT_NAME] = {describe_alt_names, &SUBJECT_ALT_NAME},
    [EXTENSION_ISSUER_ALT_NAME] = {describe_alt_names, &ISSUER_ALT_NAME},
    [EXTENSION_DIRECTORY_ATTRIBUTES] = {describe_directory_attributes, &DIRECTORY_ATTRIBUTES},
    [EXTENSION_BASIC_CONSTRAINTS] = {describe_basic_constraints, &BASIC_CONSTRAINTS},
    [EXTENSION_NAME_CONSTRAINTS] = {describe_constraints_on_names, NULL},
    [EXTENSION_POLICY_CONSTRAINTS] = {describe_constraints_on_policies, NULL},
    [EXTENSION_EXT_KEY_USAGE] = {describe_oids, &EXT_KEY_USAGE},
    [EXTENSION_CRL_DISTRIBUTION_POINTS] = {describe_points, &CRL_DISTRIBUTION_POINTS},
    [EXTENSION_INHIBIT_ANY_POLICY] = {describe_count_value, &INHIBIT_ANY_POLICY},
    [EXTENSION_FRESHEST_CRL] = {describe_points, &FRESHEST_CRL},
    [EXTENSION_AUTHORITY_INFO_ACCESS] = {describe_info_access, &AUTHORITY_INFO_ACCESS},
    [EXTENSION_SUBJECT_INFO_ACCESS] = {describe_info_access, &SUBJECT_INFO_ACCESS},
    [EXTENSION_PRIVATE_KEY_USAGE_PERIOD] = {describe_private_key_usage_period,
                                            &PRIVATE_KEY_USAGE_PERIOD},
    [EXTENSION_CRL_NUMBER] = {describe_integer_value, &CRL_NUMBER},
    [EXTENSION_DELTA_CRL_INDICATOR] = {describe_integer_value, &DELTA_CRL_INDICATOR},
    [EXTENSION_ISSUING_DISTRIBUTION_POINT] = {describe_issuing_point, NULL},
    [EXTENSION_REASON_CODE] = {describe_reason_code, &REASON_CODE},
    [EXTENSION_INVALIDITY_DATE] = {describe_time, &INVALIDITY_DATE},
    [EXTENSION_CERTIFICATE_ISSUER] = {describe_alt_names, &CERTIFICATE_ISSUER},
    [EXTENSION_HOLD_INSTRUCTION_CODE] = {describe_oid, &HOLD_INSTRUCTION_CODE},
    [EXTENSION_CRL_ID] = {describe_crl_id, &CRL_ID},
    [EXTENSION_NONCE] = {describe_nonce, &NONCE},
    [EXTENSION_ACCEPTABLE_RESPONSES] = {describe_oids, &ACCEPTABLE_RESPONSES},
    [EXTENSION_NOCHECK] = {describe_null, &NOCHECK},
    [EXTENSION_ARCHIVE_CUTOFF] = {describe_time, &ARCHIVE_CUTOFF},
    [EXTENSION_SERVICE_LOCATOR] = {describe_service_locator, &SERVICE_LOCATOR},
    [EXTENSION_PREF_SIG_ALGS] = {describe_preferred_signature_algorithms,
                                 &PREFERRED_SIGNATURE_ALGORITHMS},
    [EXTENSION_EXTENDED_REVOKE] = {describe_extended_revoke, &EXTENDED_REVOKE},
    [EXTENSION_TLS_FEATURE] = {describe_tls_feature, &TLS_FEATURE},
    [EXTENSION_NO_REV_AVAIL] = {describe_stated_null, &NO_REV_AVAIL},
    [EXTENSION_CERT_SCTS] = {describe_scts, &SCTS},
    [EXTENSION_OCSP_SCTS] = {describe_scts, &SCTS},
    [EXTENSION_PRECERT_POISON] = {describe_stated_null, &POISON},
    [EXTENSION_NS_CERT_TYPE] = {describe_ns_cert_type, &NS_CERT_TYPE},
    [EXTENSION_NS_BASE_URL] = {describe_string_value, &NS_BASE_URL},
    [EXTENSION_NS_REVOCATION_URL] = {describe_string_value, &NS_REVOCATION_URL},
    [EXTENSION_NS_CA_REVOCATION_URL] = {describe_string_value, &NS_CA_REVOCATION_URL},
    [EXTENSION_NS_RENEWAL_URL] = {describe_string_value, &NS_RENEWAL_URL},
    [EXTENSION_NS_CA_POLICY_URL] = {describe_string_value, &NS_CA_POLICY_URL},
    [EXTENSION_NS_SSL_SERVER_NAME] = {describe_string_value, &NS_SSL_SERVER_NAME},
    [EXTENSION_NS_COMMENT] = {describe_string_value, &NS_COMMENT},
    [EXTENSION_QC_STATEMENTS] = {describe_qc_statements, &QC_STATEMENTS},
    [EXTENSION_BIOMETRIC_INFO] = {describe_biometric_info, &BIOMETRIC_INFO},
    [EXTENSION_IP_ADDR_BLOCKS] = {describe_ip_addr_blocks, &IP_ADDR_BLOCKS},
    [EXTENSION_AUTONOMOUS_SYS_IDS] = {describe_as_identifiers, &AUTONOMOUS_SYS_IDS},
    [EXTENSION_LOGOTYPE] = {describe_logotype, &LOGOTYPE},
    [EXTENSION_PROXY_CERT_INFO] = {describe_proxy_cert_info, &PROXY_CERT_INFO},
    [EXTENSION_ACME_IDENTIFIER] = {describe_octets, &ACME_IDENTIFIER},
    [EXTENSION_EXPIRED_CERTS_ON_CRL] = {describe_time, &EXPIRED_CERTS_ON_CRL},
    [EXTENSION_CABF_ORGANIZATION_IDENTIFIER] = {describe_cabf_organization_identifier,
                                                &CABF_ORGANIZATION_IDENTIFIER},
    [EXTENSION_MS_CERTIFICATE_TEMPLATE_NAME] = {describe_string_value,
                                                &MS_CERTIFICATE_TEMPLATE_NAME},
    [EXTENSION_MS_CERTIFICATE_TEMPLATE] = {describe_certificate_template, &MS_CERTIFICATE_TEMPLATE},
    [EXTENSION_MS_CA_VERSION] = {describe_ca_version, &MS_CA_VERSION},
    [EXTENSION_MS_PREVIOUS_CERT_HASH] = {describe_octets, &MS_PREVIOUS_CERT_HASH},
    [EXTENSION_MS_CRL_NEXT_PUBLISH] = {describe_time_value, &MS_CRL_NEXT_PUBLISH},
    [EXTENSION_MS_APPLICATION_POLICIES] = {describe_policies, &MS_APPLICATION_POLICIES},
    [EXTENSION_MS_NTDS_CA_SECURITY] = {describe_ntds_ca_security, &MS_NTDS_CA_SECURITY},
    [EXTENSION_ENTRUST_VERS_INFO] = {describe_entrust_vers_info, &ENTRUST_VERS_INFO},
};

static void describe_heading(struct report *r, const struct extension *extension)
{
    const struct oid *known = oid_find(extension->extn_id);
    char dotted[OID_DOTTED_MAX] = "";

    if (known == NULL && !oid_to_dotted(extension->extn_id, dotted, NULL))
        dotted[0] = '\0';
    report_begin_labelled(r, &EXTENSION, known != NULL ? known->label : dotted,
                          extension->critical ? "critical" : "");
}

static void describe_extension(struct report *r, const struct extension *extension)
{
    enum extension_type type = extension_type_of(extension);
    departure_set known = 0;
    struct der d = der_over(extension->extn_value, &known);

    if (report_is_text(r)) {
        describe_heading(r, extension);
    } else {
        report_begin(r, &EXTENSION);
        report_oid(r, &EXTN_ID, extension->extn_id);
        report_boolean(r, &CRITICAL, extension->critical);
    }
    values[type].describe(r, values[type].field, &d);
    report_end(r, &EXTENSION);
}

void describe_extension_list(struct report *r, const struct field *list,
                             const struct extensions *extensions)
{
    struct extensions rest = *extensions;
    struct extension extension;

    report_begin(r, list);
    while (extensions_next(&rest, &extension))
        describe_extension(r, &extension);
    report_end(r, list);
}
