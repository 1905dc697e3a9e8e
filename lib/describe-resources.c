/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-resources.h"

#include "describe-integer.h"
#include "describe-string.h"
#include "resources.h"

#include <stdio.h>

static const struct field FAMILY = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field ADDRESS_FAMILY = FIELD("addressFamily", "", LAYOUT_LINE);
static const struct field SAFI = FIELD("subsequentAddressFamily", "", LAYOUT_LINE);
static const struct field INHERIT = FIELD("inherit", "", LAYOUT_LINE);
static const struct field ADDRESSES = FIELD_LEVEL("addressesOrRanges", "", LEVEL_LIST, 0);
static const struct field ASNUM =
    FIELD_LEVEL("asnum", "Autonomous System Numbers", LEVEL_OBJECT, 2);
static const struct field RDI = FIELD_LEVEL("rdi", "Routing Domain Identifiers", LEVEL_OBJECT, 2);
static const struct field IDS = FIELD_LEVEL("asIdsOrRanges", "", LEVEL_LIST, 0);
static const struct field INDENTED = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 2);
static const struct field ELEMENT = FIELD("", "", LAYOUT_BARE);
static const struct field LINE = FIELD(NULL, "", LAYOUT_BARE);

static bool append(struct buffer *out, const char *text, struct error *e)
{
    return buffer_append(out, slice_of_string(text), e);
}

/* The bits that are not there are all 0, or for the end of a range all 1. */
static void expand(const struct address_bits *bits, size_t len, bool is_max, uint8_t *address)
{
    memset(address, is_max ? 0xFF : 0, len);
    if (bits->octets.len == 0)
        return;
    memcpy(address, bits->octets.data, bits->octets.len);
    if (is_max)
        address[bits->octets.len - 1] |= (uint8_t)((1U << bits->unused) - 1);
}

/* The zeros at the end are "::", others stand as they are. */
static bool append_ipv6(struct buffer *out, const uint8_t *address, struct error *e)
{
    size_t end = 16;
    char group[8];

    while (end > 0 && address[end - 1] == 0 && address[end - 2] == 0)
        end -= 2;
    for (size_t i = 0; i < end; i += 2) {
        (void)snprintf(group, sizeof(group), "%x%s", (unsigned)address[i] << 8 | address[i + 1],
                       i < 14 ? ":" : "");
        if (!append(out, group, e))
            return false;
    }
    return (end == 16 || append(out, ":", e)) && (end > 0 || append(out, ":", e));
}

static bool append_unknown(struct buffer *out, const struct address_bits *bits, struct error *e)
{
    char text[8];

    for (size_t i = 0; i < bits->octets.len; i++) {
        (void)snprintf(text, sizeof(text), "%s%02x", i > 0 ? ":" : "", bits->octets.data[i]);
        if (!append(out, text, e))
            return false;
    }
    (void)snprintf(text, sizeof(text), "[%u]", bits->unused);
    return append(out, text, e);
}

static bool append_address(struct buffer *out, size_t len, const struct address_bits *bits,
                           bool is_max, struct error *e)
{
    uint8_t address[16];
    char text[16];

    if (len == 0)
        return append_unknown(out, bits, e);
    expand(bits, len, is_max, address);
    if (len == 16)
        return append_ipv6(out, address, e);
    (void)snprintf(text, sizeof(text), "%u.%u.%u.%u", address[0], address[1], address[2],
                   address[3]);
    return append(out, text, e);
}

static bool append_range(struct buffer *out, size_t len, const struct ip_address_or_range *range,
                         struct error *e)
{
    char prefix[16];

    if (!append_address(out, len, &range->min, false, e))
        return false;
    if (range->is_range)
        return append(out, "-", e) && append_address(out, len, &range->max, true, e);
    (void)snprintf(prefix, sizeof(prefix), "/%zu", range->min.octets.len * 8 - range->min.unused);
    return append(out, prefix, e);
}

static void describe_addresses(struct report *r, const struct ip_address_family *family)
{
    struct slice rest = family->addresses_or_ranges;
    size_t len = ip_address_length(family->afi);
    struct ip_address_or_range range;

    report_begin(r, &ADDRESSES);
    while (ip_addresses_next(&rest, &range))
        describe_composed(r, &ELEMENT, append_range(report_scratch(r), len, &range, &r->trouble));
    report_end(r, &ADDRESSES);
}

