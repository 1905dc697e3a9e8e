/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rows of oid_find(): attributes of names, extensions, key purposes, access descriptions. For
 * oid-table.h alone.
 */
#ifndef OCSPKIT_OID_PKIX_H
#define OCSPKIT_OID_PKIX_H

#include "oid-row.h"

/* clang-format off */

/* 2.5.4: Attributes of a name: X.520, RFC 4519; OpenSSL prints the short names. */
#define ATTRIBUTE 0x55, 0x04
static const struct oid attribute_oids[] = {
    SAME(ATTRIBUTE, 3, "CN"),
    SAME(ATTRIBUTE, 4, "SN"),
    SAME(ATTRIBUTE, 5, "serialNumber"),
    SAME(ATTRIBUTE, 6, "C"),
    SAME(ATTRIBUTE, 7, "L"),
    SAME(ATTRIBUTE, 8, "ST"),
    SAME(ATTRIBUTE, 9, "street"),
    SAME(ATTRIBUTE, 10, "O"),
    SAME(ATTRIBUTE, 11, "OU"),
    SAME(ATTRIBUTE, 12, "title"),
    SAME(ATTRIBUTE, 13, "description"),
    SAME(ATTRIBUTE, 15, "businessCategory"),
    SAME(ATTRIBUTE, 16, "postalAddress"),
    SAME(ATTRIBUTE, 17, "postalCode"),
    SAME(ATTRIBUTE, 18, "postOfficeBox"),
    SAME(ATTRIBUTE, 20, "telephoneNumber"),
    SAME(ATTRIBUTE, 41, "name"),
    SAME(ATTRIBUTE, 42, "GN"),
    SAME(ATTRIBUTE, 43, "initials"),
    SAME(ATTRIBUTE, 44, "generationQualifier"),
    SAME(ATTRIBUTE, 45, "x500UniqueIdentifier"),
    SAME(ATTRIBUTE, 46, "dnQualifier"),
    SAME(ATTRIBUTE, 51, "houseIdentifier"),
    SAME(ATTRIBUTE, 65, "pseudonym"),
    SAME(ATTRIBUTE, 72, "role"),
    SAME(ATTRIBUTE, 97, "organizationIdentifier"),
    SAME(ATTRIBUTE, 98, "c3"),
};

/* 0.9.2342.19200300.100.1: RFC 4519, RFC 4524 */
#define PILOT 0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 0x01
static const struct oid pilot_oids[] = {
    SAME(PILOT, 1, "UID"),
    SAME(PILOT, 3, "mail"),
    SAME(PILOT, 25, "DC"),
};

/* 1.3.6.1.4.1.311.60.2.1: CA/Browser Forum EV Guidelines 9.2.4 */
#define JURISDICTION 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x3C, 0x02, 0x01
static const struct oid jurisdiction_oids[] = {
    SAME(JURISDICTION, 1, "jurisdictionL"),
    SAME(JURISDICTION, 2, "jurisdictionST"),
    SAME(JURISDICTION, 3, "jurisdictionC"),
};

/* 1.2.840.113549.1.9: PKCS #9, RFC 2985 */
#define PKCS9 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09
static const struct oid pkcs9_oids[] = {
    SAME(PKCS9, 1, "emailAddress"),
    SAME(PKCS9, 2, "unstructuredName"),
    SAME(PKCS9, 3, "contentType"),
    SAME(PKCS9, 4, "messageDigest"),
    SAME(PKCS9, 5, "signingTime"),
    SAME(PKCS9, 7, "challengePassword"),
    SAME(PKCS9, 8, "unstructuredAddress"),
    OID(PKCS9, 14, "extensionRequest", "Extension Request"),
    OID(PKCS9, 15, "smimeCapabilities", "S/MIME Capabilities"),
    SAME(PKCS9, 20, "friendlyName"),
    SAME(PKCS9, 21, "localKeyID"),
};

/* 1.3.6.1.5.5.7.9: RFC 3739: a person */
#define PDA 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x09
static const struct oid pda_oids[] = {
    OID(PDA, 1, "dateOfBirth", "id-pda-dateOfBirth"),
    OID(PDA, 2, "placeOfBirth", "id-pda-placeOfBirth"),
    OID(PDA, 3, "gender", "id-pda-gender"),
    OID(PDA, 4, "countryOfCitizenship", "id-pda-countryOfCitizenship"),
    OID(PDA, 5, "countryOfResidence", "id-pda-countryOfResidence"),
};

