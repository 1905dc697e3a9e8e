/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A response as it arrives, in pieces, under its limits; what becomes of it is an HTTP message
 * without transfer coding. Heads of 1xx responses in front and trailers behind are counted and
 * dropped. Refused is a message whose length can be read in two ways (RFC 9112 6.3): two
 * Content-Length that differ, or one beside a Transfer-Encoding.
 */
#ifndef OCSPKIT_HTTP_RESPONSE_H
#define OCSPKIT_HTTP_RESPONSE_H

#include "buffer.h"
#include "http-frame.h"

struct http_response {
    struct buffer message;
    size_t head; /* bytes of the message that are its head */
    int status;  /* 0: no status line came */
    size_t body_max;

    size_t head_bytes; /* of everything that was no body */
    bool head_ended;
    bool coded; /* a Transfer-Encoding was left out */

    enum http_outcome refusal; /* HTTP_ANSWERED: none */
    struct error error;        /* of the refusal */
};

/* Starts anew; the buffer's memory stays. */
void http_response_begin(struct http_response *r, size_t body_max);

/* A line of a head or a trailer, with its end. False: refused. */
bool http_response_add_line(struct http_response *r, struct slice line) MUST_USE;

/* A piece of the body. False: refused. */
bool http_response_add_body(struct http_response *r, struct slice bytes) MUST_USE;

/* Once it is whole. False: refused. */
bool http_response_check(struct http_response *r) MUST_USE;

void http_response_free(struct http_response *r);

#endif
