/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The DER cursor: all that can be read of each element is read in every way, the ways have to
 * agree, and no cursor leaves its bytes.
 */
#include "der.h"
#include "fuzz.h"
#include "oid.h"
#include "timestamp.h"
#include "well-formed.h"

static void require_reason(const struct der *d, const struct error *e)
{
    REQUIRE(e->code != ERROR_NONE && e->text[0] != '\0');
    REQUIRE(!e->has_offset || e->offset <= (size_t)(d->end - d->origin));
}

static void read_integer(struct der d, struct slice contents)
{
    struct der again = d;
    struct error e = {0};
    struct slice octets;
    uint32_t number;

    if (!der_read_integer(&d, &octets, &e)) {
        require_reason(&d, &e);
        REQUIRE(!der_read_number(&again, DER_INTEGER, &number, NULL));
        return;
    }
    REQUIRE(octets.data == contents.data && octets.len == contents.len && octets.len > 0);
    if (!der_read_number(&again, DER_INTEGER, &number, NULL)) {
        REQUIRE(octets.len > 4 || octets.data[0] >= 0x80);
        return;
    }
    REQUIRE(octets.len <= 4 && octets.data[octets.len - 1] == (number & 0xFF));
}

static void read_bits(struct der d, struct slice contents)
{
    struct der again = d;
    struct der named = d;
    struct error e = {0};
    struct slice octets;
    struct slice whole;
    unsigned unused;
    uint32_t bits;

    if (!der_read_bit_string(&d, DER_BIT_STRING, &octets, &unused, &e)) {
        require_reason(&d, &e);
        REQUIRE(!der_read_octets_in_bits(&again, &whole, NULL));
        REQUIRE(!der_read_named_bits(&named, DER_BIT_STRING, &bits, NULL));
        return;
    }
    REQUIRE(unused <= 7 && octets.len + 1 == contents.len);
    REQUIRE(unused == 0 || (octets.data[octets.len - 1] & ((1U << unused) - 1)) == 0);
    REQUIRE(der_read_octets_in_bits(&again, &whole, NULL) == (unused == 0));
    REQUIRE(unused != 0 || whole.data == octets.data);
    if (der_read_named_bits(&named, DER_BIT_STRING, &bits, NULL) && octets.len > 0)
        REQUIRE((bits & 1) == octets.data[0] >> 7);
}

static void read_oid(struct der d, struct slice contents)
{
    char dotted[OID_DOTTED_MAX];
    struct error e = {0};
    struct slice oid;

    if (!der_read_oid(&d, &oid, &e)) {
        require_reason(&d, &e);
        REQUIRE(!oid_check(contents, NULL) && !oid_to_dotted(contents, dotted, NULL));
        return;
    }
    REQUIRE(oid.data == contents.data && oid_check(oid, NULL));
    if (oid_to_dotted(oid, dotted, NULL))
        REQUIRE(strspn(dotted, "0123456789.") == strlen(dotted) && dotted[1] == '.');
    (void)oid_find(oid);
}

static void read_time(struct der d)
{
    struct error e = {0};
    int64_t time = TIMESTAMP_MIN - 1;

    if (der_read_time(&d, &time, &e))
        REQUIRE(time >= TIMESTAMP_MIN && time <= TIMESTAMP_MAX);
    else
        require_reason(&d, &e);
}

static void read_boolean(struct der d, struct slice contents)
{
    struct der again = d;
    struct error e = {0};
    bool value;
    bool same;

    if (!der_read_boolean(&d, &value, &e)) {
        require_reason(&d, &e);
        REQUIRE(!der_read_boolean_default_false(&again, &same, NULL));
        return;
    }
    REQUIRE(contents.len == 1 && contents.data[0] == (value ? 0xFF : 0));
    REQUIRE(der_read_boolean_default_false(&again, &same, NULL) && same == value);
}

static void read_value(const struct der *d, uint8_t tag, struct slice contents)
{
    struct der copy = *d;

    switch (tag) {
    case DER_BOOLEAN:
        read_boolean(copy, contents);
        break;
    case DER_INTEGER:
        read_integer(copy, contents);
        break;
    case DER_BIT_STRING:
        read_bits(copy, contents);
        break;
    case DER_NULL:
        REQUIRE(der_read_null(&copy, NULL) == (contents.len == 0));
        break;
    case DER_OID:
        read_oid(copy, contents);
        break;
    case DER_UTC_TIME:
    case DER_GENERALIZED_TIME:
        read_time(copy);
        break;
    default:
        break;
    }
}

/* The element that comes next, read without a look at its tag, with it, and measured. */
static bool read_next(struct der *d, uint8_t *tag, struct slice *contents)
{
    struct der by_tag = *d;
    struct der other = *d;
    struct der whole = *d;
    struct slice element;
    struct slice same;
    struct error e = {0};
    size_t len;

    if (!der_read_any(d, tag, contents, &e)) {
        require_reason(d, &e);
        if (whole.at < whole.end && (*whole.at & 0x1F) != 0x1F)
            REQUIRE(!der_read(&by_tag, *whole.at, &same, NULL));
        return false;
    }
    REQUIRE(is_inside(*contents, der_rest(&whole)) && d->at <= d->end);
    REQUIRE(der_read(&by_tag, *tag, &same, NULL) && slice_equal(same, *contents));
    REQUIRE(!der_read(&other, *tag ^ 0x20, &same, &e));
    REQUIRE(der_measure(der_rest(&whole), &len, NULL) && len == (size_t)(d->at - whole.at));
    REQUIRE(der_read_element(&whole, *tag, &element, NULL) && element.len == len);
    REQUIRE(whole.at == d->at && is_inside(*contents, element));
    return true;
}

static void read_level(struct der d, unsigned depth)
{
    while (!der_at_end(&d)) {
        struct der before = d;
        struct slice contents;
        uint8_t tag;

        REQUIRE(der_offset(&d) <= (size_t)(d.end - d.origin) && !der_end(&d, NULL));
        if (!read_next(&d, &tag, &contents))
            return;
        read_value(&before, tag, contents);
        if ((tag & 0x20) != 0 && depth < LIMIT_NESTING)
            read_level(der_within(&d, contents), depth + 1);
    }
    REQUIRE(der_end(&d, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    departure_set departures = 0;
    char name[DER_TAG_NAME_MAX];
    size_t len;

    if (size > 0)
        require_shown(slice_of_string(der_tag_name(data[0], name)));
    if (size < 6 && der_measure(slice_of(data, size), &len, NULL))
        REQUIRE(len != 0 || size < 6);
    read_level(der_over(slice_of(data, size), &departures), 0);
    REQUIRE(departures >> DEPARTURE_COUNT == 0);
    return 0;
}
