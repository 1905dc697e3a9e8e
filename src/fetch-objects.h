/* SPDX-License-Identifier: Apache-2.0 */
/* Where the objects of fetch --get go: a file beside the report, or standard output in the place of
 * one. */
#ifndef OCSPKIT_FETCH_OBJECTS_H
#define OCSPKIT_FETCH_OBJECTS_H

#include "output.h"
#include "session.h"

struct fetch_objects {
    struct session *session;
    bool wanted;
    struct output output; /* its name is null where they go to standard output */
    bool wrote;
};

/* A null path: nowhere. Errors: those of output_open(), and the session's source is the path. */
bool fetch_objects_open(struct fetch_objects *objects, struct session *session, const char *path,
                        struct error *e) MUST_USE;

/* Writes what an input came to, in the order of the inputs. Trouble is said, once. */
void fetch_objects_write(struct fetch_objects *objects, struct slice bytes);

/* Puts the file in its place, unless nothing was written: an old one is better than an empty one.
 */
void fetch_objects_close(struct fetch_objects *objects);

#endif
