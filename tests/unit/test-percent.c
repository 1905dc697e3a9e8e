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
    {SLICE_CONST("%"), SLICE_CONST(""), "expected two hex digits behind '%', found '%'", 0},
    {SLICE_CONST("ab%2"), SLICE_CONST(""), "expected two hex digits behind '%', found '%2'", 2},
    {SLICE_CONST("%2G"), SLICE_CONST(""), "expected two hex digits behind '%', found '%2G'", 0},
    {SLICE_CONST("%G2"), SLICE_CONST(""), "expected two hex digits behind '%', found '%G2'", 0},
    {SLICE_CONST("x%%41"), SLICE_CONST(""), "expected two hex digits behind '%', found '%%4'", 1},
    {SLICE_CONST("%41%u0041"), SLICE_CONST(""), "expected two hex digits behind '%', found '%u0'",
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

/* A text of that length, with escapes at two places, of which the second may be broken. */
static bool is_decoded(size_t len, size_t first, size_t second, bool is_broken)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    uint8_t text[160], want[160];
    struct error e;

    memset(text, 'x', len);
    memset(want, 'x', len);
    memcpy(text + first, "%2f", 3);
    memcpy(text + second, is_broken ? "%2x" : "%2B", 3);
    want[first] = '/';
    want[second - 2] = '+';
    if (is_broken)
        return !percent_decode(slice_of(text, len), &out, &e) && e.offset == second;
    return percent_decode(slice_of(text, len), &out, NULL) &&
           slice_equal(buffer_slice(&out), slice_of(want, len - 4));
}

/* Of every length around whole windows, and with escapes that stand across their ends. */
static void test_windows(void)
{
    size_t wrong = 0;

    for (size_t len = 6; len < 160; len++) {
        for (size_t first = 0; first + 6 <= len; first++) {
            for (size_t second = first + 3; second + 3 <= len; second++)
                wrong +=
                    !is_decoded(len, first, second, false) || !is_decoded(len, first, second, true);
        }
    }
    is_int((intmax_t)wrong, 0, "two escapes at any places of any length");
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
    test_windows();
    test_cap();
    return tap_done();
}
