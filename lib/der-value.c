/* SPDX-License-Identifier: Apache-2.0 */
#include "der-value.h"

#include "buffer.h"

#define CLASS_AND_NUMBER 0xDF /* of a tag; the other bit says whether it is constructed */
#define CONSTRUCTED      0x20
#define UNIVERSAL_MAX    0x1E

static bool check_value(struct der *d, unsigned level, struct error *e);

static bool check_contents(const struct der *d, struct slice contents, unsigned level,
                           struct error *e)
{
    struct der inside = der_within(d, contents);

    if (level == LIMIT_NESTING)
        return error_at(e, ERROR_LIMIT, der_offset(&inside),
                        "expected at most %d levels, found more", LIMIT_NESTING);
    while (!der_at_end(&inside)) {
        if (!check_value(&inside, level + 1, e))
            return false;
    }
    return true;
}

/* X.690 8.9 to 8.12, 10.2: of the universal types only these are constructed, and always. */
static bool check_form(uint8_t tag, size_t offset, struct error *e)
{
    bool wanted = (tag & CLASS_AND_NUMBER) == 0x10 || (tag & CLASS_AND_NUMBER) == 0x11 ||
                  (tag & CLASS_AND_NUMBER) == 0x08 || (tag & CLASS_AND_NUMBER) == 0x0B;

    if (tag == 0)
        return error_at(e, ERROR_DER, offset, "expected an element, found the tag 0x00");
    if ((tag & CLASS_AND_NUMBER) > UNIVERSAL_MAX || wanted == ((tag & CONSTRUCTED) != 0))
        return true;
    return error_at(e, ERROR_DER, offset, "expected 0x%02X, found 0x%02X, which is %s",
                    tag ^ CONSTRUCTED, tag, wanted ? "primitive" : "constructed");
}

/* A copy of the cursor reads the value by its type. */
static bool check_primitive(struct der d, uint8_t tag, struct error *e)
{
    struct slice octets;
    unsigned unused;
    bool value;

    switch (tag) {
    case DER_BOOLEAN:
        return der_read_boolean(&d, &value, e);
    case DER_INTEGER:
    case DER_ENUMERATED:
        return der_read_integer_optional(&d, tag, &octets, e);
    case DER_BIT_STRING:
        return der_read_bit_string(&d, tag, &octets, &unused, e);
    case DER_NULL:
        return der_read_null(&d, e);
    case DER_OID:
        return der_read_oid(&d, &octets, e);
    default:
        return true;
    }
}

static bool check_value(struct der *d, unsigned level, struct error *e)
{
    struct der before = *d;
    struct slice contents;
    uint8_t tag;

    if (!der_read_any(d, &tag, &contents, e) || !check_form(tag, der_offset(&before), e))
        return false;
    if ((tag & CONSTRUCTED) != 0)
        return check_contents(d, contents, level, e);
    return check_primitive(before, tag, e);
}

bool der_check_value(struct der element, struct error *e)
{
    return check_value(&element, 0, e);
}
