/* SPDX-License-Identifier: Apache-2.0 */
/* Which extension it is, and the one of a type in a list. */
#include "extension-value.h"

/* Each arc's types by the number behind it: id-ce 2.5.29, id-pe 1.3.6.1.5.5.7.1, id-pkix-ocsp
 * 1.3.6.1.5.5.7.48.1, then those of vendors. */
static const uint8_t ce_types[] = {
    [9] = EXTENSION_DIRECTORY_ATTRIBUTES,
    [14] = EXTENSION_SUBJECT_KEY_IDENTIFIER,
    [15] = EXTENSION_KEY_USAGE,
    [16] = EXTENSION_PRIVATE_KEY_USAGE_PERIOD,
    [17] = EXTENSION_SUBJECT_ALT_NAME,
    [18] = EXTENSION_ISSUER_ALT_NAME,
    [19] = EXTENSION_BASIC_CONSTRAINTS,
    [20] = EXTENSION_CRL_NUMBER,
    [21] = EXTENSION_REASON_CODE,
    [23] = EXTENSION_HOLD_INSTRUCTION_CODE,
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
    [60] = EXTENSION_EXPIRED_CERTS_ON_CRL,
};
static const uint8_t pe_types[] = {
    [1] = EXTENSION_AUTHORITY_INFO_ACCESS,
    [2] = EXTENSION_BIOMETRIC_INFO,
    [3] = EXTENSION_QC_STATEMENTS,
    [7] = EXTENSION_IP_ADDR_BLOCKS,
    [8] = EXTENSION_AUTONOMOUS_SYS_IDS,
    [11] = EXTENSION_SUBJECT_INFO_ACCESS,
    [12] = EXTENSION_LOGOTYPE,
    [14] = EXTENSION_PROXY_CERT_INFO,
    [24] = EXTENSION_TLS_FEATURE,
    [28] = EXTENSION_IP_ADDR_BLOCKS,
    [29] = EXTENSION_AUTONOMOUS_SYS_IDS,
    [31] = EXTENSION_ACME_IDENTIFIER,
};
static const uint8_t ocsp_types[] = {
    [2] = EXTENSION_NONCE,
    [3] = EXTENSION_CRL_ID,
    [4] = EXTENSION_ACCEPTABLE_RESPONSES,
    [5] = EXTENSION_NOCHECK,
    [6] = EXTENSION_ARCHIVE_CUTOFF,
    [7] = EXTENSION_SERVICE_LOCATOR,
    [8] = EXTENSION_PREF_SIG_ALGS,
    [9] = EXTENSION_EXTENDED_REVOKE,
};
static const uint8_t ct_types[] = {
    [2] = EXTENSION_CERT_SCTS,
    [3] = EXTENSION_PRECERT_POISON,
    [5] = EXTENSION_OCSP_SCTS,
};
static const uint8_t netscape_types[] = {
    [1] = EXTENSION_NS_CERT_TYPE,        [2] = EXTENSION_NS_BASE_URL,
    [3] = EXTENSION_NS_REVOCATION_URL,   [4] = EXTENSION_NS_CA_REVOCATION_URL,
    [7] = EXTENSION_NS_RENEWAL_URL,      [8] = EXTENSION_NS_CA_POLICY_URL,
    [12] = EXTENSION_NS_SSL_SERVER_NAME, [13] = EXTENSION_NS_COMMENT,
};
static const uint8_t ms_enroll_types[] = {
    [2] = EXTENSION_MS_CERTIFICATE_TEMPLATE_NAME,
};
static const uint8_t ms_ca_types[] = {
    [1] = EXTENSION_MS_CA_VERSION,
    [2] = EXTENSION_MS_PREVIOUS_CERT_HASH,
    [4] = EXTENSION_MS_CRL_NEXT_PUBLISH,
    [7] = EXTENSION_MS_CERTIFICATE_TEMPLATE,
    [10] = EXTENSION_MS_APPLICATION_POLICIES,
};
static const uint8_t ms_ntds_types[] = {
    [2] = EXTENSION_MS_NTDS_CA_SECURITY,
};
static const uint8_t cabf_types[] = {
    [1] = EXTENSION_CABF_ORGANIZATION_IDENTIFIER,
};
static const uint8_t entrust_types[] = {
    [0] = EXTENSION_ENTRUST_VERS_INFO,
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
    {SLICE_CONST("\x2B\x06\x01\x04\x01\x82\x37\x14"), ms_enroll_types, sizeof(ms_enroll_types)},
    {SLICE_CONST("\x2B\x06\x01\x04\x01\x82\x37\x15"), ms_ca_types, sizeof(ms_ca_types)},
    {SLICE_CONST("\x2B\x06\x01\x04\x01\x82\x37\x19"), ms_ntds_types, sizeof(ms_ntds_types)},
    {SLICE_CONST("\x67\x81\x0C\x03"), cabf_types, sizeof(cabf_types)},
    {SLICE_CONST("\x2A\x86\x48\x86\xF6\x7D\x07\x41"), entrust_types, sizeof(entrust_types)},
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

_Static_assert(EXTENSION_TYPE_COUNT <= 64, "a mask has a bit for each type");

bool extensions_find_critical(const struct extensions *extensions, uint64_t known,
                              struct extension *extension)
{
    struct extensions rest = *extensions;

    while (extensions_next(&rest, extension)) {
        if (extension->critical &&
            (known & EXTENSION_MASK(extension_type(extension->extn_id))) == 0)
            return true;
    }
    return false;
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

bool extensions_open(const struct extensions *extensions, enum extension_type type,
                     departure_set *known, struct der *d)
{
    struct extension extension;

    *known = 0;
    if (!extensions_find_type(extensions, type, &extension))
        return false;
    *d = der_over(extension.extn_value, known);
    return true;
}
