/* SPDX-License-Identifier: Apache-2.0 */
#include "signers.h"

#include "digest.h"
#include "rsassa-pss.h"

void signers_init(struct signers *signers)
{
    memset(signers, 0, sizeof(*signers));
}

void signers_free(struct signers *signers)
{
    for (size_t i = 0; i < SIGNERS_PLACES; i++)
        signature_key_free(signers->keys[i].key);
    signers_init(signers);
}

/* The first octet of a digest is the place. */
static const uint8_t *digest_of(struct slice bytes, uint8_t out[DIGEST_MAX])
{
    digest_compute(DIGEST_SHA256, bytes, out);
    return out;
}

static bool is_same(const uint8_t *a, const uint8_t *b)
{
    return memcmp(a, b, SIGNERS_DIGEST_SIZE) == 0;
}

/* The key of that digest, loaded if need be; null where it is not supported. */
static struct signature_key *find_key(struct signers *signers, const uint8_t *digest,
                                      struct slice subject_public_key_info)
{
    struct signers_key *place = &signers->keys[digest[0]];
    struct signature_key *key;

    if (place->key != NULL && is_same(place->digest, digest))
        return place->key;
    key = signature_key_load(subject_public_key_info);
    if (key == NULL)
        return NULL;
    signature_key_free(place->key);
    place->key = key;
    memcpy(place->digest, digest, SIGNERS_DIGEST_SIZE);
    return key;
}

static enum signature_result verify(struct signers *signers, const uint8_t *digest,
                                    struct slice subject_public_key_info,
                                    const struct algorithm *signature_algorithm,
                                    struct slice signed_bytes, struct slice signature)
{
    struct signature_key *key;

    /* Its parameters are set in the key, which must not stay. */
    if (is_rsassa_pss(signature_algorithm->algorithm))
        return signature_verify(subject_public_key_info, signature_algorithm, signed_bytes,
                                signature);
    key = find_key(signers, digest, subject_public_key_info);
    if (key == NULL)
        return SIGNATURE_UNSUPPORTED;
    return signature_key_verify(key, signature_algorithm, signed_bytes, signature);
}

enum signature_result signers_verify(struct signers *signers, struct slice subject_public_key_info,
                                     const struct algorithm *signature_algorithm,
                                     struct slice signed_bytes, struct slice signature)
{
    uint8_t digest[DIGEST_MAX];

    if (signers == NULL)
        return signature_verify(subject_public_key_info, signature_algorithm, signed_bytes,
                                signature);
    return verify(signers, digest_of(subject_public_key_info, digest), subject_public_key_info,
                  signature_algorithm, signed_bytes, signature);
}

enum signature_result signers_verify_cert(struct signers *signers,
                                          struct slice subject_public_key_info,
                                          const struct cert *cert)
{
    uint8_t key_digest[DIGEST_MAX];
    uint8_t cert_digest[DIGEST_MAX];
    struct signers_pair *pair;
    enum signature_result result;

    if (signers == NULL)
        return signature_verify(subject_public_key_info, &cert->signature_algorithm,
                                cert->tbs_certificate, cert->signature_value);
    (void)digest_of(subject_public_key_info, key_digest);
    pair = &signers->pairs[digest_of(cert->der, cert_digest)[0]];
    if (pair->is_set && is_same(pair->key_digest, key_digest) &&
        is_same(pair->cert_digest, cert_digest))
        return SIGNATURE_VALID;
    result = verify(signers, key_digest, subject_public_key_info, &cert->signature_algorithm,
                    cert->tbs_certificate, cert->signature_value);
    if (result != SIGNATURE_VALID)
        return result;
    pair->is_set = true;
    memcpy(pair->key_digest, key_digest, SIGNERS_DIGEST_SIZE);
    memcpy(pair->cert_digest, cert_digest, SIGNERS_DIGEST_SIZE);
    return SIGNATURE_VALID;
}
