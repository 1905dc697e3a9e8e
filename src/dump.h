/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DUMP_H
#define OCSPKIT_DUMP_H

#include "error.h"
#include "object.h"

/*
 * --dump: the elements of DER that failed, up to the place that the error names (describe-dump.h),
 * on the diagnostics. Of a private key only that there is one; of what is of no known kind, and may
 * be a broken one, no octets. `base` is where in the input the DER begins, if the error's offset
 * counts from there. Nothing for an error that is not about the content.
 */
void dump_write(int fd, struct slice der, enum object_kind kind, size_t base,
                const struct error *e);

#endif
