/* SPDX-License-Identifier: Apache-2.0 */
#include "sct.h"

#define LOG_ID_LEN 32

/* opaque<0..2^16-1> from the front of *from. */
static bool take_opaque(struct slice *from, struct slice *opaque)
{
    size_t len;

    if (from->len < 2)
        return false;
    len = (size_t)from->data[0] << 8 | from->data[1];
    if (from->len - 2 < len)
        return false;
    *opaque = slice_first(slice_from(*from, 2), len);
    *from = slice_from(*from, 2 + len);
    return true;
}

static bool take_octet(struct slice *from, uint8_t *octet)
{
    if (from->len == 0)
        return false;
    *octet = from->data[0];
    *from = slice_from(*from, 1);
    return true;
}

static bool fail_length(const struct der *d, struct slice at, struct error *e)
{
    return error_at(e, ERROR_DER, (size_t)(at.data - d->origin),
                    "expected a length of two octets and as many as it says, found %zu in all",
                    at.len);
}

bool scts_parse(struct der *d, struct slice *list, struct error *e)
{
    struct slice octets;
    struct slice rest;
    struct slice sct;

    if (!der_read(d, DER_OCTET_STRING, &octets, e))
        return false;
    rest = octets;
    if (!take_opaque(&rest, list) || rest.len > 0)
        return fail_length(d, octets, e);
    rest = *list;
    for (size_t i = 0; rest.len > 0; i++) {
        if (take_opaque(&rest, &sct))
            continue;
        (void)fail_length(d, rest, e);
        return error_in(e, "sct_list[%zu]", i);
    }
    return true;
}

static bool look_inside(struct slice rest, struct sct *sct)
{
    uint8_t version;

    if (!take_octet(&rest, &version) || version != 0 || rest.len < LOG_ID_LEN + 8)
        return false;
    sct->log_id = slice_first(rest, LOG_ID_LEN);
    sct->timestamp = 0;
    for (size_t i = 0; i < 8; i++)
        sct->timestamp = sct->timestamp << 8 | rest.data[LOG_ID_LEN + i];
    rest = slice_from(rest, LOG_ID_LEN + 8);
    return take_opaque(&rest, &sct->extensions) && take_octet(&rest, &sct->hash) &&
           take_octet(&rest, &sct->signature_algorithm) && take_opaque(&rest, &sct->signature) &&
           rest.len == 0;
}

bool scts_next(struct slice *list, struct sct *sct)
{
    *sct = (struct sct){.serialized = SLICE_NONE};
    if (!take_opaque(list, &sct->serialized))
        return false;
    sct->is_v1 = look_inside(sct->serialized, sct);
    return true;
}
