/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The Test Anything Protocol, for unit tests: ok(), is_*() print a line each; the plan comes at the
 * end.
 *
 *     int main(void) { ok(1 + 1 == 2, "addition"); return tap_done(); }
 */
#ifndef OCSPKIT_TAP_H
#define OCSPKIT_TAP_H

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

__attribute__((format(printf, 2, 3))) static inline bool ok(bool holds, const char *name, ...)
{
    va_list args;

    tap_count++;
    if (!holds)
        tap_failed++;
    printf("%sok %d - ", holds ? "" : "not ", tap_count);
    va_start(args, name);
    vprintf(name, args);
    va_end(args);
    putchar('\n');
    return holds;
}

static inline bool is_string(const char *have, const char *want, const char *name)
{
    bool same = have != NULL && strcmp(have, want) == 0;

    ok(same, "%s", name);
    if (!same)
        printf("# wanted: %s\n# found:  %s\n", want, have != NULL ? have : "(null)");
    return same;
}

static inline bool is_int(intmax_t have, intmax_t want, const char *name)
{
    ok(have == want, "%s", name);
    if (have != want)
        printf("# wanted: %" PRIdMAX "\n# found:  %" PRIdMAX "\n", want, have);
    return have == want;
}

static inline int tap_done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failed > 0;
}

#endif
