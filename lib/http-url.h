/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A URL that may be asked, RFC 9110 4.2: http or https, a host, and nothing that two readers could
 * read in two ways. Refused are user names and passwords, blanks, control characters and what is
 * not ASCII, a host that ends in a number and is no IPv4 address as it is commonly written
 * ("127.1", "0x7f000001"), and what is over LIMIT_URL.
 *
 * Does not resolve names or undo percent-encoding; a host with a percent sign is refused.
 */
#ifndef OCSPKIT_HTTP_URL_H
#define OCSPKIT_HTTP_URL_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

struct http_url {
    struct slice text;
    bool https;
    struct slice host; /* a name or an address; without the brackets of IPv6 */
    uint16_t port;     /* 80 or 443 where none is given */
    uint8_t address[16];
    size_t address_len; /* 4 or 16 where the host is an address, else 0 */
};

/* Errors: ERROR_ENCODING, ERROR_LIMIT. */
bool http_url_parse(struct slice text, struct http_url *url, struct error *e) MUST_USE;

/* Whether both are of the same scheme, host and port. */
bool http_url_same_origin(const struct http_url *a, const struct http_url *b);

/* A number that is the same for URLs of the same origin. */
uint64_t http_url_origin_hash(const struct http_url *url);

#endif
