/* SPDX-License-Identifier: Apache-2.0 */
/* The values of resources.h, each from where `d` stands, as the level `f`; text as OpenSSL has it.
 */
#ifndef OCSPKIT_DESCRIBE_RESOURCES_H
#define OCSPKIT_DESCRIBE_RESOURCES_H

#include "der.h"
#include "report.h"

/* Addresses are texts in data too, "192.0.2.0/24" and "192.0.2.0-192.0.3.255"; of a family that is
 * not known hex with colons, and how many bits of the last octet are no part of it. */
void describe_ip_addr_blocks(struct report *r, const struct field *f, struct der *d);

void describe_as_identifiers(struct report *r, const struct field *f, struct der *d);

#endif
