/* SPDX-License-Identifier: Apache-2.0 */
#include "crl-index.h"

#include "serial-number.h"

#include <stdlib.h>

#define ENTRIES_IN_BUCKET 4 /* or half as many, where the serial numbers are spread */

static size_t bucket_of(const struct crl_index *index, struct slice serial_number)
{
    return serial_number_hash(serial_number) & (index->bucket_count - 1);
}

static bool allocate(struct crl_index *index, size_t count, struct error *e)
{
    index->bucket_count = 1;
    while (index->bucket_count * ENTRIES_IN_BUCKET < count)
        index->bucket_count *= 2;
    index->ends = calloc(index->bucket_count + count, sizeof(*index->ends));
    if (index->ends == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for %zu entries, found none", count);
    index->offsets = index->ends + index->bucket_count;
    return true;
}

/* As if nothing had been put into the buckets yet: each ends where it begins. */
static void reserve_buckets(struct crl_index *index)
{
    struct slice rest = index->entries;
    struct crl_entry entry;
    uint32_t begin = 0;

    while (crl_entry_next(&rest, &entry))
        index->ends[bucket_of(index, entry.user_certificate)]++;
    for (size_t i = 0; i < index->bucket_count; i++) {
        uint32_t count = index->ends[i];

        index->ends[i] = begin;
        begin += count;
    }
}

static void fill_buckets(struct crl_index *index)
{
    struct slice rest = index->entries;
    struct crl_entry entry;

    while (crl_entry_next(&rest, &entry)) {
        uint32_t *end = &index->ends[bucket_of(index, entry.user_certificate)];

        index->offsets[(*end)++] = (uint32_t)(entry.element.data - index->entries.data);
    }
}

bool crl_index_build(struct crl_index *index, const struct crl *crl, struct error *e)
{
    index->entries = crl->revoked_certificates;
    if (!allocate(index, crl->revoked_count, e))
        return false;
    reserve_buckets(index);
    fill_buckets(index);
    return true;
}

void crl_index_free(struct crl_index *index)
{
    free(index->ends);
    *index = (struct crl_index){.ends = NULL};
}

bool crl_index_find(const struct crl_index *index, struct slice serial_number,
                    struct crl_entry *entry)
{
    size_t bucket = bucket_of(index, serial_number);
    uint32_t end = index->ends[bucket];

    for (uint32_t i = bucket > 0 ? index->ends[bucket - 1] : 0; i < end; i++) {
        struct slice rest = slice_from(index->entries, index->offsets[i]);

        if (crl_entry_next(&rest, entry) && slice_equal(entry->user_certificate, serial_number))
            return true;
    }
    return false;
}

size_t crl_index_size(const struct crl_index *index)
{
    return crl_index_is_built(index)
               ? (size_t)(index->offsets - index->ends + index->ends[index->bucket_count - 1]) *
                     sizeof(*index->ends)
               : 0;
}
