/* SPDX-License-Identifier: Apache-2.0 */
/* The bar of a window, at every moment around it: always as wide, and in step with the time. */
#include "describe-window.h"

#include "tap.h"

#define WIDTH    23
#define LINE_MAX 512

static const int64_t lengths[] = {0, 1, 2, 22, 23, 24, 604800, INT64_C(253402300799)};

/* The pieces of either bar, by what they mean. */
static const struct {
    const char *piece;
    char means;
} pieces[] = {
    {"|", '|'}, {"=", '='}, {"#", '#'}, {"-", '-'}, {".", '.'}, {"?", '?'},
    {"├", '|'}, {"━", '='}, {"╋", '#'}, {"─", '-'}, {"┄", '.'}, {"┤", '|'},
};

/* The next piece of the bar; 0 where there is none. */
static char take_piece(const char **at)
{
    for (size_t i = 0; i < ARRAY_SIZE(pieces); i++) {
        size_t len = strlen(pieces[i].piece);

        if (strncmp(*at, pieces[i].piece, len) == 0) {
            *at += len;
            return pieces[i].means;
        }
    }
    return '\0';
}

/* The third column of the line, in ASCII. */
static const char *bar_of(const struct window *window, int64_t at, enum window_bar style)
{
    static char bar[LINE_MAX];
    struct record_head head = {"window", SLICE("x"), 0};
    struct window_policy policy = {0};
    struct window_view view = {.window = *window, .bar = style};
    struct report r;
    const char *place;
    size_t len = 0;

    view.judgement = window_judge(window, at, &policy);
    report_init(&r, REPORT_TEXT, false);
    report_begin_record(&r, &head);
    describe_window(&r, &view, at, &policy);
    report_end_record(&r);
    bar[0] = '\0';
    if (buffer_append(&r.out, slice_of("", 1), NULL)) {
        place = strstr((const char *)r.out.data, style == WINDOW_BAR_ASCII ? "  |" : "  ├");
        for (place += place != NULL ? 2 : 0; place != NULL && len < LINE_MAX - 1; len++) {
            if ((bar[len] = take_piece(&place)) == '\0')
                break;
        }
        bar[len] = '\0';
    }
    report_free(&r);
    return bar;
}

/* How many of this character stand at *at, which moves behind them. */
static size_t count(const char **at, char c)
{
    size_t n = strspn(*at, (char[]){c, '\0'});

    *at += n;
    return n;
}

/* Whether the bar is what it should be; *place is how much of it is past. */
static bool is_bar(const char *bar, bool before, bool behind, size_t *place)
{
    const char *at = bar;
    size_t moments;
    size_t left;

    if (strlen(bar) != WIDTH + 2 || *at++ != '|')
        return false;
    *place = count(&at, '=');
    moments = count(&at, '#');
    left = count(&at, '-');
    return strcmp(at, "|") == 0 && *place + moments + left == WIDTH &&
           moments == (before || behind ? 0U : 1U) && (!before || *place == 0) &&
           (!behind || left == 0);
}

/* A hundred moments from before the window to behind it. */
static void test_length(int64_t length, enum window_bar style)
{
    struct window window = {WINDOW_UPDATE, 0, true, length};
    int64_t step = length / 90 + 1;
    size_t last = 0;
    bool right = true;

    for (int64_t at = -3 * step; at <= length + 3 * step; at += step) {
        size_t place = 0;

        right =
            right && is_bar(bar_of(&window, at, style), at<0, at> length, &place) && place >= last;
        last = place;
    }
    ok(right, "a window of %" PRId64 " s, %s", length,
       style == WINDOW_BAR_ASCII ? "ASCII" : "UTF-8");
    ok(last == WIDTH, "is past at its end");
}

static const struct {
    const char *what;
    struct window window;
    int64_t at;
    const char *bar;
} cases[] = {
    {"the start", {WINDOW_UPDATE, 0, true, 230}, 0, "|#----------------------|"},
    {"a second before the second place",
     {WINDOW_UPDATE, 0, true, 230},
     9,
     "|#----------------------|"},
    {"the second place", {WINDOW_UPDATE, 0, true, 230}, 10, "|=#---------------------|"},
    {"the end", {WINDOW_VALIDITY, 0, true, 230}, 230, "|======================#|"},
    {"a second", {WINDOW_VALIDITY, 5, true, 5}, 5, "|#----------------------|"},
    {"no end", {WINDOW_UPDATE, 0, false, 0}, 10, "|#......................|"},
    {"no end, before it", {WINDOW_UPDATE, 0, false, 0}, -1, "|.......................|"},
    {"inverted", {WINDOW_UPDATE, 10, true, 9}, 10, "|???????????????????????|"},
    {"inverted, between the two", {WINDOW_UPDATE, 20, true, 10}, 15, "|???????????????????????|"},
    {"the longest",
     {WINDOW_VALIDITY, INT64_C(-62167219200), true, INT64_C(253402300799)},
     0,
     "|====#------------------|"},
    {"the moment that is furthest",
     {WINDOW_VALIDITY, 0, true, 10},
     INT64_MAX,
     "|=======================|"},
    {"and the other one", {WINDOW_VALIDITY, 0, true, 10}, INT64_MIN, "|-----------------------|"},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(lengths); i++) {
        test_length(lengths[i], WINDOW_BAR_ASCII);
        test_length(lengths[i], WINDOW_BAR_UTF8);
    }
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        is_string(bar_of(&cases[i].window, cases[i].at, WINDOW_BAR_ASCII), cases[i].bar,
                  cases[i].what);
        is_string(bar_of(&cases[i].window, cases[i].at, WINDOW_BAR_UTF8), cases[i].bar,
                  "the same in UTF-8");
    }
    return tap_done();
}
