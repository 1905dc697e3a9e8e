/* SPDX-License-Identifier: Apache-2.0 */
/* A CRL that is asked about again and again: each time the same answer as at first. */
#include "kept-crl.h"

#include "der-text.h"
#include "tap.h"

#define ALGORITHM "30{06:2A8648CE3D040302}"
#define NAME(c)   "30{31{30{06:550403 0C'" c "'}}}"
#define TIMES     "17'180111224451Z' 17'180118224451Z' "
#define CRL(revoked_certificates)                                                                  \
    "30{30{02:01 " ALGORITHM NAME("i") TIMES revoked_certificates "}" ALGORITHM "03:00AA}"
#define ENTRY(serial)          "30{02:" serial " 17'180110000000Z'}"
#define REVOKED(serial, value) "30{02:" serial " 17'180110000001Z' 30{" value "}}"
#define ISSUER(c)              "30{06:551D1D 01:FF 04{30{A4{" NAME(c) "}}}}"
#define REASON                 "30{06:551D15 04{0A:01}}"
#define REMOVE                 "30{06:551D15 04{0A:08}}"
#define UNKNOWN                "30{06:2A0304 01:FF 04:00}"

#define DATE                   INT64_C(1515542400) /* of an entry without extensions */

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    const char *serial;
    struct crl_listing want;
} cases[] = {
    {"no entries", CRL(""), "0A", {.is_listed = false}},
    {"an empty list", CRL("30{}"), "0A", {.is_listed = false}},
    {"another one", CRL("30{" ENTRY("0B") "}"), "0A", {.is_listed = false}},
    {"the only one", CRL("30{" ENTRY("0A") "}"), "0A", {false, true, DATE, false, 0}},
    {"the last",
     CRL("30{" ENTRY("0B") ENTRY("0C") ENTRY("0A") "}"),
     "0A",
     {false, true, DATE, false, 0}},
    {"a longer one that begins so", CRL("30{" ENTRY("0A00") "}"), "0A", {.is_listed = false}},
    {"a longer one that ends so", CRL("30{" ENTRY("010A") "}"), "0A", {.is_listed = false}},
    {"with a sign octet",
     CRL("30{" ENTRY("9A") ENTRY("009A") "}"),
     "009A",
     {false, true, DATE, false, 0}},
    {"without one", CRL("30{" ENTRY("009A") "}"), "9A", {.is_listed = false}},
    {"a reason",
     CRL("30{" REVOKED("0A", REASON) "}"),
     "0A",
     {false, true, DATE + 1, true, CRL_REASON_KEY_COMPROMISE}},
    {"twice: the first counts",
     CRL("30{" ENTRY("0B") REVOKED("0A", REASON) ENTRY("0A") "}"),
     "0A",
     {false, true, DATE + 1, true, CRL_REASON_KEY_COMPROMISE}},
    {"twice the other way",
     CRL("30{" ENTRY("0A") REVOKED("0A", REASON) "}"),
     "0A",
     {false, true, DATE, false, 0}},
    {"its own issuer is named",
     CRL("30{" REVOKED("0A", ISSUER("i")) "}"),
     "0A",
     {false, true, DATE + 1, false, 0}},
    {"another issuer's",
     CRL("30{" REVOKED("0A", ISSUER("x")) "}"),
     "0A",
     {true, false, 0, false, 0}},
    {"behind another issuer's",
     CRL("30{" REVOKED("0B", ISSUER("x")) ENTRY("0A") "}"),
     "0A",
     {true, false, 0, false, 0}},
    {"before another issuer's",
     CRL("30{" ENTRY("0A") REVOKED("0B", ISSUER("x")) "}"),
     "0A",
     {true, true, DATE, false, 0}},
    {"another issuer's, then its own",
     CRL("30{" REVOKED("0A", ISSUER("x")) REVOKED("0B", ISSUER("i")) ENTRY("0A") "}"),
     "0A",
     {true, true, DATE, false, 0}},
};

/* What a search looks at of a certificate. */
static struct cert cert_of(const char *serial, const char *issuer, uint8_t out[32])
{
    struct cert cert = {.issuer = SLICE_NONE};
    size_t len = 0;
    static uint8_t name[64];

    (void)der_text_hex(serial, out, &len);
    cert.serial_number = slice_of(out, len);
    cert.issuer = der_text(issuer, name);
    return cert;
}

static bool same(const struct crl_listing *a, const struct crl_listing *b)
{
    return a->has_other_issuer == b->has_other_issuer && a->is_listed == b->is_listed &&
           a->has_reason == b->has_reason && (!a->has_reason || a->reason == b->reason) &&
           (!a->is_listed || a->revocation_date == b->revocation_date);
}

static void test_case(size_t i)
{
    struct kept_crl kept CLEANUP(kept_crl_free);
    struct crl_listing listing, other;
    uint8_t octets[32], other_octets[32];
    struct cert cert = cert_of(cases[i].serial, NAME("i"), octets);
    struct cert other_cert = cert_of("7F", NAME("i"), other_octets);

    kept_crl_init(&kept, der_text(cases[i].der, bytes));
    for (int n = 1; n <= 3; n++) {
        ok(kept_crl_search(&kept, &cert, &listing) && same(&listing, &cases[i].want), "%s (%d)",
           cases[i].what, n);
        ok(kept_crl_search(&kept, &other_cert, &other) && !other.is_listed,
           "another certificate between");
    }
    ok(kept.has_certificate_issuer == (strstr(cases[i].der, "551D1D") != NULL) &&
           kept.has_certificate_issuer != crl_index_is_built(&kept.index),
       "an index, but not where entries name issuers");
}

