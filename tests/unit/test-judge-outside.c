/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The judges on files from outside, where they are at hand beside the source: real responses, and
 * the CRLs that another verifier is tested with. Their verdicts and ours are held against each
 * other; where ours is another one on purpose, it stands here with its reason.
 */
#include "judge-crl.c"

#include "base64.h"
#include "pem.h"
#include "tap.h"
#include "timestamp.h"

#include <stdlib.h>

#define TEXT_MAX ((size_t)1 << 20)
#define DER_MAX  ((size_t)1 << 18)

static bool load(const char *name, uint8_t *bytes, size_t size, size_t *len)
{
    const char *source = getenv("srcdir");
    char path[1024];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/../shared/data/%s", source != NULL ? source : ".", name);
    file = fopen(path, "rb");
    if (file == NULL)
        return false;
    *len = fread(bytes, 1, size, file);
    (void)fclose(file);
    return true;
}

/* Views into the bytes of a file are used until the end. */
static struct slice keep(struct slice bytes)
{
    static struct buffer kept[512];
    static size_t count;

    if (count == ARRAY_SIZE(kept))
        return SLICE_NONE;
    kept[count] = (struct buffer)BUFFER_INIT(DER_MAX);
    if (!buffer_append(&kept[count], bytes, NULL))
        return SLICE_NONE;
    return buffer_slice(&kept[count++]);
}

/* The object of a PEM file with that label, from 0; an empty slice where there is none. */
static struct slice find_block(struct slice text, const char *label, size_t number)
{
    struct buffer der CLEANUP(buffer_free) = BUFFER_INIT(DER_MAX);
    struct pem_block block;
    bool found;

    while (pem_next(&text, &block, &found, NULL) && found) {
        if (!slice_is(block.label, label) || number-- > 0)
            continue;
        if (base64_decode(block.body, &der, NULL))
            return keep(buffer_slice(&der));
    }
    return SLICE_NONE;
}

/* A file, or of a PEM file one certificate: "chain.pem#1". */
static struct slice read_object(const char *name)
{
    static uint8_t text[TEXT_MAX];
    char path[512];
    const char *mark = strchr(name, '#');
    size_t len;

    (void)snprintf(path, sizeof(path), "%.*s",
                   (int)(mark != NULL ? (size_t)(mark - name) : strlen(name)), name);
    if (!load(path, text, sizeof(text), &len))
        return SLICE_NONE;
    if (mark != NULL)
        return find_block(slice_of(text, len), "CERTIFICATE", (size_t)(mark[1] - '0'));
    return keep(slice_of(text, len));
}

/* --- responses */

/* Where there is no certificate, it is one of the issuer with the serial number that the response
 * is about. */
