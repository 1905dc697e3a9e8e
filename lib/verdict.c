/* SPDX-License-Identifier: Apache-2.0 */
#include "verdict.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *check_result_word(enum check_result result)
{
    static const char *const words[] = {
        [CHECK_SKIP] = "skip",
        [CHECK_PASS] = "pass",
        [CHECK_FAIL] = "fail",
    };

    return words[result];
}

static void set(struct check *c, enum check_result result, enum reason reason, const char *format,
                va_list args) PRINTF(4, 0);

static void set(struct check *c, enum check_result result, enum reason reason, const char *format,
                va_list args)
{
    c->result = result;
    c->reason = reason;
    (void)vsnprintf(c->detail, sizeof(c->detail), format, args);
}

void check_pass(struct check *c)
{
    c->result = CHECK_PASS;
}

void check_fail(struct check *c, enum reason reason, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    set(c, CHECK_FAIL, reason, format, args);
    va_end(args);
    c->noted = false;
}

void check_skip(struct check *c, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    set(c, CHECK_SKIP, REASON_NONE, format, args);
    va_end(args);
}

void check_note(struct check *c, enum reason reason, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    set(c, c->result, reason, format, args);
    va_end(args);
    c->noted = true;
}

struct check *verdict_add(struct verdict *verdict, const char *name, const char *reference)
{
    struct check *c = &verdict->checks[verdict->count];

    assert(verdict->count < VERDICT_CHECKS_MAX);
    verdict->count++;
    c->name = name;
    c->reference = reference;
    c->result = CHECK_SKIP;
    c->noted = false;
    c->reason = REASON_NONE;
    c->detail[0] = '\0';
    return c;
}

const struct check *verdict_failure(const struct verdict *verdict)
{
    for (size_t i = 0; i < verdict->count; i++) {
        if (verdict->checks[i].result == CHECK_FAIL)
            return &verdict->checks[i];
    }
    return NULL;
}

const struct check *verdict_find(const struct verdict *verdict, const char *name)
{
    for (size_t i = 0; i < verdict->count; i++) {
        if (strcmp(verdict->checks[i].name, name) == 0)
            return &verdict->checks[i];
    }
    return NULL;
}
