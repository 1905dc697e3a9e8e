/* SPDX-License-Identifier: Apache-2.0 */
#include "ec-parameters.h"

#include "buffer.h"
#include "digest.h"
#include "key-algorithm.h"

#define UNCOMPRESSED 0x04
#define NUMBER_MAX   66 /* octets, of the largest of the curves below */
#define KNOWN_BY     16 /* octets of a SHA-256 */

static bool parse_prime_field(struct der *d, struct slice *prime, struct error *e)
{
    static const struct slice prime_field = SLICE_CONST("\x2A\x86\x48\xCE\x3D\x01\x01");
    struct slice field_type;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &field_type, e))
        return error_in(e, "fieldType");
    if (!slice_equal(field_type, prime_field))
        return error_set(e, ERROR_DER, "expected prime-field, found another field");
    if (!der_read_integer(&inside, prime, e))
        return error_in(e, "parameters");
    return der_end(&inside, e);
}

static bool parse_curve(struct der *d, struct ec_parameters *parameters, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read(&inside, DER_OCTET_STRING, &parameters->a, e))
        return error_in(e, "a");
    if (!der_read(&inside, DER_OCTET_STRING, &parameters->b, e))
        return error_in(e, "b");
    parameters->seed = SLICE_NONE;
    if (der_next_is(&inside, DER_BIT_STRING) &&
        !der_read_octets_in_bits(&inside, &parameters->seed, e))
        return error_in(e, "seed");
    return der_end(&inside, e);
}

/* The members of the SEQUENCE that `d` runs over. */
static bool parse_members(struct der *d, struct ec_parameters *parameters, struct error *e)
{
    uint32_t version;

    if (!der_read_number(d, DER_INTEGER, &version, e))
        return error_in(e, "version");
    if (!parse_prime_field(d, &parameters->prime, e))
        return error_in(e, "fieldID");
    if (!parse_curve(d, parameters, e))
        return error_in(e, "curve");
    if (!der_read(d, DER_OCTET_STRING, &parameters->base, e))
        return error_in(e, "base");
    if (!der_read_integer(d, &parameters->order, e))
        return error_in(e, "order");
    if (!der_read_integer_optional(d, DER_INTEGER, &parameters->cofactor, e))
        return error_in(e, "cofactor");
    return der_end(d, e);
}

bool ec_parameters_parse(struct slice element, struct ec_parameters *parameters, struct error *e)
{
    departure_set known = 0;
    struct der d = der_over(element, &known);
    struct der inside;

    if (!der_enter(&d, DER_SEQUENCE, &inside, e) || !parse_members(&inside, parameters, e) ||
        !der_end(&d, e))
        return false;
    if (parameters->cofactor.data != NULL && parameters->cofactor.data[0] >= 0x80)
        return error_set(e, ERROR_DER, "expected a positive cofactor, found a negative one");
    if (parameters->a.len == 0 || parameters->b.len == 0 || parameters->base.len == 0 ||
        key_integer_bits(parameters->prime) == 0 || key_integer_bits(parameters->order) == 0)
        return error_set(e, ERROR_DER,
                         "expected a positive prime and order, a, b and base of at least one "
                         "octet, found another one");
    return true;
}

/*
 * The curves by their OID's contents octets; `curve` is the start of the SHA-256 over prime, a, b
 * and order (append_number()), `base` that of the generator's.
 */
