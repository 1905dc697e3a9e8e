/* SPDX-License-Identifier: Apache-2.0 */
#include "window.h"

#include <stdio.h>

int64_t window_span(int64_t from, int64_t to)
{
    if (from > 0 && to < from - INT64_MAX)
        return -INT64_MAX;
    if (from < 0 && to > from + INT64_MAX)
        return INT64_MAX;
    return to - from == INT64_MIN ? -INT64_MAX : to - from;
}

static unsigned mask_if(bool applies, enum window_reason reason)
{
    return applies ? 1U << reason : 0;
}

unsigned window_find_reasons(const struct window *window, int64_t at,
                             const struct window_policy *policy)
{
    int64_t since_start = window_span(window->start, at);
    int64_t until_end = window->has_end ? window_span(at, window->end) : INT64_MAX;

    return mask_if(window->has_end && window->end < window->start, WINDOW_INVERTED) |
           mask_if(since_start < -policy->skew, WINDOW_START_FUTURE) |
           mask_if(!window->has_end && policy->wants_end, WINDOW_END_MISSING) |
           mask_if(until_end < -policy->skew, WINDOW_END_PAST) |
           mask_if(policy->has_max_age && window->kind == WINDOW_UPDATE &&
                       since_start > policy->max_age,
                   WINDOW_TOO_OLD) |
           mask_if(policy->has_crit && window->has_end && until_end < policy->crit,
                   WINDOW_ENDS_SOON);
}

static enum window_reason find_first(unsigned reasons)
{
    for (unsigned reason = WINDOW_INVERTED; reason <= WINDOW_ENDS_SOON; reason++) {
        if ((reasons & 1U << reason) != 0)
            return (enum window_reason)reason;
    }
    return WINDOW_MET;
}

struct window_judgement window_judge(const struct window *window, int64_t at,
                                     const struct window_policy *policy)
{
    struct window_judgement judgement = {
        .reason = find_first(window_find_reasons(window, at, policy)),
        .since_start = window_span(window->start, at),
        .until_end = window->has_end ? window_span(at, window->end) : 0,
    };

    judgement.warns = judgement.reason == WINDOW_MET && policy->has_warn && window->has_end &&
                      judgement.until_end < policy->warn;
    return judgement;
}

const char *window_start_name(enum window_kind kind)
{
    return kind == WINDOW_UPDATE ? "thisUpdate" : "notBefore";
}

const char *window_end_name(enum window_kind kind)
{
    return kind == WINDOW_UPDATE ? "nextUpdate" : "notAfter";
}

const char *window_explain(const struct window *window, enum window_reason reason, int64_t at,
                           const struct window_policy *policy, char out[WINDOW_TEXT_MAX])
{
    const char *start = window_start_name(window->kind);
    const char *end = window_end_name(window->kind);
    char since_start[DURATION_DISTANCE_MAX];
    char since_end[DURATION_DISTANCE_MAX];
    char wanted[DURATION_WORDS_MAX];

    (void)duration_format_distance(window_span(window->start, at), since_start);
    (void)duration_format_distance(window->has_end ? window_span(window->end, at) : 0, since_end);
    out[0] = '\0';
    switch (reason) {
    case WINDOW_MET:
        break;
    case WINDOW_INVERTED:
        (void)snprintf(out, WINDOW_TEXT_MAX, "%s is before %s", end, start);
        break;
    case WINDOW_START_FUTURE:
        (void)snprintf(out, WINDOW_TEXT_MAX, "%s is %s", start, since_start);
        break;
    case WINDOW_END_MISSING:
        (void)snprintf(out, WINDOW_TEXT_MAX, "wanted nextUpdate, found none");
        break;
    case WINDOW_END_PAST:
        (void)snprintf(out, WINDOW_TEXT_MAX, "%s was %s", end, since_end);
        break;
    case WINDOW_TOO_OLD:
        (void)duration_format_words(policy->max_age, wanted);
        (void)snprintf(out, WINDOW_TEXT_MAX, "%s was %s, wanted at most %s", start, since_start,
                       wanted);
        break;
    case WINDOW_ENDS_SOON:
        (void)duration_format_words(policy->crit, wanted);
        (void)snprintf(out, WINDOW_TEXT_MAX, "%s is %s, wanted at least %s", end, since_end,
                       wanted);
        break;
    }
    return out;
}

enum reason window_reason(enum window_kind kind, enum window_reason reason)
{
    static const enum reason reasons[][2] = {
        [WINDOW_MET] = {REASON_NONE, REASON_NONE},
        [WINDOW_INVERTED] = {REASON_WINDOW_INVERTED, REASON_WINDOW_INVERTED},
        [WINDOW_START_FUTURE] = {REASON_THIS_UPDATE_FUTURE, REASON_CERTIFICATE_NOT_YET_VALID},
        [WINDOW_END_MISSING] = {REASON_NEXT_UPDATE_MISSING, REASON_NEXT_UPDATE_MISSING},
        [WINDOW_END_PAST] = {REASON_NEXT_UPDATE_PAST, REASON_CERTIFICATE_EXPIRED},
        [WINDOW_TOO_OLD] = {REASON_TOO_OLD, REASON_TOO_OLD},
        [WINDOW_ENDS_SOON] = {REASON_ENDS_SOON, REASON_ENDS_SOON},
    };

    return reasons[reason][kind];
}

const char *window_reason_word(enum window_kind kind, enum window_reason reason)
{
    return reason_word(window_reason(kind, reason));
}
