/* SPDX-License-Identifier: Apache-2.0 */
#include "crl.h"

#include "der-text.h"
#include "describe-crl.h"
#include "manifest.h"
#include "tap.h"

#define V2        "02:01 "
#define ALGORITHM "30{06:2A8648CE3D040302}"
#define NAME      "30{31{30{06:550403 0C'i'}}}"
#define TIMES     "17'180111224451Z' 17'180118224451Z' "
#define REASON    "30{30{06:551D15 04{0A:01}}}"
#define ENTRY     "30{02:0A 17'180110000000Z' " REASON "}"
#define NUMBER    "A0{30{30{06:551D14 04{02:05}}}}"

#define CRL_OF(version, times, rest)                                                               \
    "30{30{" version ALGORITHM NAME times rest "}" ALGORITHM "03:00AA}"
#define CRL(rest) CRL_OF(V2, TIMES, rest)

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    uint32_t version;
    bool has_next_update;
    size_t entries;
    size_t extensions;
} good[] = {
    {"v2 without entries", CRL(""), CRL_V2, true, 0, 0},
    {"v2", CRL("30{" ENTRY "30{02:0B 17'180110000000Z'}}" NUMBER), CRL_V2, true, 2, 1},
    {"v2 with an empty list", CRL("30{}" NUMBER), CRL_V2, true, 0, 1},
    {"v1", CRL_OF("", TIMES, "30{30{02:0A 17'180110000000Z'}}"), CRL_V1, true, 1, 0},
    {"no nextUpdate", CRL_OF(V2, "17'180111224451Z' ", "30{" ENTRY "}"), CRL_V2, false, 1, 0},
    {"GeneralizedTime", CRL_OF(V2, "18'20180111224451Z' 18'20500118224451Z' ", ""), CRL_V2, true, 0,
     0},
};

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct error e = {0};
        struct crl crl;

        if (!ok(crl_parse(der_text(good[i].der, bytes), &crl, &e), "%s is read", good[i].what)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        is_int(crl.version, good[i].version, "its version");
        ok(crl.has_next_update == good[i].has_next_update, "its nextUpdate");
        is_int(crl.this_update, 1515710691, "its thisUpdate");
        is_int((intmax_t)crl.revoked_count, (intmax_t)good[i].entries, "its entries");
        is_int((intmax_t)crl.crl_extensions.count, (intmax_t)good[i].extensions, "its extensions");
        is_int(crl.departures, 0, "no departures");
    }
}

static const struct {
    const char *what;
    const char *der;
    const char *path;
    const char *text;
} bad[] = {
    {"a byte behind it", CRL("") "!00", "", "expected nothing more, found 1 byte"},
    {"version 0 written out", CRL_OF("02:00 ", TIMES, ""), "tbsCertList.version",
     "expected version 1 (v2) or none, found 0"},
    {"version 2 (v3)", CRL_OF("02:02 ", TIMES, ""), "tbsCertList.version",
     "expected version 1 (v2) or none, found 2"},
    {"extensions in v1", CRL_OF("", TIMES, NUMBER), "tbsCertList.crlExtensions",
     "expected extensions in a CRL of v2 only, found v1"},
    {"extensions of an entry in v1", CRL_OF("", TIMES, "30{" ENTRY "}"),
     "tbsCertList.revokedCertificates[0].crlEntryExtensions",
     "expected extensions in a CRL of v2 only, found v1"},
    {"another algorithm inside",
     "30{30{" V2 "30{06:2A8648CE3D040303}" NAME TIMES "}" ALGORITHM "03:00AA}",
     "signatureAlgorithm",
     "expected the same algorithm as in tbsCertList.signature, found another"},
    {"a reason that there is not",
     CRL("30{" ENTRY "30{02:0B 17'180110000000Z' 30{30{06:551D15 04{0A:07}}}}}"),
     "tbsCertList.revokedCertificates[1].crlEntryExtensions[0].extnValue",
     "expected a CRLReason of 0 to 6 or 8 to 10, found 7"},
    {"something behind an entry", CRL("30{30{02:0A 17'180110000000Z' " REASON "05:}}"),
     "tbsCertList.revokedCertificates[0]", "expected nothing more, found 2 bytes"},
    {"an extension of an entry twice",
     CRL("30{30{02:0A 17'180110000000Z' 30{30{06:2A03 04:} 30{06:2A03 04:}}}}"),
     "tbsCertList.revokedCertificates[0].crlEntryExtensions[1]",
     "expected each extension once, found that of [0] again"},
    {"a CRL number that is no number", CRL("A0{30{30{06:551D14 04{05:}}}}"),
     "tbsCertList.crlExtensions[0].extnValue", "expected INTEGER (0x02), found 0x05"},
    {"no thisUpdate", CRL_OF(V2, "", ""), "tbsCertList.thisUpdate",
     "expected GeneralizedTime (0x18), found the end"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct slice der = der_text(bad[i].der, bytes);
        struct error e = {0};
        struct crl crl;

        ok(!crl_parse(der, &crl, &e), "%s is refused", bad[i].what);
        ok(e.has_offset && e.offset <= der.len, "at a byte of it");
        is_string(error_path(&e), bad[i].path, "its path");
        is_string(e.text, bad[i].text, "what was wanted and found");
    }
}

