/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A serial number is typed in hex. One of decimal digits alone may be meant as a decimal number,
 * which is how Python and Go print it; that it was read as hex is then worth a word.
 */
#ifndef OCSPKIT_SERIAL_DECIMAL_H
#define OCSPKIT_SERIAL_DECIMAL_H

#include "slice.h"

/* A number that 20 octets hold (RFC 5280 4.1.2.2) has no more digits. */
#define SERIAL_DECIMAL_DIGITS 49

/* Whether the text may be either: decimal digits alone, two or more, no zero in front. */
bool serial_decimal_may_be_meant(struct slice text);

/*
 * "8193 was read as hex; the decimal number 8193 is 2001", or with `others` "8193 and 2 others were
 * ...". `serial_number` has the contents octets of a text that may be either. Into `out`, which it
 * returns.
 */
#define SERIAL_DECIMAL_TEXT_MAX 256
const char *serial_decimal_explain(struct slice serial_number, size_t others,
                                   char out[SERIAL_DECIMAL_TEXT_MAX]);

#endif
