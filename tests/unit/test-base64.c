/* SPDX-License-Identifier: Apache-2.0 */
#include "base64.h"
#include "tap.h"

/* RFC 4648 section 10, and each length of a last group */
static const struct {
    const char *bytes;
    const char *text;
} vectors[] = {
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
    {"\xFB\xFF\xBF", "+/+/"},
};

static const struct {
    const char *text;
    const char *want; /* null: an error */
    const char *error;
    size_t offset;
} cases[] = {
    {"Zm9vYg", "foob", NULL, 0},
    {"Zm9vYmE", "fooba", NULL, 0},
    {"Zm9v\nYmFy", "foobar", NULL, 0},
    {"Zm9v\r\nYmFy\r\n", "foobar", NULL, 0},
    {" Z m\t9vYmFy ", "foobar", NULL, 0},
    {"Zm9vYg= =\n", "foob", NULL, 0},
    {"Zm9vYg =\n=", "foob", NULL, 0},
    {"-_+/", "\xFB\xFF\xBF", NULL, 0},
    {"-_-_", "\xFB\xFF\xBF", NULL, 0},
    {" \r\n\t", "", NULL, 0},
    {"Zh==", "f", NULL, 0}, /* unused bits that are not zero */
    {"Zm9=", "fo", NULL, 0},
    {"Z", NULL, "expected a second base64 digit of the last group, found the end", 1},
    {"Zm9vY", NULL, "expected a second base64 digit of the last group, found the end", 5},
    {"Z===", NULL, "expected a second base64 digit of the last group, found '='", 1},
    {"Zg=", NULL, "expected a second '=', found the end", 3},
    {"Zg=x", NULL, "expected a second '=', found 'x'", 3},
    {"Zg===", NULL, "expected the end behind the padding, found '='", 4},
    {"Zm8==", NULL, "expected the end behind the padding, found '='", 4},
    {"Zm9v=", NULL, "expected a base64 digit, found '='", 4},
    {"=", NULL, "expected a base64 digit, found '='", 0},
    {"Zg==Zg==", NULL, "expected the end behind the padding, found 'Z'", 4},
    {"Zm8=\nZm8=", NULL, "expected the end behind the padding, found 'Z'", 5},
    {"Zm9v*mFy", NULL, "expected a base64 digit, found '*'", 4},
    {"Zm*v", NULL, "expected a base64 digit or padding, found '*'", 2},
    {"%", NULL, "expected a base64 digit, found '%'", 0},
    {"Zm9\x80", NULL, "expected a base64 digit or padding, found 0x80", 3},
    {"Zm9v\x01", NULL, "expected a base64 digit, found 0x01", 4},
};

static void test_vectors(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(vectors); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        struct slice bytes = slice_of_string(vectors[i].bytes);
        uint8_t text[16] = {0};

        is_int((intmax_t)base64_encode(text, bytes), (intmax_t)BASE64_LEN(bytes.len),
               "the length of the text");
        is_string((const char *)text, vectors[i].text, "encodes");
        ok(base64_decode(slice_of_string(vectors[i].text), &out, NULL), "decodes %s",
           vectors[i].text);
        ok(slice_equal(buffer_slice(&out), bytes), "to the same bytes");
    }
}

static void test_decode(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        struct error e;

        if (base64_decode(slice_of_string(cases[i].text), &out, &e)) {
            ok(cases[i].want != NULL && slice_is(buffer_slice(&out), cases[i].want), "case %zu", i);
            continue;
        }
        is_string(e.text, cases[i].error != NULL ? cases[i].error : "no error", cases[i].text);
        is_int((intmax_t)e.offset, (intmax_t)cases[i].offset, "its offset");
        is_int(e.code, ERROR_ENCODING, "its code");
        is_int((intmax_t)out.len, 0, "nothing is appended");
    }
}

/* Every length, whole and with line ends at each place, against a buffer with no byte to spare. */
static void test_lengths(void)
{
    uint8_t bytes[300], text[BASE64_LEN(300) + 1];
    size_t wrong = 0;

    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (uint8_t)(i * 151 + i / 7);
    for (size_t len = 256; len <= sizeof(bytes); len++) {
        size_t text_len = base64_encode(text, slice_of(bytes, len));

        for (size_t at = 0; at <= text_len; at++) {
            struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(len);

            memmove(text + at + 1, text + at, text_len - at);
            text[at] = '\n';
            if (!base64_decode(slice_of(text, text_len + 1), &out, NULL) ||
                !slice_equal(buffer_slice(&out), slice_of(bytes, len)))
                wrong++;
            memmove(text + at, text + at + 1, text_len - at);
        }
    }
    is_int((intmax_t)wrong, 0, "a line end at any place of any length");
}

/* Whether the text is read as with a line end behind every character, which no fast way takes. */
static bool is_read_as_slowly(struct slice text)
{
    struct buffer quick CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct buffer slow CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    uint8_t spread[256];

    for (size_t i = 0; i < text.len; i++) {
        spread[2 * i] = text.data[i];
        spread[2 * i + 1] = '\n';
    }
    return base64_decode(text, &quick, NULL) ==
               base64_decode(slice_of(spread, 2 * text.len), &slow, NULL) &&
           slice_equal(buffer_slice(&quick), buffer_slice(&slow));
}

static const char digits[] =
    "MFEwTzBNMEswSTAJBgUrDgMCGgUABBTrJdiQ/icg9B19asFe73bPYs+reAQUdXGnGUgZvJ2d6kFH35TESHeZ03kC";

/* Every octet at every place of every length around whole blocks. */
static void test_blocks(void)
{
    size_t wrong = 0;

    for (size_t len = 1; len < 68; len++) {
        for (size_t at = 0; at < len * 256; at++) {
            uint8_t text[sizeof(digits)];

            memcpy(text, digits, sizeof(digits));
            text[at / 256] = (uint8_t)at;
            wrong += !is_read_as_slowly(slice_of(text, len));
        }
    }
    is_int((intmax_t)wrong, 0, "every octet at every place, as one by one");
}

/* Every way in which padding may stand among the last six characters. */
static void test_padding(void)
{
    size_t wrong = 0;

    for (size_t len = 6; len < sizeof(digits); len++) {
        for (unsigned padding = 0; padding < 64; padding++) {
            uint8_t text[sizeof(digits)];

            memcpy(text, digits, sizeof(digits));
            for (size_t i = 0; i < 6; i++) {
                if ((padding >> i & 1) != 0)
                    text[len - 6 + i] = '=';
            }
            wrong += !is_read_as_slowly(slice_of(text, len));
        }
    }
    is_int((intmax_t)wrong, 0, "padding at any place of the end, as one by one");
}

static void test_cap(void)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(768);
    uint8_t text[1028];
    struct error e;

    memset(text, 'A', sizeof(text));
    ok(base64_decode(slice_of(text, 1023), &out, NULL) && out.len == 767, "one below the cap");
    out.len = 0;
    ok(base64_decode(slice_of(text, 1024), &out, NULL) && out.len == 768, "at the cap");
    ok(base64_decode(SLICE("\n"), &out, NULL) && out.len == 768, "no bytes into a full buffer");
    ok(!base64_decode(SLICE("A"), &out, &e) && e.code == ERROR_ENCODING, "nor half of one");
    out.len = 0;
    ok(!base64_decode(slice_of(text, 1026), &out, &e) && e.code == ERROR_LIMIT,
       "one above the cap");
}

int main(void)
{
    test_vectors();
    test_decode();
    test_lengths();
    test_blocks();
    test_padding();
    test_cap();
    return tap_done();
}
