/* SPDX-License-Identifier: Apache-2.0 */
/* Entries by their serial numbers, of CRLs with one issuer and with several. */
#include "crl-search.h"

#include "der-text.h"
#include "tap.h"

#define ALGORITHM "30{06:2A8648CE3D040302}"
#define NAME(c)   "30{31{30{06:550403 0C'" c "'}}}"
#define TIMES     "17'180111224451Z' 17'180118224451Z' "
#define CRL(entries)                                                                               \
    "30{30{02:01 " ALGORITHM NAME("i") TIMES "30{" entries "}}" ALGORITHM "03:00AA}"
#define ENTRY(serial)          "30{02:" serial " 17'180110000000Z'}"
#define REVOKED(serial, value) "30{02:" serial " 17'180110000000Z' 30{" value "}}"
#define ISSUER(c)              "30{06:551D1D 01:FF 04{30{A4{" NAME(c) "}}}}"
#define REASON                 "30{06:551D15 04{0A:01}}"

static uint8_t bytes[DER_TEXT_MAX];

/* `want` is the serial number of each match, with the letter of the issuer that is named. */
static const struct {
    const char *what;
    const char *serials; /* with a blank behind each */
    const char *der;
    const char *want;
    const char *found; /* of each serial number: y or n */
} cases[] = {
    {"no entry", "0A ", CRL(""), "", "n"},
    {"the only one", "0A ", CRL(ENTRY("0A")), "0A", "y"},
    {"another one", "0B ", CRL(ENTRY("0A")), "", "n"},
    {"the first and the last", "0C 0A ", CRL(ENTRY("0A") ENTRY("0B") ENTRY("0C")), "0A 0C", "yy"},
    {"one of two", "0B 0D ", CRL(ENTRY("0A") ENTRY("0B")), "0B", "yn"},
    {"one twice", "0A ", CRL(ENTRY("0A") ENTRY("0B") ENTRY("0A")), "0A 0A", "y"},
    {"asked for twice", "0A 0A ", CRL(ENTRY("0A")), "0A", "y"},
    {"asked for in other spellings", "0x0a a 00:0A ", CRL(ENTRY("0A")), "0A", "y"},
    {"a number with a sign octet", "9A ", CRL(ENTRY("009A")), "009A", "y"},
    {"a longer number that ends in it", "0A ", CRL(ENTRY("010A")), "", "n"},
    {"a negative one", "-66 ", CRL(ENTRY("9A")), "9A", "y"},
    {"a reason", "0A ", CRL(REVOKED("0A", REASON)), "0A", "y"},
    {"its issuer", "0A ", CRL(REVOKED("0A", ISSUER("x"))), "0Ax", "y"},
    {"the issuer of one before", "0B ", CRL(REVOKED("0A", ISSUER("x")) ENTRY("0B")), "0Bx", "y"},
    {"another entry's issuer, behind it", "0A ", CRL(ENTRY("0A") REVOKED("0B", ISSUER("x"))), "0A",
     "y"},
    {"two issuers", "0A 0C ",
     CRL(REVOKED("0A", ISSUER("x")) ENTRY("0B") REVOKED("0A", ISSUER("y")) ENTRY("0C")),
     "0Ax 0Ay 0Cy", "yy"},
};

/* The letter of the one directoryName, as NAME() has it: its last octet. */
static char letter_of(struct slice names)
{
    return names.len > 0 ? (char)names.data[names.len - 1] : '\0';
}

static void add_serials(struct serial_set *set, const char *serials)
{
    while (*serials != '\0') {
        size_t len = strcspn(serials, " ");

        if (!serial_set_add(set, slice_of(serials, len), NULL))
            abort();
        serials += len + 1;
    }
}

static void test_case(struct crl_search *search, size_t i)
{
    char want[128] = "";
    char found[16] = "";
    struct error e = {0};
    struct crl crl;

    ok(crl_search_parse(search, der_text(cases[i].der, bytes), &crl, &e), "%s", cases[i].what);
    for (size_t n = 0; n < crl_search_count(search); n++) {
        struct crl_match match = crl_search_at(search, n);
        char *at = want + strlen(want);

        if (n > 0)
            *at++ = ' ';
        hex_encode((uint8_t *)at, match.entry.user_certificate);
        at += 2 * match.entry.user_certificate.len;
        *at++ = letter_of(match.certificate_issuer);
        *at = '\0';
    }
    for (size_t n = 0; n < search->serials->count; n++)
        found[n] = crl_search_found(search, n) ? 'y' : 'n';
    is_string(want, cases[i].want, "its matches");
    is_string(found, cases[i].found, "whether each was found");
    ok(crl_search_found_all(search) == (strchr(found, 'n') == NULL), "and whether all were");
}

/* One search for several CRLs: what was found is that of the last. */
static void test_again(void)
{
    struct serial_set serials CLEANUP(serial_set_free);
    struct crl_search search CLEANUP(crl_search_free);
    struct error e = {0};
    struct crl crl;

    serial_set_init(&serials);
    add_serials(&serials, "0A ");
    crl_search_init(&search, &serials);
    ok(crl_search_parse(&search, der_text(CRL(REVOKED("0A", ISSUER("x"))), bytes), &crl, &e) &&
           crl_search_count(&search) == 1,
       "a CRL that has it");
    ok(crl_search_parse(&search, der_text(CRL(ENTRY("0B")), bytes), &crl, &e) &&
           crl_search_count(&search) == 0 && !crl_search_found_all(&search),
       "then one that has not");
    ok(crl_search_parse(&search, der_text(CRL(ENTRY("0A")), bytes), &crl, &e) &&
           crl_search_count(&search) == 1 &&
           crl_search_at(&search, 0).certificate_issuer.data == NULL,
       "then one without an issuer");
    ok(!crl_search_parse(&search, der_text(CRL(ENTRY("0A") "30{05:}"), bytes), &crl, &e),
       "one that is broken behind it");
    is_string(error_path(&e), "tbsCertList.revokedCertificates[1].userCertificate", "where");
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct serial_set serials CLEANUP(serial_set_free);
        struct crl_search search CLEANUP(crl_search_free);

        serial_set_init(&serials);
        add_serials(&serials, cases[i].serials);
        crl_search_init(&search, &serials);
        test_case(&search, i);
    }
    test_again();
    return tap_done();
}
