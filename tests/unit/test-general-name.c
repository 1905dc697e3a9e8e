/* SPDX-License-Identifier: Apache-2.0 */
#include "general-name.h"

#include "der-text.h"
#include "tap.h"

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    enum general_name_type type;
    struct slice value;
} good[] = {
    {"an otherName", "A0{06:2A03 A0{0C'x'}}", OTHER_NAME, SLICE_CONST("\x0C\x01x")},
    {"a mail address", "81'a@b'", RFC822_NAME, SLICE_CONST("a@b")},
    {"a host", "82'example.test'", DNS_NAME, SLICE_CONST("example.test")},
    {"an X.400 address", "A3{30{}}", X400_ADDRESS, SLICE_CONST("\xA3\x02\x30\0")},
    {"a directoryName", "A4{30{31{30{06:550403 0C'i'}}}}", DIRECTORY_NAME,
     SLICE_CONST("\x30\x0C\x31\x0A\x30\x08\x06\x03\x55\x04\x03\x0C\x01i")},
    {"an ediPartyName", "A5{81'x'}", EDI_PARTY_NAME, SLICE_CONST("\xA5\x03\x81\x01x")},
    {"a URI", "86'http://x/'", UNIFORM_RESOURCE_IDENTIFIER, SLICE_CONST("http://x/")},
    {"an address", "87:7F7F7F01", IP_ADDRESS, SLICE_CONST("\x7F\x7F\x7F\x01")},
    {"a registeredID", "88:2A03", REGISTERED_ID, SLICE_CONST("\x2A\x03")},
    {"an empty host", "82:", DNS_NAME, SLICE_CONST("")},
};

static const struct {
    const char *what;
    const char *der;
    const char *path;
    const char *text;
} bad[] = {
    {"nothing", "", "", "expected a GeneralName, found the end"},
    {"another tag", "30{}", "", "expected a GeneralName ([0] to [8]), found 0x30"},
    {"[9]", "89:", "", "expected a GeneralName ([0] to [8]), found 0x89"},
    {"a host that is constructed", "A2{}", "", "expected a GeneralName ([0] to [8]), found 0xA2"},
    {"a directoryName that is IMPLICIT", "A4{31{30{06:550403 0C'i'}}}", "",
     "expected SEQUENCE (0x30), found 0x31"},
    {"an otherName without a value", "A0{06:2A03}", "value", "expected [0] (0xA0), found the end"},
    {"an identifier that is empty", "88:", "", "expected an object identifier, found no octets"},
};

static const struct {
    const char *what;
    struct slice address;
    const char *want; /* null: refused */
} addresses[] = {
    {"IPv4", SLICE_CONST("\xC0\x00\x02\x01"), "192.0.2.1"},
    {"IPv4, the largest", SLICE_CONST("\xFF\xFF\xFF\xFF"), "255.255.255.255"},
    {"IPv6", SLICE_CONST("\x20\x01\x0D\xB8\0\0\0\0\0\0\0\0\0\0\0\x01"), "2001:DB8:0:0:0:0:0:1"},
    {"nothing", SLICE_CONST(""), NULL},
    {"five octets", SLICE_CONST("12345"), NULL},
    {"an address and its mask", SLICE_CONST("\x0A\0\0\0\xFF\0\0\0"), NULL},
};

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        departure_set departures = 0;
        struct der d = der_over(der_text(good[i].der, bytes), &departures);
        struct general_name name;
        struct error e = {0};

        if (!ok(general_name_parse(&d, &name, &e) && der_at_end(&d), "%s", good[i].what)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        is_int(name.type, good[i].type, "its type");
        ok(slice_equal(name.value, good[i].value), "its value");
        ok((name.type_id.data != NULL) == (name.type == OTHER_NAME), "its identifier");
    }
}

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        departure_set departures = 0;
        struct der d = der_over(der_text(bad[i].der, bytes), &departures);
        struct general_name name;
        struct error e = {0};

        ok(!general_name_parse(&d, &name, &e), "%s: refused", bad[i].what);
        is_string(error_path(&e), bad[i].path, "its path");
        is_string(e.text, bad[i].text, "what was wanted and found");
    }
}

static void test_names(void)
{
    departure_set departures = 0;
    struct der d = der_over(der_text("30{82'a' 82'b'} 30{} A2{82'c' 30{}}", bytes), &departures);
    struct general_name name;
    struct error e = {0};
    struct slice names;

    ok(general_names_parse(&d, DER_SEQUENCE, &names, &e) && departures == 0, "two names");
    ok(general_names_next(&names, &name) && slice_is(name.value, "a"), "the first");
    ok(general_names_next(&names, &name) && slice_is(name.value, "b"), "the second");
    ok(!general_names_next(&names, &name), "the end");
    ok(general_names_parse(&d, DER_SEQUENCE, &names, &e), "none");
    is_int(departures, 1U << DEPARTURE_NAMES_EMPTY, "is a departure");
    ok(!general_names_next(&names, &name), "with no name in it");
    ok(!general_names_parse(&d, DER_CONTEXT(2), &names, &e), "one of them is no name");
    is_string(error_path(&e), "[1]", "which is named");
}

static void test_addresses(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(addresses); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        bool done = general_name_append_ip(&out, addresses[i].address, NULL);

        ok(done == (addresses[i].want != NULL), "%s", addresses[i].what);
        if (done)
            ok(slice_is(buffer_slice(&out), addresses[i].want), "as it is written");
    }
}

int main(void)
{
    test_good();
    test_bad();
    test_names();
    test_addresses();
    return tap_done();
}
