/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The Test Anything Protocol, for unit tests: ok(), is_*() print a line each; the plan comes at the
 * end. Control characters in a name are escaped.
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

/* A line stays one, whatever the text has in it. */
static inline void tap_put(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x20 || *text == 0x7F)
            printf("\\x%02X", (unsigned)*text);
        else
            putchar(*text);
    }
    putchar('\n');
}

__attribute__((format(printf, 2, 3))) static inline bool ok(bool holds, const char *name, ...)
{
    char text[4096];
    va_list args;

    tap_count++;
    if (!holds)
        tap_failed++;
    printf("%sok %d - ", holds ? "" : "not ", tap_count);
    va_start(args, name);
    (void)vsnprintf(text, sizeof(text), name, args);
    va_end(args);
    tap_put(text);
    return holds;
}

static inline bool is_string(const char *have, const char *want, const char *name)
{
    bool same = have != NULL && strcmp(have, want) == 0;

    ok(same, "%s", name);
    if (!same) {
        printf("# wanted: ");
        tap_put(want);
        printf("# found:  ");
        tap_put(have != NULL ? have : "(null)");
    }
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
