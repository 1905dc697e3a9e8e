/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What was checked, and how each check came out: all of them, in a fixed order, whether one before
 * failed or not. No allocation.
 *
 * Trouble is an error, "revoked" is a verdict, and the two never mix: a forged or malformed answer
 * is a check that failed.
 */
#ifndef OCSPKIT_VERDICT_H
#define OCSPKIT_VERDICT_H

#include "compiler.h"
#include "reason.h"

#include <stdbool.h>

enum check_result {
    CHECK_SKIP, /* there was nothing to check, or no way to */
    CHECK_PASS,
    CHECK_FAIL,
};

#define CHECK_DETAIL_MAX 256

struct check {
    const char *name;      /* stable: "signer" */
    const char *reference; /* "RFC 6960 4.2.2.2" */
    enum check_result result;
    bool noted;                    /* it did not fail, and is to be shown all the same */
    enum reason reason;            /* of a failure; of a note, if it has one */
    char detail[CHECK_DETAIL_MAX]; /* what was wanted and found, or ""; may hold raw input */
};

#define VERDICT_CHECKS_MAX 21

struct verdict {
    struct check checks[VERDICT_CHECKS_MAX];
    size_t count;
};

/* "pass", "fail", "skip" */
const char *check_result_word(enum check_result result);

/* How a check came out; `format` makes the detail. */
void check_pass(struct check *c);
void check_fail(struct check *c, enum reason reason, const char *format, ...) PRINTF(3, 4);
void check_skip(struct check *c, const char *format, ...) PRINTF(2, 3);

/* Something to be said beside the result, which stays; `reason` may be REASON_NONE. */
void check_note(struct check *c, enum reason reason, const char *format, ...) PRINTF(3, 4);

/* Adds a check, which is skipped until it says otherwise; there is room for VERDICT_CHECKS_MAX. */
struct check *verdict_add(struct verdict *verdict, const char *name, const char *reference);

/* The first check that failed; null where none did. */
const struct check *verdict_failure(const struct verdict *verdict);

/* The check of that name; null where there is none. */
const struct check *verdict_find(const struct verdict *verdict, const char *name);

#endif
