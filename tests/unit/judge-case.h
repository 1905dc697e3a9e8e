/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cases for the two judges, and how they are run. A case is an answer about a certificate of an
 * issuer, at a moment, under a policy; wanted are the status and the check that decides, by name
 * and reason. Files are fixtures without their .der.
 *
 * The test of a judge includes its source, so that it can run the steps with one of them left out:
 * then at least one case has to come out wrong. judge-steps.h does so.
 */
#ifndef OCSPKIT_JUDGE_CASE_H
#define OCSPKIT_JUDGE_CASE_H

#include "manifest.h"
#include "timestamp.h"

/* What of the policy is not the default. */
enum judge_case_policy {
    ALLOW_SHA1 = 1 << 0,
    SENT_NONCE = 1 << 1,       /* the one of response-nonce */
    SENT_OTHER_NONCE = 1 << 2, /* as long, another one */
    REQUIRE_NONCE = 1 << 3,
    STRICT = 1 << 4,
    LIGHTWEIGHT = 1 << 5,
    MAX_AGE_HOUR = 1 << 6,
    MAX_AGE_YEAR = 1 << 7,
    NO_SKEW = 1 << 8,
};

struct judge_case {
    const char *answer;
    const char *cert;
    const char *issuer;
    unsigned policy;
    const char *at;      /* null: 2018-01-14T20:00:00Z */
    const char *trusted; /* a responder that is trusted by hand; null: none */
    const char *crl;     /* at hand, by which a delegate is looked for; null: none */
    enum revocation_status status;
    const char *reason; /* "" for good */
    const char *check;  /* the first that fails; "" where none does */
};

#define CASE_AT "2018-01-14T20:00:00Z"

/* Files stay in memory until the end, and so does what is kept of those that are CRLs. */
struct case_file {
    char name[128];
    struct slice bytes;
    struct kept_crl crl;
};

static inline struct case_file *case_file(const char *name)
{
    static struct case_file files[512];
    static size_t count;
    char path[256];
    struct slice bytes;
    uint8_t *copy;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    }
    (void)snprintf(path, sizeof(path), "%s.der", name);
    bytes = fixture_read(path);
    copy = malloc(bytes.len + 1);
    if (bytes.data == NULL || copy == NULL || count == ARRAY_SIZE(files)) {
        printf("Bail out! %s cannot be read\n", path);
        exit(1);
    }
    memcpy(copy, bytes.data, bytes.len);
    files[count].bytes = slice_of(copy, bytes.len);
    kept_crl_init(&files[count].crl, files[count].bytes);
    (void)snprintf(files[count].name, sizeof(files[count].name), "%s", name);
    return &files[count++];
}

static inline struct slice case_read(const char *name)
{
    return case_file(name)->bytes;
}

static inline struct kept_crl *case_crl(const char *name)
{
    return &case_file(name)->crl;
}

static inline struct cert case_cert(const char *name)
{
    struct cert cert;
    struct error e;

    if (!cert_parse(case_read(name), &cert, &e)) {
        printf("Bail out! %s: %s: %s\n", name, error_path(&e), e.text);
        exit(1);
    }
    return cert;
}

/* What a case asks; the pointers are into the struct itself. */
struct case_setting {
    struct cert cert, issuer, trusted;
    struct kept_crl *crls[1];
    uint8_t nonce[32];
    struct judge_question question;
    struct judge_policy policy;
};

static inline void case_set(const struct judge_case *row, struct case_setting *setting)
{
    unsigned bits = row->policy;
    struct judge_policy policy = {
        .skew = (bits & NO_SKEW) != 0 ? 0 : JUDGE_SKEW_DEFAULT,
        .has_max_age = (bits & (MAX_AGE_HOUR | MAX_AGE_YEAR)) != 0,
        .max_age = (bits & MAX_AGE_YEAR) != 0 ? 365 * 86400 : 3600,
        .lightweight = (bits & LIGHTWEIGHT) != 0,
        .allow_sha1 = (bits & ALLOW_SHA1) != 0,
        .require_nonce = (bits & REQUIRE_NONCE) != 0,
        .strict_responder = (bits & STRICT) != 0,
    };

    setting->cert = case_cert(row->cert);
    setting->issuer = case_cert(row->issuer);
    setting->policy = policy;
    setting->question = (struct judge_question){.cert = &setting->cert, .issuer = &setting->issuer};
    if (!timestamp_parse(slice_of_string(row->at != NULL ? row->at : CASE_AT),
                         &setting->question.at, NULL))
        printf("Bail out! %s: no time\n", row->at);
    for (size_t i = 0; i < sizeof(setting->nonce); i++)
        setting->nonce[i] = (uint8_t)(0xA0 + i + ((bits & SENT_OTHER_NONCE) != 0 ? 1 : 0));
    if ((bits & (SENT_NONCE | SENT_OTHER_NONCE)) != 0)
        setting->question.nonce = slice_of(setting->nonce, sizeof(setting->nonce));
    if (row->trusted != NULL) {
        setting->trusted = case_cert(row->trusted);
        setting->policy.responders = &setting->trusted;
        setting->policy.responder_count = 1;
    }
    if (row->crl != NULL) {
        setting->crls[0] = case_crl(row->crl);
        setting->policy.crls = setting->crls;
        setting->policy.crl_count = 1;
    }
}

/* Whether it came out as wanted. */
static inline bool case_holds(const struct judge_case *row, const struct judgement *judgement)
{
    const struct check *failure = verdict_failure(&judgement->verdict);
    const char *reason = reason_word(judgement->reason);

    return judgement->status == row->status &&
           strcmp(reason != NULL ? reason : "", row->reason) == 0 &&
           strcmp(failure != NULL ? failure->name : "", row->check) == 0;
}

static inline void case_explain(const struct judgement *judgement)
{
    const char *reason = reason_word(judgement->reason);

    printf("# found: %s, %s\n", revocation_status_word(judgement->status),
           reason != NULL ? reason : "no reason");
    for (size_t i = 0; i < judgement->verdict.count; i++) {
        const struct check *c = &judgement->verdict.checks[i];

        if (c->result == CHECK_FAIL || c->noted)
            printf("#   %s %s: %s\n", check_result_word(c->result), c->name, c->detail);
    }
}

#endif
