/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inputs of a run in their order: each has a certificate under way, or what that came to, which
 * waits for its turn to be written.
 */
#ifndef OCSPKIT_FETCH_PLACES_H
#define OCSPKIT_FETCH_PLACES_H

#include "fetch-task.h"

struct fetch_place {
    struct fetch_task *task; /* null: it is done */
    struct buffer name;      /* of the input */
    size_t index;            /* which object of it */
    struct buffer record;
    struct buffer object; /* of --get */
    struct fetch_place *next;
};

/* Starts as {0}. */
struct fetch_places {
    struct fetch_place *first, *last;
    size_t kept; /* bytes of those that are done */
};

void fetch_places_free(struct fetch_places *places);

/* Another one behind the others, with a task that is to be begun. Null: no memory. */
struct fetch_place *fetch_places_add(struct fetch_places *places, struct slice name, size_t index);

/* It is done, and that is its record. Errors: ERROR_MEMORY; it is done all the same. */
bool fetch_places_finish(struct fetch_places *places, struct fetch_place *place,
                         struct slice record, struct error *e) MUST_USE;

/* The first one, where it is done; else null. */
struct fetch_place *fetch_places_ready(const struct fetch_places *places);

/* Takes the first one away, which is done. */
void fetch_places_drop(struct fetch_places *places);

#endif