/* Whose the entries are depends on who asks. */
static void test_issuers(void)
{
    static const char der[] = CRL("30{" REVOKED("0A", ISSUER("x")) REVOKED("0B", ISSUER("i")) "}");
    static const struct {
        const char *serial, *issuer;
        bool is_listed;
    } questions[] = {
        {"0A", NAME("i"), false}, {"0A", NAME("x"), true},  {"0B", NAME("x"), false},
        {"0B", NAME("i"), true},  {"0A", NAME("i"), false}, {"0A", NAME("x"), true},
    };
    struct kept_crl kept CLEANUP(kept_crl_free);

    kept_crl_init(&kept, der_text(der, bytes));
    for (size_t i = 0; i < ARRAY_SIZE(questions); i++) {
        uint8_t octets[32];
        struct cert cert = cert_of(questions[i].serial, questions[i].issuer, octets);
        struct crl_listing listing;

        ok(kept_crl_search(&kept, &cert, &listing) && listing.is_listed == questions[i].is_listed &&
               listing.has_other_issuer,
           "question %zu: %s", i, questions[i].serial);
    }
}

/* What the entries hold does not depend on who asks first. */
static void test_entries(void)
{
    static const struct {
        const char *what, *der;
        bool has_unknown_critical, has_remove_from_crl;
    } rows[] = {
        {"neither", CRL("30{" REVOKED("0B", REASON) "}"), false, false},
        {"an unknown critical extension", CRL("30{" REVOKED("0B", UNKNOWN) "}"), true, false},
        {"removeFromCRL", CRL("30{" ENTRY("0A") REVOKED("0B", REMOVE) "}"), false, true},
    };

    for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
        struct kept_crl kept CLEANUP(kept_crl_free);
        struct crl_listing listing;
        uint8_t octets[32];
        struct cert cert = cert_of("0A", NAME("i"), octets);

        kept_crl_init(&kept, der_text(rows[i].der, bytes));
        for (int n = 1; n <= 2; n++)
            ok(kept_crl_search(&kept, &cert, &listing) &&
                   kept.has_unknown_critical == rows[i].has_unknown_critical &&
                   kept.has_remove_from_crl == rows[i].has_remove_from_crl,
               "%s (%d)", rows[i].what, n);
    }
}

/* Of what ends to be a CRL nothing counts, and it says each time where. */
static void test_malformed(void)
{
    struct kept_crl kept CLEANUP(kept_crl_free);
    struct crl_listing listing;
    uint8_t octets[32];
    struct cert cert = cert_of("0A", NAME("i"), octets);

    kept_crl_init(&kept, der_text(CRL("30{" ENTRY("0A") "30{05:}}"), bytes));
    for (int n = 1; n <= 3; n++) {
        ok(!kept_crl_search(&kept, &cert, &listing) && !listing.is_listed, "malformed (%d)", n);
        is_string(error_path(&kept.error), "tbsCertList.revokedCertificates[1].userCertificate",
                  "where");
    }
}

/* Entries `step` apart, the first with the number 1, each of four octets. */
static struct slice make_crl(size_t count, uint32_t step)
{
    static char text[8 * DER_TEXT_MAX];
    char *at = text;

    at += sprintf(at, "30{30{02:01 " ALGORITHM NAME("i") TIMES "30{");
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "30{02:%08X 17'180110000000Z'}",
                      (unsigned)(0x10000000 + (uint32_t)i * step));
    (void)sprintf(at, "}}" ALGORITHM "03:00AA}");
    return der_text(text, bytes);
}

/* Of an index as large as several buckets take: every entry, and nothing between them. */
static void test_index(size_t count, uint32_t step)
{
    struct crl_index index CLEANUP(crl_index_free) = {.ends = NULL};
    struct crl_entry entry;
    size_t found = 0, others = 0;
    struct error e;
    struct crl crl;

    if (!ok(crl_parse(make_crl(count, step), &crl, &e) && crl_index_build(&index, &crl, &e),
            "an index of %zu", count))
        return;
    for (uint32_t i = 0; i < count * step; i++) {
        uint32_t number = 0x10000000 + i;
        uint8_t serial[] = {(uint8_t)(number >> 24), (uint8_t)(number >> 16),
                            (uint8_t)(number >> 8), (uint8_t)number};
        bool is_there = crl_index_find(&index, slice_of(serial, sizeof(serial)), &entry);

        if (is_there && slice_equal(entry.user_certificate, slice_of(serial, sizeof(serial))))
            ++*(i % step == 0 ? &found : &others);
    }
    ok(found == count && others == 0, "each of %zu is found, and nothing else", count);
    ok(crl_index_size(&index) <= 6 * count + 4, "it takes at most 6 bytes an entry");
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        test_case(i);
    test_issuers();
    test_entries();
    test_malformed();
    for (size_t count = 0; count <= 20; count++)
        test_index(count, 3);
    test_index(3000, 7);
    return tap_done();
}
