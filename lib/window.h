/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether an object is in time at a moment, by its own times alone. Both ends of a window belong to
 * it. No clock, no signature, no status: an old forgery may well be in its window.
 */
#ifndef OCSPKIT_WINDOW_H
#define OCSPKIT_WINDOW_H

#include "duration.h"
#include "reason.h"

#include <stdbool.h>
#include <stdint.h>

/* Which times a window is made of; the reasons are named after them. */
enum window_kind {
    WINDOW_UPDATE,   /* thisUpdate, nextUpdate: RFC 6960 4.2.2.1, RFC 5280 5.1.2.4 and 5.1.2.5 */
    WINDOW_VALIDITY, /* notBefore, notAfter: RFC 5280 4.1.2.5 */
};

/* All times are seconds since 1970 UTC. */
struct window {
    enum window_kind kind;
    int64_t start;
    bool has_end; /* nextUpdate is OPTIONAL */
    int64_t end;
};

/* Spans in seconds, none of them negative. */
struct window_policy {
    int64_t skew; /* how far clocks may differ: the window is wider by that on both sides */
    bool has_max_age;
    int64_t max_age; /* since thisUpdate; says nothing of WINDOW_VALIDITY */
    bool wants_end;  /* the lightweight profile: RFC 5019 2.2.4 */
    bool has_warn;
    int64_t warn; /* less than that is left: a warning */
    bool has_crit;
    int64_t crit; /* less than that is left: a miss */
};

enum window_reason {
    WINDOW_MET,
    WINDOW_INVERTED,     /* the end stands before the start */
    WINDOW_START_FUTURE, /* the start is after the moment + skew */
    WINDOW_END_MISSING,  /* there is none, and the policy wants one */
    WINDOW_END_PAST,     /* the end is before the moment - skew */
    WINDOW_TOO_OLD,      /* the start is before the moment - max_age */
    WINDOW_ENDS_SOON,    /* less than crit is left */
};

struct window_judgement {
    enum window_reason reason; /* the first that applies, in the order above; WINDOW_MET: in time */
    bool warns;                /* in time, but less than `warn` is left */
    int64_t since_start;       /* seconds from the start to the moment; negative: not begun */
    int64_t until_end;         /* seconds from the moment to the end; 0 where there is no end */
};

/*
 * The seconds from one moment to another, at most INT64_MAX either way: a moment that a user types
 * may be any number.
 */
int64_t window_span(int64_t from, int64_t to);

/* A missing end passes, unless the policy wants one. */
struct window_judgement window_judge(const struct window *window, int64_t at,
                                     const struct window_policy *policy);

/* Every reason that applies, as a mask of 1 << enum window_reason; 0: in time. */
unsigned window_find_reasons(const struct window *window, int64_t at,
                             const struct window_policy *policy);

#define WINDOW_TEXT_MAX (2 * DURATION_DISTANCE_MAX + 32)
/* What was found at that moment, and what was wanted: "nextUpdate was 3 d 2 h ago". Returns `out`.
 */
const char *window_explain(const struct window *window, enum window_reason reason, int64_t at,
                           const struct window_policy *policy, char out[WINDOW_TEXT_MAX]);

/* "thisUpdate", "notBefore"; "nextUpdate", "notAfter" */
const char *window_start_name(enum window_kind kind);
const char *window_end_name(enum window_kind kind);

/*
 * The stable word of a reason: "this-update-future", "next-update-missing", "next-update-past",
 * "window-inverted", "too-old", "ends-soon"; of WINDOW_VALIDITY "certificate-not-yet-valid" and
 * "certificate-expired". None for WINDOW_MET.
 */
enum reason window_reason(enum window_kind kind, enum window_reason reason);
const char *window_reason_word(enum window_kind kind, enum window_reason reason);

#endif
