/* SPDX-License-Identifier: Apache-2.0 */
#include "progress.h"

#include "clock.h"
#include "slice.h"

#include <stdio.h>
#include <unistd.h>

#define BEGINS_AFTER 2000 /* milliseconds */
#define EVERY        200

/* A counter that cannot be written is not missed. */
static void put(struct slice text)
{
    ssize_t put = write(STDERR_FILENO, text.data, text.len);

    (void)put;
}

void progress_begin(struct progress *p)
{
    *p = (struct progress){.wanted = isatty(STDERR_FILENO) != 0, .certificates = p->certificates};
    if (p->wanted)
        p->began = clock_milliseconds();
}

void progress_show(struct progress *p, size_t lines)
{
    size_t count = p->certificates != NULL ? *p->certificates : lines;
    const char *what = p->certificates != NULL ? "certificate" : "line";
    char text[80];
    int64_t at;
    int len;

    if (!p->wanted)
        return;
    at = clock_milliseconds();
    if (at - p->began < BEGINS_AFTER || at - p->last < EVERY)
        return;
    len = snprintf(text, sizeof(text), "\r%zu %s%s, %lld s", count, what, count == 1 ? "" : "s",
                   (long long)(at - p->began) / 1000);
    put(slice_of(text, (size_t)len));
    p->shown = true;
    p->last = at;
}

void progress_clear(struct progress *p)
{
    if (!p->shown)
        return;
    put(SLICE("\r                                        \r"));
    p->shown = false;
}
