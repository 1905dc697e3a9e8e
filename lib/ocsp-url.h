/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GET URL (RFC 6960 A.1): {url of the responder}/{url-encoding of the base64 of the DER of the
 * OCSPRequest}.
 *
 * The request is the longest suffix of path segments that decodes to one whole SEQUENCE. Scheme,
 * host and path in front of it may be anything or missing; '/', '+' and '=' of the base64 may stand
 * raw, the padding may be missing, the alphabet URL-safe; a query, a fragment or a '/' may follow.
 * Whether the SEQUENCE is a request is for ocsp_request_parse() to say.
 */
#ifndef OCSPKIT_OCSP_URL_H
#define OCSPKIT_OCSP_URL_H

#include "buffer.h"
#include "error.h"
#include "slice.h"

enum ocsp_url_repair {
    OCSP_URL_ESCAPED_TWICE = 1,
    OCSP_URL_UNPADDED = 2,
    OCSP_URL_SAFE_ALPHABET = 4,
    OCSP_URL_BLANKS = 8,     /* ocsp-url-repair.h */
    OCSP_URL_COLLAPSED = 16, /* ocsp-url-repair.h */
};

struct ocsp_url {
    struct slice responder; /* of the URL: what stands before the request */
    struct slice request;   /* of the buffer: the request's DER */
    unsigned repairs;
};

/*
 * Finds the request in `url` and decodes it into `decoded`, whose content it replaces; the views
 * are valid as long as both. Errors: ERROR_CONTENT where no request begins anywhere in it (the
 * octets of a SEQUENCE in a SEQUENCE), ERROR_ENCODING or ERROR_DER where one does and is broken.
 */
bool ocsp_url_parse(struct slice url, struct buffer *decoded, struct ocsp_url *parsed,
                    struct error *e) MUST_USE;

/*
 * The first place at or behind `from` where a request begins; url.len where there is none. Only the
 * tags and lengths in front are looked at.
 */
size_t ocsp_url_begin(struct slice url, size_t from);

/*
 * Of a URL that ocsp_url_parse() failed on: what the base64 at the first place where a request
 * begins stands for, which is no whole SEQUENCE, so that it can be shown where it breaks. Decoded
 * into `decoded`, whose content it replaces. False: there is none, or it is no base64.
 */
bool ocsp_url_look(struct slice url, struct buffer *decoded, struct slice *der) MUST_USE;

/* The note that says what was repaired. */
const char *ocsp_url_repair_text(enum ocsp_url_repair repair);

#endif
