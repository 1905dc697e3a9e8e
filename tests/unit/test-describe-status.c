/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of a status, as people and as programs see it. With the argument "json" the records
 * are written, for whoever holds them against the schema.
 */
#include "describe-status.h"
#include "tap.h"

#include "judge-case.h"

#include <stdlib.h>

static const struct {
    const char *name;
    const char *response; /* null: none came */
    const char *crl;      /* null: none was asked for */
    unsigned policy;
    bool verbose;
    const char *text[6]; /* lines of the text */
    const char *data;    /* a piece of the JSON */
} cases[] = {
    {"good",
     "response-delegated",
     NULL,
     0,
     false,
     {"good  leaf.pem",
      "    Subject: C=GB, ST=Greater Manchester, L=Salford, O=Example Limited, "
      "CN=www.example.test",
      "    Serial Number: 5B25CE6907C4265566D3390C99A954AD",
      "    OCSP  good  http://ocsp.example.test/issuing",
      "        signer  delegated  C=GB, O=Example Trust, CN=Example OCSP Signer",
      "        thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |=========#-------------|  in 4 d 2 "
      "h"
      "  2018-01-18T22:44:51Z  nextUpdate"},
     "\"status\":\"good\",\"decidedBy\":\"ocsp\",\"thisUpdate\":\"2018-01-11T22:44:51Z\","
     "\"nextUpdate\":\"2018-01-18T22:44:51Z\",\"evidence\":[{\"kind\":\"ocsp\","},
    {"revoked",
     "response-revoked",
     NULL,
     0,
     false,
     {"revoked  leaf.pem  keyCompromise  since  2018-01-09T12:00:00Z  5 d 8 h ago",
      "        signer  issuer  C=GB, O=Example Trust, CN=Example Issuing CA"},
     "\"status\":\"revoked\",\"reason\":\"revoked\",\"decidedBy\":\"ocsp\","
     "\"revocationTime\":\"2018-01-09T12:00:00Z\",\"revocationReason\":\"keyCompromise\","},
    {"never issued",
     "response-never-issued",
     NULL,
     0,
     false,
     {"        note  revoked  certificateHold since 1970: the issuer has never issued it  "
      "RFC 6960 2.2"},
     "\"verdict\":\"no\""},
    {"unknown",
     "response-unknown",
     NULL,
     0,
     false,
     {"unknown  leaf.pem  status-unknown  the responder does not know the certificate",
      "    OCSP  unknown  http://ocsp.example.test/issuing"},
     "\"verdict\":\"undetermined\""},
    {"stale",
     "response-stale",
     "crl-stale",
     0,
     false,
     {"undetermined  leaf.pem  next-update-past  the answer is out of date",
      "        failed  next-update-past  nextUpdate was 6 d 20 h ago  RFC 6960 4.2.2.1",
      "        failed  too-old  thisUpdate was 13 d 20 h ago, wanted at most 10 d  RFC 6960 3.2",
      "    CRL  undetermined  http://crl.example.test/issuing.crl",
      "        failed  next-update-past  nextUpdate was 6 d 20 h ago  RFC 5280 5.1.2.5"},
     "\"status\":\"undetermined\",\"reason\":\"next-update-past\",\"evidence\":"},
    {"malformed",
     "bad/response-time-31-february",
     NULL,
     0,
     false,
     {"undetermined  leaf.pem  response-malformed  the answer is no well-formed OCSP response",
      "        failed  response-malformed  responseBytes.response.tbsResponseData.responses[0]."
      "thisUpdate: expected a day of 01 to 28, found 31 (byte 161)  RFC 6960 4.2.1"},
     "{\"name\":\"structure\",\"result\":\"fail\",\"reason\":\"response-malformed\","
     "\"reference\":\"RFC 6960 4.2.1\",\"detail\":\"responseBytes.response."},
    {"a dead responder",
     NULL,
     "crl-leaf-revoked",
     0,
     false,
     {"revoked  leaf.pem  keyCompromise  since  2018-01-09T12:00:00Z  5 d 8 h ago",
      "    OCSP  undetermined  network-failure  http://ocsp.example.test/issuing  "
      "Connection refused",
      "    CRL  revoked  http://crl.example.test/issuing.crl"},
     "{\"kind\":\"ocsp\",\"url\":\"http://ocsp.example.test/issuing\",\"status\":"
     "\"undetermined\",\"reason\":\"network-failure\",\"detail\":\"Connection refused\"}"},
    {"sources that disagree",
     "response-signer-checked",
     "crl-leaf-revoked",
     SENT_NONCE,
     false,
     {"revoked  leaf.pem  keyCompromise  since  2018-01-09T12:00:00Z  5 d 8 h ago",
      "    OCSP  good  http://ocsp.example.test/issuing",
      "        note  nonce-missing  a nonce was sent, and none came back  RFC 9654 2.1",
      "    Note: another source says good; a revoked goes before it"},
     "\"notes\":[\"another source says good; a revoked goes before it\"]"},
    {"a departure from DER",
     "response-version-1",
     NULL,
     0,
     false,
     {"good  leaf.pem",
      "        Note: a default value is written out, which DER forbids (X.690 11.5)"},
     "],\"notes\":[\"a default value is written out, which DER forbids (X.690 11.5)\"]}]"},
    {"all checks",
     "response-revoked-delegated",
     NULL,
     0,
     true,
     {"        passed  signature-strength  RFC 6960 4.3", "        skipped  nonce  RFC 9654 2.1",
      "        says  revoked  the certificate is revoked  RFC 6960 2.2"},
     "{\"name\":\"nonce\",\"result\":\"skip\",\"reference\":\"RFC 9654 2.1\"}"},
};

