/* SPDX-License-Identifier: Apache-2.0 */
/*
 * certificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation        -- RFC 5280 4.2.1.4
 * PolicyInformation ::= SEQUENCE {
 *     policyIdentifier  CertPolicyId,
 *     policyQualifiers  SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL }
 * PolicyQualifierInfo ::= SEQUENCE {
 *     policyQualifierId  PolicyQualifierId,
 *     qualifier          ANY DEFINED BY policyQualifierId }
 * CPSuri ::= IA5String
 * UserNotice ::= SEQUENCE {
 *     noticeRef     NoticeReference OPTIONAL,
 *     explicitText  DisplayText OPTIONAL }
 * NoticeReference ::= SEQUENCE {
 *     organization   DisplayText,
 *     noticeNumbers  SEQUENCE OF INTEGER }
 *
 * PolicyMappings ::= SEQUENCE SIZE (1..MAX) OF SEQUENCE {     -- RFC 5280 4.2.1.5
 *     issuerDomainPolicy   CertPolicyId,
 *     subjectDomainPolicy  CertPolicyId }
 * PolicyConstraints ::= SEQUENCE {                            -- RFC 5280 4.2.1.11
 *     requireExplicitPolicy  [0] SkipCerts OPTIONAL,
 *     inhibitPolicyMapping   [1] SkipCerts OPTIONAL }
 *
 * That an identifier stands there once, and how long a DisplayText is, is not checked.
 */
#ifndef OCSPKIT_POLICY_H
#define OCSPKIT_POLICY_H

#include "der.h"

struct policy_information {
    struct slice policy_identifier; /* the OID's contents octets */
    struct slice policy_qualifiers; /* contents of the SEQUENCE OF; SLICE_NONE where absent */
};

/* Any string type is read, since software writes more than the four of DisplayText. */
struct display_text {
    uint8_t tag;
    struct slice text; /* contents octets; SLICE_NONE where absent */
};

enum policy_qualifier_kind {
    POLICY_QUALIFIER_OTHER,
    POLICY_QUALIFIER_CPS,
    POLICY_QUALIFIER_USER_NOTICE,
};

struct policy_qualifier {
    enum policy_qualifier_kind kind;
    struct slice policy_qualifier_id; /* the OID's contents octets */
    struct slice qualifier;           /* the whole element */
    struct display_text cps_uri;
    bool has_notice_ref;
    struct display_text organization;
    struct slice notice_numbers; /* contents of the SEQUENCE OF INTEGER */
    struct display_text explicit_text;
};

/* The list, of which *list is the contents; everything in it is checked. */
bool certificate_policies_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;

/* Each takes the first from the front of its list; false at the end. Only after a parse. */
bool certificate_policies_next(struct slice *list, struct policy_information *policy);
bool policy_qualifiers_next(struct slice *list, struct policy_qualifier *qualifier);
bool notice_numbers_next(struct slice *list, struct slice *integer);

struct policy_mapping {
    struct slice issuer_domain_policy;
    struct slice subject_domain_policy;
};

bool policy_mappings_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool policy_mappings_next(struct slice *list, struct policy_mapping *mapping);

/* How many certificates are skipped: an INTEGER's contents octets; SLICE_NONE where absent. */
struct policy_constraints {
    struct slice require_explicit_policy;
    struct slice inhibit_policy_mapping;
};

bool policy_constraints_parse(struct der *d, struct policy_constraints *constraints,
                              struct error *e) MUST_USE;

#endif
