/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Percent-encoding, RFC 3986 section 2.1.
 *
 * Decodes once: what was escaped twice needs two calls. '+' stays '+', for it is no blank in a path
 * and is a digit of base64. Does not check which characters stand unescaped.
 */
#ifndef OCSPKIT_PERCENT_H
#define OCSPKIT_PERCENT_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/*
 * Appends `text` with each %XX replaced by its byte. False: ERROR_ENCODING with the offset in
 * `text` of a '%' without two hex digits behind it, ERROR_LIMIT or ERROR_MEMORY; `out` then holds
 * what it held.
 */
bool percent_decode(struct slice text, struct buffer *out, struct error *e) MUST_USE;

#endif
