/* SPDX-License-Identifier: Apache-2.0 */
#include "cert.h"

#include "der-text.h"
#include "describe-cert.h"
#include "describe-notes.h"
#include "manifest.h"
#include "tap.h"

#define V3         "A0{02:02}"
#define SERIAL     "02:0A"
#define ALGORITHM  "30{06:2A864886F70D01010B 05:}"
#define NAME(cn)   "30{31{30{06:550403 0C'" cn "'}}}"
#define VALIDITY   "30{17'180111224451Z' 18'20500118224451Z'}"
#define KEY        "30{30{06:2B6570} 03:00" OCTETS OCTETS "}"
#define OCTETS     "00112233445566778899AABBCCDDEEFF"
#define EXTENSIONS "A3{30{30{06:551D0E 04{04:75A1}}}}"

#define TBS_OF(version, serial, signature, validity, rest)                                         \
    "30{" version " " serial " " signature NAME("i") validity NAME("s") KEY rest "}"
#define CERT_OF(version, serial, signature, validity, rest)                                        \
    "30{" TBS_OF(version, serial, signature, validity, rest) ALGORITHM "03:00AA}"
#define CERT(version, rest) CERT_OF(version, SERIAL, ALGORITHM, VALIDITY, rest)

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    uint32_t version;
    departure_set departures;
} good[] = {
    {"v3", CERT(V3, EXTENSIONS), CERT_V3, 0},
    {"v3 without extensions", CERT(V3, ""), CERT_V3, 0},
    {"v2 with unique identifiers", CERT("A0{02:01}", "81:0011 82:04F0"), CERT_V2, 0},
    {"v1", CERT("", ""), CERT_V1, 0},
    {"v1 written out", CERT("A0{02:00}", ""), CERT_V1, 1U << DEPARTURE_ENCODED_DEFAULT},
    {"a negative serial", CERT_OF(V3, "02:80", ALGORITHM, VALIDITY, ""), CERT_V3,
     1U << DEPARTURE_SERIAL_NEGATIVE},
    {"the inner algorithm without NULL",
     CERT_OF(V3, SERIAL, "30{06:2A864886F70D01010B}", VALIDITY, ""), CERT_V3,
     1U << DEPARTURE_PARAMETERS_ABSENT},
    {"an empty subjectAltName", CERT(V3, "A3{30{30{06:551D11 04{30:}}}}"), CERT_V3,
     1U << DEPARTURE_NAMES_EMPTY},
};

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct slice der = der_text(good[i].der, bytes);
        struct error e = {0};
        struct cert cert;

        if (!ok(cert_parse(der, &cert, &e), "%s is read", good[i].what)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        is_int(cert.version, good[i].version, "its version");
        is_int(cert.departures, good[i].departures, "its departures");
        ok(slice_equal(cert.der, der), "its bytes");
        is_int(cert.validity.not_before, 1515710691, "notBefore");
        is_int(cert.validity.not_after, 2526158691, "notAfter");
    }
}

static void test_members(void)
{
    static uint8_t tbs[DER_TEXT_MAX];
    struct cert cert;

    if (!ok(cert_parse(der_text(CERT(V3, EXTENSIONS), bytes), &cert, NULL), "is read"))
        return;
    ok(slice_equal(cert.tbs_certificate,
                   der_text(TBS_OF(V3, SERIAL, ALGORITHM, VALIDITY, EXTENSIONS), tbs)),
       "tbsCertificate is the whole element");
    ok(slice_equal(cert.serial_number, SLICE("\x0A")), "serialNumber");
    ok(slice_equal(cert.issuer, der_text(NAME("i"), tbs)), "issuer is the whole Name");
    ok(slice_equal(cert.subject, der_text(NAME("s"), tbs)), "subject is the whole Name");
    ok(slice_equal(cert.subject_public_key_info.element, der_text(KEY, tbs)),
       "subjectPublicKeyInfo is the whole element");
    is_int((intmax_t)cert.subject_public_key_info.subject_public_key.len, 32,
           "subjectPublicKey is the octets of the BIT STRING");
    ok(slice_equal(cert.signature_value, SLICE("\xAA")), "signatureValue");
    is_int((intmax_t)cert.extensions.count, 1, "one extension");
    ok(cert.issuer_unique_id.data == NULL, "no issuerUniqueID");
    ok(!cert_is_ca(&cert), "no basicConstraints, no CA");
}

