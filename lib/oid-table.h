/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The arcs that oid_find() knows, by the length of their octets. For oid.c and its test alone: each
 * file that includes this has a copy.
 *
 * To add an identifier: a row in oid-pkix.h, oid-policy.h or oid-algorithms.h, and one in
 * tests/unit/oid-known.h. Where its arc is new: the arc's octets and array there, and a row in the
 * list of its length below. Within a list, what certificates and OCSP have most often stands first.
 */
#ifndef OCSPKIT_OID_TABLE_H
#define OCSPKIT_OID_TABLE_H

#include "oid-algorithms.h"
#include "oid-pkix.h"
#include "oid-policy.h"

/* All children of one arc, each at the index that is its last octet. */
struct arc {
    const uint8_t *octets;
    const struct oid *oids;
    size_t count; /* of `oids`, gaps included: in a gap the name is empty */
};

#define ARC(octets, oids)                                                                          \
    {                                                                                              \
        (const uint8_t[]){octets}, oids, ARRAY_SIZE(oids)                                          \
    }

static const struct arc arcs_of_2[] = {
    ARC(CE, ce_oids),
    ARC(ATTRIBUTE, attribute_oids),
    ARC(EDWARDS, edwards_oids),
};

static const struct arc arcs_of_3[] = {
    ARC(EXT_KEY_USAGE, ext_key_usage_oids),
    ARC(POLICIES, policies_oids),
};

static const struct arc arcs_of_4[] = {
    ARC(OIW, oiw_oids),
    ARC(CERTICOM_CURVE, certicom_curve_oids),
    ARC(CABF, cabf_oids),
    ARC(CABF_EXTENSION, cabf_extension_oids),
    ARC(TELETRUST_HASH, teletrust_hash_oids),
    ARC(EC_SCHEME, ec_scheme_oids),
};

static const struct arc arcs_of_5[] = {
    ARC(CABF_TLS, cabf_tls_oids),
    ARC(CABF_CODE, cabf_code_oids),
    ARC(TELETRUST_SIGNATURE, teletrust_signature_oids),
    ARC(GOST, gost_oids),
    ARC(ETSI_QCS, etsi_qcs_oids),
};

static const struct arc arcs_of_6[] = {
    ARC(EC_KEY, ec_key_oids),
    ARC(KERBEROS, kerberos_oids),
    ARC(CABF_MAILBOX, cabf_mailbox_oids),
    ARC(CABF_ORGANIZATION, cabf_organization_oids),
    ARC(CABF_SPONSOR, cabf_sponsor_oids),
    ARC(CABF_INDIVIDUAL, cabf_individual_oids),
    ARC(DSA, dsa_oids),
    ARC(X942, x942_oids),
    ARC(ETSI_QCT, etsi_qct_oids),
    ARC(HOLD, hold_oids),
    ARC(ECDSA, ecdsa_oids),
};

static const struct arc arcs_of_7[] = {
    ARC(ECDSA_SHA2, ecdsa_sha2_oids),
    ARC(PE, pe_oids),
    ARC(KP, kp_oids),
    ARC(AD, ad_oids),
    ARC(PRIME_CURVE, prime_curve_oids),
    ARC(PDA, pda_oids),
    ARC(QT, qt_oids),
    ARC(RSADSI_DIGEST, rsadsi_digest_oids),
    ARC(ALGORITHMS, algorithms_oids),
    ARC(GOST_KEY, gost_key_oids),
    ARC(GOST_SIGNATURE, gost_signature_oids),
    ARC(SM_300, sm_300_oids),
    ARC(SM_400, sm_400_oids),
    ARC(QCS, qcs_oids),
    ARC(LOGO, logo_oids),
    ARC(PPL, ppl_oids),
};

static const struct arc arcs_of_8[] = {
    ARC(OCSP, ocsp_oids),
    ARC(NIST_HASH, nist_hash_oids),
    ARC(PKCS1, pkcs1_oids),
    ARC(PKCS9, pkcs9_oids),
    ARC(NETSCAPE, netscape_oids),
    ARC(ENTRUST, entrust_oids),
    ARC(MS_ENROLL, ms_enroll_oids),
    ARC(MS_CA, ms_ca_oids),
    ARC(MS_NTDS, ms_ntds_oids),
    ARC(NETSCAPE_PURPOSE, netscape_purpose_oids),
    ARC(NIST_SIGNATURE, nist_signature_oids),
    ARC(PKCS7, pkcs7_oids),
    ARC(PKCS3, pkcs3_oids),
    ARC(PKCS5, pkcs5_oids),
    ARC(BRAINPOOL, brainpool_oids),
};

static const struct arc arcs_of_9[] = {
    ARC(PILOT, pilot_oids),           ARC(CT, ct_oids),           ARC(MS_LOGON, ms_logon_oids),
    ARC(MS_PURPOSE, ms_purpose_oids), ARC(MS_CODE, ms_code_oids), ARC(PKCS12_PBE, pkcs12_pbe_oids),
};

static const struct arc arcs_of_10[] = {
    ARC(JURISDICTION, jurisdiction_oids),
};

struct arc_list {
    const struct arc *arcs;
    size_t count;
};

#define LIST(arcs)                                                                                 \
    {                                                                                              \
        arcs, ARRAY_SIZE(arcs)                                                                     \
    }

/* The index is how many octets an arc of the list has. */
static const struct arc_list arcs_by_length[] = {
    [2] = LIST(arcs_of_2), [3] = LIST(arcs_of_3), [4] = LIST(arcs_of_4),
    [5] = LIST(arcs_of_5), [6] = LIST(arcs_of_6), [7] = LIST(arcs_of_7),
    [8] = LIST(arcs_of_8), [9] = LIST(arcs_of_9), [10] = LIST(arcs_of_10),
};

#endif
