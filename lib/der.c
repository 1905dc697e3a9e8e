/* SPDX-License-Identifier: Apache-2.0 */
#include "der.h"

#include "oid.h"

#include <stdio.h>

#define HIGH_TAG_NUMBER 0x1F

const char *der_tag_name(uint8_t tag, char out[DER_TAG_NAME_MAX])
{
    static const char *const names[] = {
        [DER_BOOLEAN] = "BOOLEAN",
        [DER_INTEGER] = "INTEGER",
        [DER_BIT_STRING] = "BIT STRING",
        [DER_OCTET_STRING] = "OCTET STRING",
        [DER_NULL] = "NULL",
        [DER_OID] = "OBJECT IDENTIFIER",
        [DER_ENUMERATED] = "ENUMERATED",
        [DER_UTF8_STRING] = "UTF8String",
        [DER_NUMERIC_STRING] = "NumericString",
        [DER_PRINTABLE_STRING] = "PrintableString",
        [DER_TELETEX_STRING] = "TeletexString",
        [DER_IA5_STRING] = "IA5String",
        [DER_UTC_TIME] = "UTCTime",
        [DER_GENERALIZED_TIME] = "GeneralizedTime",
        [DER_VISIBLE_STRING] = "VisibleString",
        [DER_UNIVERSAL_STRING] = "UniversalString",
        [DER_BMP_STRING] = "BMPString",
        [DER_SEQUENCE] = "SEQUENCE",
        [DER_SET] = "SET",
    };

    if (tag < ARRAY_SIZE(names) && names[tag] != NULL)
        (void)snprintf(out, DER_TAG_NAME_MAX, "%s (0x%02X)", names[tag], tag);
    else if ((tag & 0xC0) == 0x80 && (tag & HIGH_TAG_NUMBER) != HIGH_TAG_NUMBER)
        (void)snprintf(out, DER_TAG_NAME_MAX, "[%d] (0x%02X)", tag & HIGH_TAG_NUMBER, tag);
    else
        (void)snprintf(out, DER_TAG_NAME_MAX, "0x%02X", tag);
    return out;
}

/* The length octets at the front of `bytes`, which stand at `offset` (8.1.3, 10.1): their count and
 * the length. At most four count octets are read. */
static bool read_length(struct slice bytes, size_t offset, size_t *octets, size_t *len,
                        struct error *e)
{
    size_t count;
    size_t value = 0;

    if (bytes.len == 0)
        return error_at(e, ERROR_DER, offset, "expected a length, found the end");
    *octets = 1;
    *len = bytes.data[0];
    if (*len < 0x80)
        return true;
    count = *len & 0x7F;
    if (count == 0)
        return error_at(e, ERROR_DER, offset,
                        "expected a definite length, found 0x80 (indefinite)");
    if (count > 4)
        return error_at(e, ERROR_DER, offset,
                        "expected a length of at most 4 octets, found one of %zu", count);
    if (bytes.len - 1 < count)
        return error_at(e, ERROR_DER, offset, "expected a length of %zu octets, found the end",
                        count);
    for (size_t i = 1; i <= count; i++)
        value = value << 8 | bytes.data[i];
    if (bytes.data[1] == 0 || value < 0x80)
        return error_at(e, ERROR_DER, offset, "expected a minimal length, found %zu in %zu octets",
                        value, count + 1);
    *octets = 1 + count;
    *len = value;
    return true;
}

/* The header of an element of 128 to 65,535 octets, whatever its tag: the length in two or three
 * octets. Its own length, or 0 where it is another. */
static inline size_t read_long_header(struct slice bytes, size_t *len)
{
    if (bytes.len < 4)
        return 0;
    if (bytes.data[1] == 0x81 && bytes.data[2] >= 0x80) {
        *len = bytes.data[2];
        return 3;
    }
    *len = (size_t)bytes.data[2] << 8 | bytes.data[3];
    return bytes.data[1] == 0x82 && bytes.data[2] != 0 ? 4 : 0;
}

/* The element at the front of `bytes`, whatever its tag. */
static NOINLINE struct slice read_next(struct slice bytes, size_t offset, struct error *e)
{
    size_t octets;
    size_t len;
    size_t left;

    if (!read_length(slice_from(bytes, 1), offset + 1, &octets, &len, e))
        return SLICE_NONE;
    left = bytes.len - 1 - octets;
    if (len <= left)
        return slice_of(bytes.data + 1 + octets, len);
    (void)error_at(e, ERROR_DER, offset, "expected %zu bytes of contents, found %zu", len, left);
    return SLICE_NONE;
}

/* Walks over what was checked end so: without an error there is nothing to say. */
static NOINLINE struct slice fail_tag(struct slice left, size_t offset, uint8_t tag,
                                      struct error *e)
{
    char wanted[DER_TAG_NAME_MAX];

