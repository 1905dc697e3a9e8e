/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_DISTRIBUTION_POINT_H
#define OCSPKIT_DESCRIBE_DISTRIBUTION_POINT_H

#include "distribution-point.h"
#include "report.h"

/* cRLDistributionPoints, or freshestCRL, which is the same under another key: the level `list`. */
void describe_distribution_points(struct report *r, const struct field *list, struct slice points);

/* issuingDistributionPoint */
void describe_issuing_distribution_point(struct report *r,
                                         const struct issuing_distribution_point *point);

#endif
