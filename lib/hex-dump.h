/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes as programs show them to people, in either of two forms:
 *
 * - lines with an offset in hex in front, as Wireshark, xxd and hexdump -C write them, with the
 *   characters behind or without them;
 * - 0x30, 0x82 or \x30\x82, as they stand in a program: an array in braces, with what is before and
 *   behind it and with comments, or a string.
 *
 * Digits alone are for hex_decode().
 */
#ifndef OCSPKIT_HEX_DUMP_H
#define OCSPKIT_HEX_DUMP_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/* Whether the text begins as one of these forms does, with 0x30 as the first byte. */
bool hex_dump_begins(struct slice text);

/*
 * Appends the bytes. How many there are in a line follows from the next line's offset, so that the
 * characters are never taken for bytes; in the last line they end before two blanks. False:
 * ERROR_ENCODING with the offset in `text`, ERROR_LIMIT or ERROR_MEMORY; `out` may then hold a
 * part.
 */
bool hex_dump_decode(struct slice text, struct buffer *out, struct error *e) MUST_USE;

#endif
