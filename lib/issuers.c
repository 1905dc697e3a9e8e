/* SPDX-License-Identifier: Apache-2.0 */
#include "issuers.h"

#include "buffer.h"
#include "extension-value.h"

#include <stdlib.h>

#define ROWS_FIRST 256
#define CHUNK_SIZE MIB

_Static_assert(CHUNK_SIZE >= LIMIT_CERTIFICATE, "a certificate fits into a chunk");

struct issuers_chunk {
    struct issuers_chunk *older;
    size_t used;
    uint8_t bytes[CHUNK_SIZE];
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

static bool fail_memory(struct error *e)
{
    return error_set(e, ERROR_MEMORY, "expected memory for the issuers, found no more");
}

struct slice issuers_keep(struct issuers *set, struct slice bytes)
{
    struct issuers_chunk *chunk = set->chunks;
    uint8_t *place;

    if (chunk == NULL || CHUNK_SIZE - chunk->used < bytes.len) {
        chunk = bytes.len <= CHUNK_SIZE ? malloc(sizeof(*chunk)) : NULL;
        if (chunk == NULL)
            return SLICE_NONE;
        chunk->older = set->chunks;
        chunk->used = 0;
        set->chunks = chunk;
    }
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

/* For a hash table in memory alone: eight octets at a time, no defence against who chooses them. */
static uint64_t hash_bytes(struct slice bytes)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = bytes.len;
    uint64_t word = 0;
    size_t at = 0;

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
    rows = realloc(set->rows, size * sizeof(*rows));
    if (rows == NULL)
        return fail_memory(e);
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

/* From the last row to the first, so that a chain is in the order of addition. */
static void chain_hashes(const struct issuers *set, struct issuer_hashes *hashes, size_t size)
{
    for (size_t row = set->count; row-- > 0;) {
        uint32_t *first = &hashes->first[slot_of(set, hashes->octets + row * size)];

        hashes->next[row] = *first;
        *first = (uint32_t)(row + 1);
    }
}

static void compute_hashes(const struct issuers *set, enum digest d, struct issuer_index *index)
{
    size_t size = digest_size(d);
    uint8_t hash[DIGEST_MAX];

    for (size_t row = 0; row < set->count; row++) {
        const struct cert *cert = &set->rows[row].cert;

        digest_compute(d, cert->subject, hash);
        memcpy(index->names.octets + row * size, hash, size);
        digest_compute(d, cert->subject_public_key_info.subject_public_key, hash);
        memcpy(index->keys.octets + row * size, hash, size);
    }
}

bool issuers_index(struct issuers *set, enum digest d, struct error *e)
{
    struct issuer_index *index = &set->indexes[d];
    size_t size = digest_size(d);
    uint32_t *numbers;
    uint8_t *octets;

    if (index->memory != NULL || set->count == 0)
        return true;
    numbers = calloc(1, 2 * (set->size + set->count) * sizeof(*numbers) + 2 * set->count * size);
    if (numbers == NULL)
        return fail_memory(e);
    octets = (uint8_t *)(numbers + 2 * (set->size + set->count));
    index->memory = numbers;
    index->names.first = numbers;
    index->keys.first = numbers + set->size;
    index->names.next = numbers + 2 * set->size;
    index->keys.next = index->names.next + set->count;
    index->names.octets = octets;
    index->keys.octets = octets + set->count * size;
    compute_hashes(set, d, index);
    chain_hashes(set, &index->names, size);
    chain_hashes(set, &index->keys, size);
    return true;
}

struct issuer_search issuers_search(const struct issuers *set, enum digest d, enum issuers_by by,
                                    struct slice name_hash, struct slice key_hash)
{
    const struct issuer_index *index = &set->indexes[d];
    struct issuer_search search = {.set = set, .size = digest_size(d)};

    if (index->memory == NULL || (by != ISSUERS_BY_KEY && name_hash.len != search.size) ||
        (by != ISSUERS_BY_NAME && key_hash.len != search.size))
        return search;
    /* Names are shared by more certificates than keys are, so the chain of the key is the shorter
     * one. */
    search.chain = by == ISSUERS_BY_NAME ? &index->names : &index->keys;
    search.chain_hash = by == ISSUERS_BY_NAME ? name_hash.data : key_hash.data;
    search.also = by == ISSUERS_BY_BOTH ? &index->names : NULL;
    search.also_hash = name_hash.data;
    search.at = search.chain->first[slot_of(set, search.chain_hash)];
    return search;
}

static bool has_hash(const struct issuer_hashes *hashes, size_t row, const uint8_t *hash,
                     size_t size)
{
    return memcmp(hashes->octets + row * size, hash, size) == 0;
}

struct issuer *issuer_search_next(struct issuer_search *search)
{
    while (search->at != 0) {
        size_t row = search->at - 1;

        search->at = search->chain->next[row];
        if (has_hash(search->chain, row, search->chain_hash, search->size) &&
            (search->also == NULL || has_hash(search->also, row, search->also_hash, search->size)))
            return &search->set->rows[row];
    }
    return NULL;
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
