/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-window.h"

#include "describe-source.h"

#define BAR_WIDTH     23
#define BAR_PIECE_MAX 3 /* bytes */

static const struct field KIND = FIELD("kind", "", LAYOUT_LINE);
static const struct field RESPONSE_STATUS = FIELD("responseStatus", "responseStatus", LAYOUT_LINE);
static const struct field PRODUCED_AT = FIELD("producedAt", "producedAt", LAYOUT_LINE);
static const struct field WINDOWS = FIELD_LEVEL("windows", "", LEVEL_LIST, 0);
static const struct field WINDOW = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field SERIAL_NUMBER = FIELD("serialNumber", "", LAYOUT_LINE);
static const struct field NAMED_SERIAL_NUMBER = FIELD("serialNumber", "serialNumber", LAYOUT_LINE);
static const struct field REVOCATION_TIME = FIELD("revocationTime", "revocationTime", LAYOUT_LINE);
static const struct field SINCE_START = FIELD("sinceStart", "", LAYOUT_LINE);
static const struct field UNTIL_END = FIELD("untilEnd", "", LAYOUT_LINE);
static const struct field WARNING = FIELD("warning", "", LAYOUT_LINE);
static const struct field VERDICT = FIELD("verdict", "", LAYOUT_LINE);
static const struct field REASON = FIELD("reason", "", LAYOUT_LINE);

/* Text alone. */
static const struct field ROW = FIELD_LEVEL(NULL, "", LEVEL_ROW, 0);
static const struct field SOURCE = FIELD(NULL, "source", LAYOUT_LINE);
static const struct field CELL = FIELD(NULL, "", LAYOUT_BARE);

static const struct {
    struct field start;
    struct field end;
} ends[] = {
    [WINDOW_UPDATE] = {FIELD("thisUpdate", "thisUpdate", LAYOUT_LINE),
                       FIELD("nextUpdate", "", LAYOUT_BARE)},
    [WINDOW_VALIDITY] = {FIELD("notBefore", "notBefore", LAYOUT_LINE),
                         FIELD("notAfter", "", LAYOUT_BARE)},
};

/* How far a time is from the moment, which is `since` seconds behind it. */
static void describe_phrase(struct report *r, int64_t since)
{
    char text[DURATION_DISTANCE_MAX];

    if (report_is_text(r))
        report_word(r, &CELL, duration_format_distance(since, text));
}

/* A line with a time and how far it is. */
static void describe_moment(struct report *r, const struct field *f, int64_t time, int64_t at)
{
    report_begin(r, &ROW);
    report_time(r, f, time);
    describe_phrase(r, window_span(time, at));
    report_end(r, &ROW);
}

/* How many of the bar's places lie before the moment; BAR_WIDTH: all. */
static size_t bar_place(const struct window *window, const struct window_judgement *judgement)
{
    int64_t length = window->end - window->start;
    int64_t place;

    if (judgement->since_start < 0)
        return 0;
    if (judgement->until_end < 0)
        return BAR_WIDTH;
    place = length > 0 ? judgement->since_start * BAR_WIDTH / length : 0;
    return place < BAR_WIDTH ? (size_t)place : BAR_WIDTH - 1;
}

/* The pieces of a bar, each one column wide. */
struct bar_style {
    char left[BAR_PIECE_MAX + 1], past[BAR_PIECE_MAX + 1], moment[BAR_PIECE_MAX + 1];
    char coming[BAR_PIECE_MAX + 1], endless[BAR_PIECE_MAX + 1], inverted[BAR_PIECE_MAX + 1];
    char right[BAR_PIECE_MAX + 1];
};

static const struct bar_style bar_styles[] = {
    [WINDOW_BAR_ASCII] = {"|", "=", "#", "-", ".", "?", "|"},
    [WINDOW_BAR_UTF8] = {"├", "━", "╋", "─", "┄", "?", "┤"},
};

/* So many times; what stands behind the last one is written over. By itself, since in its caller
 * each of the small copies would be a call. */
static NOINLINE char *put_pieces(char *at, const char piece[BAR_PIECE_MAX + 1], size_t count)
{
    size_t len = strlen(piece);

    for (; count > 0; count--, at += len)
        memcpy(at, piece, BAR_PIECE_MAX + 1);
    return at;
}

/* What stands behind the moment. */
static const char *coming_piece(const struct bar_style *style, const struct window *window,
                                bool is_inverted)
{
    if (is_inverted)
        return style->inverted;
    return window->has_end ? style->coming : style->endless;
}

static void describe_bar(struct report *r, const struct window_view *view)
{
    const struct bar_style *style = &bar_styles[view->bar];
    const struct window *window = &view->window;
    bool is_inverted = window->has_end && window->end < window->start;
    bool is_inside =
        !is_inverted && view->judgement.since_start >= 0 && view->judgement.until_end >= 0;
    size_t past = window->has_end && !is_inverted ? bar_place(window, &view->judgement) : 0;
    char bar[(BAR_WIDTH + 2) * BAR_PIECE_MAX + 1];
    char *at = put_pieces(bar, style->left, 1);

    at = put_pieces(at, style->past, past);
    at = put_pieces(at, style->moment, is_inside);
    at = put_pieces(at, coming_piece(style, window, is_inverted), BAR_WIDTH - past - is_inside);
    (void)put_pieces(at, style->right, 1);
    report_word(r, &CELL, bar);
}

