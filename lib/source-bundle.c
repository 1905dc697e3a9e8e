/* SPDX-License-Identifier: Apache-2.0 */
#include "source-bundle.h"

#include "chain-order.h"

void source_bundle_free(struct source_bundle *bundle)
{
    buffer_free(&bundle->ordered);
}

/* The next of the certificates that were put in order; false where none is left of these. */
static bool next_ordered(struct source_bundle *bundle, struct slice *der)
{
    size_t count = bundle->ordered.len / sizeof(*der);

    if (bundle->next == count)
        return false;
    memcpy(der, bundle->ordered.data + bundle->next * sizeof(*der), sizeof(*der));
    if (++bundle->next == count)
        bundle->rest.certificates = SLICE_NONE; /* the CRLs come next */
    return true;
}

bool source_bundle_next(struct source_bundle *bundle, struct object *object)
{
    enum object_kind kind = OBJECT_CERTIFICATE;
    struct slice der;

    if (!next_ordered(bundle, &der) && !pkcs7_next(&bundle->rest, &kind, &der))
        return false;
    *object = bundle->whole;
    object->kind = kind;
    object->der = der;
    object->offset += (size_t)(der.data - bundle->whole.der.data);
    return true;
}

static bool parse(struct source_bundle *bundle, struct slice der, struct error *e)
{
    bundle->next = 0;
    bundle->ordered.len = 0;
    return pkcs7_parse(der, &bundle->rest, e) &&
           (!bundle->leaf_first || chain_order(bundle->rest.certificates, &bundle->ordered, e));
}

bool source_bundle_open(struct source_bundle *bundle, struct object *object, struct error *e)
{
    bundle->whole = *object;
    if (!parse(bundle, object->der, e)) {
        source_bundle_close(bundle);
        return false;
    }
    (void)source_bundle_next(bundle, object);
    object->departures = bundle->rest.departures;
    return true;
}
