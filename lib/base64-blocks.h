/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fast part of base64.c, for nobody else: sixteen characters at a time, where the processor
 * has AVX.
 */
#ifndef OCSPKIT_BASE64_BLOCKS_H
#define OCSPKIT_BASE64_BLOCKS_H

#include "slice.h"

/*
 * Decodes blocks of sixteen digits of the standard alphabet from text.data + *at on, as long as
 * there are any and `out` has room for sixteen bytes; each makes twelve, the four behind them are
 * written over. What is left then is decoded too, if it is at most sixteen characters, all of them
 * digits, or padding that belongs there. Returns how many bytes that made, *at being behind it: 0
 * where the text begins with something else, or the processor cannot.
 */
size_t base64_decode_blocks(struct slice text, size_t *at, uint8_t *out, size_t room);

#endif
