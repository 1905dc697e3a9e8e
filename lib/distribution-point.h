/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CRLDistributionPoints ::= SEQUENCE SIZE (1..MAX) OF DistributionPoint     -- RFC 5280 4.2.1.13
 * DistributionPoint ::= SEQUENCE {
 *     distributionPoint  [0] DistributionPointName OPTIONAL,
 *     reasons            [1] ReasonFlags OPTIONAL,
 *     cRLIssuer          [2] GeneralNames OPTIONAL }
 * DistributionPointName ::= CHOICE {
 *     fullName                 [0] GeneralNames,
 *     nameRelativeToCRLIssuer  [1] RelativeDistinguishedName }
 *
 * IssuingDistributionPoint ::= SEQUENCE {                     -- RFC 5280 5.2.5
 *     distributionPoint           [0] DistributionPointName OPTIONAL,
 *     onlyContainsUserCerts       [1] BOOLEAN DEFAULT FALSE,
 *     onlyContainsCACerts         [2] BOOLEAN DEFAULT FALSE,
 *     onlySomeReasons             [3] ReasonFlags OPTIONAL,
 *     indirectCRL                 [4] BOOLEAN DEFAULT FALSE,
 *     onlyContainsAttributeCerts  [5] BOOLEAN DEFAULT FALSE }
 *
 * That at most one of the onlyContains* is TRUE, and that a DistributionPoint has a name or a
 * cRLIssuer, is for whoever judges.
 */
#ifndef OCSPKIT_DISTRIBUTION_POINT_H
#define OCSPKIT_DISTRIBUTION_POINT_H

#include "der.h"

/* At most one of the two is there. */
struct distribution_point_name {
    struct slice full_name;                   /* contents of the GeneralNames */
    struct slice name_relative_to_crl_issuer; /* contents of the SET */
};

/* A mask; bit 0 is unused. */
enum reason_flag {
    REASON_KEY_COMPROMISE = 1 << 1,
    REASON_CA_COMPROMISE = 1 << 2,
    REASON_AFFILIATION_CHANGED = 1 << 3,
    REASON_SUPERSEDED = 1 << 4,
    REASON_CESSATION_OF_OPERATION = 1 << 5,
    REASON_CERTIFICATE_HOLD = 1 << 6,
    REASON_PRIVILEGE_WITHDRAWN = 1 << 7,
    REASON_AA_COMPROMISE = 1 << 8,
};
#define REASONS_ALL 0x1FEU

struct distribution_point {
    struct distribution_point_name distribution_point;
    bool has_reasons;
    uint32_t reasons;        /* mask of enum reason_flag */
    struct slice crl_issuer; /* contents of the GeneralNames; SLICE_NONE where absent */
};

/* The list, of which *list is the contents; each point is checked. */
bool distribution_points_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;

/* Takes the first from the front of *list; false at its end. Only after a parse. */
bool distribution_points_next(struct slice *list, struct distribution_point *point);

struct issuing_distribution_point {
    struct distribution_point_name distribution_point;
    bool only_contains_user_certs;
    bool only_contains_ca_certs;
    bool has_only_some_reasons;
    uint32_t only_some_reasons; /* mask of enum reason_flag */
    bool indirect_crl;
    bool only_contains_attribute_certs;
};

bool issuing_distribution_point_parse(struct der *d, struct issuing_distribution_point *point,
                                      struct error *e) MUST_USE;

#endif
