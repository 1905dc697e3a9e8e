/* SPDX-License-Identifier: Apache-2.0 */
/* Windows, judged at the moment 1000, and the line that is said of them. */
#include "describe-nagios.h"

#include "tap.h"

#include <stdlib.h>

#define AT          1000
#define OBJECTS_MAX 4
#define OPEN        INT64_MAX

/* Objects of the source "a", "b" and so on, each with one window that begins at 0. */
static const struct {
    const char *what;
    struct window_policy policy;
    size_t count;
    int64_t ends[OBJECTS_MAX]; /* OPEN: there is none; -1: what is not known */
    enum nagios_state state;
    const char *line;
} cases[] = {
    {"nothing",
     {0},
     0,
     {0},
     NAGIOS_UNKNOWN,
     "UNKNOWN - no input was read | ok=0 warning=0 critical=0 unknown=0"},
    {"in time",
     {0},
     1,
     {1090},
     NAGIOS_OK,
     "OK - 1 in time; first a ends in 1 min 30 s | until_end=90s;;0: "
     "ok=1 warning=0 critical=0 unknown=0"},
    {"ends now",
     {0},
     1,
     {AT},
     NAGIOS_OK,
     "OK - 1 in time; first a ends in 0 s | until_end=0s;;0: ok=1 warning=0 critical=0 unknown=0"},
    {"the first end counts",
     {0},
     3,
     {3000, 2000, 2000},
     NAGIOS_OK,
     "OK - 3 in time; first b ends in 16 min 40 s | until_end=1000s;;0: "
     "ok=3 warning=0 critical=0 unknown=0"},
    {"without an end",
     {0},
     1,
     {OPEN},
     NAGIOS_OK,
     "OK - 1 in time, without an end | ok=1 warning=0 critical=0 unknown=0"},
    {"over",
     {0},
     2,
     {2000, 995},
     NAGIOS_CRITICAL,
     "CRITICAL - 1 of 2: b: certificate-expired, ended 5 s ago | until_end=-5s;;0: "
     "ok=1 warning=0 critical=1 unknown=0"},
    {"over within the skew",
     {.skew = 10},
     1,
     {995},
     NAGIOS_OK,
     "OK - 1 in time; first a ended 5 s ago | until_end=-5s;;-10: "
     "ok=1 warning=0 critical=0 unknown=0"},
    {"less than warn",
     {.has_warn = true, .warn = 100},
     2,
     {OPEN, 1099},
     NAGIOS_WARNING,
     "WARNING - 1 of 2: b: ends-soon, ends in 1 min 39 s | until_end=99s;100:;0: "
     "ok=1 warning=1 critical=0 unknown=0"},
    {"as much as warn",
     {.has_warn = true, .warn = 100},
     1,
     {1100},
     NAGIOS_OK,
     "OK - 1 in time; first a ends in 1 min 40 s | until_end=100s;100:;0: "
     "ok=1 warning=0 critical=0 unknown=0"},
    {"less than crit",
     {.has_warn = true, .warn = 100, .has_crit = true, .crit = 50},
     2,
     {1060, 1049},
     NAGIOS_CRITICAL,
     "CRITICAL - 1 of 2: b: ends-soon, ends in 49 s | until_end=49s;100:;50: "
     "ok=0 warning=1 critical=1 unknown=0"},
    {"not known",
     {0},
     2,
     {-1, 1001},
     NAGIOS_UNKNOWN,
     "UNKNOWN - 1 of 2: a: no idea | until_end=1s;;0: ok=1 warning=0 critical=0 unknown=1"},
    {"a warning is graver",
     {.has_warn = true, .warn = 100},
     2,
     {-1, 1001},
     NAGIOS_WARNING,
     "WARNING - 1 of 2: b: ends-soon, ends in 1 s | until_end=1s;100:;0: "
     "ok=0 warning=1 critical=0 unknown=1"},
    {"all states",
     {.has_warn = true, .warn = 100},
     4,
     {-1, 1001, 999, 9000},
     NAGIOS_CRITICAL,
     "CRITICAL - 1 of 4: c: certificate-expired, ended 1 s ago | until_end=-1s;100:;0: "
     "ok=1 warning=1 critical=1 unknown=1"},
};

