/* SPDX-License-Identifier: Apache-2.0 */
#include "resources.h"

#define AFI_IPV4 1
#define AFI_IPV6 2

size_t ip_address_length(unsigned afi)
{
    if (afi == AFI_IPV4)
        return 4;
    return afi == AFI_IPV6 ? 16 : 0;
}

static bool read_bits(struct der *d, struct address_bits *bits, struct error *e)
{
    return der_read_bit_string(d, DER_BIT_STRING, &bits->octets, &bits->unused, e);
}

static bool parse_address_or_range(struct der *d, struct ip_address_or_range *range,
                                   struct error *e)
{
    struct der inside;

    range->is_range = der_next_is(d, DER_SEQUENCE);
    if (!range->is_range)
        return read_bits(d, &range->min, e);
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!read_bits(&inside, &range->min, e))
        return error_in(e, "min");
    if (!read_bits(&inside, &range->max, e))
        return error_in(e, "max");
    return der_end(&inside, e);
}

/* No more octets than the addresses of the family have. */
static bool check_addresses(struct der d, size_t max, struct error *e)
{
    struct ip_address_or_range range;

    for (size_t i = 0; !der_at_end(&d); i++) {
        size_t offset = der_offset(&d);

        if (!parse_address_or_range(&d, &range, e))
            return error_in(e, "[%zu]", i);
        if (max > 0 &&
            (range.min.octets.len > max || (range.is_range && range.max.octets.len > max))) {
            (void)error_at(e, ERROR_DER, offset, "expected at most %zu octets of an address", max);
            return error_in(e, "[%zu]", i);
        }
    }
    return true;
}

/* inherit NULL, or a list, of which *contents are the contents: SLICE_NONE for the former. */
static bool parse_choice(struct der *d, struct slice *contents, struct error *e)
{
    *contents = SLICE_NONE;
    return der_next_is(d, DER_NULL) ? der_read_null(d, e) : der_read(d, DER_SEQUENCE, contents, e);
}

static bool parse_family(struct der *d, struct ip_address_family *family, struct error *e)
{
    struct der inside;
    struct slice octets;
    size_t offset;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    offset = der_offset(&inside);
    if (!der_read(&inside, DER_OCTET_STRING, &octets, e))
        return error_in(e, "addressFamily");
    if (octets.len != 2 && octets.len != 3) {
        (void)error_at(e, ERROR_DER, offset, "expected 2 or 3 octets, found %zu", octets.len);
        return error_in(e, "addressFamily");
    }
    family->afi = (unsigned)octets.data[0] << 8 | octets.data[1];
    family->has_safi = octets.len == 3;
    family->safi = family->has_safi ? octets.data[2] : 0;
    if (!parse_choice(&inside, &family->addresses_or_ranges, e) ||
        !check_addresses(der_within(&inside, family->addresses_or_ranges),
                         ip_address_length(family->afi), e))
        return error_in(e, "ipAddressChoice");
    return der_end(&inside, e);
}

static bool check_family(struct der *d, struct error *e)
{
    struct ip_address_family family;

    return parse_family(d, &family, e);
}

bool ip_addr_blocks_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_MAY_BE_EMPTY, check_family, list, e);
}

bool ip_addr_blocks_next(struct slice *list, struct ip_address_family *family)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_family(&d, family, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool ip_addresses_next(struct slice *list, struct ip_address_or_range *range)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_address_or_range(&d, range, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

static bool parse_id_or_range(struct der *d, struct as_id_or_range *range, struct error *e)
{
    struct der inside;

    range->max = SLICE_NONE;
    if (!der_next_is(d, DER_SEQUENCE))
        return der_read_integer(d, &range->min, e);
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer(&inside, &range->min, e))
        return error_in(e, "min");
    if (!der_read_integer(&inside, &range->max, e))
        return error_in(e, "max");
    return der_end(&inside, e);
}

static bool parse_as_choice(struct der *d, uint8_t tag, struct as_identifier_choice *choice,
                            struct error *e)
{
    struct as_id_or_range range;
    struct der explicit;
    struct der list;

    choice->is_there = der_next_is(d, tag);
    choice->as_ids_or_ranges = SLICE_NONE;
    if (!choice->is_there)
        return true;
    if (!der_enter(d, tag, &explicit, e) ||
        !parse_choice(&explicit, &choice->as_ids_or_ranges, e) || !der_end(&explicit, e))
        return false;
    list = der_within(d, choice->as_ids_or_ranges);
    for (size_t i = 0; !der_at_end(&list); i++) {
        if (!parse_id_or_range(&list, &range, e))
            return error_in(e, "[%zu]", i);
    }
    return true;
}

bool as_identifiers_parse(struct der *d, struct as_identifiers *identifiers, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_as_choice(&inside, DER_CONTEXT(0), &identifiers->asnum, e))
        return error_in(e, "asnum");
    if (!parse_as_choice(&inside, DER_CONTEXT(1), &identifiers->rdi, e))
        return error_in(e, "rdi");
    return der_end(&inside, e);
}

bool as_ids_next(struct slice *list, struct as_id_or_range *range)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_id_or_range(&d, range, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}
