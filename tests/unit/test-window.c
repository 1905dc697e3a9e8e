/* SPDX-License-Identifier: Apache-2.0 */
#include "timestamp.h"
#include "window.h"

#include "compiler.h"
#include "tap.h"

#define NONE  (-1) /* no such policy */
#define OPEN  INT64_MAX
#define Y2038 INT64_C(2147483647)
#define Y2050 INT64_C(2524608000)
#define DAY   INT64_C(86400)
#define CRL   WINDOW_UPDATE
#define CERT  WINDOW_VALIDITY

static const struct {
    const char *name;
    enum window_kind kind;
    int64_t start, end, at; /* end OPEN: there is none */
    int64_t skew, max_age, warn, crit;
    const char *reason;
    bool warns;
} cases[] = {
    {"inside", CRL, 100, 200, 150, 0, NONE, NONE, NONE, NULL, false},
    {"at its start", CRL, 100, 200, 100, 0, NONE, NONE, NONE, NULL, false},
    {"at its end", CRL, 100, 200, 200, 0, NONE, NONE, NONE, NULL, false},
    {"a second before", CRL, 100, 200, 99, 0, NONE, NONE, NONE, "this-update-future", false},
    {"a second behind", CRL, 100, 200, 201, 0, NONE, NONE, NONE, "next-update-past", false},
    {"before, within the skew", CRL, 100, 200, 90, 10, NONE, NONE, NONE, NULL, false},
    {"before, beyond the skew", CRL, 100, 200, 89, 10, NONE, NONE, NONE, "this-update-future",
     false},
    {"behind, within the skew", CRL, 100, 200, 210, 10, NONE, NONE, NONE, NULL, false},
    {"behind, beyond the skew", CRL, 100, 200, 211, 10, NONE, NONE, NONE, "next-update-past",
     false},
    {"a window of one second", CRL, 100, 100, 100, 0, NONE, NONE, NONE, NULL, false},
    {"inverted", CRL, 200, 100, 150, 0, NONE, NONE, NONE, "window-inverted", false},
    {"inverted, whatever the skew", CRL, 200, 199, 200, 300, NONE, NONE, NONE, "window-inverted",
     false},
    {"no end", CRL, 100, OPEN, 1000000, 0, NONE, NONE, NONE, NULL, false},
    {"no end, before the start", CRL, 100, OPEN, 99, 0, NONE, NONE, NONE, "this-update-future",
     false},
    {"no end never ends soon", CRL, 100, OPEN, 150, 0, NONE, DAY, DAY, NULL, false},
    {"as old as may be", CRL, 100, 200, 150, 0, 50, NONE, NONE, NULL, false},
    {"a second too old", CRL, 100, 200, 151, 0, 50, NONE, NONE, "too-old", false},
    {"too old without an end", CRL, 100, OPEN, 151, 0, 50, NONE, NONE, "too-old", false},
    {"an age of nothing", CRL, 100, 200, 100, 0, 0, NONE, NONE, NULL, false},
    {"past counts before too old", CRL, 100, 200, 201, 0, 50, NONE, NONE, "next-update-past",
     false},
    {"a certificate has no age", CERT, 100, 200, 151, 0, 50, NONE, NONE, NULL, false},
    {"a certificate before", CERT, 100, 200, 99, 0, NONE, NONE, NONE, "certificate-not-yet-valid",
     false},
    {"a certificate behind", CERT, 100, 200, 201, 0, NONE, NONE, NONE, "certificate-expired",
     false},
    {"a certificate inverted", CERT, 200, 100, 150, 0, NONE, NONE, NONE, "window-inverted", false},
    {"enough is left", CRL, 100, 200, 150, 0, NONE, 50, NONE, NULL, false},
    {"a second less is left", CRL, 100, 200, 151, 0, NONE, 50, NONE, NULL, true},
    {"enough for crit", CRL, 100, 200, 150, 0, NONE, NONE, 50, NULL, false},
    {"a second less than crit", CRL, 100, 200, 151, 0, NONE, NONE, 50, "ends-soon", false},
    {"crit goes before warn", CRL, 100, 200, 180, 0, NONE, 50, 30, "ends-soon", false},
    {"warn before crit is reached", CRL, 100, 200, 160, 0, NONE, 50, 30, NULL, true},
    {"behind its end within the skew is less than crit", CRL, 100, 200, 205, 10, NONE, NONE, 1,
     "ends-soon", false},
    {"a miss does not warn", CRL, 100, 200, 201, 0, NONE, DAY, NONE, "next-update-past", false},
    {"over 2038", CRL, Y2038 - 1, Y2038 + DAY, Y2038 + 1, 0, NONE, NONE, NONE, NULL, false},
    {"over 2050", CERT, Y2050 - 1, Y2050 + 1, Y2050, 0, NONE, NONE, NONE, NULL, false},
    {"until 9999", CERT, 0, TIMESTAMP_MAX, TIMESTAMP_MAX, 0, NONE, NONE, NONE, NULL, false},
    {"since 1950", CERT, -20 * 365 * DAY, 0, -1, 0, NONE, NONE, NONE, NULL, false},
    {"the last moment there is", CERT, 0, TIMESTAMP_MAX, INT64_MAX, 0, NONE, NONE, NONE,
     "certificate-expired", false},
    {"the first moment there is", CERT, 0, TIMESTAMP_MAX, INT64_MIN, 0, NONE, NONE, NONE,
     "certificate-not-yet-valid", false},
    {"the largest skew", CERT, 0, 1, INT64_MIN, INT64_MAX, NONE, NONE, NONE, NULL, false},
};

