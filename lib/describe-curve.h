/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_CURVE_H
#define OCSPKIT_DESCRIBE_CURVE_H

#include "report.h"

/* In text only: "ASN1 OID: prime256v1" and, where it has one, its NIST name. */
void describe_curve(struct report *r, struct slice curve);

#endif
