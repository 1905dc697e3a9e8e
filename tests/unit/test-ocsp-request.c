/* SPDX-License-Identifier: Apache-2.0 */
/* What is read and where an error is said to be; the fixtures have the values. */
#include "der-text.h"
#include "ocsp-request.h"
#include "tap.h"

#define HASH    "30{06:2B0E03021A 05:}"
#define CERT_ID "30{" HASH " 04:AABB 04:CCDD 02:01}"
#define REQUEST "30{" CERT_ID "}"

static const struct {
    const char *text;
    size_t count;
    departure_set departures;
} good[] = {
    {"30{30{30{" REQUEST "}}}", 1, 0},
    {"30{30{30{" REQUEST REQUEST REQUEST "}}}", 3, 0},
    {"30{30{30{}}}", 0, 0},
    {"30{30{A0{02:00} 30{" REQUEST "}}}", 1, 1U << DEPARTURE_ENCODED_DEFAULT},
    {"30{30{A1{82:61} 30{" REQUEST "}}}", 1, 0},
    {"30{30{30{" REQUEST "} A2{30{30{06:2A 04:}}}}}", 1, 0},
    {"30{30{30{30{" CERT_ID " A0{30{30{06:2A 04:}}}}}}}", 1, 0},
    {"30{30{30{" REQUEST "}} A0{30{30{06:2A} 03:00FF}}}", 1, 0},
    {"30{30{30{30{30{" HASH " 04:AA 04:BB 02:FF}}}}}", 1, 1U << DEPARTURE_SERIAL_NEGATIVE},
    {"30{30{30{30{30{" HASH " 04:AA 04:BB 02:00}}}}}", 1, 1U << DEPARTURE_SERIAL_ZERO},
};

static const struct {
    const char *text;
    const char *path;
    const char *found;
} bad[] = {
    {"", "", "the end"},
    {"31{}", "", "0x31"},
    {"30{}", "tbsRequest", "the end"},
    {"30{30{}}", "tbsRequest.requestList", "the end"},
    {"30{30{30{" REQUEST "}} 05:}", "", "2 bytes"},
    {"30{30{30{" REQUEST "} 05:}}", "tbsRequest", "2 bytes"},
    {"30{30{30{05:}}}", "tbsRequest.requestList[0]", "0x05"},
    {"30{30{30{" REQUEST "05:}}}", "tbsRequest.requestList[1]", "0x05"},
    {"30{30{30{" REQUEST "30{}}}}", "tbsRequest.requestList[1].reqCert", "the end"},
    {"30{30{30{30{" CERT_ID "05:}}}}", "tbsRequest.requestList[0]", "2 bytes"},
    {"30{30{A0{02:01} 30{" REQUEST "}}}", "tbsRequest.version", "2 (1)"},
    {"30{30{A0{} 30{" REQUEST "}}}", "tbsRequest.version", "the end"},
    {"30{30{A1{} 30{" REQUEST "}}}", "tbsRequest.requestorName", "the end"},
    {"30{30{A1{82:61 82:61} 30{" REQUEST "}}}", "tbsRequest.requestorName", "3 bytes"},
    {"30{30{30{30{30{05: 04: 04: 02:01}}}}}", "tbsRequest.requestList[0].reqCert.hashAlgorithm",
     "0x05"},
    {"30{30{30{30{30{" HASH "05:}}}}}", "tbsRequest.requestList[0].reqCert.issuerNameHash", "0x05"},
    {"30{30{30{30{30{" HASH "04:}}}}}", "tbsRequest.requestList[0].reqCert.issuerKeyHash",
     "the end"},
    {"30{30{30{30{30{" HASH "04: 04: 02:}}}}}", "tbsRequest.requestList[0].reqCert.serialNumber",
     ""},
    {"30{30{30{30{30{" HASH "04: 04: 02:0001}}}}}",
     "tbsRequest.requestList[0].reqCert.serialNumber", ""},
    {"30{30{30{" REQUEST "} A2{30{}}}}", "tbsRequest.requestExtensions[0]", ""},
    {"30{30{30{" REQUEST "} A2{30{30{06:2A 04:} 30{06:2A 04:}}}}}",
     "tbsRequest.requestExtensions[1]", "[0]"},
    {"30{30{30{30{" CERT_ID " A0{30{30{06:2A 04:} 05:}}}}}}",
     "tbsRequest.requestList[0].singleRequestExtensions[1]", "0x05"},
    {"30{30{30{" REQUEST "}} A0{05:}}", "optionalSignature", "0x05"},
    {"30{30{30{" REQUEST "}} A0{30{30{06:2A}}}}", "optionalSignature.signature", "the end"},
    {"30{30{30{" REQUEST "}} A0{30{30{06:2A} 03:01FE}}}", "optionalSignature.signature", ""},
    {"30{30{30{" REQUEST "}} A0{30{30{06:2A} 03:00FF 05:}}}", "optionalSignature", "2 bytes"},
};

static uint8_t bytes[DER_TEXT_MAX];

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct ocsp_request request;
        struct single_request single;
        struct error e = {.code = ERROR_NONE};
        size_t at = 0;
        size_t count = 0;

        if (!ok(ocsp_request_parse(der_text(good[i].text, bytes), &request, &e), "%s",
                good[i].text)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        while (ocsp_request_next(&request, &at, &single))
            count++;
        ok(count == request.request_count && count == good[i].count, "%zu requests", count);
        is_int(request.departures, good[i].departures, "departures");
    }
}

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct ocsp_request request;
        struct error e = {.code = ERROR_NONE};

        ok(!ocsp_request_parse(der_text(bad[i].text, bytes), &request, &e), "%s", bad[i].text);
        is_string(error_path(&e), bad[i].path, "its path");
        if (!ok(strstr(e.text, "expected") != NULL && strstr(e.text, bad[i].found) != NULL,
                "wanted and found"))
            printf("# %s\n", e.text);
        ok(!ocsp_request_parse(der_text(bad[i].text, bytes), &request, NULL), "no reason");
    }
}

int main(void)
{
    static uint8_t large[LIMIT_OCSP + 1];
    struct ocsp_request request;
    struct slice whole;
    struct error e;

    test_good();
    test_bad();
    whole = der_text(good[1].text, bytes);
    for (size_t len = 0; len < whole.len; len++) {
        if (ocsp_request_parse(slice_first(whole, len), &request, NULL))
            ok(false, "cut after %zu octets", len);
    }
    ok(!ocsp_request_parse(slice_of(large, sizeof(large)), &request, &e) && e.code == ERROR_LIMIT,
       "over the limit");
    return tap_done();
}