static void test_entries(void)
{
    struct crl crl;
    struct crl_entry entry;
    struct slice rest;

    if (!ok(crl_parse(der_text(CRL("30{" ENTRY "30{02:00FF 17'180109000000Z'}}"), bytes), &crl,
                      NULL),
            "is read"))
        return;
    rest = crl.revoked_certificates;
    ok(crl_entry_next(&rest, &entry), "the first entry");
    ok(slice_equal(entry.user_certificate, SLICE("\x0A")), "its serial");
    is_int(entry.revocation_date, 1515542400, "its date");
    is_int((intmax_t)entry.crl_entry_extensions.count, 1, "its extension");
    ok(crl_entry_next(&rest, &entry), "the second entry");
    ok(slice_equal(entry.user_certificate, SLICE("\x00\xFF")), "its serial, the sign octet too");
    is_int(entry.revocation_date, 1515456000, "its date");
    is_int((intmax_t)entry.crl_entry_extensions.count, 0, "no extension");
    ok(!crl_entry_next(&rest, &entry), "no third");
}

static bool count_entry(void *context, const struct crl_entry *entry, struct error *e)
{
    size_t *count = context;

    if (++*count == 3)
        return error_set(e, ERROR_MEMORY, "expected no third entry, found one");
    return slice_starts_with(entry->element, SLICE("\x30")) && entry->user_certificate.len == 1;
}

static void test_each(void)
{
    static const char *const two = CRL("30{" ENTRY "30{02:0B 17'180109000000Z'}}");
    static const char *const broken = CRL("30{" ENTRY "30{02:0B}}");
    static const char *const three = CRL("30{" ENTRY ENTRY ENTRY "}");
    struct error e = {0};
    struct crl crl;
    size_t count = 0;

    ok(crl_parse_each(der_text(two, bytes), &crl, count_entry, &count, &e), "each entry is told");
    is_int((intmax_t)count, 2, "both");
    count = 0;
    ok(!crl_parse_each(der_text(broken, bytes), &crl, count_entry, &count, &e), "a broken one");
    is_int((intmax_t)count, 1, "is not told, the one in front of it is");
    count = 0;
    ok(!crl_parse_each(der_text(three, bytes), &crl, count_entry, &count, &e), "a call that fails");
    is_int(e.code, ERROR_MEMORY, "ends the parse with its error");
    is_string(error_path(&e), "tbsCertList.revokedCertificates[2]", "and the entry's path");
}

/* The entries of an indirect CRL: of the CRL's issuer, of another's twice, of a third one's. */
#define OTHER(letter) "30{30{06:551D1D 04{30{A4{30{31{30{06:550403 0C'" letter "'}}}}}}}}"
#define INDIRECT                                                                                   \
    "30{30{02:05 17'180110000000Z'} 30{02:06 17'180110000000Z' " OTHER(                            \
        "x") "} 30{02:05 17'180111000000Z'} 30{02:05 17'180112000000Z' " OTHER("y") "}}"

static const struct {
    const char *date;
    char issuer; /* the letter that is its name; 0: none */
} indirect[] = {{"180110", 0}, {"180111", 'x'}, {"180112", 'y'}};

