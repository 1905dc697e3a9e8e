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

/*
 * The identifiers so far. They differ most often in the last octet: a bit for each value of it says
 * whether one has it, so that a list without duplicates is not searched for each of its members.
 */
struct seen {
    struct slice extn_ids[LIMIT_EXTENSIONS];
    size_t count;
    uint32_t last_octets[8];
};

/* Adds an identifier; false with its place where it is there already. */
static bool see(struct seen *seen, struct slice extn_id, size_t *place)
{
    uint8_t last = extn_id.data[extn_id.len - 1];
    uint32_t bit = UINT32_C(1) << last % 32;

    if (UNLIKELY((seen->last_octets[last / 32] & bit) != 0)) {
        for (*place = 0; *place < seen->count; ++*place) {
            if (slice_equal(seen->extn_ids[*place], extn_id))
                return false;
        }
    }
    seen->last_octets[last / 32] |= bit;
    seen->extn_ids[seen->count++] = extn_id;
    return true;
}

bool extensions_parse(struct der *d, struct extensions *extensions, struct error *e)
{
    struct seen seen;
    struct der inside;
    size_t before;

    *extensions = (struct extensions){SLICE_NONE, 0};
    if (!der_read(d, DER_SEQUENCE, &extensions->list, e))
        return false;
    inside = der_within(d, extensions->list);
    seen.count = 0;
    memset(seen.last_octets, 0, sizeof(seen.last_octets));
    do {
        size_t offset = der_offset(&inside);
        struct extension extension;

        if (extensions->count == LIMIT_EXTENSIONS)
            return error_at(e, ERROR_LIMIT, offset, "expected at most %d extensions, found more",
                            LIMIT_EXTENSIONS);
        if (!parse_extension(&inside, &extension, e))
            return error_in(e, "[%zu]", extensions->count);
        if (!see(&seen, extension.extn_id, &before)) {
            (void)error_at(e, ERROR_DER, offset,
                           "expected each extension once, found that of [%zu] again", before);
            return error_in(e, "[%zu]", extensions->count);
        }
        extensions->count++;
    } while (!der_at_end(&inside));
    return true;
}

FLATTEN bool extensions_parse_all(struct der *explicit, struct extensions *extensions,
                                  struct error *e)
{
    return extensions_parse(explicit, extensions, e) && der_end(explicit, e);
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
