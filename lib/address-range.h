/* SPDX-License-Identifier: Apache-2.0 */
/*
 * In which range an IP address is: whether the whole Internet can reach it, or only some. By the
 * special-purpose address registries of IANA (RFC 6890). An IPv6 address with an IPv4 address in it
 * (mapped, compatible, NAT64, 6to4) is where that is.
 */
#ifndef OCSPKIT_ADDRESS_RANGE_H
#define OCSPKIT_ADDRESS_RANGE_H

#include "slice.h"

enum address_scope {
    ADDRESS_PUBLIC,
    ADDRESS_LOOPBACK,
    ADDRESS_PRIVATE, /* RFC 1918, RFC 6598 (shared by a provider's customers), RFC 4193 */
    ADDRESS_LINK_LOCAL,
    ADDRESS_SPECIAL, /* unspecified, multicast, documentation, reserved */
};

/* Of 4 or 16 bytes in network order; anything else is ADDRESS_SPECIAL. */
enum address_scope address_scope_find(struct slice address);

/* "public", "loopback", "private", "link-local", "special-purpose" */
const char *address_scope_name(enum address_scope scope);

#endif
