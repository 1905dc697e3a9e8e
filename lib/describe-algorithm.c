/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-algorithm.h"

void describe_algorithm(struct report *r, const struct field *f, const struct algorithm *algorithm)
{
    report_oid(r, f, algorithm->algorithm);
}
