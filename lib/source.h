/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One input, read as a stream of objects: a file, standard input, or text that was given itself.
 * Whatever it is called, the encoding and the kinds come from its content: DER, PEM with text
 * between its blocks, base64 or hex of DER, a GET URL or a line with one in it; or HTTP messages,
 * whose bodies or GET URLs are read. A PKCS#7 bundle is never given itself: what it holds is, in
 * its place, and with bundle.leaf_first in the order of chain_order().
 *
 * Bounded reads into one window that serves for all inputs of a run: memory depends on the largest
 * object, not on the length of the stream. The objects' bytes are valid until the next call.
 */
#ifndef OCSPKIT_SOURCE_H
#define OCSPKIT_SOURCE_H

#include "buffer.h"
#include "error.h"
#include "object.h"
#include "slice.h"
#include "source-bundle.h"
#include "source-http.h"

#include <sys/stat.h>

enum source_state {
    SOURCE_NEW,     /* nothing was looked at */
    SOURCE_DER,     /* objects stand in `unread` */
    SOURCE_PEM,     /* blocks stand in `unread` */
    SOURCE_DECODED, /* objects stand in `unread`, which lies in `decoded` or in the text itself */
    SOURCE_END,
};

struct source {
    int fd;              /* -1 where the input is text in memory, or all was read */
    off_t start;         /* where in the file the input begins; standard input may stand anywhere */
    int kept;            /* the file, for source_rewind(); else -1 */
    struct stat kept_as; /* what it was then */
    bool is_data;        /* text in memory: DER has no place in it */
    struct buffer window; /* what was read of the file; `unread` lies in it */
    struct slice unread;
    size_t consumed;       /* bytes of the input before `unread` */
    struct buffer decoded; /* DER from PEM, base64, hex, a URL */
    struct slice failed;   /* DER from byte `consumed` on in which no object could be told */
    struct buffer body;    /* of an HTTP message, put together from chunks */
    struct source_http http;
    enum source_state state; /* what comes next */
    enum object_encoding encoding;
    struct slice responder;
    unsigned repairs;
    size_t index;
    struct source_bundle bundle; /* its objects stand before what `state` says */
};

void source_init(struct source *s);
void source_free(struct source *s);

/* The file, "-" being standard input. Errors: ERROR_SYSTEM. */
bool source_open_file(struct source *s, const char *path, struct error *e) MUST_USE;

/* Text that holds the input itself; it has to stay until the source is closed. */
void source_open_data(struct source *s, struct slice text);

/* The bytes of a file that are in memory already; they have to stay until the source is closed. */
void source_open_bytes(struct source *s, struct slice bytes);

void source_close(struct source *s);

/*
 * The next object; *found is false at the end. On failure *index is that of the object that failed
 * and reading may go on: with the next PEM block, or to the end. An input without any object is an
 * error, so that every input gives one or more.
 */
bool source_next(struct source *s, struct object *object, bool *found, struct error *e) MUST_USE;

/*
 * For what is no stream of objects, or to tell first: the bytes that come next, at least `len` of
 * them or all there are, nothing being taken; and taking so many of them. Not once source_next()
 * was called. Errors: ERROR_SYSTEM.
 */
bool source_peek(struct source *s, size_t len, struct slice *bytes, struct error *e) MUST_USE;
void source_skip(struct source *s, size_t len);

/*
 * While a file is read: it is to be read once more. False where that cannot be: a pipe, text in
 * memory, or a file that was so short that all of it was read already.
 */
bool source_keep(struct source *s);

/* Begins the input that was kept anew. Errors: ERROR_SYSTEM, ERROR_CONTENT where it has changed. */
bool source_rewind(struct source *s, struct error *e) MUST_USE;

/* Whether source_next() would find nothing more; it need not be asked then. */
static inline bool source_is_at_end(const struct source *s)
{
    return s->state == SOURCE_END && s->http.behind.len == 0 && !source_bundle_has_more(&s->bundle);
}

/*
 * Whether an argument or a list's line is data by itself, not the name of a file: "://" or a blank
 * in it, or a whole OCSP request in base64, hex, or the path of a GET URL. `scratch` is
 * overwritten.
 */
bool source_is_data(struct slice argument, struct buffer *scratch);

#endif