static const struct {
    struct slice oid;
    const char *curve;
    const char *base;
} curves[] = {
    {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x03\x01\x01"), /* secp192r1 */
     "\x21\xCB\xB8\xA4\xC2\xEE\xC5\xC6\xDE\xF9\x1F\x48\xF1\x93\xA9\x88",
     "\x87\xC2\x18\xAE\x91\x3C\x7C\x02\x4B\x72\xCA\xCF\xDB\xD5\xD1\xCC"},
    {SLICE_CONST("\x2B\x81\x04\x00\x21"), /* secp224r1 */
     "\xD5\xA9\x3D\x1C\xC2\xC5\xFD\x74\xF9\x58\x41\xC4\x78\x73\xDB\x94",
     "\x53\xCF\x68\xC0\x6E\x47\x7D\x12\xC9\xFB\x95\xE1\xC4\xE0\xCF\x42"},
    {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x03\x01\x07"), /* secp256r1 */
     "\x06\xBC\x1F\x9A\x0E\xA5\xD8\xDE\xDC\x5A\x76\x8C\x21\x4F\x0A\xEC",
     "\x69\x8B\xEA\x63\xDC\x44\xA3\x44\x66\x3F\xF1\x42\x9A\xEA\x10\x84"},
    {SLICE_CONST("\x2B\x81\x04\x00\x22"), /* secp384r1 */
     "\xFD\xB2\x5C\x3D\x44\x8A\xDC\x5D\x2D\xB8\x95\xE8\x4B\x66\xA4\x93",
     "\x8C\x2E\xB3\xE0\xB8\xD6\xCC\x2A\x19\x7A\x52\xC9\x28\x60\xF7\xB1"},
    {SLICE_CONST("\x2B\x81\x04\x00\x23"), /* secp521r1 */
     "\x52\x79\x89\xF3\x14\xEF\xCD\x95\xF7\xDD\x78\x3B\x69\xDA\x59\x3B",
     "\x86\x63\x23\xB2\xE2\x9C\x6E\xDD\xAB\xA0\xAC\xBD\xB7\x6D\xF7\xB5"},
    {SLICE_CONST("\x2B\x81\x04\x00\x0A"), /* secp256k1 */
     "\xAF\xC4\x54\x88\xBE\x37\xA0\x9A\xDB\x54\xDC\x31\x67\xF6\x01\x0E",
     "\x50\x92\x9B\x74\xC1\xA0\x49\x54\xB7\x8B\x4B\x60\x35\xE9\x7A\x5E"},
    {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x03"), /* brainpoolP192r1 */
     "\x36\xFC\x8C\x8C\x2B\x38\xE9\xD5\x3E\x2A\x94\xC3\xC5\x0D\x1F\xEE",
     "\xA7\x71\x96\x50\x33\x88\xFD\x5C\xCD\x54\x3A\xCF\xB8\x1E\xD4\x4F"},
    {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x05"), /* brainpoolP224r1 */
     "\x76\x43\xE6\x01\x4C\xAB\x67\x42\x98\x73\x36\x3A\x88\x24\x0F\x4B",
     "\x76\x39\x5B\xA7\xB5\xE7\xCE\x72\xC0\xEB\x49\xF2\x35\xDC\xB7\xC8"},
    {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x07"), /* brainpoolP256r1 */
     "\x1F\xF5\x7B\xC9\x61\x32\x82\x3B\x09\x18\xAE\xFA\x59\x15\x43\x20",
     "\xA1\x74\x05\x03\x1F\xFA\x64\xD6\x16\x1E\x31\xE2\x18\x89\x11\x7B"},
    {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x09"), /* brainpoolP320r1 */
     "\x10\xCB\xB2\xDF\xE1\x44\x8B\xD6\x46\x06\x5F\xB2\x6D\x61\x02\xB3",
     "\x22\x85\xA5\x97\x22\x78\x21\x2C\x68\x95\xE8\xF7\x01\xCB\x89\xE3"},
    {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x0B"), /* brainpoolP384r1 */
     "\x3B\x4A\xF8\x87\x52\x40\xDB\x9F\xCE\xE7\xCE\x3F\x44\xDA\x01\xFA",
     "\xF9\x2E\x77\xEA\x1A\xF8\x1A\xCC\xF0\x5C\x3A\x3A\x23\x2E\x9E\x52"},
    {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x0D"), /* brainpoolP512r1 */
     "\xC1\x67\xD2\x7C\x84\x4E\xA6\xB8\xD2\x81\x67\x31\x22\xE6\x34\xAD",
     "\x00\x09\xD7\xF0\x3B\xF6\x61\xA4\x75\x99\x32\x13\xBE\x9D\x40\x7E"},
    {SLICE_CONST("\x2A\x81\x1C\xCF\x55\x01\x82\x2D"), /* SM2 */
     "\x84\x20\x01\x2C\x04\xA4\x6E\x3D\x33\xC0\xD0\x2A\x41\xC8\x3C\x43",
     "\xCF\xBB\xD0\x25\xBB\x78\x21\x7F\xD9\x9C\x96\x20\x86\x9F\x6C\xD4"},
};

/* The octets of a number without the zeros in front, behind how many they are. */
static bool append_number(struct buffer *out, struct slice number)
{
    uint8_t len;

    while (number.len > 0 && number.data[0] == 0)
        number = slice_from(number, 1);
    len = (uint8_t)number.len;
    return number.len <= NUMBER_MAX && buffer_append(out, slice_of(&len, 1), NULL) &&
           buffer_append(out, number, NULL);
}

struct slice ec_parameters_find_curve(const struct ec_parameters *parameters, bool *same_base)
{
    uint8_t room[4 * (1 + NUMBER_MAX)], curve[DIGEST_MAX], base[DIGEST_MAX];
    struct buffer numbers = {.data = room, .size = sizeof(room), .cap = sizeof(room)};

    if (parameters->base.data[0] != UNCOMPRESSED || !append_number(&numbers, parameters->prime) ||
        !append_number(&numbers, parameters->a) || !append_number(&numbers, parameters->b) ||
        !append_number(&numbers, parameters->order))
        return SLICE_NONE;
    digest_compute(DIGEST_SHA256, buffer_slice(&numbers), curve);
    digest_compute(DIGEST_SHA256, parameters->base, base);
    for (size_t i = 0; i < ARRAY_SIZE(curves); i++) {
        if (memcmp(curve, curves[i].curve, KNOWN_BY) != 0)
            continue;
        *same_base = memcmp(base, curves[i].base, KNOWN_BY) == 0;
        return curves[i].oid;
    }
    return SLICE_NONE;
}
