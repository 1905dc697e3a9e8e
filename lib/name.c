/* SPDX-License-Identifier: Apache-2.0 */
#include "name.h"

#include "der-value.h"
#include "hex.h"
#include "oid.h"
#include "string-type.h"

static bool read_attribute(struct der *d, struct name_attribute *attribute, struct error *e)
{
    struct der inside;
    const uint8_t *start;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, &attribute->type, e))
        return error_in(e, "type");
    start = inside.at;
    if (!der_read_value(&inside, &attribute->tag, &attribute->value, e))
        return error_in(e, "value");
    attribute->element = slice_of(start, (size_t)(inside.at - start));
    return der_end(&inside, e);
}

static bool parse_attribute(struct der *d, struct slice *element, struct error *e)
{
    const uint8_t *start = d->at;
    struct name_attribute attribute;

    if (!read_attribute(d, &attribute, e))
        return false;
    *element = slice_of(start, (size_t)(d->at - start));
    if (string_type_is_known(attribute.tag))
        string_check(d, attribute.tag, attribute.value);
    return true;
}

bool name_parse_rdn(struct der *inside, struct error *e)
{
    struct slice before = SLICE_NONE;
    struct slice element;
    size_t count = 0;

    if (der_at_end(inside))
        return error_at(e, ERROR_DER, der_offset(inside),
                        "expected at least one AttributeTypeAndValue, found none");
    for (; !der_at_end(inside); count++) {
        if (!parse_attribute(inside, &element, e))
            return error_in(e, "[%zu]", count);
        if (!der_in_set_order(before, element))
            der_depart(inside, DEPARTURE_SET_ORDER);
        before = element;
    }
    return true;
}

static bool parse_rdns(struct der *d, struct error *e)
{
    struct der rdn;

    for (size_t i = 0; !der_at_end(d); i++) {
        if (i == LIMIT_RDNS)
            return error_at(e, ERROR_LIMIT, der_offset(d), "expected at most %d RDNs, found more",
                            LIMIT_RDNS);
        if (!der_enter(d, DER_SET, &rdn, e) || !name_parse_rdn(&rdn, e))
            return error_in(e, "rdnSequence[%zu]", i);
    }
    return true;
}

bool name_parse(struct der *d, struct slice *name, struct error *e)
{
    const uint8_t *start = d->at;
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e) || !parse_rdns(&inside, e))
        return false;
    *name = slice_of(start, (size_t)(d->at - start));
    return true;
}

struct name_walk name_walk(struct slice name)
{
    departure_set known = 0;
    struct der d = der_over(name, &known);
    struct name_walk walk = {SLICE_NONE, SLICE_NONE};

    (void)(der_read(&d, DER_SEQUENCE, &walk.rdns, NULL) || error_in(NULL, "name"));
    return walk;
}

/* Whether there was another RDN to go into. */
static bool next_rdn(struct name_walk *walk)
{
    departure_set known = 0;
    struct der d = der_over(walk->rdns, &known);

    if (!der_read(&d, DER_SET, &walk->attributes, NULL))
        return false;
    walk->rdns = der_rest(&d);
    return true;
}

bool name_next(struct name_walk *walk, struct name_attribute *attribute)
{
    departure_set known = 0;
    struct der d;

    attribute->joins = walk->attributes.len > 0;
    if (!attribute->joins && !next_rdn(walk))
        return false;
    d = der_over(walk->attributes, &known);
    if (!read_attribute(&d, attribute, NULL))
        return false;
    walk->attributes = der_rest(&d);
    return true;
}

static bool append_hex(struct buffer *out, struct slice octets, struct error *e)
{
    uint8_t *room = buffer_room(out, 1 + 2 * octets.len, e);

    if (room == NULL)
        return false;
    room[0] = '#';
    hex_encode(room + 1, octets);
    out->len += 1 + 2 * octets.len;
    return true;
}

/* RFC 4514 2.4: what has a backslash in front. */
static bool wants_escape(struct slice text, size_t i)
{
    switch (text.data[i]) {
    case '"':
    case '+':
    case ',':
    case ';':
    case '<':
    case '>':
    case '\\':
        return true;
    case '#':
        return i == 0;
    case ' ':
        return i == 0 || i + 1 == text.len;
    default:
        return false;
    }
}

/* Doubles the room at most: puts the backslashes into the text from `start` on, from its end
 * backwards. */
