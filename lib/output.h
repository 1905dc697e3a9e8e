/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where output goes: standard output, a device or pipe (written straight), or a file that appears
 * whole or not at all: written under a temporary name beside it and renamed. A symbolic link is
 * followed; an existing file's mode is kept. A signal that ends the program removes the temporary
 * file.
 */
#ifndef OCSPKIT_OUTPUT_H
#define OCSPKIT_OUTPUT_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

#include <sys/types.h>

struct output {
    int fd;
    const char *name; /* for messages */
    char *path;       /* what the temporary file will be renamed to; null where written straight */
    char *temporary;
};

/* Null or "-": standard output. `mode`: of a new file, before the umask. Errors: ERROR_SYSTEM. */
bool output_open(struct output *o, const char *path, mode_t mode, struct error *e) MUST_USE;

/* Before anything is written: nobody but the owner is to read the file, new or replaced. Standard
 * output and what is written straight stay as they are. */
bool output_make_private(struct output *o, struct error *e) MUST_USE;

bool output_write(struct output *o, struct slice bytes, struct error *e) MUST_USE;

/* Closes, checks, and puts the file in its place. On failure what stood there before is still
 * whole. */
bool output_commit(struct output *o, struct error *e) MUST_USE;

/* Closes and removes what was written. Safe after a commit and on a zeroed output. */
void output_discard(struct output *o);

#endif
