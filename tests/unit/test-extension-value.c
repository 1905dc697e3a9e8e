/* SPDX-License-Identifier: Apache-2.0 */
/* The values of extensions: what is read and refused, and what is said of it in text and in JSON.
 */
#include "extension-value.h"

#include "der-text.h"
#include "describe-extension.h"
#include "sct.h"
#include "tap.h"

static uint8_t bytes[DER_TEXT_MAX];

/* id-ce and id-pe, with the last octet to come. */
#define CE    "551D"
#define PE    "2B06010505070"
#define URI_A "86'http://a/'"

static const struct {
    const char *id;    /* hex */
    const char *value; /* in the notation of der-text.h */
    const char *label; /* in text */
    const char *text;  /* below the label, without the indent */
    const char *json;  /* the value's member */
} good[] = {
    {CE "09", "30{30{06:2A03 31{06:2B06010505070309 0C'a' 18'20180111224451Z' 30:}}}",
     "X509v3 Subject Directory Attributes",
     "1.2.3:\n    OCSP Signing\n    a\n    Jan 11 22:44:51 2018 GMT\n    #3000\n",
     "\"subjectDirectoryAttributes\":[{\"type\":\"1.2.3\",\"values\":[\"id-kp-OCSPSigning\",\"a\","
     "\"2018-01-11T22:44:51Z\",\"#3000\"]}]"},
    {CE "0E", "04:75A1", "X509v3 Subject Key Identifier", "75:A1\n",
     "\"subjectKeyIdentifier\":\"75A1\""},
    {CE "0F", "03:0106", "X509v3 Key Usage", "Certificate Sign, CRL Sign\n",
     "\"keyUsage\":[\"keyCertSign\",\"cRLSign\"]"},
    {CE "0F", "03:070080", "X509v3 Key Usage", "Decipher Only\n",
     "\"keyUsage\":[\"decipherOnly\"]"},
    {CE "10", "30{80'20180111224451Z' 81'20190111224451Z'}", "X509v3 Private Key Usage Period",
     "Not Before: Jan 11 22:44:51 2018 GMT, Not After: Jan 11 22:44:51 2019 GMT\n",
     "\"privateKeyUsagePeriod\":{\"notBefore\":\"2018-01-11T22:44:51Z\","
     "\"notAfter\":\"2019-01-11T22:44:51Z\"}"},
    {CE "10", "30{81'20190111224451Z'}", "X509v3 Private Key Usage Period",
     "Not After: Jan 11 22:44:51 2019 GMT\n",
     "\"privateKeyUsagePeriod\":{\"notAfter\":\"2019-01-11T22:44:51Z\"}"},
    {CE "11", "30{82'a.example' 87:C0000201 81'a@b' " URI_A "}", "X509v3 Subject Alternative Name",
     "DNS:a.example, IP Address:192.0.2.1, email:a@b, URI:http://a/\n",
     "\"subjectAltName\":[{\"dNSName\":\"a.example\"},{\"iPAddress\":\"192.0.2.1\"},"
     "{\"rfc822Name\":\"a@b\"},{\"uniformResourceIdentifier\":\"http://a/\"}]"},
    {CE "11", "30{A4{30{31{30{06:550406 13'GB'}} 31{30{06:550403 0C'x'}}}} 88:2A0304}",
     "X509v3 Subject Alternative Name", "DirName:C=GB, CN=x, Registered ID:1.2.3.4\n",
     "\"subjectAltName\":[{\"directoryName\":\"CN=x,C=GB\"},{\"registeredID\":\"1.2.3.4\"}]"},
    {CE "11", "30{A0{06:2A0304 A0{0C'v'}} A0{06:2A0304 A0{02:05}} 87:0001}",
     "X509v3 Subject Alternative Name",
     "othername: 1.2.3.4:v, othername: 1.2.3.4:<unsupported>, IP Address:<invalid length=2>\n",
     "\"subjectAltName\":[{\"otherName\":{\"type-id\":\"1.2.3.4\",\"value\":\"0C0176\"}},"
     "{\"otherName\":{\"type-id\":\"1.2.3.4\",\"value\":\"020105\"}},{\"iPAddress\":\"0001\"}]"},
    {CE "11", "30{87:20010DB8000000000000000000000001 A3{02:05} A5{A1{0C'x'}}}",
     "X509v3 Subject Alternative Name",
     "IP Address:2001:DB8:0:0:0:0:0:1, X400Name:<unsupported>, EdiPartyName:<unsupported>\n",
     "\"subjectAltName\":[{\"iPAddress\":\"2001:DB8:0:0:0:0:0:1\"},"
     "{\"x400Address\":\"A303020105\"},{\"ediPartyName\":\"A505A1030C0178\"}]"},
    {CE "11", "30{82:610A62}", "X509v3 Subject Alternative Name", "DNS:a\\x0Ab\n",
     "\"subjectAltName\":[{\"dNSName\":\"a\\u000ab\"}]"},
    {CE "12", "30{}", "X509v3 Issuer Alternative Name", "<EMPTY>\n", "\"issuerAltName\":[]"},
    {CE "13", "30{01:FF 02:00}", "X509v3 Basic Constraints", "CA:TRUE, pathlen:0\n",
     "\"basicConstraints\":{\"cA\":true,\"pathLenConstraint\":0}"},
    {CE "13", "30{}", "X509v3 Basic Constraints", "CA:FALSE\n",
     "\"basicConstraints\":{\"cA\":false}"},
    {CE "14", "02:0100", "X509v3 CRL Number", "256\n", "\"cRLNumber\":\"0100\""},
    {CE "14", "02:7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "X509v3 CRL Number",
     "170141183460469231731687303715884105727\n",
     "\"cRLNumber\":\"7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF\""},
    {CE "14", "02:00FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "X509v3 CRL Number",
     "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF\n", "\"cRLNumber\":\"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF\""},
    {CE "14", "02:FF7F", "X509v3 CRL Number", "-129\n", "\"cRLNumber\":\"-81\""},
    {CE "15", "0A:04", "X509v3 CRL Reason Code", "Superseded\n", "\"reasonCode\":\"superseded\""},
    {CE "17", "06:2A8648CE380203", "Hold Instruction Code", "Hold Instruction Reject\n",
     "\"holdInstructionCode\":\"id-holdinstruction-reject\""},
    {CE "18", "18'20180111224451Z'", "Invalidity Date", "Jan 11 22:44:51 2018 GMT\n",
     "\"invalidityDate\":\"2018-01-11T22:44:51Z\""},
    {CE "1B", "02:07", "X509v3 Delta CRL Indicator", "7\n", "\"deltaCRLIndicator\":\"07\""},
    {CE "1C", "30{A0{A0{" URI_A "}} 81:FF 83:0640 84:FF}", "X509v3 Issuing Distribution Point",
     "Full Name:\n  URI:http://a/\nOnly User Certificates\nIndirect CRL\n"
     "Only Some Reasons:\n  Key Compromise\n",
     "\"issuingDistributionPoint\":{\"distributionPoint\":{\"fullName\":["
     "{\"uniformResourceIdentifier\":\"http://a/\"}]},\"onlyContainsUserCerts\":true,"
     "\"onlyContainsCACerts\":false,\"indirectCRL\":true,"
     "\"onlySomeReasons\":[\"keyCompromise\"],\"onlyContainsAttributeCerts\":false}"},
    {CE "1E", "30{A0{30{82'a.b'}} A1{30{87:0A000000FF000000}}}", "X509v3 Name Constraints",
     "Permitted:\n  DNS:a.b\nExcluded:\n  IP:10.0.0.0/255.0.0.0\n",
     "\"nameConstraints\":{\"permittedSubtrees\":[{\"base\":{\"dNSName\":\"a.b\"}}],"
     "\"excludedSubtrees\":[{\"base\":{\"iPAddress\":\"10.0.0.0/255.0.0.0\"}}]}"},
    {CE "1F", "30{30{A0{A0{" URI_A "}}} 30{81:0540 A2{82'c'}}}", "X509v3 CRL Distribution Points",
     "Full Name:\n  URI:http://a/\nReasons:\n  Key Compromise\nCRL Issuer:\n  DNS:c\n",
     "\"cRLDistributionPoints\":[{\"distributionPoint\":{\"fullName\":["
     "{\"uniformResourceIdentifier\":\"http://a/\"}]}},{\"reasons\":[\"keyCompromise\"],"
     "\"cRLIssuer\":[{\"dNSName\":\"c\"}]}]"},
    {CE "1F", "30{30{A0{A1{30{06:55040A 0C'x'}}}}}", "X509v3 CRL Distribution Points",
     "Relative Name:\n  O=x\n",
     "\"cRLDistributionPoints\":[{\"distributionPoint\":"
     "{\"nameRelativeToCRLIssuer\":\"O=x\"}}]"},
    {CE "20", "30{30{06:551D2000 30{30{06:2B06010505070201 16'http://c/'}}}}",
     "X509v3 Certificate Policies", "Policy: X509v3 Any Policy\n  CPS: http://c/\n",
     "\"certificatePolicies\":[{\"policyIdentifier\":\"anyPolicy\",\"policyQualifiers\":["
     "{\"policyQualifierId\":\"id-qt-cps\",\"qualifier\":\"http://c/\"}]}]"},
    {CE "20", "30{30{06:2A0304 30{30{06:2B06010505070202 30{30{0C'o' 30{02:01 02:02}} 1E:00E9}}}}}",
     "X509v3 Certificate Policies",
     "Policy: 1.2.3.4\n  User Notice:\n    Organization: o\n    Numbers: 1, 2\n"
     "    Explicit Text: \xC3\xA9\n",
     "\"certificatePolicies\":[{\"policyIdentifier\":\"1.2.3.4\",\"policyQualifiers\":["
     "{\"policyQualifierId\":\"id-qt-unotice\",\"qualifier\":{\"noticeRef\":"
     "{\"organization\":\"o\",\"noticeNumbers\":[1,2]},\"explicitText\":\"\xC3\xA9\"}}]}]"},
    {CE "21", "30{30{06:2A0304 06:2A0305}}", "X509v3 Policy Mappings", "1.2.3.4:1.2.3.5\n",
     "\"policyMappings\":[{\"issuerDomainPolicy\":\"1.2.3.4\","
     "\"subjectDomainPolicy\":\"1.2.3.5\"}]"},
    {CE "23", "30{80:75A1}", "X509v3 Authority Key Identifier", "75:A1\n",
     "\"authorityKeyIdentifier\":{\"keyIdentifier\":\"75A1\"}"},
    {CE "23", "30{80:75A1 A1{82'i'} 82:00FE}", "X509v3 Authority Key Identifier",
     "keyid:75:A1\nDNS:i\nserial:FE\n",
     "\"authorityKeyIdentifier\":{\"keyIdentifier\":\"75A1\",\"authorityCertIssuer\":["
     "{\"dNSName\":\"i\"}],\"authorityCertSerialNumber\":\"FE\"}"},
    {CE "23", "30{}", "X509v3 Authority Key Identifier", "<EMPTY>\n",
     "\"authorityKeyIdentifier\":{}"},
    {CE "24", "30{80:03 81:00}", "X509v3 Policy Constraints",
     "Require Explicit Policy:3, Inhibit Policy Mapping:0\n",
     "\"policyConstraints\":{\"requireExplicitPolicy\":3,\"inhibitPolicyMapping\":0}"},
    {CE "25", "30{06:2B06010505070309 06:2A0304}", "X509v3 Extended Key Usage",
     "OCSP Signing, 1.2.3.4\n", "\"extKeyUsage\":[\"id-kp-OCSPSigning\",\"1.2.3.4\"]"},
    {CE "36", "02:02", "X509v3 Inhibit Any Policy", "2\n", "\"inhibitAnyPolicy\":2"},
    {PE "101", "30{30{06:2B06010505073001 " URI_A "} 30{06:2B06010505073002 82'c'}}",
     "Authority Information Access", "OCSP - URI:http://a/\nCA Issuers - DNS:c\n",
     "\"authorityInfoAccess\":[{\"accessMethod\":\"id-ad-ocsp\",\"accessLocation\":"
     "{\"uniformResourceIdentifier\":\"http://a/\"}},{\"accessMethod\":\"id-ad-caIssuers\","
     "\"accessLocation\":{\"dNSName\":\"c\"}}]"},
    {PE "118", "30{02:05 02:11 02:2A}", "TLS Feature", "status_request, status_request_v2, 42\n",
     "\"tlsfeature\":[5,17,42]"},
    {"2B0601050507300102", "04:AB", "OCSP Nonce", "0401AB\n", "\"nonce\":\"AB\""},
    {"2B0601050507300102", "!ABCD", "OCSP Nonce", "ABCD\n", "\"nonce\":\"ABCD\""},
    {"2B0601050507300103", "30{A0{16'http://a/'} A1{02:2A} A2{18'20180111224451Z'}}", "OCSP CRL ID",
     "crlUrl: http://a/\ncrlNum: 2A\ncrlTime: Jan 11 22:44:51 2018 GMT\n\n",
     "\"crlID\":{\"crlUrl\":\"http://a/\",\"crlNum\":\"2A\",\"crlTime\":\"2018-01-11T22:44:51Z\"}"},
    {"2B0601050507300103", "30{}", "OCSP CRL ID", NULL, "\"crlID\":{}"},
    {"2B0601050507300105", "05:", "OCSP No Check", NULL, "\"nocheck\":null"},
    {"2B0601050507300107", "30{30{31{30{06:550403 0C'x'}}} 30{30{06:2B06010505073001 " URI_A "}}}",
     "OCSP Service Locator", "Issuer: CN=x\n                OCSP - URI:http://a/\n",
     "\"serviceLocator\":{\"issuer\":\"CN=x\",\"locator\":[{\"accessMethod\":\"id-ad-ocsp\","
     "\"accessLocation\":{\"uniformResourceIdentifier\":\"http://a/\"}}]}"},
    {"2B0601050507300107", "30{30{}}", "OCSP Service Locator", "Issuer: \n",
     "\"serviceLocator\":{\"issuer\":\"\"}"},
    {"2B0601050507300108",
     "30{30{30{06:2A864886F70D01010B 05:}} 30{30{06:2A8648CE3D040302} 30{06:2A8648CE3D0201 "
     "06:2A8648CE3D030107}} 30{30{06:2A03 02:05}}}",
     "Extended OCSP Status",
     "Preferred Signature Algorithm: sha256WithRSAEncryption\n"
     "Preferred Signature Algorithm: ecdsa-with-SHA256, id-ecPublicKey prime256v1\n"
     "Preferred Signature Algorithm: 1.2.3\n",
     "\"preferredSignatureAlgorithms\":[{\"sigIdentifier\":\"sha256WithRSAEncryption\"},"
     "{\"sigIdentifier\":\"ecdsa-with-SHA256\",\"pubKeyAlgIdentifier\":\"id-ecPublicKey\","
     "\"pubKeyAlgIdentifierParameters\":\"secp256r1\"},"
     "{\"sigIdentifier\":\"1.2.3\",\"sigIdentifierParameters\":\"020105\"}]"},
    {"2B0601050507300109", "05:", "valid", "Extended Revoke\n", "\"extended-revoke\":null"},
    {PE "103", "30{30{06:04008E460101} 30{06:04008E460102 30{02:0348 02:64 02:02}}}",
     "qcStatements",
     "id-etsi-qcs-QcCompliance\nid-etsi-qcs-QcLimitValue\n"
     "    Currency: 840\n    Amount: 100\n    Exponent: 2\n",
     "\"qcStatements\":[{\"statementId\":\"id-etsi-qcs-QcCompliance\"},"
     "{\"statementId\":\"id-etsi-qcs-QcLimitValue\",\"statementInfo\":{\"currency\":840,"
     "\"amount\":100,\"exponent\":2}}]"},
    {PE "103", "30{30{06:04008E460105 30{30{16'http://a/' 13'en'}}} 30{06:04008E460105 05:}}",
     "qcStatements", "id-etsi-qcs-QcPDS\n    http://a/ (en)\nid-etsi-qcs-QcPDS\n    #0500\n",
     "\"qcStatements\":[{\"statementId\":\"id-etsi-qcs-QcPDS\",\"statementInfo\":["
     "{\"url\":\"http://a/\",\"language\":\"en\"}]},{\"statementId\":\"id-etsi-qcs-QcPDS\","
     "\"statementInfo\":\"#0500\"}]"},
    {PE "103", "30{30{06:04008E460103 02:0F} 30{06:04008E460106 30{06:04008E46010602}}}",
     "qcStatements",
     "id-etsi-qcs-QcRetentionPeriod\n    15\nid-etsi-qcs-QcType\n    id-etsi-qct-eseal\n",
     "\"qcStatements\":[{\"statementId\":\"id-etsi-qcs-QcRetentionPeriod\",\"statementInfo\":15},"
     "{\"statementId\":\"id-etsi-qcs-QcType\",\"statementInfo\":[\"id-etsi-qct-eseal\"]}]"},
    {PE "103", "30{02:05}", "qcStatements", "30:03:02:01:05\n", "\"extnValue\":\"3003020105\""},
    {"6086480186F8420104", "16'http://a/'", "Netscape CA Revocation Url", "http://a/\n",
     "\"nsCaRevocationUrl\":\"http://a/\""},
    {"2B0601040182371402", "1E:00440043", "msCertificateTemplateName", "DC\n",
     "\"msCertificateTemplateName\":\"DC\""},
    {"2B0601040182371507", "30{06:2A0304 02:64}", "Microsoft certificate template",
     "Template: 1.2.3.4\nMajor Version: 100\n",
     "\"msCertificateTemplate\":{\"templateID\":\"1.2.3.4\",\"templateMajorVersion\":100}"},
    {"2B0601040182371501", "02:020001", "msCAVersion", "V1.2\n",
     "\"msCAVersion\":{\"certificateIndex\":1,\"keyIndex\":2}"},
    {"2B060104018237150A", "30{30{06:2B06010505070309}}",
     "Microsoft Application Policies Extension", "Policy: OCSP Signing\n",
     "\"msApplicationPolicies\":[{\"policyIdentifier\":\"id-kp-OCSPSigning\"}]"},
    {"2B0601040182371902", "30{A0{06:2B060104018237190201 A0{04'S-1-5-32'}}}",
     "Microsoft NTDS CA Extension", "Object SID: S-1-5-32\n",
     "\"msNTDSCASecurity\":{\"objectSid\":\"S-1-5-32\"}"},
    {"2B0601040182371902", "30{82'x'}", "Microsoft NTDS CA Extension", "30:03:82:01:78\n",
     "\"extnValue\":\"3003820178\""},
    {PE "102", "30{30{02:00 30{06:2B0E03021A} 04:AB 16'http://a/'} 30{06:2A03 30{06:2A04} 04:CD}}",
     "Biometric Info",
     "Type of Biometric Data: picture\nHash Algorithm: sha1\nBiometric Data Hash: AB\n"
     "Source Data URI: http://a/\nType of Biometric Data: 1.2.3\nHash Algorithm: 1.2.4\n"
     "Biometric Data Hash: CD\n",
     "\"biometricInfo\":[{\"typeOfBiometricData\":\"picture\",\"hashAlgorithm\":\"sha1\","
     "\"biometricDataHash\":\"AB\",\"sourceDataUri\":\"http://a/\"},{\"typeOfBiometricData\":"
     "\"1.2.3\",\"hashAlgorithm\":\"1.2.4\",\"biometricDataHash\":\"CD\"}]"},
    {PE "102", "30{30{02:01 30{06:2A04} 04:} 30{02:07 30{06:2A04} 04:}}", "Biometric Info",
     "Type of Biometric Data: handwritten-signature\nHash Algorithm: 1.2.4\nBiometric Data Hash: \n"
     "Type of Biometric Data: 7\nHash Algorithm: 1.2.4\nBiometric Data Hash: \n",
     "\"biometricInfo\":[{\"typeOfBiometricData\":\"handwritten-signature\",\"hashAlgorithm\":"
     "\"1.2.4\",\"biometricDataHash\":\"\"},{\"typeOfBiometricData\":7,\"hashAlgorithm\":"
     "\"1.2.4\",\"biometricDataHash\":\"\"}]"},
    {PE "102", "30{30{02:00 04:AB}}", "Biometric Info", "30:08:30:06:02:01:00:04:01:AB\n",
     "\"extnValue\":\"300830060201000401AB\""},
    {PE "107", "30{30{04:0001 30{03:000A 30{03:03C0A8 03:00C0A802}}} 30{04:000102 05:}}",
     "sbgp-ipAddrBlock",
     "IPv4:\n  10.0.0.0/8\n  192.168.0.0-192.168.2.255\nIPv4 (Multicast): inherit\n\n",
     "\"ipAddrBlocks\":[{\"addressFamily\":\"IPv4\",\"addressesOrRanges\":[\"10.0.0.0/8\","
     "\"192.168.0.0-192.168.2.255\"]},{\"addressFamily\":\"IPv4\",\"subsequentAddressFamily\":2,"
     "\"inherit\":null}]"},
    {PE "107",
     "30{30{04:0002 30{03:00 03:0020010DB8 30{03:00 03:00} 30{03:0020010DB800000000000000000000"
     "0001 03:0420010DB0}}} 30{04:000309 30{03:021234 30{03:00 03:01AC}}}}",
     "sbgp-ipAddrBlock",
     "IPv6:\n  ::/0\n  2001:db8::/32\n  ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff\n"
     "  2001:db8:0:0:0:0:0:1-2001:dbf:ffff:ffff:ffff:ffff:ffff:ffff\n"
     "Unknown AFI 3 (Unknown SAFI 9):\n  12:34[2]/14\n  [0]-ac[1]\n\n",
     "\"ipAddrBlocks\":[{\"addressFamily\":\"IPv6\",\"addressesOrRanges\":[\"::/0\","
     "\"2001:db8::/32\",\"::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff\","
     "\"2001:db8:0:0:0:0:0:1-2001:dbf:ffff:ffff:ffff:ffff:ffff:ffff\"]},{\"addressFamily\":\"3\","
     "\"subsequentAddressFamily\":9,\"addressesOrRanges\":[\"12:34[2]/14\",\"[0]-ac[1]\"]}]"},
    {PE "107", "30{30{04:0001 30{03:000A00000000}}}", "sbgp-ipAddrBlock",
     "30:10:30:0E:04:02:00:01:30:08:03:06:00:0A:00:00:00:00\n",
     "\"extnValue\":\"3010300E0402000130080306000A00000000\""},
    {PE "107", "30{30{04:01 05:}}", "sbgp-ipAddrBlock", "30:07:30:05:04:01:01:05:00\n",
     "\"extnValue\":\"300730050401010500\""},
    {PE "108", "30{A0{30{02:00FBF0 30{02:00FBF4 02:00FBFF}}} A1{05:}}", "sbgp-autonomousSysNum",
     "Autonomous System Numbers:\n  64496\n  64500-64511\nRouting Domain Identifiers:\n"
     "  inherit\n\n",
     "\"autonomousSysIds\":{\"asnum\":{\"asIdsOrRanges\":[\"64496\",\"64500-64511\"]},"
     "\"rdi\":{\"inherit\":null}}"},
    {PE "11C", "30{}", "sbgp-ipAddrBlockv2", "\n", "\"ipAddrBlocks\":[]"},
    {PE "11D", "30{}", "sbgp-autonomousSysNumv2", "\n", "\"autonomousSysIds\":{}"},
    {PE "11D", "30{A0{02:05}}", "sbgp-autonomousSysNumv2", "30:05:A0:03:02:01:05\n",
     "\"extnValue\":\"3005A003020105\""},
    {PE "10C", "30{A1{A1{30{30{30{06:2A03} 04:AB}} 30{16'http://a/'}}} A2{A0{}}}", "logotype",
     "Issuer Logo:\n  Reference:\n    Hash Algorithm: 1.2.3\n    Hash Value: AB\n"
     "    URI: http://a/\nSubject Logo:\n",
     "\"logotype\":{\"issuerLogo\":{\"indirect\":{\"refStructHash\":[{\"hashAlg\":\"1.2.3\","
     "\"hashValue\":\"AB\"}],\"refStructURI\":[\"http://a/\"]}},\"subjectLogo\":{\"direct\":{}}}"},
    {PE "10C", "30{A1{}}", "logotype", "30:02:A1:00\n", "\"extnValue\":\"3002A100\""},
    {PE "10E", "30{02:03 30{06:2B06010505071500 04'p'}}", "Proxy Certificate Information",
     "Path Length Constraint: 03\nPolicy Language: Any language\nPolicy Text: p\n",
     "\"proxyCertInfo\":{\"pCPathLenConstraint\":3,\"proxyPolicy\":{\"policyLanguage\":"
     "\"id-ppl-anyLanguage\",\"policy\":\"70\"}}"},
    {PE "10E", "30{30{06:2B06010505071501}}", "Proxy Certificate Information",
     "Path Length Constraint: infinite\nPolicy Language: Inherit all\n",
     "\"proxyCertInfo\":{\"proxyPolicy\":{\"policyLanguage\":\"id-ppl-inheritAll\"}}"},
    {PE "10E", "30{02:03}", "Proxy Certificate Information", "30:03:02:01:03\n",
     "\"extnValue\":\"3003020103\""},
    {"2A864886F67D074100", "30{1B'V7.1' 03:0490}", "entrustVersInfo", "Version: V7.1\nFlags: 90\n",
     "\"entrustVersInfo\":{\"entrustVers\":\"V7.1\",\"entrustInfoFlags\":\"90\"}"},
    {"2A864886F67D074100", "30{0C'V7.1' 03:0490}", "entrustVersInfo",
     "30:0A:0C:04:56:37:2E:31:03:02:04:90\n", "\"extnValue\":\"300A0C0456372E3103020490\""},
    {"67810C0301", "30{13'NTR' 13'GB' 80'EN' 0C'1'}", "cabfOrganizationIdentifier",
     "Registration Scheme: NTR\nRegistration Country: GB\nRegistration State or Province: EN\n"
     "Registration Reference: 1\n",
     "\"cabfOrganizationIdentifier\":{\"registrationSchemeIdentifier\":\"NTR\","
     "\"registrationCountry\":\"GB\",\"registrationStateOrProvince\":\"EN\","
     "\"registrationReference\":\"1\"}"},
    {"2B0601050507300106", "18'20180111224451Z'", "OCSP Archive Cutoff",
     "Jan 11 22:44:51 2018 GMT\n", "\"archiveCutoff\":\"2018-01-11T22:44:51Z\""},
    {"2A0304", "!ABCD", "1.2.3.4", "AB:CD\n", "\"extnValue\":\"ABCD\""},
};

