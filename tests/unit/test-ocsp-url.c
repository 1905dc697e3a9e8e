/* SPDX-License-Identifier: Apache-2.0 */
/* The request here is two SEQUENCEs of 17 octets, whose base64 has '+', '/' and '=' in it. */
#include "ocsp-url.h"
#include "tap.h"

static const uint8_t request[] = {0x30, 0x0F, 0x30, 0x0D, 0x00, 0x3F, 0xFB, 0xEF, 0xBE,
                                  0xFF, 0xFF, 0xFF, 0x00, 0x3F, 0xFF, 0x07, 0x08};

#define RAW      "MA8wDQA/++++////AD//Bwg="
#define ESCAPED  "MA8wDQA%2F%2B%2B%2B%2B%2F%2F%2F%2FAD%2F%2FBwg%3D"
#define TWICE    "MA8wDQA%252F%252B%252B%252B%252B%252F%252F%252F%252FAD%252F%252FBwg%253D"
#define SAFE     "MA8wDQA_----____AD__Bwg="
#define BARE     "MA8wDQA/++++////AD//Bwg"

#define UNPADDED OCSP_URL_UNPADDED
#define ALPHABET OCSP_URL_SAFE_ALPHABET

static const struct {
    const char *url;
    const char *responder;
    unsigned repairs;
} cases[] = {
    {"http://a/" ESCAPED, "http://a/", 0},
    {"http://a/" RAW, "http://a/", 0},
    {"http://a/" BARE, "http://a/", UNPADDED},
    {"http://a/" SAFE, "http://a/", ALPHABET},
    {"http://a/MA8wDQA_----____AD__Bwg", "http://a/", ALPHABET | UNPADDED},
    {"http://a/MA8wDQA_++++////AD//Bwg=", "http://a/", ALPHABET},
    {"http://a/MA8wDQA/+++-////AD//Bwg=", "http://a/", ALPHABET},
    {"http://a/" TWICE, "http://a/", OCSP_URL_ESCAPED_TWICE},
    {"http://a/MA8wDQA%2f++++//%2f/AD%2F/Bwg", "http://a/", UNPADDED},
    {"http://a/MA8wDQA/++++////AD//Bwg%253D", "http://a/", OCSP_URL_ESCAPED_TWICE},
    {"http://a/MA8wDQA/%0A++++////%0D%0AAD//Bwg=%0A", "http://a/", 0},
    {"http://a/MA8wDQA/%0D%0A++++////AD//Bwg", "http://a/", UNPADDED},
    {"http://a/%4D%41%38%77DQA/++++////AD//Bwg=", "http://a/", 0},
    {"http://a/%254D%2541%2538wDQA/++++////AD//Bwg=", "http://a/", OCSP_URL_ESCAPED_TWICE},
    {RAW, "", 0},
    {"/" RAW, "/", 0},
    {"//" RAW, "//", 0},
    {"a/" RAW, "a/", 0},
    {"http://a/b/c/" RAW, "http://a/b/c/", 0},
    {"http://a/MA8w/" RAW, "http://a/MA8w/", 0},
    {"http://a/MAAA/MAAAMAAA/" RAW, "http://a/MAAA/MAAAMAAA/", 0},
    {"http://a/MA8wDQA/MA8wDQA/" RAW, "http://a/MA8wDQA/MA8wDQA/", 0},
    {"http://a%2F" RAW, "http://a%2F", 0},
    {"http://a%252F" TWICE, "http://a%252F", OCSP_URL_ESCAPED_TWICE},
    {"http://a/" RAW "/", "http://a/", 0},
    {"http://a/" RAW "//", "http://a/", 0},
    {"http://a/" RAW "?b=c", "http://a/", 0},
    {"http://a/" RAW "?", "http://a/", 0},
    {"http://a/" RAW "?/" RAW, "http://a/", 0},
    {"http://a/" RAW "#b", "http://a/", 0},
    {"http://a/" RAW "/?b#c", "http://a/", 0},
    {"http://a/" BARE "?b", "http://a/", UNPADDED},
    {"hxxp://a/" RAW, "hxxp://a/", 0},
    {"http:/a/" RAW, "http:/a/", 0},
    {"http://MA8wDQA/" RAW, "http://MA8wDQA/", 0},
};

#define SIXTEEN(x) x x x x x x x x x x x x x x x x