static void test_search(void)
{
    struct serial_set serials CLEANUP(serial_set_free);
    struct crl_search search CLEANUP(crl_search_free);
    struct crl crl;

    serial_set_init(&serials);
    crl_search_init(&search, &serials);
    ok(serial_set_add(&serials, SLICE("05"), NULL) && serial_set_add(&serials, SLICE("07"), NULL),
       "two serials");
    if (!ok(crl_search_parse(&search, der_text(CRL(INDIRECT), bytes), &crl, NULL), "is searched"))
        return;
    is_int((intmax_t)crl.revoked_count, 4, "the entries of the CRL");
    ok(crl_search_found(&search, 0) && !crl_search_found(&search, 1), "which of them has one");
    ok(!crl_search_found_all(&search), "not both");
    if (!ok(crl_search_count(&search) == ARRAY_SIZE(indirect), "the entries that were found"))
        return;
    for (size_t i = 0; i < ARRAY_SIZE(indirect); i++) {
        struct crl_match match = crl_search_at(&search, i);
        struct slice issuer = match.certificate_issuer;
        char last = issuer.len > 0 ? (char)issuer.data[issuer.len - 1] : '\0';

        ok(slice_find(match.entry.element, slice_of_string(indirect[i].date)) <
               match.entry.element.len,
           "the entry of %s", indirect[i].date);
        is_int(last, indirect[i].issuer, "its issuer, its own or carried forward");
    }
    ok(crl_search_parse(&search, der_text(CRL(""), bytes), &crl, NULL), "another CRL");
    is_int((intmax_t)crl_search_count(&search), 0, "of the last one nothing is left");
    ok(!crl_search_found(&search, 0), "nor which was found");
}

#define JSON_HEAD                                                                                  \
    "{\"schema\":\"ocspkit/1\",\"type\":\"certificateList\",\"source\":\"x\",\"index\":0,"         \
    "\"version\":2,\"signature\":\"ecdsa-with-SHA256\",\"issuer\":\"CN=i\","                       \
    "\"thisUpdate\":\"2018-01-11T22:44:51Z\",\"crlExtensions\":[{\"extnID\":\"cRLNumber\","        \
    "\"critical\":false,\"cRLNumber\":\"05\"}],"
#define JSON_ENTRY                                                                                 \
    "{\"userCertificate\":\"0A\",\"revocationDate\":\"2018-01-10T00:00:00Z\","                     \
    "\"crlEntryExtensions\":[{\"extnID\":\"cRLReasons\",\"critical\":false,"                       \
    "\"reasonCode\":\"keyCompromise\"}]}"
#define JSON_END "\"signatureAlgorithm\":\"ecdsa-with-SHA256\",\"signatureValue\":\"AA\"}\n"

#define TEXT_HEAD                                                                                  \
    "Certificate Revocation List (CRL):\n"                                                         \
    "        Version 2 (0x1)\n"                                                                    \
    "        Signature Algorithm: ecdsa-with-SHA256\n"                                             \
    "        Issuer: CN=i\n"                                                                       \
    "        Last Update: Jan 11 22:44:51 2018 GMT\n"                                              \
    "        Next Update: NONE\n"                                                                  \
    "        CRL extensions:\n"                                                                    \
    "            X509v3 CRL Number: \n"                                                            \
    "                5\n"
#define TEXT_ENTRY                                                                                 \
    "Revoked Certificates:\n"                                                                      \
    "    Serial Number: 0A\n"                                                                      \
    "        Revocation Date: Jan 10 00:00:00 2018 GMT\n"                                          \
    "        CRL entry extensions:\n"                                                              \
    "            X509v3 CRL Reason Code: \n"                                                       \
    "                Key Compromise\n"

