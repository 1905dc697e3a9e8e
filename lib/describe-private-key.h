/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_PRIVATE_KEY_H
#define OCSPKIT_DESCRIBE_PRIVATE_KEY_H

#include "private-key.h"
#include "report.h"

/* The kind and the size, as members of the record; in text the first line is that of `openssl pkey
 * -text`. */
void describe_private_key(struct report *r, const struct private_key *key);

#endif
