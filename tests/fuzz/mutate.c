/* SPDX-License-Identifier: Apache-2.0 */
#include "mutate.h"

#include <stdbool.h>
#include <string.h>

#define NODES_MAX  2048
#define PIECE_MAX  1024 /* of what is put in another place */
#define HEADER_MAX 5

struct node {
    size_t start;
    size_t header; /* octets of tag and length */
    size_t len;    /* of the contents */
    int parent;    /* -1: none */
};

/* The bytes, and the elements in them, in their order. */
struct tree {
    uint8_t *data;
    size_t size;
    size_t room;
    uint64_t *random;
    int count;
    struct node nodes[NODES_MAX];
};

static size_t random_number(uint64_t *random)
{
    uint64_t z = *random += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return (size_t)(z ^ z >> 31);
}

size_t random_below(uint64_t *random, size_t below)
{
    return below > 0 ? random_number(random) % below : 0;
}

/* Tag and length at `at`, all of the contents before `end`; 0 where there is no such element. */
static size_t read_header(const struct tree *t, size_t at, size_t end, size_t *len)
{
    size_t count;

    if (end - at < 2 || (t->data[at] & 0x1F) == 0x1F)
        return 0;
    *len = t->data[at + 1];
    count = 0;
    if (*len >= 0x80) {
        count = *len & 0x7F;
        if (count == 0 || count > 3 || end - at < 2 + count)
            return 0;
        *len = 0;
        for (size_t i = 0; i < count; i++)
            *len = *len << 8 | t->data[at + 2 + i];
    }
    return *len <= end - at - 2 - count ? 2 + count : 0;
}

/* Whether an element's contents are elements too, to the last byte. */
static bool is_whole(const struct tree *t, size_t at, size_t end)
{
    while (at < end) {
        size_t len;
        size_t header = read_header(t, at, end, &len);

        if (header == 0)
            return false;
        at += header + len;
    }
    return true;
}

/* What is constructed is looked into, and what may hold DER: extnValue, response, keys. */
static bool is_entered(const struct tree *t, const struct node *n, size_t *inside)
{
    uint8_t tag = t->data[n->start];
    size_t end = n->start + n->header + n->len;

    *inside = n->start + n->header + (tag == 0x03 && n->len > 0 ? 1 : 0);
    if ((tag & 0x20) != 0)
        return true;
    return (tag == 0x03 || tag == 0x04) && *inside < end && t->data[*inside] == 0x30 &&
           is_whole(t, *inside, end);
}

/* The elements from `at` to `end`; those in them come behind each. */
static void read_nodes(struct tree *t, size_t at, size_t end, int parent, int depth)
{
    while (at < end && t->count < NODES_MAX) {
        struct node n = {.start = at, .parent = parent};
        int index = t->count;
        size_t inside;

        n.header = read_header(t, at, end, &n.len);
        if (n.header == 0)
            return;
        t->nodes[t->count++] = n;
        at += n.header + n.len;
        if (depth < 32 && is_entered(t, &n, &inside))
            read_nodes(t, inside, at, index, depth + 1);
    }
}

/* Puts `with` in the place of `old` bytes; false where there is no room. */
static bool splice(struct tree *t, size_t at, size_t old, const uint8_t *with, size_t len)
{
    if (t->size - old + len > t->room)
        return false;
    memmove(t->data + at + len, t->data + at + old, t->size - at - old);
    if (len > 0)
        memcpy(t->data + at, with, len);
    t->size = t->size - old + len;
    return true;
}

static size_t write_header(uint8_t tag, size_t len, uint8_t out[HEADER_MAX])
{
    size_t count = len < 0x80 ? 0 : len < 0x100 ? 1 : len < 0x10000 ? 2 : 3;

    out[0] = tag;
    out[1] = (uint8_t)(count == 0 ? len : 0x80 | count);
    for (size_t i = 0; i < count; i++)
        out[2 + i] = (uint8_t)(len >> 8 * (count - 1 - i));
    return 2 + count;
}

/* The same within the contents of `parent`, with all lengths around it made anew. */
static void replace(struct tree *t, int parent, size_t at, size_t old, const uint8_t *with,
                    size_t len)
{
    size_t size = t->size;

    if (!splice(t, at, old, with, len))
        return;
    for (int i = parent; i >= 0; i = t->nodes[i].parent) {
        struct node *n = &t->nodes[i];
        uint8_t header[HEADER_MAX];
        size_t header_len = write_header(t->data[n->start], n->len + t->size - size, header);

        n->len = n->len + t->size - size; /* by as much as the whole has changed */
        if (!splice(t, n->start, n->header, header, header_len))
            return;
    }
}

