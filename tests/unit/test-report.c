/* SPDX-License-Identifier: Apache-2.0 */
/* One description, three writers; and what is never written raw. */
#include "report.h"

#include "tap.h"

static const struct field heading = FIELD_LEVEL(NULL, "OCSP Request Data", LEVEL_HEADING, 4);
static const struct field version = FIELD("version", "Version", LAYOUT_LINE);
static const struct field list = FIELD_LEVEL("requestList", "Requestor List", LEVEL_LIST, 4);
static const struct field element = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field req_cert = FIELD_LEVEL("reqCert", "Certificate ID", LEVEL_OBJECT, 2);
static const struct field hash = FIELD("issuerNameHash", "Issuer Name Hash", LAYOUT_LINE);
static const struct field serial = FIELD("serialNumber", "Serial Number", LAYOUT_LINE);
static const struct field name = FIELD("name", "Name", LAYOUT_LINE);
static const struct field at = FIELD("thisUpdate", "This Update", LAYOUT_LINE);
static const struct field yes = FIELD("critical", "Critical", LAYOUT_LINE);
static const struct field usage = FIELD_LEVEL("keyUsage", "Key Usage", LEVEL_INLINE_LIST, 0);
static const struct field purpose = FIELD("", "", LAYOUT_INLINE);
static const struct field algorithm = FIELD("hashAlgorithm", "Hash Algorithm", LAYOUT_LINE);

static void describe(struct report *r)
{
    static const uint8_t octets[] = {0xEB, 0x25, 0x00};
    static const uint8_t serials[][2] = {{0x00, 0x9A}, {0xFF, 0x7F}};
    static const uint8_t sha1[] = {0x2B, 0x0E, 0x03, 0x02, 0x1A};
    struct record_head head = {"ocspRequest", SLICE("a,b\n"), 12};

    report_begin_record(r, &head);
    report_begin(r, &heading);
    report_version(r, &version, 2);
    report_begin(r, &list);
    for (size_t i = 0; i < 2; i++) {
        report_begin(r, &element);
        report_begin(r, &req_cert);
        report_oid(r, &algorithm, slice_of(sha1, sizeof(sha1)));
        report_hex(r, &hash, slice_of(octets, sizeof(octets)));
        report_integer(r, &serial, slice_of(serials[i], 2));
        report_end(r, &req_cert);
        report_end(r, &element);
    }
    report_end(r, &list);
    report_string(r, &name, SLICE("x\x1B[31m\"\\\xE2\x80\xAE\xFF,\xC3\xA9"));
    report_time(r, &at, 1515710691);
    report_boolean(r, &yes, true);
    report_begin(r, &usage);
    report_word(r, &purpose, "cRLSign");
    report_word(r, &purpose, "keyCertSign");
    report_end(r, &usage);
    report_end(r, &heading);
    report_end_record(r);
}

static void is_described(enum report_format format, const char *paths, const char *wanted,
                         const char *what)
{
    struct report r;
    struct error e;

    report_init(&r, format, false);
    if (paths != NULL)
        ok(report_select(&r, slice_of_string(paths), &e), "%s: the paths", what);
    describe(&r);
    ok(report_check(&r, &e), "%s: no trouble", what);
    (void)ok(buffer_append(&r.out, slice_of("", 1), NULL), "%s: room", what);
    is_string((const char *)r.out.data, wanted, what);
    report_free(&r);
}

static void test_error(void)
{
    struct record_head head = {"error", SLICE("x"), 0};
    struct report r;
    struct error e;

    (void)error_at(&e, ERROR_DER, 21, "expected %s", "\"OCTET STRING\"");
    (void)error_in(&e, "requestList[%d]", 0);
    (void)error_in(&e, "tbsRequest");
    report_init(&r, REPORT_JSON, false);
    report_error(&r, &head, &e, 2);
    (void)ok(buffer_append(&r.out, slice_of("", 1), NULL), "room");
    is_string((const char *)r.out.data,
              "{\"schema\":\"ocspkit/1\",\"type\":\"error\",\"source\":\"x\",\"index\":0,"
              "\"error\":{\"code\":\"der\",\"message\":\"expected \\\"OCTET STRING\\\"\","
              "\"path\":\"tbsRequest.requestList[0]\",\"offset\":21,\"line\":2}}\n",
              "an error in JSON");
    report_free(&r);
}

static void test_select(void)
{
    static const char *const bad[] = {"", ".", "a.", ".a", "a,,b", "a,"};
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct report r;

        report_init(&r, REPORT_FIELDS, false);
        ok(!report_select(&r, slice_of_string(bad[i]), &e), "'%s' is no list of paths", bad[i]);
        report_free(&r);
    }
}

int main(void)
{
    is_described(REPORT_TEXT, NULL,
                 "OCSP Request Data:\n"
                 "    Version: 3 (0x2)\n"
                 "    Requestor List:\n"
                 "        Certificate ID:\n"
                 "          Hash Algorithm: sha1\n"
                 "          Issuer Name Hash: EB2500\n"
                 "          Serial Number: 9A\n"
                 "        Certificate ID:\n"
                 "          Hash Algorithm: sha1\n"
                 "          Issuer Name Hash: EB2500\n"
                 "          Serial Number: -81\n"
                 "    Name: x\\x1B[31m\"\\\\u202E\\xFF,\xC3\xA9\n"
                 "    This Update: Jan 11 22:44:51 2018 GMT\n"
                 "    Critical: TRUE\n"
                 "    Key Usage: cRLSign, keyCertSign\n",
                 "text");
    is_described(REPORT_JSON, NULL,
                 "{\"schema\":\"ocspkit/1\",\"type\":\"ocspRequest\",\"source\":\"a,b\\u000a\","
                 "\"index\":12,\"version\":3,\"requestList\":[{\"reqCert\":{\"hashAlgorithm\":"
                 "\"sha1\",\"issuerNameHash\":\"EB2500\",\"serialNumber\":\"9A\"}},{\"reqCert\":{"
                 "\"hashAlgorithm\":\"sha1\",\"issuerNameHash\":\"EB2500\",\"serialNumber\":"
                 "\"-81\"}}],\"name\":\"x\\u001b[31m\\\"\\\\\\u202e\\\\xFF,\xC3\xA9\","
                 "\"thisUpdate\":\"2018-01-11T22:44:51Z\",\"critical\":true,\"keyUsage\":["
                 "\"cRLSign\",\"keyCertSign\"]}\n",
                 "JSON");
    is_described(
        REPORT_FIELDS, "requestList.reqCert.serialNumber,index,nothing,name,keyUsage,source",
        "9A,-81\t12\t\tx\\\\x1B[31m\"\\\\\\\\u202E\\\\xFF\\,\xC3\xA9\tcRLSign,keyCertSign\t"
        "a\\,b\\\\x0A\n",
        "fields");
    is_described(REPORT_QUIET, NULL, "", "quiet");
    test_error();
    test_select();
    return tap_done();
}
