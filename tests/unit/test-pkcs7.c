/* SPDX-License-Identifier: Apache-2.0 */
#include "pkcs7.h"

#include "der-text.h"
#include "manifest.h"
#include "source-bundle.h"
#include "tap.h"

#define SIGNED_DATA "06:2A864886F70D010702 "
#define CONTENT     "30{06:2A864886F70D010701}"
#define SHA256      "30{06:608648016503040201}"
#define SHA1        "30{06:2B0E03021A}"
#define NAME        "30{31{30{06:550403 0C'i'}}}"
#define CERT_A      "30{30{02:0A}}"
#define CERT_B      "30{30{02:0B}}"
#define CRL         "30{30{02:01}}"
#define OCSP        "A1{06:2B06010505071002 30{0A:00}}"
#define SIGNER      "30{02:01 30{" NAME "02:05} " SHA256 SHA256 "04:AA}"

#define BUNDLE_OF(version, digests, content, objects, signers)                                     \
    "30{" SIGNED_DATA "A0{30{" version "31{" digests "}" content objects "31{" signers "}}}}"
#define BUNDLE(objects) BUNDLE_OF("02:01 ", "", CONTENT, objects, "")

static uint8_t bytes[DER_TEXT_MAX];

/* What is found: c a certificate, l a CRL, r an OCSP response. */
static const struct {
    const char *what;
    const char *der;
    const char *want;
    departure_set departures;
} good[] = {
    {"one certificate", BUNDLE("A0{" CERT_A "}"), "c", 0},
    {"two certificates", BUNDLE("A0{" CERT_A CERT_B "}"), "cc", 0},
    {"two out of order", BUNDLE("A0{" CERT_B CERT_A "}"), "cc", 1U << DEPARTURE_BUNDLE_ORDER},
    {"a CRL alone", BUNDLE("A1{" CRL "}"), "l", 0},
    {"an empty set of certificates before it", BUNDLE("A0{} A1{" CRL "}"), "l", 0},
    {"certificates and CRLs", BUNDLE("A0{" CERT_A CERT_B "} A1{" CRL CRL "}"), "ccll", 0},
    {"an OCSP response", BUNDLE("A1{" CRL OCSP "}"), "lr", 0},
    {"signers", BUNDLE_OF("02:01 ", SHA1 SHA256, CONTENT, "A0{" CERT_A "}", SIGNER), "c", 0},
    {"a signer by its key",
     BUNDLE_OF("02:03 ", SHA256, CONTENT, "A0{" CERT_A "}",
               "30{02:03 80:AABB " SHA256 "A0{30{06:2A03 31{05:}}} " SHA256
               "04:AA A1{30{06:2A04 31{05:}}}}"),
     "c", 0},
    {"digests out of order", BUNDLE_OF("02:01 ", SHA256 SHA1, CONTENT, "A0{" CERT_A "}", ""), "c",
     1U << DEPARTURE_BUNDLE_ORDER},
    {"attributes out of order",
     BUNDLE_OF("02:01 ", "", CONTENT, "A0{" CERT_A "}",
               "30{02:01 80:AA " SHA256 "A0{30{06:2A04 31{05:}} 30{06:2A03 31{05:}}} " SHA256
               "04:AA}"),
     "c", 1U << DEPARTURE_BUNDLE_ORDER},
    {"content", BUNDLE_OF("02:01 ", "", "30{06:2A03 A0{04'text'}}", "A0{" CERT_A "}", ""), "c", 0},
};

static void read_all(struct pkcs7 *rest, struct slice whole, char *have)
{
    enum object_kind kind;
    struct slice object;

    while (pkcs7_next(rest, &kind, &object)) {
        *have++ = kind == OBJECT_CERTIFICATE ? 'c' : kind == OBJECT_CRL ? 'l' : 'r';
        if (object.data < whole.data || object.data + object.len > whole.data + whole.len ||
            object.data[0] != DER_SEQUENCE)
            *have++ = '!';
    }
    *have = '\0';
}

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct slice der = der_text(good[i].der, bytes);
        struct error e = {0};
        struct pkcs7 bundle;
        char have[16];

        if (!ok(pkcs7_parse(der, &bundle, &e), "%s: read", good[i].what)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        is_int(bundle.departures, good[i].departures, "its departures");
        read_all(&bundle, der, have);
        is_string(have, good[i].want, "its objects");
    }
}

