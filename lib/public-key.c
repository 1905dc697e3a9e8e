/* SPDX-License-Identifier: Apache-2.0 */
#include "public-key.h"

#include "buffer.h"

bool public_key_parse(struct slice der, struct subject_public_key_info *info,
                      departure_set *departures, struct error *e)
{
    struct der d = der_over(der, departures);

    *departures = 0;
    if (der.len > LIMIT_OBJECT)
        return error_at(e, ERROR_LIMIT, 0, "expected a public key of at most %zu bytes, found %zu",
                        LIMIT_OBJECT, der.len);
    return subject_public_key_info_parse(&d, info, e) && der_end(&d, e);
}

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

/* RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } */
static bool parse_rsa(struct der *d, struct slice *modulus, struct slice *exponent, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer(&inside, modulus, e))
        return error_in(e, "modulus");
    if (!der_read_integer(&inside, exponent, e))
        return error_in(e, "publicExponent");
    return der_end(&inside, e) && der_end(d, e);
}

bool public_key_parse_rsa(struct slice der, struct subject_public_key_info *info,
                          departure_set *departures, struct error *e)
{
    static const uint8_t rsa[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01};
    struct der d = der_over(der, departures);
    struct slice modulus;
    struct slice exponent;

    *departures = 0;
    *info = (struct subject_public_key_info){
        .algorithm = {slice_of(rsa, sizeof(rsa)), SLICE_NONE},
        .subject_public_key = der,
    };
    return parse_rsa(&d, &modulus, &exponent, e);
}

static bool look_at_rsa(struct slice octets, struct public_key *key)
{
    departure_set known = 0;
    struct der d = der_over(octets, &known);

    if (!parse_rsa(&d, &key->modulus, &key->exponent, NULL) || key->modulus.data[0] >= 0x80 ||
        key->exponent.data[0] >= 0x80)
        return false;
    key->bits = key_integer_bits(key->modulus);
    return true;
}

/* DSAPublicKey ::= INTEGER */
static bool look_at_dsa(const struct subject_public_key_info *info, struct public_key *key)
{
    departure_set known = 0;
    struct der d = der_over(info->subject_public_key, &known);
    bool is_inherited = info->algorithm.parameters.data == NULL ||
                        info->algorithm.parameters.data[0] != DER_SEQUENCE;

    if (!der_read_integer(&d, &key->y, NULL) || !der_end(&d, NULL))
        return false;
    if (is_inherited)
        return true;
    if (!dss_parms_parse(info->algorithm.parameters, &key->parms, NULL))
        return false;
    key->bits = key_integer_bits(key->parms.p);
    return true;
}

/* DHPublicKey ::= INTEGER */
static bool look_at_dh(const struct subject_public_key_info *info, struct public_key *key)
{
    departure_set known = 0;
    struct der d = der_over(info->subject_public_key, &known);

    if (!der_read_integer(&d, &key->y, NULL) || !der_end(&d, NULL) ||
        !dh_parms_parse(&info->algorithm, &key->parms, NULL))
        return false;
    key->bits = key_integer_bits(key->parms.p);
    return key->bits > 0 && key_integer_bits(key->parms.g) > 0;
}

static bool look_at_ec(const struct subject_public_key_info *info, struct public_key *key)
{
    if (ec_parameters_parse(info->algorithm.parameters, &key->ec, NULL)) {
        key->kind = KEY_EC_EXPLICIT;
        key->bits = key_integer_bits(key->ec.order);
        return info->subject_public_key.len > 0;
    }
    key->curve = key_named_curve(info->algorithm.parameters);
    key->bits = key_curve_bits(key->curve);
    return info->subject_public_key.len > 0 && key->curve.data != NULL;
}

/* The bits of the number that each key is. */
static bool look_at_edwards(const struct subject_public_key_info *info, struct public_key *key)
{
    key->bits = key_edwards_bits(info->algorithm.algorithm);
    return info->subject_public_key.len * 8 == key->bits;
}

static bool look(const struct subject_public_key_info *info, struct public_key *key)
{
    switch (key->kind) {
    case KEY_RSA:
    case KEY_RSA_PSS:
        return look_at_rsa(info->subject_public_key, key);
    case KEY_DSA:
        return look_at_dsa(info, key);
    case KEY_DH:
        return look_at_dh(info, key);
    case KEY_EC:
        return look_at_ec(info, key);
    case KEY_EDWARDS:
        return look_at_edwards(info, key);
    default:
        return false;
    }
}

void public_key_look(const struct subject_public_key_info *info, struct public_key *key)
{
    *key = (struct public_key){.kind = key_kind_find(info->algorithm.algorithm)};
    if (!look(info, key))
        *key = (struct public_key){.kind = KEY_OTHER};
}