/* A list of one extension. */
static struct extensions list_of(const char *id, const char *value)
{
    char text[2048];
    departure_set departures = 0;
    struct extensions extensions;
    struct der d;

    (void)snprintf(text, sizeof(text), "30{30{06:%s 01:FF 04{%s}}}", id, value);
    d = der_over(der_text(text, bytes), &departures);
    if (!extensions_parse(&d, &extensions, NULL))
        abort();
    return extensions;
}

/* Four blanks in front of each line that is not empty. */
static void indent(const char *lines, char *out)
{
    while (*lines != '\0') {
        const char *end = strchr(lines, '\n') + 1;

        out += sprintf(out, "%s%.*s", *lines == '\n' ? "" : "    ", (int)(end - lines), lines);
        lines = end;
    }
}

static const char *described(struct report *r, enum report_format format,
                             const struct extensions *extensions)
{
    static const struct field list = FIELD_LEVEL("x", "", LEVEL_LIST, 0);

    report_init(r, format, false);
    describe_extensions(r, &list, extensions);
    return buffer_append(&r->out, SLICE("\0"), NULL) ? (const char *)r->out.data : NULL;
}

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct extensions extensions = list_of(good[i].id, good[i].value);
        departure_set departures = 0;
        struct der d = der_over(extensions.list, &departures);
        char wanted[2048];
        char lines[1024] = "\n";
        struct error e = {0};
        struct report r;

        if (!ok(extensions_check(&d, &extensions, &e), "%s %s", good[i].label, good[i].value))
            printf("# %s: %s\n", error_path(&e), e.text);
        if (good[i].text != NULL)
            indent(good[i].text, lines);
        (void)snprintf(wanted, sizeof(wanted), "%s: critical\n%s", good[i].label, lines);
        is_string(described(&r, REPORT_TEXT, &extensions), wanted, "its text");
        report_free(&r);
        (void)snprintf(wanted, sizeof(wanted), "\"critical\":true,%s}]", good[i].json);
        is_string(strstr(described(&r, REPORT_JSON, &extensions), "\"critical\""), wanted,
                  "its JSON");
        report_free(&r);
    }
}

