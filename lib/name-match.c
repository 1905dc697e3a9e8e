/* SPDX-License-Identifier: Apache-2.0 */
#include "name-match.h"

#include "string-type.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* Leaves no blank at the ends and one between words, and small letters. */
static void normalize(struct buffer *text)
{
    size_t len = 0;

    for (size_t i = 0; i < text->len; i++) {
        uint8_t c = text->data[i];

        if (c == ' ' && (len == 0 || text->data[len - 1] == ' '))
            continue;
        text->data[len++] = ascii_lower(c);
    }
    text->len = len > 0 && text->data[len - 1] == ' ' ? len - 1 : len;
}

/* What is no character is not the same as anything. */
static bool read_text(const struct name_attribute *attribute, struct buffer *text)
{
    text->len = 0;
    if (!string_append_utf8(text, attribute->tag, attribute->value, NULL) ||
        slice_find(buffer_slice(text), SLICE(REPLACEMENT)) < text->len)
        return false;
    normalize(text);
    return true;
}

static bool match_attributes(const struct name_attribute *a, const struct name_attribute *b)
{
    struct buffer text_a CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OBJECT);
    struct buffer text_b CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OBJECT);

    if (a->joins != b->joins || !slice_equal(a->type, b->type))
        return false;
    if (slice_equal(a->element, b->element))
        return true;
    return string_type_is_known(a->tag) && string_type_is_known(b->tag) && read_text(a, &text_a) &&
           read_text(b, &text_b) && slice_equal(buffer_slice(&text_a), buffer_slice(&text_b));
}

bool name_match(struct slice a, struct slice b)
{
    struct name_attribute attribute_a, attribute_b;
    struct name_walk walk_a, walk_b;

    if (slice_equal(a, b))
        return true;
    walk_a = name_walk(a);
    walk_b = name_walk(b);
    while (name_next(&walk_a, &attribute_a)) {
        if (!name_next(&walk_b, &attribute_b) || !match_attributes(&attribute_a, &attribute_b))
            return false;
    }
    return !name_next(&walk_b, &attribute_b);
}
