/* SPDX-License-Identifier: Apache-2.0 */
#include "percent.h"
#include "tap.h"

static const struct {
    struct slice text;
    struct slice want;
    const char *error; /* null: none */
    size_t offset;
} cases[] = {
    {SLICE_CONST(""), SLICE_CONST(""), NULL, 0},
    {SLICE_CONST("MEkw"), SLICE_CONST("MEkw"), NULL, 0},
    {SLICE_CONST("a%2Fb%2bc%3D%3d"), SLICE_CONST("a/b+c=="), NULL, 0},
    {SLICE_CONST("%41"), SLICE_CONST("A"), NULL, 0},
    {SLICE_CONST("a+b"), SLICE_CONST("a+b"), NULL, 0},
    {SLICE_CONST("%252F"), SLICE_CONST("%2F"), NULL, 0}, /* once */
    {SLICE_CONST("%00%ff"), SLICE_CONST("\0\xFF"), NULL, 0},
    {SLICE_CONST("%25%32%46"), SLICE_CONST("%2F"), NULL, 0},
    {SLICE_CONST("%"), SLICE_CONST(""), "expected two hex digits behind '%', found \"%\"", 0},
    {SLICE_CONST("ab%2"), SLICE_CONST(""), "expected two hex digits behind '%', found \"%2\"", 2},
    {SLICE_CONST("%2G"), SLICE_CONST(""), "expected two hex digits behind '%', found \"%2G\"", 0},
    {SLICE_CONST("%G2"), SLICE_CONST(""), "expected two hex digits behind '%', found \"%G2\"", 0},
    {SLICE_CONST("x%%41"), SLICE_CONST(""), "expected two hex digits behind '%', found \"%%4\"", 1},
    {SLICE_CONST("%41%u0041"), SLICE_CONST(""), "expected two hex digits behind '%', found \"%u0\"",
     3},
};

static void test_cases(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        struct error e;

        if (percent_decode(cases[i].text, &out, &e)) {
            ok(cases[i].error == NULL && slice_equal(buffer_slice(&out), cases[i].want), "%s",
               (const char *)cases[i].text.data);
            continue;
        }
        is_string(e.text, cases[i].error != NULL ? cases[i].error : "no error",
                  (const char *)cases[i].text.data);
        is_int((intmax_t)e.offset, (intmax_t)cases[i].offset, "its offset");
        is_int((intmax_t)out.len, 0, "nothing is appended");
    }
}

/* An escape at every place of every length around whole blocks. */
static void test_blocks(void)
{
    size_t wrong = 0;

    for (size_t len = 3; len < 40; len++) {
        for (size_t at = 0; at + 3 <= len; at++) {
            struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
            uint8_t text[40], want[40];

            memset(text, 'x', len);
            memset(want, 'x', len);
            memcpy(text + at, "%2f", 3);
            want[at] = '/';
            if (!percent_decode(slice_of(text, len), &out, NULL) ||
                !slice_equal(buffer_slice(&out), slice_of(want, len - 2)))
                wrong++;
        }
    }
    is_int((intmax_t)wrong, 0, "an escape at any place of any length");
}

static void test_cap(void)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(256);
    uint8_t text[3 * 257];
    struct error e;

    for (size_t i = 0; i < sizeof(text); i += 3)
        memcpy(text + i, "%41", 3);
    ok(percent_decode(slice_of(text, 3 * 255), &out, NULL) && out.len == 255, "one below the cap");
    out.len = 0;
    ok(percent_decode(slice_of(text, 3 * 256), &out, NULL) && out.len == 256, "at the cap");
    out.len = 0;
    ok(!percent_decode(slice_of(text, 3 * 257), &out, &e) && e.code == ERROR_LIMIT,
       "one above the cap");

    /* Malformed, with many more escapes behind: no byte may be written past the room. */
    memset(text, 'a', 255);
    memset(text + 255, '%', sizeof(text) - 255);
    out.len = 0;
    ok(!percent_decode(slice_of(text, sizeof(text)), &out, &e),
       "an escape without digits at the cap");
}

int main(void)
{
    test_cases();
    test_blocks();
    test_cap();
    return tap_done();
}