static void test_ca(void)
{
    static const struct {
        const char *value;
        bool ca;
    } cases[] = {{"30{01:FF}", true}, {"30{}", false}, {"30{01:FF 02:00}", true}};
    char text[512];
    struct cert cert;

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        (void)snprintf(text, sizeof(text), "30{30{%sA3{30{30{06:551D13 04{%s}}}}}%s03:00AA}",
                       V3 SERIAL " " ALGORITHM NAME("i") VALIDITY NAME("s") KEY, cases[i].value,
                       ALGORITHM);
        ok(cert_parse(der_text(text, bytes), &cert, NULL) && cert_is_ca(&cert) == cases[i].ca,
           "%s is %s CA", cases[i].value, cases[i].ca ? "a" : "no");
    }
}

static const struct {
    const char *what;
    const char *der;
    const char *path;
    const char *text;
} bad[] = {
    {"nothing", "", "", "expected SEQUENCE (0x30), found the end"},
    {"a byte behind it", CERT(V3, "") "!00", "", "expected nothing more, found 1 byte"},
    {"version 3 (v4)", CERT("A0{02:03}", ""), "tbsCertificate.version",
     "expected version 0 (v1) to 2 (v3), found 3"},
    {"extensions in v1", CERT("", EXTENSIONS), "tbsCertificate.extensions",
     "expected extensions in a certificate of v3 only, found v1"},
    {"extensions in v2", CERT("A0{02:01}", EXTENSIONS), "tbsCertificate.extensions",
     "expected extensions in a certificate of v3 only, found v2"},
    {"a unique identifier in v1", CERT("", "81:00AA"), "tbsCertificate.issuerUniqueID",
     "expected a unique identifier in a certificate of v2 or v3 only, found v1"},
    {"another algorithm inside", CERT_OF(V3, SERIAL, "30{06:2A864886F70D01010C 05:}", VALIDITY, ""),
     "signatureAlgorithm",
     "expected the same algorithm as in tbsCertificate.signature, found another"},
    {"31 February", CERT_OF(V3, SERIAL, ALGORITHM, "30{17'180111224451Z' 17'180231224451Z'}", ""),
     "tbsCertificate.validity.notAfter", NULL},
    {"no extensions in the list", CERT(V3, "A3{30{}}"), "tbsCertificate.extensions[0]",
     "expected SEQUENCE (0x30), found the end"},
    {"one extension twice", CERT(V3, "A3{30{30{06:551D0E 04{04:75}} 30{06:551D0E 04{04:75}}}}"),
     "tbsCertificate.extensions[1]", "expected each extension once, found that of [0] again"},
    {"a value that is not what it should be",
     CERT(V3, "A3{30{30{06:2A03 04:} 30{06:551D0E 04{05:}}}}"),
     "tbsCertificate.extensions[1].extnValue", "expected OCTET STRING (0x04), found 0x05"},
    {"something behind the extensions", CERT(V3, EXTENSIONS "05:"), "tbsCertificate",
     "expected nothing more, found 2 bytes"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct slice der = der_text(bad[i].der, bytes);
        struct error e = {0};
        struct cert cert;

        ok(!cert_parse(der, &cert, &e), "%s is refused", bad[i].what);
        ok(e.has_offset && e.offset <= der.len, "at a byte of it");
        is_string(error_path(&e), bad[i].path, "its path");
        if (bad[i].text != NULL)
            is_string(e.text, bad[i].text, "what was wanted and found");
    }
}

/* Offsets of one in another object count from that object's start; its departures are that one's
 * too. */
