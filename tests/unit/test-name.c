/* SPDX-License-Identifier: Apache-2.0 */
#include "name.h"

#include "der-text.h"
#include "tap.h"

#define CN(value) "31{30{06:550403 " value "}}"

static uint8_t bytes[DER_TEXT_MAX];

struct good_case {
    const char *what;
    const char *der;
    const char *rfc4514;
    const char *openssl;
    departure_set departures;
};

#define CHARACTERS (1U << DEPARTURE_STRING_CHARACTERS)
#define ORDER      (1U << DEPARTURE_SET_ORDER)

static const struct good_case good[] = {
    {"an empty name", "30{}", "", "", 0},
    {"one attribute", "30{" CN("0C'a'") "}", "CN=a", "CN=a", 0},
    {"RFC 4514 is reversed", "30{31{30{06:550406 13'GB'}} 31{30{06:55040A 0C'O'}}" CN("0C'a'") "}",
     "CN=a,O=O,C=GB", "C=GB, O=O, CN=a", 0},
    {"an RDN of two", "30{31{30{06:550403 0C'a'} 30{06:55040B 0C'b'}} 31{30{06:55040A 0C'O'}}}",
     "O=O,CN=a+OU=b", "CN=a + OU=b, O=O", 0},
    {"out of order", "30{31{30{06:55040B 0C'b'} 30{06:550403 0C'a'}}}", "OU=b+CN=a", "OU=b + CN=a",
     ORDER},
    {"a shorter element goes first", "30{31{30{06:550403 0C'b'} 30{06:550403 0C'aa'}}}",
     "CN=b+CN=aa", "CN=b + CN=aa", 0},
    {"special characters", "30{" CN("0C:2C2B223C3E3B5C") "}", "CN=\\,\\+\\\"\\<\\>\\;\\\\",
     "CN=,+\"<>;\\\\", 0},
    {"# and blanks at the ends", "30{" CN("0C'#a#'") CN("0C' b '") CN("0C' '") "}",
     "CN=\\ ,CN=\\ b\\ ,CN=\\#a#", "CN=#a#, CN= b , CN= ", 0},
    {"an unknown type", "30{31{30{06:2A030405 0C'x'}}}", "1.2.3.4.5=#0C0178", "1.2.3.4.5=x", 0},
    {"a value that is no string", "30{" CN("02:05") "}", "CN=#020105", "CN=#020105", 0},
    {"BMPString", "30{" CN("1E:00E9006C") "}", "CN=\xC3\xA9l", "CN=\xC3\xA9l", 0},
    {"BMPString with a pair of surrogates", "30{" CN("1E:D83DDE00") "}", "CN=\xF0\x9F\x98\x80",
     "CN=\xF0\x9F\x98\x80", CHARACTERS},
    {"BMPString with half of a pair", "30{" CN("1E:D83D0061") "}",
     "CN=\xEF\xBF\xBD"
     "a",
     "CN=\xEF\xBF\xBD"
     "a",
     CHARACTERS},
    {"BMPString of three octets", "30{" CN("1E:006162") "}", "CN=a\xEF\xBF\xBD", "CN=a\xEF\xBF\xBD",
     CHARACTERS},
    {"UniversalString", "30{" CN("1C:0001F600") "}", "CN=\xF0\x9F\x98\x80", "CN=\xF0\x9F\x98\x80",
     0},
    {"UniversalString over U+10FFFF", "30{" CN("1C:00110000") "}", "CN=\xEF\xBF\xBD",
     "CN=\xEF\xBF\xBD", CHARACTERS},
    {"TeletexString is Latin-1", "30{" CN("14:E9") "}", "CN=\xC3\xA9", "CN=\xC3\xA9", 0},
    {"PrintableString with @", "30{" CN("13'a@b'") "}", "CN=a@b", "CN=a@b", CHARACTERS},
    {"PrintableString with all that it has", "30{" CN("13:20272829") CN("13'+,-./:=?'") "}",
     "CN=\\+\\,-./:=?,CN=\\ '()", "CN= '(), CN=+,-./:=?", 0},
    {"NumericString", "30{" CN("12'1 2'") CN("12'1a'") "}", "CN=1a,CN=1 2", "CN=1 2, CN=1a",
     CHARACTERS},
    {"IA5String of 8 bits", "30{" CN("16:616263646566676869E9") "}", "CN=abcdefghi\xC3\xA9",
     "CN=abcdefghi\xC3\xA9", CHARACTERS},
    {"VisibleString in UTF-8", "30{" CN("1A:63616663C3A9") "}", "CN=cafc\xC3\xA9",
     "CN=cafc\xC3\xA9", CHARACTERS},
    {"VisibleString in Latin-1", "30{" CN("1A:636166E9") "}", "CN=caf\xC3\xA9", "CN=caf\xC3\xA9",
     CHARACTERS},
    {"TeletexString in UTF-8 is Latin-1", "30{" CN("14:C3A9") "}", "CN=\xC3\x83\xC2\xA9",
     "CN=\xC3\x83\xC2\xA9", 0},
    {"UTF8String that is none", "30{" CN("0C:C0AF") "}", "CN=\xC0\xAF", "CN=\xC0\xAF", CHARACTERS},
    {"UTF8String cut short", "30{" CN("0C:E284") "}", "CN=\xE2\x84", "CN=\xE2\x84", CHARACTERS},
    {"UTF8String with a surrogate", "30{" CN("0C:EDA080") "}", "CN=\xED\xA0\x80", "CN=\xED\xA0\x80",
     CHARACTERS},
    {"controls are left to the report", "30{" CN("0C:1B5B") "}", "CN=\x1B[", "CN=\x1B[", 0},
};

