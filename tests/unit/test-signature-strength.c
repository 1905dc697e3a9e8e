/* SPDX-License-Identifier: Apache-2.0 */
/* Signature algorithms, with keys that are long enough and keys that are too short. */
#include "signature-strength.h"

#include "cert.h"
#include "der-text.h"
#include "manifest.h"

#define PKCS1(last) "30{06:2A864886F70D0101" last " 05:}"
#define ECDSA(last) "30{06:2A8648CE3D04" last "}"
#define PSS(hash)   "30{06:2A864886F70D01010A 30{" hash "}}"

#define UNKNOWN     STRENGTH_UNKNOWN
#define WEAK_HASH   STRENGTH_HASH_WEAK
#define WEAK_KEY    STRENGTH_KEY_WEAK
#define ENOUGH      STRENGTH_ENOUGH

static const struct {
    const char *what;
    const char *algorithm;
    const char *key; /* a certificate with such a key */
    enum strength strict;
    enum strength with_sha1;
} cases[] = {
    {"SHA-256, RSA 2048", PKCS1("0B"), "intermediate", ENOUGH, ENOUGH},
    {"SHA-384, RSA 2048", PKCS1("0C"), "intermediate", ENOUGH, ENOUGH},
    {"SHA-512, RSA 2048", PKCS1("0D"), "intermediate", ENOUGH, ENOUGH},
    {"SHA-512/256, RSA 2048", PKCS1("10"), "intermediate", ENOUGH, ENOUGH},
    {"SHA-224, RSA 2048", PKCS1("0E"), "intermediate", WEAK_HASH, WEAK_HASH},
    {"SHA-1, RSA 2048", PKCS1("05"), "intermediate", WEAK_HASH, ENOUGH},
    {"SHA-1 by its old name", "30{06:2B0E03021D}", "intermediate", WEAK_HASH, ENOUGH},
    {"MD5, RSA 2048", PKCS1("04"), "intermediate", WEAK_HASH, WEAK_HASH},
    {"MD2, RSA 2048", PKCS1("02"), "intermediate", WEAK_HASH, WEAK_HASH},
    {"SHA-256, RSA 1024", PKCS1("0B"), "small-ca", WEAK_KEY, WEAK_KEY},
    {"SHA-1, RSA 1024", PKCS1("05"), "small-ca", WEAK_HASH, WEAK_KEY},
    {"PSS with SHA-256", PSS("A0{30{06:608648016503040201}}"), "intermediate", ENOUGH, ENOUGH},
    {"PSS with SHA-1, the default", PSS(""), "intermediate", WEAK_HASH, ENOUGH},
    {"PSS with SHA-224", PSS("A0{30{06:608648016503040204}}"), "intermediate", WEAK_HASH,
     WEAK_HASH},
    {"PSS with a key of its own", PSS("A0{30{06:608648016503040201}}"), "key-pss", ENOUGH, ENOUGH},
    {"PSS without parameters", "30{06:2A864886F70D01010A}", "intermediate", UNKNOWN, UNKNOWN},
    {"PSS with a hash that is not known", PSS("A0{30{06:2A03}}"), "intermediate", UNKNOWN, UNKNOWN},
    {"SHA-256, P-256", ECDSA("0302"), "ec-root", ENOUGH, ENOUGH},
    {"SHA-512, P-384", ECDSA("0304"), "p384", ENOUGH, ENOUGH},
    {"SHA-1, P-256", ECDSA("01"), "ec-root", WEAK_HASH, ENOUGH},
    {"SHA-224, P-256", ECDSA("0301"), "ec-root", WEAK_HASH, WEAK_HASH},
    {"SHA3-256, P-256", "30{06:60864801650304030A}", "ec-root", ENOUGH, ENOUGH},
    {"Ed25519", "30{06:2B6570}", "ed25519", ENOUGH, ENOUGH},
    {"Ed448", "30{06:2B6571}", "key-ed448", ENOUGH, ENOUGH},
    {"SHA-256, DSA", "30{06:608648016503040302}", "key-dsa", WEAK_HASH, WEAK_HASH},
    {"SHA-256, a key of DSA", PKCS1("0B"), "key-dsa", WEAK_KEY, WEAK_KEY},
    {"SHA-256, P-256 in numbers", ECDSA("0302"), "key-p256-explicit", WEAK_KEY, WEAK_KEY},
    {"a key that is not known", PKCS1("0B"), "key-unknown", WEAK_KEY, WEAK_KEY},
    {"a hash is no signature", "30{06:608648016503040201}", "intermediate", UNKNOWN, UNKNOWN},
    {"a signature is no hash", PSS("A0{30{06:2A864886F70D01010B}}"), "intermediate", UNKNOWN,
     UNKNOWN},
    {"an algorithm that nobody has", "30{06:2A03}", "intermediate", UNKNOWN, UNKNOWN},
};

static void check_case(size_t i)
{
    static uint8_t bytes[DER_TEXT_MAX];
    departure_set departures = 0;
    struct slice der = der_text(cases[i].algorithm, bytes);
    struct der d = der_over(der, &departures);
    struct algorithm algorithm;
    struct cert cert;
    char name[64];

    (void)snprintf(name, sizeof(name), "%s.der", cases[i].key);
    if (!ok(algorithm_parse(&d, &algorithm, NULL) && cert_parse(fixture_read(name), &cert, NULL),
            "%s: can be read", cases[i].what))
        return;
    is_int(signature_strength(&algorithm, &cert.subject_public_key_info, false), cases[i].strict,
           cases[i].what);
    is_int(signature_strength(&algorithm, &cert.subject_public_key_info, true), cases[i].with_sha1,
           "and with SHA-1 allowed");
}

int main(void)
{
    if (fixtures_folder() == NULL || fixture_read("root.der").data == NULL) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return 0;
    }
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        check_case(i);
    return tap_done();
}
