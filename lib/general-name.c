/* SPDX-License-Identifier: Apache-2.0 */
#include "general-name.h"

#include "der-value.h"
#include "name.h"
#include "oid.h"
#include "string-type.h"

#include <stdio.h>

static bool parse_other_name(struct der *d, struct general_name *name, struct error *e)
{
    struct der inside;
    struct der explicit;
    struct slice contents;
    uint8_t tag;

    if (!der_enter(d, DER_CONTEXT(OTHER_NAME), &inside, e))
        return false;
    if (!der_read_oid(&inside, &name->type_id, e))
        return error_in(e, "type-id");
    if (!der_enter(&inside, DER_CONTEXT(0), &explicit, e))
        return error_in(e, "value");
    name->value = der_rest(&explicit);
    if (!der_read_value(&explicit, &tag, &contents, e) || !der_end(&explicit, e))
        return error_in(e, "value");
    return der_end(&inside, e);
}

static bool parse_directory_name(struct der *d, struct slice *name, struct error *e)
{
    struct der explicit;

    return der_enter(d, DER_CONTEXT(DIRECTORY_NAME), &explicit, e) &&
           name_parse(&explicit, name, e) && der_end(&explicit, e);
}

static bool parse_registered_id(struct der *d, struct slice *oid, struct error *e)
{
    if (!der_read(d, DER_CONTEXT_PRIMITIVE(REGISTERED_ID), oid, e))
        return false;
    if (oid_check(*oid, e))
        return true;
    if (e != NULL) {
        e->has_offset = true;
        e->offset = (size_t)(oid->data - d->origin);
    }
    return false;
}

static bool parse_ia5_string(struct der *d, uint8_t tag, struct slice *text, struct error *e)
{
    if (!der_read(d, tag, text, e))
        return false;
    string_check(d, DER_IA5_STRING, *text);
    return true;
}

static bool fail_choice(const struct der *d, struct error *e)
{
    if (der_at_end(d))
        return error_at(e, ERROR_DER, der_offset(d), "expected a GeneralName, found the end");
    return error_at(e, ERROR_DER, der_offset(d),
                    "expected a GeneralName ([0] to [8]), found 0x%02X", *d->at);
}

/* ORAddress, EDIPartyName: DER, and no more is asked of it. */
static bool parse_structure(struct der *d, uint8_t tag, struct slice *element, struct error *e)
{
    struct der before = *d;

    return der_read_element(d, tag, element, e) && der_check_value(before, e);
}

bool general_name_parse(struct der *d, struct general_name *name, struct error *e)
{
    uint8_t tag = der_at_end(d) ? 0 : *d->at;

    name->type = (enum general_name_type)(tag & 0x1F);
    name->type_id = SLICE_NONE;
    switch (tag) {
    case DER_CONTEXT_PRIMITIVE(RFC822_NAME):
    case DER_CONTEXT_PRIMITIVE(DNS_NAME):
    case DER_CONTEXT_PRIMITIVE(UNIFORM_RESOURCE_IDENTIFIER):
        return parse_ia5_string(d, tag, &name->value, e);
    case DER_CONTEXT_PRIMITIVE(IP_ADDRESS):
        return der_read(d, tag, &name->value, e);
    case DER_CONTEXT(X400_ADDRESS):
    case DER_CONTEXT(EDI_PARTY_NAME):
        return parse_structure(d, tag, &name->value, e);
    case DER_CONTEXT(OTHER_NAME):
        return parse_other_name(d, name, e);
    case DER_CONTEXT(DIRECTORY_NAME):
        return parse_directory_name(d, &name->value, e);
    case DER_CONTEXT_PRIMITIVE(REGISTERED_ID):
        return parse_registered_id(d, &name->value, e);
    default:
        return fail_choice(d, e);
    }
}

static bool check_name(struct der *d, struct error *e)
{
    struct general_name name;

    return general_name_parse(d, &name, e);
}

bool general_names_parse(struct der *d, uint8_t tag, struct slice *names, struct error *e)
{
    if (!der_read_list(d, tag, DER_MAY_BE_EMPTY, check_name, names, e))
        return false;
    if (names->len == 0)
        der_depart(d, DEPARTURE_NAMES_EMPTY);
    return true;
}

bool general_names_next(struct slice *names, struct general_name *name)
{
    departure_set known = 0;
    struct der d = der_over(*names, &known);

    if (der_at_end(&d) || !general_name_parse(&d, name, NULL))
        return false;
    *names = der_rest(&d);
    return true;
}

bool general_name_append_ip(struct buffer *out, struct slice address, struct error *e)
{
    const uint8_t *a = address.data;
    char text[40];
    size_t len = 0;

    if (address.len == 4) {
        len = (size_t)snprintf(text, sizeof(text), "%u.%u.%u.%u", a[0], a[1], a[2], a[3]);
    } else if (address.len == 16) {
        for (size_t i = 0; i < 16; i += 2)
            len += (size_t)snprintf(text + len, sizeof(text) - len, "%s%X", i > 0 ? ":" : "",
                                    (unsigned)a[i] << 8 | a[i + 1]);
    } else {
        return error_set(e, ERROR_DER, "expected an address of 4 or 16 octets, found %zu",
                         address.len);
    }
    return buffer_append(out, slice_of(text, len), e);
}
