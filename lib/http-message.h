/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An HTTP/1 message as it stands in a file or comes from a connection, RFC 9112: a request or a
 * response. Lines may end in LF alone (2.2). "HTTP/2 200", as curl -i writes it, is read as well.
 *
 * Does not check the version, the method, which fields may stand together, or what a field's value
 * means beyond those below. Does not undo content codings (gzip).
 */
#ifndef OCSPKIT_HTTP_MESSAGE_H
#define OCSPKIT_HTTP_MESSAGE_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/* All slices are of the text; an absent field is SLICE_NONE. */
struct http_message {
    struct slice start_line;
    struct slice method; /* of a request; SLICE_NONE in a response */
    struct slice target;
    int status; /* of a response; 0 in a request */
    struct slice content_type;
    struct slice content_encoding;
    struct slice retry_after; /* seconds, or a date */
    bool chunked;
    bool has_content_length;
    size_t content_length;
    struct slice body;   /* as it stands; see http_message_body() */
    struct slice behind; /* what follows the message: another one, or what nobody asked for */
};

/* Whether a method or the name of a field may have this character (RFC 9110 5.6.2). */
bool http_is_token_char(uint8_t c);

/*
 * Whether the text begins as a message does, with a start line and a header field. *more: the text
 * may, once there is more of it.
 */
bool http_message_begins(struct slice text, bool *more);

/*
 * Parses the message that the text begins with. In front of it may stand responses of which
 * nothing but the head was saved, directly followed by the next: 100 Continue, a proxy's answer to
 * CONNECT, redirections. The text may end behind any line of the head. Errors: ERROR_ENCODING with
 * the offset in the text.
 */
bool http_message_parse(struct slice text, struct http_message *message, struct error *e) MUST_USE;

/*
 * The body without its transfer coding: of the text, or put together in `decoded`, whose content it
 * replaces. A body that is said to be chunked and does not begin so was saved without the coding.
 * *missing: how many bytes fewer there are than were declared, at least one where the last chunk is
 * not there; whether what is there is whole is for its own form to say. Errors: ERROR_ENCODING.
 */
bool http_message_body(const struct http_message *message, struct buffer *decoded,
                       struct slice *body, size_t *missing, struct error *e) MUST_USE;

#endif
