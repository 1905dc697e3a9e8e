/* SPDX-License-Identifier: Apache-2.0 */
#include "csr.h"

#include "der-text.h"
#include "describe-csr.h"
#include "manifest.h"
#include "tap.h"

#define ALGORITHM "30{06:2A8648CE3D040302}"
#define NAME      "30{31{30{06:550403 0C'i'}}}"
#define KEY       "30{30{06:2B6570} 03:000102}"
#define SAN       "30{30{06:551D11 04{30{82'a'}}}}"
#define PASSWORD  "30{06:2A864886F70D010907 31{13'secret'}}"
#define REQUESTED "30{06:2A864886F70D01090E 31{" SAN "}}"
#define MICROSOFT                                                                                  \
    "30{06:2B060104018237"                                                                         \
    "02010E 31{" SAN "}}"

#define CSR_OF(version, attributes) "30{30{" version NAME KEY attributes "}" ALGORITHM "03:00AA}"
#define CSR(attributes)             CSR_OF("02:00 ", "A0{" attributes "}")

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    size_t attributes;
    departure_set departures;
    const char *attributes_json;
} good[] = {
    {"no attribute", CSR(""), 0, 0, "[]"},
    {"a password", CSR(PASSWORD), 1, 0,
     "[{\"type\":\"challengePassword\",\"challengePassword\":\"secret\"}]"},
    {"an extensionRequest", CSR(REQUESTED), 1, 0,
     "[{\"type\":\"extensionRequest\",\"extensionRequest\":[{\"extnID\":\"subjectAltName\","
     "\"critical\":false,\"subjectAltName\":[{\"dNSName\":\"a\"}]}]}]"},
    {"Microsoft's", CSR(MICROSOFT), 1, 0,
     "[{\"type\":\"msExtReq\",\"extensionRequest\":[{\"extnID\":\"subjectAltName\","
     "\"critical\":false,\"subjectAltName\":[{\"dNSName\":\"a\"}]}]}]"},
    {"names", CSR("30{06:2A864886F70D010902 31{0C'one' 16'two'}}"), 1, 0,
     "[{\"type\":\"unstructuredName\",\"unstructuredName\":[\"one\",\"two\"]}]"},
    {"names out of order", CSR("30{06:2A864886F70D010902 31{16'two' 0C'one'}}"), 1,
     1U << DEPARTURE_SET_ORDER,
     "[{\"type\":\"unstructuredName\",\"unstructuredName\":[\"two\",\"one\"]}]"},
    {"an address", CSR("30{06:2A864886F70D010908 31{1E:00610062}}"), 1, 0,
     "[{\"type\":\"unstructuredAddress\",\"unstructuredAddress\":[\"ab\"]}]"},
    {"another", CSR("30{06:2A03 31{02:05 0C'x'}}"), 1, 0,
     "[{\"type\":\"1.2.3\",\"values\":[\"020105\",\"0C0178\"]}]"},
    {"two out of order", CSR(REQUESTED PASSWORD), 2, 1U << DEPARTURE_SET_ORDER, NULL},
    {"a character that is not of its type", CSR("30{06:2A864886F70D010907 31{13'a@b'}}"), 1,
     1U << DEPARTURE_STRING_CHARACTERS,
     "[{\"type\":\"challengePassword\",\"challengePassword\":\"a@b\"}]"},
};

/* The list in the JSON of the record. */
static void check_json(const struct csr *csr, const char *want)
{
    static const char key[] = "\"attributes\":";
    struct record_head head = {"certificationRequest", SLICE("x"), 0};
    struct report report;
    struct slice out;
    size_t start;

    report_init(&report, REPORT_JSON, false);
    report_begin_record(&report, &head);
    describe_csr(&report, csr);
    report_end_record(&report);
    out = buffer_slice(&report.out);
    start = slice_find(out, SLICE("\"attributes\":"));
    ok(start < out.len &&
           slice_starts_with(slice_from(out, start + sizeof(key) - 1), slice_of_string(want)),
       "its attributes in JSON");
    report_free(&report);
}

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct error e = {0};
        struct csr csr;

        if (!ok(csr_parse(der_text(good[i].der, bytes), &csr, &e), "%s: read", good[i].what)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        is_int((intmax_t)csr.attributes.count, (intmax_t)good[i].attributes, "its attributes");
        is_int(csr.departures, good[i].departures, "its departures");
        ok(csr.subject.len > 0 && csr.subject_pk_info.subject_public_key.len == 2 &&
               slice_is(csr.signature, "\xAA"),
           "its other members");
        if (good[i].attributes_json != NULL)
            check_json(&csr, good[i].attributes_json);
    }
}

