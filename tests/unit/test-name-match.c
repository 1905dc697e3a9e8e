/* SPDX-License-Identifier: Apache-2.0 */
#include "name-match.h"

#include "der-text.h"
#include "tap.h"

#define CN(value)  "31{30{06:550403 " value "}}"
#define O(value)   "31{30{06:55040A " value "}}"
#define NAME(rdns) "30{" rdns "}"

static const struct {
    const char *what;
    const char *a, *b;
    bool same;
} cases[] = {
    {"empty ones", NAME(""), NAME(""), true},
    {"the same bytes", NAME(CN("0C'a'")), NAME(CN("0C'a'")), true},
    {"another type of string", NAME(CN("0C'a'")), NAME(CN("13'a'")), true},
    {"UTF-8 and UTF-16", NAME(CN("0C:C3A9")), NAME(CN("1E:00E9")), true},
    {"other letters", NAME(CN("0C'Example CA'")), NAME(CN("13'EXAMPLE ca'")), true},
    {"blanks at the ends", NAME(CN("0C' a b  '")), NAME(CN("0C'a b'")), true},
    {"several blanks", NAME(CN("0C'a   b'")), NAME(CN("0C'a b'")), true},
    {"nothing but blanks", NAME(CN("0C'  '")), NAME(CN("0C:")), true},
    {"a blank in a word", NAME(CN("0C'a b'")), NAME(CN("0C'ab'")), false},
    {"another value", NAME(CN("0C'a'")), NAME(CN("0C'b'")), false},
    {"the beginning of a value", NAME(CN("0C'ab'")), NAME(CN("0C'a'")), false},
    {"a NUL behind it", NAME(CN("0C:6100")), NAME(CN("0C'a'")), false},
    {"another attribute", NAME(CN("0C'a'")), NAME(O("0C'a'")), false},
    {"another order", NAME(CN("0C'a'") O("0C'b'")), NAME(O("0C'b'") CN("0C'a'")), false},
    {"one attribute more", NAME(CN("0C'a'") O("0C'b'")), NAME(CN("0C'a'")), false},
    {"one attribute less", NAME(CN("0C'a'")), NAME(CN("0C'a'") O("0C'b'")), false},
    {"an empty one and another", NAME(""), NAME(CN("0C'a'")), false},
    {"two attributes in one RDN", NAME("31{30{06:550403 0C'a'} 30{06:55040A 0C'b'}}"),
     NAME(CN("0C'a'") O("0C'b'")), false},
    {"two RDNs of two", NAME("31{30{06:550403 0C'a'} 30{06:55040A 0C'b'}}"),
     NAME("31{30{06:550403 13'A'} 30{06:55040A 0C'B'}}"), true},
    {"a value that is no string", NAME(CN("02:05")), NAME(CN("0C:05")), false},
    {"the same that is no string", NAME(CN("02:05") CN("0C'a'")), NAME(CN("02:05") CN("0C'A'")),
     true},
    {"other letters beyond ASCII", NAME(CN("0C:C3A9")), NAME(CN("0C:C389")), false},
    {"what is no character", NAME(CN("1E:D83D")), NAME(CN("1E:D83E")), false},
    {"halves of characters", NAME(CN("1E:61")), NAME(CN("1E:62")), false},
};

int main(void)
{
    static uint8_t a[DER_TEXT_MAX], b[DER_TEXT_MAX];

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct slice first = der_text(cases[i].a, a);
        struct slice second = der_text(cases[i].b, b);

        ok(name_match(first, second) == cases[i].same, "%s: %s", cases[i].what,
           cases[i].same ? "the same" : "not the same");
        ok(name_match(second, first) == cases[i].same, "%s, the other way round", cases[i].what);
    }
    return tap_done();
}
