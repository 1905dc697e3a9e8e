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
    is_int((intmax_t)entry.crl_entry_extensions.count, 0, "no extension");
    ok(!crl_entry_next(&rest, &entry), "no third");
    ok(crl_find(&crl, SLICE("\x00\xFF"), &entry), "found by its octets");
    is_int(entry.revocation_date, 1515456000, "the entry that was found");
    ok(!crl_find(&crl, SLICE("\xFF"), &entry), "another serial with the same end is not");
}

static const char *const text = "Certificate Revocation List (CRL):\n"
                                "        Version 2 (0x1)\n"
                                "        Signature Algorithm: ecdsa-with-SHA256\n"
                                "        Issuer: CN=i\n"
                                "        Last Update: Jan 11 22:44:51 2018 GMT\n"
                                "        Next Update: NONE\n"
                                "        CRL extensions:\n"
                                "            X509v3 CRL Number: \n"
                                "                5\n"
                                "Revoked Certificates:\n"
                                "    Serial Number: 0A\n"
                                "        Revocation Date: Jan 10 00:00:00 2018 GMT\n"
                                "        CRL entry extensions:\n"
                                "            X509v3 CRL Reason Code: \n"
                                "                Key Compromise\n"
                                "    Signature Algorithm: ecdsa-with-SHA256\n"
                                "    Signature Value:\n"
                                "        aa\n";

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

static const struct {
    enum report_format format;
    const char *serial; /* one octet; null: all of them */
    const char *wanted;
} reports[] = {
    {REPORT_TEXT, NULL, NULL},
    {REPORT_JSON, NULL, JSON_HEAD "\"revokedCertificates\":[" JSON_ENTRY "]," JSON_END},
    {REPORT_JSON, "\x0A",
     JSON_HEAD "\"listed\":true,\"revokedCertificates\":[" JSON_ENTRY "]," JSON_END},
    {REPORT_JSON, "\x0B", JSON_HEAD "\"listed\":false,\"revokedCertificates\":[]," JSON_END},
};

static void test_reports(void)
{
    struct record_head head = {"certificateList", SLICE("x"), 0};
    struct crl crl;

    if (!ok(crl_parse(der_text(CRL_OF(V2, "17'180111224451Z' ", "30{" ENTRY "}" NUMBER), bytes),
                      &crl, NULL),
            "is read"))
        return;
    for (size_t i = 0; i < ARRAY_SIZE(reports); i++) {
        struct slice serial = slice_of(reports[i].serial, 1);
        struct report r;

        report_init(&r, reports[i].format, false);
        report_begin_record(&r, &head);
        if (reports[i].serial == NULL)
            describe_crl(&r, &crl);
        else
            describe_crl_serials(&r, &crl, &serial, 1);
        report_end_record(&r);
        ok(buffer_append(&r.out, SLICE("\0"), NULL), "is described");
        is_string((const char *)r.out.data, reports[i].wanted != NULL ? reports[i].wanted : text,
                  "the report");
        report_free(&r);
    }
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
    test_reports();
    if (manifest_each("certificateList", check_fixture) == 0)
        ok(true, "the fixtures # SKIP there is no manifest");
    return tap_done();
}