static const struct {
    const char *response;
    const char *issuer;
    const char *cert;
    const char *at;
    bool allow_sha1;
    bool year; /* as old as that may it be */
    enum revocation_status status;
    const char *reason;
} responses[] = {
    {"gnutls-ocsp/response1.der", "gnutls-ocsp/certs/ca.pem#0", NULL, "2016-04-22T00:00:00Z", false,
     false, REVOCATION_UNDETERMINED, "next-update-missing"},
    {"gnutls-ocsp/response1.der", "gnutls-ocsp/certs/ca.pem#0", NULL, "2016-04-22T00:00:00Z", false,
     true, REVOCATION_UNKNOWN, "status-unknown"},
    {"gnutls-ocsp/response2.der", "gnutls-ocsp/certs/ca.pem#0", NULL, "2016-04-22T00:00:00Z", false,
     true, REVOCATION_UNKNOWN, "status-unknown"},
    {"gnutls-ocsp/response3.der", "gnutls-ocsp/certs/ca.pem#0", NULL, "2016-04-22T00:00:00Z", false,
     true, REVOCATION_UNDETERMINED, "responder-try-later"},
    {"gnutls-ocsp/signer-verify/response-ca.der", "gnutls-ocsp/signer-verify/trust.pem#0", NULL,
     "2021-07-14T00:00:00Z", false, false, REVOCATION_GOOD, ""},
    {"gnutls-ocsp/signer-verify/response-delegated.der", "gnutls-ocsp/signer-verify/trust.pem#0",
     NULL, "2021-07-14T00:00:00Z", false, false, REVOCATION_GOOD, ""},
    {"gnutls-ocsp/signer-verify/response-non-delegated.der",
     "gnutls-ocsp/signer-verify/trust.pem#0", NULL, "2021-07-14T00:00:00Z", false, false,
     REVOCATION_UNDETERMINED, "signer-not-authorized"},
    {"gnutls-ocsp/certs/ocsp-amazon.com.der", "gnutls-ocsp/certs/chain-amazon.com.pem#1",
     "gnutls-ocsp/certs/chain-amazon.com.pem#0", "2017-06-19T00:00:00Z", true, false,
     REVOCATION_GOOD, ""},
    {"gnutls-ocsp/certs/ocsp-amazon.com.der", "gnutls-ocsp/certs/chain-amazon.com.pem#1",
     "gnutls-ocsp/certs/chain-amazon.com.pem#0", "2017-06-19T00:00:00Z", false, false,
     REVOCATION_UNDETERMINED, "signature-weak"},
    {"gnutls-ocsp/certs/ocsp-akamai.com.der", "gnutls-ocsp/certs/chain-akamai.com.pem#1",
     "gnutls-ocsp/certs/chain-akamai.com.pem#0", "2017-06-29T00:00:00Z", false, false,
     REVOCATION_GOOD, ""},
    {"gnutls-ocsp/certs/ocsp-akamai.com.der", "gnutls-ocsp/certs/chain-amazon.com.pem#1",
     "gnutls-ocsp/certs/chain-akamai.com.pem#0", "2017-06-29T00:00:00Z", false, false,
     REVOCATION_UNDETERMINED, "signer-not-authorized"},
    {"gnutls-ocsp/certs/ocsp-staple-unrelated.der", "gnutls-ocsp/certs/chain-amazon.com.pem#1",
     "gnutls-ocsp/certs/chain-amazon.com.pem#0", "2016-06-01T00:00:00Z", true, false,
     REVOCATION_UNDETERMINED, "certificate-not-covered"},
    {"gnutls-ocsp/certs/ocsp-staple-empty.der", "gnutls-ocsp/certs/chain-amazon.com.pem#1",
     "gnutls-ocsp/certs/chain-amazon.com.pem#0", "2017-06-19T00:00:00Z", true, false,
     REVOCATION_UNDETERMINED, "response-malformed"},
    {"gnutls-ocsp/embedded/resp1.der", "gnutls-ocsp/certs/ca.pem#0", NULL, "2016-04-22T00:00:00Z",
     false, false, REVOCATION_UNDETERMINED, "responder-malformed-request"},
    {"gnutls-ocsp/embedded/blog_resp.der", "gnutls-ocsp/embedded/blog_issuer_data.pem#0",
     "gnutls-ocsp/embedded/blog_cert_data.pem#0", "2012-01-14T00:00:00Z", true, false,
     REVOCATION_GOOD, ""},
    {"gnutls-ocsp/embedded/truncated_eku_resp.der", "gnutls-ocsp/embedded/truncated_eku_data.pem#0",
     NULL, "2012-03-25T00:00:00Z", true, false, REVOCATION_UNDETERMINED, "signer-not-authorized"},
    {"golang-xcrypto-ocsp/ocspResponse.der", "golang-xcrypto-ocsp/GTSRoot.pem#0", NULL,
     "2021-11-10T00:00:00Z", false, false, REVOCATION_GOOD, ""},
    {"golang-xcrypto-ocsp/ocspResponseWithoutCert.der", "golang-xcrypto-ocsp/startCom.der", NULL,
     "2013-06-20T00:00:00Z", true, false, REVOCATION_UNDETERMINED, "signer-not-found"},
    {"golang-xcrypto-ocsp/errorResponse.der", "golang-xcrypto-ocsp/startCom.der", NULL,
     "2013-06-20T00:00:00Z", true, false, REVOCATION_UNDETERMINED, "responder-malformed-request"},
};

static bool read_cert(const char *name, struct cert *cert)
{
    return cert_parse(read_object(name), cert, NULL);
}

static struct cert make_cert(const struct cert *issuer, struct slice response)
{
    static struct ocsp_response parsed;
    struct cert cert = *issuer;

    cert.extensions = (struct extensions){SLICE_NONE, 0};
    cert.validity.not_after = TIMESTAMP_MAX;
    if (ocsp_response_parse(response, &parsed, NULL) && parsed.is_basic)
        cert.serial_number = parsed.basic.response_data.first_response.cert_id.serial_number;
    return cert;
}

static bool is_judged(const struct judgement *judgement, enum revocation_status status,
                      const char *reason)
{
    const char *found = reason_word(judgement->reason);
    bool same = judgement->status == status && strcmp(found != NULL ? found : "", reason) == 0;

    if (!same)
        printf("# found: %s %s\n", revocation_status_word(judgement->status),
               found != NULL ? found : "");
    return same;
}

static void check_response(size_t i)
{
    struct slice der = read_object(responses[i].response);
    struct judge_policy policy = {.skew = JUDGE_SKEW_DEFAULT,
                                  .has_max_age = responses[i].year,
                                  .max_age = 365 * 86400,
                                  .allow_sha1 = responses[i].allow_sha1};
    struct judge_question question = {.at = 0};
    struct judgement judgement;
    struct cert issuer, cert;

    if (!ok(der.data != NULL && read_cert(responses[i].issuer, &issuer), "%s can be read",
            responses[i].response))
        return;
    if (responses[i].cert == NULL)
        cert = make_cert(&issuer, der);
    else if (!ok(read_cert(responses[i].cert, &cert), "%s can be read", responses[i].cert))
        return;
    question.cert = &cert;
    question.issuer = &issuer;
    if (!timestamp_parse(slice_of_string(responses[i].at), &question.at, NULL))
        return;
    judge_response(der, &question, &policy, NULL, &judgement);
    ok(is_judged(&judgement, responses[i].status, responses[i].reason), "%s: %s %s",
       responses[i].response, revocation_status_word(responses[i].status), responses[i].reason);
}

