/* SPDX-License-Identifier: Apache-2.0 */
#include "chain-order.h"

#include "cert.h"

#include <stdlib.h>

/* A certificate, in the order of the list. */
struct link {
    struct slice der;
    struct slice subject;
    struct slice subject_key;
    struct slice issuer;
    struct slice authority_key;
    bool is_ca;
    bool is_self_issued;
    struct link *issued_by; /* null: it is not there, or is the certificate itself */
    bool issues;            /* another one */
    bool is_placed;
};

/* All of them, and pointers to them by subject and key identifier. */
struct links {
    struct buffer rows;
    struct buffer by_name;
};

static struct link *rows_of(const struct links *links)
{
    void *rows = links->rows.data;

    return rows;
}

static struct link **names_of(const struct links *links)
{
    void *names = links->by_name.data;

    return names;
}

static size_t count_of(const struct links *links)
{
    return links->rows.len / sizeof(struct link);
}

static bool is_self_issued(const struct link *link)
{
    return slice_equal(link->subject, link->issuer) &&
           (link->authority_key.len == 0 || link->subject_key.len == 0 ||
            slice_equal(link->authority_key, link->subject_key));
}

static bool read_links(struct links *links, struct slice list, bool *well_formed, struct error *e)
{
    departure_set departures = 0;
    struct der d = der_over(list, &departures);
    struct cert cert;

    *well_formed = true;
    while (!der_at_end(&d) && (*well_formed = cert_parse_within(&d, &cert, NULL))) {
        struct link link;

        memset(&link, 0, sizeof(link)); /* its padding too */
        link.der = cert.der;
        link.subject = cert.subject;
        link.subject_key = cert_subject_key_identifier(&cert);
        link.issuer = cert.issuer;
        link.authority_key = cert_authority_key_identifier(&cert);
        link.is_ca = cert_is_ca(&cert);
        link.is_self_issued = is_self_issued(&link);
        if (!buffer_append(&links->rows, slice_of(&link, sizeof(link)), e))
            return false;
    }
    return true;
}

/* Some order, in which what is equal stands together. */
static int compare_slices(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    return a.len > 0 ? memcmp(a.data, b.data, a.len) : 0;
}

static int compare_to(const struct link *link, struct slice subject, struct slice key)
{
    int order = compare_slices(link->subject, subject);

    return order != 0 ? order : compare_slices(link->subject_key, key);
}

static int compare_links(const void *a, const void *b)
{
    const struct link *left = *(const struct link *const *)a;
    const struct link *right = *(const struct link *const *)b;
    int order = compare_to(left, right->subject, right->subject_key);

    if (order != 0)
        return order;
    return left < right ? -1 : left > right; /* as they stood */
}

static bool sort_by_name(struct links *links, struct error *e)
{
    struct link *rows = rows_of(links);

    for (size_t i = 0; i < count_of(links); i++) {
        struct link *row = rows + i;

        if (!buffer_append(&links->by_name, slice_of(&row, sizeof(row)), e))
            return false;
    }
    qsort(links->by_name.data, count_of(links), sizeof(struct link *), compare_links);
    return true;
}

/* The first with that subject whose key identifier is not before `key`; null where there is none.
 */
static struct link *find_name(const struct links *links, struct slice subject, struct slice key)
{
    struct link **names = names_of(links);
    size_t low = 0;
    size_t high = count_of(links);

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare_to(names[middle], subject, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count_of(links) && slice_equal(names[low]->subject, subject) ? names[low] : NULL;
}

/* What has no key identifier stands first among those of one name. */
static struct link *find_issuer(const struct links *links, const struct link *link)
{
    struct link *any = find_name(links, link->issuer, SLICE_NONE);
    struct link *same = find_name(links, link->issuer, link->authority_key);

    if (same != NULL && slice_equal(same->subject_key, link->authority_key))
        return same;
    return any == NULL || link->authority_key.len == 0 || any->subject_key.len == 0 ? any : NULL;
}

static void find_issuers(struct links *links)
{
    struct link *rows = rows_of(links);

    for (size_t i = 0; i < count_of(links); i++) {
        if (rows[i].is_self_issued)
            continue;
        rows[i].issued_by = find_issuer(links, &rows[i]);
        if (rows[i].issued_by != NULL)
            rows[i].issued_by->issues = true;
    }
}

static bool place(struct link *link, struct buffer *ordered, struct error *e)
{
    link->is_placed = true;
    return buffer_append(ordered, slice_of(&link->der, sizeof(link->der)), e);
}

/* What may begin a chain, the best first: a leaf whose issuer is here, a leaf without, a CA that
 * nobody here needs. */
enum start {
    START_LEAF,
    START_LEAF_ALONE,
    START_CA,
    START_COUNT,
    START_NONE = START_COUNT,
};

static enum start start_of(const struct link *link)
{
    if (link->issues || link->is_self_issued)
        return START_NONE;
    if (link->issued_by == NULL)
        return link->is_ca ? START_NONE : START_LEAF_ALONE;
    return link->is_ca ? START_CA : START_LEAF;
}

static bool place_chains(const struct links *links, enum start start, struct buffer *ordered,
                         struct error *e)
{
    struct link *rows = rows_of(links);

    for (size_t i = 0; i < count_of(links); i++) {
        struct link *link = start_of(&rows[i]) == start ? &rows[i] : NULL;

        for (; link != NULL && !link->is_placed; link = link->issued_by) {
            if (!place(link, ordered, e))
                return false;
        }
    }
    return true;
}

static bool place_rest(const struct links *links, struct buffer *ordered, struct error *e)
{
    struct link *rows = rows_of(links);

    for (size_t i = 0; i < count_of(links); i++) {
        if (!rows[i].is_placed && !place(&rows[i], ordered, e))
            return false;
    }
    return true;
}

static bool place_links(const struct links *links, struct buffer *ordered, struct error *e)
{
    for (unsigned start = 0; start < START_COUNT; start++) {
        if (!place_chains(links, (enum start)start, ordered, e))
            return false;
    }
    return place_rest(links, ordered, e);
}

static bool order_links(struct links *links, struct slice list, struct buffer *ordered,
                        struct error *e)
{
    bool well_formed;

    if (!read_links(links, list, &well_formed, e))
        return false;
    if (!well_formed || count_of(links) < 2)
        return true;
    if (!sort_by_name(links, e))
        return false;
    find_issuers(links);
    return place_links(links, ordered, e);
}

bool chain_order(struct slice list, struct buffer *ordered, struct error *e)
{
    struct links links = {BUFFER_INIT(LIMIT_OUTPUT), BUFFER_INIT(LIMIT_OUTPUT)};
    bool done;

    ordered->len = 0;
    done = order_links(&links, list, ordered, e);
    buffer_free(&links.rows);
    buffer_free(&links.by_name);
    return done;
}
