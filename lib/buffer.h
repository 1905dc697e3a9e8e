/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes that grow, up to a cap. Always owns its bytes; freed at scope end:
 *
 *     struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_LINE);
 *
 * Growing past the cap fails with ERROR_LIMIT, no memory with ERROR_MEMORY, and the content stays.
 * This header is also the one list of limits.
 */
#ifndef OCSPKIT_BUFFER_H
#define OCSPKIT_BUFFER_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

#define KIB ((size_t)1024)
#define MIB (KIB * KIB)

/* Every limit there is, in bytes where nothing else is said. */
#define LIMIT_OCSP           (100 * KIB) /* an OCSP request or response */
#define LIMIT_CERTIFICATE    (64 * KIB)
#define LIMIT_CRL            (32 * MIB)
#define LIMIT_CA_ISSUERS     MIB         /* what a caIssuers URL gives */
#define LIMIT_FETCH_INPUT    (16 * MIB)  /* the certificates of an input of fetch */
#define LIMIT_OBJECT         (32 * MIB)  /* any one object: the largest of the above */
#define LIMIT_LINE           (256 * KIB) /* a line of a list */
#define LIMIT_TEXT           (48 * MIB)  /* an object in base64, with its line ends */
#define LIMIT_URL_CANDIDATES 16          /* places in a GET URL where a request may begin */
#define LIMIT_URL_REPAIRED   (8 * KIB)   /* of a GET URL that was changed on the way, its request */
#define LIMIT_URL_COLLAPSED  8           /* slashes that are put back */
#define LIMIT_URL_READINGS   64          /* ways to put them back */
#define LIMIT_NESTING        32          /* levels */
#define LIMIT_EXTENSIONS     128         /* in one list */
#define LIMIT_RDNS           1024        /* in one Name */
#define LIMIT_PUBLISHED      (16 * MIB)  /* fingerprints, not bytes, in all the lists of a run */
#define LIMIT_FIELD          MIB         /* a field of CSV */
#define LIMIT_LABEL          KIB         /* what a list calls an entry; the rest is cut off */
#define LIMIT_SIGNERS        16          /* certificates among which a response's signer may be */
#define LIMIT_POINT_NAMES    128         /* of a distribution point that are compared */
#define LIMIT_SERIAL         128         /* octets */
#define LIMIT_OID            128         /* octets */
#define LIMIT_OUTPUT         (2047 * MIB) /* one record, as text or JSON */
#define LIMIT_URL            2048         /* a URL that is asked */
#define LIMIT_HTTP_HEAD      (64 * KIB)   /* header fields; what comes in is counted in all */
#define LIMIT_HTTP_TIME      86400000     /* milliseconds, of an exchange */
#define LIMIT_REDIRECTS      3
#define LIMIT_FRAME_LINE     512 /* between a program and ocspkit-http */
#define LIMIT_HTTP_FRAME     (LIMIT_FRAME_LINE + 2 * LIMIT_HTTP_HEAD + LIMIT_OBJECT)
#define LIMIT_HTTP_JOBS      1024        /* exchanges at a time */
#define LIMIT_HTTP_WAITING   (2 * MIB)   /* requests that wait for their turn, in all */
#define LIMIT_HTTP_BODIES    (256 * MIB) /* what the exchanges under way may bring, in all */
#define LIMIT_HTTP_CLIENT    (16 * MIB)  /* requests that ocspkit-http has not taken yet */

struct buffer {
    uint8_t *data;
    size_t len;
    size_t size; /* what is allocated */
    size_t cap;  /* what may be allocated */
};

#define BUFFER_INIT(the_cap)                                                                       \
    {                                                                                              \
        .data = NULL, .len = 0, .size = 0, .cap = (the_cap)                                        \
    }

/* Safe on a zeroed buffer; leaves an empty one with the same cap. */
void buffer_free(struct buffer *b);

/* Makes room for `more` bytes behind the content. False: cap or memory; e may be null. */
bool buffer_grow(struct buffer *b, size_t more, struct error *e) MUST_USE;

/* Room for `more` bytes, at least one, to be written by the caller, who then adds to b->len; null
 * where there is none. */
static inline uint8_t *buffer_room(struct buffer *b, size_t more, struct error *e)
{
    if (UNLIKELY(b->size - b->len < more) && !buffer_grow(b, more, e))
        return NULL;
    return b->data + b->len;
}

bool buffer_append(struct buffer *b, struct slice bytes, struct error *e) MUST_USE;

/* The content; valid until the buffer next grows. */
static inline struct slice buffer_slice(const struct buffer *b)
{
    return (struct slice){b->data, b->len};
}

#endif
