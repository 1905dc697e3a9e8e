/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fast part of base64.c, for nobody else: 32 characters at a time, where the processor has
 * AVX2.
 */
#ifndef OCSPKIT_BASE64_BLOCKS_H
#define OCSPKIT_BASE64_BLOCKS_H

#include "slice.h"

/*
 * Decodes blocks of 32 digits of the standard alphabet from the front of the text, and the last,
 * with its padding, where the text has whole groups of four. `out` has room for the bytes of all
 * the text and eight more. Returns how many bytes that made, *taken being the characters: 0 where
 * the text is shorter or begins with something else, or the processor cannot.
 */
size_t base64_decode_blocks(struct slice text, uint8_t *out, size_t *taken);

#endif
