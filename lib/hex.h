/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes as hexadecimal digits. Upper case on the way out, every spelling in use on the way in.
 *
 * Says nothing of what the bytes mean: labels ("SHA1 Fingerprint=") and lengths are the caller's.
 */
#ifndef OCSPKIT_HEX_H
#define OCSPKIT_HEX_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/* Upper-case digits without separators: 2 * in.len bytes, no NUL. */
void hex_encode(uint8_t *out, struct slice in);

/* The value of a hex digit of either case, 0 to 15; -1 where `c` is none. */
int hex_digit(uint8_t c);

/*
 * Appends the bytes that `text` spells. Either case; "0x" may stand in front; blanks, line ends,
 * colons and dashes are ignored before, between and after bytes, not between the two digits of a
 * byte. No digits at all are no bytes. False: ERROR_ENCODING with the offset in `text`, ERROR_LIMIT
 * or ERROR_MEMORY; `out` is then as it was.
 */
bool hex_decode(struct slice text, struct buffer *out, struct error *e) MUST_USE;

/*
 * Two digits and a colon for each byte, "0a:1b:" or in upper case: 3 * in.len bytes. Returns the
 * place behind them, where one byte more is written over.
 */
uint8_t *hex_encode_lower_colons(uint8_t *out, struct slice in);
uint8_t *hex_encode_upper_colons(uint8_t *out, struct slice in);

#endif
