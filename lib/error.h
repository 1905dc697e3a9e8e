/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What went wrong, where, and what was wanted. The caller's, no allocation, always the last
 * parameter:
 *
 *     return error_set(e, ERROR_DER, "expected %s, found %s", ...);         the place that notices
 *     return parse_single(d, &single, e) || error_in(e, "responses[%zu]", i);   each level above it
 *
 * so that the path builds itself from the inside out: "responses[3].certID.serialNumber".
 * All of these functions return false, for the caller to return in turn. A null `e` is allowed
 * where nobody wants the reason (a trial reading).
 *
 * Trouble only: "revoked" and "no match" are verdicts, not errors.
 */
#ifndef OCSPKIT_ERROR_H
#define OCSPKIT_ERROR_H

#include "compiler.h"

#include <stdbool.h>
#include <stddef.h>

enum error_code {
    ERROR_NONE,
    ERROR_USAGE,    /* the command line */
    ERROR_SYSTEM,   /* the operating system said no: no such file, no space */
    ERROR_CONTENT,  /* what was given is nothing that the command reads */
    ERROR_ENCODING, /* base64, hex, PEM, percent, URL */
    ERROR_DER,      /* malformed DER, or not the production that was wanted */
    ERROR_LIMIT,    /* over a limit, which the text names */
    ERROR_MEMORY,
};

#define ERROR_PATH_MAX 256
#define ERROR_TEXT_MAX 512

struct error {
    enum error_code code;
    bool has_offset;
    size_t offset;             /* bytes, from the start of the object that the path is in */
    size_t path_len;           /* the path grows to the front: it is the last path_len bytes */
    char path[ERROR_PATH_MAX]; /* see error_path() */
    char
        text[ERROR_TEXT_MAX]; /* what was wanted and what was found; one line, may hold raw input */
};

/* Starts an error anew: code and text, no path, no offset. Returns false. */
bool error_set(struct error *e, enum error_code code, const char *format, ...) PRINTF(3, 4) COLD;

/* The same, about the byte at `offset`. Returns false. */
bool error_at(struct error *e, enum error_code code, size_t offset, const char *format, ...)
    PRINTF(4, 5) COLD;

/* Puts a component before the path: "x", "x[3]", or "[3]" for the level above to name. Returns
 * false. */
bool error_in(struct error *e, const char *format, ...) PRINTF(2, 3) COLD;

/* The error of a failed system call, from errno: "WHAT: No such file or directory". Returns false.
 */
bool error_system(struct error *e, const char *format, ...) PRINTF(2, 3) COLD;

/* So that the compiler knows as well what they return, and follows a failure no further. */
#define error_set(...)    ((error_set)(__VA_ARGS__), false)
#define error_at(...)     ((error_at)(__VA_ARGS__), false)
#define error_in(...)     ((error_in)(__VA_ARGS__), false)
#define error_system(...) ((error_system)(__VA_ARGS__), false)

/* The path as a string, "" where there is none. */
const char *error_path(const struct error *e);

/* The code's word in JSON: "usage", "system", "content", "encoding", "der", "limit", "memory". */
const char *error_code_word(enum error_code code);

#endif
