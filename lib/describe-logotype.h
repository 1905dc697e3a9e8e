/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_LOGOTYPE_H
#define OCSPKIT_DESCRIBE_LOGOTYPE_H

#include "der.h"
#include "report.h"

/* The logotype extension; nothing where it is not what it should be (extension-value.h). */
void describe_logotype(struct report *r, const struct field *f, struct der *d);

#endif
