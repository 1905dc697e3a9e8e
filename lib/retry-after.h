/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long a server asks to wait, RFC 9110 10.2.3: a number of seconds, or a date in the one form
 * that is written today ("Sun, 06 Nov 1994 08:49:37 GMT"); the two obsolete ones are refused. The
 * day of the week is not held against the date.
 */
#ifndef OCSPKIT_RETRY_AFTER_H
#define OCSPKIT_RETRY_AFTER_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

/*
 * The value of a Retry-After field. *wait: seconds from `now` (seconds since 1970 UTC) on, 0 for a
 * date that is past. Errors: ERROR_ENCODING.
 */
bool retry_after_parse(struct slice value, int64_t now, int64_t *wait, struct error *e) MUST_USE;

#endif
