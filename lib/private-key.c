/* SPDX-License-Identifier: Apache-2.0 */
#include "private-key.h"

#include "attribute.h"
#include "buffer.h"
#include "der-value.h"
#include "ec-parameters.h"

static const uint8_t rsa_encryption[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01};
static const uint8_t ec_public_key[] = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
static const uint8_t dsa[] = {0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01};

static bool parse_version(struct der *d, uint32_t last, uint32_t *version, struct error *e)
{
    size_t offset = der_offset(d);

    if (!der_read_number(d, DER_INTEGER, version, e))
        return error_in(e, "version");
    if (*version <= last)
        return true;
    (void)error_at(e, ERROR_DER, offset, "expected a version of at most %u, found %u",
                   (unsigned)last, (unsigned)*version);
    return error_in(e, "version");
}

static bool skip_integers(struct der *d, const char *const *names, size_t count, struct error *e)
{
    struct slice octets;

    for (size_t i = 0; i < count; i++) {
        if (!der_read_integer(d, &octets, e))
            return error_in(e, "%s", names[i]);
    }
    return true;
}

/* OtherPrimeInfo ::= SEQUENCE { prime, exponent, coefficient INTEGER } */
static bool parse_other_prime_infos(struct der *d, struct private_key *key, struct error *e)
{
    static const char *const names[] = {"prime", "exponent", "coefficient"};
    struct der list;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &list, e))
        return false;
    do {
        if (!der_enter(&list, DER_SEQUENCE, &inside, e) ||
            !skip_integers(&inside, names, ARRAY_SIZE(names), e) || !der_end(&inside, e))
            return error_in(e, "[%u]", key->primes - 2);
        key->primes++;
    } while (!der_at_end(&list));
    return true;
}

static bool parse_rsa(struct der *d, struct private_key *key, struct error *e)
{
    static const char *const names[] = {"publicExponent", "privateExponent", "prime1",     "prime2",
                                        "exponent1",      "exponent2",       "coefficient"};
    struct slice modulus;
    struct der inside;
    uint32_t version;

    if (!der_enter(d, DER_SEQUENCE, &inside, e) || !parse_version(&inside, 1, &version, e))
        return false;
    if (!der_read_integer(&inside, &modulus, e))
        return error_in(e, "modulus");
    if (!skip_integers(&inside, names, ARRAY_SIZE(names), e))
        return false;
    key->bits = key_integer_bits(modulus);
    key->primes = 2;
    if (version == 1 && !parse_other_prime_infos(&inside, key, e))
        return error_in(e, "otherPrimeInfos");
    return der_end(&inside, e);
}

static void look_at_curve(struct private_key *key, struct slice parameters)
{
    struct ec_parameters in_numbers;

    key->curve = key_named_curve(parameters);
    key->bits = key_curve_bits(key->curve);
    if (ec_parameters_parse(parameters, &in_numbers, NULL))
        key->bits = key_integer_bits(in_numbers.order);
}

static bool parse_ec_parameters(struct der *d, struct private_key *key, struct error *e)
{
    struct der explicit;
    struct slice parameters;

    if (!der_next_is(d, DER_CONTEXT(0)))
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &explicit, e) ||
        !der_read_value_element(&explicit, &parameters, e) || !der_end(&explicit, e))
        return false;
    look_at_curve(key, parameters);
    return true;
}

static bool parse_ec(struct der *d, struct private_key *key, struct error *e)
{
    struct der inside;
    struct der explicit;
    struct slice octets;
    uint32_t version;

    if (!der_enter(d, DER_SEQUENCE, &inside, e) || !parse_version(&inside, 1, &version, e))
        return false;
    if (!der_read(&inside, DER_OCTET_STRING, &octets, e))
        return error_in(e, "privateKey");
    if (!parse_ec_parameters(&inside, key, e))
        return error_in(e, "parameters");
    if (der_at_end(&inside))
        return true;
    if (!der_enter(&inside, DER_CONTEXT(1), &explicit, e) ||
        !der_read_octets_in_bits(&explicit, &octets, e) || !der_end(&explicit, e))
        return error_in(e, "publicKey");
    return der_end(&inside, e);
}

static bool parse_dsa(struct der *d, struct private_key *key, struct error *e)
{
    static const char *const names[] = {"q", "g", "y", "x"};
    struct slice p;
    struct der inside;
    uint32_t version;

    if (!der_enter(d, DER_SEQUENCE, &inside, e) || !parse_version(&inside, 0, &version, e))
        return false;
    if (!der_read_integer(&inside, &p, e))
        return error_in(e, "p");
    key->bits = key_integer_bits(p);
    return skip_integers(&inside, names, ARRAY_SIZE(names), e) && der_end(&inside, e);
}

/* What is in the OCTET STRING, by the algorithm; of one that is not known anything. */
static bool parse_private_key(struct der *d, const struct algorithm *algorithm,
                              struct private_key *key, struct error *e)
{
    struct dss_parms parms;
    struct slice octets;

