/* SPDX-License-Identifier: Apache-2.0 */
#include "algorithm.h"

#include "der-value.h"
#include "oid.h"

bool algorithm_parse(struct der *d, struct algorithm *algorithm, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &algorithm->algorithm, e))
        return error_in(e, "algorithm");
    algorithm->parameters = SLICE_NONE;
    if (der_at_end(&inside))
        return true;
    if (!der_read_value_element(&inside, &algorithm->parameters, e))
        return error_in(e, "parameters");
    return der_end(&inside, e);
}

/* Whether the OID is one of PKCS #1's (1.2.840.113549.1.1.n) that want NULL: all but RSASSA-PSS
 * (10). */
static bool wants_null(struct slice oid)
{
    static const uint8_t pkcs1[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01};

    return oid.len == sizeof(pkcs1) + 1 && memcmp(oid.data, pkcs1, sizeof(pkcs1)) == 0 &&
           oid.data[8] != 10;
}

/* ANSI X9.62 and X9.57 signatures (1.2.840.10045.4, 1.2.840.10040.4), EdDSA (1.3.101). */
static bool wants_none(struct slice oid)
{
    static const uint8_t ecdsa[] = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04};
    static const uint8_t dsa[] = {0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04};
    static const uint8_t eddsa[] = {0x2B, 0x65};

    return slice_starts_with(oid, slice_of(ecdsa, sizeof(ecdsa))) ||
           slice_starts_with(oid, slice_of(dsa, sizeof(dsa))) ||
           slice_starts_with(oid, slice_of(eddsa, sizeof(eddsa)));
}

bool algorithm_parse_signature(struct der *d, struct algorithm *algorithm, struct error *e)
{
    if (!algorithm_parse(d, algorithm, e))
        return false;
    if (algorithm->parameters.data == NULL && wants_null(algorithm->algorithm))
        der_depart(d, DEPARTURE_PARAMETERS_ABSENT);
    if (algorithm->parameters.data != NULL && wants_none(algorithm->algorithm))
        der_depart(d, DEPARTURE_PARAMETERS_PRESENT);
    return true;
}

static bool has_no_parameters(const struct algorithm *algorithm)
{
    return algorithm->parameters.data == NULL || algorithm->parameters.data[0] == DER_NULL;
}

bool algorithm_equal(const struct algorithm *a, const struct algorithm *b)
{
    return slice_equal(a->algorithm, b->algorithm) &&
           ((has_no_parameters(a) && has_no_parameters(b)) ||
            slice_equal(a->parameters, b->parameters));
}