    if (e == NULL)
        return SLICE_NONE;
    if (left.len == 0)
        (void)error_at(e, ERROR_DER, offset, "expected %s, found the end",
                       der_tag_name(tag, wanted));
    else
        (void)error_at(e, ERROR_DER, offset, "expected %s, found 0x%02X", der_tag_name(tag, wanted),
                       left.data[0]);
    return SLICE_NONE;
}

struct slice der_read_slowly(struct slice left, size_t offset, uint8_t tag, struct error *e)
{
    size_t header;
    size_t len;

    if (UNLIKELY(left.len == 0 || left.data[0] != tag))
        return fail_tag(left, offset, tag, e);
    header = read_long_header(left, &len);
    if (UNLIKELY(header == 0 || len > left.len - header))
        return read_next(left, offset, e);
    return slice_of(left.data + header, len);
}

struct slice der_read_any_slowly(struct slice left, size_t offset, struct error *e)
{
    if (left.len > 0 && (left.data[0] & HIGH_TAG_NUMBER) != HIGH_TAG_NUMBER)
        return read_next(left, offset, e);
    if (left.len == 0)
        (void)error_at(e, ERROR_DER, offset, "expected an element, found the end");
    else
        (void)error_at(e, ERROR_DER, offset, "expected a tag of one octet, found 0x%02X",
                       left.data[0]);
    return SLICE_NONE;
}

bool der_read_list(struct der *d, uint8_t tag, enum der_list_size size, der_check_element check,
                   struct slice *list, struct error *e)
{
    struct der inside;
    size_t count = 0;

    if (!der_read(d, tag, list, e))
        return false;
    inside = der_within(d, *list);
    for (; !der_at_end(&inside) || (count == 0 && size == DER_NOT_EMPTY); count++) {
        if (!check(&inside, e))
            return error_in(e, "[%zu]", count);
    }
    return true;
}

void der_fail_at_end(size_t left, size_t offset, struct error *e)
{
    (void)error_at(e, ERROR_DER, offset, "expected nothing more, found %zu byte%s", left,
                   left == 1 ? "" : "s");
}

static bool read_boolean(struct der *d, uint8_t tag, bool *value, struct error *e)
{
    size_t offset = der_offset(d);
    struct slice contents;

    if (!der_read(d, tag, &contents, e))
        return false;
    if (contents.len != 1)
        return error_at(e, ERROR_DER, offset, "expected a BOOLEAN of one octet, found %zu",
                        contents.len);
    if (contents.data[0] != 0x00 && contents.data[0] != 0xFF)
        return error_at(e, ERROR_DER, offset + 2,
                        "expected a BOOLEAN of 0x00 or 0xFF, found 0x%02X", contents.data[0]);
    *value = contents.data[0] != 0;
    return true;
}

bool der_read_boolean(struct der *d, bool *value, struct error *e)
{
    return read_boolean(d, DER_BOOLEAN, value, e);
}

bool der_read_boolean_default_false(struct der *d, bool *value, struct error *e)
{
    return der_read_flag(d, DER_BOOLEAN, value, e);
}

bool der_read_flag(struct der *d, uint8_t tag, bool *value, struct error *e)
{
    *value = false;
    if (!der_next_is(d, tag))
        return true;
    if (!read_boolean(d, tag, value, e))
        return false;
    if (!*value)
        der_depart(d, DEPARTURE_ENCODED_DEFAULT);
    return true;
}

/* 8.3.2: the first nine bits are not all the same. */
static bool check_integer(struct slice octets, size_t offset, struct error *e)
{
    if (octets.len == 0)
        return error_at(e, ERROR_DER, offset,
                        "expected a number of at least one octet, found none");
    if (octets.len > 1 && ((octets.data[0] == 0x00 && octets.data[1] < 0x80) ||
                           (octets.data[0] == 0xFF && octets.data[1] >= 0x80)))
        return error_at(e, ERROR_DER, offset, "expected a minimal number, found 0x%02X in front",
                        octets.data[0]);
    return true;
}

bool der_read_integer(struct der *d, struct slice *octets, struct error *e)
{
    return der_read(d, DER_INTEGER, octets, e) &&
           check_integer(*octets, (size_t)(octets->data - d->origin), e);
}

bool der_read_integer_optional(struct der *d, uint8_t tag, struct slice *octets, struct error *e)
{
    *octets = SLICE_NONE;
    if (!der_next_is(d, tag))
        return true;
    return der_read(d, tag, octets, e) &&
           check_integer(*octets, (size_t)(octets->data - d->origin), e);
}

