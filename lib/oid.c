/* SPDX-License-Identifier: Apache-2.0 */
#include "oid.h"

#include "oid-table.h"

/* Whether octets of arcs are the same, of which the last ones are: 2 to 10, in pieces that overlap.
 * Pieces of fixed size are compared without a call. */
static inline bool is_arc(const uint8_t *a, const uint8_t *b, size_t len)
{
    if (len >= 8)
        return memcmp(a, b, 8) == 0 && memcmp(a + len - 8, b + len - 8, 8) == 0;
    if (len >= 4)
        return memcmp(a, b, 4) == 0 && memcmp(a + len - 4, b + len - 4, 4) == 0;
    return memcmp(a, b, 2) == 0;
}

const struct oid *oid_find(struct slice der)
{
    const struct arc_list *list;
    size_t len = der.len - 1;
    uint8_t last;

    if (der.len < 2 || der.len > ARRAY_SIZE(arcs_by_length))
        return NULL;
    list = &arcs_by_length[len];
    last = der.data[len];
    for (size_t i = 0; i < list->count; i++) {
        const struct arc *arc = &list->arcs[i];

        if (arc->octets[len - 1] == der.data[len - 1] && is_arc(arc->octets, der.data, len))
            return last < arc->count && arc->oids[last].name_len > 0 ? &arc->oids[last] : NULL;
    }
    return NULL;
}

/* Whether one of eight octets is 0x80. */
static inline bool has_80(const uint8_t *at)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t octets;

    memcpy(&octets, at, sizeof(octets));
    octets ^= each * 0x80; /* now: whether one is zero */
    return ((octets - each) & ~octets & each * 0x80) != 0;
}

/* No octet is 0x80: so none that begins a subidentifier is. The last eight overlap. */
static inline bool is_plain(struct slice der)
{
    bool plain = true;
    size_t i;

    if (der.len < 8) {
        for (i = 0; i < der.len; i++)
            plain &= der.data[i] != 0x80;
        return plain;
    }
    for (i = 0; der.len - i > 8; i += 8) {
        if (has_80(der.data + i))
            return false;
    }
    return !has_80(der.data + der.len - 8);
}

/* Octet by octet. */
static bool check_subidentifiers(struct slice der, struct error *e)
{
    uint8_t before = 0; /* with its high bit clear: the next octet starts a subidentifier */

    for (size_t i = 0; i < der.len; i++) {
        if (der.data[i] == 0x80 && before < 0x80)
            return error_set(e, ERROR_DER,
                             "expected a minimal subidentifier in an object identifier, found 0x80 "
                             "in front of it");
        before = der.data[i];
    }
    if (before >= 0x80)
        return error_set(e, ERROR_DER,
                         "expected an object identifier, found its last subidentifier cut off");
    return true;
}

bool oid_check(struct slice der, struct error *e)
{
    if (der.len == 0)
        return error_set(e, ERROR_DER, "expected an object identifier, found no octets");
    if (der.len > LIMIT_OID)
        return error_set(e, ERROR_LIMIT,
                         "expected an object identifier of at most %d octets, found %zu", LIMIT_OID,
                         der.len);
    if (LIKELY(der.data[der.len - 1] < 0x80 && is_plain(der)))
        return true;
    return check_subidentifiers(der, e);
}

/* An arc of any size: nine decimal digits a limb, the lowest limb first. */
#define LIMB 1000000000

struct number {
    uint32_t limbs[LIMIT_OID * 7 / 29 + 1];
    size_t count;
};

/* The number times 128, plus `more`, which is above -128; what comes of it is not negative. */
static void append_septet(struct number *n, int more)
{
    int64_t carry = more;

    for (size_t i = 0; i < n->count || carry > 0; i++) {
        int64_t limb = (i < n->count ? n->limbs[i] * INT64_C(128) : 0) + carry;

        carry = limb < 0 ? -1 : limb / LIMB;
        n->limbs[i] = (uint32_t)(limb - carry * LIMB);
        if (i == n->count)
            n->count++;
    }
}

static char *write_number(char *out, const struct number *n)
{
    size_t count = n->count;

    while (count > 1 && n->limbs[count - 1] == 0)
        count--;
    for (size_t i = count; i-- > 0;) {
        size_t least = i + 1 < count ? 9 : 1;
        char digits[9];
        size_t start = sizeof(digits);

        for (uint32_t limb = n->limbs[i]; limb > 0 || sizeof(digits) - start < least; limb /= 10)
            digits[--start] = (char)('0' + limb % 10);
        memcpy(out, digits + start, sizeof(digits) - start);
        out += sizeof(digits) - start;
    }
    return out;
}

bool oid_to_dotted(struct slice der, char out[OID_DOTTED_MAX], struct error *e)
{
    const struct number zero = {.count = 1};
    struct number arc = zero;
    int first, less;

    if (!oid_check(der, e))
        return false;
    /* The first subidentifier is 40 times the first arc, which is 0 to 2, and the second. */
    first = der.data[0] >= 80 ? 2 : der.data[0] / 40;
    less = 40 * first;
    *out++ = (char)('0' + first);
    *out++ = '.';
    for (size_t i = 0; i < der.len; i++) {
        bool is_last = der.data[i] < 0x80;

        append_septet(&arc, (der.data[i] & 0x7F) - (is_last ? less : 0));
        if (!is_last)
            continue;
        out = write_number(out, &arc);
        *out++ = '.';
        arc = zero;
        less = 0;
    }
    out[-1] = '\0';
    return true;
}
