/* SPDX-License-Identifier: Apache-2.0 */
#include "signature.h"

#include "buffer.h"
#include "oid.h"
#include "rsassa-pss.h"

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

/* The question is only whether the key verifies, so nothing is refused for being weak. */
#define ANY_STRENGTH (GNUTLS_VERIFY_ALLOW_BROKEN | GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1)

/* What GnuTLS is told of RSASSA-PSS-params; the mask is made with the same hash. */
struct pss_params {
    gnutls_digest_algorithm_t hash;
    unsigned salt_length;
};

static void free_key(gnutls_pubkey_t *key)
{
    if (*key != NULL)
        gnutls_pubkey_deinit(*key);
}

static void free_spki(gnutls_x509_spki_t *spki)
{
    if (*spki != NULL)
        gnutls_x509_spki_deinit(*spki);
}

static gnutls_datum_t datum(struct slice bytes)
{
    /* The library takes data that it only reads without const. */
    union {
        const uint8_t *given;
        uint8_t *taken;
    } data = {bytes.data};

    return (gnutls_datum_t){data.taken, (unsigned)bytes.len};
}

/*
 * GnuTLS declares what finds an identifier as if it did not read the text, so that a compiler may
 * let the text go before the call: a pointer to it has no such declaration.
 */
static gnutls_digest_algorithm_t digest_of(struct slice oid)
{
    gnutls_digest_algorithm_t (*volatile find)(const char *) = gnutls_oid_to_digest;
    char dotted[OID_DOTTED_MAX];

    return oid_to_dotted(oid, dotted, NULL) ? find(dotted) : GNUTLS_DIG_UNKNOWN;
}

/* The defaults are SHA-1 throughout, which GnuTLS has no PSS for: so they are not supported either.
 */
static bool read_pss_params(const struct algorithm *algorithm, struct pss_params *params)
{
    struct rsassa_pss_params read;

    if (!rsassa_pss_params_parse(algorithm, &read, NULL) ||
        !slice_equal(read.hash_algorithm, read.mask_gen_hash) || read.trailer_field != 1)
        return false;
    params->hash = digest_of(read.hash_algorithm);
    params->salt_length = read.salt_length;
    return params->hash != GNUTLS_DIG_UNKNOWN;
}

/* Tells the key which salt length the signature has, unless the key itself forbids it (RFC
 * 4055 3.3). */
static bool set_pss_params(gnutls_pubkey_t key, const struct pss_params *params)
{
    gnutls_x509_spki_t spki CLEANUP(free_spki) = NULL;
    gnutls_digest_algorithm_t hash;
    unsigned salt_length;

    if (gnutls_x509_spki_init(&spki) < 0)
        return false;
    if (gnutls_pubkey_get_pk_algorithm(key, NULL) == GNUTLS_PK_RSA_PSS &&
        gnutls_pubkey_get_spki(key, spki, 0) >= 0 &&
        gnutls_x509_spki_get_rsa_pss_params(spki, &hash, &salt_length) >= 0 &&
        (hash != params->hash || salt_length > params->salt_length))
        return false;
    gnutls_x509_spki_set_rsa_pss_params(spki, params->hash, params->salt_length);
    return gnutls_pubkey_set_spki(key, spki, 0) >= 0;
}

/* GnuTLS's name of the algorithm; what it has no name for it cannot verify. */
static gnutls_sign_algorithm_t sign_algorithm_of(const struct algorithm *algorithm)
{
    gnutls_sign_algorithm_t (*volatile find)(const char *) = gnutls_oid_to_sign; /* as above */
    char dotted[OID_DOTTED_MAX];

    return oid_to_dotted(algorithm->algorithm, dotted, NULL) ? find(dotted) : GNUTLS_SIGN_UNKNOWN;
}

/* Whether the key is of the kind that the algorithm signs with; an RSA key may sign with
 * RSASSA-PSS. */
static bool fits(gnutls_pubkey_t key, gnutls_sign_algorithm_t algorithm)
{
    int kind = gnutls_pubkey_get_pk_algorithm(key, NULL);

    return kind >= 0 &&
           gnutls_sign_supports_pk_algorithm(algorithm, (gnutls_pk_algorithm_t)kind) != 0;
}

