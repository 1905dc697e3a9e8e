/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PKCS#7 bundle in a source: in its place stand the certificates and CRLs that it holds, one
 * after the other, as several PEM blocks would.
 * They come in the order of the encoding, or a leaf first.
 */
#ifndef OCSPKIT_SOURCE_BUNDLE_H
#define OCSPKIT_SOURCE_BUNDLE_H

#include "buffer.h"
#include "object.h"
#include "pkcs7.h"

struct source_bundle {
    struct object whole;   /* as it was found */
    struct pkcs7 rest;     /* what was not given yet; none in a zeroed one */
    bool leaf_first;       /* the certificates come in the order of chain_order() */
    struct buffer ordered; /* struct slice, where they do; else empty */
    size_t next;           /* which of them comes next */
};

#define SOURCE_BUNDLE_INIT                                                                         \
    {                                                                                              \
        .ordered = BUFFER_INIT(LIMIT_OUTPUT)                                                       \
    }

/* Safe on a zeroed one. */
void source_bundle_free(struct source_bundle *bundle);

/*
 * Opens the bundle that *object is, and gives the first object of it there. What departs from DER
 * around the objects is told with the first.
 */
bool source_bundle_open(struct source_bundle *bundle, struct object *object,
                        struct error *e) MUST_USE;

/* Whether objects of it are left. */
static inline bool source_bundle_has_more(const struct source_bundle *bundle)
{
    return (bundle->rest.certificates.len | bundle->rest.crls.len) != 0;
}

static inline void source_bundle_close(struct source_bundle *bundle)
{
    bundle->rest.certificates = bundle->rest.crls = SLICE_NONE;
}

/* The next object, without its index; false where none is left. */
bool source_bundle_next(struct source_bundle *bundle, struct object *object);

#endif
