/* SPDX-License-Identifier: Apache-2.0 */
/*
 * For the judge's target: what was changed is signed again most of the time, so that a change gets
 * past the signature to what is checked of the rest. Ed25519, whose signatures are all as long. The
 * keys are ed25519.pem and ed25519-signer.pem of tests/data/keys.
 */
#include "crl.h"
#include "judge-input.h"
#include "mutate.h"
#include "ocsp-response.h"

#include <gnutls/abstract.h>

#define SIGNATURE_SIZE 64
#define KEY_SIZE       32

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

struct test_key {
    uint8_t public_key[KEY_SIZE];
    uint8_t private_key[KEY_SIZE];
};

static const struct test_key issuer_key = {
    {0xA8, 0x8C, 0x98, 0x61, 0x26, 0x37, 0x02, 0x9D, 0xA2, 0xAF, 0xCB,
     0x2F, 0x3D, 0x47, 0x21, 0xD3, 0x85, 0xAD, 0xB1, 0xBF, 0xF8, 0xC4,
     0x53, 0x9A, 0xD5, 0x16, 0x5A, 0x8F, 0x05, 0xEF, 0x5A, 0xC4},
    {0xAC, 0x19, 0xC0, 0x38, 0xB7, 0x97, 0xF6, 0x87, 0x39, 0x04, 0x69,
     0xBF, 0x39, 0xC7, 0xF4, 0x23, 0x07, 0xB8, 0x51, 0xC7, 0xD7, 0xED,
     0x9E, 0xA8, 0xAC, 0xE0, 0x8C, 0x2C, 0x00, 0xFC, 0xA4, 0xC7},
};
static const struct test_key signer_key = {
    {0x42, 0x1D, 0x53, 0xA9, 0x49, 0x80, 0xFE, 0x79, 0x54, 0xFB, 0x42,
     0x08, 0x94, 0x96, 0x45, 0x41, 0xE3, 0x5E, 0x65, 0x63, 0x2B, 0xCE,
     0x78, 0x52, 0x97, 0x83, 0x1E, 0x04, 0xCC, 0x42, 0xA3, 0x17},
    {0x72, 0x63, 0x5B, 0x06, 0x74, 0x19, 0xD8, 0xB1, 0xC9, 0xC0, 0x2D,
     0x01, 0x52, 0xE5, 0x85, 0x2A, 0x58, 0xE7, 0x81, 0xEF, 0xC9, 0xC4,
     0x8C, 0x3E, 0xCD, 0x11, 0xCD, 0x7B, 0x6D, 0xB2, 0x81, 0x78},
};

static gnutls_datum_t datum(const uint8_t *data, size_t len)
{
    union {
        const uint8_t *given;
        uint8_t *taken;
    } bytes = {data};

    return (gnutls_datum_t){bytes.taken, (unsigned)len};
}

static gnutls_privkey_t load_key(const struct test_key *key)
{
    gnutls_datum_t x = datum(key->public_key, KEY_SIZE);
    gnutls_datum_t k = datum(key->private_key, KEY_SIZE);
    gnutls_privkey_t loaded = NULL;

    if (gnutls_privkey_init(&loaded) < 0 ||
        gnutls_privkey_import_ecc_raw(loaded, GNUTLS_ECC_CURVE_ED25519, &x, NULL, &k) < 0)
        return NULL;
    return loaded;
}

/* Writes the signature over the one that is there, in `data`, of which both are slices. */
static void sign(uint8_t *data, const struct test_key *key, struct slice bytes,
                 struct slice signature)
{
    static gnutls_privkey_t loaded[2];
    gnutls_privkey_t *place = &loaded[key == &signer_key];
    gnutls_datum_t input = datum(bytes.data, bytes.len);
    gnutls_datum_t made;

    if (*place == NULL)
        *place = load_key(key);
    if (*place == NULL || signature.len != SIGNATURE_SIZE ||
        gnutls_privkey_sign_data2(*place, GNUTLS_SIGN_EDDSA_ED25519, 0, &input, &made) < 0)
        return;
    if (made.size == SIGNATURE_SIZE)
        memcpy(data + (signature.data - data), made.data, made.size);
    gnutls_free(made.data);
}

static bool has_key(const struct cert *cert, const struct test_key *key)
{
    return slice_equal(cert->subject_public_key_info.subject_public_key,
                       slice_of(key->public_key, KEY_SIZE));
}

/* The first certificate within, by the issuer; the response by the key that is in it. `key` is for
 * where there is none. */
static void sign_response(uint8_t *data, const struct basic_ocsp_response *basic,
                          const struct test_key *key)
{
    struct slice certs = basic->certs;
    struct cert cert;

    if (certs_next(&certs, &cert)) {
        sign(data, &issuer_key, cert.tbs_certificate, cert.signature_value);
        if (has_key(&cert, &signer_key))
            key = &signer_key;
    }
    sign(data, key, basic->tbs_response_data, basic->signature);
}

static void sign_again(uint8_t *data, size_t size)
{
    static struct ocsp_response response;
    static struct crl crl;
    struct judge_input input;

    if (!judge_input_read(slice_of(data, size), &input))
        return;
    if (ocsp_response_parse(input.answer, &response, NULL) && response.is_basic)
        sign_response(data, &response.basic,
                      (input.settings & SETTING_TRUSTED) != 0 ? &signer_key : &issuer_key);
    else if (crl_parse(input.answer, &crl, NULL))
        sign(data, &issuer_key, crl.tbs_cert_list, crl.signature_value);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    uint64_t random = seed;

    if (seed % 4 == 0 || size < 2)
        size = LLVMFuzzerMutate(data, size, max_size);
    else
        for (size_t changes = 1 + random_below(&random, 3); changes > 0; changes--)
            size = mutate(data, size, max_size, &random);
    if (seed % 16 != 1)
        sign_again(data, size);
    return size;
}