/* 2.5.29: Extensions of certificates and CRLs: RFC 5280 4.2.1, 5.2, 5.3 */
#define CE 0x55, 0x1D
static const struct oid ce_oids[] = {
    OID(CE, 9, "subjectDirectoryAttributes", "X509v3 Subject Directory Attributes"),
    OID(CE, 14, "subjectKeyIdentifier", "X509v3 Subject Key Identifier"),
    OID(CE, 15, "keyUsage", "X509v3 Key Usage"),
    OID(CE, 16, "privateKeyUsagePeriod", "X509v3 Private Key Usage Period"),
    OID(CE, 17, "subjectAltName", "X509v3 Subject Alternative Name"),
    OID(CE, 18, "issuerAltName", "X509v3 Issuer Alternative Name"),
    OID(CE, 19, "basicConstraints", "X509v3 Basic Constraints"),
    OID(CE, 20, "cRLNumber", "X509v3 CRL Number"),
    OID(CE, 21, "cRLReasons", "X509v3 CRL Reason Code"),
    OID(CE, 23, "holdInstructionCode", "Hold Instruction Code"),
    OID(CE, 24, "invalidityDate", "Invalidity Date"),
    OID(CE, 27, "deltaCRLIndicator", "X509v3 Delta CRL Indicator"),
    OID(CE, 28, "issuingDistributionPoint", "X509v3 Issuing Distribution Point"),
    OID(CE, 29, "certificateIssuer", "X509v3 Certificate Issuer"),
    OID(CE, 30, "nameConstraints", "X509v3 Name Constraints"),
    OID(CE, 31, "cRLDistributionPoints", "X509v3 CRL Distribution Points"),
    OID(CE, 32, "certificatePolicies", "X509v3 Certificate Policies"),
    OID(CE, 33, "policyMappings", "X509v3 Policy Mappings"),
    OID(CE, 35, "authorityKeyIdentifier", "X509v3 Authority Key Identifier"),
    OID(CE, 36, "policyConstraints", "X509v3 Policy Constraints"),
    OID(CE, 37, "extKeyUsage", "X509v3 Extended Key Usage"),
    OID(CE, 46, "freshestCRL", "X509v3 Freshest CRL"),
    OID(CE, 54, "inhibitAnyPolicy", "X509v3 Inhibit Any Policy"),
    OID(CE, 55, "targetInformation", "X509v3 AC Targeting"),
    OID(CE, 56, "noRevAvail", "X509v3 No Revocation Available"),
    SAME(CE, 60, "expiredCertsOnCRL"),
};

/* 1.3.6.1.5.5.7.1: RFC 5280 4.2.2, RFC 7633, RFC 3779, RFC 3739, RFC 3709, RFC 8737 */
#define PE 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01
static const struct oid pe_oids[] = {
    OID(PE, 1, "authorityInfoAccess", "Authority Information Access"),
    OID(PE, 2, "biometricInfo", "Biometric Info"),
    SAME(PE, 3, "qcStatements"),
    OID(PE, 4, "ac-auditIdentity", "ac-auditEntity"),
    OID(PE, 7, "ipAddrBlocks", "sbgp-ipAddrBlock"),
    OID(PE, 8, "autonomousSysIds", "sbgp-autonomousSysNum"),
    OID(PE, 11, "subjectInfoAccess", "Subject Information Access"),
    SAME(PE, 12, "logotype"),
    OID(PE, 14, "proxyCertInfo", "Proxy Certificate Information"),
    OID(PE, 24, "tlsfeature", "TLS Feature"),
    OID(PE, 28, "ipAddrBlocks-v2", "sbgp-ipAddrBlockv2"),
    OID(PE, 29, "autonomousSysIds-v2", "sbgp-autonomousSysNumv2"),
    SAME(PE, 31, "acmeIdentifier"),
};

/* 1.3.6.1.5.5.7.20: RFC 9399 */
#define LOGO 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x14
static const struct oid logo_oids[] = {
    SAME(LOGO, 1, "id-logo-loyalty"),
    SAME(LOGO, 2, "id-logo-background"),
    SAME(LOGO, 3, "id-logo-certImage"),
};

/* 1.3.6.1.5.5.7.21: RFC 3820 3.8.2 */
#define PPL 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x15
static const struct oid ppl_oids[] = {
    OID(PPL, 0, "id-ppl-anyLanguage", "Any language"),
    OID(PPL, 1, "id-ppl-inheritAll", "Inherit all"),
    OID(PPL, 2, "id-ppl-independent", "Independent"),
};

/* 1.3.6.1.5.5.7.48.1: RFC 6960 4.4, RFC 9654 */
#define OCSP 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01
static const struct oid ocsp_oids[] = {
    OID(OCSP, 1, "id-pkix-ocsp-basic", "Basic OCSP Response"),
    OID(OCSP, 2, "id-pkix-ocsp-nonce", "OCSP Nonce"),
    OID(OCSP, 3, "id-pkix-ocsp-crl", "OCSP CRL ID"),
    OID(OCSP, 4, "id-pkix-ocsp-response", "Acceptable OCSP Responses"),
    OID(OCSP, 5, "id-pkix-ocsp-nocheck", "OCSP No Check"),
    OID(OCSP, 6, "id-pkix-ocsp-archive-cutoff", "OCSP Archive Cutoff"),
    OID(OCSP, 7, "id-pkix-ocsp-service-locator", "OCSP Service Locator"),
    OID(OCSP, 8, "id-pkix-ocsp-pref-sig-algs", "Extended OCSP Status"),
    OID(OCSP, 9, "id-pkix-ocsp-extended-revoke", "valid"),
};

