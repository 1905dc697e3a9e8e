/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is in the extnValue of the extensions that are known: which they are, whether each is
 * well-formed, and a parse function for the smaller ones. The larger are in distribution-point.h,
 * policy.h, name-constraints.h, sct.h, ocsp-extension.h, attribute.h, qc-statement.h,
 * logotype.h, resources.h and vendor-extension.h.
 *
 * Whoever parses an object calls extensions_check() for each of its lists, so that what is read
 * later, by the parse and _next functions here, cannot fail. An unknown extension is well-formed
 * whatever it holds, and that one is critical is for whoever judges. So is whether an extension
 * belongs where it stands.
 */
#ifndef OCSPKIT_EXTENSION_VALUE_H
#define OCSPKIT_EXTENSION_VALUE_H

#include "crl-reason.h"
#include "extension.h"
#include "general-name.h"

enum extension_type {
    EXTENSION_OTHER,
    EXTENSION_AUTHORITY_KEY_IDENTIFIER,   /* RFC 5280 4.2.1.1 */
    EXTENSION_SUBJECT_KEY_IDENTIFIER,     /* 4.2.1.2 */
    EXTENSION_KEY_USAGE,                  /* 4.2.1.3 */
    EXTENSION_CERTIFICATE_POLICIES,       /* 4.2.1.4 */
    EXTENSION_POLICY_MAPPINGS,            /* 4.2.1.5 */
    EXTENSION_SUBJECT_ALT_NAME,           /* 4.2.1.6 */
    EXTENSION_ISSUER_ALT_NAME,            /* 4.2.1.7 */
    EXTENSION_DIRECTORY_ATTRIBUTES,       /* 4.2.1.8 */
    EXTENSION_BASIC_CONSTRAINTS,          /* 4.2.1.9 */
    EXTENSION_NAME_CONSTRAINTS,           /* 4.2.1.10 */
    EXTENSION_POLICY_CONSTRAINTS,         /* 4.2.1.11 */
    EXTENSION_EXT_KEY_USAGE,              /* 4.2.1.12 */
    EXTENSION_CRL_DISTRIBUTION_POINTS,    /* 4.2.1.13 */
    EXTENSION_INHIBIT_ANY_POLICY,         /* 4.2.1.14 */
    EXTENSION_FRESHEST_CRL,               /* 4.2.1.15, 5.2.6 */
    EXTENSION_AUTHORITY_INFO_ACCESS,      /* 4.2.2.1 */
    EXTENSION_SUBJECT_INFO_ACCESS,        /* 4.2.2.2 */
    EXTENSION_PRIVATE_KEY_USAGE_PERIOD,   /* RFC 3280 4.2.1.4 */
    EXTENSION_CRL_NUMBER,                 /* RFC 5280 5.2.3 */
    EXTENSION_DELTA_CRL_INDICATOR,        /* 5.2.4 */
    EXTENSION_ISSUING_DISTRIBUTION_POINT, /* 5.2.5 */
    EXTENSION_REASON_CODE,                /* 5.3.1 */
    EXTENSION_INVALIDITY_DATE,            /* 5.3.2 */
    EXTENSION_CERTIFICATE_ISSUER,         /* 5.3.3 */
    EXTENSION_HOLD_INSTRUCTION_CODE,      /* RFC 3280 5.3.2 */
    EXTENSION_NONCE,                      /* RFC 9654 2.1 */
    EXTENSION_CRL_ID,                     /* RFC 6960 4.4.2 */
    EXTENSION_ACCEPTABLE_RESPONSES,       /* RFC 6960 4.4.3 */
    EXTENSION_NOCHECK,                    /* RFC 6960 4.2.2.2.1 */
    EXTENSION_ARCHIVE_CUTOFF,             /* RFC 6960 4.4.4 */
    EXTENSION_SERVICE_LOCATOR,            /* RFC 6960 4.4.6 */
    EXTENSION_PREF_SIG_ALGS,              /* RFC 6960 4.4.7 */
    EXTENSION_EXTENDED_REVOKE,            /* RFC 6960 4.4.8 */
    EXTENSION_TLS_FEATURE,                /* RFC 7633 4.1 */
    EXTENSION_NO_REV_AVAIL,               /* RFC 9608 2 */
    EXTENSION_CERT_SCTS,                  /* RFC 6962 3.3, in a certificate */
    EXTENSION_OCSP_SCTS,                  /* RFC 6962 3.3, in an OCSP response */
    EXTENSION_PRECERT_POISON,             /* RFC 6962 3.1 */
    EXTENSION_NS_CERT_TYPE,               /* Netscape's, still in old roots */
    EXTENSION_NS_BASE_URL,
    EXTENSION_NS_REVOCATION_URL,
    EXTENSION_NS_CA_REVOCATION_URL,
    EXTENSION_NS_RENEWAL_URL,
    EXTENSION_NS_CA_POLICY_URL,
    EXTENSION_NS_SSL_SERVER_NAME,
    EXTENSION_NS_COMMENT,
    EXTENSION_LENIENT, /* from here on: shown undecoded where they are not what they should be */
    EXTENSION_QC_STATEMENTS = EXTENSION_LENIENT, /* RFC 3739 3.2.6 */
    EXTENSION_BIOMETRIC_INFO,                    /* RFC 3739 3.2.5 */
    EXTENSION_IP_ADDR_BLOCKS,                    /* RFC 3779 2, RFC 8360 4.2.2.1 */
    EXTENSION_AUTONOMOUS_SYS_IDS,                /* RFC 3779 3, RFC 8360 4.2.2.2 */
    EXTENSION_LOGOTYPE,                          /* RFC 9399 4.1 */
    EXTENSION_PROXY_CERT_INFO,                   /* RFC 3820 3.8 */
    EXTENSION_ACME_IDENTIFIER,                   /* RFC 8737 3 */
    EXTENSION_EXPIRED_CERTS_ON_CRL,              /* X.509 9.5.2.8 */
    EXTENSION_CABF_ORGANIZATION_IDENTIFIER,      /* vendor-extension.h, as those below */
    EXTENSION_MS_CERTIFICATE_TEMPLATE_NAME,
    EXTENSION_MS_CERTIFICATE_TEMPLATE,
    EXTENSION_MS_CA_VERSION,
    EXTENSION_MS_PREVIOUS_CERT_HASH,
    EXTENSION_MS_CRL_NEXT_PUBLISH,
    EXTENSION_MS_APPLICATION_POLICIES,
    EXTENSION_MS_NTDS_CA_SECURITY,
    EXTENSION_ENTRUST_VERS_INFO,
    EXTENSION_TYPE_COUNT,
};

