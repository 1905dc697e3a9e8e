/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler.h"
#include "slice.h"
#include "tap.h"

static const struct {
    struct slice text;
    struct slice needle;
    size_t want;
} finds[] = {
    {SLICE_CONST(""), SLICE_CONST("a"), 0},
    {SLICE_CONST("a"), SLICE_CONST("a"), 0},
    {SLICE_CONST("a"), SLICE_CONST("ab"), 1},
    {SLICE_CONST("b"), SLICE_CONST("a"), 1},
    {SLICE_CONST("aab"), SLICE_CONST("ab"), 1},
    {SLICE_CONST("aaaa"), SLICE_CONST("aab"), 4},
    {SLICE_CONST("----BEGIN"), SLICE_CONST("-BEGIN"), 3},
    {SLICE_CONST("a\0bc"), SLICE_CONST("\0b"), 1},
    {SLICE_CONST("xyab"), SLICE_CONST("ab"), 2},
    {SLICE_CONST("xya"), SLICE_CONST("ab"), 3},
};

static const struct {
    struct slice a;
    struct slice b;
    bool equal;
    bool starts;
    bool ends;
} pairs[] = {
    {SLICE_CONST(""), SLICE_CONST(""), true, true, true},
    {{NULL, 0}, SLICE_CONST(""), true, true, true},
    {SLICE_CONST("ab"), {NULL, 0}, false, true, true},
    {SLICE_CONST("ab"), SLICE_CONST("ab"), true, true, true},
    {SLICE_CONST("ab"), SLICE_CONST("a"), false, true, false},
    {SLICE_CONST("ab"), SLICE_CONST("b"), false, false, true},
    {SLICE_CONST("a"), SLICE_CONST("ab"), false, false, false},
    {SLICE_CONST("a\0b"), SLICE_CONST("a\0c"), false, false, false},
};

/* Only the letters of ASCII are the same; what is 0x20 apart beside them is not. */
static const struct {
    struct slice a;
    struct slice b;
    bool equal;
} cases[] = {
    {SLICE_CONST(""), SLICE_CONST(""), true},
    {{NULL, 0}, SLICE_CONST(""), true},
    {SLICE_CONST("azAZ09-"), SLICE_CONST("AZaz09-"), true},
    {SLICE_CONST("ab"), SLICE_CONST("a"), false},
    {SLICE_CONST("ab"), SLICE_CONST("aC"), false},
    {SLICE_CONST("@"), SLICE_CONST("`"), false},
    {SLICE_CONST("["), SLICE_CONST("{"), false},
    {SLICE_CONST("0"), SLICE_CONST("\x10"), false},
    {SLICE_CONST("\xC4"), SLICE_CONST("\xE4"), false},
};

static const struct {
    struct slice text;
    const char *want;
} trims[] = {
    {SLICE_CONST(""), ""},           {{NULL, 0}, ""},
    {SLICE_CONST(" \t\r\n"), ""},    {SLICE_CONST("a b"), "a b"},
    {SLICE_CONST(" a b"), "a b"},    {SLICE_CONST("a b\r\n"), "a b"},
    {SLICE_CONST("\fa\v"), "\fa\v"},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(trims); i++)
        ok(slice_is(slice_trim(trims[i].text), trims[i].want), "slice_trim %zu", i);
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        ok(slice_equal_without_case(cases[i].a, cases[i].b) == cases[i].equal,
           "slice_equal_without_case %zu", i);
    for (size_t i = 0; i < ARRAY_SIZE(finds); i++)
        is_int((intmax_t)slice_find(finds[i].text, finds[i].needle), (intmax_t)finds[i].want,
               "slice_find");
    for (size_t i = 0; i < ARRAY_SIZE(pairs); i++) {
        ok(slice_equal(pairs[i].a, pairs[i].b) == pairs[i].equal, "slice_equal %zu", i);
        ok(slice_starts_with(pairs[i].a, pairs[i].b) == pairs[i].starts, "slice_starts_with %zu",
           i);
        ok(slice_ends_with(pairs[i].a, pairs[i].b) == pairs[i].ends, "slice_ends_with %zu", i);
    }
    ok(slice_is(SLICE("ab"), "ab") && !slice_is(SLICE("ab\0"), "ab"), "slice_is");
    is_int((intmax_t)slice_find_byte(SLICE("abc"), 'c'), 2, "slice_find_byte");
    is_int((intmax_t)slice_find_byte(SLICE_NONE, 'c'), 0, "slice_find_byte in none");
    ok(slice_is(slice_from(SLICE("abc"), 1), "bc") && slice_from(SLICE("abc"), 3).len == 0,
       "slice_from");
    ok(slice_is(slice_first(SLICE("abc"), 2), "ab"), "slice_first");
    return tap_done();
}
