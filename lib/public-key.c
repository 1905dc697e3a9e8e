/* SPDX-License-Identifier: Apache-2.0 */
#include "public-key.h"

bool subject_public_key_info_parse(struct der *d, struct subject_public_key_info *info,
                                   struct error *e)
{
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    info->element = slice_of(start, (size_t)(d->at - start));
    if (!algorithm_parse(&inside, &info->algorithm, e))
        return error_in(e, "algorithm");
    if (!der_read_octets_in_bits(&inside, &info->subject_public_key, e))
        return error_in(e, "subjectPublicKey");
    return der_end(&inside, e);
}

/* How many bits the number has; 0 where it is not positive. */
static unsigned bit_length(struct slice integer)
{
    unsigned bits;

    while (integer.len > 0 && integer.data[0] == 0)
        integer = slice_from(integer, 1);
    if (integer.len == 0)
        return 0;
    bits = (unsigned)(integer.len - 1) * 8;
    for (unsigned top = integer.data[0]; top > 0; top >>= 1)
        bits++;
    return bits;
}

/* RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } */
static bool look_at_rsa(struct slice octets, struct public_key *key)
{
    departure_set known = 0;
    struct der d = der_over(octets, &known);
    struct der inside;

    if (!der_enter(&d, DER_SEQUENCE, &inside, NULL) || !der_end(&d, NULL) ||
        !der_read_integer(&inside, &key->modulus, NULL) ||
        !der_read_integer(&inside, &key->exponent, NULL) || !der_end(&inside, NULL) ||
        key->modulus.data[0] >= 0x80 || key->exponent.data[0] >= 0x80)
        return false;
    key->kind = PUBLIC_KEY_RSA;
    key->bits = bit_length(key->modulus);
    return true;
}

/* Dss-Parms ::= SEQUENCE { p INTEGER, q INTEGER, g INTEGER }; DSAPublicKey ::= INTEGER */
static bool look_at_dsa(const struct subject_public_key_info *info, struct public_key *key)
{
    departure_set known = 0;
    struct der d = der_over(info->subject_public_key, &known);
    struct der parameters = der_over(info->algorithm.parameters, &known);
    struct der inside;

    if (!der_read_integer(&d, &key->y, NULL) || !der_end(&d, NULL))
        return false;
    key->kind = PUBLIC_KEY_DSA;
    if (!der_next_is(&parameters, DER_SEQUENCE))
        return true;
    if (!der_enter(&parameters, DER_SEQUENCE, &inside, NULL) ||
        !der_read_integer(&inside, &key->p, NULL) || !der_read_integer(&inside, &key->q, NULL) ||
        !der_read_integer(&inside, &key->g, NULL) || !der_end(&inside, NULL))
        return false;
    key->bits = bit_length(key->p);
    return true;
}

struct sized_oid {
    uint8_t octets[9];
    uint8_t len;
    uint16_t bits;
};

/* The curve or algorithm of that OID; 0 where it is not in the list. */
static unsigned find_bits(const struct sized_oid *list, size_t count, struct slice oid)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(oid, slice_of(list[i].octets, list[i].len)))
            return list[i].bits;
    }
    return 0;
}

/* The bits of a curve are those of its order. */
static bool look_at_ec(const struct subject_public_key_info *info, struct public_key *key)
{
    static const struct sized_oid curves[] = {
        {{0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07}, 8, 256},       /* secp256r1 */
        {{0x2B, 0x81, 0x04, 0x00, 0x22}, 5, 384},                         /* secp384r1 */
        {{0x2B, 0x81, 0x04, 0x00, 0x23}, 5, 521},                         /* secp521r1 */
        {{0x2B, 0x81, 0x04, 0x00, 0x21}, 5, 224},                         /* secp224r1 */
        {{0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x01}, 8, 192},       /* secp192r1 */
        {{0x2B, 0x81, 0x04, 0x00, 0x0A}, 5, 256},                         /* secp256k1 */
        {{0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07}, 9, 256}, /* brainpoolP256r1 */
        {{0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0B}, 9, 384}, /* brainpoolP384r1 */
        {{0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0D}, 9, 512}, /* brainpoolP512r1 */
    };
    departure_set known = 0;
    struct der d = der_over(info->algorithm.parameters, &known);

    if (info->subject_public_key.len == 0 || !der_next_is(&d, DER_OID) ||
        !der_read_oid(&d, &key->curve, NULL))
        return false;
    key->bits = find_bits(curves, ARRAY_SIZE(curves), key->curve);
    key->kind = PUBLIC_KEY_EC;
    return true;
}

/* RFC 8410 3; the bits of the number that each key is. */
static bool look_at_edwards(const struct subject_public_key_info *info, struct public_key *key)
{
    static const struct sized_oid algorithms[] = {
        {{0x2B, 0x65, 0x70}, 3, 256}, /* Ed25519 */
        {{0x2B, 0x65, 0x71}, 3, 456}, /* Ed448 */
        {{0x2B, 0x65, 0x6E}, 3, 256}, /* X25519 */
        {{0x2B, 0x65, 0x6F}, 3, 448}, /* X448 */
    };

    key->bits = find_bits(algorithms, ARRAY_SIZE(algorithms), info->algorithm.algorithm);
    if (key->bits == 0 || info->subject_public_key.len * 8 != key->bits)
        return false;
    key->kind = PUBLIC_KEY_EDWARDS;
    return true;
}

static bool look(const struct subject_public_key_info *info, struct public_key *key)
{
    static const uint8_t rsa[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01};
    static const uint8_t pss[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A};
    static const uint8_t ec[] = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
    static const uint8_t dsa[] = {0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01};
    struct slice oid = info->algorithm.algorithm;

    if (slice_equal(oid, slice_of(pss, sizeof(pss))) ||
        slice_equal(oid, slice_of(rsa, sizeof(rsa))))
        return look_at_rsa(info->subject_public_key, key);
    if (slice_equal(oid, slice_of(ec, sizeof(ec))))
        return look_at_ec(info, key);
    if (slice_equal(oid, slice_of(dsa, sizeof(dsa))))
        return look_at_dsa(info, key);
    return look_at_edwards(info, key);
}

void public_key_look(const struct subject_public_key_info *info, struct public_key *key)
{
    *key = (struct public_key){.kind = PUBLIC_KEY_OTHER};
    if (!look(info, key))
        *key = (struct public_key){.kind = PUBLIC_KEY_OTHER};
}
