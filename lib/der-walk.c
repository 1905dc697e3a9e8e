/* SPDX-License-Identifier: Apache-2.0 */
#include "der-walk.h"

#include "der.h"

#define CONSTRUCTED       0x20
#define HIGH_TAG_NUMBER   0x1F
#define TAG_OCTETS_MAX    6 /* more than any tag number in use takes */
#define LENGTH_OCTETS_MAX 4

void der_walk_start(struct der_walk *walk, struct slice bytes, size_t look_into)
{
    *walk = (struct der_walk){.bytes = bytes, .look_into = look_into};
}

/* How many octets the tag takes; 0 where it does not end. */
static size_t tag_octets(struct slice rest)
{
    size_t count = 1;

    if ((rest.data[0] & HIGH_TAG_NUMBER) != HIGH_TAG_NUMBER)
        return 1;
    while (count < rest.len && count < TAG_OCTETS_MAX && rest.data[count] >= 0x80)
        count++;
    return count < rest.len && rest.data[count] < 0x80 ? count + 1 : 0;
}

/* The length at the start of `rest`: how many octets it takes; 0 where there is none. */
static size_t length_octets(struct slice rest, size_t *len)
{
    size_t count;

    if (rest.len == 0)
        return 0;
    *len = rest.data[0];
    if (*len <= 0x80)
        return 1;
    count = *len & 0x7F;
    if (count > LENGTH_OCTETS_MAX || rest.len <= count)
        return 0;
    *len = 0;
    for (size_t i = 1; i <= count; i++)
        *len = *len << 8 | rest.data[i];
    return 1 + count;
}

/* Tag and length; false where they cannot be told. */
static bool read_header(struct slice rest, struct der_walk_element *element)
{
    size_t tag = tag_octets(rest);
    size_t length = tag > 0 ? length_octets(slice_from(rest, tag), &element->len) : 0;

    if (length == 0)
        return false;
    element->header = tag + length;
    element->indefinite = rest.data[tag] == 0x80;
    if (element->indefinite)
        element->len = rest.len - element->header;
    return true;
}

/* How many bytes of the contents stand in front of the elements in them; false where there are no
 * elements to look at. */
static bool is_entered(const struct der_walk *walk, const struct der_walk_element *element,
                       size_t *skipped)
{
    size_t start = element->offset + element->header;

    *skipped = element->tag == DER_BIT_STRING ? 1 : 0;
    if (walk->depth == LIMIT_NESTING || element->contents.len <= *skipped)
        return false;
    if ((element->tag & CONSTRUCTED) != 0)
        return true;
    return (element->tag == DER_OCTET_STRING || element->tag == DER_BIT_STRING) &&
           walk->look_into >= start + *skipped && walk->look_into < start + element->contents.len;
}

bool der_walk_next(struct der_walk *walk, struct der_walk_element *element)
{
    size_t end;
    size_t skipped;
    struct slice rest;

    while (walk->depth > 0 && walk->at == walk->ends[walk->depth - 1])
        walk->depth--;
    end = walk->depth > 0 ? walk->ends[walk->depth - 1] : walk->bytes.len;
    if (walk->at == end)
        return false;
    rest = slice_of(walk->bytes.data + walk->at, end - walk->at);
    *element = (struct der_walk_element){
        .offset = walk->at, .tag = rest.data[0], .depth = walk->depth, .contents = rest};
    walk->at = end;
    if (!read_header(rest, element))
        return true;
    rest = slice_from(rest, element->header);
    element->contents = slice_first(rest, element->len < rest.len ? element->len : rest.len);
    walk->at = end - rest.len + element->contents.len;
    element->entered = is_entered(walk, element, &skipped);
    if (element->entered) {
        walk->ends[walk->depth++] = walk->at;
        walk->at = element->offset + element->header + skipped;
    }
    return true;
}
