/* SPDX-License-Identifier: Apache-2.0 */
/* The request here is a SEQUENCE of 17 octets, whose base64 has '+', '/' and '=' in it. */
#include "ocsp-url.h"
#include "tap.h"

static const uint8_t request[] = {0x30, 0x0F, 0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF, 0x00,
                                  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08};

#define RAW     "MA/7777///8AAQIDBAUGBwg="
#define ESCAPED "MA%2F7777%2F%2F%2F8AAQIDBAUGBwg%3D"
#define TWICE   "MA%252F7777%252F%252F%252F8AAQIDBAUGBwg%253D"
#define SAFE    "MA_7777___8AAQIDBAUGBwg"

static const struct {
    const char *url;
    const char *responder;
    unsigned repairs;
} cases[] = {
    {"http://a/" ESCAPED, "http://a/", 0},
    {"http://a/" RAW, "http://a/", 0},
    {"http://a/" SAFE, "http://a/", 0},
    {"http://a/" TWICE, "http://a/", OCSP_URL_ESCAPED_TWICE},
    {"http://a/MA%2f7777%2f/%2F8AAQIDBAUGBwg", "http://a/", 0},
    {"http://a/MA/7777///8AAQIDBAUGBwg%253D", "http://a/", OCSP_URL_ESCAPED_TWICE},
    {"http://a/%4D%41/7777///8AAQIDBAUGBwg=", "http://a/", 0},
    {RAW, "", 0},
    {"/" RAW, "/", 0},
    {"//" RAW, "//", 0},
    {"a/" RAW, "a/", 0},
    {"http://a/b/c/" RAW, "http://a/b/c/", 0},
    {"http://a/MA/" RAW, "http://a/MA/", 0},
    {"http://a/MAAA/MAAAMAAA/" RAW, "http://a/MAAA/MAAAMAAA/", 0},
    {"http://a%2F" RAW, "http://a%2F", 0},
    {"http://a%252F" TWICE, "http://a%252F", OCSP_URL_ESCAPED_TWICE},
    {"http://a/" RAW "/", "http://a/", 0},
    {"http://a/" RAW "//", "http://a/", 0},
    {"http://a/" RAW "?b=c", "http://a/", 0},
    {"http://a/" RAW "?", "http://a/", 0},
    {"http://a/" RAW "?/" RAW, "http://a/", 0},
    {"http://a/" RAW "#b", "http://a/", 0},
    {"http://a/" RAW "/?b#c", "http://a/", 0},
    {"http://a/MA/7777///8AAQIDBAUGBwg?b", "http://a/", 0},
    {"hxxp://a/" RAW, "hxxp://a/", 0},
    {"http:/a/" RAW, "http:/a/", 0},
    {"http://MA/7777/" RAW, "http://MA/7777/", 0},
};

static const struct {
    const char *url;
    enum error_code code;
} failures[] = {
    {"", ERROR_CONTENT},
    {"http://a/", ERROR_CONTENT},
    {"http://a/index.html", ERROR_CONTENT},
    {"http://a/?" RAW, ERROR_CONTENT},
    {"http://a/#" RAW, ERROR_CONTENT},
    {"MA/7777", ERROR_CONTENT}, /* under eight characters begin nothing */
    {"http://a/x" RAW, ERROR_CONTENT},
    {"http://a/MA/7777///8AAQ", ERROR_DER},           /* cut */
    {"http://a/" RAW "AAAA", ERROR_ENCODING},         /* padding inside */
    {"http://a/MA/7777///8AAQIDBAUGBwgA", ERROR_DER}, /* an octet behind it */
    {"http://a/MA%2F7777%2", ERROR_ENCODING},         /* half an escape */
    {"http://a/MA%2F7777%ZZ8AAQIDBAUG", ERROR_ENCODING},
    {"http://a/MIAAAAAAAAAA", ERROR_DER}, /* an indefinite length */
    {"/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/MA/" RAW, ERROR_LIMIT},
};

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
    ok(ocsp_url_repair_text(OCSP_URL_ESCAPED_TWICE)[0] != '\0', "a repair has a text");
    return tap_done();
}
