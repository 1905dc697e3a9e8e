/* SPDX-License-Identifier: Apache-2.0 */
#include "digest.h"
#include "hex.h"
#include "tap.h"

/* The hash of "abc": RFC 1321 A.5, FIPS 180. */
static const struct {
    enum digest digest;
    const char *name;
    size_t size;
    const char *abc;
} hashes[] = {
    {DIGEST_MD5, "md5", 16, "900150983CD24FB0D6963F7D28E17F72"},
    {DIGEST_SHA1, "sha1", 20, "A9993E364706816ABA3E25717850C26C9CD0D89D"},
    {DIGEST_SHA224, "sha224", 28, "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7"},
    {DIGEST_SHA256, "sha256", 32,
     "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"},
    {DIGEST_SHA384, "sha384", 48,
     "CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C82"
     "5"
     "A7"},
    {DIGEST_SHA512, "sha512", 64,
     "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEE"
     "B"
     "BD454D4423643CE80E2A9AC94FA54CA49F"},
};

static const struct {
    const char *spelling;
    int want; /* -1: none */
} spellings[] = {
    {"sha1", DIGEST_SHA1},
    {"SHA1", DIGEST_SHA1},
    {"SHA-1", DIGEST_SHA1},
    {"sha-256", DIGEST_SHA256},
    {"Sha256", DIGEST_SHA256},
    {"SHA-384", DIGEST_SHA384},
    {"MD5", DIGEST_MD5},
    {"SHA-512", DIGEST_SHA512},
    {"sha-224", DIGEST_SHA224},
    {"", -1},
    {"sha", -1},
    {"sha-", -1},
    {"sha25", -1},
    {"sha2567", -1},
    {"sha--256", -1},
    {"sha2-256", -1},
    {"md-5", -1},
    {"md5-", -1},
    {"sha256 ", -1},
    {"s\xC8\xA1"
     "1",
     -1},
    {"sha3-256", -1},
};

int main(void)
{
    enum digest d;

    for (size_t i = 0; i < ARRAY_SIZE(hashes); i++) {
        uint8_t hash[DIGEST_MAX];
        char text[2 * DIGEST_MAX + 1] = {0};

        digest_compute(hashes[i].digest, SLICE("abc"), hash);
        hex_encode((uint8_t *)text, slice_of(hash, digest_size(hashes[i].digest)));
        is_string(text, hashes[i].abc, hashes[i].name);
        is_string(digest_name(hashes[i].digest), hashes[i].name, "its name");
        is_int((intmax_t)digest_size(hashes[i].digest), (intmax_t)hashes[i].size, "its size");
        ok(digest_by_name(slice_of_string(hashes[i].name), &d) && d == hashes[i].digest, "by name");
        ok(digest_by_size(hashes[i].size, &d) && d == hashes[i].digest, "by size");
    }
    for (size_t i = 0; i < ARRAY_SIZE(spellings); i++) {
        bool found = digest_by_name(slice_of_string(spellings[i].spelling), &d);

        is_int(found ? (int)d : -1, spellings[i].want, spellings[i].spelling);
    }
    ok(!digest_by_size(0, &d) && !digest_by_size(21, &d) && !digest_by_size(65, &d), "other sizes");

    uint8_t hash[DIGEST_MAX];
    digest_compute(DIGEST_SHA1, SLICE_NONE, hash);
    ok(hash[0] == 0xDA && hash[1] == 0x39 && hash[19] == 0x09, "of no bytes");
    return tap_done();
}