static void add_window(struct nagios_object *object, struct window window,
                       const struct window_policy *policy)
{
    struct window_judgement judgement = window_judge(&window, AT, policy);

    nagios_add_window(object, &window, &judgement);
}

/* Says whether the line of `n` is "WINDOW " and `wanted`. */
static void is_line(const struct nagios *n, const struct window_policy *policy, const char *wanted,
                    const char *what)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    char line[4 * NAGIOS_WHAT_MAX];

    (void)snprintf(line, sizeof(line), "WINDOW %s\n", wanted);
    ok(describe_nagios(&out, n, policy, NULL) && buffer_append(&out, slice_of("", 1), NULL),
       "%s: is said", what);
    is_string((const char *)out.data, line, what);
}

static void test_cases(struct nagios *n)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        memset(n, 0, sizeof(*n));
        for (size_t j = 0; j < cases[i].count; j++) {
            static struct nagios_object object;
            char name = (char)('a' + j);
            int64_t end = cases[i].ends[j];

            memset(&object, 0, sizeof(object));
            if (end < 0)
                nagios_set_unknown(&object, "no idea");
            else
                add_window(&object, (struct window){WINDOW_VALIDITY, 0, end != OPEN, end},
                           &cases[i].policy);
            nagios_add(n, slice_of(&name, 1), 0, &object);
        }
        is_int(nagios_state(n), cases[i].state, "its state");
        is_line(n, &cases[i].policy, cases[i].line, cases[i].what);
    }
}

/* One object with several windows is as bad as the worst, and ends with the first. */
static void test_windows(struct nagios *n)
{
    static const struct window windows[] = {
        {WINDOW_UPDATE, 0, true, 1500},
        {WINDOW_UPDATE, 1200, true, 3000},
        {WINDOW_UPDATE, 0, false, 0},
    };
    struct window_policy policy = {.wants_end = true};
    static struct nagios_object object;

    memset(n, 0, sizeof(*n));
    for (size_t i = 0; i < ARRAY_SIZE(windows); i++)
        add_window(&object, windows[i], &policy);
    nagios_add(n, SLICE("r.der"), 1, &object);
    is_line(n, &policy,
            "CRITICAL - 1 of 1: r.der#2: this-update-future | until_end=500s;;0: "
            "ok=0 warning=0 critical=1 unknown=0",
            "the first of two misses of one object");
}

/* Nothing of a name or a reason may end the text, or the line. */
static void test_names(struct nagios *n)
{
    static struct nagios_object object;
    struct window_policy policy = {0};
    char name[300];
    char wanted[NAGIOS_NAME_MAX];

    memset(n, 0, sizeof(*n));
    nagios_set_unknown(&object, "found '|\n'");
    nagios_add(n, SLICE("a|b\nc\033[m\xFF"), 2, &object);
    is_line(n, &policy,
            "UNKNOWN - 1 of 1: a\\x7Cb\\x0Ac\\x1B[m\\xFF#3: found '\\x7C\\x0A' | "
            "ok=0 warning=0 critical=0 unknown=1",
            "what is escaped");
    memset(n, 0, sizeof(*n));
    memset(name, 'x', sizeof(name));
    nagios_set_unknown(&object, "no idea");
    nagios_add(n, slice_of(name, sizeof(name)), 0, &object);
    (void)snprintf(wanted, sizeof(wanted),
                   "UNKNOWN - 1 of 1: %.200s...: no idea | ok=0 warning=0 critical=0 unknown=1",
                   name);
    is_line(n, &policy, wanted, "a long name is cut");
}

static void test_limit(struct nagios *n)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(20);
    struct window_policy policy = {0};
    struct error e;

    memset(n, 0, sizeof(*n));
    ok(!describe_nagios(&out, n, &policy, &e) && e.code == ERROR_LIMIT, "no room for the line");
}

int main(void)
{
    static struct nagios n;

    test_cases(&n);
    test_windows(&n);
    test_names(&n);
    test_limit(&n);
    return tap_done();
}