static const struct {
    const char *url;
    enum error_code code;
} failures[] = {
    {"", ERROR_CONTENT},
    {"http://a/", ERROR_CONTENT},
    {"http://a/index.html", ERROR_CONTENT},
    {"http://a/MAIN/index.html", ERROR_CONTENT},
    {"http://a/MANIFEST.MF", ERROR_CONTENT},
    {"http://a/%E4%BD%A0%E5%A5%BD/%20/x", ERROR_CONTENT},
    {"http://a/?" RAW, ERROR_CONTENT},
    {"http://a/#" RAW, ERROR_CONTENT},
    {"MA8wDQA", ERROR_CONTENT}, /* under eight characters begin nothing */
    {"http://a/x" RAW, ERROR_CONTENT},
    {"http://a/MA8wDQA/++++", ERROR_DER},                /* cut */
    {"http://a/" RAW "AAAA", ERROR_ENCODING},            /* padding inside */
    {"http://a/MA8wDQA/++++////AD//BwgA", ERROR_DER},    /* an octet behind it */
    {"http://a/MA8wDQA/++++//AD//Bwg=", ERROR_ENCODING}, /* slashes lost: not for this to mend */
    {"http://a/MA8wDQA%2F%2B%2", ERROR_ENCODING},        /* half an escape */
    {"http://a/MA8wDQA%ZZ8AAQIDBAUG", ERROR_ENCODING},
    {"http://a/MIAwAAAAAAAA", ERROR_DER}, /* an indefinite length */
    {"/" SIXTEEN("MA8wDQA/") RAW, ERROR_LIMIT},
};

/* Where requests begin; the last is the end. */
static const struct {
    const char *url;
    size_t places[4];
} begins[] = {
    {"", {0}},
    {"x", {1}},
    {RAW, {0, sizeof(RAW) - 1}},
    {"/" RAW, {1, sizeof(RAW)}},
    {"/x/MA8wDQA?", {11}},
    {"/x/MA8wDQA=?/" RAW, {3, sizeof("/x/MA8wDQA=?/" RAW) - 1}},
    {"/MA8wDQAA/MIGfMIGcM/MIIBDzCCAQsw", {1, 10, 20, 32}}, /* lengths of 1, 2 and 3 octets */
    {"/MIH/MIH8/MIGfMIGc", {1, 10, 18}},
    {"/MAMKAQMA/MAMCAQEA/M///////", {27}}, /* other second tags */
    {"/%4dA8wDQAA/%254dA8wDQAA", {1, 12, 24}},
    {"/MA8wDQ%41A/%4", {1, 14}},
};

static void test_begins(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(begins); i++) {
        struct slice url = slice_of_string(begins[i].url);
        size_t at = 0;

        for (size_t n = 0; n == 0 || (n < 4 && begins[i].places[n] > 0); n++) {
            at = ocsp_url_begin(url, at);
            is_int((intmax_t)at, (intmax_t)begins[i].places[n], begins[i].url);
            at++;
        }
    }
}

static void test_cases(struct buffer *decoded)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct slice url = slice_of_string(cases[i].url);
        struct ocsp_url parsed;
        struct error e = {.code = ERROR_NONE};

        if (!ok(ocsp_url_parse(url, decoded, &parsed, &e), "%s", cases[i].url)) {
            printf("# %s\n", e.text);
            continue;
        }
        ok(slice_equal(parsed.request, slice_of(request, sizeof(request))), "its request");
        ok(slice_is(parsed.responder, cases[i].responder), "its responder");
        is_int(parsed.repairs, cases[i].repairs, "its repairs");
    }
}

int main(void)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct buffer small CLEANUP(buffer_free) = BUFFER_INIT(40);
    struct ocsp_url parsed;
    struct error e;

    test_cases(&decoded);
    for (size_t i = 0; i < ARRAY_SIZE(failures); i++) {
        ok(!ocsp_url_parse(slice_of_string(failures[i].url), &decoded, &parsed, &e), "%s",
           failures[i].url);
        is_string(error_code_word(e.code), error_code_word(failures[i].code), "its error");
        ok(!ocsp_url_parse(slice_of_string(failures[i].url), &decoded, &parsed, NULL), "no reason");
    }
    ok(!ocsp_url_parse(slice_of_string("/" RAW), &small, &parsed, &e), "the cap of the buffer");
    for (unsigned repair = 1; repair <= OCSP_URL_COLLAPSED; repair <<= 1)
        ok(ocsp_url_repair_text((enum ocsp_url_repair)repair)[0] != '\0', "a repair has a text");
    test_begins();
    return tap_done();
}
