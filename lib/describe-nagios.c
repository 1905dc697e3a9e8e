/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-nagios.h"

#include "duration.h"
#include "report.h"

#include <inttypes.h>
#include <stdio.h>

#define NAME_SHOWN_MAX 200 /* bytes of a source's name */
#define WORDS_MAX      (DURATION_WORDS_MAX + 16)
#define LINE_MAX       (4 * NAGIOS_WHAT_MAX)

/* How grave a state is among several objects. */
static const int gravities[NAGIOS_STATE_COUNT] = {
    [NAGIOS_OK] = 0, [NAGIOS_UNKNOWN] = 1, [NAGIOS_WARNING] = 2, [NAGIOS_CRITICAL] = 3};

/* "ends in 4 d 2 h", "ended 3 s ago" */
static const char *phrase(int64_t until_end, char out[WORDS_MAX])
{
    char words[DURATION_WORDS_MAX];

    (void)duration_format_words(until_end, words);
    (void)snprintf(out, WORDS_MAX, until_end < 0 ? "ended %s ago" : "ends in %s", words);
    return out;
}

static void set_state(struct nagios_object *object, enum nagios_state state,
                      const struct window *window, const struct window_judgement *judgement)
{
    enum window_reason reason = judgement->warns ? WINDOW_ENDS_SOON : judgement->reason;
    const char *word = window_reason_word(window->kind, reason);
    char end[WORDS_MAX];

    if (gravities[state] <= gravities[object->state])
        return;
    object->state = state;
    if (reason == WINDOW_ENDS_SOON || reason == WINDOW_END_PAST)
        (void)snprintf(object->what, sizeof(object->what), "%s, %s", word,
                       phrase(judgement->until_end, end));
    else
        (void)snprintf(object->what, sizeof(object->what), "%s", word);
}

void nagios_add_window(struct nagios_object *object, const struct window *window,
                       const struct window_judgement *judgement)
{
    if (judgement->reason != WINDOW_MET)
        set_state(object, NAGIOS_CRITICAL, window, judgement);
    else if (judgement->warns)
        set_state(object, NAGIOS_WARNING, window, judgement);
    if (window->has_end && (!object->has_end || judgement->until_end < object->until_end)) {
        object->has_end = true;
        object->until_end = judgement->until_end;
    }
}

void nagios_set_unknown(struct nagios_object *object, const char *what)
{
    object->state = NAGIOS_UNKNOWN;
    (void)snprintf(object->what, sizeof(object->what), "%s", what);
}

/* Characters that may stand in the line: `|` would end its text. */
static bool append_shown(struct buffer *out, struct slice text, struct error *e)
{
    struct buffer shown CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_LINE);
    struct slice rest;

    if (!report_escape(&shown, text, e))
        return false;
    for (rest = buffer_slice(&shown); rest.len > 0;) {
        size_t bar = slice_find_byte(rest, '|');

        if (!buffer_append(out, slice_first(rest, bar), e) ||
            (bar < rest.len && !buffer_append(out, SLICE("\\x7C"), e)))
            return false;
        rest = slice_from(rest, bar < rest.len ? bar + 1 : bar);
    }
    return true;
}

static void set_name(char name[NAGIOS_NAME_MAX], struct slice source, size_t index)
{
    int len = (int)(source.len < NAME_SHOWN_MAX ? source.len : NAME_SHOWN_MAX);
    const char *cut = source.len > NAME_SHOWN_MAX ? "..." : "";

    if (index > 0)
        (void)snprintf(name, NAGIOS_NAME_MAX, "%.*s%s#%zu", len, (const char *)source.data, cut,
                       index + 1);
    else
        (void)snprintf(name, NAGIOS_NAME_MAX, "%.*s%s", len, (const char *)source.data, cut);
}

void nagios_add(struct nagios *n, struct slice source, size_t index,
                const struct nagios_object *object)
{
    if (n->counts[object->state]++ == 0) {
        set_name(n->names[object->state], source, index);
        memcpy(n->whats[object->state], object->what, sizeof(object->what));
    }
    if (object->has_end && (!n->has_end || object->until_end < n->until_end)) {
        n->has_end = true;
        n->until_end = object->until_end;
        set_name(n->ends_first, source, index);
    }
}

enum nagios_state nagios_state(const struct nagios *n)
{
    static const enum nagios_state order[] = {NAGIOS_CRITICAL, NAGIOS_WARNING, NAGIOS_UNKNOWN,
                                              NAGIOS_OK};

    for (size_t i = 0; i < ARRAY_SIZE(order); i++) {
        if (n->counts[order[i]] > 0)
            return order[i];
    }
    return NAGIOS_UNKNOWN;
}

static size_t count_all(const struct nagios *n)
{
    size_t count = 0;

    for (size_t i = 0; i < NAGIOS_STATE_COUNT; i++)
        count += n->counts[i];
    return count;
}

/* The words behind the state. */
static bool append_text(struct buffer *out, const struct nagios *n, enum nagios_state state,
                        struct error *e)
{
    char text[LINE_MAX];
    char end[WORDS_MAX];

    if (count_all(n) == 0)
        (void)snprintf(text, sizeof(text), "no input was read");
    else if (state != NAGIOS_OK)
        (void)snprintf(text, sizeof(text), "%zu of %zu: %s: %s", n->counts[state], count_all(n),
                       n->names[state], n->whats[state]);
    else if (n->has_end)
        (void)snprintf(text, sizeof(text), "%zu in time; first %s %s", n->counts[state],
                       n->ends_first, phrase(n->until_end, end));
    else
        (void)snprintf(text, sizeof(text), "%zu in time, without an end", n->counts[state]);
    return append_shown(out, slice_of_string(text), e);
}

/* What is left, with the thresholds: outside of the range "10:" is what is less than 10. */
static bool append_left(struct buffer *out, const struct nagios *n,
                        const struct window_policy *policy, struct error *e)
{
    char text[128];
    char warn[32] = "";

    if (!n->has_end)
        return true;
    if (policy->has_warn)
        (void)snprintf(warn, sizeof(warn), "%" PRId64 ":", policy->warn);
    (void)snprintf(text, sizeof(text), "until_end=%" PRId64 "s;%s;%" PRId64 ": ", n->until_end,
                   warn, policy->has_crit ? policy->crit : -policy->skew);
    return buffer_append(out, slice_of_string(text), e);
}

bool describe_nagios(struct buffer *out, const struct nagios *n, const struct window_policy *policy,
                     struct error *e)
{
    static const char *const words[] = {
        [NAGIOS_OK] = "WINDOW OK - ",
        [NAGIOS_WARNING] = "WINDOW WARNING - ",
        [NAGIOS_CRITICAL] = "WINDOW CRITICAL - ",
        [NAGIOS_UNKNOWN] = "WINDOW UNKNOWN - ",
    };
    enum nagios_state state = nagios_state(n);
    char counts[128];

    (void)snprintf(counts, sizeof(counts), "ok=%zu warning=%zu critical=%zu unknown=%zu\n",
                   n->counts[NAGIOS_OK], n->counts[NAGIOS_WARNING], n->counts[NAGIOS_CRITICAL],
                   n->counts[NAGIOS_UNKNOWN]);
    return buffer_append(out, slice_of_string(words[state]), e) && append_text(out, n, state, e) &&
           buffer_append(out, SLICE(" | "), e) && append_left(out, n, policy, e) &&
           buffer_append(out, slice_of_string(counts), e);
}
