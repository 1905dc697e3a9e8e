/* SPDX-License-Identifier: Apache-2.0 */
#include "buffer.h"
#include "hex.h"
#include "ocsp-response.h"
#include "tap.h"

#include <stdlib.h>

/* A response in pieces, each in hex and whole; a null one is as in `usual`, an empty one is left
 * out. */
struct pieces {
    const char *status, *type;
    const char *version, *responder, *produced_at;
    const char *cert_id, *cert_status, *this_update, *next_update, *single_extensions;
    const char *second; /* another SingleResponse */
    const char *extensions, *algorithm, *signature, *certs;
    const char *behind_basic, *behind;
};

#define HASH    "0414AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define SHA1    "300906052B0E03021A0500"
#define CERT_ID "303A" SHA1 HASH HASH "020102"
#define JAN_11  "180F32303138303131313232343435315A"
#define JAN_18  "180F32303138303131383232343435315A"
#define FEB_31  "180F32303138303233313232343435315A"
#define BASIC   "06092B0601050507300101"
#define NOCHECK "300F06092B060105050730010504020500"
#define BY_KEY  "A216" HASH
#define RSA     "300D06092A864886F70D01010B0500"

static const struct pieces usual = {
    .status = "0A0100",
    .type = BASIC,
    .version = "",
    .responder = BY_KEY,
    .produced_at = JAN_11,
    .cert_id = CERT_ID,
    .cert_status = "8000",
    .this_update = JAN_11,
    .next_update = "A011" JAN_18,
    .single_extensions = "",
    .second = "",
    .extensions = "",
    .algorithm = RSA,
    .signature = "0303005A5A",
    .certs = "",
    .behind_basic = "",
    .behind = "",
};

/* Puts tag and length in front of everything from `start` on. */
static void wrap(struct buffer *b, size_t start, uint8_t tag)
{
    size_t len = b->len - start;
    uint8_t head[4] = {tag, (uint8_t)len};
    size_t head_len = 2;
    uint8_t *room = buffer_room(b, sizeof(head), NULL);

    if (room == NULL)
        exit(99);
    if (len >= 0x80) {
        head[1] = len < 0x100 ? 0x81 : 0x82;
        head[2] = (uint8_t)(len < 0x100 ? len : len >> 8);
        head[3] = (uint8_t)len;
        head_len = len < 0x100 ? 3 : 4;
    }
    memmove(b->data + start + head_len, b->data + start, len);
    memcpy(b->data + start, head, head_len);
    b->len += head_len;
}

static void put(struct buffer *b, const char *piece, const char *other)
{
    if (!hex_decode(slice_of_string(piece != NULL ? piece : other), b, NULL))
        exit(99);
}

static void build_single(struct buffer *b, const struct pieces *p)
{
    size_t start = b->len;

    put(b, p->cert_id, usual.cert_id);
    put(b, p->cert_status, usual.cert_status);
    put(b, p->this_update, usual.this_update);
    put(b, p->next_update, usual.next_update);
    put(b, p->single_extensions, usual.single_extensions);
    wrap(b, start, DER_SEQUENCE);
}

static void build_response_data(struct buffer *b, const struct pieces *p)
{
    size_t start = b->len;
    size_t list;

    put(b, p->version, usual.version);
    put(b, p->responder, usual.responder);
    put(b, p->produced_at, usual.produced_at);
    list = b->len;
    build_single(b, p);
    put(b, p->second, usual.second);
    wrap(b, list, DER_SEQUENCE);
    put(b, p->extensions, usual.extensions);
    wrap(b, start, DER_SEQUENCE);
}

static void build(struct buffer *b, const struct pieces *p)
{
    size_t bytes;
    size_t response;
    size_t basic;

    b->len = 0;
    put(b, p->status, usual.status);
    bytes = b->len;
    put(b, p->type, usual.type);
    response = basic = b->len;
    build_response_data(b, p);
    put(b, p->algorithm, usual.algorithm);
    put(b, p->signature, usual.signature);
    put(b, p->certs, usual.certs);
    wrap(b, basic, DER_SEQUENCE);
    put(b, p->behind_basic, usual.behind_basic);
    wrap(b, response, DER_OCTET_STRING);
    wrap(b, bytes, DER_SEQUENCE);
    wrap(b, bytes, DER_CONTEXT(0));
    wrap(b, 0, DER_SEQUENCE);
    put(b, p->behind, usual.behind);
}

