/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a row of the table of object identifiers is written. For oid-pkix.h, oid-policy.h and
 * oid-algorithms.h alone.
 */
#ifndef OCSPKIT_OID_ROW_H
#define OCSPKIT_OID_ROW_H

#include "oid.h"

/*
 * The child `last` of an arc. The arc stands in the row for the reader; its octets are in the list
 * of arcs. Two of one number: a warning.
 */
#define OID(arc, last, name, label) [last] = {sizeof(name) - 1, sizeof(label) - 1, name, label}

/* One that OpenSSL prints by the same name, or does not know. */
#define SAME(arc, last, name) [last] = {sizeof(name) - 1, sizeof(name) - 1, name, name}

#endif