static const struct {
    const char *what;
    const char *der;
    const char *path;
    const char *text;
} bad[] = {
    {"nothing in it", BUNDLE(""), "",
     "expected certificates or CRLs in the PKCS#7 bundle, found none"},
    {"empty sets", BUNDLE("A0{} A1{}"), "",
     "expected certificates or CRLs in the PKCS#7 bundle, found none"},
    {"a byte behind it", BUNDLE("A0{" CERT_A "}") "!00", "", "expected nothing more, found 1 byte"},
    {"data", "30{06:2A864886F70D010701 A0{04'x'}}", "contentType",
     "expected id-signedData, found id-data"},
    {"a type without a name", "30{06:2A03 A0{04'x'}}", "contentType",
     "expected id-signedData, found 1.2.3"},
    {"no content", "30{" SIGNED_DATA "}", "content", "expected [0] (0xA0), found the end"},
    {"version 6", BUNDLE_OF("02:06 ", "", CONTENT, "A0{" CERT_A "}", ""), "content.version",
     "expected a version of at most 5, found 6"},
    {"an attribute certificate", BUNDLE("A0{" CERT_A "A2{}}"), "content.certificates[1]",
     "expected SEQUENCE (0x30), found 0xA2"},
    {"revocation of another format", BUNDLE("A1{A1{06:2A03 30{}}}"),
     "content.crls[0].otherRevInfoFormat", "expected id-ri-ocsp-response, found another format"},
    {"an OCSP response that is none", BUNDLE("A1{A1{06:2B06010505071002 04:}}"),
     "content.crls[0].otherRevInfo", "expected SEQUENCE (0x30), found 0x04"},
    {"CRLs before certificates", BUNDLE("A1{" CRL "} A0{" CERT_A "}"), "content.signerInfos",
     "expected SET (0x31), found 0xA0"},
    {"no signerInfos", "30{" SIGNED_DATA "A0{30{02:01 31{} " CONTENT "A0{" CERT_A "}}}}",
     "content.signerInfos", "expected SET (0x31), found the end"},
    {"a signer without a signature",
     BUNDLE_OF("02:01 ", "", CONTENT, "A0{" CERT_A "}", "30{02:01 80:AA " SHA256 SHA256 "}"),
     "content.signerInfos[0].signature", "expected OCTET STRING (0x04), found the end"},
    {"an attribute without a value",
     BUNDLE_OF("02:01 ", "", CONTENT, "A0{" CERT_A "}",
               "30{02:01 80:AA " SHA256 "A0{30{06:2A03 31{}}} " SHA256 "04:AA}"),
     "content.signerInfos[0].signedAttrs[0].values[0]", "expected an element, found the end"},
    {"two contents", BUNDLE_OF("02:01 ", "", "30{06:2A03 A0{04: 04:}}", "A0{" CERT_A "}", ""),
     "content.encapContentInfo.eContent", "expected nothing more, found 2 bytes"},
    {"an indefinite length",
     "!30800609"
     "2A864886F70D010702A080"
     "00000000",
     "", "expected a definite length, found 0x80 (indefinite)"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct slice der = der_text(bad[i].der, bytes);
        struct error e = {0};
        struct pkcs7 bundle;

        ok(!pkcs7_parse(der, &bundle, &e), "%s: refused", bad[i].what);
        ok(!e.has_offset || e.offset <= der.len, "at a byte of it");
        is_string(error_path(&e), bad[i].path, "its path");
        is_string(e.text, bad[i].text, "what was wanted and found");
    }
}

static void test_limit(void)
{
    size_t len = LIMIT_OBJECT + 1;
    uint8_t *big = calloc(1, len);
    struct error e = {0};
    struct pkcs7 bundle;

    if (big == NULL)
        abort();
    ok(!pkcs7_parse(slice_of(big, len - 1), &bundle, &e) && e.code == ERROR_DER, "at the limit");
    ok(!pkcs7_parse(slice_of(big, len), &bundle, &e) && e.code == ERROR_LIMIT, "over the limit");
    free(big);
}

/* The objects take the bundle's place, and its departures go with the first. */
static void test_source_bundle(void)
{
    struct source_bundle bundle = {.whole = {.kind = OBJECT_UNKNOWN}};
    struct object object = {.kind = OBJECT_PKCS7, .encoding = ENCODING_PEM, .offset = 100};
    struct error e = {0};
    size_t first;

    ok(!source_bundle_has_more(&bundle), "a zeroed one has nothing");
    object.der = der_text(BUNDLE("A0{" CERT_B CERT_A "} A1{" CRL "}"), bytes);
    ok(source_bundle_open(&bundle, &object, &e), "is opened");
    ok(object.kind == OBJECT_CERTIFICATE && object.encoding == ENCODING_PEM, "a certificate first");
    is_int(object.departures, 1U << DEPARTURE_BUNDLE_ORDER, "the departures are the first's");
    first = object.offset;
    ok(first > 100, "its offset is that in the input");
    ok(source_bundle_has_more(&bundle) && source_bundle_next(&bundle, &object), "the second");
    is_int((intmax_t)(object.offset - first), 7, "is behind it");
    is_int(object.departures, 0, "and has no departures");
    ok(source_bundle_next(&bundle, &object) && object.kind == OBJECT_CRL, "the CRL");
    ok(!source_bundle_has_more(&bundle) && !source_bundle_next(&bundle, &object), "the end");
    object.kind = OBJECT_PKCS7;
    object.der = der_text(BUNDLE(""), bytes);
    ok(!source_bundle_open(&bundle, &object, &e) && !source_bundle_has_more(&bundle),
       "nothing is left of one that is refused");
}

static void compare(const char *name, struct slice der, bool is_good)
{
    struct error e = {0};
    struct pkcs7 bundle;

    ok(pkcs7_parse(der, &bundle, &e) == is_good, "%s is %s", name, is_good ? "read" : "refused");
}

int main(void)
{
    test_good();
    test_bad();
    test_limit();
    test_source_bundle();
    ok(manifest_each("pkcs7", compare) > 5 || fixtures_folder() == NULL, "the fixtures");
    return tap_done();
}
