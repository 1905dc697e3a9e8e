/* SPDX-License-Identifier: Apache-2.0 */
#include "der-walk.h"

#include "compiler.h"
#include "der-text.h"
#include "tap.h"

static uint8_t bytes[DER_TEXT_MAX];

/* An element a word: DEPTH.OFFSET.HEADER.LEN, a '+' where it is entered; "~" in front of what is
 * none. */
static void print(const struct der_walk_element *element, char *out, size_t size)
{
    size_t used = strlen(out);

    (void)snprintf(out + used, size - used, "%s%s%u.%zu.%zu.%zu%s%s", used > 0 ? " " : "",
                   element->header == 0 ? "~" : "", element->depth, element->offset,
                   element->header, element->header == 0 ? element->contents.len : element->len,
                   element->indefinite ? "?" : "", element->entered ? "+" : "");
}

static const struct {
    const char *what;
    const char *bytes;
    size_t look_into;
    const char *elements;
} cases[] = {
    {"nothing", "", SIZE_MAX, ""},
    {"one", "05:", SIZE_MAX, "0.0.2.0"},
    {"two", "05: 05:", SIZE_MAX, "0.0.2.0 0.2.2.0"},
    {"one in one", "30{02:0A}", SIZE_MAX, "0.0.2.3+ 1.2.2.1"},
    {"one behind one in one", "30{02:0A} 05:", SIZE_MAX, "0.0.2.3+ 1.2.2.1 0.5.2.0"},
    {"an empty one", "30{} 05:", SIZE_MAX, "0.0.2.0 0.2.2.0"},
    {"[0] and [1], constructed and primitive", "A0{05:} 81:00", SIZE_MAX,
     "0.0.2.2+ 1.2.2.0 0.4.2.1"},
    {"an OCTET STRING", "04{05:}", SIZE_MAX, "0.0.2.2"},
    {"an OCTET STRING with the place in it", "04{05:}", 2, "0.0.2.2+ 1.2.2.0"},
    {"an OCTET STRING with the place at its end", "04{05:}", 3, "0.0.2.2+ 1.2.2.0"},
    {"an OCTET STRING with the place behind it", "04{05:}", 4, "0.0.2.2"},
    {"an OCTET STRING with the place in its header", "04{05:}", 1, "0.0.2.2"},
    {"a BIT STRING with the place in it", "03:000500", 3, "0.0.2.3+ 1.3.2.0"},
    {"a BIT STRING with the place at its unused bits", "03:000500", 2, "0.0.2.3"},
    {"an INTEGER with the place in it", "02:0500", 2, "0.0.2.2"},
    {"a longer length", "!308102 05:", SIZE_MAX, "0.0.3.2+ 1.3.2.0"},
    {"a length of four octets", "!308400000002 05:", SIZE_MAX, "0.0.6.2+ 1.6.2.0"},
    {"a length of five octets", "!30850000000002 05:", SIZE_MAX, "~0.0.0.9"},
    {"a length that is cut", "!308201", SIZE_MAX, "~0.0.0.3"},
    {"no length", "!30", SIZE_MAX, "~0.0.0.1"},
    {"contents that are cut", "!3005 05:", SIZE_MAX, "0.0.2.5+ 1.2.2.0"},
    {"longer than what it is in", "!3003020500 05:", SIZE_MAX, "0.0.2.3+ 1.2.2.5 0.5.2.0"},
    {"an indefinite length", "!3080 05: !0000", SIZE_MAX, "0.0.2.4?+ 1.2.2.0 1.4.2.0"},
    {"a length of FF", "!30FF 05:", SIZE_MAX, "~0.0.0.4"},
    {"a tag of two octets", "!1F81010100", SIZE_MAX, "0.0.4.1"},
    {"a tag of two octets, constructed", "!BF2102 05:", SIZE_MAX, "0.0.3.2+ 1.3.2.0"},
    {"a tag that does not end", "!1FFFFF", SIZE_MAX, "~0.0.0.3"},
    {"a tag that is too long", "!1F818181818181810100", SIZE_MAX, "~0.0.0.10"},
    {"what is none, within one", "30{!1F} 05:", SIZE_MAX, "0.0.2.1+ ~1.2.0.1 0.3.2.0"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct der_walk_element element;
        struct der_walk walk;
        char out[512] = "";

        der_walk_start(&walk, der_text(cases[i].bytes, bytes), cases[i].look_into);
        while (der_walk_next(&walk, &element))
            print(&element, out, sizeof(out));
        is_string(out, cases[i].elements, cases[i].what);
    }
}

/* No deeper than the limit, and every byte is in an element all the same. */
static void test_depth(void)
{
    struct der_walk_element element = {0};
    struct der_walk walk;
    unsigned deepest = 0;
    size_t count = 0;

    for (size_t i = 0; i < 4096; i += 2) {
        bytes[i] = 0x30;
        bytes[i + 1] = 0x80;
    }
    der_walk_start(&walk, slice_of(bytes, 4096), SIZE_MAX);
    for (; der_walk_next(&walk, &element); count++)
        deepest = element.depth > deepest ? element.depth : deepest;
    is_int(deepest, LIMIT_NESTING, "the deepest level");
    is_int((intmax_t)count, LIMIT_NESTING + 1, "an element for each");
    ok(!element.entered, "the last one is not entered");
}

/* Whatever the bytes are: each step moves on, and nothing is outside of them. */
static void test_any(void)
{
    uint32_t state = 1;
    size_t wrong = 0;

    for (unsigned round = 0; round < 2000; round++) {
        size_t len = round % 200;
        struct der_walk_element element;
        struct der_walk walk;
        size_t before = SIZE_MAX;

        for (size_t i = 0; i < len; i++) {
            state = state * 1664525 + 1013904223;
            bytes[i] = state % 3 == 0 ? 0x30 : (uint8_t)(state >> 24 & (i % 2 == 0 ? 0xFF : 0x1F));
        }
        der_walk_start(&walk, slice_of(bytes, len), len / 2);
        while (der_walk_next(&walk, &element)) {
            const uint8_t *end = element.contents.data + element.contents.len;

            wrong += (before != SIZE_MAX && element.offset <= before) ||
                     element.contents.data < bytes + element.offset || end > bytes + len;
            before = element.offset;
        }
        wrong += walk.at != len;
    }
    is_int((intmax_t)wrong, 0, "2,000 runs over what is no DER");
}

int main(void)
{
    test_cases();
    test_depth();
    test_any();
    return tap_done();
}
