/* SPDX-License-Identifier: Apache-2.0 */
#include "fingerprint-table.h"

#include "hex.h"
#include "tap.h"

#include <stdlib.h>

#define SHA1   "9F744E9F2B4DBAEC0F312C50B6563B8E2D93C311"
#define SHA256 "1793927A0614549789ADCE2F8F34F7F0B66D0F3AE3A3B84D21EC15DBBA4FADC7"
#define MD5    "7C62FF749D31535E684AD578AA1EBF23"
#define PIN    "sha256//F5OSegYUVJeJrc4vjzT38LZtDzrjo7hNIewV27pPrcc="

static const struct {
    const char *text;
    const char *digest; /* null: an error, whose text is `octets` */
    const char *octets;
} values[] = {
    {SHA1, "sha1", SHA1},
    {SHA256, "sha256", SHA256},
    {MD5, "md5", MD5},
    {SHA1 "0011223344556677", "sha224", SHA1 "0011223344556677"},
    {MD5 SHA256, "sha384", MD5 SHA256},
    {SHA256 SHA256, "sha512", SHA256 SHA256},
    {"9f744e9f2b4dbaec0f312c50b6563b8e2d93c311", "sha1", SHA1},
    {"9f744E9F2b4dBAEC0f312c50b6563b8E2d93c311", "sha1", SHA1},
    {"9F:74:4E:9F:2B:4D:BA:EC:0F:31:2C:50:B6:56:3B:8E:2D:93:C3:11", "sha1", SHA1},
    {"9f-74-4e-9f-2b-4d-ba-ec-0f-31-2c-50-b6-56-3b-8e-2d-93-c3-11", "sha1", SHA1},
    {"9F 74 4E 9F 2B 4D BA EC 0F 31 2C 50 B6 56 3B 8E 2D 93 C3 11", "sha1", SHA1},
    {"9F744E9F 2B4DBAEC 0F312C50 B6563B8E 2D93C311", "sha1", SHA1},
    {"  " SHA1 "\n", "sha1", SHA1},
    {"0x" SHA1, "sha1", SHA1},
    {"0X" SHA1, "sha1", SHA1},
    {"SHA1 Fingerprint=" SHA1, "sha1", SHA1},
    {"sha1 Fingerprint=" SHA1, "sha1", SHA1},
    {"SHA1 Fingerprint=9F:74:4E:9F:2B:4D:BA:EC:0F:31:2C:50:B6:56:3B:8E:2D:93:C3:11", "sha1", SHA1},
    {"SHA-1 fingerprint: " SHA1, "sha1", SHA1},
    {"SHA1 Fingerprint = 0x" SHA1, "sha1", SHA1},
    {"Fingerprint=" SHA1, "sha1", SHA1},
    {"Fingerprint: " SHA1, "sha1", SHA1},
    {"SHA1=" SHA1, "sha1", SHA1},
    {"sha256:" SHA256, "sha256", SHA256},
    {"SHA-256 Fingerprint=" SHA256, "sha256", SHA256},
    {"MD5 Fingerprint=" MD5, "md5", MD5},
    {PIN, "pin", SHA256},
    {"sha256//F5OSegYUVJeJrc4vjzT38LZtDzrjo7hNIewV27pPrcc", "pin", SHA256},

    {"", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 0"},
    {"0x", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 0"},
    {"9F", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 2"},
    {SHA1 "9", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 41"},
    {SHA1 "99", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 42"},
    {SHA256 SHA256 "00", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 130"},
    {"SHA1 Fingerprint=9F:74", NULL, "expected 32, 40, 56, 64, 96 or 128 hex digits, found 4"},
    {"SHA256 Fingerprint=" SHA1, NULL, "expected 64 hex digits of a sha256 fingerprint, found 40"},
    {"MD4 Fingerprint=" MD5, NULL,
     "expected a label such as 'SHA1 Fingerprint=', found 'MD4 Fingerprint='"},
    {"serial=" SHA1, NULL, "expected a label such as 'SHA1 Fingerprint=', found 'serial='"},
    {"=" SHA1, NULL, "expected a label such as 'SHA1 Fingerprint=', found '='"},
    {"none", NULL, "expected a fingerprint in hex, or 'sha256//' and base64, found 'none'"},
    {"sha1//" SHA1, NULL,
     "expected a fingerprint in hex, or 'sha256//' and base64, found 'sha1//" SHA1 "'"},
    {"9:F744E9F2B4DBAEC0F312C50B6563B8E2D93C311", NULL,
     "expected two hex digits for each byte, found '9:F744E9F2B4DBAEC0F312C50B6563B8E2D93C311'"},
    {"sha256//", NULL, "expected base64 of 32 bytes behind 'sha256//', found 0"},
    {"sha256//AAAA", NULL, "expected base64 of 32 bytes behind 'sha256//', found 3"},
    {"sha256//%", NULL, "expected base64 behind 'sha256//', found 'sha256//%'"},
};

static const struct {
    const char *names;
    const char *error; /* null: `digests` */
    unsigned digests;
} hash_lists[] = {
    {"sha256", NULL, 1U << DIGEST_SHA256},
    {"md5,SHA1,sha-512", NULL, 1U << DIGEST_MD5 | 1U << DIGEST_SHA1 | 1U << DIGEST_SHA512},
    {"sha1,sha1", NULL, 1U << DIGEST_SHA1},
    {"", "expected md5, sha1, sha224, sha256, sha384 or sha512, found ''", 0},
    {"sha1,", "expected md5, sha1, sha224, sha256, sha384 or sha512, found ''", 0},
    {"sha3", "expected md5, sha1, sha224, sha256, sha384 or sha512, found 'sha3'", 0},
    {"sha1 sha256", "expected md5, sha1, sha224, sha256, sha384 or sha512, found 'sha1 sha256'", 0},
};

/* Values against the hashes of "abc" and the pin of "key". */
#define ABC_MD5    "900150983cd24fb0d6963f7d28e17f72"
#define ABC_SHA1   "a9993e364706816aba3e25717850c26c9cd0d89d"
#define ABC_SHA256 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define KEY_PIN    "sha256//LHDhK3oGRvkiefQnx7OOczTY5Tic/xZ6HcMOc/gmtoM="

static const struct {
    const char *name;
    const char *values[3];
    bool matches, weak;
} comparisons[] = {
    {"SHA-256", {ABC_SHA256}, true, false},
    {"SHA-1 alone", {ABC_SHA1}, true, true},
    {"MD5 alone", {ABC_MD5}, true, true},
    {"MD5 and SHA-1", {ABC_MD5, ABC_SHA1}, true, true},
    {"SHA-1 and SHA-256", {ABC_SHA1, ABC_SHA256}, true, false},
    {"another SHA-256", {SHA256}, false, false},
    {"one of two of a hash", {SHA256, ABC_SHA256}, true, false},
    {"right SHA-256, wrong SHA-1", {ABC_SHA256, SHA1}, false, false},
    {"right SHA-1, wrong SHA-256", {ABC_SHA1, SHA256}, false, false},
    {"a fingerprint is no pin",
     {"sha256//ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
     false,
     false},
    {"the pin", {KEY_PIN}, true, false},
    {"the pin and SHA-1", {KEY_PIN, ABC_SHA1}, true, false},
    {"another pin", {PIN}, false, false},
    {"one of two pins", {PIN, KEY_PIN}, true, false},
};

static void test_values(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
        struct fingerprint fingerprint;
        struct error e;
        char octets[2 * DIGEST_MAX + 1] = "";

        if (!fingerprint_parse(slice_of_string(values[i].text), &fingerprint, &e)) {
            is_string(e.text, values[i].digest == NULL ? values[i].octets : "no error",
                      values[i].text);
            is_int(e.code, ERROR_USAGE, "its code");
            continue;
        }
        is_string(fingerprint.is_key_pin ? "pin" : digest_name(fingerprint.digest),
                  values[i].digest != NULL ? values[i].digest : "an error", values[i].text);
        hex_encode((uint8_t *)octets,
                   slice_of(fingerprint.octets, digest_size(fingerprint.digest)));
        is_string(octets, values[i].octets, "its octets");
    }
}

static void test_hash_lists(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(hash_lists); i++) {
        struct error e;
        unsigned digests;

        if (fingerprint_parse_hashes(slice_of_string(hash_lists[i].names), &digests, &e))
            is_int(digests, hash_lists[i].error == NULL ? hash_lists[i].digests : 0,
                   hash_lists[i].names);
        else
            is_string(e.text, hash_lists[i].error, hash_lists[i].names);
    }
}

static void test_comparisons(void)
{
    struct fingerprint_set set;

    fingerprint_compute(&set, 1U << DIGEST_MD5 | 1U << DIGEST_SHA1 | 1U << DIGEST_SHA256,
                        SLICE("abc"), SLICE("key"));
    for (size_t i = 0; i < ARRAY_SIZE(comparisons); i++) {
        struct fingerprint_table expected CLEANUP(fingerprint_table_free) = FINGERPRINT_TABLE_INIT;
        struct fingerprint_match match;

        for (size_t j = 0; j < 3 && comparisons[i].values[j] != NULL; j++) {
            struct fingerprint value;

            if (!fingerprint_parse(slice_of_string(comparisons[i].values[j]), &value, NULL) ||
                !fingerprint_table_add(&expected, &value, 0, NULL))
                abort();
        }
        match = fingerprint_table_compare(&expected, &set);
        ok(fingerprint_matches(&match) == comparisons[i].matches, "%s: %s", comparisons[i].name,
           comparisons[i].matches ? "matches" : "differs");
        ok(fingerprint_is_weak(&match) == comparisons[i].weak, "%s: %s", comparisons[i].name,
           comparisons[i].weak ? "weak" : "not weak");
    }
}

int main(void)
{
    test_values();
    test_hash_lists();
    test_comparisons();
    return tap_done();
}