static size_t node_size(const struct node *n)
{
    return n->header + n->len;
}

/* One element in the place of another, or in front of it. */
static void copy_node(struct tree *t, const struct node *to, const struct node *from, bool before)
{
    uint8_t piece[PIECE_MAX];
    size_t len = node_size(from);

    if (len > sizeof(piece))
        return;
    memcpy(piece, t->data + from->start, len);
    replace(t, to->parent, to->start, before ? 0 : node_size(to), piece, len);
}

static void swap_with_next(struct tree *t, const struct node *n)
{
    struct node next = {.start = n->start + node_size(n)};
    size_t end = t->size;
    uint8_t both[2 * PIECE_MAX];

    if (n->parent >= 0)
        end = t->nodes[n->parent].start + node_size(&t->nodes[n->parent]);
    next.header = read_header(t, next.start, end, &next.len);
    if (next.header == 0 || node_size(n) > PIECE_MAX || node_size(&next) > PIECE_MAX)
        return;
    memcpy(both, t->data + next.start, node_size(&next));
    memcpy(both + node_size(&next), t->data + n->start, node_size(n));
    memcpy(t->data + n->start, both, node_size(n) + node_size(&next));
}

/* The contents: a byte changed, added or removed, cut somewhere, or none. */
static void change_contents(struct tree *t, int index)
{
    struct node *n = &t->nodes[index];
    size_t contents = n->start + n->header;
    size_t at = contents + random_below(t->random, n->len);
    uint8_t byte = (uint8_t)random_number(t->random);

    switch (random_below(t->random, 6)) {
    case 0:
        replace(t, index, at, 0, &byte, 1);
        break;
    case 1:
        if (n->len > 0)
            replace(t, index, at, 1, &byte, 0);
        break;
    case 2:
        replace(t, index, at, contents + n->len - at, &byte, 0);
        break;
    case 3:
        replace(t, index, contents, n->len, &byte, 0);
        break;
    default:
        if (n->len > 0)
            t->data[at] ^= (uint8_t)(1U << byte % 8);
        break;
    }
}

static const uint8_t tags[] = {0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0A, 0x0C, 0x12, 0x13, 0x14,
                               0x16, 0x17, 0x18, 0x1A, 0x1C, 0x1E, 0x30, 0x31, 0x80, 0x81, 0x82,
                               0x83, 0x86, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0x24, 0x3F, 0x00};

static void change_node(struct tree *t, int index)
{
    struct node n = t->nodes[index];
    const struct node *other = &t->nodes[random_below(t->random, (size_t)t->count)];

    switch (random_below(t->random, 10)) {
    case 0:
        replace(t, n.parent, n.start, node_size(&n), t->data, 0);
        break;
    case 1:
        copy_node(t, &n, &n, true);
        break;
    case 2:
        copy_node(t, &n, other, false);
        break;
    case 3:
        copy_node(t, &n, other, true);
        break;
    case 4:
        swap_with_next(t, &n);
        break;
    case 5:
        t->data[n.start] = tags[random_below(t->random, sizeof(tags))];
        break;
    case 6: /* a length that is wrong */
        t->data[n.start + 1] = (uint8_t)(t->data[n.start + 1] + random_below(t->random, 5) - 2);
        break;
    default:
        change_contents(t, index);
        break;
    }
}

/* Without a look at what the bytes are. */
static void change_blindly(struct tree *t)
{
    size_t at = random_below(t->random, t->size);
    uint8_t byte = (uint8_t)random_number(t->random);

    switch (random_below(t->random, 4)) {
    case 0:
        (void)splice(t, at, 0, &byte, 1);
        break;
    case 1:
        (void)splice(t, at, t->size > 0 ? 1 : 0, &byte, 0);
        break;
    case 2:
        if (t->size > 0)
            t->data[at] = byte;
        break;
    default:
        if (t->size > 0)
            t->data[at] ^= (uint8_t)(1U << byte % 8);
        break;
    }
}

size_t mutate(uint8_t *data, size_t size, size_t room, uint64_t *random)
{
    static struct tree t;

    t.data = data;
    t.size = size;
    t.room = room;
    t.random = random;
    t.count = 0;
    if (random_below(random, 5) > 0)
        read_nodes(&t, 0, size, -1, 0);
    if (t.count > 0)
        change_node(&t, (int)random_below(random, (size_t)t.count));
    else
        change_blindly(&t);
    return t.size;
}
