/* SPDX-License-Identifier: Apache-2.0 */
#include "oid.h"

#include "oid-table.h"

#include <libtasn1.h>

#define ARC_OCTETS_MAX 9 /* 63 bits: of 64, the library takes the highest for a sign */

const struct oid *oid_find(struct slice der)
{
    const struct arc_list *list;
    uint8_t last;

    if (der.len < 2 || der.len > ARRAY_SIZE(arcs_by_length))
        return NULL;
    list = &arcs_by_length[der.len - 1];
    last = der.data[der.len - 1];
    for (size_t i = 0; i < list->count; i++) {
        const struct arc *arc = &list->arcs[i];

        if (arc->octets[der.len - 2] == der.data[der.len - 2] &&
            memcmp(arc->octets, der.data, der.len - 1) == 0)
            return last < arc->count && arc->oids[last].name[0] != '\0' ? &arc->oids[last] : NULL;
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
    size_t i;

    if (der.len < 8) {
        for (i = 0; i < der.len && der.data[i] != 0x80; i++)
            continue;
        return i == der.len;
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

/* The library's reader would write larger arcs wrong. */
static bool check_arcs(struct slice der, struct error *e)
{
    size_t octets = 0; /* of the subidentifier so far */

    for (size_t i = 0; i < der.len; i++) {
        if (++octets > ARC_OCTETS_MAX)
            return error_set(
                e, ERROR_LIMIT,
                "expected arcs of at most 63 bits in an object identifier, found more");
        if (der.data[i] < 0x80)
            octets = 0;
    }
    return true;
}

bool oid_to_dotted(struct slice der, char out[OID_DOTTED_MAX], struct error *e)
{
    uint8_t content[2 + LIMIT_OID]; /* what the library reads starts with the length */
    size_t header = 0;
    int read;

    if (!oid_check(der, e) || !check_arcs(der, e))
        return false;
    if (der.len >= 0x80)
        content[header++] = 0x81;
    content[header++] = (uint8_t)der.len;
    memcpy(content + header, der.data, der.len);
    if (asn1_get_object_id_der(content, (int)(header + der.len), &read, out, OID_DOTTED_MAX) !=
        ASN1_SUCCESS)
        return error_set(e, ERROR_DER,
                         "expected an object identifier, found one that has no "
                         "dotted form");
    return true;
}
