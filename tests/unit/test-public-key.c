/* SPDX-License-Identifier: Apache-2.0 */
#include "public-key.h"

#include "der-text.h"
#include "manifest.h"
#include "object.h"
#include "tap.h"

#define RSA     "30{02:00C1C2C3C4C5C6C7C8 02:010001}"
#define P256    "06:2A8648CE3D030107"
#define NUMBERS "30{02:01 30{06:2A8648CE3D0101 02:11} 30{04:01 04:07} 04:0402 02:0BB8}"
#define PARMS   "30{02:00C1C2C3 02:11 02:12}"

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    enum key_kind kind;
    unsigned bits;
} keys[] = {
    {"RSA", "30{30{06:2A864886F70D010101 05:} 03{!00 " RSA "}}", KEY_RSA, 64},
    {"RSA-PSS", "30{30{06:2A864886F70D01010A} 03{!00 " RSA "}}", KEY_RSA_PSS, 64},
    {"EC", "30{30{06:2A8648CE3D0201 " P256 "} 03:0004AABB}", KEY_EC, 256},
    {"EC on a curve not known", "30{30{06:2A8648CE3D0201 06:2A03} 03:0004AABB}", KEY_EC, 0},
    {"DSA", "30{30{06:2A8648CE380401 " PARMS "} 03{!00 02:05}}", KEY_DSA, 24},
    {"DSA with the issuer's parameters", "30{30{06:2A8648CE380401} 03{!00 02:05}}", KEY_DSA, 0},
    {"DH", "30{30{06:2A864886F70D010301 30{02:00C1C2C3 02:02}} 03{!00 02:05}}", KEY_DH, 24},
    {"DH with the length of private keys",
     "30{30{06:2A864886F70D010301 30{02:00C1C2C3 02:02 02:10}} 03{!00 02:05}}", KEY_DH, 24},
    {"DH of X9.42", "30{30{06:2A8648CE3E0201 " PARMS "} 03{!00 02:05}}", KEY_DH, 24},
    {"DH of X9.42 with all options",
     "30{30{06:2A8648CE3E0201 30{02:00C1C2C3 02:02 02:03 02:04 30{03:00AA 02:07}}} 03{!00 02:05}}",
     KEY_DH, 24},
    {"DH with a number too many",
     "30{30{06:2A864886F70D010301 30{02:00C1C2C3 02:02 02:10 02:11}} 03{!00 02:05}}", KEY_OTHER, 0},
    {"DH of X9.42 without q", "30{30{06:2A8648CE3E0201 30{02:11 02:12}} 03{!00 02:05}}", KEY_OTHER,
     0},
    {"DH whose key is no number", "30{30{06:2A8648CE3E0201 " PARMS "} 03{!00 04:05}}", KEY_OTHER,
     0},
    {"RSA that is none", "30{30{06:2A864886F70D010101 05:} 03{!00 30{02:05}}}", KEY_OTHER, 0},
    {"RSA with a negative modulus", "30{30{06:2A864886F70D010101} 03{!00 30{02:C1 02:03}}}",
     KEY_OTHER, 0},
    {"EC with its curve in numbers", "30{30{06:2A8648CE3D0201 30{02:01}} 03:0004AABB}", KEY_OTHER,
     0},
    {"EC with its curve in numbers, read", "30{30{06:2A8648CE3D0201 " NUMBERS "} 03:0004AABB}",
     KEY_EC_EXPLICIT, 12},
    {"EC with its curve in numbers, without a point", "30{30{06:2A8648CE3D0201 " NUMBERS "} 03:00}",
     KEY_OTHER, 0},
    {"EC without a point", "30{30{06:2A8648CE3D0201 " P256 "} 03:00}", KEY_OTHER, 0},
    {"DSA with parameters that are cut", "30{30{06:2A8648CE380401 30{02:11 02:12}} 03{!00 02:05}}",
     KEY_OTHER, 0},
    {"Ed25519 of two octets", "30{30{06:2B6570} 03:000102}", KEY_OTHER, 0},
    {"another", "30{30{06:2A03} 03:000102}", KEY_OTHER, 0},
};

static void test_looks(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
        struct slice der = der_text(keys[i].der, bytes);
        struct subject_public_key_info info;
        departure_set departures;
        struct public_key key;
        struct error e = {0};

        ok(object_identify(der) == OBJECT_PUBLIC_KEY, "%s: known by its shape", keys[i].what);
        if (!ok(public_key_parse(der, &info, &departures, &e), "is read")) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        public_key_look(&info, &key);
        is_int(key.kind, keys[i].kind, "its kind");
        is_int(key.bits, keys[i].bits, "its bits");
    }
}

static void test_rsa_alone(void)
{
    struct slice der = der_text(RSA, bytes);
    struct subject_public_key_info info;
    departure_set departures;
    struct public_key key;
    struct error e = {0};

    ok(object_identify(der) == OBJECT_RSA_PUBLIC_KEY, "an RSAPublicKey: known by its shape");
    ok(public_key_parse_rsa(der, &info, &departures, &e), "is read");
    ok(slice_equal(info.subject_public_key, der), "the subjectPublicKey is all of it");
    public_key_look(&info, &key);
    ok(key.kind == KEY_RSA && key.bits == 64, "its kind and its bits");
    ok(!public_key_parse_rsa(der_text("30{02:00C1 02:03 05:}", bytes), &info, &departures, &e),
       "something behind the exponent");
    is_string(e.text, "expected nothing more, found 2 bytes", "is refused");
    ok(!public_key_parse_rsa(der_text("30{02:00C1 04:03}", bytes), &info, &departures, &e),
       "an exponent that is no number");
    is_string(error_path(&e), "publicExponent", "has its path");
}

static void compare(const char *name, struct slice der, bool is_good)
{
    struct subject_public_key_info info;
    departure_set departures;
    bool is_read = object_identify(der) == OBJECT_RSA_PUBLIC_KEY
                       ? public_key_parse_rsa(der, &info, &departures, NULL)
                       : public_key_parse(der, &info, &departures, NULL);

    ok(is_read == is_good, "%s is %s", name, is_good ? "read" : "refused");
}

int main(void)
{
    test_looks();
    test_rsa_alone();
    ok(manifest_each("publicKey", compare) > 20 || fixtures_folder() == NULL, "the fixtures");
    return tap_done();
}