static void test_within(void)
{
    departure_set departures = 0;
    struct der d = der_over(der_text("04:0000 " CERT("A0{02:00}", ""), bytes), &departures);
    struct error e = {0};
    struct slice octets;
    struct cert cert;

    ok(der_read(&d, DER_OCTET_STRING, &octets, NULL) && cert_parse_within(&d, &cert, NULL) &&
           der_at_end(&d),
       "a certificate behind something else");
    is_int(departures, 1U << DEPARTURE_ENCODED_DEFAULT, "its departures are passed on");
    d = der_over(der_text("04:0000 30{02:05}", bytes), &departures);
    ok(der_read(&d, DER_OCTET_STRING, &octets, NULL) && !cert_parse_within(&d, &cert, &e),
       "what is none");
    is_int((intmax_t)e.offset, 6, "the byte of the object around it");
}

static void check_report(enum report_format format, struct slice der, const char *wanted)
{
    struct record_head head = {"certificate", SLICE("x"), 0};
    struct report r;
    struct cert cert;

    report_init(&r, format, false);
    if (ok(cert_parse(der, &cert, NULL), "is read")) {
        report_begin_record(&r, &head);
        describe_cert(&r, &cert);
        describe_notes(&r, cert.departures, 0);
        report_end_record(&r);
        ok(buffer_append(&r.out, SLICE("\0"), NULL), "is described");
        is_string((const char *)r.out.data, wanted, "the report");
    }
    report_free(&r);
}

static void test_reports(void)
{
    struct slice der = der_text(CERT_OF(V3, "02:80", ALGORITHM, VALIDITY, EXTENSIONS), bytes);

    check_report(REPORT_TEXT, der,
                 "Certificate:\n"
                 "    Data:\n"
                 "        Version: 3 (0x2)\n"
                 "        Serial Number: -128 (-0x80)\n"
                 "        Signature Algorithm: sha256WithRSAEncryption\n"
                 "        Issuer: CN=i\n"
                 "        Validity\n"
                 "            Not Before: Jan 11 22:44:51 2018 GMT\n"
                 "            Not After : Jan 18 22:44:51 2050 GMT\n"
                 "        Subject: CN=s\n"
                 "        Subject Public Key Info:\n"
                 "            Public Key Algorithm: ED25519\n"
                 "                ED25519 Public-Key:\n"
                 "                pub:\n"
                 "                    00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:\n"
                 "                    ff:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:\n"
                 "                    ee:ff\n"
                 "        X509v3 extensions:\n"
                 "            X509v3 Subject Key Identifier: \n"
                 "                75:A1\n"
                 "    Signature Algorithm: sha256WithRSAEncryption\n"
                 "    Signature Value:\n"
                 "        aa\n"
                 "    Note: the serial number is negative (RFC 5280 4.1.2.2)\n");
    check_report(
        REPORT_JSON, der,
        "{\"schema\":\"ocspkit/1\",\"type\":\"certificate\",\"source\":\"x\",\"index\":0,"
        "\"version\":3,\"serialNumber\":\"-80\",\"signature\":\"sha256WithRSAEncryption\","
        "\"issuer\":\"CN=i\",\"validity\":{\"notBefore\":\"2018-01-11T22:44:51Z\","
        "\"notAfter\":\"2050-01-18T22:44:51Z\"},\"subject\":\"CN=s\","
        "\"subjectPublicKeyInfo\":{\"algorithm\":\"id-Ed25519\",\"bits\":256,"
        "\"subjectPublicKey\":\"" OCTETS OCTETS "\"},"
        "\"extensions\":[{\"extnID\":\"subjectKeyIdentifier\",\"critical\":false,"
        "\"subjectKeyIdentifier\":\"75A1\"}],\"signatureAlgorithm\":\"sha256WithRSAEncryption\","
        "\"signatureValue\":\"AA\","
        "\"notes\":[\"the serial number is negative (RFC 5280 4.1.2.2)\"]}\n");
}

static void check_fixture(const char *name, struct slice der, bool wanted)
{
    struct error e = {0};
    struct cert cert;

    if (!ok(cert_parse(der, &cert, &e) == wanted, "%s is %s", name, wanted ? "read" : "refused"))
        printf("# %s: %s\n", error_path(&e), e.text);
}

int main(void)
{
    test_good();
    test_members();
    test_ca();
    test_bad();
    test_within();
    test_reports();
    if (manifest_each("certificate", check_fixture) == 0)
        ok(true, "the fixtures # SKIP there is no manifest");
    return tap_done();
}