bool der_read_number(struct der *d, uint8_t tag, uint32_t *value, struct error *e)
{
    struct slice octets;
    size_t offset;

    if (!der_read(d, tag, &octets, e))
        return false;
    offset = (size_t)(octets.data - d->origin);
    if (!check_integer(octets, offset, e))
        return false;
    if (octets.len > 4 || octets.data[0] >= 0x80)
        return error_at(e, ERROR_DER, offset, "expected a number from 0 to 2147483647, found %s",
                        octets.data[0] >= 0x80 ? "a negative one" : "a larger one");
    *value = 0;
    for (size_t i = 0; i < octets.len; i++)
        *value = *value << 8 | octets.data[i];
    return true;
}

bool der_read_bit_string(struct der *d, uint8_t tag, struct slice *octets, unsigned *unused,
                         struct error *e)
{
    struct slice contents;
    size_t offset;

    if (!der_read(d, tag, &contents, e))
        return false;
    offset = (size_t)(contents.data - d->origin);
    if (contents.len == 0)
        return error_at(e, ERROR_DER, offset, "expected a count of unused bits, found the end");
    *unused = contents.data[0];
    *octets = slice_from(contents, 1);
    if (*unused > 7 || (*unused > 0 && octets->len == 0))
        return error_at(e, ERROR_DER, offset, "expected at most %d unused bits, found %u",
                        octets->len == 0 ? 0 : 7, *unused);
    if (*unused > 0 && (octets->data[octets->len - 1] & ((1U << *unused) - 1)) != 0)
        return error_at(e, ERROR_DER, offset + contents.len - 1,
                        "expected unused bits that are zero, found 0x%02X",
                        octets->data[octets->len - 1]);
    return true;
}

bool der_read_octets_in_bits(struct der *d, struct slice *octets, struct error *e)
{
    size_t offset = der_offset(d);
    unsigned unused;

    if (!der_read_bit_string(d, DER_BIT_STRING, octets, &unused, e))
        return false;
    if (unused != 0)
        return error_at(e, ERROR_DER, offset,
                        "expected a BIT STRING of whole octets, found %u "
                        "unused bits",
                        unused);
    return true;
}

/* The bits of an octet, the first being the lowest. */
static uint32_t from_first_bit(uint8_t octet)
{
    uint32_t bits = octet;

    bits = bits >> 4 | (bits & 0x0F) << 4;
    bits = (bits & 0xCC) >> 2 | (bits & 0x33) << 2;
    return (bits & 0xAA) >> 1 | (bits & 0x55) << 1;
}

bool der_read_named_bits(struct der *d, uint8_t tag, uint32_t *bits, struct error *e)
{
    size_t offset = der_offset(d);
    struct slice octets;
    unsigned unused;

    if (!der_read_bit_string(d, tag, &octets, &unused, e))
        return false;
    if (octets.len > 4)
        return error_at(e, ERROR_DER, offset, "expected at most 32 named bits, found %zu",
                        octets.len * 8);
    if (octets.len > 0 && (octets.data[octets.len - 1] & (1U << unused)) == 0)
        der_depart(d, DEPARTURE_NAMED_BITS_UNTRIMMED);
    *bits = 0;
    for (size_t i = 0; i < octets.len; i++)
        *bits |= from_first_bit(octets.data[i]) << 8 * i;
    return true;
}

bool der_read_oid(struct der *d, struct slice *oid, struct error *e)
{
    size_t offset;

    if (!der_read(d, DER_OID, oid, e))
        return false;
    offset = (size_t)(oid->data - d->origin);
    if (oid_check(*oid, e))
        return true;
    if (e != NULL) {
        e->offset += offset;
        e->has_offset = true;
    }
    return false;
}

bool der_read_null(struct der *d, struct error *e)
{
    size_t offset = der_offset(d);
    struct slice contents;

    if (!der_read(d, DER_NULL, &contents, e))
        return false;
    if (contents.len != 0)
        return error_at(e, ERROR_DER, offset, "expected an empty NULL, found %zu bytes in it",
                        contents.len);
    return true;
}

/* 11.6: the shorter is padded with zeros, but of two whole elements neither is a part of the other.
 */
bool der_in_set_order(struct slice before, struct slice element)
{
    size_t common = before.len < element.len ? before.len : element.len;

    return common == 0 || memcmp(before.data, element.data, common) <= 0;
}

bool der_measure(struct slice bytes, size_t *len, struct error *e)
{
    size_t octets;
    size_t contents;
    size_t header = read_long_header(bytes, &contents);

    *len = 0;
    if (LIKELY(header > 0)) {
        *len = header + contents;
        return true;
    }
    if (bytes.len < 2 || (bytes.data[1] > 0x80 && bytes.len < 2U + (bytes.data[1] & 0x7F) &&
                          (bytes.data[1] & 0x7F) <= 4))
        return true;
    if (!read_length(slice_from(bytes, 1), 1, &octets, &contents, e))
        return false;
    *len = contents < SIZE_MAX - 16 ? 1 + octets + contents : SIZE_MAX;
    return true;
}
