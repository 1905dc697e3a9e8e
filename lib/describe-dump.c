/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-dump.h"

#include "der-walk.h"
#include "der.h"
#include "hex.h"
#include "oid.h"
#include "report.h"

#include <stdio.h>

#define VALUE_OCTETS 16 /* of a value in hex */
#define VALUE_CHARS  64 /* of one that is text */
#define INDENT_STEP  2

/* One run over the elements up to the place. */
struct run {
    const struct dump *dump;
    struct buffer *out;
    struct error *e;
    bool to_end;     /* what breaks was cut short: it is shown to its end */
    size_t count;    /* elements up to the place, or all of them */
    size_t left_out; /* since the last line */
};

static void start_walk(const struct dump *dump, struct der_walk *walk)
{
    der_walk_start(walk, dump->der, dump->has_place ? dump->place : SIZE_MAX);
}

static bool next_element(const struct run *run, struct der_walk *walk,
                         struct der_walk_element *element)
{
    return der_walk_next(walk, element) &&
           (!run->dump->has_place || run->to_end || element->offset <= run->dump->place);
}

static void count_elements(struct run *run)
{
    struct der_walk_element element;
    struct der_walk walk;

    start_walk(run->dump, &walk);
    for (run->count = 0; next_element(run, &walk, &element); run->count++) {
        if (run->dump->has_place && element.offset == run->dump->place)
            run->to_end = element.header > 0 && element.len > element.contents.len;
    }
}

/* Whether the place is inside of the element. */
static bool holds_place(const struct dump *dump, const struct der_walk_element *element)
{
    size_t start = element->offset + element->header;

    return dump->has_place && element->entered && dump->place >= start &&
           dump->place - start < element->contents.len;
}

/* --- values */

static bool append_octets(const struct run *run, struct slice octets)
{
    bool cut = octets.len > VALUE_OCTETS;
    uint8_t text[2 * VALUE_OCTETS];
    struct slice shown = slice_first(octets, cut ? VALUE_OCTETS : octets.len);

    if (octets.len == 0)
        return true;
    if (run->dump->hides_octets)
        return buffer_append(run->out, SLICE(" (not shown: it may be a key)"), run->e);
    hex_encode(text, shown);
    return buffer_append(run->out, SLICE(" "), run->e) &&
           buffer_append(run->out, slice_of(text, 2 * shown.len), run->e) &&
           (!cut || buffer_append(run->out, SLICE("..."), run->e));
}

static bool append_text(const struct run *run, struct slice text)
{
    bool cut = text.len > VALUE_CHARS;

    return buffer_append(run->out, SLICE(" '"), run->e) &&
           report_escape(run->out, slice_first(text, cut ? VALUE_CHARS : text.len), run->e) &&
           buffer_append(run->out, cut ? SLICE("...'") : SLICE("'"), run->e);
}

static bool append_oid(const struct run *run, struct slice oid)
{
    const struct oid *known = oid_find(oid);
    char dotted[OID_DOTTED_MAX];

    if (known == NULL && !oid_to_dotted(oid, dotted, NULL))
        return append_octets(run, oid);
    return buffer_append(run->out, SLICE(" "), run->e) &&
           buffer_append(run->out, slice_of_string(known != NULL ? known->name : dotted), run->e);
}

static bool append_value(const struct run *run, const struct der_walk_element *element)
{
    if (element->entered)
        return true;
    switch (element->tag) {
    case DER_OID:
        return append_oid(run, element->contents);
    case DER_UTF8_STRING:
    case DER_NUMERIC_STRING:
    case DER_PRINTABLE_STRING:
    case DER_TELETEX_STRING:
    case DER_IA5_STRING:
    case DER_VISIBLE_STRING:
    case DER_UTC_TIME:
    case DER_GENERALIZED_TIME:
        return append_text(run, element->contents);
    default:
        return append_octets(run, element->contents);
    }
}

/* --- lines */

