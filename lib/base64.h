/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Base64, RFC 4648 section 4; on the way in also the URL-safe alphabet of section 5.
 *
 * The decoder is lax where senders are: it does not check that the unused bits at the end are zero
 * (so several texts stand for the same bytes), nor the length of lines.
 */
#ifndef OCSPKIT_BASE64_H
#define OCSPKIT_BASE64_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/* How many characters stand for n bytes, padding included. */
#define BASE64_LEN(n) (((n) + 2) / 3 * 4)

/* What decoding n characters asks for: their bytes, and what a block writes too much. */
#define BASE64_ROOM(n) ((n) / 4 * 3 + 16)

/*
 * The standard alphabet, padded, in one line, no NUL: writes BASE64_LEN(in.len) bytes and returns
 * that number.
 */
size_t base64_encode(uint8_t *out, struct slice in);

/*
 * Appends the bytes that `text` stands for. Both alphabets, even mixed; padded in full or not at
 * all; blanks and line ends anywhere. False: ERROR_ENCODING with the offset in `text` (a character
 * outside the alphabets, one character left over at the end, wrong padding, data behind padding),
 * ERROR_LIMIT or ERROR_MEMORY; `out` then holds what it held.
 */
bool base64_decode(struct slice text, struct buffer *out, struct error *e) MUST_USE NOINLINE;

/*
 * The same for a text of the standard alphabet alone, in one piece, where the processor makes that
 * quick: false, and `out` as it was, for every other.
 */
bool base64_decode_plain(struct slice text, struct buffer *out) MUST_USE;

#endif
