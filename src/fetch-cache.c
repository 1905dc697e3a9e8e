/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-cache.h"

#include <stdlib.h>

/* Of one, and of all together that nobody uses at the moment: large CRLs push out no issuers. */
static const struct {
    size_t content_max;
    size_t idle_max;
} kinds[] = {
    [FETCH_KIND_ISSUER] = {LIMIT_CA_ISSUERS, 4 * MIB},
    [FETCH_KIND_CRL] = {LIMIT_CRL, 20 * MIB},
};

static void free_object(struct fetch_object *object)
{
    kept_crl_free(&object->crl);
    exchange_free(&object->exchange);
    free(object);
}

void fetch_cache_free(struct fetch_cache *cache)
{
    for (size_t i = 0; i < FETCH_CACHE_BUCKETS; i++) {
        while (cache->buckets[i] != NULL) {
            struct fetch_object *object = cache->buckets[i];

            cache->buckets[i] = object->next;
            free_object(object);
        }
    }
}

/* FNV-1a */
static uint64_t hash_url(struct slice url)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);

    for (size_t i = 0; i < url.len; i++)
        hash = (hash ^ url.data[i]) * UINT64_C(0x100000001B3);
    return hash;
}

/* --- those without users */

static size_t size_of(const struct fetch_object *object)
{
    return sizeof(*object) + object->exchange.content.size + kept_crl_size(&object->crl);
}

static void make_idle(struct fetch_cache *cache, struct fetch_object *object)
{
    struct fetch_idle *idle = &cache->idle[object->kind];

    object->newer = NULL;
    object->older = idle->newest;
    if (idle->newest != NULL)
        idle->newest->newer = object;
    else
        idle->oldest = object;
    idle->newest = object;
    idle->bytes += size_of(object);
}

static void make_busy(struct fetch_cache *cache, struct fetch_object *object)
{
    struct fetch_idle *idle = &cache->idle[object->kind];

    if (object->older != NULL)
        object->older->newer = object->newer;
    else
        idle->oldest = object->newer;
    if (object->newer != NULL)
        object->newer->older = object->older;
    else
        idle->newest = object->older;
    idle->bytes -= size_of(object);
}

static void drop(struct fetch_cache *cache, struct fetch_object *object)
{
    struct fetch_object **at = &cache->buckets[object->hash % FETCH_CACHE_BUCKETS];

    make_busy(cache, object);
    while (*at != object)
        at = &(*at)->next;
    *at = object->next;
    free_object(object);
}

/* --- */

static struct fetch_object *add(struct fetch_cache *cache, enum fetch_kind kind, struct slice url,
                                uint64_t hash, struct error *e)
{
    struct fetch_object *object = calloc(1, sizeof(*object));

    if (object == NULL) {
        (void)error_set(e, ERROR_MEMORY, "expected memory for what is fetched, found none");
        return NULL;
    }
    exchange_init(&object->exchange);
    if (!exchange_begin(&object->exchange, url, kinds[kind].content_max, e)) {
        free_object(object);
        return NULL;
    }
    object->exchange.owner = object;
    object->exchange.is_object = true;
    object->kind = kind;
    object->hash = hash;
    object->next = cache->buckets[hash % FETCH_CACHE_BUCKETS];
    cache->buckets[hash % FETCH_CACHE_BUCKETS] = object;
    return object;
}

struct fetch_object *fetch_cache_find(struct fetch_cache *cache, enum fetch_kind kind,
                                      struct slice url, bool *is_new, struct error *e)
{
    uint64_t hash = hash_url(url);
    struct fetch_object *object = cache->buckets[hash % FETCH_CACHE_BUCKETS];

    while (object != NULL && (object->hash != hash || object->kind != kind ||
                              !slice_equal(buffer_slice(&object->exchange.url), url)))
        object = object->next;
    *is_new = object == NULL;
    if (object == NULL)
        object = add(cache, kind, url, hash, e);
    else if (object->users == 0)
        make_busy(cache, object);
    if (object != NULL)
        object->users += *is_new ? 2 : 1;
    return object;
}

void fetch_cache_release(struct fetch_cache *cache, struct fetch_object *object)
{
    struct fetch_idle *idle = &cache->idle[object->kind];
    size_t max = kinds[object->kind].idle_max;

    if (--object->users > 0)
        return;
    make_idle(cache, object);
    while (idle->bytes > max && idle->oldest != idle->newest)
        drop(cache, idle->oldest);
}
