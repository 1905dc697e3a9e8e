/* SPDX-License-Identifier: Apache-2.0 */
/* Private keys: their kind and size, and that nothing of them is in an error. */
#include "private-key.h"

#include "buffer.h"
#include "der-text.h"
#include "manifest.h"
#include "tap.h"

#define RSA_REST         "02:010001 02:11 02:12 02:13 02:14 02:15 02:16 "
#define RSA              "30{02:00 02:00C1C2 " RSA_REST "}"
#define PRIME            "30{02:01 02:02 02:03}"
#define RSA_MORE         "30{02:01 02:00C1C2 " RSA_REST "30{" PRIME PRIME "}}"
#define EC               "30{02:01 04:AABBCC}"
#define P256             "06:2A8648CE3D030107"
#define EC_ALONE         "30{02:01 04:AABBCC A0{" P256 "} A1{03:0004AABB}}"
#define DSA              "30{02:00 02:00C1C2C3 02:11 02:12 02:13 02:14}"
#define ID_RSA           "30{06:2A864886F70D010101 05:}"
#define ID_EC            "30{06:2A8648CE3D0201 " P256 "}"
#define ID_DSA           "30{06:2A8648CE380401 30{02:00C1C2C3 02:11 02:12}}"
#define ED25519          "30{06:2B6570}"
#define PBES2            "30{06:2A864886F70D01050D 30{}}"
#define INFO(id, octets) "30{02:00 " id "04{" octets "}}"

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    enum object_kind object;
    const char *der;
    enum key_kind kind;
    unsigned bits;
    unsigned primes;
    bool has_curve;
} good[] = {
    {"RSA", OBJECT_RSA_PRIVATE_KEY, RSA, KEY_RSA, 16, 2, false},
    {"RSA of four primes", OBJECT_RSA_PRIVATE_KEY, RSA_MORE, KEY_RSA, 16, 4, false},
    {"EC", OBJECT_EC_PRIVATE_KEY, EC_ALONE, KEY_EC, 256, 0, true},
    {"EC without a curve", OBJECT_EC_PRIVATE_KEY, EC, KEY_EC, 0, 0, false},
    {"EC with a curve in numbers", OBJECT_EC_PRIVATE_KEY, "30{02:01 04:AA A0{30{02:01}}}", KEY_EC,
     0, 0, false},
    {"DSA", OBJECT_DSA_PRIVATE_KEY, DSA, KEY_DSA, 24, 0, false},
    {"PKCS#8, RSA", OBJECT_PRIVATE_KEY, INFO(ID_RSA, RSA), KEY_RSA, 16, 2, false},
    {"EC with a curve in numbers, read", OBJECT_EC_PRIVATE_KEY,
     "30{02:01 04:AA A0{30{02:01 30{06:2A8648CE3D0101 02:11} 30{04:01 04:07} 04:0402 02:0BB8}}}",
     KEY_EC, 12, 0, false},
    {"PKCS#8, EC", OBJECT_PRIVATE_KEY, INFO(ID_EC, EC), KEY_EC, 256, 0, true},
    {"PKCS#8, DSA", OBJECT_PRIVATE_KEY, INFO(ID_DSA, "02:11"), KEY_DSA, 24, 0, false},
    {"PKCS#8, DH", OBJECT_PRIVATE_KEY,
     INFO("30{06:2A864886F70D010301 30{02:00C1C2C3 02:02}}", "02:11"), KEY_DH, 24, 0, false},
    {"PKCS#8, Ed25519", OBJECT_PRIVATE_KEY, INFO(ED25519, "04:AABB"), KEY_EDWARDS, 256, 0, false},
    {"PKCS#8, v2 with its public key", OBJECT_PRIVATE_KEY,
     "30{02:01 " ED25519 "04{04:AABB} 81:00AABB}", KEY_EDWARDS, 256, 0, false},
    {"PKCS#8, with attributes", OBJECT_PRIVATE_KEY,
     "30{02:00 " ED25519 "04{04:AABB} A0{30{06:2A03 31{05:}}}}", KEY_EDWARDS, 256, 0, false},
    {"PKCS#8, of an algorithm not known", OBJECT_PRIVATE_KEY, INFO("30{06:2A03}", "05:"), KEY_OTHER,
     0, 0, false},
    {"encrypted", OBJECT_ENCRYPTED_PRIVATE_KEY, "30{" PBES2 "04:AABB}", KEY_OTHER, 0, 0, false},
};

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct slice der = der_text(good[i].der, bytes);
        struct private_key key;
        struct error e = {0};

        ok(object_identify(der) == good[i].object, "%s: known by its shape", good[i].what);
        if (!ok(private_key_parse(good[i].object, der, &key, &e), "is read")) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        is_int(key.kind, good[i].kind, "its kind");
        is_int(key.bits, good[i].bits, "its bits");
        is_int(key.primes, good[i].primes, "its primes");
        ok((key.curve.data != NULL) == good[i].has_curve, "its curve");
        ok(key.is_encrypted == (good[i].object == OBJECT_ENCRYPTED_PRIVATE_KEY) &&
               (key.encryption_algorithm.data != NULL) == key.is_encrypted,
           "whether it is encrypted");
    }
}

