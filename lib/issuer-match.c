/* SPDX-License-Identifier: Apache-2.0 */
#include "issuer-match.h"

#include "extension-value.h"
#include "oid.h"
#include "signature.h"

void issuer_match_free(struct issuer_match *match)
{
    buffer_free(&match->found);
}

size_t issuer_match_count(const struct issuer_match *match)
{
    return match->found.len / sizeof(struct issuer_found);
}

const struct issuer_found *issuer_match_at(const struct issuer_match *match, size_t i)
{
    const void *rows = match->found.data;

    return (const struct issuer_found *)rows + i;
}

enum issuer_verdict issuer_verdict_graver(enum issuer_verdict a, enum issuer_verdict b)
{
    return a > b ? a : b;
}

bool issuer_is_valid_at(const struct cert *cert, int64_t at)
{
    return cert->validity.not_before <= at && at <= cert->validity.not_after;
}

static void start(struct issuer_match *match, struct issuers *set)
{
    match->set = set;
    match->verdict = ISSUER_NONE;
    match->reason = ISSUER_REASON_NONE;
    match->more = false;
    match->found.len = 0;
}

static bool append(struct issuer_match *match, struct issuer *issuer, enum issuer_differs differs,
                   struct error *e)
{
    struct issuer_found found = {issuer, differs};

    return buffer_append(&match->found, slice_of(&found, sizeof(found)), e);
}

/* Moves those of the rows [0, count) that are matches, and valid or not, behind the rows. */
static bool append_sorted(struct issuer_match *match, size_t count, int64_t at, bool valid,
                          struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        struct issuer_found found = *issuer_match_at(match, i);

        if (found.differs == ISSUER_DIFFERS_NOT &&
            issuer_is_valid_at(&found.issuer->cert, at) == valid &&
            !append(match, found.issuer, found.differs, e))
            return false;
    }
    return true;
}

/* Leaves the matches alone, valid ones first; false in *found: there are none. */
static bool keep_matches(struct issuer_match *match, int64_t at, bool *found, struct error *e)
{
    size_t count = issuer_match_count(match);
    size_t len = match->found.len;

    *found = true;
    if (count == 1 && issuer_match_at(match, 0)->differs == ISSUER_DIFFERS_NOT)
        return true;
    if (!append_sorted(match, count, at, true, e) || !append_sorted(match, count, at, false, e))
        return false;
    *found = match->found.len > len;
    if (*found) {
        memmove(match->found.data, match->found.data + len, match->found.len - len);
        match->found.len -= len;
    }
    return true;
}

/* --- a CertID */

/* It is most often the one of the CertID before. */
static bool find_digest(struct issuer_match *match, const struct cert_id *cert_id, enum digest *d)
{
    const struct oid *oid = oid_find(cert_id->hash_algorithm.algorithm);

    if (oid == NULL)
        return false;
    if (UNLIKELY(oid != match->algorithm)) {
        if (!digest_by_name(slice_of_string(oid->name), d))
            return false;
        match->algorithm = oid;
        match->algorithm_digest = *d;
    }
    *d = match->algorithm_digest;
    return true;
}

void issuer_match_fetch(const struct issuers *set, const struct cert_id *cert_id,
                        struct issuer_match *match)
{
    enum digest d;

    if (find_digest(match, cert_id, &d))
        issuers_fetch(set, d, cert_id->issuer_key_hash);
}

/* All matches, in the set's order. */
static bool append_matches(struct issuers *set, enum digest d, const struct cert_id *cert_id,
                           struct issuer_match *match, struct error *e)
{
    struct issuer_search search = issuers_search(set, d, ISSUERS_BY_BOTH, cert_id->issuer_name_hash,
                                                 cert_id->issuer_key_hash);
    struct issuer *issuer;

    while ((issuer = issuer_search_next(&search)) != NULL) {
        if (!append(match, issuer, ISSUER_DIFFERS_NOT, e))
            return false;
    }
    return true;
}

/* What is found, but for those of that name. */
static bool append_near_misses(struct issuer_search search, struct slice name,
                               enum issuer_differs differs, struct issuer_match *match,
                               struct error *e)
{
    struct issuer *issuer;
    size_t count = 0;

    while ((issuer = issuer_search_next(&search)) != NULL) {
        if (slice_equal(issuer->cert.subject, name))
            continue;
        if (count++ == ISSUER_NEAR_MISSES_MAX) {
            match->more = true;
            return true;
        }
        if (!append(match, issuer, differs, e))
            return false;
    }
    return true;
}

bool issuer_match_cert_id(struct issuers *set, const struct cert_id *cert_id, int64_t at,
                          struct issuer_match *match, struct error *e)
{
    struct slice name_hash = cert_id->issuer_name_hash;
    struct slice key_hash = cert_id->issuer_key_hash;
    enum digest d;
    bool found;

