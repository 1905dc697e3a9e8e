/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rows of oid_find(): policies and their qualifiers, statements of qualified certificates. For
 * oid-table.h alone.
 */
#ifndef OCSPKIT_OID_POLICY_H
#define OCSPKIT_OID_POLICY_H

#include "oid-row.h"

/* clang-format off */

/* 2.5.29.32: Policies: RFC 5280 4.2.1.4; CA/Browser Forum requirements */
#define POLICIES 0x55, 0x1D, 0x20
static const struct oid policies_oids[] = {
    OID(POLICIES, 0, "anyPolicy", "X509v3 Any Policy"),
};

/* 1.3.6.1.5.5.7.2 */
#define QT 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x02
static const struct oid qt_oids[] = {
    OID(QT, 1, "id-qt-cps", "Policy Qualifier CPS"),
    OID(QT, 2, "id-qt-unotice", "Policy Qualifier User Notice"),
};

/* 2.23.140.1 */
#define CABF 0x67, 0x81, 0x0C, 0x01
static const struct oid cabf_oids[] = {
    SAME(CABF, 1, "ev-guidelines"),
    SAME(CABF, 3, "ev-code-signing"),
    SAME(CABF, 31, "onion-ev"),
};

/* 2.23.140.1.2 */
#define CABF_TLS 0x67, 0x81, 0x0C, 0x01, 0x02
static const struct oid cabf_tls_oids[] = {
    SAME(CABF_TLS, 1, "domain-validated"),
    SAME(CABF_TLS, 2, "organization-validated"),
    SAME(CABF_TLS, 3, "individual-validated"),
};

/* 2.23.140.1.4 */
#define CABF_CODE 0x67, 0x81, 0x0C, 0x01, 0x04
static const struct oid cabf_code_oids[] = {
    SAME(CABF_CODE, 1, "code-signing"),
    SAME(CABF_CODE, 2, "code-signing-timestamping"),
};

/* 2.23.140.1.5.1: S/MIME requirements: legacy, multipurpose, strict */
#define CABF_MAILBOX 0x67, 0x81, 0x0C, 0x01, 0x05, 0x01
static const struct oid cabf_mailbox_oids[] = {
    SAME(CABF_MAILBOX, 1, "mailbox-validated-legacy"),
    SAME(CABF_MAILBOX, 2, "mailbox-validated-multipurpose"),
    SAME(CABF_MAILBOX, 3, "mailbox-validated-strict"),
};

/* 2.23.140.1.5.2 */
#define CABF_ORGANIZATION 0x67, 0x81, 0x0C, 0x01, 0x05, 0x02
static const struct oid cabf_organization_oids[] = {
    SAME(CABF_ORGANIZATION, 1, "organization-validated-legacy"),
    SAME(CABF_ORGANIZATION, 2, "organization-validated-multipurpose"),
    SAME(CABF_ORGANIZATION, 3, "organization-validated-strict"),
};

/* 2.23.140.1.5.3 */
#define CABF_SPONSOR 0x67, 0x81, 0x0C, 0x01, 0x05, 0x03
static const struct oid cabf_sponsor_oids[] = {
    SAME(CABF_SPONSOR, 1, "sponsor-validated-legacy"),
    SAME(CABF_SPONSOR, 2, "sponsor-validated-multipurpose"),
    SAME(CABF_SPONSOR, 3, "sponsor-validated-strict"),
};

/* 2.23.140.1.5.4 */
#define CABF_INDIVIDUAL 0x67, 0x81, 0x0C, 0x01, 0x05, 0x04
static const struct oid cabf_individual_oids[] = {
    SAME(CABF_INDIVIDUAL, 1, "individual-validated-legacy"),
    SAME(CABF_INDIVIDUAL, 2, "individual-validated-multipurpose"),
    SAME(CABF_INDIVIDUAL, 3, "individual-validated-strict"),
};

/* 2.23.140.3 */
#define CABF_EXTENSION 0x67, 0x81, 0x0C, 0x03
static const struct oid cabf_extension_oids[] = {
    SAME(CABF_EXTENSION, 1, "cabfOrganizationIdentifier"),
};

/* 1.3.6.1.5.5.7.11: Statements in qcStatements: RFC 3739, ETSI EN 319 412-5 */
#define QCS 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x0B
static const struct oid qcs_oids[] = {
    SAME(QCS, 1, "id-qcs-pkixQCSyntax-v1"),
    SAME(QCS, 2, "id-qcs-pkixQCSyntax-v2"),
};

/* 0.4.0.1862.1 */
#define ETSI_QCS 0x04, 0x00, 0x8E, 0x46, 0x01
static const struct oid etsi_qcs_oids[] = {
    SAME(ETSI_QCS, 1, "id-etsi-qcs-QcCompliance"),
    SAME(ETSI_QCS, 2, "id-etsi-qcs-QcLimitValue"),
    SAME(ETSI_QCS, 3, "id-etsi-qcs-QcRetentionPeriod"),
    SAME(ETSI_QCS, 4, "id-etsi-qcs-QcSSCD"),
    SAME(ETSI_QCS, 5, "id-etsi-qcs-QcPDS"),
    SAME(ETSI_QCS, 6, "id-etsi-qcs-QcType"),
    SAME(ETSI_QCS, 7, "id-etsi-qcs-QcCClegislation"),
};

/* 0.4.0.1862.1.6: What a QcType says the key is for */
#define ETSI_QCT 0x04, 0x00, 0x8E, 0x46, 0x01, 0x06
static const struct oid etsi_qct_oids[] = {
    SAME(ETSI_QCT, 1, "id-etsi-qct-esign"),
    SAME(ETSI_QCT, 2, "id-etsi-qct-eseal"),
    SAME(ETSI_QCT, 3, "id-etsi-qct-web"),
};

/* clang-format on */

#endif
