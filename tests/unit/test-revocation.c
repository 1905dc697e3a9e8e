/* SPDX-License-Identifier: Apache-2.0 */
/* What several answers about one certificate come to, and what is said where there is none. */
#include "cert.h"
#include "revocation.h"
#include "tap.h"
#include "timestamp.h"

#define GOOD         REVOCATION_GOOD
#define REVOKED      REVOCATION_REVOKED
#define UNKNOWN      REVOCATION_UNKNOWN
#define UNDETERMINED REVOCATION_UNDETERMINED
#define ABSENT       (-1) /* no answer came */

static const struct {
    int first, second, third; /* a status, or ABSENT */
    size_t count;
    enum revocation_status status;
    size_t decided_by;
    bool disagree;
    const char *reason;
} cases[] = {
    {GOOD, 0, 0, 1, GOOD, 0, false, ""},
    {REVOKED, 0, 0, 1, REVOKED, 0, false, "revoked"},
    {UNKNOWN, 0, 0, 1, UNKNOWN, 0, false, "status-unknown"},
    {UNDETERMINED, 0, 0, 1, UNDETERMINED, 0, false, "too-old"},
    {ABSENT, 0, 0, 1, UNDETERMINED, 0, false, "network-failure"},
    {GOOD, REVOKED, 0, 2, REVOKED, 1, true, "revoked"},
    {REVOKED, GOOD, 0, 2, REVOKED, 0, true, "revoked"},
    {UNKNOWN, GOOD, 0, 2, GOOD, 1, false, ""},
    {GOOD, UNKNOWN, 0, 2, GOOD, 0, false, ""},
    {UNKNOWN, REVOKED, 0, 2, REVOKED, 1, false, "revoked"},
    {UNDETERMINED, GOOD, 0, 2, GOOD, 1, false, ""},
    {UNDETERMINED, UNKNOWN, 0, 2, UNKNOWN, 1, false, "status-unknown"},
    {UNDETERMINED, ABSENT, 0, 2, UNDETERMINED, 0, false, "too-old"},
    {ABSENT, UNDETERMINED, 0, 2, UNDETERMINED, 1, false, "too-old"},
    {ABSENT, ABSENT, GOOD, 3, GOOD, 2, false, ""},
    {GOOD, GOOD, REVOKED, 3, REVOKED, 2, true, "revoked"},
    {GOOD, GOOD, GOOD, 3, GOOD, 0, false, ""},
};

static void set(struct evidence *evidence, struct judgement *judgement, int status)
{
    static const enum reason reasons[] = {
        [REVOCATION_UNDETERMINED] = REASON_TOO_OLD,
        [REVOCATION_GOOD] = REASON_NONE,
        [REVOCATION_REVOKED] = REASON_REVOKED,
        [REVOCATION_UNKNOWN] = REASON_STATUS_UNKNOWN,
    };

    *evidence = (struct evidence){.kind = EVIDENCE_OCSP, .reason = REASON_NETWORK_FAILURE};
    if (status == ABSENT)
        return;
    judgement->status = (enum revocation_status)status;
    judgement->reason = reasons[status];
    evidence->judgement = judgement;
}

static void check_case(size_t i)
{
    static struct judgement judgements[3];
    struct evidence evidence[3];
    struct revocation revocation;
    struct cert cert = {.version = CERT_V3};
    const char *reason;

    set(&evidence[0], &judgements[0], cases[i].first);
    set(&evidence[1], &judgements[1], cases[i].second);
    set(&evidence[2], &judgements[2], cases[i].third);
    revocation_decide(&cert, evidence, cases[i].count, &revocation);
    reason = reason_word(revocation.reason);
    ok(revocation.status == cases[i].status &&
           revocation.decided_by == &evidence[cases[i].decided_by],
       "case %zu: %s", i, revocation_status_word(cases[i].status));
    ok(revocation.disagree == cases[i].disagree, "case %zu: the sources %s", i,
       cases[i].disagree ? "disagree" : "agree");
    is_string(reason != NULL ? reason : "", cases[i].reason, "its reason");
}

/* --- no evidence at all */

#define NO_REV_AVAIL "\x30\x09\x06\x03\x55\x1D\x38\x04\x02\x05\x00"
#define IS_CA        "\x30\x0F\x06\x03\x55\x1D\x13\x01\x01\xFF\x04\x05\x30\x03\x01\x01\xFF"

static const struct {
    const char *name;
    const char *from, *to;
    struct slice extension;
    const char *reason;
} missing[] = {
    {"a year", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z", SLICE_CONST(""),
     "no-revocation-information"},
    {"a year, noRevAvail", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z",
     SLICE_CONST(NO_REV_AVAIL), "no-revocation-by-design"},
    {"ten days of 2024", "2024-03-15T00:00:00Z", "2024-03-24T23:59:59Z", SLICE_CONST(""),
     "no-revocation-by-design"},
    {"ten days of 2024 and a second", "2024-03-15T00:00:00Z", "2024-03-25T00:00:00Z",
     SLICE_CONST(""), "no-revocation-information"},
    {"ten days before they were short", "2024-03-14T23:59:59Z", "2024-03-20T00:00:00Z",
     SLICE_CONST(""), "no-revocation-information"},
    {"seven days of 2026", "2026-03-15T00:00:00Z", "2026-03-21T23:59:59Z", SLICE_CONST(""),
     "no-revocation-by-design"},
    {"seven days of 2026 and a second", "2026-03-15T00:00:00Z", "2026-03-22T00:00:00Z",
     SLICE_CONST(""), "no-revocation-information"},
    {"ten days, the last of the old rule", "2026-03-14T23:59:59Z", "2026-03-24T23:59:58Z",
     SLICE_CONST(""), "no-revocation-by-design"},
    {"seven days of a CA", "2026-03-15T00:00:00Z", "2026-03-21T23:59:59Z", SLICE_CONST(IS_CA),
     "no-revocation-information"},
};

static void check_missing(size_t i)
{
    struct cert cert = {.version = CERT_V3};
    struct revocation revocation;

    if (missing[i].extension.len > 0)
        cert.extensions = (struct extensions){missing[i].extension, 1};
    if (!ok(timestamp_parse(slice_of_string(missing[i].from), &cert.validity.not_before, NULL) &&
                timestamp_parse(slice_of_string(missing[i].to), &cert.validity.not_after, NULL),
            "%s: times", missing[i].name))
        return;
    revocation_decide(&cert, NULL, 0, &revocation);
    ok(revocation.status == REVOCATION_UNDETERMINED && revocation.decided_by == NULL,
       "%s: nothing is known", missing[i].name);
    is_string(reason_word(revocation.reason), missing[i].reason, missing[i].name);
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        check_case(i);
    for (size_t i = 0; i < ARRAY_SIZE(missing); i++)
        check_missing(i);
    return tap_done();
}