static const struct {
    const char *what;
    const char *der;
    const char *path;
    const char *text;
} bad[] = {
    {"a byte behind it", CSR("") "!00", "", "expected nothing more, found 1 byte"},
    {"version 1", CSR_OF("02:01 ", "A0{}"), "certificationRequestInfo.version",
     "expected version 0 (v1), found 1"},
    {"no version", CSR_OF("", "A0{}"), "certificationRequestInfo.version",
     "expected INTEGER (0x02), found 0x30"},
    {"no attributes", CSR_OF("02:00 ", ""), "certificationRequestInfo.attributes",
     "expected [0] (0xA0), found the end"},
    {"something behind the attributes", CSR_OF("02:00 ", "A0{} 05:"), "certificationRequestInfo",
     "expected nothing more, found 2 bytes"},
    {"an attribute without a value", CSR(PASSWORD "30{06:2A03 31{}}"),
     "certificationRequestInfo.attributes[1].values[0]", "expected an element, found the end"},
    {"an attribute without values", CSR("30{06:2A03}"),
     "certificationRequestInfo.attributes[0].values", "expected SET (0x31), found the end"},
    {"something behind the values", CSR("30{06:2A03 31{05:} 05:}"),
     "certificationRequestInfo.attributes[0]", "expected nothing more, found 2 bytes"},
    {"two passwords", CSR("30{06:2A864886F70D010907 31{13'a' 13'b'}}"),
     "certificationRequestInfo.attributes[0].values", "expected nothing more, found 3 bytes"},
    {"a password that is no string", CSR("30{06:2A864886F70D010907 31{04'a'}}"),
     "certificationRequestInfo.attributes[0].values[0]",
     "expected a string of characters, found 0x04"},
    {"the second name is no string", CSR("30{06:2A864886F70D010902 31{0C'a' 05:}}"),
     "certificationRequestInfo.attributes[0].values[1]",
     "expected a string of characters, found 0x05"},
    {"extensions that are none", CSR("30{06:2A864886F70D01090E 31{30{}}}"),
     "certificationRequestInfo.attributes[0].values[0][0]",
     "expected SEQUENCE (0x30), found the end"},
    {"a broken extension", CSR("30{06:2A864886F70D01090E 31{30{30{06:551D11 04{05:}}}}}"),
     "certificationRequestInfo.attributes[0].values[0][0].extnValue",
     "expected SEQUENCE (0x30), found 0x05"},
    {"two lists of extensions", CSR("30{06:2A864886F70D01090E 31{" SAN SAN "}}"),
     "certificationRequestInfo.attributes[0].values", "expected nothing more, found 16 bytes"},
    {"no signature", "30{30{02:00 " NAME KEY "A0{}}" ALGORITHM "}", "signature",
     "expected BIT STRING (0x03), found the end"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct slice der = der_text(bad[i].der, bytes);
        struct error e = {0};
        struct csr csr;

        ok(!csr_parse(der, &csr, &e), "%s: refused", bad[i].what);
        ok(e.has_offset && e.offset <= der.len, "at a byte of it");
        is_string(error_path(&e), bad[i].path, "its path");
        is_string(e.text, bad[i].text, "what was wanted and found");
    }
}

static void compare(const char *name, struct slice der, bool is_good)
{
    struct error e = {0};
    struct csr csr;

    ok(csr_parse(der, &csr, &e) == is_good, "%s is %s", name, is_good ? "read" : "refused");
}

int main(void)
{
    test_good();
    test_bad();
    ok(manifest_each("certificationRequest", compare) > 30 || fixtures_folder() == NULL,
       "the fixtures");
    return tap_done();
}
