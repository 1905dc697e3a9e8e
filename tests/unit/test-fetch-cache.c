/* SPDX-License-Identifier: Apache-2.0 */
/* What is fetched once for many, and how long it stays. */
#include "fetch-cache.h"

#include "tap.h"

#include <stdio.h>
#include <stdlib.h>

/* Whether that URL is asked for anew; its content then has so many bytes. One user comes and goes.
 */
static bool is_asked_for(struct fetch_cache *cache, enum fetch_kind kind, struct slice url,
                         size_t len)
{
    uint8_t *content = calloc(1, len + 1);
    struct fetch_object *object;
    struct error e;
    bool is_new;

    object = fetch_cache_find(cache, kind, url, &is_new, &e);
    if (object == NULL || content == NULL ||
        (is_new && !buffer_append(&object->exchange.content, slice_of(content, len), &e)))
        abort();
    free(content);
    if (is_new)
        fetch_cache_release(cache, object); /* the exchange is over */
    fetch_cache_release(cache, object);
    return is_new;
}

static bool is_asked(struct fetch_cache *cache, struct slice url, size_t len)
{
    return is_asked_for(cache, FETCH_KIND_CRL, url, len);
}

/* What could not be had takes room too, however little. */
static void test_many_failures(void)
{
    struct fetch_cache cache = {.buckets = {NULL}};
    char url[64];
    size_t asked = 0;

    for (int i = 0; i < 20000; i++) {
        (void)snprintf(url, sizeof(url), "http://%d.example.test/", i);
        asked += is_asked(&cache, slice_of_string(url), 0);
    }
    ok(asked == 20000, "20,000 that could not be had");
    ok(!is_asked(&cache, slice_of_string(url), 0), "the last of them is known");
    ok(is_asked(&cache, SLICE("http://0.example.test/"), 0), "the first is not any more");
    fetch_cache_free(&cache);
}

int main(void)
{
    struct fetch_cache cache = {.buckets = {NULL}};
    struct slice a = SLICE("http://a.example.test/"), b = SLICE("http://b.example.test/"),
                 c = SLICE("http://c.example.test/"), large = SLICE("http://large.example.test/");
    struct fetch_object *used;
    struct error e;
    bool is_new;

    ok(is_asked_for(&cache, FETCH_KIND_ISSUER, a, KIB), "an issuer is asked for");
    ok(is_asked(&cache, a, 6 * MIB) && is_asked(&cache, b, 6 * MIB), "two CRLs are");
    ok(!is_asked(&cache, a, 6 * MIB) && !is_asked(&cache, b, 6 * MIB), "each once");
    ok(is_asked(&cache, c, 6 * MIB), "a third");
    ok(!is_asked(&cache, c, 6 * MIB) && !is_asked(&cache, b, 6 * MIB), "which stays, with another");
    ok(is_asked(&cache, a, 6 * MIB), "and the one that was used longest ago is gone");

    ok(is_asked(&cache, large, 30 * MIB), "one that is larger than all that may stay");
    ok(!is_asked(&cache, large, 30 * MIB), "stays all the same, by itself");
    ok(is_asked(&cache, a, 6 * MIB), "without the others");
    ok(is_asked(&cache, large, 30 * MIB), "until another one was used");
    ok(!is_asked_for(&cache, FETCH_KIND_ISSUER, a, KIB), "the issuer is still there");

    used = fetch_cache_find(&cache, FETCH_KIND_CRL, large, &is_new, &e);
    ok(used != NULL && !is_new, "one that is in use");
    ok(is_asked(&cache, b, 6 * MIB) && is_asked(&cache, c, 6 * MIB) &&
           !is_asked(&cache, large, 30 * MIB),
       "stays while others come and go");
    if (used != NULL)
        fetch_cache_release(&cache, used);
    fetch_cache_free(&cache);
    test_many_failures();
    return tap_done();
}
