/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PEM block of a source: what is in it, and that its label says so.
 */
#ifndef OCSPKIT_SOURCE_BLOCK_H
#define OCSPKIT_SOURCE_BLOCK_H

#include "buffer.h"
#include "object.h"

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
