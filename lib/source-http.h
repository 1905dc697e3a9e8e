/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An input that is HTTP messages, all of it in memory: what each of them holds, and how an error in
 * it names the message. What is in a body is for source.h to tell.
 */
#ifndef OCSPKIT_SOURCE_HTTP_H
#define OCSPKIT_SOURCE_HTTP_H

#include "buffer.h"
#include "error.h"
#include "slice.h"

struct source_http {
    struct slice start_line; /* of the message that is being read; SLICE_NONE where there is none */
    struct slice content;    /* its body; of a request without one, its target */
    size_t declared;         /* bytes that the body was to have */
    size_t missing;          /* of them; 0: all are there, or nothing was declared */
    struct slice behind;     /* the messages that follow */
};

/*
 * Opens the message that `text` begins with; `body` is overwritten. Errors: ERROR_ENCODING with the
 * offset in the text, ERROR_CONTENT where it has no body, or one in a content coding.
 */
bool source_http_open(struct source_http *http, struct slice text, struct buffer *body,
                      struct error *e) MUST_USE;

/* Puts the start line behind the error about a message's content. Returns false. */
bool source_http_fail(const struct source_http *http, struct error *e);

/* The error of a body that ends early. Returns false. */
bool source_http_fail_short(const struct source_http *http, struct error *e);

/* Goes on with what follows the message; false where nothing does. */
bool source_http_next(struct source_http *http, struct slice *text);

#endif
