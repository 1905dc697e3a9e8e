/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lines of a list, read in bounded pieces: constant memory whatever the list's length. A
 * trailing CR is no part of a line, an empty line is counted and passed over. Separated by NUL
 * instead, an item may hold line ends.
 */
#ifndef OCSPKIT_LINES_H
#define OCSPKIT_LINES_H

#include "buffer.h"
#include "error.h"
#include "slice.h"

struct lines {
    int fd;
    uint8_t separator;
    struct buffer window;
    struct slice unread;
    size_t number; /* of the line last given, from 1 */
    /* Where not null: called before a read, which may have to wait; false ends the list. */
    bool (*before_read)(void *context);
    void *context;
};

/* "-" is standard input. Errors: ERROR_SYSTEM. */
bool lines_open(struct lines *l, const char *path, bool null, struct error *e) MUST_USE;
void lines_close(struct lines *l);

/*
 * The next line that is not empty, valid until the next call; *found is false at the end. A line
 * over LIMIT_LINE fails, is passed over, and reading goes on behind it; after another failure
 * *found stays false.
 */
bool lines_next(struct lines *l, struct slice *line, bool *found, struct error *e) MUST_USE;

/*
 * Puts before what went wrong where it did: "line 3 of FILE", or, line being 0, the file alone.
 * Returns false.
 */
bool lines_fail(const char *path, size_t line, struct error *e);

#endif
