/* SPDX-License-Identifier: Apache-2.0 */
#include "address-range.h"

#include "compiler.h"

struct range {
    uint8_t prefix[16];
    uint8_t bits;
    uint8_t embedded; /* where an IPv4 address is that decides; 0: none is */
    enum address_scope scope;
};

/* The first one that fits counts; what fits none is public. */
static const struct range ipv4_ranges[] = {
    {{0}, 8, 0, ADDRESS_SPECIAL}, /* this host */
    {{10}, 8, 0, ADDRESS_PRIVATE},
    {{100, 64}, 10, 0, ADDRESS_PRIVATE}, /* RFC 6598 */
    {{127}, 8, 0, ADDRESS_LOOPBACK},
    {{169, 254}, 16, 0, ADDRESS_LINK_LOCAL},
    {{172, 16}, 12, 0, ADDRESS_PRIVATE},
    {{192, 0, 0}, 24, 0, ADDRESS_SPECIAL},   /* IETF protocols */
    {{192, 0, 2}, 24, 0, ADDRESS_SPECIAL},   /* documentation */
    {{192, 88, 99}, 24, 0, ADDRESS_SPECIAL}, /* 6to4 relays, as they were */
    {{192, 168}, 16, 0, ADDRESS_PRIVATE},
    {{198, 18}, 15, 0, ADDRESS_PRIVATE},      /* benchmarks between networks */
    {{198, 51, 100}, 24, 0, ADDRESS_SPECIAL}, /* documentation */
    {{203, 0, 113}, 24, 0, ADDRESS_SPECIAL},  /* documentation */
    {{224}, 3, 0, ADDRESS_SPECIAL},           /* multicast, reserved, broadcast */
};

static const struct range ipv6_ranges[] = {
    {{[15] = 1}, 128, 0, ADDRESS_LOOPBACK},
    {{0}, 128, 0, ADDRESS_SPECIAL},                                 /* unspecified */
    {{0}, 96, 12, ADDRESS_SPECIAL},                                 /* IPv4-compatible */
    {{[10] = 0xFF, [11] = 0xFF}, 96, 12, ADDRESS_SPECIAL},          /* IPv4-mapped */
    {{0x00, 0x64, 0xFF, 0x9B}, 96, 12, ADDRESS_SPECIAL},            /* NAT64, RFC 6052 */
    {{0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01}, 48, 0, ADDRESS_PRIVATE}, /* NAT64, RFC 8215 */
    {{0xFC}, 7, 0, ADDRESS_PRIVATE},                                /* RFC 4193 */
    {{0xFE, 0x80}, 10, 0, ADDRESS_LINK_LOCAL},
    {{0xFE, 0xC0}, 10, 0, ADDRESS_PRIVATE},             /* site-local, as it was */
    {{0x20, 0x01}, 23, 0, ADDRESS_SPECIAL},             /* IETF protocols, Teredo, ORCHID */
    {{0x20, 0x01, 0x0D, 0xB8}, 32, 0, ADDRESS_SPECIAL}, /* documentation */
    {{0x20, 0x02}, 16, 2, ADDRESS_SPECIAL},             /* 6to4 */
    {{0x3F, 0xFF}, 20, 0, ADDRESS_SPECIAL},             /* documentation, RFC 9637 */
    {{0x20}, 3, 0, ADDRESS_PUBLIC},                     /* global unicast */
    {{0}, 0, 0, ADDRESS_SPECIAL},                       /* everything else */
};

static bool is_in(const struct range *range, const uint8_t *address)
{
    size_t bytes = range->bits / 8;
    uint8_t mask = (uint8_t)(0xFF00 >> range->bits % 8);

    return memcmp(range->prefix, address, bytes) == 0 &&
           (mask == 0 || ((range->prefix[bytes] ^ address[bytes]) & mask) == 0);
}

enum address_scope address_scope_find(struct slice address)
{
    bool is_ipv4 = address.len == 4;
    const struct range *ranges = is_ipv4 ? ipv4_ranges : ipv6_ranges;
    size_t count = is_ipv4 ? ARRAY_SIZE(ipv4_ranges) : ARRAY_SIZE(ipv6_ranges);

    if (!is_ipv4 && address.len != 16)
        return ADDRESS_SPECIAL;
    for (size_t i = 0; i < count; i++) {
        if (!is_in(&ranges[i], address.data))
            continue;
        if (ranges[i].embedded > 0)
            return address_scope_find(slice_of(address.data + ranges[i].embedded, 4));
        return ranges[i].scope;
    }
    return ADDRESS_PUBLIC;
}

const char *address_scope_name(enum address_scope scope)
{
    static const char *const names[] = {
        [ADDRESS_PUBLIC] = "public",           [ADDRESS_LOOPBACK] = "loopback",
        [ADDRESS_PRIVATE] = "private",         [ADDRESS_LINK_LOCAL] = "link-local",
        [ADDRESS_SPECIAL] = "special-purpose",
    };

    return names[scope];
}