static const struct {
    enum report_format format;
    const char *serials[3]; /* none: all entries */
    const char *wanted;
} reports[] = {
    {REPORT_TEXT,
     {NULL},
     TEXT_HEAD TEXT_ENTRY "    Signature Algorithm: ecdsa-with-SHA256\n"
                          "    Signature Value:\n"
                          "        aa\n"},
    {REPORT_JSON, {NULL}, JSON_HEAD "\"revokedCertificates\":[" JSON_ENTRY "]," JSON_END},
    {REPORT_JSON,
     {"0a"},
     JSON_HEAD "\"listed\":true,\"revokedCertificates\":[" JSON_ENTRY
               "],\"notListed\":[]," JSON_END},
    {REPORT_JSON,
     {"0B"},
     JSON_HEAD "\"listed\":false,\"revokedCertificates\":[],\"notListed\":[\"0B\"]," JSON_END},
    {REPORT_JSON,
     {"0B", "0A", "0B"},
     JSON_HEAD "\"listed\":true,\"revokedCertificates\":[" JSON_ENTRY
               "],\"notListed\":[\"0B\"]," JSON_END},
    {REPORT_TEXT, {"A"}, TEXT_HEAD TEXT_ENTRY},
    {REPORT_TEXT,
     {"-1", "80"},
     TEXT_HEAD "Not Listed:\n"
               "    Serial Number: -01\n"
               "    Serial Number: 80\n"},
    {REPORT_TEXT,
     {"0C", "0A"},
     TEXT_HEAD TEXT_ENTRY "Not Listed:\n"
                          "    Serial Number: 0C\n"},
};

static bool add_serials(struct serial_set *set, const char *const *serials)
{
    for (size_t i = 0; i < 3 && serials[i] != NULL; i++) {
        if (!serial_set_add(set, slice_of_string(serials[i]), NULL))
            return false;
    }
    return true;
}

static void test_reports(void)
{
    static const char *const der = CRL_OF(V2, "17'180111224451Z' ", "30{" ENTRY "}" NUMBER);
    struct record_head head = {"certificateList", SLICE("x"), 0};

    for (size_t i = 0; i < ARRAY_SIZE(reports); i++) {
        struct serial_set serials CLEANUP(serial_set_free);
        struct crl_search search CLEANUP(crl_search_free);
        struct report r;
        struct crl crl;

        serial_set_init(&serials);
        crl_search_init(&search, &serials);
        report_init(&r, reports[i].format, false);
        ok(add_serials(&serials, reports[i].serials) &&
               crl_search_parse(&search, der_text(der, bytes), &crl, NULL),
           "is read");
        report_begin_record(&r, &head);
        if (serials.count == 0)
            describe_crl(&r, &crl);
        else
            describe_crl_search(&r, &crl, &search);
        report_end_record(&r);
        ok(buffer_append(&r.out, SLICE("\0"), NULL), "is described");
        is_string((const char *)r.out.data, reports[i].wanted, "the report");
        report_free(&r);
    }
}

/* Of what is written in pieces, each is counted and dropped. */
static void drop(void *context)
{
    struct report *r = context;

    r->out.len = 0;
    r->indent++; /* what a level would not do */
}

static void test_drain(void)
{
    struct report r;

    report_init(&r, REPORT_TEXT, false);
    r.drain_context = &r;
    ok(buffer_append(&r.out, slice_of(bytes, 1000), NULL), "a little is written");
    r.drain = drop;
    report_drain(&r);
    is_int((intmax_t)r.out.len, 1000, "a little stays");
    while (r.out.len < REPORT_DRAIN_AT && buffer_append(&r.out, slice_of(bytes, 1000), NULL))
        ;
    r.drain = NULL;
    report_drain(&r);
    ok(r.out.len >= REPORT_DRAIN_AT, "much stays where nobody takes it");
    r.drain = drop;
    report_drain(&r);
    is_int((intmax_t)r.out.len, 0, "and goes out where somebody does");
    is_int(r.indent, 1, "once");
    report_free(&r);
}

static void check_fixture(const char *name, struct slice der, bool wanted)
{
    struct error e = {0};
    struct crl crl;

    if (!ok(crl_parse(der, &crl, &e) == wanted, "%s is %s", name, wanted ? "read" : "refused"))
        printf("# %s: %s\n", error_path(&e), e.text);
}

int main(void)
{
    test_good();
    test_bad();
    test_entries();
    test_each();
    test_search();
    test_reports();
    test_drain();
    if (manifest_each("certificateList", check_fixture) == 0)
        ok(true, "the fixtures # SKIP there is no manifest");
    return tap_done();
}