/* Only what says that the key did not sign is invalid; a refusal says nothing of the signature. */
static enum signature_result result_of(int code)
{
    switch (code) {
    case GNUTLS_E_INSUFFICIENT_SECURITY:
    case GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM:
    case GNUTLS_E_UNKNOWN_HASH_ALGORITHM:
    case GNUTLS_E_UNKNOWN_PK_ALGORITHM:
    case GNUTLS_E_UNIMPLEMENTED_FEATURE:
    case GNUTLS_E_CONSTRAINT_ERROR:
    case GNUTLS_E_LIB_IN_ERROR_STATE:
    case GNUTLS_E_MEMORY_ERROR:
    case GNUTLS_E_INVALID_REQUEST:
        return SIGNATURE_UNSUPPORTED;
    default:
        return code >= 0 ? SIGNATURE_VALID : SIGNATURE_INVALID;
    }
}

static bool load_key(struct slice subject_public_key_info, gnutls_pubkey_t *key)
{
    gnutls_datum_t key_bytes = datum(subject_public_key_info);

    return gnutls_pubkey_init(key) >= 0 &&
           gnutls_pubkey_import(*key, &key_bytes, GNUTLS_X509_FMT_DER) >= 0;
}

static enum signature_result verify(gnutls_pubkey_t key, gnutls_sign_algorithm_t algorithm,
                                    struct slice signed_bytes, struct slice signature)
{
    gnutls_datum_t data = datum(signed_bytes);
    gnutls_datum_t signature_bytes = datum(signature);

    if (algorithm == GNUTLS_SIGN_UNKNOWN || signed_bytes.len > LIMIT_OBJECT)
        return SIGNATURE_UNSUPPORTED;
    if (!fits(key, algorithm))
        return SIGNATURE_INVALID;
    return result_of(
        gnutls_pubkey_verify_data2(key, algorithm, ANY_STRENGTH, &data, &signature_bytes));
}

static enum signature_result verify_pss(gnutls_pubkey_t key, const struct algorithm *algorithm,
                                        struct slice signed_bytes, struct slice signature)
{
    struct pss_params params;

    if (!read_pss_params(algorithm, &params))
        return SIGNATURE_UNSUPPORTED;
    if (!set_pss_params(key, &params))
        return SIGNATURE_INVALID;
    return verify(key, gnutls_pk_to_sign(GNUTLS_PK_RSA_PSS, params.hash), signed_bytes, signature);
}

enum signature_result signature_verify(struct slice subject_public_key_info,
                                       const struct algorithm *signature_algorithm,
                                       struct slice signed_bytes, struct slice signature)
{
    gnutls_pubkey_t key CLEANUP(free_key) = NULL;

    if (!load_key(subject_public_key_info, &key))
        return SIGNATURE_UNSUPPORTED;
    if (is_rsassa_pss(signature_algorithm->algorithm))
        return verify_pss(key, signature_algorithm, signed_bytes, signature);
    return verify(key, sign_algorithm_of(signature_algorithm), signed_bytes, signature);
}

/* The library's handle of a key is itself a pointer to what it keeps. */
struct signature_key *signature_key_load(struct slice subject_public_key_info)
{
    gnutls_pubkey_t key = NULL;

    if (load_key(subject_public_key_info, &key))
        return (struct signature_key *)key;
    free_key(&key);
    return NULL;
}

void signature_key_free(struct signature_key *key)
{
    if (key != NULL)
        gnutls_pubkey_deinit((gnutls_pubkey_t)key);
}

enum signature_result signature_key_verify(struct signature_key *key,
                                           const struct algorithm *signature_algorithm,
                                           struct slice signed_bytes, struct slice signature)
{
    if (is_rsassa_pss(signature_algorithm->algorithm))
        return SIGNATURE_UNSUPPORTED;
    return verify((gnutls_pubkey_t)key, sign_algorithm_of(signature_algorithm), signed_bytes,
                  signature);
}
