/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RSASSA-PSS-params ::= SEQUENCE {                            -- RFC 4055 3.1
 *     hashAlgorithm     [0] HashAlgorithm DEFAULT sha1Identifier,
 *     maskGenAlgorithm  [1] MaskGenAlgorithm DEFAULT mgf1SHA1Identifier,
 *     saltLength        [2] INTEGER DEFAULT 20,
 *     trailerField      [3] INTEGER DEFAULT 1 }
 *
 * The parameters of a signature, or what those of a key's signatures are restricted to.
 */
#ifndef OCSPKIT_RSASSA_PSS_H
#define OCSPKIT_RSASSA_PSS_H

#include "algorithm.h"

/* The OIDs are contents octets, the defaults filled in. */
struct rsassa_pss_params {
    struct slice hash_algorithm;
    struct slice mask_gen_algorithm; /* id-mgf1 in all that is in use */
    struct slice mask_gen_hash;      /* its parameter; SLICE_NONE of another algorithm */
    uint32_t salt_length;
    uint32_t trailer_field;
};

bool is_rsassa_pss(struct slice oid);

/*
 * The parameters of an AlgorithmIdentifier that is_rsassa_pss(): its parameters are no part of what
 * algorithm_parse() checks. False: they are absent, or malformed.
 */
bool rsassa_pss_params_parse(const struct algorithm *algorithm, struct rsassa_pss_params *params,
                             struct error *e) MUST_USE;

#endif