/* Its name, or its number with `before` in front. */
static void name_family(const struct ip_address_family *family, const char *before, char *out,
                        size_t size)
{
    static const char *const names[] = {NULL, "IPv4", "IPv6"};

    if (family->afi > 0 && family->afi < ARRAY_SIZE(names))
        (void)snprintf(out, size, "%s", names[family->afi]);
    else
        (void)snprintf(out, size, "%s%u", before, family->afi);
}

static const char *safi_name(unsigned safi)
{
    switch (safi) {
    case 1:
        return "Unicast";
    case 2:
        return "Multicast";
    case 3:
        return "Unicast/Multicast";
    case 4:
        return "MPLS";
    case 64:
        return "Tunnel";
    case 65:
        return "VPLS";
    case 66:
        return "BGP MDT";
    case 128:
        return "MPLS-labeled VPN";
    default:
        return NULL;
    }
}

/* "IPv6 (Unicast): inherit" */
static void describe_family_text(struct report *r, const struct ip_address_family *family)
{
    const char *inherit = family->addresses_or_ranges.data == NULL ? " inherit" : "";
    const char *safi = safi_name(family->safi);
    char name[24];
    char text[64];

    name_family(family, "Unknown AFI ", name, sizeof(name));
    if (!family->has_safi)
        (void)snprintf(text, sizeof(text), "%s:%s", name, inherit);
    else if (safi != NULL)
        (void)snprintf(text, sizeof(text), "%s (%s):%s", name, safi, inherit);
    else
        (void)snprintf(text, sizeof(text), "%s (Unknown SAFI %u):%s", name, family->safi, inherit);
    report_word(r, &LINE, text);
    report_begin(r, &INDENTED);
    describe_addresses(r, family);
    report_end(r, &INDENTED);
}

static void describe_family_data(struct report *r, const struct ip_address_family *family)
{
    char name[24];

    name_family(family, "", name, sizeof(name));
    report_begin(r, &FAMILY);
    report_word(r, &ADDRESS_FAMILY, name);
    if (family->has_safi)
        report_number(r, &SAFI, family->safi);
    if (family->addresses_or_ranges.data == NULL)
        report_null(r, &INHERIT);
    else
        describe_addresses(r, family);
    report_end(r, &FAMILY);
}

void describe_ip_addr_blocks(struct report *r, const struct field *f, struct der *d)
{
    struct ip_address_family family;
    struct slice rest;

    if (!ip_addr_blocks_parse(d, &rest, NULL))
        return;
    report_begin(r, f);
    while (ip_addr_blocks_next(&rest, &family)) {
        if (report_is_text(r))
            describe_family_text(r, &family);
        else
            describe_family_data(r, &family);
    }
    report_end(r, f);
    report_blank_line(r);
}

static bool append_ids(struct buffer *out, const struct as_id_or_range *range, struct error *e)
{
    return integer_append_text(out, range->min, e) &&
           (range->max.data == NULL ||
            (append(out, "-", e) && integer_append_text(out, range->max, e)));
}

static void describe_choice(struct report *r, const struct field *f,
                            const struct as_identifier_choice *choice)
{
    struct slice rest = choice->as_ids_or_ranges;
    struct as_id_or_range range;

    if (!choice->is_there)
        return;
    report_begin(r, f);
    if (rest.data == NULL) {
        report_null(r, &INHERIT);
        report_word(r, &LINE, "inherit");
    } else {
        report_begin(r, &IDS);
        while (as_ids_next(&rest, &range))
            describe_composed(r, &ELEMENT, append_ids(report_scratch(r), &range, &r->trouble));
        report_end(r, &IDS);
    }
    report_end(r, f);
}

void describe_as_identifiers(struct report *r, const struct field *f, struct der *d)
{
    struct as_identifiers identifiers;

    if (!as_identifiers_parse(d, &identifiers, NULL))
        return;
    report_begin(r, f);
    describe_choice(r, &ASNUM, &identifiers.asnum);
    describe_choice(r, &RDI, &identifiers.rdi);
    report_end(r, f);
    report_blank_line(r);
}