/* --- CRLs: a file has a CRL, its issuer and a certificate */

#define CRL_FOLDER "boringssl-crl"

/* 2017-03-09, and a week is as old as a CRL may be there. */
#define CRL_AT      1489017600
#define CRL_MAX_AGE 604800

/* What is judged otherwise here. */
static const struct {
    const char *file;
    enum revocation_status status;
    const char *why;
} departures[] = {
    {"good_no_nextupdate.pem", REVOCATION_UNDETERMINED, "RFC 5280 5.1.2.5 wants nextUpdate"},
    {"good_fake_extension_no_nextupdate.pem", REVOCATION_UNDETERMINED,
     "RFC 5280 5.1.2.5 wants nextUpdate"},
    {"revoked_no_nextupdate.pem", REVOCATION_UNDETERMINED, "RFC 5280 5.1.2.5 wants nextUpdate"},
    {"good_key_rollover.pem", REVOCATION_UNDETERMINED, "only the issuer's own key signs its CRL"},
    {"revoked_key_rollover.pem", REVOCATION_UNDETERMINED,
     "only the issuer's own key signs its CRL"},
    {"bad_fake_critical_crlentryextension.pem", REVOCATION_REVOKED,
     "what is listed is revoked, whatever an entry behind it holds"},
};

static void pass(struct crl_inquiry *q, struct check *c)
{
    (void)q;
    check_pass(c);
}

/* Their keys have 1024 bits: the strength is not looked at. */
static void judge_weak(struct slice der, struct crl_inquiry *q)
{
    struct kept_crl crl CLEANUP(kept_crl_free);
    struct crl_step rows[ARRAY_SIZE(steps)];

    kept_crl_init(&crl, der);
    q->kept = &crl;
    memcpy(rows, steps, sizeof(rows));
    for (size_t i = 0; i < ARRAY_SIZE(steps); i++) {
        if (rows[i].check == check_strength)
            rows[i].check = pass;
    }
    judgement_start(q->judgement);
    judge_by(rows, q);
}

static enum revocation_status wanted_of(const char *file, const char *word, const char **why)
{
    *why = "as there";
    for (size_t i = 0; i < ARRAY_SIZE(departures); i++) {
        if (strcmp(departures[i].file, file) == 0) {
            *why = departures[i].why;
            return departures[i].status;
        }
    }
    if (strcmp(word, "GOOD") == 0)
        return REVOCATION_GOOD;
    return strcmp(word, "REVOKED") == 0 ? REVOCATION_REVOKED : REVOCATION_UNDETERMINED;
}

static void check_crl(const char *file, const char *word)
{
    static uint8_t text[TEXT_MAX];
    char path[256];
    struct judge_policy policy = {.skew = 0, .has_max_age = true, .max_age = CRL_MAX_AGE};
    struct judgement judgement;
    struct cert issuer, cert;
    struct judge_question question = {&cert, &issuer, CRL_AT, SLICE_NONE};
    struct crl_inquiry q = {.question = &question, .policy = &policy, .judgement = &judgement};
    enum revocation_status wanted;
    const char *why;
    size_t len = 0;

    (void)snprintf(path, sizeof(path), CRL_FOLDER "/%s", file);
    if (!ok(load(path, text, sizeof(text), &len) &&
                cert_parse(find_block(slice_of(text, len), "CA CERTIFICATE", 0), &issuer, NULL) &&
                cert_parse(find_block(slice_of(text, len), "CERTIFICATE", 0), &cert, NULL),
            "%s can be read", path))
        return;
    judge_weak(find_block(slice_of(text, len), "CRL", 0), &q);
    wanted = wanted_of(file, word, &why);
    if (!ok(judgement.status == wanted, "%s: %s, %s", file, revocation_status_word(wanted), why))
        printf("# found: %s, %s\n", revocation_status_word(judgement.status),
               reason_word(judgement.reason));
}

static void check_crls(void)
{
    static uint8_t text[TEXT_MAX];
    size_t len = 0;

    if (!load(CRL_FOLDER "/expected.tsv", text, sizeof(text) - 1, &len)) {
        printf("# skipped: the CRLs are not there\n");
        return;
    }
    text[len] = '\0';
    for (char *line = strtok((char *)text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char file[128];
        char word[32];

        if (line[0] != '#' && sscanf(line, "%127s %31s", file, word) == 2)
            check_crl(file, word);
    }
}

int main(void)
{
    uint8_t byte;
    size_t len;

    if (!load("gnutls-ocsp/response1.der", &byte, 1, &len)) {
        printf("1..0 # SKIP no files from outside beside the source\n");
        return 0;
    }
    for (size_t i = 0; i < ARRAY_SIZE(responses); i++)
        check_response(i);
    check_crls();
    return tap_done();
}
