/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The part of OCSP's grammar (RFC 6960 4.1.1) that a request of ours has, as libtasn1 takes it. For
 * ocsp-build.c alone. Made from lib/ocsp-grammar.asn by libtasn1 itself:
 *
 *     asn1Parser --name=ocsp_grammar --output=ocsp-grammar.c lib/ocsp-grammar.asn
 */
#ifndef OCSPKIT_OCSP_GRAMMAR_H
#define OCSPKIT_OCSP_GRAMMAR_H

/* clang-format off */
static const asn1_static_node ocsp_grammar[] = {
    { "OCSPRequests", 536872976, NULL },
    { NULL, 1610612748, NULL },
    { "iso", 1073741825, "1"},
    { "identified-organization", 1073741825, "3"},
    { "dod", 1073741825, "6"},
    { "internet", 1073741825, "1"},
    { "security", 1073741825, "5"},
    { "mechanisms", 1073741825, "5"},
    { "pkix", 1073741825, "7"},
    { "id-mod", 1073741825, "0"},
    { "id-mod-ocsp-2013-88", 1, "81"},
    { "OCSPRequest", 1610612741, NULL },
    { "tbsRequest", 2, "TBSRequest"},
    { "TBSRequest", 1610612741, NULL },
    { "requestList", 1610612747, NULL },
    { NULL, 2, "Request"},
    { "requestExtensions", 536895490, "Extensions"},
    { NULL, 2056, "2"},
    { "Request", 1610612741, NULL },
    { "reqCert", 2, "CertID"},
    { "CertID", 1610612741, NULL },
    { "hashAlgorithm", 1073741826, "AlgorithmIdentifier"},
    { "issuerNameHash", 1073741831, NULL },
    { "issuerKeyHash", 1073741831, NULL },
    { "serialNumber", 3, NULL },
    { "AlgorithmIdentifier", 1610612741, NULL },
    { "algorithm", 1073741836, NULL },
    { "parameters", 13, NULL },
    { "Extensions", 1612709899, NULL },
    { "MAX", 1074266122, "1"},
    { NULL, 2, "Extension"},
    { "Extension", 1610612741, NULL },
    { "extnID", 1073741836, NULL },
    { "extnValue", 7, NULL },
    { "Nonce", 7, NULL },
    { NULL, 0, NULL }
};
/* clang-format on */

#endif
