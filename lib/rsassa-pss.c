/* SPDX-License-Identifier: Apache-2.0 */
#include "rsassa-pss.h"

static const struct slice sha1 = SLICE_CONST("\x2B\x0E\x03\x02\x1A");
static const struct slice mgf1 = SLICE_CONST("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x08");

bool is_rsassa_pss(struct slice oid)
{
    return slice_equal(oid, SLICE("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0A"));
}

/* [n] EXPLICIT AlgorithmIdentifier; `algorithm` is untouched where it is absent. */
static bool parse_algorithm(struct der *d, uint8_t tag, struct algorithm *algorithm,
                            struct error *e)
{
    struct der inside;

    if (!der_next_is(d, tag))
        return true;
    return der_enter(d, tag, &inside, e) && algorithm_parse(&inside, algorithm, e) &&
           der_end(&inside, e);
}

/* [n] EXPLICIT INTEGER; the same. */
static bool parse_number(struct der *d, uint8_t tag, uint32_t *number, struct error *e)
{
    struct der inside;

    if (!der_next_is(d, tag))
        return true;
    return der_enter(d, tag, &inside, e) && der_read_number(&inside, DER_INTEGER, number, e) &&
           der_end(&inside, e);
}

static bool parse_mask_gen(struct der *d, struct rsassa_pss_params *params, struct error *e)
{
    struct algorithm mask_gen = {mgf1, SLICE_NONE};
    struct algorithm hash = {sha1, SLICE_NONE};
    bool is_default = !der_next_is(d, DER_CONTEXT(1));
    struct der inside;

    if (!parse_algorithm(d, DER_CONTEXT(1), &mask_gen, e))
        return false;
    params->mask_gen_algorithm = mask_gen.algorithm;
    params->mask_gen_hash = SLICE_NONE;
    if (!slice_equal(mask_gen.algorithm, mgf1))
        return true;
    inside =
        der_within(d, mask_gen.parameters.data != NULL ? mask_gen.parameters : slice_of(d->at, 0));
    if (!is_default && (!algorithm_parse(&inside, &hash, e) || !der_end(&inside, e)))
        return error_in(e, "parameters");
    params->mask_gen_hash = hash.algorithm;
    return true;
}

static bool parse_members(struct der *d, struct rsassa_pss_params *params, struct error *e)
{
    struct algorithm hash = {sha1, SLICE_NONE};

    if (!parse_algorithm(d, DER_CONTEXT(0), &hash, e))
        return error_in(e, "hashAlgorithm");
    params->hash_algorithm = hash.algorithm;
    if (!parse_mask_gen(d, params, e))
        return error_in(e, "maskGenAlgorithm");
    params->salt_length = 20;
    if (!parse_number(d, DER_CONTEXT(2), &params->salt_length, e))
        return error_in(e, "saltLength");
    params->trailer_field = 1;
    if (!parse_number(d, DER_CONTEXT(3), &params->trailer_field, e))
        return error_in(e, "trailerField");
    return der_end(d, e);
}

bool rsassa_pss_params_parse(const struct algorithm *algorithm, struct rsassa_pss_params *params,
                             struct error *e)
{
    departure_set known = 0;
    struct der d = der_over(algorithm->parameters, &known);
    struct der inside;

    return der_enter(&d, DER_SEQUENCE, &inside, e) && parse_members(&inside, params, e) &&
           der_end(&d, e);
}