enum extension_type extension_type(struct slice extn_id);

/* What its value can be read as: EXTENSION_OTHER where a lenient one is not what it should be. */
enum extension_type extension_type_of(const struct extension *extension);

/*
 * Whether the value is well-formed, nothing left over in it; a lenient one always is. `outer` is a
 * cursor of the object that the extension lies in: offsets count from its origin, departures go to
 * its set. The error's path begins at "extnValue".
 */
bool extension_check(const struct der *outer, const struct extension *extension,
                     struct error *e) MUST_USE;

/* The same for each of a list, over which `d` is; the error's path begins at "[i]". */
bool extensions_check_each(const struct der *d, struct extensions rest,
                           struct error *e) MUST_USE NOINLINE;

/* Most lists are not there. */
static inline bool extensions_check(const struct der *outer, const struct extensions *extensions,
                                    struct error *e)
{
    struct der d = der_within(outer, extensions->list);

    return extensions->count == 0 || extensions_check_each(&d, *extensions, e);
}

/* The mask of types for extensions_find_critical(). */
#define EXTENSION_MASK(type) (UINT64_C(1) << (type))

/* The first critical extension whose type is not in the mask; false where there is none. */
bool extensions_find_critical(const struct extensions *extensions, uint64_t known,
                              struct extension *extension);

/* The extension of that type; false where there is none. */
bool extensions_find_type(const struct extensions *extensions, enum extension_type type,
                          struct extension *extension);

/* A cursor over its value, which has been checked already: its departures go to *known. */
bool extensions_open(const struct extensions *extensions, enum extension_type type,
                     departure_set *known, struct der *d);