static const struct {
    const char *what;
    enum object_kind object;
    const char *der;
    const char *path;
} bad[] = {
    {"a byte behind it", OBJECT_RSA_PRIVATE_KEY, RSA "!AA", ""},
    {"RSA of version 2", OBJECT_RSA_PRIVATE_KEY, "30{02:02 02:00C1C2 " RSA_REST "}", "version"},
    {"RSA without more primes", OBJECT_RSA_PRIVATE_KEY, "30{02:01 02:00C1C2 " RSA_REST "}",
     "otherPrimeInfos"},
    {"RSA with more primes in version 0", OBJECT_RSA_PRIVATE_KEY,
     "30{02:00 02:00C1C2 " RSA_REST "30{30{02:01 02:02 02:03}}}", ""},
    {"RSA with a prime that is cut", OBJECT_RSA_PRIVATE_KEY,
     "30{02:01 02:00C1C2 " RSA_REST "30{30{02:01 02:02}}}", "otherPrimeInfos[0].coefficient"},
    {"RSA of eight numbers", OBJECT_RSA_PRIVATE_KEY,
     "30{02:00 02:00C1C2 02:03 02:11 02:12 02:13 02:14 02:15}", "coefficient"},
    {"RSA with a long number", OBJECT_RSA_PRIVATE_KEY,
     "30{02:00 02:00C1C2 02:03 02:0011 02:12 02:13 02:14 02:15 02:16}", "privateExponent"},
    {"RSA with another element", OBJECT_RSA_PRIVATE_KEY,
     "30{02:00 02:00C1C2 02:03 04:11 02:12 02:13 02:14 02:15 02:16}", "privateExponent"},
    {"EC without a key", OBJECT_EC_PRIVATE_KEY, "30{02:01 02:05}", "privateKey"},
    {"EC with two curves", OBJECT_EC_PRIVATE_KEY, "30{02:01 04:AA A0{" P256 " " P256 "}}",
     "parameters"},
    {"EC with a public key that is none", OBJECT_EC_PRIVATE_KEY, "30{02:01 04:AA A1{04:AA}}",
     "publicKey"},
    {"DSA of seven numbers", OBJECT_DSA_PRIVATE_KEY,
     "30{02:00 02:11 02:12 02:13 02:14 02:15 02:16}", ""},
    {"PKCS#8 of version 2", OBJECT_PRIVATE_KEY, "30{02:02 " ED25519 "04{04:AA}}", "version"},
    {"PKCS#8 with something in the key", OBJECT_PRIVATE_KEY, INFO(ED25519, "04:AA 04:BB"),
     "privateKey"},
    {"PKCS#8 with a key of another kind", OBJECT_PRIVATE_KEY, INFO(ID_RSA, EC),
     "privateKey.modulus"},
    {"PKCS#8, v1 with a public key", OBJECT_PRIVATE_KEY, "30{02:00 " ED25519 "04{04:AA} 81:00AA}",
     ""},
    {"encrypted, with something behind", OBJECT_ENCRYPTED_PRIVATE_KEY, "30{" PBES2 "04:AA 05:}",
     ""},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct slice der = der_text(bad[i].der, bytes);
        struct private_key key;
        struct error e = {0};

        ok(!private_key_parse(bad[i].object, der, &key, &e), "%s: refused", bad[i].what);
        ok(e.has_offset && e.offset <= der.len, "at a byte of it");
        is_string(error_path(&e), bad[i].path, "its path");
        is_string(e.text,
                  "expected well-formed DER, found what is not shown, being of a private key",
                  "and nothing of what was found");
    }
}