#define IN_DATA   "responseBytes.response.tbsResponseData."
#define IN_SINGLE IN_DATA "responses[0]."

/* What is refused: the piece, where, and why. */
static const struct {
    struct pieces pieces;
    const char *path;
    const char *text;
} refused[] = {
    {{.status = "0A0104"}, "responseStatus", "expected 0, 1, 2, 3, 5 or 6, found 4"},
    {{.status = "020100"}, "responseStatus", "expected ENUMERATED (0x0A), found 0x02"},
    {{.status = "0A020000"}, "responseStatus", "expected a minimal number, found 0x00 in front"},
    {{.type = "06012A06012A"},
     "responseBytes.response",
     "expected OCTET STRING (0x04), found 0x06"},
    {{.version = "A003020101"}, IN_DATA "version", "expected version 1 (0), found 2 (1)"},
    {{.version = "A003020109"}, IN_DATA "version", "expected version 1 (0), found 10 (9)"},
    {{.responder = ""},
     IN_DATA "responderID",
     "expected [1] (0xA1) or [2] (0xA2), found GeneralizedTime (0x18)"},
    {{.responder = "A2020500"},
     IN_DATA "responderID.byKey",
     "expected OCTET STRING (0x04), found 0x05"},
    {{.responder = "A10430023100"},
     IN_DATA "responderID.byName.rdnSequence[0]",
     "expected at least one AttributeTypeAndValue, found none"},
    {{.responder = "A10230000500"},
     IN_DATA "producedAt",
     "expected GeneralizedTime (0x18), found 0x05"},
    {{.produced_at = "170D3138303131313232343435315A"},
     IN_DATA "producedAt",
     "expected GeneralizedTime (0x18), found 0x17"},
    {{.cert_id = "3000"},
     IN_SINGLE "certID.hashAlgorithm",
     "expected SEQUENCE (0x30), found the end"},
    {{.cert_id = "303B" SHA1 HASH HASH "02020002"},
     IN_SINGLE "certID.serialNumber",
     "expected a minimal number, found 0x00 in front"},
    {{.cert_status = "8300"},
     IN_SINGLE "certStatus",
     "expected [0] (0x80), [1] (0xA1) or [2] (0x82), found [3] (0x83)"},
    {{.cert_status = "800100"},
     IN_SINGLE "certStatus.good",
     "expected an empty NULL, found 1 bytes in it"},
    {{.cert_status = "820100"},
     IN_SINGLE "certStatus.unknown",
     "expected an empty NULL, found 1 bytes in it"},
    {{.cert_status = "A100"},
     IN_SINGLE "certStatus.revoked.revocationTime",
     "expected GeneralizedTime (0x18), found the end"},
    {{.cert_status = "A116" JAN_11 "A0030A0107"},
     IN_SINGLE "certStatus.revoked.revocationReason",
     "expected a CRLReason of 0 to 6 or 8 to 10, found 7"},
    {{.cert_status = "A116" JAN_11 "A0030A010B"},
     IN_SINGLE "certStatus.revoked.revocationReason",
     "expected a CRLReason of 0 to 6 or 8 to 10, found 11"},
    {{.cert_status = "A113" JAN_11 "0500"},
     IN_SINGLE "certStatus.revoked",
     "expected nothing more, found 2 bytes"},
    {{.this_update = FEB_31}, IN_SINGLE "thisUpdate", "expected a day of 01 to 28, found 31"},
    {{.next_update = "A011" FEB_31},
     IN_SINGLE "nextUpdate",
     "expected a day of 01 to 28, found 31"},
    {{.next_update = "A013" JAN_18 "0500"},
     IN_SINGLE "nextUpdate",
     "expected nothing more, found 2 bytes"},
    {{.single_extensions = "A1023000"},
     IN_SINGLE "singleExtensions[0]",
     "expected SEQUENCE (0x30), found the end"},
    {{.single_extensions = "0500"}, IN_DATA "responses[0]", "expected nothing more, found 2 bytes"},
    {{.second = "3000"}, IN_DATA "responses[1].certID", "expected SEQUENCE (0x30), found the end"},
    {{.extensions = "A1023000"},
     IN_DATA "responseExtensions[0]",
     "expected SEQUENCE (0x30), found the end"},
    {{.extensions = "A1243022" NOCHECK NOCHECK},
     IN_DATA "responseExtensions[1]",
     "expected each extension once, found that of [0] again"},
    {{.extensions = "0500"},
     "responseBytes.response.tbsResponseData",
     "expected nothing more, found 2 bytes"},
    {{.algorithm = "3000"},
     "responseBytes.response.signatureAlgorithm.algorithm",
     "expected OBJECT IDENTIFIER (0x06), found the end"},
    {{.signature = "03020400"},
     "responseBytes.response.signature",
     "expected a BIT STRING of whole octets, found 4 unused bits"},
    {{.certs = "A00430020500"},
     "responseBytes.response.certs[0]",
     "expected SEQUENCE (0x30), found 0x05"},
    {{.certs = "0500"}, "responseBytes.response", "expected nothing more, found 2 bytes"},
    {{.behind_basic = "0500"}, "responseBytes.response", "expected nothing more, found 2 bytes"},
    {{.behind = "00"}, "", "expected nothing more, found 1 byte"},
};

