/* SPDX-License-Identifier: Apache-2.0 */
#include "issuers.h"

#include "buffer.h"
#include "extension-value.h"
#include "large-pages.h"

#include <stdlib.h>

#define ROWS_FIRST 256

/* The first chunk is enough for a usual store; the others are for large ones. */
#define FIRST_CHUNK_SIZE (512 * KIB)
#define CHUNK_SIZE       (4 * MIB)

_Static_assert(FIRST_CHUNK_SIZE > 2 * LIMIT_CERTIFICATE, "a certificate fits into a chunk");

struct issuers_chunk {
    struct issuers_chunk *older;
    size_t size; /* of `bytes` */
    size_t used;
    uint8_t bytes[];
};

static void drop_indexes(struct issuers *set)
{
    for (enum digest d = 0; d < DIGEST_COUNT; d++) {
        free(set->indexes[d].memory);
        set->indexes[d].memory = NULL;
    }
}

void issuers_free(struct issuers *set)
{
    while (set->chunks != NULL) {
        struct issuers_chunk *chunk = set->chunks;

        set->chunks = chunk->older;
        free(chunk);
    }
    drop_indexes(set);
    free(set->rows);
    free(set->first);
    *set = (struct issuers){0};
}

#define CACHE_LINE 64
#define LARGE      (512 * KIB) /* from here on, large pages are worth it */

/* Begins a line of the cache. */
static void *allocate(size_t size)
{
    if (size > LARGE)
        return large_pages_allocate(size);
    return aligned_alloc(CACHE_LINE, (size + CACHE_LINE - 1) & ~(size_t)(CACHE_LINE - 1));
}

static bool fail_memory(struct error *e)
{
    return error_set(e, ERROR_MEMORY, "expected memory for the issuers, found no more");
}

static struct issuers_chunk *add_chunk(struct issuers *set)
{
    size_t size = set->chunks == NULL ? FIRST_CHUNK_SIZE : CHUNK_SIZE;
    struct issuers_chunk *chunk = allocate(size);

    if (chunk == NULL)
        return NULL;
    *chunk = (struct issuers_chunk){.older = set->chunks, .size = size - sizeof(*chunk)};
    set->chunks = chunk;
    return chunk;
}

struct slice issuers_keep(struct issuers *set, struct slice bytes)
{
    struct issuers_chunk *chunk = set->chunks;
    uint8_t *place;

    if ((chunk == NULL || chunk->size - chunk->used < bytes.len) &&
        (chunk = add_chunk(set)) == NULL)
        return SLICE_NONE;
    if (chunk->size < bytes.len)
        return SLICE_NONE;
    place = chunk->bytes + chunk->used;
    if (bytes.len > 0)
        memcpy(place, bytes.data, bytes.len);
    chunk->used += bytes.len;
    return slice_of(place, bytes.len);
}

bool issuers_enter_file(struct issuers *set, const char *file, struct error *e)
{
    set->file = (const char *)issuers_keep(set, slice_of(file, strlen(file) + 1)).data;
    return set->file != NULL || fail_memory(e);
}

/* --- each once */

/* For a hash table in memory alone, no defence against who chooses the octets: four words at a
 * time, since a product waits for the one before. */
static uint64_t hash_bytes(struct slice bytes)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = bytes.len;
    uint64_t word = 0;
    size_t at = 0;

    for (; bytes.len - at >= 4 * sizeof(word); at += 4 * sizeof(word)) {
        uint64_t words[4];

        memcpy(words, bytes.data + at, sizeof(words));
        hash = (hash ^ words[0]) * odd + words[1] * (odd << 1 | 1) + words[2] * (odd << 2 | 1) +
               words[3] * (odd << 3 | 1);
        hash ^= hash >> 32;
    }
    for (; bytes.len - at >= sizeof(word); at += sizeof(word)) {
        memcpy(&word, bytes.data + at, sizeof(word));
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    word = 0;
    for (; at < bytes.len; at++)
        word = word << 8 | bytes.data[at];
    hash = (hash ^ word) * odd;
    return hash ^ hash >> 32;
}

static void chain_row(struct issuers *set, size_t row)
{
    uint32_t *first = &set->first[set->rows[row].der_hash & (set->size - 1)];

    set->rows[row].next = *first;
    *first = (uint32_t)(row + 1);
}

