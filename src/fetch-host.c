/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-host.h"

#include <stdlib.h>

#define FAILURES_MAX 8     /* in a row: then the host is asked no more for a while */
#define REST         30000 /* ms; after it one exchange tries it again */

void fetch_hosts_free(struct fetch_hosts *hosts)
{
    for (size_t i = 0; i < FETCH_HOST_BUCKETS; i++) {
        while (hosts->buckets[i] != NULL) {
            struct fetch_host *host = hosts->buckets[i];

            hosts->buckets[i] = host->next;
            free(host->text);
            free(host);
        }
    }
}

static struct fetch_host *add_host(struct fetch_host **bucket, struct slice text, struct error *e)
{
    struct fetch_host *host = calloc(1, sizeof(*host));
    char *copy = malloc(text.len);

    if (host == NULL || copy == NULL) {
        (void)error_set(e, ERROR_MEMORY, "expected memory for a host, found none");
        free(host);
        free(copy);
        return NULL;
    }
    memcpy(copy, text.data, text.len);
    host->text = copy;
    if (!http_url_parse(slice_of(copy, text.len), &host->url, e)) {
        free(host);
        free(copy);
        return NULL;
    }
    host->next = *bucket;
    *bucket = host;
    return host;
}

struct fetch_host *fetch_hosts_find(struct fetch_hosts *hosts, struct slice text, struct error *e)
{
    struct fetch_host **bucket;
    struct http_url url;

    if (!http_url_parse(text, &url, e))
        return NULL;
    bucket = &hosts->buckets[http_url_origin_hash(&url) % FETCH_HOST_BUCKETS];
    for (struct fetch_host *host = *bucket; host != NULL; host = host->next) {
        if (http_url_same_origin(&host->url, &url))
            return host;
    }
    return add_host(bucket, text, e);
}

struct exchange *fetch_host_take(struct fetch_host *host)
{
    struct exchange *x = host->first;

    if (x != NULL)
        host->first = x->next;
    return x;
}

/* What was begun comes before what was not: its time runs. */
void fetch_host_add(struct fetch_host *host, struct exchange *x)
{
    bool is_begun = x->deadline != 0;

    x->next = is_begun ? host->first : NULL;
    if (host->first == NULL)
        host->first = host->last = x;
    else if (is_begun)
        host->first = x;
    else
        host->last = host->last->next = x;
}

void fetch_host_drop(struct fetch_host *host, const struct exchange *x)
{
    struct exchange *last = NULL;

    for (struct exchange **at = &host->first; *at != NULL;) {
        if (*at == x) {
            *at = x->next;
        } else {
            last = *at;
            at = &last->next;
        }
    }
    host->last = last;
}

void fetch_host_count(struct fetch_host *host, bool failed, int64_t sent, int64_t now)
{
    if (!failed) {
        host->failures = 0;
        host->answered_at = now;
    } else if (host->answered_at < sent && ++host->failures >= FAILURES_MAX) {
        host->rests_until = now + REST;
    }
}

bool fetch_host_rests(const struct fetch_host *host, int64_t now)
{
    return host->failures >= FAILURES_MAX && now < host->rests_until;
}