static const struct {
    int64_t from, to, span;
} spans[] = {
    {0, 0, 0},
    {100, 349409, 349309},
    {349409, 100, -349309},
    {-5, 5, 10},
    {INT64_MIN, INT64_MAX, INT64_MAX},
    {INT64_MAX, INT64_MIN, -INT64_MAX},
    {0, INT64_MIN, -INT64_MAX},
    {-1, INT64_MAX, INT64_MAX},
    {INT64_MIN, INT64_MIN, 0},
    {INT64_MAX, INT64_MAX, 0},
    {1, INT64_MIN, -INT64_MAX},
};

/* With the lightweight profile; at 150, with no skew. */
static const struct {
    int64_t start, end;
    const char *reason;
} lightweight[] = {
    {100, 200, "met"},
    {100, OPEN, "next-update-missing"},
    {151, OPEN, "this-update-future"},
    {100, 149, "next-update-past"},
};

static void check_lightweight(void)
{
    struct window_policy policy = {.wants_end = true};

    for (size_t i = 0; i < ARRAY_SIZE(lightweight); i++) {
        int64_t end = lightweight[i].end;
        struct window window = {CRL, lightweight[i].start, end != OPEN, end};
        enum window_reason reason = window_judge(&window, 150, &policy).reason;

        is_string(reason == WINDOW_MET ? "met" : window_reason_word(CRL, reason),
                  lightweight[i].reason, "lightweight");
    }
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct window window = {cases[i].kind, cases[i].start, cases[i].end != OPEN, cases[i].end};
        struct window_policy policy = {
            .skew = cases[i].skew,
            .has_max_age = cases[i].max_age != NONE,
            .max_age = cases[i].max_age,
            .has_warn = cases[i].warn != NONE,
            .warn = cases[i].warn,
            .has_crit = cases[i].crit != NONE,
            .crit = cases[i].crit,
        };
        struct window_judgement judgement = window_judge(&window, cases[i].at, &policy);
        const char *reason = window_reason_word(window.kind, judgement.reason);

        is_string(reason != NULL ? reason : "met",
                  cases[i].reason != NULL ? cases[i].reason : "met", cases[i].name);
        ok(judgement.warns == cases[i].warns, "%s: %s", cases[i].name,
           cases[i].warns ? "warns" : "does not warn");
    }
    check_lightweight();
    for (size_t i = 0; i < ARRAY_SIZE(spans); i++)
        is_int(window_span(spans[i].from, spans[i].to), spans[i].span, "a span");
    return tap_done();
}