static const struct {
    const char *id;
    const char *value;
    const char *path; /* behind "[0].extnValue" */
} bad[] = {
    {CE "09", "30{}", "[0]"},
    {CE "09", "30{30{06:2A03}}", "[0].values"},
    {CE "09", "30{30{06:2A03 31:05}}", "[0].values[0]"},
    {CE "0E", "03:0075", ""},
    {CE "0E", "04:75 05:", ""},
    {CE "0E", "", ""},
    {CE "0F", "03:", ""},
    {CE "0F", "03:0801", ""},
    {CE "10", "30{80'20180230000000Z'}", ".notBefore"},
    {CE "10", "30{81'180101000000Z'}", ".notAfter"},
    {CE "10", "30{81'20180101000000Z' 80'20180101000000Z'}", ""},
    {CE "11", "30{89'x'}", "[0]"},
    {CE "11", "30{82'x' 84:}", "[1]"},
    {CE "11", "30{A0{06:2A03}}", "[0].value"},
    {CE "11", "30{A4{30{31{}}}}", "[0].rdnSequence[0]"},
    {CE "11", "30{88:80}", "[0]"},
    {CE "13", "30{01:01}", ".cA"},
    {CE "13", "30{01:FF 02:FF}", ".pathLenConstraint"},
    {CE "14", "02:0001", ""},
    {CE "15", "0A:0B", ""},
    {CE "17", "05:", ""},
    {CE "18", "17'180111224451Z'", ""},
    {CE "1C", "30{81:FE}", ".onlyContainsUserCerts"},
    {CE "1C", "30{A0{}}", ".distributionPoint.fullName"},
    {CE "1E", "30{A0{}}", ".permittedSubtrees[0]"},
    {CE "1F", "30{}", "[0]"},
    {CE "1F", "30{30{A0{A1{}}}}", "[0].distributionPoint.nameRelativeToCRLIssuer"},
    {CE "20", "30{30{06:2A03 30{}}}", "[0].policyQualifiers[0]"},
    {CE "20", "30{30{06:2A03 30{30{06:2B06010505070201 30:}}}}",
     "[0].policyQualifiers[0].qualifier"},
    {CE "23", "30{82:}", ".authorityCertSerialNumber"},
    {CE "25", "30{}", "[0]"},
    {CE "25", "30{06:80}", "[0]"},
    {PE "101", "30{30{06:2A03}}", "[0].accessLocation"},
    {"2B0601050507300103", "30{A0{0C'u'}}", ".crlUrl"},
    {"2B0601050507300103", "30{A1{02:05 05:}}", ".crlNum"},
    {"2B0601050507300103", "30{A2{17'180111224451Z'}}", ".crlTime"},
    {"2B0601050507300105", "05:00", ""},
    {"2B0601050507300107", "30{}", ".issuer"},
    {"2B0601050507300107", "30{30{} 30{}}", ".locator[0]"},
    {"2B0601050507300108", "30{30{06:2A03}}", "[0].sigIdentifier"},
    {"2B0601050507300108", "30{30{30{06:2A03} 02:05}}", "[0].pubKeyAlgIdentifier"},
    {"6086480186F8420102", "0C'http://a/'", ""},
    {"2B06010401D679020402", "04:0003AA", ""},
    {"2B06010401D679020402", "04:00030005AA", ".sct_list[0]"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct extensions extensions = list_of(bad[i].id, bad[i].value);
        departure_set departures = 0;
        struct der d = der_over(extensions.list, &departures);
        struct error e = {0};
        char wanted[256];

        ok(!extensions_check(&d, &extensions, &e), "%s %s is refused", bad[i].id, bad[i].value);
        (void)snprintf(wanted, sizeof(wanted), "[0].extnValue%s", bad[i].path);
        is_string(error_path(&e), wanted, "its path");
        ok(e.has_offset && e.offset <= extensions.list.len, "at a byte of it");
    }
}

