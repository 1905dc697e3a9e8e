/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where our reading and libcrypto's may differ, each with the reason; everything else that differs
 * is a failure. Each use is counted, and one that is never used fails too: the list stays true.
 */
#ifndef OCSPKIT_DIVERGENCE_H
#define OCSPKIT_DIVERGENCE_H

#include <stdbool.h>
#include <stddef.h>

enum divergence {
    DIVERGENCE_ATTRIBUTE_TYPE,
    DIVERGENCE_STRING_CHARACTERS,
    DIVERGENCE_GENERAL_NAME,
    DIVERGENCE_NONCE_EMPTY,
    DIVERGENCE_SCT,
    DIVERGENCE_X25519,
    DIVERGENCE_CONTENT,
    DIVERGENCE_COUNT,
};

/* The object that is compared from now on, for messages. */
void divergence_begin(const char *name, size_t mutant);

/* What has to be the same: where it is not, that is a failure. Returns `same`. */
bool require_same(bool same, const char *what);

/* More on the failure that was just told; null is nothing. */
void divergence_note(const char *text);

/* An allowed difference was met. */
void divergence_allow(enum divergence divergence);

/* How many differences there were in the object that are not allowed. */
size_t divergence_failures(void);

struct allowed_divergence {
    const char *what;
    const char *reason;
    size_t count; /* how often it was met */
};

const struct allowed_divergence *divergence_at(enum divergence divergence);

#endif
