/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 in lines, as PEM has it (RFC 7468 2): 64 characters in each but the last. */
#ifndef OCSPKIT_BASE64_LINES_H
#define OCSPKIT_BASE64_LINES_H

#include "base64.h"

#define BASE64_LINE_OCTETS 48 /* what 64 characters stand for */

/* How many characters stand for n octets, padding and line ends included. */
#define BASE64_LINES_LEN(n) (BASE64_LEN(n) + ((n) + BASE64_LINE_OCTETS - 1) / BASE64_LINE_OCTETS)

/*
 * The standard alphabet, padded, a line end behind each line, no NUL: writes
 * BASE64_LINES_LEN(in.len) bytes and returns that number. A line at a time where the processor has
 * AVX2.
 */
size_t base64_encode_lines(uint8_t *out, struct slice in);

#endif