static const struct {
    const char *value;
    departure_set departures;
} nonces[] = {
    {"04:AB", 0},
    {"!ABCD", 1U << DEPARTURE_NONCE_RAW},
    {"", 1U << DEPARTURE_NONCE_RAW | 1U << DEPARTURE_NONCE_LENGTH},
    {"04:", 1U << DEPARTURE_NONCE_LENGTH},
    {"04:AB 05:", 1U << DEPARTURE_NONCE_RAW},
};

static void test_nonces(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(nonces); i++) {
        struct extensions extensions = list_of("2B0601050507300102", nonces[i].value);
        departure_set departures = 0;
        struct der d = der_over(extensions.list, &departures);

        ok(extensions_check(&d, &extensions, NULL), "the nonce %s", nonces[i].value);
        is_int(departures, nonces[i].departures, "its departures");
    }
}

static void test_scts(void)
{
    static const char v1[] = "04:003A0032"
                             "00"
                             "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF"
                             "0000016617AB4AE9"
                             "0000"
                             "0403"
                             "0003ABCDEF"
                             "000401020304";
    departure_set departures = 0;
    struct der d = der_over(der_text(v1, bytes), &departures);
    struct slice list = SLICE_NONE;
    struct sct sct = {0};

    ok(scts_parse(&d, &list, NULL) && der_at_end(&d), "a list of two timestamps");
    ok(scts_next(&list, &sct) && sct.is_v1, "the first is of v1");
    ok(sct.timestamp == UINT64_C(1537995393769), "its timestamp");
    ok(slice_equal(sct.signature, SLICE("\xAB\xCD\xEF")), "its signature");
    ok(scts_next(&list, &sct) && !sct.is_v1, "the second is of another");
    ok(slice_equal(sct.serialized, SLICE("\1\2\3\4")), "all of it");
    ok(!scts_next(&list, &sct), "no third");
}

int main(void)
{
    test_good();
    test_bad();
    test_nonces();
    test_scts();
    return tap_done();
}
