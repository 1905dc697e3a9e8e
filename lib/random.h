/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that nobody can foresee, from the system's generator. */
#ifndef OCSPKIT_RANDOM_H
#define OCSPKIT_RANDOM_H

#include "compiler.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Errors: ERROR_SYSTEM; nothing in `out` is random then. */
bool random_fill(uint8_t *out, size_t len, struct error *e) MUST_USE;

#endif