static void test_refused(void)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);

    for (size_t i = 0; i < ARRAY_SIZE(refused); i++) {
        struct ocsp_response response;
        struct error e = {0};

        build(&b, &refused[i].pieces);
        ok(!ocsp_response_parse(buffer_slice(&b), &response, &e), "refused %zu: %s", i,
           refused[i].text);
        is_string(error_path(&e), refused[i].path, "its place");
        is_string(e.text, refused[i].text, "its reason");
        ok(e.has_offset && e.offset <= b.len, "its byte is within");
    }
}

/* What is read, and the departures from DER in it. */
static const struct {
    const char *name;
    struct pieces pieces;
    departure_set departures;
    const char *statuses;
} accepted[] = {
    {"the usual one", {0}, 0, "good"},
    {"v1 written out", {.version = "A003020100"}, 1U << DEPARTURE_ENCODED_DEFAULT, "good"},
    {"responder by name", {.responder = "A1023000"}, 0, "good"},
    {"no nextUpdate", {.next_update = ""}, 0, "good"},
    {"revoked", {.cert_status = "A111" JAN_11}, 0, "revoked"},
    {"revoked, with a reason",
     {.cert_status = "A116" JAN_11 "A0030A0101"},
     0,
     "revoked keyCompromise"},
    {"unknown", {.cert_status = "8200"}, 0, "unknown"},
    {"two", {.second = "304F" CERT_ID "8200" JAN_11}, 0, "good unknown"},
    {"negative serial number",
     {.cert_id = "303A" SHA1 HASH HASH "0201FF"},
     1U << DEPARTURE_SERIAL_NEGATIVE,
     "good"},
    {"RSA without NULL",
     {.algorithm = "300B06092A864886F70D01010B"},
     1U << DEPARTURE_PARAMETERS_ABSENT,
     "good"},
    {"an empty list of certificates", {.certs = "A0023000"}, 0, "good"},
    {"a body with tryLater", {.status = "0A0103"}, 1U << DEPARTURE_RESPONSE_BYTES_PRESENT, "good"},
};

static void list_statuses(const struct basic_ocsp_response *basic, char *out, size_t size)
{
    struct slice rest = basic->response_data.responses;
    struct single_response single;
    size_t used = 0;

    out[0] = '\0';
    while (used < size && single_response_next(&rest, &single)) {
        bool reason =
            single.cert_status == CERT_STATUS_REVOKED && single.revoked.has_revocation_reason;

        used += (size_t)snprintf(out + used, size - used, "%s%s%s%s", used > 0 ? " " : "",
                                 cert_status_word(single.cert_status), reason ? " " : "",
                                 reason ? crl_reason_word(single.revoked.revocation_reason) : "");
    }
}

