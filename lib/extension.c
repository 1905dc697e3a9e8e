/* SPDX-License-Identifier: Apache-2.0 */
#include "extension.h"

#include "buffer.h"

static bool parse_extension(struct der *d, struct extension *extension, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &extension->extn_id, e))
        return error_in(e, "extnID");
    if (!der_read_boolean_default_false(&inside, &extension->critical, e))
        return error_in(e, "critical");
    if (!der_read(&inside, DER_OCTET_STRING, &extension->extn_value, e))
        return error_in(e, "extnValue");
    return der_end(&inside, e);
}

/* They differ most often in the last octet, and are seldom of one length. */
static bool is_same_oid(struct slice a, struct slice b)
{
    return a.len == b.len && a.data[a.len - 1] == b.data[b.len - 1] && slice_equal(a, b);
}

bool extensions_parse(struct der *d, struct extensions *extensions, struct error *e)
{
    struct slice seen[LIMIT_EXTENSIONS];
    struct der inside;

    *extensions = (struct extensions){SLICE_NONE, 0};
    if (!der_read(d, DER_SEQUENCE, &extensions->list, e))
        return false;
    inside = der_within(d, extensions->list);
    do {
        size_t offset = der_offset(&inside);
        struct extension extension;

        if (extensions->count == LIMIT_EXTENSIONS)
            return error_at(e, ERROR_LIMIT, offset, "expected at most %d extensions, found more",
                            LIMIT_EXTENSIONS);
        if (!parse_extension(&inside, &extension, e))
            return error_in(e, "[%zu]", extensions->count);
        for (size_t i = 0; i < extensions->count; i++) {
            if (is_same_oid(seen[i], extension.extn_id)) {
                (void)error_at(e, ERROR_DER, offset,
                               "expected each extension once, found that of [%zu] again", i);
                return error_in(e, "[%zu]", extensions->count);
            }
        }
        seen[extensions->count++] = extension.extn_id;
    } while (!der_at_end(&inside));
    return true;
}

bool extensions_parse_explicit(struct der *d, uint8_t tag, struct extensions *extensions,
                               struct error *e)
{
    struct der explicit;

    return der_enter(d, tag, &explicit, e) && extensions_parse(&explicit, extensions, e) &&
           der_end(&explicit, e);
}

bool extensions_next(struct extensions *rest, struct extension *extension)
{
    departure_set known = 0;
    struct der d;

    if (rest->count == 0)
        return false;
    d = der_over(rest->list, &known);
    if (!parse_extension(&d, extension, NULL))
        return false;
    rest->list = slice_of(d.at, (size_t)(d.end - d.at));
    rest->count--;
    return true;
}

bool extensions_find(const struct extensions *extensions, struct slice extn_id,
                     struct extension *extension)
{
    struct extensions rest = *extensions;

    while (extensions_next(&rest, extension)) {
        if (slice_equal(extension->extn_id, extn_id))
            return true;
    }
    return false;
}