static bool contains(const struct issuers *set, struct slice der, uint64_t der_hash)
{
    uint32_t at = set->count > 0 ? set->first[der_hash & (set->size - 1)] : 0;

    for (; at != 0; at = set->rows[at - 1].next) {
        if (set->rows[at - 1].der_hash == der_hash && slice_equal(set->rows[at - 1].cert.der, der))
            return true;
    }
    return false;
}

/* Twice the rows, chained anew. */
static bool grow(struct issuers *set, struct error *e)
{
    size_t size = set->size > 0 ? 2 * set->size : ROWS_FIRST;
    struct issuer *rows;
    uint32_t *first;

    if (size > UINT32_MAX / 2)
        return error_set(e, ERROR_LIMIT, "expected at most %zu issuers, found more", set->size);
    rows = allocate(size * sizeof(*rows));
    if (rows == NULL)
        return fail_memory(e);
    if (set->count > 0)
        memcpy(rows, set->rows, set->count * sizeof(*rows));
    free(set->rows);
    set->rows = rows;
    first = calloc(size, sizeof(*first));
    if (first == NULL)
        return fail_memory(e);
    free(set->first);
    set->first = first;
    set->size = size;
    for (size_t row = 0; row < set->count; row++)
        chain_row(set, row);
    return true;
}

bool issuers_add(struct issuers *set, struct slice der, size_t index, struct error *e)
{
    uint64_t der_hash = hash_bytes(der);
    struct issuer *row;
    struct slice bytes;

    if (der.len > LIMIT_CERTIFICATE)
        return error_set(e, ERROR_LIMIT, "expected a certificate of at most %zu bytes, found %zu",
                         LIMIT_CERTIFICATE, der.len);
    if (contains(set, der, der_hash))
        return true;
    if (set->count == set->size && !grow(set, e))
        return false;
    bytes = issuers_keep(set, der);
    if (bytes.data == NULL)
        return fail_memory(e);
    row = &set->rows[set->count];
    *row = (struct issuer){.file = set->file, .index = index, .der_hash = der_hash};
    if (!cert_parse(bytes, &row->cert, e)) {
        set->chunks->used -= der.len;
        return false;
    }
    row->subject_key_identifier = cert_subject_key_identifier(&row->cert);
    chain_row(set, set->count);
    set->count++;
    drop_indexes(set);
    return true;
}

/* --- by hash */

/* The low bits of a hash: any of its octets are as good as others. */
static size_t slot_of(const struct issuers *set, const uint8_t *hash)
{
    uint32_t low;

    memcpy(&low, hash, sizeof(low));
    return low & (set->size - 1);
}

static struct issuer_entry *entry_at(const struct issuer_index *index, size_t row)
{
    void *entry = (uint8_t *)index->memory + row * index->entry_size;

    return entry;
}

static void compute_entry(enum digest d, const struct cert *cert, struct issuer_entry *entry)
{
    uint8_t hash[DIGEST_MAX];
    size_t size = digest_size(d);

    entry->written = SLICE_NONE;
    digest_compute(d, cert->subject, hash);
    memcpy(entry->hashes, hash, size);
    digest_compute(d, cert->subject_public_key_info.subject_public_key, hash);
    memcpy(entry->hashes + size, hash, size);
}

static void fetch_bytes(struct slice bytes)
{
    for (size_t at = 0; at < bytes.len; at += CACHE_LINE)
        FETCH(bytes.data + at);
}

/* What is hashed of a row that comes soon. */
static void fetch_row(const struct issuers *set, size_t row)
{
    fetch_bytes(set->rows[row].cert.subject);
    fetch_bytes(set->rows[row].cert.subject_public_key_info.subject_public_key);
}

#define ROWS_AHEAD 4

/* From the last row to the first, so that a chain is in the order of addition. */
static void fill_index(const struct issuers *set, enum digest d, struct issuer_index *index)
{
    size_t size = digest_size(d);

    for (size_t row = set->count; row-- > 0;) {
        struct issuer_entry *entry = entry_at(index, row);

        if (row >= ROWS_AHEAD)
            fetch_row(set, row - ROWS_AHEAD);
        compute_entry(d, &set->rows[row].cert, entry);
        for (size_t by = ISSUERS_BY_NAME; by <= ISSUERS_BY_KEY; by++) {
            uint32_t *first = &index->first[by][slot_of(set, entry->hashes + by * size)];

            entry->next[by] = *first;
            *first = (uint32_t)(row + 1);
        }
    }
}