/* What is known of the case, and the record of it. */
static void describe(size_t i, struct report *r, struct buffer *scratch)
{
    struct judge_case row = {.cert = "leaf", .issuer = "intermediate", .policy = cases[i].policy};
    struct case_setting setting = {.crls = {NULL}};
    struct record_head head = {"status", SLICE("leaf.pem"), 0};
    struct judgement response, crl;
    struct revocation revocation;
    struct evidence evidence[] = {
        {EVIDENCE_OCSP, SLICE("http://ocsp.example.test/issuing"), &response, REASON_NONE,
         SLICE_NONE},
        {EVIDENCE_CRL, SLICE("http://crl.example.test/issuing.crl"), &crl, REASON_NONE, SLICE_NONE},
    };
    struct status_view view = {.source = head.source,
                               .cert = &setting.cert,
                               .revocation = &revocation,
                               .evidence = evidence,
                               .evidence_count = cases[i].crl != NULL ? 2 : 1,
                               .verbose = cases[i].verbose};

    case_set(&row, &setting);
    view.at = setting.question.at;
    if (cases[i].response != NULL)
        judge_response(case_read(cases[i].response), &setting.question, &setting.policy, NULL,
                       &response);
    else
        evidence[0] = (struct evidence){EVIDENCE_OCSP, evidence[0].url, NULL,
                                        REASON_NETWORK_FAILURE, SLICE("Connection refused")};
    if (cases[i].crl != NULL)
        judge_crl(case_read(cases[i].crl), &setting.question, &setting.policy, NULL, &crl);
    revocation_decide(&setting.cert, evidence, view.evidence_count, &revocation);
    report_begin_record(r, &head);
    describe_status(r, &view, scratch);
    report_end_record(r);
}

/* The record, as a string that is valid until the next. */
static const char *write_record(size_t i, enum report_format format)
{
    static char text[65536];
    struct buffer scratch CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_LINE);
    struct report r;

    report_init(&r, format, false);
    describe(i, &r, &scratch);
    (void)snprintf(text, sizeof(text), "\n%.*s", (int)r.out.len, (const char *)r.out.data);
    report_free(&r);
    return text;
}

static bool has_line(const char *text, const char *line)
{
    char wanted[512];

    (void)snprintf(wanted, sizeof(wanted), "\n%s\n", line);
    return strstr(text, wanted) != NULL;
}

static void check_case(size_t i)
{
    const char *text = write_record(i, REPORT_TEXT);

    for (size_t k = 0; k < ARRAY_SIZE(cases[i].text) && cases[i].text[k] != NULL; k++) {
        if (!ok(has_line(text, cases[i].text[k]), "%s: %.60s", cases[i].name, cases[i].text[k]))
            printf("# wanted: %s\n# in: %s\n", cases[i].text[k], text);
    }
    text = write_record(i, REPORT_JSON);
    if (!ok(strstr(text, cases[i].data) != NULL, "%s in JSON", cases[i].name))
        printf("# wanted: %s\n# in: %s\n", cases[i].data, text);
}

int main(int argc, char **argv)
{
    bool writes = argc > 1 && strcmp(argv[1], "json") == 0;

    if (fixtures_folder() == NULL || fixture_read("root.der").data == NULL) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return 0;
    }
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        if (writes)
            printf("%s", write_record(i, REPORT_JSON) + 1);
        else
            check_case(i);
    }
    return writes ? 0 : tap_done();
}