/* 1.3.6.1.4.1.11129.2.4: Certificate Transparency, RFC 6962 */
#define CT 0x2B, 0x06, 0x01, 0x04, 0x01, 0xD6, 0x79, 0x02, 0x04
static const struct oid ct_oids[] = {
    OID(CT, 2, "ct_precert_scts", "CT Precertificate SCTs"),
    OID(CT, 3, "ct_precert_poison", "CT Precertificate Poison"),
    OID(CT, 4, "ct_precert_signer", "CT Precertificate Signer"),
    OID(CT, 5, "ct_cert_scts", "CT Certificate SCTs"),
};

/* 2.16.840.1.113730.1: Netscape's extensions, still in old roots */
#define NETSCAPE 0x60, 0x86, 0x48, 0x01, 0x86, 0xF8, 0x42, 0x01
static const struct oid netscape_oids[] = {
    OID(NETSCAPE, 1, "nsCertType", "Netscape Cert Type"),
    OID(NETSCAPE, 2, "nsBaseUrl", "Netscape Base Url"),
    OID(NETSCAPE, 3, "nsRevocationUrl", "Netscape Revocation Url"),
    OID(NETSCAPE, 4, "nsCaRevocationUrl", "Netscape CA Revocation Url"),
    OID(NETSCAPE, 7, "nsRenewalUrl", "Netscape Renewal Url"),
    OID(NETSCAPE, 8, "nsCaPolicyUrl", "Netscape CA Policy Url"),
    OID(NETSCAPE, 12, "nsSslServerName", "Netscape SSL Server Name"),
    OID(NETSCAPE, 13, "nsComment", "Netscape Comment"),
};

/* 1.2.840.113533.7.65 */
#define ENTRUST 0x2A, 0x86, 0x48, 0x86, 0xF6, 0x7D, 0x07, 0x41
static const struct oid entrust_oids[] = {
    SAME(ENTRUST, 0, "entrustVersInfo"),
};

/* 1.3.6.1.4.1.311.20: Microsoft's */
#define MS_ENROLL 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x14
static const struct oid ms_enroll_oids[] = {
    SAME(MS_ENROLL, 2, "msCertificateTemplateName"),
};

/* 1.3.6.1.4.1.311.20.2 */
#define MS_LOGON 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x14, 0x02
static const struct oid ms_logon_oids[] = {
    OID(MS_LOGON, 2, "msSmartcardLogin", "Microsoft Smartcard Login"),
    OID(MS_LOGON, 3, "msUPN", "Microsoft User Principal Name"),
};

/* 1.3.6.1.4.1.311.21 */
#define MS_CA 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x15
static const struct oid ms_ca_oids[] = {
    SAME(MS_CA, 1, "msCAVersion"),
    SAME(MS_CA, 2, "msPreviousCertHash"),
    SAME(MS_CA, 4, "msCRLNextPublish"),
    SAME(MS_CA, 5, "msCAExchange"),
    SAME(MS_CA, 6, "msKeyRecoveryAgent"),
    OID(MS_CA, 7, "msCertificateTemplate", "Microsoft certificate template"),
    OID(MS_CA, 10, "msApplicationPolicies", "Microsoft Application Policies Extension"),
    SAME(MS_CA, 14, "msCRLSelfCDP"),
};

/* 1.3.6.1.4.1.311.25 */
#define MS_NTDS 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x19
static const struct oid ms_ntds_oids[] = {
    OID(MS_NTDS, 2, "msNTDSCASecurity", "Microsoft NTDS CA Extension"),
};

/* 1.3.6.1.4.1.311.10.3 */
#define MS_PURPOSE 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x0A, 0x03
static const struct oid ms_purpose_oids[] = {
    OID(MS_PURPOSE, 1, "msCTLSign", "Microsoft Trust List Signing"),
    OID(MS_PURPOSE, 3, "msSGC", "Microsoft Server Gated Crypto"),
    OID(MS_PURPOSE, 4, "msEFS", "Microsoft Encrypted File System"),
    SAME(MS_PURPOSE, 11, "msKeyRecovery"),
    SAME(MS_PURPOSE, 12, "msDocumentSigning"),
};

