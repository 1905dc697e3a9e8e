/* SPDX-License-Identifier: Apache-2.0 */
#include "signature-strength.h"

#include "oid.h"
#include "rsassa-pss.h"

enum hash_strength {
    HASH_UNKNOWN = 0,
    HASH_BROKEN,
    HASH_SHA1,
    HASH_STRONG,
};

struct row {
    const char *name; /* as registered */
    enum hash_strength strength;
};

/* EdDSA has its hash within. */
static const struct row signatures[] = {
    {"sha256WithRSAEncryption", HASH_STRONG},
    {"ecdsa-with-SHA256", HASH_STRONG},
    {"ecdsa-with-SHA384", HASH_STRONG},
    {"sha384WithRSAEncryption", HASH_STRONG},
    {"sha512WithRSAEncryption", HASH_STRONG},
    {"ecdsa-with-SHA512", HASH_STRONG},
    {"id-Ed25519", HASH_STRONG},
    {"id-Ed448", HASH_STRONG},
    {"sha512-256WithRSAEncryption", HASH_STRONG},
    {"id-ecdsa-with-sha3-256", HASH_STRONG},
    {"id-ecdsa-with-sha3-384", HASH_STRONG},
    {"id-ecdsa-with-sha3-512", HASH_STRONG},
    {"id-rsassa-pkcs1-v1_5-with-sha3-256", HASH_STRONG},
    {"id-rsassa-pkcs1-v1_5-with-sha3-384", HASH_STRONG},
    {"id-rsassa-pkcs1-v1_5-with-sha3-512", HASH_STRONG},
    {"sha1WithRSAEncryption", HASH_SHA1},
    {"sha1WithRSA", HASH_SHA1},
    {"ecdsa-with-SHA1", HASH_SHA1},
    {"md2WithRSAEncryption", HASH_BROKEN},
    {"md4WithRSAEncryption", HASH_BROKEN},
    {"md5WithRSAEncryption", HASH_BROKEN},
    {"md5WithRSA", HASH_BROKEN},
    {"shaWithRSA", HASH_BROKEN},
    {"ripemd160WithRSA", HASH_BROKEN},
    {"sha224WithRSAEncryption", HASH_BROKEN},
    {"sha512-224WithRSAEncryption", HASH_BROKEN},
    {"ecdsa-with-SHA224", HASH_BROKEN},
    {"id-ecdsa-with-sha3-224", HASH_BROKEN},
    {"id-rsassa-pkcs1-v1_5-with-sha3-224", HASH_BROKEN},
    {"id-dsa-with-sha1", HASH_BROKEN},
    {"id-dsa-with-sha224", HASH_BROKEN},
    {"id-dsa-with-sha256", HASH_BROKEN},
    {"id-dsa-with-sha384", HASH_BROKEN},
    {"id-dsa-with-sha512", HASH_BROKEN},
};

/* Of RSASSA-PSS, whose hash is a parameter. */
static const struct row hashes[] = {
    {"sha256", HASH_STRONG},     {"sha384", HASH_STRONG},     {"sha512", HASH_STRONG},
    {"sha512-256", HASH_STRONG}, {"sha3-256", HASH_STRONG},   {"sha3-384", HASH_STRONG},
    {"sha3-512", HASH_STRONG},   {"sha1", HASH_SHA1},         {"md5", HASH_BROKEN},
    {"sha224", HASH_BROKEN},     {"sha512-224", HASH_BROKEN}, {"sha3-224", HASH_BROKEN},
};

static enum hash_strength find_row(const struct row *rows, size_t count, struct slice oid)
{
    const struct oid *known = oid_find(oid);

    for (size_t i = 0; known != NULL && i < count; i++) {
        if (strcmp(rows[i].name, known->name) == 0)
            return rows[i].strength;
    }
    return HASH_UNKNOWN;
}

static enum hash_strength find_hash_strength(const struct algorithm *algorithm)
{
    struct rsassa_pss_params params;

    if (!is_rsassa_pss(algorithm->algorithm))
        return find_row(signatures, ARRAY_SIZE(signatures), algorithm->algorithm);
    return rsassa_pss_params_parse(algorithm, &params, NULL)
               ? find_row(hashes, ARRAY_SIZE(hashes), params.hash_algorithm)
               : HASH_UNKNOWN;
}

static bool is_strong_key(const struct subject_public_key_info *info)
{
    struct public_key key;

    public_key_look(info, &key);
    switch (key.kind) {
    case KEY_RSA:
    case KEY_RSA_PSS:
        return key.bits >= STRENGTH_RSA_BITS;
    case KEY_EC:
        return key.bits >= STRENGTH_EC_BITS;
    case KEY_EDWARDS:
        return true;
    default:
        return false;
    }
}

enum strength signature_strength(const struct algorithm *signature_algorithm,
                                 const struct subject_public_key_info *signer, bool allow_sha1)
{
    enum hash_strength hash = find_hash_strength(signature_algorithm);

    if (hash == HASH_UNKNOWN)
        return STRENGTH_UNKNOWN;
    if (hash == HASH_BROKEN || (hash == HASH_SHA1 && !allow_sha1))
        return STRENGTH_HASH_WEAK;
    return is_strong_key(signer) ? STRENGTH_ENOUGH : STRENGTH_KEY_WEAK;
}
