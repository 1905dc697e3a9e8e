/* SPDX-License-Identifier: Apache-2.0 */
/* The first and the last address of each range, and those beside them. */
#include "address-range.h"
#include "tap.h"

#include <arpa/inet.h>

static const struct {
    const char *address;
    enum address_scope scope;
} cases[] = {
    {"0.0.0.0", ADDRESS_SPECIAL},
    {"0.255.255.255", ADDRESS_SPECIAL},
    {"1.0.0.0", ADDRESS_PUBLIC},
    {"9.255.255.255", ADDRESS_PUBLIC},
    {"10.0.0.0", ADDRESS_PRIVATE},
    {"10.255.255.255", ADDRESS_PRIVATE},
    {"11.0.0.0", ADDRESS_PUBLIC},
    {"100.63.255.255", ADDRESS_PUBLIC},
    {"100.64.0.0", ADDRESS_PRIVATE},
    {"100.127.255.255", ADDRESS_PRIVATE},
    {"100.128.0.0", ADDRESS_PUBLIC},
    {"126.255.255.255", ADDRESS_PUBLIC},
    {"127.0.0.1", ADDRESS_LOOPBACK},
    {"127.255.255.255", ADDRESS_LOOPBACK},
    {"128.0.0.0", ADDRESS_PUBLIC},
    {"169.253.255.255", ADDRESS_PUBLIC},
    {"169.254.169.254", ADDRESS_LINK_LOCAL},
    {"169.255.0.0", ADDRESS_PUBLIC},
    {"172.15.255.255", ADDRESS_PUBLIC},
    {"172.16.0.0", ADDRESS_PRIVATE},
    {"172.31.255.255", ADDRESS_PRIVATE},
    {"172.32.0.0", ADDRESS_PUBLIC},
    {"191.255.255.255", ADDRESS_PUBLIC},
    {"192.0.0.8", ADDRESS_SPECIAL},
    {"192.0.1.0", ADDRESS_PUBLIC},
    {"192.0.2.1", ADDRESS_SPECIAL},
    {"192.0.3.0", ADDRESS_PUBLIC},
    {"192.88.99.1", ADDRESS_SPECIAL},
    {"192.167.255.255", ADDRESS_PUBLIC},
    {"192.168.0.0", ADDRESS_PRIVATE},
    {"192.168.255.255", ADDRESS_PRIVATE},
    {"192.169.0.0", ADDRESS_PUBLIC},
    {"198.17.255.255", ADDRESS_PUBLIC},
    {"198.18.0.0", ADDRESS_PRIVATE},
    {"198.19.255.255", ADDRESS_PRIVATE},
    {"198.20.0.0", ADDRESS_PUBLIC},
    {"198.51.100.1", ADDRESS_SPECIAL},
    {"203.0.113.1", ADDRESS_SPECIAL},
    {"223.255.255.255", ADDRESS_PUBLIC},
    {"224.0.0.1", ADDRESS_SPECIAL},
    {"240.0.0.1", ADDRESS_SPECIAL},
    {"255.255.255.255", ADDRESS_SPECIAL},
    {"::", ADDRESS_SPECIAL},
    {"::1", ADDRESS_LOOPBACK},
    {"::2", ADDRESS_SPECIAL}, /* 0.0.0.2 */
    {"::127.0.0.1", ADDRESS_LOOPBACK},
    {"::8.8.8.8", ADDRESS_PUBLIC},
    {"::ffff:127.0.0.1", ADDRESS_LOOPBACK},
    {"::ffff:10.1.2.3", ADDRESS_PRIVATE},
    {"::ffff:169.254.169.254", ADDRESS_LINK_LOCAL},
    {"::ffff:8.8.8.8", ADDRESS_PUBLIC},
    {"::fffe:8.8.8.8", ADDRESS_SPECIAL},
    {"64:ff9b::169.254.169.254", ADDRESS_LINK_LOCAL},
    {"64:ff9b::192.168.1.1", ADDRESS_PRIVATE},
    {"64:ff9b::8.8.8.8", ADDRESS_PUBLIC},
    {"64:ff9b:1::8.8.8.8", ADDRESS_PRIVATE},
    {"64:ff9b:2::8.8.8.8", ADDRESS_SPECIAL},
    {"100::1", ADDRESS_SPECIAL},
    {"1fff:ffff::1", ADDRESS_SPECIAL},
    {"2001::1", ADDRESS_SPECIAL},
    {"2001:1ff::1", ADDRESS_SPECIAL},
    {"2001:200::1", ADDRESS_PUBLIC},
    {"2001:db7::1", ADDRESS_PUBLIC},
    {"2001:db8::1", ADDRESS_SPECIAL},
    {"2001:db9::1", ADDRESS_PUBLIC},
    {"2002:7f00:1::1", ADDRESS_LOOPBACK},
    {"2002:808:808::1", ADDRESS_PUBLIC},
    {"2003::1", ADDRESS_PUBLIC},
    {"3ffe::1", ADDRESS_PUBLIC},
    {"3fff::1", ADDRESS_SPECIAL},
    {"3fff:fff::1", ADDRESS_SPECIAL},
    {"3fff:1000::1", ADDRESS_PUBLIC},
    {"4000::1", ADDRESS_SPECIAL},
    {"fbff::1", ADDRESS_SPECIAL},
    {"fc00::1", ADDRESS_PRIVATE},
    {"fd00:ec2::254", ADDRESS_PRIVATE},
    {"fdff:ffff::1", ADDRESS_PRIVATE},
    {"fe00::1", ADDRESS_SPECIAL},
    {"fe80::1", ADDRESS_LINK_LOCAL},
    {"febf::1", ADDRESS_LINK_LOCAL},
    {"fec0::1", ADDRESS_PRIVATE},
    {"ff02::1", ADDRESS_SPECIAL},
};

int main(void)
{
    uint8_t bytes[16] = {0};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool is_ipv6 = strchr(cases[i].address, ':') != NULL;

        ok(inet_pton(is_ipv6 ? AF_INET6 : AF_INET, cases[i].address, bytes) == 1, "an address");
        is_string(address_scope_name(address_scope_find(slice_of(bytes, is_ipv6 ? 16 : 4))),
                  address_scope_name(cases[i].scope), cases[i].address);
    }
    ok(address_scope_find(slice_of(bytes, 5)) == ADDRESS_SPECIAL, "five bytes are no address");
    return tap_done();
}
