/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_SCT_H
#define OCSPKIT_DESCRIBE_SCT_H

#include "report.h"
#include "sct.h"

/* The value of an SCT extension, from a cursor over its extnValue: the timestamps, in the level
 * `list`. */
void describe_scts(struct report *r, const struct field *list, struct der *d);

#endif
