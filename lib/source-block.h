/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PEM block of a source: where it stands, what is in it, and that its label says so.
 */
#ifndef OCSPKIT_SOURCE_BLOCK_H
#define OCSPKIT_SOURCE_BLOCK_H

#include "buffer.h"
#include "object.h"

/* Where a line that starts with `word`, behind nothing but blanks, stands from `from` on; text.len
 * where there is none. */
size_t source_block_find_line(struct slice text, size_t from, struct slice word);

/*
 * Where the first PEM block begins, from `from` on: at the start of a line, or anywhere in the line
 * that it stands on as a whole. text.len where there is none; *again is then from where to look
 * once more of the text is there.
 */
size_t source_block_find(struct slice text, size_t from, bool is_all, size_t *again);

/*
 * How long the PEM block at the front of `text` is, its END line included; it ends before another
 * BEGIN line. 0 where its end is not there yet, unless this is all: *searched bytes hold neither,
 * and need not be looked at again.
 */
size_t source_block_length(struct slice text, bool is_all, size_t *searched);

/*
 * Decodes the block that `text` is and sets *object's kind, DER and label. `writable` is where the
 * text begins, whose base64 is then written over; where it is null, that must not be, and the DER
 * lies in `decoded`, whose content is replaced. Key parameters (EC PARAMETERS) are known by their
 * label alone. Of a private key that is encrypted in its PEM there is no DER. Behind the
 * certificate of a TRUSTED CERTIFICATE stand OpenSSL's trust settings: they are not given, which is
 * a departure.
 *
 * Errors: ERROR_ENCODING with the offset in the text; ERROR_CONTENT where label and content
 * disagree, or the label is not known.
 */
bool source_block_decode(struct slice text, uint8_t *writable, struct buffer *decoded,
                         struct object *object, struct error *e) MUST_USE;

/* Whether it is labelled as a private key, so that key parameters before it are a part of it. */
bool source_block_is_private_key(struct slice text);

#endif