/*
 * AuthorityKeyIdentifier ::= SEQUENCE {
 *     keyIdentifier              [0] OCTET STRING OPTIONAL,
 *     authorityCertIssuer        [1] GeneralNames OPTIONAL,
 *     authorityCertSerialNumber  [2] CertificateSerialNumber OPTIONAL }
 */
struct authority_key_identifier {
    struct slice key_identifier;               /* SLICE_NONE where absent, as those below */
    struct slice authority_cert_issuer;        /* contents of the GeneralNames */
    struct slice authority_cert_serial_number; /* contents octets */
};

bool authority_key_identifier_parse(struct der *d, struct authority_key_identifier *identifier,
                                    struct error *e) MUST_USE;

/* BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX)
 * OPTIONAL } */
struct basic_constraints {
    bool ca;
    bool has_path_len_constraint;
    uint32_t path_len_constraint;
};

bool basic_constraints_parse(struct der *d, struct basic_constraints *constraints,
                             struct error *e) MUST_USE;

/* PrivateKeyUsagePeriod ::= SEQUENCE { notBefore [0] GeneralizedTime OPTIONAL, notAfter [1]
 * GeneralizedTime OPTIONAL } */
struct private_key_usage_period {
    bool has_not_before;
    int64_t not_before;
    bool has_not_after;
    int64_t not_after;
};

bool private_key_usage_period_parse(struct der *d, struct private_key_usage_period *period,
                                    struct error *e) MUST_USE;

/* KeyUsage, as a mask. */
enum key_usage {
    KEY_USAGE_DIGITAL_SIGNATURE = 1 << 0,
    KEY_USAGE_NON_REPUDIATION = 1 << 1,
    KEY_USAGE_KEY_ENCIPHERMENT = 1 << 2,
    KEY_USAGE_DATA_ENCIPHERMENT = 1 << 3,
    KEY_USAGE_KEY_AGREEMENT = 1 << 4,
    KEY_USAGE_KEY_CERT_SIGN = 1 << 5,
    KEY_USAGE_CRL_SIGN = 1 << 6,
    KEY_USAGE_ENCIPHER_ONLY = 1 << 7,
    KEY_USAGE_DECIPHER_ONLY = 1 << 8,
};

/* SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER: ExtKeyUsageSyntax, AcceptableResponses. */
bool oids_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool oids_next(struct slice *list, struct slice *oid);

/* AccessDescription ::= SEQUENCE { accessMethod OBJECT IDENTIFIER, accessLocation GeneralName } */
struct access_description {
    struct slice access_method; /* the OID's contents octets */
    struct general_name access_location;
};

bool access_descriptions_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool access_descriptions_next(struct slice *list, struct access_description *access);

/* Features ::= SEQUENCE OF INTEGER: numbers of TLS extensions; 5 is status_request ("must staple").
 */
bool tls_features_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool tls_features_next(struct slice *list, struct slice *integer);

/*
 * Nonce ::= OCTET STRING (SIZE (1..128)). Software from before RFC 6960 has the octets there
 * without their OCTET STRING: whatever is not one is the nonce as it stands. That, and another
 * length, are departures.
 */
#define NONCE_MAX 128 /* RFC 9654 2.1 */
bool nonce_check(struct der *d, struct error *e) MUST_USE;
struct slice nonce_octets(struct slice extn_value);

/*
 * ProxyCertInfo ::= SEQUENCE {                                -- RFC 3820 3.8
 *     pCPathLenConstraint  INTEGER (0..MAX) OPTIONAL,
 *     proxyPolicy          SEQUENCE { policyLanguage OBJECT IDENTIFIER, policy OCTET STRING
 * OPTIONAL } }
 */
struct proxy_cert_info {
    struct slice pc_path_len_constraint; /* an INTEGER's contents octets; SLICE_NONE where absent */
    struct slice policy_language;        /* the OID's contents octets */
    struct slice policy;                 /* SLICE_NONE where absent */
};

bool proxy_cert_info_parse(struct der *d, struct proxy_cert_info *info, struct error *e) MUST_USE;

#endif