void describe_window_ends(struct report *r, const struct window_view *view)
{
    const struct field *start = &ends[view->window.kind].start;
    const struct field *end = &ends[view->window.kind].end;

    report_begin(r, &ROW);
    report_time(r, start, view->window.start);
    describe_phrase(r, view->judgement.since_start);
    if (report_is_text(r))
        describe_bar(r, view);
    if (view->window.has_end) {
        describe_phrase(r, -view->judgement.until_end);
        report_time(r, end, view->window.end);
        report_word(r, &CELL, end->key);
    } else {
        report_word(r, &CELL, "no nextUpdate");
    }
    report_end(r, &ROW);
}

/* What was found of a window that is missed, and what was wanted. */
static void describe_cause(struct report *r, const struct window_view *view,
                           enum window_reason reason, int64_t at,
                           const struct window_policy *policy)
{
    char text[WINDOW_TEXT_MAX];

    report_word(r, &CELL, window_reason_word(view->window.kind, reason));
    report_word(r, &CELL, window_explain(&view->window, reason, at, policy, text));
}

static void describe_miss(struct report *r, const struct window_view *view, int64_t at,
                          const struct window_policy *policy)
{
    if (!report_is_text(r))
        return;
    report_begin(r, &ROW);
    report_toned(r, &CELL, "missed", TONE_BAD);
    describe_cause(r, view, view->judgement.reason, at, policy);
    report_end(r, &ROW);
}

static void describe_warning(struct report *r, const struct window_view *view, int64_t at,
                             const struct window_policy *policy)
{
    struct window_policy limit = {.crit = policy->warn};

    report_boolean(r, &WARNING, true);
    if (!report_is_text(r))
        return;
    report_begin(r, &ROW);
    report_toned(r, &CELL, "warning", TONE_WARNING);
    describe_cause(r, view, WINDOW_ENDS_SOON, at, &limit);
    report_end(r, &ROW);
}

static void describe_serial_number(struct report *r, const struct window_view *view)
{
    if (view->serial_number.data == NULL)
        return;
    if (!view->names_serial) {
        report_integer(r, &SERIAL_NUMBER, view->serial_number);
        return;
    }
    report_begin(r, &ROW);
    report_integer(r, &NAMED_SERIAL_NUMBER, view->serial_number);
    report_end(r, &ROW);
}

void describe_window(struct report *r, const struct window_view *view, int64_t at,
                     const struct window_policy *policy)
{
    enum window_reason reason = view->judgement.reason;

    report_begin(r, &WINDOW);
    describe_serial_number(r, view);
    if (view->is_revoked)
        describe_moment(r, &REVOCATION_TIME, view->revocation_time, at);
    describe_window_ends(r, view);
    report_number(r, &SINCE_START, view->judgement.since_start);
    if (view->window.has_end)
        report_number(r, &UNTIL_END, view->judgement.until_end);
    if (view->judgement.warns)
        describe_warning(r, view, at, policy);
    if (reason != WINDOW_MET)
        describe_miss(r, view, at, policy);
    describe_window_verdict(r, reason == WINDOW_MET ? "yes" : "no");
    if (reason == WINDOW_MET)
        report_null(r, &REASON);
    else
        report_word(r, &REASON, window_reason_word(view->window.kind, reason));
    report_end(r, &WINDOW);
}

void describe_window_kind(struct report *r, const char *kind)
{
    report_word(r, &KIND, kind);
}

void describe_window_source(struct report *r, struct slice source, size_t index,
                            struct buffer *scratch)
{
    report_begin(r, &ROW);
    describe_source(r, &SOURCE, source, index, scratch);
    report_end(r, &ROW);
}

void describe_window_produced_at(struct report *r, int64_t produced_at, int64_t at)
{
    describe_moment(r, &PRODUCED_AT, produced_at, at);
}

void describe_window_status(struct report *r, const char *response_status, const char *reason)
{
    report_begin(r, &ROW);
    report_word(r, &RESPONSE_STATUS, response_status);
    if (report_is_text(r))
        report_toned(r, &CELL, "undetermined", TONE_WARNING);
    if (report_is_text(r))
        report_word(r, &CELL, reason);
    report_word(r, &REASON, reason);
    report_end(r, &ROW);
}

void describe_windows_begin(struct report *r)
{
    report_begin(r, &WINDOWS);
}

void describe_windows_end(struct report *r)
{
    report_end(r, &WINDOWS);
}

void describe_window_verdict(struct report *r, const char *verdict)
{
    report_word(r, &VERDICT, verdict);
}