    start(match, set);
    if (!find_digest(match, cert_id, &d)) {
        match->verdict = ISSUER_UNDETERMINED;
        match->reason = ISSUER_REASON_HASH_ALGORITHM;
        return true;
    }
    match->digest = d;
    if (!issuers_index(set, d, e) || !append_matches(set, d, cert_id, match, e) ||
        !keep_matches(match, at, &found, e))
        return false;
    if (found) {
        match->verdict = ISSUER_FOUND;
        return true;
    }
    if (name_hash.len != digest_size(d))
        match->reason = ISSUER_REASON_NAME_HASH_LENGTH;
    else if (key_hash.len != digest_size(d))
        match->reason = ISSUER_REASON_KEY_HASH_LENGTH;
    return append_near_misses(issuers_search(set, d, ISSUERS_BY_NAME, name_hash, key_hash),
                              SLICE_NONE, ISSUER_DIFFERS_KEY, match, e) &&
           append_near_misses(issuers_search(set, d, ISSUERS_BY_KEY, name_hash, key_hash),
                              SLICE_NONE, ISSUER_DIFFERS_NAME, match, e);
}

/* --- a certificate */

static enum signature_result verify(const struct cert *signer, const struct cert *cert)
{
    return signature_verify(signer->subject_public_key_info.element, &cert->signature_algorithm,
                            cert->tbs_certificate, cert->signature_value);
}

/* What a certificate with the right subject differs in, if anything. */
static enum issuer_differs compare(const struct issuer *issuer, const struct cert *cert)
{
    struct slice wanted = cert_authority_key_identifier(cert);
    struct slice found = issuer->subject_key_identifier;

    if (wanted.data != NULL && found.data != NULL && !slice_equal(wanted, found))
        return ISSUER_DIFFERS_KEY_IDENTIFIER;
    switch (verify(&issuer->cert, cert)) {
    case SIGNATURE_VALID:
        return ISSUER_DIFFERS_NOT;
    case SIGNATURE_UNSUPPORTED:
        return ISSUER_DIFFERS_UNKNOWN;
    case SIGNATURE_INVALID:
        break;
    }
    return ISSUER_DIFFERS_SIGNATURE;
}

/* Everyone of that name, in the set's order. */
static bool append_namesakes(struct issuers *set, const struct cert *cert, struct slice name_hash,
                             struct issuer_match *match, struct error *e)
{
    struct issuer_search search =
        issuers_search(set, DIGEST_SHA1, ISSUERS_BY_NAME, name_hash, SLICE_NONE);
    struct issuer *issuer;

    while ((issuer = issuer_search_next(&search)) != NULL) {
        if (slice_equal(issuer->cert.subject, cert->issuer) &&
            !append(match, issuer, compare(issuer, cert), e))
            return false;
    }
    return true;
}

/* Leaves the matches, valid ones first; where there are none, the near misses. */
static bool sort_namesakes(struct issuer_match *match, int64_t at, struct error *e)
{
    size_t count = issuer_match_count(match);
    bool found;

    if (!keep_matches(match, at, &found, e))
        return false;
    if (found) {
        match->verdict = ISSUER_FOUND;
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (issuer_match_at(match, i)->differs == ISSUER_DIFFERS_UNKNOWN) {
            match->verdict = ISSUER_UNDETERMINED;
            match->reason = ISSUER_REASON_SIGNATURE_ALGORITHM;
        }
    }
    match->more = count > ISSUER_NEAR_MISSES_MAX;
    if (match->more)
        match->found.len = ISSUER_NEAR_MISSES_MAX * sizeof(struct issuer_found);
    return true;
}

bool issuer_match_cert(struct issuers *set, const struct cert *cert, int64_t at,
                       struct issuer_match *match, struct error *e)
{
    uint8_t hash[DIGEST_MAX];
    struct slice name_hash = slice_of(hash, digest_size(DIGEST_SHA1));

    start(match, set);
    digest_compute(DIGEST_SHA1, cert->issuer, hash);
    if (!issuers_index(set, DIGEST_SHA1, e) || !append_namesakes(set, cert, name_hash, match, e) ||
        !sort_namesakes(match, at, e))
        return false;
    if (match->verdict == ISSUER_FOUND)
        return true;
    if (match->verdict == ISSUER_NONE && slice_equal(cert->subject, cert->issuer) &&
        verify(cert, cert) == SIGNATURE_VALID)
        match->reason = ISSUER_REASON_SELF_SIGNED;
    /* Most key identifiers are the SHA-1 of the key (RFC 5280 4.2.1.2); the others are not found
     * so. */
    return append_near_misses(issuers_search(set, DIGEST_SHA1, ISSUERS_BY_KEY, SLICE_NONE,
                                             cert_authority_key_identifier(cert)),
                              cert->issuer, ISSUER_DIFFERS_NAME, match, e);
}
