/* SPDX-License-Identifier: Apache-2.0 */
#include "der.h"

#include "timestamp.h"

/* A time's own error says what is wrong with it; the place is where its contents begin. */
static bool fail_at(const struct der *d, struct slice text, struct error *e)
{
    if (e != NULL) {
        e->code = ERROR_DER;
        e->offset = (size_t)(text.data - d->origin);
        e->has_offset = true;
    }
    return false;
}

static bool read_generalized_time(struct der *d, uint8_t tag, int64_t *time, struct error *e)
{
    struct slice text;

    if (!der_read(d, tag, &text, e))
        return false;
    return timestamp_parse_generalized_time(text, time, e) || fail_at(d, text, e);
}

bool der_read_generalized_time(struct der *d, int64_t *time, struct error *e)
{
    return read_generalized_time(d, DER_GENERALIZED_TIME, time, e);
}

bool der_read_generalized_time_optional(struct der *d, uint8_t tag, bool *has, int64_t *time,
                                        struct error *e)
{
    *has = der_next_is(d, tag);
    return !*has || read_generalized_time(d, tag, time, e);
}

bool der_read_time(struct der *d, int64_t *time, struct error *e)
{
    struct slice text;

    if (!der_next_is(d, DER_UTC_TIME))
        return der_read_generalized_time(d, time, e);
    if (!der_read(d, DER_UTC_TIME, &text, e))
        return false;
    return timestamp_parse_utc_time(text, time, e) || fail_at(d, text, e);
}