bool issuers_index(struct issuers *set, enum digest d, struct error *e)
{
    struct issuer_index *index = &set->indexes[d];
    size_t entry_size = (sizeof(struct issuer_entry) + 2 * digest_size(d) + 7) & ~(size_t)7;
    size_t firsts = 2 * set->size * sizeof(uint32_t);
    size_t entries = (set->count * entry_size + CACHE_LINE - 1) & ~(size_t)(CACHE_LINE - 1);

    if (index->memory != NULL || set->count == 0)
        return true;
    index->memory = allocate(entries + firsts);
    if (index->memory == NULL)
        return fail_memory(e);
    index->entry_size = entry_size;
    index->first[ISSUERS_BY_NAME] = (uint32_t *)entry_at(index, 0) + entries / sizeof(uint32_t);
    index->first[ISSUERS_BY_KEY] = index->first[ISSUERS_BY_NAME] + set->size;
    memset(index->first[ISSUERS_BY_NAME], 0, firsts);
    fill_index(set, d, index);
    return true;
}

struct issuer_search issuers_search(const struct issuers *set, enum digest d, enum issuers_by by,
                                    struct slice name_hash, struct slice key_hash)
{
    const struct issuer_index *index = &set->indexes[d];
    struct issuer_search search = {.set = set, .index = index, .by = by, .size = digest_size(d)};
    /* Names are shared by more certificates than keys are, so the chain of the key is the shorter
     * one. */
    enum issuers_by chain = by == ISSUERS_BY_NAME ? ISSUERS_BY_NAME : ISSUERS_BY_KEY;

    if (index->memory == NULL || (by != ISSUERS_BY_KEY && name_hash.len != search.size) ||
        (by != ISSUERS_BY_NAME && key_hash.len != search.size))
        return search;
    search.hashes[ISSUERS_BY_NAME] = name_hash.data;
    search.hashes[ISSUERS_BY_KEY] = key_hash.data;
    search.at = index->first[chain][slot_of(set, search.hashes[chain])];
    return search;
}

void issuers_fetch(const struct issuers *set, enum digest d, struct slice key_hash)
{
    const struct issuer_index *index = &set->indexes[d];
    uint32_t at;

    if (index->memory == NULL || key_hash.len != digest_size(d))
        return;
    at = index->first[ISSUERS_BY_KEY][slot_of(set, key_hash.data)];
    if (at != 0)
        FETCH(entry_at(index, at - 1));
}

static bool has_hash(const struct issuer_search *search, const struct issuer_entry *entry,
                     enum issuers_by by)
{
    return memcmp(entry->hashes + by * search->size, search->hashes[by], search->size) == 0;
}

struct issuer *issuer_search_next(struct issuer_search *search)
{
    enum issuers_by by = search->by;

    while (search->at != 0) {
        size_t row = search->at - 1;
        const struct issuer_entry *entry = entry_at(search->index, row);

        search->at = entry->next[by == ISSUERS_BY_NAME ? ISSUERS_BY_NAME : ISSUERS_BY_KEY];
        if ((by == ISSUERS_BY_NAME || has_hash(search, entry, ISSUERS_BY_KEY)) &&
            (by == ISSUERS_BY_KEY || has_hash(search, entry, ISSUERS_BY_NAME)))
            return &search->set->rows[row];
    }
    return NULL;
}

struct slice *issuer_written(const struct issuers *set, enum digest d, const struct issuer *issuer)
{
    return &entry_at(&set->indexes[d], (size_t)(issuer - set->rows))->written;
}

void issuer_fetch(const struct issuers *set, enum digest d, const struct issuer *issuer)
{
    struct slice written = *issuer_written(set, d, issuer);

    fetch_bytes(written.data != NULL ? written : issuer->cert.der);
}

struct slice issuer_sha256(struct issuer *issuer)
{
    uint8_t hash[DIGEST_MAX];

    if (!issuer->has_sha256) {
        digest_compute(DIGEST_SHA256, issuer->cert.der, hash);
        memcpy(issuer->sha256, hash, sizeof(issuer->sha256));
        issuer->has_sha256 = true;
    }
    return slice_of(issuer->sha256, sizeof(issuer->sha256));
}
