/* SPDX-License-Identifier: Apache-2.0 */
/* A number in decimal digits, without stdio: lists have millions of them. */
#ifndef OCSPKIT_DECIMAL_H
#define OCSPKIT_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

#define DECIMAL_MAX 20 /* digits of 64 bits */

/* Writes the digits, no NUL, and returns how many there are. */
size_t decimal_format(uint64_t number, uint8_t out[DECIMAL_MAX]);

#endif
