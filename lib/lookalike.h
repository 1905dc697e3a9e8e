/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that are often given by mistake, known by how they begin, so that the error can say what
 * was found. Only the first bytes are looked at.
 */
#ifndef OCSPKIT_LOOKALIKE_H
#define OCSPKIT_LOOKALIKE_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

/* "HTML (a captive portal's page?)"; null where the bytes begin as none of these files does. */
const char *lookalike_find(struct slice start);

/* False where the bytes begin as one of these files does: ERROR_CONTENT, naming it. */
bool lookalike_check(struct slice start, struct error *e) MUST_USE;

#endif
