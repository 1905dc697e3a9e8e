/* SPDX-License-Identifier: Apache-2.0 */
#include "source-bundle.h"

bool source_bundle_next(struct source_bundle *bundle, struct object *object)
{
    enum object_kind kind;
    struct slice der;

    if (!pkcs7_next(&bundle->rest, &kind, &der))
        return false;
    *object = bundle->whole;
    object->kind = kind;
    object->der = der;
    object->offset += (size_t)(der.data - bundle->whole.der.data);
    return true;
}

bool source_bundle_open(struct source_bundle *bundle, struct object *object, struct error *e)
{
    bundle->whole = *object;
    if (!pkcs7_parse(object->der, &bundle->rest, e)) {
        source_bundle_close(bundle);
        return false;
    }
    (void)source_bundle_next(bundle, object);
    object->departures = bundle->rest.departures;
    return true;
}
