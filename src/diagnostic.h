/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A diagnostic is one line: what it is about, where in it, what was wanted and what was found. What
 * comes from an input is escaped.
 */
#ifndef OCSPKIT_DIAGNOSTIC_H
#define OCSPKIT_DIAGNOSTIC_H

#include "error.h"
#include "slice.h"

struct diagnostic_place {
    struct slice source; /* the input as given; empty where there is none */
    const char
        *list; /* the list that it is a line of: shown instead of it, with the line; or null */
    size_t line;
    size_t index; /* which object of the input: "#2" for the second */
};

/* "ocspkit: LIST:LINE: SOURCE#N: PATH: WHAT (byte M)"; nobody could be told of a failure to write
 * it. */
void diagnostic_write(int fd, const struct diagnostic_place *place, const struct error *e);

/* Lines that belong to the diagnostic before; the text is escaped already. */
void diagnostic_write_text(int fd, struct slice text);

#endif
