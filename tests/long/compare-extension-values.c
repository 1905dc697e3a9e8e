/* SPDX-License-Identifier: Apache-2.0 */
/* What is in the extensions of RFC 3779 and RFC 3820. */
#include "compare-values.h"
#include "divergence.h"
#include "extension-value.h"
#include "resources.h"

#include <openssl/x509v3.h>

/* --- addresses */

static void compare_bits(const struct address_bits *bits, const ASN1_BIT_STRING *other)
{
    unsigned unused = other != NULL && (other->flags & ASN1_STRING_FLAG_BITS_LEFT) != 0
                          ? (unsigned)other->flags & 7
                          : 0;

    compare_octets(bits->octets, other, "an address");
    (void)require_same(bits->unused == unused, "an address: unused bits");
}

static void compare_addresses(struct slice list, const IPAddressOrRanges *others)
{
    struct ip_address_or_range range;
    int i = 0;

    for (; ip_addresses_next(&list, &range) && i < sk_IPAddressOrRange_num(others); i++) {
        const IPAddressOrRange *other = sk_IPAddressOrRange_value(others, i);

        if (!require_same(range.is_range == (other->type == IPAddressOrRange_addressRange),
                          "whether it is a range of addresses"))
            continue;
        compare_bits(&range.min,
                     range.is_range ? other->u.addressRange->min : other->u.addressPrefix);
        if (range.is_range)
            compare_bits(&range.max, other->u.addressRange->max);
    }
    (void)require_same(list.len == 0 && i == sk_IPAddressOrRange_num(others),
                       "the number of addresses");
}

static void compare_family(const struct ip_address_family *family, const IPAddressFamily *other)
{
    bool inherits = family->addresses_or_ranges.data == NULL;

    (void)require_same(X509v3_addr_get_afi(other) == family->afi, "addressFamily");
    (void)require_same((other->addressFamily->length == 3) == family->has_safi,
                       "whether there is a SAFI");
    if (family->has_safi)
        (void)require_same(other->addressFamily->data[2] == family->safi, "SAFI");
    if (require_same((other->ipAddressChoice->type == IPAddressChoice_inherit) == inherits,
                     "whether addresses are the issuer's") &&
        !inherits)
        compare_addresses(family->addresses_or_ranges, other->ipAddressChoice->u.addressesOrRanges);
}

static void compare_blocks(struct der *d, const IPAddrBlocks *others)
{
    struct ip_address_family family;
    struct slice list;
    int i = 0;

    if (!require_same(ip_addr_blocks_parse(d, &list, NULL), "ipAddrBlocks: read by itself"))
        return;
    for (; ip_addr_blocks_next(&list, &family) && i < sk_IPAddressFamily_num(others); i++)
        compare_family(&family, sk_IPAddressFamily_value(others, i));
    (void)require_same(list.len == 0 && i == sk_IPAddressFamily_num(others),
                       "the number of address families");
}

/* --- AS numbers */

static void compare_as_ids(struct slice list, const ASIdOrRanges *others)
{
    struct as_id_or_range range;
    int i = 0;

    for (; as_ids_next(&list, &range) && i < sk_ASIdOrRange_num(others); i++) {
        const ASIdOrRange *other = sk_ASIdOrRange_value(others, i);
        bool is_range = range.max.data != NULL;

        if (!require_same(is_range == (other->type == ASIdOrRange_range),
                          "whether it is a range of AS numbers"))
            continue;
        compare_integer(range.min, is_range ? other->u.range->min : other->u.id, "an AS number");
        if (is_range)
            compare_integer(range.max, other->u.range->max, "the last AS number of a range");
    }
    (void)require_same(list.len == 0 && i == sk_ASIdOrRange_num(others),
                       "the number of AS numbers");
}

static void compare_choice(const struct as_identifier_choice *choice,
                           const ASIdentifierChoice *other, const char *what)
{
    bool inherits = choice->as_ids_or_ranges.data == NULL;

    if (require_same(choice->is_there == (other != NULL), what) && choice->is_there &&
        require_same((other->type == ASIdentifierChoice_inherit) == inherits, what) && !inherits)
        compare_as_ids(choice->as_ids_or_ranges, other->u.asIdsOrRanges);
}

static void compare_identifiers(struct der *d, const ASIdentifiers *other)
{
    struct as_identifiers identifiers;

    if (!require_same(as_identifiers_parse(d, &identifiers, NULL),
                      "autonomousSysIds: read by itself"))
        return;
    compare_choice(&identifiers.asnum, other->asnum, "asnum");
    compare_choice(&identifiers.rdi, other->rdi, "rdi");
}

/* --- proxies */

static void compare_proxy(struct der *d, const PROXY_CERT_INFO_EXTENSION *other)
{
    struct proxy_cert_info info;

    if (!require_same(proxy_cert_info_parse(d, &info, NULL), "proxyCertInfo: read by itself"))
        return;
    if (require_same((info.pc_path_len_constraint.data != NULL) ==
                         (other->pcPathLengthConstraint != NULL),
                     "whether there is a pCPathLenConstraint") &&
        info.pc_path_len_constraint.data != NULL)
        compare_integer(info.pc_path_len_constraint, other->pcPathLengthConstraint,
                        "pCPathLenConstraint");
    compare_oid(info.policy_language, other->proxyPolicy->policyLanguage, "policyLanguage");
    if (require_same((info.policy.data != NULL) == (other->proxyPolicy->policy != NULL),
                     "whether there is a policy") &&
        info.policy.data != NULL)
        compare_octets(info.policy, other->proxyPolicy->policy, "policy");
}

void compare_extension_values(const struct extension *extension, int nid, const void *value)
{
    departure_set departures = 0;
    struct der d = der_over(extension->extn_value, &departures);

    switch (nid) {
    case NID_sbgp_ipAddrBlock:
        compare_blocks(&d, value);
        break;
    case NID_sbgp_autonomousSysNum:
        compare_identifiers(&d, value);
        break;
    case NID_proxyCertInfo:
        compare_proxy(&d, value);
        break;
    default:
        break;
    }
}
