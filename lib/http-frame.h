/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a program and ocspkit-http say to each other over two pipes: a stream of frames each way. A
 * frame is a line of words with a blank between them, and then bytes, as many as the line says,
 * with nothing between the parts or behind them. Lengths are in bytes, times in milliseconds,
 * numbers in decimal. On standard input of ocspkit-http:
 *
 *     request ID METHOD URL-LENGTH FIELDS-LENGTH BODY-LENGTH TIME-OUT CONNECT-TIME-OUT BODY-MAX
 *     URL FIELDS BODY
 *
 * METHOD is GET or POST. FIELDS are header fields, "NAME: VALUE" each and ended by CR LF. On
 * standard output, one for each request, in the order in which they complete:
 *
 *     answer ID WORD URL-LENGTH MESSAGE-LENGTH TIME ADDRESS
 *     URL MESSAGE
 *
 * WORD is "answered" or says why no answer came; see enum http_outcome. MESSAGE is an HTTP message
 * whose body has no transfer coding left, or a line for people that says why not. URL is the one
 * that was asked last, after redirections; ADDRESS who answered it, "192.0.2.1:80",
 * "[2001:db8::1]:80", or "-" where there was no connection. What a line has behind these words is
 * passed over.
 *
 * Does not check what is in a URL: http-url.h does.
 */
#ifndef OCSPKIT_HTTP_FRAME_H
#define OCSPKIT_HTTP_FRAME_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

#define HTTP_TIMEOUT         15000
#define HTTP_CONNECT_TIMEOUT 5000

/* How an exchange went. Other programs may have other words: HTTP_OTHER. */
enum http_outcome {
    HTTP_ANSWERED,         /* a whole message came, whatever its status */
    HTTP_TIME_OUT,         /* resolving, connecting or the exchange took too long */
    HTTP_RESOLVE,          /* the host's name has no address */
    HTTP_CONNECT,          /* nobody answers at its addresses */
    HTTP_TLS,              /* no secure connection, or not with whom was wanted */
    HTTP_PROXY,            /* the proxy would not */
    HTTP_CUT_SHORT,        /* the connection ended before the message did */
    HTTP_TOO_LARGE,        /* over BODY-MAX, or LIMIT_HTTP_HEAD */
    HTTP_URL_REFUSED,      /* not http or https, with credentials, too long, malformed */
    HTTP_ADDRESS_REFUSED,  /* --public-only */
    HTTP_REDIRECT_REFUSED, /* too many, or to where no redirection may lead */
    HTTP_MALFORMED,        /* not HTTP, or ambiguous */
    HTTP_OTHER,
};

/* "answered", "time-out", "resolve" ...; stable. */
const char *http_outcome_word(enum http_outcome outcome);

/* All slices are of the bytes that were parsed. */
struct http_request {
    uint64_t id; /* the asker's own; comes back with the answer */
    struct slice method;
    struct slice url;
    struct slice fields; /* "Accept: x/y\r\nContent-Type: x/y\r\n" */
    struct slice body;
    uint32_t timeout;         /* of the whole exchange, redirections included; ms; 0: 15 s */
    uint32_t connect_timeout; /* until the connection is ready for the request; ms; 0: 5 s */
    size_t body_max;          /* of the answer */
};

struct http_answer {
    uint64_t id;
    enum http_outcome outcome;
    struct slice word; /* the outcome's, as it stands in the frame; the formatter needs none */
    struct slice url;
    struct slice message; /* for http_message_parse(), or why there is none */
    uint32_t time;        /* from the start of the exchange; waiting for its turn not included */
    struct slice address;
};

/* Appends a frame. Errors: those of the parser, and of the buffer. */
bool http_frame_build_request(struct buffer *b, const struct http_request *request,
                              struct error *e) MUST_USE;
bool http_frame_build_answer(struct buffer *b, const struct http_answer *answer,
                             struct error *e) MUST_USE;

/*
 * Parses the frame that the bytes begin with. *len is how many bytes it has. Where that is more
 * than there are, nothing else is set: its end has still to come, and *len is at least how far it
 * goes. Errors: ERROR_ENCODING, ERROR_LIMIT; after either the stream is of no use any more.
 */
bool http_frame_parse_request(struct slice bytes, struct http_request *request, size_t *len,
                              struct error *e) MUST_USE;
bool http_frame_parse_answer(struct slice bytes, struct http_answer *answer, size_t *len,
                             struct error *e) MUST_USE;

/* Takes a header field from the front of *fields, which http_frame_parse_request() has checked;
 * false at the end. `line` is "NAME: VALUE" without its end. */
bool http_fields_next(struct slice *fields, struct slice *name, struct slice *line);

#endif
