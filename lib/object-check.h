/* SPDX-License-Identifier: Apache-2.0 */
/* That an object is what it looks like, to its last byte; what it says does not matter. */
#ifndef OCSPKIT_OBJECT_CHECK_H
#define OCSPKIT_OBJECT_CHECK_H

#include "compiler.h"
#include "object.h"

/*
 * Every kind that has DER of its own. Errors: those of its parser; ERROR_CONTENT for what is of no
 * such kind, and for an encrypted private key, which is anything until it is decrypted.
 */
bool object_check(const struct object *object, struct error *e) MUST_USE;

#endif
