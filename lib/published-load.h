/* SPDX-License-Identifier: Apache-2.0 */
/* Published lists from files: whatever published.h reads, and certificates in DER or PEM. */
#ifndef OCSPKIT_PUBLISHED_LOAD_H
#define OCSPKIT_PUBLISHED_LOAD_H

#include "issuers.h"
#include "published-set.h"

/*
 * Adds what a file publishes ("-": standard input); of certificates their SHA-256. It has to be
 * whole. Errors: ERROR_SYSTEM, those of published_read() and of source_next(); *place is where, a
 * line, an object, or 0 and 0.
 */
bool published_load(struct published_set *set, const char *path, struct published_place *place,
                    struct error *e) MUST_USE;

/* Adds certificates that were loaded already: the system's. Errors: ERROR_LIMIT, ERROR_MEMORY. */
bool published_load_issuers(struct published_set *set, const struct issuers *issuers,
                            struct error *e) MUST_USE;

#endif
