/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a whole text that is no PEM stands for: base64 or hex of DER, a GET URL, a line of a log
 * with a GET URL in it.
 */
#ifndef OCSPKIT_SOURCE_TEXT_H
#define OCSPKIT_SOURCE_TEXT_H

#include "buffer.h"
#include "error.h"
#include "object.h"
#include "slice.h"

struct source_text {
    enum object_encoding encoding;
    struct slice der;       /* in `decoded` */
    struct slice responder; /* of a GET URL, in the text; else SLICE_NONE */
    unsigned repairs;       /* mask of enum ocsp_url_repair */
    bool several;           /* on failure: a GET URL that can be read in more than one way */
};

/* Whether a file that begins so is DER, or at least no text: control characters or bytes over 0x7F
 * near its start. */
bool source_text_is_binary(struct slice start);

/*
 * Decodes the text into `decoded`, whose content it replaces. Errors: ERROR_ENCODING with the
 * offset in the text, ERROR_CONTENT where it is none of these.
 */
bool source_text_decode(struct slice text, struct buffer *decoded, struct source_text *result,
                        struct error *e) MUST_USE;

/*
 * Of a text that source_text_decode() failed on: the DER of the first GET URL in it in which a
 * request begins, broken as it is; SLICE_NONE where there is none. For showing where it breaks.
 */
struct slice source_text_look(struct slice text, struct buffer *decoded);

#endif
