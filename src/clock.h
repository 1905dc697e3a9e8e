/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How time passes: for time-outs, and the counter of a list. The one place beside main that reads a
 * clock, a monotonic one; what the date is comes from main.
 */
#ifndef OCSPKIT_CLOCK_H
#define OCSPKIT_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment, never backwards. */
int64_t clock_milliseconds(void);

#endif
