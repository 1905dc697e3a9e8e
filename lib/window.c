/* SPDX-License-Identifier: Apache-2.0 */
#include "window.h"

#include <stddef.h>

int64_t window_span(int64_t from, int64_t to)
{
    if (from > 0 && to < from - INT64_MAX)
        return -INT64_MAX;
    if (from < 0 && to > from + INT64_MAX)
        return INT64_MAX;
    return to - from == INT64_MIN ? -INT64_MAX : to - from;
}

static enum window_reason find_reason(const struct window *window,
                                      const struct window_judgement *judgement,
                                      const struct window_policy *policy)
{
    if (window->has_end && window->end < window->start)
        return WINDOW_INVERTED;
    if (judgement->since_start < -policy->skew)
        return WINDOW_START_FUTURE;
    if (!window->has_end && policy->wants_end)
        return WINDOW_END_MISSING;
    if (window->has_end && judgement->until_end < -policy->skew)
        return WINDOW_END_PAST;
    if (policy->has_max_age && window->kind == WINDOW_UPDATE &&
        judgement->since_start > policy->max_age)
        return WINDOW_TOO_OLD;
    if (policy->has_crit && window->has_end && judgement->until_end < policy->crit)
        return WINDOW_ENDS_SOON;
    return WINDOW_MET;
}

struct window_judgement window_judge(const struct window *window, int64_t at,
                                     const struct window_policy *policy)
{
    struct window_judgement judgement = {
        .since_start = window_span(window->start, at),
        .until_end = window->has_end ? window_span(at, window->end) : 0,
    };

    judgement.reason = find_reason(window, &judgement, policy);
    judgement.warns = judgement.reason == WINDOW_MET && policy->has_warn && window->has_end &&
                      judgement.until_end < policy->warn;
    return judgement;
}

const char *window_reason_word(enum window_kind kind, enum window_reason reason)
{
    static const char *const words[][2] = {
        [WINDOW_MET] = {NULL, NULL},
        [WINDOW_INVERTED] = {"window-inverted", "window-inverted"},
        [WINDOW_START_FUTURE] = {"this-update-future", "certificate-not-yet-valid"},
        [WINDOW_END_MISSING] = {"next-update-missing", "next-update-missing"},
        [WINDOW_END_PAST] = {"next-update-past", "certificate-expired"},
        [WINDOW_TOO_OLD] = {"too-old", "too-old"},
        [WINDOW_ENDS_SOON] = {"ends-soon", "ends-soon"},
    };

    return words[reason][kind];
}
