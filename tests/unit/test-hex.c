/* SPDX-License-Identifier: Apache-2.0 */
#include "hex.h"
#include "tap.h"

#include <stdio.h>

static const struct {
    const char *text;
    const char *want; /* upper-case hex; null: an error */
    const char *error;
    size_t offset;
} cases[] = {
    {"", "", NULL, 0},
    {"00", "00", NULL, 0},
    {"09afAF", "09AFAF", NULL, 0},
    {"0x1F47", "1F47", NULL, 0},
    {"0X1f47", "1F47", NULL, 0},
    {" 0x 1f", "1F", NULL, 0},
    {"0x", "", NULL, 0},
    {"1f:47:d6", "1F47D6", NULL, 0},
    {"1f 47 d6", "1F47D6", NULL, 0},
    {"1f-47-d6", "1F47D6", NULL, 0},
    {"1f47\r\nd6\n", "1F47D6", NULL, 0},
    {"\t1f47 : d6 ", "1F47D6", NULL, 0},
    {" :-", "", NULL, 0},
    {"1", NULL, "expected the second hex digit of a byte, found the end", 1},
    {"1f4", NULL, "expected the second hex digit of a byte, found the end", 3},
    {"1:f4", NULL, "expected the second hex digit of a byte, found ':'", 1},
    {"1f4g", NULL, "expected the second hex digit of a byte, found 'g'", 3},
    {"1fg4", NULL, "expected a hex digit, found 'g'", 2},
    {"1f0x47", NULL, "expected the second hex digit of a byte, found 'x'", 3},
    {"zz", NULL, "expected a hex digit, found 'z'", 0},
    {"1f\x80", NULL, "expected a hex digit, found 0x80", 2},
    {"@/", NULL, "expected a hex digit, found '@'", 0},
};

static void test_decode(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        uint8_t text[64] = {0};
        struct error e;

        if (hex_decode(slice_of_string(cases[i].text), &out, &e)) {
            hex_encode(text, buffer_slice(&out));
            is_string((const char *)text, cases[i].want != NULL ? cases[i].want : "an error",
                      cases[i].text);
            continue;
        }
        is_string(e.text, cases[i].error != NULL ? cases[i].error : "no error", cases[i].text);
        is_int((intmax_t)e.offset, (intmax_t)cases[i].offset, "its offset");
        is_int(e.code, ERROR_ENCODING, "its code");
        is_int((intmax_t)out.len, 0, "nothing is appended");
    }
}

static void test_all_bytes(void)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    uint8_t bytes[256], text[512];

    for (size_t i = 0; i < 256; i++)
        bytes[i] = (uint8_t)i;
    hex_encode(text, slice_of(bytes, 256));
    ok(memcmp(text, "000102", 6) == 0 && memcmp(text + 506, "FDFEFF", 6) == 0, "encodes all bytes");
    ok(hex_decode(slice_of(text, 512), &out, NULL), "decodes all bytes");
    ok(slice_equal(buffer_slice(&out), slice_of(bytes, 256)), "to what they were");
    ok(hex_decode(SLICE("FF"), &out, NULL) && out.len == 257, "appends");
    is_int(hex_digit('f'), 15, "the digit f");
    is_int(hex_digit('g'), -1, "g is no digit");
}

static void test_cap(void)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(512);
    uint8_t text[1026];
    struct error e;

    memset(text, 'a', sizeof(text));
    ok(hex_decode(slice_of(text, 1022), &out, NULL), "one below the cap");
    out.len = 0;
    ok(hex_decode(slice_of(text, 1024), &out, NULL), "at the cap");
    out.len = 0;
    ok(!hex_decode(slice_of(text, 1026), &out, &e) && e.code == ERROR_LIMIT, "one above the cap");
}

/* Of every length up to more than two steps; behind the one byte that may change none does. */
static void test_colons(void)
{
    static const uint8_t octets[] = {0x00, 0x1A, 0xFF, 0x9C, 0x80, 0x7B, 0x05,
                                     0xD4, 0xE3, 0x60, 0x0F, 0xA1, 0x52, 0xBE};

    for (size_t len = 0; len <= sizeof(octets); len++) {
        uint8_t lower[3 * sizeof(octets) + 2], upper[sizeof(lower)];
        char wanted_lower[3 * sizeof(octets) + 1] = "", wanted_upper[sizeof(wanted_lower)] = "";
        bool same;

        for (size_t i = 0; i < len; i++) {
            (void)snprintf(wanted_lower + 3 * i, 4, "%02x:", octets[i]);
            (void)snprintf(wanted_upper + 3 * i, 4, "%02X:", octets[i]);
        }
        memset(lower, '!', sizeof(lower));
        memset(upper, '!', sizeof(upper));
        same = hex_encode_lower_colons(lower, slice_of(octets, len)) == lower + 3 * len &&
               hex_encode_upper_colons(upper, slice_of(octets, len)) == upper + 3 * len;
        ok(same && memcmp(lower, wanted_lower, 3 * len) == 0 &&
               memcmp(upper, wanted_upper, 3 * len) == 0,
           "%zu octets with colons", len);
        ok(lower[3 * len + 1] == '!' && upper[3 * len + 1] == '!', "one byte more, and no other");
    }
}

int main(void)
{
    test_decode();
    test_all_bytes();
    test_colons();
    test_cap();
    return tap_done();
}
