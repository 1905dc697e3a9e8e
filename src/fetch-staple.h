/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The answer that a server staples (RFC 6066 8): a file with one OCSP response in DER, which is
 * replaced only by one that is verified, good and newer than what is there.
 */
#ifndef OCSPKIT_FETCH_STAPLE_H
#define OCSPKIT_FETCH_STAPLE_H

#include "fetch-task.h"

/*
 * Replaces the file, as a whole, with the good response that the task got, if it got one and the
 * certificate comes out as good. What is there stays where it passes every check at world->at and
 * its thisUpdate is as late. Errors: ERROR_SYSTEM, ERROR_MEMORY.
 */
bool fetch_staple(const char *path, const struct fetch_task *task, struct fetch_world *world,
                  struct error *e) MUST_USE;

#endif