    switch (key->kind) {
    case KEY_RSA:
    case KEY_RSA_PSS:
        return parse_rsa(d, key, e) && der_end(d, e);
    case KEY_EC:
        return parse_ec(d, key, e) && der_end(d, e);
    case KEY_DSA:
        if (dss_parms_parse(algorithm->parameters, &parms, NULL))
            key->bits = key_integer_bits(parms.p);
        return der_read_integer(d, &octets, e) && der_end(d, e);
    case KEY_DH:
        if (dh_parms_parse(algorithm, &parms, NULL))
            key->bits = key_integer_bits(parms.p);
        return der_read_integer(d, &octets, e) && der_end(d, e);
    case KEY_EDWARDS: /* CurvePrivateKey, RFC 8410 7 */
        key->bits = key_edwards_bits(key->algorithm);
        return der_read(d, DER_OCTET_STRING, &octets, e) && der_end(d, e);
    default:
        return true;
    }
}

static bool parse_options(struct der *d, uint32_t version, struct error *e)
{
    struct attributes attributes;
    struct slice octets;
    unsigned unused;

    if (der_next_is(d, DER_CONTEXT(0)) && !attributes_parse(d, DER_CONTEXT(0), &attributes, e))
        return error_in(e, "attributes");
    if (der_at_end(d) || version == 0)
        return der_end(d, e);
    if (!der_read_bit_string(d, DER_CONTEXT_PRIMITIVE(1), &octets, &unused, e))
        return error_in(e, "publicKey");
    return der_end(d, e);
}

static bool parse_private_key_info(struct der *d, struct private_key *key, struct error *e)
{
    struct algorithm algorithm;
    struct slice octets;
    struct der inside;
    struct der within;
    uint32_t version;

    if (!der_enter(d, DER_SEQUENCE, &inside, e) || !parse_version(&inside, 1, &version, e))
        return false;
    if (!algorithm_parse(&inside, &algorithm, e))
        return error_in(e, "privateKeyAlgorithm");
    key->algorithm = algorithm.algorithm;
    key->kind = key_kind_find(key->algorithm);
    if (!der_read(&inside, DER_OCTET_STRING, &octets, e))
        return error_in(e, "privateKey");
    within = der_within(&inside, octets);
    if (!parse_private_key(&within, &algorithm, key, e))
        return error_in(e, "privateKey");
    if (key->kind == KEY_EC)
        look_at_curve(key, algorithm.parameters);
    return parse_options(&inside, version, e);
}

static bool parse_encrypted(struct der *d, struct private_key *key, struct error *e)
{
    struct algorithm algorithm;
    struct slice octets;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!algorithm_parse(&inside, &algorithm, e))
        return error_in(e, "encryptionAlgorithm");
    if (!der_read(&inside, DER_OCTET_STRING, &octets, e))
        return error_in(e, "encryptedData");
    key->is_encrypted = true;
    key->encryption_algorithm = algorithm.algorithm;
    return der_end(&inside, e);
}

static void set_algorithm(struct private_key *key, enum object_kind kind)
{
    switch (kind) {
    case OBJECT_RSA_PRIVATE_KEY:
        key->algorithm = slice_of(rsa_encryption, sizeof(rsa_encryption));
        break;
    case OBJECT_EC_PRIVATE_KEY:
        key->algorithm = slice_of(ec_public_key, sizeof(ec_public_key));
        break;
    case OBJECT_DSA_PRIVATE_KEY:
        key->algorithm = slice_of(dsa, sizeof(dsa));
        break;
    default:
        break;
    }
    key->kind = key_kind_find(key->algorithm);
}

static bool parse_kind(enum object_kind kind, struct der *d, struct private_key *key,
                       struct error *e)
{
    switch (kind) {
    case OBJECT_RSA_PRIVATE_KEY:
        return parse_rsa(d, key, e);
    case OBJECT_EC_PRIVATE_KEY:
        return parse_ec(d, key, e);
    case OBJECT_DSA_PRIVATE_KEY:
        return parse_dsa(d, key, e);
    case OBJECT_ENCRYPTED_PRIVATE_KEY:
        return parse_encrypted(d, key, e);
    default:
        return parse_private_key_info(d, key, e);
    }
}

/* Place and rule stay; what was found there may be a part of the secret. */
static bool hide_found(struct error *e)
{
    static const char text[] = "expected well-formed DER, found what is not shown, being of a "
                               "private key";

    if (e != NULL && e->code == ERROR_DER)
        memcpy(e->text, text, sizeof(text));
    return false;
}

bool private_key_parse(enum object_kind kind, struct slice der, struct private_key *key,
                       struct error *e)
{
    struct der d = der_over(der, &key->departures);

    *key = (struct private_key){.kind = KEY_OTHER};
    if (der.len > LIMIT_OBJECT)
        return error_at(e, ERROR_LIMIT, 0, "expected a private key of at most %zu bytes, found %zu",
                        LIMIT_OBJECT, der.len);
    set_algorithm(key, kind);
    return (parse_kind(kind, &d, key, e) && der_end(&d, e)) || hide_found(e);
}

void private_key_look_at_label(struct slice label, struct private_key *key)
{
    *key = (struct private_key){.is_encrypted = true, .kind = KEY_OTHER};
    set_algorithm(key, object_identify_label(label));
}
