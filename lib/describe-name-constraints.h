/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_NAME_CONSTRAINTS_H
#define OCSPKIT_DESCRIBE_NAME_CONSTRAINTS_H

#include "name-constraints.h"
#include "report.h"

/* nameConstraints */
void describe_name_constraints(struct report *r, const struct name_constraints *constraints);

#endif
