/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-string.h"

#include "oid.h"
#include "string-type.h"
#include "timestamp.h"

void describe_composed(struct report *r, const struct field *f, bool complete)
{
    if (complete)
        report_string(r, f, buffer_slice(&r->scratch));
    else
        r->failed = true;
}

void describe_string(struct report *r, const struct field *f, uint8_t tag, struct slice contents)
{
    describe_composed(r, f, string_append_utf8(report_scratch(r), tag, contents, &r->trouble));
}

bool oid_append(struct report *r, struct buffer *out, struct slice oid)
{
    const struct oid *known = oid_find(oid);
    char dotted[OID_DOTTED_MAX] = "";

    if (known != NULL)
        return buffer_append(out, slice_of_string(report_is_text(r) ? known->label : known->name),
                             &r->trouble);
    return !oid_to_dotted(oid, dotted, NULL) ||
           buffer_append(out, slice_of_string(dotted), &r->trouble);
}

static bool append_time(struct report *r, struct buffer *out, int64_t time)
{
    uint8_t text[TIMESTAMP_OPENSSL_LEN];
    size_t len = report_is_text(r) ? TIMESTAMP_OPENSSL_LEN : TIMESTAMP_RFC3339_LEN;

    if (report_is_text(r))
        timestamp_format_openssl(time, text);
    else
        timestamp_format_rfc3339(time, text);
    return buffer_append(out, slice_of(text, len), &r->trouble);
}

static bool append_hex(struct report *r, struct buffer *out, struct slice element)
{
    uint8_t *at = buffer_room(out, 2 * element.len + 1, &r->trouble);

    if (at == NULL)
        return false;
    *at = '#';
    hex_encode(at + 1, element);
    out->len += 2 * element.len + 1;
    return true;
}

bool any_append(struct report *r, struct buffer *out, struct slice element)
{
    departure_set known = 0;
    struct der d = der_over(element, &known);
    struct der again = d;
    struct slice contents;
    int64_t time;
    uint8_t tag;

    if (!der_read_any(&again, &tag, &contents, NULL))
        return append_hex(r, out, element);
    if (string_type_is_known(tag))
        return string_append_utf8(out, tag, contents, &r->trouble);
    again = d;
    if (tag == DER_OID && der_read_oid(&again, &contents, NULL))
        return oid_append(r, out, contents);
    again = d;
    if ((tag == DER_UTC_TIME || tag == DER_GENERALIZED_TIME) && der_read_time(&again, &time, NULL))
        return append_time(r, out, time);
    return append_hex(r, out, element);
}

void describe_any(struct report *r, const struct field *f, struct slice element)
{
    describe_composed(r, f, any_append(r, report_scratch(r), element));
}