static void test_labels(void)
{
    static const struct {
        struct slice label;
        enum key_kind kind;
    } labels[] = {
        {SLICE_CONST("RSA PRIVATE KEY"), KEY_RSA},  {SLICE_CONST("EC PRIVATE KEY"), KEY_EC},
        {SLICE_CONST("DSA PRIVATE KEY"), KEY_DSA},  {SLICE_CONST("PRIVATE KEY"), KEY_OTHER},
        {SLICE_CONST("MY PRIVATE KEY"), KEY_OTHER},
    };

    for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
        struct private_key key;

        private_key_look_at_label(labels[i].label, &key);
        ok(key.is_encrypted && key.kind == labels[i].kind && key.bits == 0 &&
               (key.algorithm.data != NULL) == (key.kind != KEY_OTHER),
           "%s, encrypted in its PEM", (const char *)labels[i].label.data);
    }
}

/* Those that OpenSSL writes; bits as it prints them. */
static void test_curves(void)
{
    static const struct {
        struct slice oid;
        unsigned bits;
    } curves[] = {
        {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x03\x01\x07"), 256},
        {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x03\x01\x08"), 0},
        {SLICE_CONST("\x2A\x86\x48\xCE\x3D\x03\x01"), 0},
        {SLICE_CONST("\x2B\x81\x04\x00\x23"), 521},
        {SLICE_CONST("\x2B\x81\x04\x00\x27"), 570},
        {SLICE_CONST("\x2B\x81\x04\x00\x28"), 0},
        {SLICE_CONST("\x2B\x81\x04\x00\x0B"), 0},
        {SLICE_CONST("\x2B\x24\x03\x03\x02\x08\x01\x01\x0E"), 512},
        {SLICE_CONST("\x2A\x81\x1C\xCF\x55\x01\x82\x2D"), 256},
        {SLICE_CONST("\x2A"), 0},
        {SLICE_CONST(""), 0},
    };

    for (size_t i = 0; i < ARRAY_SIZE(curves); i++)
        is_int(key_curve_bits(curves[i].oid), curves[i].bits, "a curve's bits");
    is_int(key_integer_bits(SLICE("\x00\x80")), 8, "a number's bits");
    is_int(key_integer_bits(SLICE("\x01\x00")), 9, "a number's bits");
    is_int(key_integer_bits(slice_of("\0", 1)), 0, "those of zero");
    is_int(key_integer_bits(SLICE("\x80")), 0, "those of a negative one");
}

static void compare(const char *name, struct slice der, bool is_good)
{
    enum object_kind kind = object_identify(der);
    struct private_key key;

    ok((object_is_private_key(kind) && private_key_parse(kind, der, &key, NULL)) == is_good,
       "%s is %s", name, is_good ? "read" : "refused");
}

int main(void)
{
    test_good();
    test_bad();
    test_labels();
    test_curves();
    ok(manifest_each("privateKey", compare) > 15 || fixtures_folder() == NULL, "the fixtures");
    return tap_done();
}
