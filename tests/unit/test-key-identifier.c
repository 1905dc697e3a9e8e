/* SPDX-License-Identifier: Apache-2.0 */
/* The key of the example in RFC 7093 3, and what openssl and sha*sum make of it. */
#include "key-identifier.h"

#include "hex.h"
#include "tap.h"

#define KEY                                                                                        \
    "047F7F35A79794C950060B8029FC8F363A28F11159692D9D34E6AC948190434735"                           \
    "F833B1A66652DC514337AFF7F5C9C75D670C019D95A5D639B72744C64A9128BB"
#define SPKI "3059301306072A8648CE3D020106082A8648CE3D030107034200" KEY
#define SHA1 "6FEF9162C0A3F2E7608956D41C37DA0C8E87F0AE"
#define SHA512                                                                                     \
    "907E7E9D05878A273D597F2AEA91BDB6056245CB08AA45223DB78186707DB6B9"                             \
    "320B40734C9A72255F4628FB8E421D9A5B1807683D6B8FB01C5CF430CA23E06D"

static const struct {
    const char *what;
    const char *identifier;
    const char *word;
} cases[] = {
    {"SHA-1", SHA1, "rfc5280-1"},
    {"60 bits of SHA-1", "4C37DA0C8E87F0AE", "rfc5280-2"},
    {"64 bits of SHA-1", "1C37DA0C8E87F0AE", "other"},
    {"another type field", "5C37DA0C8E87F0AE", "other"},
    {"160 bits of SHA-256", "BF37B3E5808FD46D54B28E846311BCCE1CAD2E1A", "rfc7093-1"},
    {"160 bits of SHA-384", "39AB33561A203C3E782D69B1A0F4F8AD50A773DF", "rfc7093-2"},
    {"160 bits of SHA-512", "907E7E9D05878A273D597F2AEA91BDB6056245CB", "rfc7093-3"},
    {"its last 160 bits", "6311BCCE1CAD2E1A62AA9092EF3EFB3F11451F44", "other"},
    {"SHA-256 of the SPKI", "6D20896AB8BD833B6B66554BD59B20225D8A75A296088148399D7BF763D57405",
     "rfc7093-4"},
    {"SHA-1 of the SPKI", "9640B84DB397ECD08DE52C39FA7446E66225EC43", "rfc7093-4"},
    {"the whole SHA-256", "BF37B3E5808FD46D54B28E846311BCCE1CAD2E1A62AA9092EF3EFB3F11451F44",
     "hash"},
    {"the whole SHA-512", SHA512, "hash"},
    {"the whole MD5", "34C9AD89BDB353673091F628310A7692", "hash"},
    {"a bit of SHA-1 less", "6FEF9162C0A3F2E7608956D41C37DA0C8E87F0AF", "other"},
    {"an octet of SHA-1 less", "6FEF9162C0A3F2E7608956D41C37DA0C8E87F0", "other"},
    {"SHA-1 in an OCTET STRING of its own", "0414" SHA1, "other"},
    {"a number", "01", "other"},
    {"nothing", "", "other"},
};

static struct slice octets(const char *text, uint8_t *out, size_t size)
{
    struct buffer b = {.data = out, .size = size, .cap = size};

    return hex_decode(slice_of_string(text), &b, NULL) ? buffer_slice(&b) : SLICE_NONE;
}

int main(void)
{
    uint8_t bytes[sizeof(SPKI) / 2];
    uint8_t identifier[64];
    struct subject_public_key_info info;
    departure_set departures;

    ok(public_key_parse(octets(SPKI, bytes, sizeof(bytes)), &info, &departures, NULL), "the key");
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct slice have = octets(cases[i].identifier, identifier, sizeof(identifier));
        enum key_identifier_method method = key_identifier_find_method(have, &info);

        is_string(key_identifier_method_word(method), cases[i].word, cases[i].what);
        ok(key_identifier_method_text(method)[0] != '\0', "and in words");
    }
    return tap_done();
}
