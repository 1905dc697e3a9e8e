/* SPDX-License-Identifier: Apache-2.0 */
/* The man pages, shown by the machine's own man. */
#ifndef OCSPKIT_MANUAL_H
#define OCSPKIT_MANUAL_H

#include "compiler.h"
#include "error.h"

#include <stdbool.h>

/*
 * Whether man is there and knows the page: says nothing, waits for "man -w PAGE". What only says
 * that the pages were left out of this system does not count.
 */
bool manual_exists(const char *page) MUST_USE;

/* Becomes "man PAGE"; returns only on failure, false with ERROR_SYSTEM. */
bool manual_show(const char *page, struct error *e) MUST_USE;

#endif
