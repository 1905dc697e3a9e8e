/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_POLICY_H
#define OCSPKIT_DESCRIBE_POLICY_H

#include "policy.h"
#include "report.h"

/* certificatePolicies; msApplicationPolicies, whose identifiers are key purposes */
void describe_certificate_policies(struct report *r, const struct field *list,
                                   struct slice policies);

/* policyMappings */
void describe_policy_mappings(struct report *r, struct slice mappings);

/* policyConstraints */
void describe_policy_constraints(struct report *r, const struct policy_constraints *constraints);

#endif