/* "    =>    21: 2+20        " and the indentation of its depth. */
static bool append_head(const struct run *run, const char *mark, size_t offset, const char *size,
                        unsigned depth)
{
    char text[64 + INDENT_STEP * (LIMIT_NESTING + 1)];
    int len = snprintf(text, sizeof(text), "    %-2s%8zu: %-10s %*s", mark,
                       run->dump->base + offset, size, (int)(INDENT_STEP * depth), "");

    return buffer_append(run->out, slice_of(text, (size_t)len), run->e);
}

static bool append_tag(const struct run *run, uint8_t tag)
{
    char name[DER_TAG_NAME_MAX];
    struct slice text = slice_of_string(der_tag_name(tag, name));

    return buffer_append(run->out, slice_first(text, slice_find(text, SLICE(" (0x"))), run->e);
}

/* Whether it breaks right here: at the first byte of the element, or of its value. */
static bool is_place(const struct dump *dump, const struct der_walk_element *element)
{
    return dump->has_place &&
           (dump->place == element->offset ||
            (!element->entered && dump->place == element->offset + element->header &&
             element->contents.len > 0));
}

static bool is_shown(const struct run *run, const struct der_walk_element *element, size_t number)
{
    if (!run->dump->has_place)
        return number < DUMP_LINES;
    return run->count - number <= DUMP_LINES || holds_place(run->dump, element) ||
           is_place(run->dump, element);
}

static bool append_element(const struct run *run, const struct der_walk_element *element)
{
    const char *mark = is_place(run->dump, element) ? "=>" : "";
    char size[48] = "";

    if (element->indefinite)
        (void)snprintf(size, sizeof(size), "%zu+?", element->header);
    else if (element->header > 0)
        (void)snprintf(size, sizeof(size), "%zu+%zu", element->header, element->len);
    return append_head(run, mark, element->offset, size, element->depth) &&
           (element->header > 0 ? append_tag(run, element->tag) && append_value(run, element)
                                : buffer_append(run->out, SLICE("no element:"), run->e) &&
                                      append_octets(run, element->contents)) &&
           buffer_append(run->out, SLICE("\n"), run->e);
}

static bool append_left_out(struct run *run)
{
    char text[64];
    int len;

    if (run->left_out == 0)
        return true;
    len = snprintf(text, sizeof(text), "    %10s  (%zu left out)\n", "", run->left_out);
    run->left_out = 0;
    return buffer_append(run->out, slice_of(text, (size_t)len), run->e);
}

/* The bytes there, where no element begins that was shown. */
static bool append_bytes(const struct run *run, const char *mark, size_t offset, unsigned depth)
{
    struct slice rest = SLICE_NONE;

    if (offset < run->dump->der.len)
        rest = slice_from(run->dump->der, offset);
    return append_head(run, mark, offset, "", depth) &&
           (rest.len > 0
                ? buffer_append(run->out, SLICE("here:"), run->e) && append_octets(run, rest)
                : buffer_append(run->out, SLICE("the end"), run->e)) &&
           buffer_append(run->out, SLICE("\n"), run->e);
}

bool dump_append(struct buffer *out, const struct dump *dump, struct error *e)
{
    struct run run = {.dump = dump, .out = out, .e = e};
    struct der_walk_element element;
    struct der_walk walk;
    unsigned depth = 0;
    bool marked = false;

    count_elements(&run);
    start_walk(dump, &walk);
    for (size_t i = 0; next_element(&run, &walk, &element); i++) {
        depth = element.depth;
        marked = marked || is_place(dump, &element);
        if (!is_shown(&run, &element, i))
            run.left_out++;
        else if (!append_left_out(&run) || !append_element(&run, &element))
            return false;
    }
    return append_left_out(&run) &&
           (!dump->has_place || marked || append_bytes(&run, "=>", dump->place, depth + 1)) &&
           (!run.to_end || append_bytes(&run, "", dump->der.len, depth));
}