static void test_accepted(void)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);

    for (size_t i = 0; i < ARRAY_SIZE(accepted); i++) {
        struct ocsp_response response;
        struct error e = {0};
        char statuses[128];

        build(&b, &accepted[i].pieces);
        if (!ok(ocsp_response_parse(buffer_slice(&b), &response, &e), "%s", accepted[i].name)) {
            printf("# %s: %s\n", error_path(&e), e.text);
            continue;
        }
        list_statuses(&response.basic, statuses, sizeof(statuses));
        is_string(statuses, accepted[i].statuses, "its certStatus");
        is_int(response.departures, accepted[i].departures, "its departures");
    }
}

static void test_usual(void)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct ocsp_response response;
    struct single_response single = {0};
    struct slice rest;

    build(&b, &usual);
    if (!ok(ocsp_response_parse(buffer_slice(&b), &response, NULL), "all fields"))
        return;
    rest = response.basic.response_data.responses;
    ok(single_response_next(&rest, &single) && rest.len == 0, "one SingleResponse");
    is_int(response.basic.response_data.produced_at, 1515710691, "producedAt");
    is_int(single.this_update, 1515710691, "thisUpdate");
    ok(single.has_next_update && single.next_update == 1516315491, "nextUpdate");
    ok(slice_equal(single.cert_id.serial_number, SLICE("\x02")), "serialNumber");
    is_int((intmax_t)single.cert_id.issuer_key_hash.len, 20, "issuerKeyHash");
    is_int((intmax_t)response.basic.response_data.responder_id.by_key.len, 20, "byKey");
    ok(response.basic.response_data.responder_id.by_name.data == NULL, "no byName");
    ok(slice_equal(response.basic.signature, SLICE("ZZ")), "signature");
    is_int(response.basic.tbs_response_data.data[0], DER_SEQUENCE, "tbsResponseData with its tag");
    ok(!single_response_next(&rest, &single), "the list ends");
}

/* responseStatus alone; without a word it is refused. */
static void test_statuses(void)
{
    static const char *const words[] = {NULL, "malformedRequest", "internalError", "tryLater",
                                        NULL, "sigRequired",      "unauthorized",  NULL};

    for (uint8_t i = 0; i < ARRAY_SIZE(words); i++) {
        const uint8_t der[] = {0x30, 0x03, 0x0A, 0x01, i};
        struct ocsp_response response;
        bool parsed = ocsp_response_parse(slice_of(der, sizeof(der)), &response, NULL);

        ok(parsed == (words[i] != NULL), "responseStatus %u alone", i);
        if (parsed)
            is_string(ocsp_response_status_word(response.response_status), words[i], "its word");
    }
}

/* A body of another type is kept, and not looked into. */
static void test_other_type(void)
{
    static const uint8_t der[] = {0x30, 0x0E, 0x0A, 0x01, 0x00, 0xA0, 0x09, 0x30,
                                  0x07, 0x06, 0x01, 0x2A, 0x04, 0x02, 0xFF, 0xFF};
    struct ocsp_response response;

    ok(ocsp_response_parse(slice_of(der, sizeof(der)), &response, NULL), "another responseType");
    ok(response.has_response_bytes && !response.is_basic, "is not a BasicOCSPResponse");
    ok(slice_equal(response.response, SLICE("\xFF\xFF")), "its bytes are kept");
}

/* At the limit the bytes are looked at, over it they are not. */
static void test_limit(void)
{
    static uint8_t large[LIMIT_OCSP + 1];
    struct ocsp_response response;
    struct error e = {0};

    ok(!ocsp_response_parse(slice_of(large, LIMIT_OCSP), &response, &e) && e.code == ERROR_DER,
       "102400 bytes are read");
    ok(!ocsp_response_parse(slice_of(large, LIMIT_OCSP + 1), &response, &e) &&
           e.code == ERROR_LIMIT,
       "102401 bytes are over the limit");
    is_string(e.text, "expected an OCSP response of at most 102400 bytes, found 102401",
              "the limit is named");
}

/* Every response that is cut anywhere is refused. */
static void test_cut(void)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct ocsp_response response;
    size_t read = 0;

    build(&b, &usual);
    for (size_t len = 0; len < b.len; len++)
        read += ocsp_response_parse(slice_first(buffer_slice(&b), len), &response, NULL);
    is_int((intmax_t)read, 0, "none that is cut is read");
}

int main(void)
{
    test_usual();
    test_accepted();
    test_refused();
    test_statuses();
    test_other_type();
    test_limit();
    test_cut();
    return tap_done();
}
