/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_ALGORITHM_H
#define OCSPKIT_DESCRIBE_ALGORITHM_H

#include "algorithm.h"
#include "report.h"

/* An AlgorithmIdentifier is its name; its parameters are not shown. */
void describe_algorithm(struct report *r, const struct field *f, const struct algorithm *algorithm);

#endif
