/* SPDX-License-Identifier: Apache-2.0 */
#include "retry-after.h"

#include "tap.h"

#define NOW 784111777 /* 1994-11-06T08:49:37Z */

static const struct {
    const char *value;
    int64_t wait; /* -1: refused */
} cases[] = {
    {"0", 0},
    {"1", 1},
    {"120", 120},
    {"007", 7},
    {"99999999999999999999999", 999999999999999999},
    {"Sun, 06 Nov 1994 08:49:37 GMT", 0},
    {"Sun, 06 Nov 1994 08:49:38 GMT", 1},
    {"Sun, 06 Nov 1994 08:49:36 GMT", 0},
    {"Mon, 07 Nov 1994 08:49:37 GMT", 86400},
    {"Sat, 31 Dec 1994 23:59:59 GMT", 4806622},
    {"Thu, 29 Feb 1996 08:49:37 GMT", 41472000},
    {"", -1},
    {"-1", -1},
    {"+1", -1},
    {"1s", -1},
    {"1.5", -1},
    {"soon", -1},
    {"Sun, 06 Nov 1994 08:49:37", -1},
    {"Sun, 06 Nov 1994 08:49:37 UTC", -1},
    {"Sun, 6 Nov 1994 08:49:37 GMT", -1},
    {"Son, 06 Nov 1994 08:49:37 GMT", -1},
    {"Sun, 06 NOV 1994 08:49:37 GMT", -1},
    {"Wed, 29 Feb 1995 08:49:37 GMT", -1},
    {"Sun, 06 Nov 1994 24:49:37 GMT", -1},
    {"Sun, 06 Nov 1994 08:49:60 GMT", -1},
    {"Sunday, 06-Nov-94 08:49:37 GMT", -1},
    {"Sun Nov  6 08:49:37 1994", -1},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        int64_t wait = -1;
        struct error e = {.code = ERROR_NONE};
        bool parsed = retry_after_parse(slice_of_string(cases[i].value), NOW, &wait, &e);

        is_int(parsed ? wait : -1, cases[i].wait, cases[i].value);
        ok(parsed == (e.code == ERROR_NONE), "and an error where it is none");
    }
    return tap_done();
}