static bool escape_from(struct buffer *out, size_t start, enum name_style style, struct error *e)
{
    struct slice text = slice_from(buffer_slice(out), start);
    size_t escapes = 0;
    uint8_t *at;

    for (size_t i = 0; i < text.len; i++)
        escapes += style == NAME_RFC4514 ? wants_escape(text, i) : text.data[i] == '\\';
    if (LIKELY(escapes == 0))
        return true;
    at = buffer_room(out, escapes, e);
    if (at == NULL)
        return false;
    at += escapes;
    text = slice_from(buffer_slice(out), start);
    out->len += escapes;
    for (size_t i = text.len; escapes > 0; i--) {
        bool escape = style == NAME_RFC4514 ? wants_escape(text, i - 1) : text.data[i - 1] == '\\';

        *--at = text.data[i - 1];
        if (escape) {
            *--at = '\\';
            escapes--;
        }
    }
    return true;
}

static bool append_type(struct buffer *out, enum name_style style, struct slice type,
                        const struct oid *known, struct error *e)
{
    char dotted[OID_DOTTED_MAX];

    if (LIKELY(known != NULL))
        return buffer_append(
            out, slice_of_string(style == NAME_RFC4514 ? known->name : known->label), e);
    if (oid_to_dotted(type, dotted, NULL))
        return buffer_append(out, slice_of_string(dotted), e);
    return append_hex(out, type, e); /* an arc of more than 64 bits */
}

static bool append_attribute(struct buffer *out, enum name_style style,
                             const struct name_attribute *attribute, struct error *e)
{
    const struct oid *known = oid_find(attribute->type);
    size_t start;

    if (!append_type(out, style, attribute->type, known, e) || !buffer_append(out, SLICE("="), e))
        return false;
    if (!string_type_is_known(attribute->tag) || (style == NAME_RFC4514 && known == NULL))
        return append_hex(out, attribute->element, e);
    start = out->len;
    return string_append_utf8(out, attribute->tag, attribute->value, e) &&
           escape_from(out, start, style, e);
}

/* What stands between attributes: in one RDN, and between two. */
static struct slice separator(enum name_style style, bool joins)
{
    if (style == NAME_RFC4514)
        return joins ? SLICE("+") : SLICE(",");
    return joins ? SLICE(" + ") : SLICE(", ");
}

static bool append_walk(struct buffer *out, enum name_style style, struct name_walk walk,
                        struct error *e)
{
    struct name_attribute attribute;

    for (bool first = true; name_next(&walk, &attribute); first = false) {
        bool joins = attribute.joins && !first;

        if (!first && !buffer_append(out, separator(style, joins), e))
            return false;
        if (!append_attribute(out, style, &attribute, e))
            return false;
    }
    return true;
}

bool name_append_rdn(struct buffer *out, enum name_style style, struct slice attributes,
                     struct error *e)
{
    return append_walk(out, style, (struct name_walk){SLICE_NONE, attributes}, e);
}

/* RDNs are met first to last and written last to first: by groups, so that the stack has places for
 * each group's beginning and for the RDNs of one. */
#define RDNS_AT_A_TIME 64
#define GROUPS_MAX     (LIMIT_RDNS / RDNS_AT_A_TIME)

/* Of the group that begins at `rdns`, `count` of them. */
static bool append_reversed(struct buffer *out, struct slice rdns, size_t count, struct error *e)
{
    struct slice seen[RDNS_AT_A_TIME];
    struct name_walk walk = {rdns, SLICE_NONE};

    for (size_t i = 0; i < count && next_rdn(&walk); i++)
        seen[i] = walk.attributes;
    for (size_t i = count; i > 0; i--) {
        if (!name_append_rdn(out, NAME_RFC4514, seen[i - 1], e))
            return false;
        if (i > 1 && !buffer_append(out, SLICE(","), e))
            return false;
    }
    return true;
}

static bool append_groups(struct buffer *out, struct name_walk walk, struct error *e)
{
    struct slice groups[GROUPS_MAX];
    struct slice rest = walk.rdns;
    size_t count = 0;

    for (; count < LIMIT_RDNS && next_rdn(&walk); count++) {
        if (count % RDNS_AT_A_TIME == 0)
            groups[count / RDNS_AT_A_TIME] = rest;
        rest = walk.rdns;
    }
    while (count > 0) {
        size_t first = (count - 1) / RDNS_AT_A_TIME * RDNS_AT_A_TIME;

        if (!append_reversed(out, groups[first / RDNS_AT_A_TIME], count - first, e) ||
            (first > 0 && !buffer_append(out, SLICE(","), e)))
            return false;
        count = first;
    }
    return true;
}

bool name_append(struct buffer *out, enum name_style style, struct slice name, struct error *e)
{
    struct name_walk walk = name_walk(name);

    return style == NAME_OPENSSL ? append_walk(out, style, walk, e) : append_groups(out, walk, e);
}
