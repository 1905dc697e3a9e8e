/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The windows of all inputs as one line with performance data, as monitoring systems read it from a
 * plugin of Nagios:
 *
 *     WINDOW WARNING - 1 of 3: crl.der: ends-soon, ends in 1 d 2 h | until_end=93600s;172800:;0:
 * ...
 *
 * The line names the first object of the gravest state; `until_end` is what is left of the window
 * that ends first, then come the counts of objects in each state.
 */
#ifndef OCSPKIT_DESCRIBE_NAGIOS_H
#define OCSPKIT_DESCRIBE_NAGIOS_H

#include "buffer.h"
#include "window.h"

/* A plugin's exit statuses. */
enum nagios_state {
    NAGIOS_OK = 0,
    NAGIOS_WARNING = 1,
    NAGIOS_CRITICAL = 2,
    NAGIOS_UNKNOWN = 3,
    NAGIOS_STATE_COUNT,
};

#define NAGIOS_NAME_MAX 1024
#define NAGIOS_WHAT_MAX 2048

/* One object, in the worst of its windows. */
struct nagios_object {
    enum nagios_state state;
    char what[NAGIOS_WHAT_MAX]; /* why, where the state is not NAGIOS_OK; may hold raw input */
    bool has_end;
    int64_t until_end; /* of the window that ends first */
};

/* All of them; starts as {0}. */
struct nagios {
    size_t counts[NAGIOS_STATE_COUNT];
    bool has_end;
    int64_t until_end;
    char ends_first[NAGIOS_NAME_MAX];                /* which object that is */
    char names[NAGIOS_STATE_COUNT][NAGIOS_NAME_MAX]; /* the first object of each state, */
    char whats[NAGIOS_STATE_COUNT][NAGIOS_WHAT_MAX]; /* and why */
};

/* A window of the object. */
void nagios_add_window(struct nagios_object *object, const struct window *window,
                       const struct window_judgement *judgement);

/* What is not known of the object. */
void nagios_set_unknown(struct nagios_object *object, const char *what);

/* The object `index`, from 0, of that source. */
void nagios_add(struct nagios *n, struct slice source, size_t index,
                const struct nagios_object *object);

/* The gravest: critical, warning, unknown, OK; unknown where there is no object at all. */
enum nagios_state nagios_state(const struct nagios *n);

/* The line. Errors: those of buffer_append(). */
bool describe_nagios(struct buffer *out, const struct nagios *n, const struct window_policy *policy,
                     struct error *e) MUST_USE;

#endif