static void check_rendered(const struct good_case *c, enum name_style style, struct slice name,
                           const char *wanted)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    bool rendered = name_append(&out, style, name, NULL) && buffer_append(&out, SLICE("\0"), NULL);

    ok(rendered, "%s: is rendered", c->what);
    if (rendered)
        is_string((const char *)out.data, wanted, c->what);
}

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        departure_set departures = 0;
        struct slice der = der_text(good[i].der, bytes);
        struct der d = der_over(der, &departures);
        struct error e = {0};
        struct slice name = SLICE_NONE;

        ok(name_parse(&d, &name, &e) && der_at_end(&d), "%s: is read", good[i].what);
        ok(slice_equal(name, der), "%s: the whole element", good[i].what);
        is_int(departures, good[i].departures, "its departures");
        check_rendered(&good[i], NAME_RFC4514, name, good[i].rfc4514);
        check_rendered(&good[i], NAME_OPENSSL, name, good[i].openssl);
    }
}

static const struct {
    const char *der;
    const char *path;
    size_t offset;
    const char *text;
} bad[] = {
    {"31{}", "", 0, "expected SEQUENCE (0x30), found 0x31"},
    {"30{30{}}", "rdnSequence[0]", 2, "expected SET (0x31), found 0x30"},
    {"30{31{}}", "rdnSequence[0]", 4, "expected at least one AttributeTypeAndValue, found none"},
    {"30{" CN("0C'a'") " 31{30{06:550403}}}", "rdnSequence[1][0].value", 23,
     "expected an element, found the end"},
    {"30{31{30{13:00}}}", "rdnSequence[0][0].type", 6,
     "expected OBJECT IDENTIFIER (0x06), found 0x13"},
    {"30{31{30{06:550403 0C'a' 0C'b'}}}", "rdnSequence[0][0]", 14,
     "expected nothing more, found 3 bytes"},
    {"30{31{30{06:550403 !0C0561}}}", "rdnSequence[0][0].value", 11,
     "expected 5 bytes of contents, found 1"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        departure_set departures = 0;
        struct der d = der_over(der_text(bad[i].der, bytes), &departures);
        struct error e = {0};
        struct slice name;

        ok(!name_parse(&d, &name, &e), "%s is refused", bad[i].der);
        is_string(error_path(&e), bad[i].path, "its path");
        is_int((intmax_t)e.offset, (intmax_t)bad[i].offset, "its byte");
        is_string(e.text, bad[i].text, "what was wanted and found");
    }
}

/* As many RDNs as are turned round at once, more, and the limit. */
static void test_many(void)
{
    static const size_t counts[] = {1, 63, 64, 65, 127, 128, 129, 200, LIMIT_RDNS - 1, LIMIT_RDNS};
    static char text[LIMIT_RDNS * 32];
    static char wanted[LIMIT_RDNS * 8];

    for (size_t n = 0; n < ARRAY_SIZE(counts); n++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
        departure_set departures = 0;
        struct slice name = SLICE_NONE;
        size_t used = 0;
        struct der d;

        used += (size_t)snprintf(text, sizeof(text), "30{");
        for (size_t i = 0; i < counts[n]; i++)
            used += (size_t)snprintf(text + used, 32, "31{30{06:550403 12'%zu'}}", i);
        (void)snprintf(text + used, 32, "}");
        used = 0;
        for (size_t i = counts[n]; i > 0; i--)
            used += (size_t)snprintf(wanted + used, 16, "%sCN=%zu", used > 0 ? "," : "", i - 1);
        d = der_over(der_text(text, bytes), &departures);
        ok(name_parse(&d, &name, NULL), "%zu RDNs are read", counts[n]);
        ok(name_append(&out, NAME_RFC4514, name, NULL) && slice_is(buffer_slice(&out), wanted),
           "and rendered, the last one first");
    }
}

int main(void)
{
    test_good();
    test_bad();
    test_many();
    return tap_done();
}
