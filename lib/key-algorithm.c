/* SPDX-License-Identifier: Apache-2.0 */
#include "key-algorithm.h"

enum key_kind key_kind_find(struct slice oid)
{
    static const struct {
        struct slice oid;
        enum key_kind kind;
    } known[] = {
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"), KEY_RSA},
        {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x02\x01"), KEY_EC},
        {SLICE_CONST("\x2B\x65\x70"), KEY_EDWARDS},
        {SLICE_CONST("\x2B\x65\x71"), KEY_EDWARDS},
        {SLICE_CONST("\x2B\x65\x6E"), KEY_EDWARDS},
        {SLICE_CONST("\x2B\x65\x6F"), KEY_EDWARDS},
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0A"), KEY_RSA_PSS},
        {SLICE_CONST("\x2A\x86\x48\xCE\x38\x04\x01"), KEY_DSA},
        {SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x03\x01"), KEY_DH},
        {SLICE_CONST("\x2A\x86\x48\xCE\x3E\x02\x01"), KEY_DH},
    };

    for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
        if (slice_equal(known[i].oid, oid))
            return known[i].kind;
    }
    return KEY_OTHER;
}

/* By the last octet of the OID; 0 where there is no such curve. */
static const uint16_t prime_bits[] = {0, 192, 192, 192, 239, 239, 239, 256};
static const uint16_t certicom_bits[] = {
    [1] = 163,  [2] = 162,  [3] = 238,  [4] = 113,  [5] = 113,  [6] = 112,  [7] = 110,  [8] = 161,
    [9] = 161,  [10] = 256, [15] = 163, [16] = 281, [17] = 282, [22] = 131, [23] = 131, [24] = 193,
    [25] = 193, [26] = 232, [27] = 233, [28] = 128, [29] = 126, [30] = 161, [31] = 192, [32] = 225,
    [33] = 224, [34] = 384, [35] = 521, [36] = 407, [37] = 409, [38] = 570, [39] = 570,
};
static const uint16_t brainpool_bits[] = {0,   160, 160, 192, 192, 224, 224, 256,
                                          256, 320, 320, 384, 384, 512, 512};
static const uint16_t sm_bits[] = {[45] = 256};

unsigned key_curve_bits(struct slice curve)
{
    static const struct {
        struct slice arc;
        const uint16_t *bits;
        size_t count;
    } arcs[] = {
        {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x03\x01"), prime_bits, ARRAY_SIZE(prime_bits)},
        {SLICE_CONST("\x2B\x81\x04\x00"), certicom_bits, ARRAY_SIZE(certicom_bits)},
        {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01"), brainpool_bits,
         ARRAY_SIZE(brainpool_bits)},
        {SLICE_CONST("\x2A\x81\x1C\xCF\x55\x01\x82"), sm_bits, ARRAY_SIZE(sm_bits)},
    };
    size_t last = curve.len - 1;

    for (size_t i = 0; curve.len > 0 && i < ARRAY_SIZE(arcs); i++) {
        if (arcs[i].arc.len == last && slice_starts_with(curve, arcs[i].arc))
            return curve.data[last] < arcs[i].count ? arcs[i].bits[curve.data[last]] : 0;
    }
    return 0;
}

unsigned key_edwards_bits(struct slice oid)
{
    switch (oid.data[oid.len - 1]) {
    case 0x71: /* Ed448 */
        return 456;
    case 0x6F: /* X448 */
        return 448;
    default:
        return 256;
    }
}

unsigned key_integer_bits(struct slice octets)
{
    unsigned bits;

    if (octets.len > 0 && octets.data[0] >= 0x80)
        return 0;
    while (octets.len > 0 && octets.data[0] == 0)
        octets = slice_from(octets, 1);
    if (octets.len == 0)
        return 0;
    bits = (unsigned)(octets.len - 1) * 8;
    for (unsigned top = octets.data[0]; top > 0; top >>= 1)
        bits++;
    return bits;
}

struct slice key_named_curve(struct slice element)
{
    departure_set known = 0;
    struct der d = der_over(element, &known);
    struct slice curve = SLICE_NONE;

    if (der_next_is(&d, DER_OID) && (!der_read_oid(&d, &curve, NULL) || !der_at_end(&d)))
        return SLICE_NONE;
    return curve;
}

bool dss_parms_parse(struct slice element, struct dss_parms *parms, struct error *e)
{
    departure_set known = 0;
    struct der d = der_over(element, &known);
    struct der inside;

    if (!der_enter(&d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer(&inside, &parms->p, e))
        return error_in(e, "p");
    if (!der_read_integer(&inside, &parms->q, e))
        return error_in(e, "q");
    if (!der_read_integer(&inside, &parms->g, e))
        return error_in(e, "g");
    return der_end(&inside, e) && der_end(&d, e);
}

/* What stands behind the numbers that are read; nobody shows it. */
static bool parse_validation(struct der *d, struct error *e)
{
    struct der inside;
    struct slice octets;

    if (!der_next_is(d, DER_SEQUENCE))
        return true;
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_octets_in_bits(&inside, &octets, e))
        return error_in(e, "seed");
    if (!der_read_integer(&inside, &octets, e))
        return error_in(e, "pgenCounter");
    return der_end(&inside, e);
}

bool dh_parms_parse(const struct algorithm *algorithm, struct dss_parms *parms, struct error *e)
{
    bool is_x942 = slice_ends_with(algorithm->algorithm, SLICE("\x3E\x02\x01"));
    departure_set known = 0;
    struct der d = der_over(algorithm->parameters, &known);
    struct slice last;
    struct der inside;

    parms->q = SLICE_NONE;
    if (!der_enter(&d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer(&inside, &parms->p, e))
        return error_in(e, "p");
    if (!der_read_integer(&inside, &parms->g, e))
        return error_in(e, "g");
    if (is_x942 && !der_read_integer(&inside, &parms->q, e))
        return error_in(e, "q");
    if (!der_read_integer_optional(&inside, DER_INTEGER, &last, e))
        return error_in(e, is_x942 ? "j" : "privateValueLength");
    if (is_x942 && !parse_validation(&inside, e))
        return error_in(e, "validationParms");
    return der_end(&inside, e) && der_end(&d, e);
}
