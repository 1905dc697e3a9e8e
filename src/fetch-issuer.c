/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-issuer.h"

void fetch_issuers_init(struct fetch_issuers *issuers)
{
    *issuers = (struct fetch_issuers){.has_store = false};
}

void fetch_issuers_free(struct fetch_issuers *issuers)
{
    issuers_free(&issuers->given);
    issuers_free(&issuers->store);
}

/* What is looked for, and the best found so far. */
struct hunt {
    const struct cert *cert;
    int64_t at;
    struct signers *signers;
    size_t candidates;
    struct cert best;
    bool found;
    bool is_valid; /* at that moment */
};

/* True: none is better. */
static bool consider(struct hunt *hunt, const struct cert *candidate)
{
    const struct validity *validity = &candidate->validity;

    if (!slice_equal(candidate->subject, hunt->cert->issuer) ||
        hunt->candidates++ >= FETCH_ISSUER_CANDIDATES ||
        signers_verify_cert(hunt->signers, candidate->subject_public_key_info.element,
                            hunt->cert) != SIGNATURE_VALID)
        return false;
    hunt->is_valid = validity->not_before <= hunt->at && hunt->at <= validity->not_after;
    if (!hunt->found || hunt->is_valid)
        hunt->best = *candidate;
    hunt->found = true;
    return hunt->is_valid;
}

static bool hunt_in_set(struct hunt *hunt, struct issuers *set)
{
    uint8_t name_hash[DIGEST_MAX];
    struct issuer_search search;
    const struct issuer *issuer;

    hunt->candidates = 0;
    if (set->count == 0 || !issuers_index(set, DIGEST_SHA1, NULL))
        return false;
    digest_compute(DIGEST_SHA1, hunt->cert->issuer, name_hash);
    search = issuers_search(set, DIGEST_SHA1, ISSUERS_BY_NAME,
                            slice_of(name_hash, digest_size(DIGEST_SHA1)), SLICE_NONE);
    while ((issuer = issuer_search_next(&search)) != NULL && !consider(hunt, &issuer->cert))
        ;
    return hunt->found;
}

static bool hunt_beside(struct hunt *hunt, struct slice beside)
{
    struct cert cert;

    hunt->candidates = 0;
    while (certs_next(&beside, &cert) && !consider(hunt, &cert))
        ;
    return hunt->found;
}

/* A root is its own issuer. */
static bool hunt_self(struct hunt *hunt)
{
    hunt->candidates = 0;
    (void)consider(hunt, hunt->cert);
    return hunt->found;
}

static struct issuers *load_store(struct fetch_issuers *issuers)
{
    if (!issuers->has_store && issuers->load_store != NULL)
        issuers->load_store(issuers->context, &issuers->store);
    issuers->has_store = true;
    return &issuers->store;
}

bool fetch_issuers_find(struct fetch_issuers *issuers, const struct cert *cert, struct slice beside,
                        int64_t at, struct signers *signers, struct cert *issuer)
{
    struct hunt hunt = {.cert = cert, .at = at, .signers = signers};

    if (!hunt_in_set(&hunt, &issuers->given) && !hunt_beside(&hunt, beside) &&
        !hunt_in_set(&hunt, load_store(issuers)) && !hunt_self(&hunt))
        return false;
    *issuer = hunt.best;
    return true;
}

bool fetch_issuers_find_among(struct slice certs, const struct cert *cert, int64_t at,
                              struct signers *signers, struct cert *issuer)
{
    struct hunt hunt = {.cert = cert, .at = at, .signers = signers};

    if (!hunt_beside(&hunt, certs))
        return false;
    *issuer = hunt.best;
    return true;
}