/* 1.3.6.1.4.1.311.2.1 */
#define MS_CODE 0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x01
static const struct oid ms_code_oids[] = {
    OID(MS_CODE, 14, "msExtReq", "Microsoft Extension Request"),
    OID(MS_CODE, 21, "msCodeInd", "Microsoft Individual Code Signing"),
    OID(MS_CODE, 22, "msCodeCom", "Microsoft Commercial Code Signing"),
};

/* 1.3.6.1.5.5.7.3: Key purposes: RFC 5280 4.2.1.12 and others */
#define KP 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03
static const struct oid kp_oids[] = {
    OID(KP, 1, "id-kp-serverAuth", "TLS Web Server Authentication"),
    OID(KP, 2, "id-kp-clientAuth", "TLS Web Client Authentication"),
    OID(KP, 3, "id-kp-codeSigning", "Code Signing"),
    OID(KP, 4, "id-kp-emailProtection", "E-mail Protection"),
    OID(KP, 5, "id-kp-ipsecEndSystem", "IPSec End System"),
    OID(KP, 6, "id-kp-ipsecTunnel", "IPSec Tunnel"),
    OID(KP, 7, "id-kp-ipsecUser", "IPSec User"),
    OID(KP, 8, "id-kp-timeStamping", "Time Stamping"),
    OID(KP, 9, "id-kp-OCSPSigning", "OCSP Signing"),
    OID(KP, 10, "id-kp-dvcs", "dvcs"),
    OID(KP, 17, "id-kp-ipsecIKE", "ipsec Internet Key Exchange"),
    OID(KP, 21, "id-kp-secureShellClient", "SSH Client"),
    OID(KP, 22, "id-kp-secureShellServer", "SSH Server"),
    OID(KP, 27, "id-kp-cmcCA", "CMC Certificate Authority"),
    OID(KP, 28, "id-kp-cmcRA", "CMC Registration Authority"),
    OID(KP, 30, "id-kp-bgpsec-router", "BGPsec Router"),
    OID(KP, 31, "id-kp-BrandIndicatorforMessageIdentification",
        "Brand Indicator for Message Identification"),
    SAME(KP, 36, "id-kp-documentSigning"),
};

/* 2.5.29.37 */
#define EXT_KEY_USAGE 0x55, 0x1D, 0x25
static const struct oid ext_key_usage_oids[] = {
    OID(EXT_KEY_USAGE, 0, "anyExtendedKeyUsage", "Any Extended Key Usage"),
};

/* 2.16.840.1.113730.4 */
#define NETSCAPE_PURPOSE 0x60, 0x86, 0x48, 0x01, 0x86, 0xF8, 0x42, 0x04
static const struct oid netscape_purpose_oids[] = {
    OID(NETSCAPE_PURPOSE, 1, "nsSGC", "Netscape Server Gated Crypto"),
};

/* 1.3.6.1.5.2.3 */
#define KERBEROS 0x2B, 0x06, 0x01, 0x05, 0x02, 0x03
static const struct oid kerberos_oids[] = {
    OID(KERBEROS, 4, "id-pkinit-KPClientAuth", "PKINIT Client Auth"),
    OID(KERBEROS, 5, "id-pkinit-KPKdc", "Signing KDC Response"),
};

/* 1.3.6.1.5.5.7.48: Access descriptions: RFC 5280 4.2.2.1, 4.2.2.2 */
#define AD 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30
static const struct oid ad_oids[] = {
    OID(AD, 1, "id-ad-ocsp", "OCSP"),
    OID(AD, 2, "id-ad-caIssuers", "CA Issuers"),
    OID(AD, 3, "id-ad-timeStamping", "AD Time Stamping"),
    OID(AD, 5, "id-ad-caRepository", "CA Repository"),
    OID(AD, 10, "id-ad-rpkiManifest", "RPKI Manifest"),
    OID(AD, 11, "id-ad-signedObject", "Signed Object"),
    OID(AD, 13, "id-ad-rpkiNotify", "RPKI Notify"),
};

/* 1.2.840.113549.1.7 */
#define PKCS7 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07
static const struct oid pkcs7_oids[] = {
    OID(PKCS7, 1, "id-data", "pkcs7-data"),
    OID(PKCS7, 2, "id-signedData", "pkcs7-signedData"),
    OID(PKCS7, 3, "id-envelopedData", "pkcs7-envelopedData"),
    OID(PKCS7, 5, "id-digestedData", "pkcs7-digestData"),
    OID(PKCS7, 6, "id-encryptedData", "pkcs7-encryptedData"),
};

/* 1.2.840.10040.2: RFC 3280 5.3.2 */
#define HOLD 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x02
static const struct oid hold_oids[] = {
    OID(HOLD, 1, "id-holdinstruction-none", "Hold Instruction None"),
    OID(HOLD, 2, "id-holdinstruction-callissuer", "Hold Instruction Call Issuer"),
    OID(HOLD, 3, "id-holdinstruction-reject", "Hold Instruction Reject"),
};

/* clang-format on */

#endif
