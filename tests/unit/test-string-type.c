/* SPDX-License-Identifier: Apache-2.0 */
#include "string-type.h"

#include "hex.h"
#include "tap.h"

#define UTF8      DER_UTF8_STRING
#define NUMERIC   DER_NUMERIC_STRING
#define PRINTABLE DER_PRINTABLE_STRING
#define TELETEX   DER_TELETEX_STRING
#define IA5       DER_IA5_STRING
#define VISIBLE   DER_VISIBLE_STRING
#define BMP       DER_BMP_STRING
#define UNIVERSAL DER_UNIVERSAL_STRING

/* The octets in hex, whether they are of the type, and what is appended, in hex too. */
static const struct {
    const char *what;
    enum der_tag tag;
    const char *octets;
    bool is_of_type;
    const char *utf8;
} cases[] = {
    {"UTF-8: ASCII", UTF8, "6162", true, "6162"},
    {"UTF-8: two octets", UTF8, "C3A9", true, "C3A9"},
    {"UTF-8: the largest character", UTF8, "F48FBFBF", true, "F48FBFBF"},
    {"UTF-8: one too large stays", UTF8, "F4908080", false, "F4908080"},
    {"UTF-8: an overlong character", UTF8, "C080", false, "C080"},
    {"UTF-8: an overlong one of three", UTF8, "E09F80", false, "E09F80"},
    {"UTF-8: a surrogate", UTF8, "EDA080", false, "EDA080"},
    {"UTF-8: cut", UTF8, "61E282", false, "61E282"},
    {"UTF-8: an octet that continues nothing", UTF8, "80", false, "80"},
    {"UTF-8: a long text and one bad octet", UTF8, "616263646566676869FF", false,
     "616263646566676869FF"},
    {"numeric", NUMERIC, "30203139", true, "30203139"},
    {"numeric: a letter", NUMERIC, "3041", false, "3041"},
    {"printable", PRINTABLE,
     "4120272829"
     "2B2C2D2E2F3A3D3F",
     true,
     "4120272829"
     "2B2C2D2E2F3A3D3F"},
    {"printable: an asterisk", PRINTABLE, "2A", false, "2A"},
    {"printable: an at sign", PRINTABLE, "40", false, "40"},
    {"printable: a low line", PRINTABLE, "5F", false, "5F"},
    {"printable: Latin-1", PRINTABLE, "E9", false, "C3A9"},
    {"printable: UTF-8", PRINTABLE, "C3A9", false, "C3A9"},
    {"IA5: a control character", IA5, "0A", true, "0A"},
    {"IA5: Latin-1", IA5, "61FF", false, "61C3BF"},
    {"visible: a control character", VISIBLE, "0A", false, "0A"},
    {"visible: a tilde", VISIBLE, "7E", true, "7E"},
    {"visible: DEL", VISIBLE, "7F", false, "7F"},
    {"teletex: ASCII", TELETEX, "61", true, "61"},
    {"teletex is Latin-1", TELETEX, "C3A9", true, "C383C2A9"},
    {"BMP", BMP, "006100E920AC", true, "61C3A9E282AC"},
    {"BMP: NUL", BMP, "0000", true, "00"},
    {"BMP: half a character", BMP, "006100", false, "61EFBFBD"},
    {"BMP: a pair of surrogates", BMP, "D83DDE00", false, "F09F9880"},
    {"BMP: the first of them alone", BMP, "D83D0061", false, "EFBFBD61"},
    {"BMP: the first of them at the end", BMP, "D83D", false, "EFBFBD"},
    {"BMP: the second of them alone", BMP, "DE00", false, "EFBFBD"},
    {"universal", UNIVERSAL, "000000610001F600", true, "61F09F9880"},
    {"universal: the largest", UNIVERSAL, "0010FFFF", true, "F48FBFBF"},
    {"universal: one too large", UNIVERSAL, "00110000", false, "EFBFBD"},
    {"universal: a surrogate", UNIVERSAL, "0000D83D", false, "EFBFBD"},
    {"universal: three octets", UNIVERSAL, "000061", false, "EFBFBD"},
    {"nothing", UTF8, "", true, ""},
    {"nothing of two octets each", BMP, "", true, ""},
};

static void test_case(size_t i)
{
    struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    departure_set departures = 0;
    char have[64] = "";
    struct slice text;
    struct der d;

    ok(hex_decode(slice_of_string(cases[i].octets), &octets, NULL), "%s", cases[i].what);
    text = buffer_slice(&octets);
    d = der_over(text, &departures);
    string_check(&d, (uint8_t)cases[i].tag, text);
    is_int(departures, cases[i].is_of_type ? 0 : 1U << DEPARTURE_STRING_CHARACTERS,
           "whether it is of its type");
    ok(string_append_utf8(&out, (uint8_t)cases[i].tag, text, NULL), "is appended");
    hex_encode((uint8_t *)have, buffer_slice(&out));
    is_string(have, cases[i].utf8, "as UTF-8");
}

/* Each character of a PrintableString, and no other. */
static void test_printable(void)
{
    static const char allowed[] = " '()+,-./:=?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "abcdefghijklmnopqrstuvwxyz";
    bool same = true;

    for (unsigned c = 1; c < 256; c++) {
        uint8_t octet = (uint8_t)c;
        departure_set departures = 0;
        struct der d = der_over(slice_of(&octet, 1), &departures);

        string_check(&d, PRINTABLE, slice_of(&octet, 1));
        same = same && (departures == 0) == (strchr(allowed, (int)c) != NULL);
    }
    ok(same, "X.680 41.4, each octet");
}

int main(void)
{
    static const uint8_t known[] = {UTF8, NUMERIC, PRINTABLE, TELETEX,
                                    IA5,  VISIBLE, BMP,       UNIVERSAL};
    struct buffer small CLEANUP(buffer_free) = BUFFER_INIT(4);
    unsigned count = 0;
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        test_case(i);
    test_printable();
    for (size_t i = 0; i < ARRAY_SIZE(known); i++)
        ok(string_type_is_known(known[i]), "the type 0x%02X is known", known[i]);
    for (unsigned tag = 0; tag < 256; tag++)
        count += string_type_is_known((uint8_t)tag);
    is_int(count, ARRAY_SIZE(known), "and no other");
    ok(!string_append_utf8(&small, TELETEX, SLICE("\xE9\xE9\xE9"), &e) && e.code == ERROR_LIMIT,
       "no room");
    return tap_done();
}
