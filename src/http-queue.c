/* SPDX-License-Identifier: Apache-2.0 */
#include "http-queue.h"

#include "http-url.h"

#include <stdlib.h>

void http_queue_begin(struct http_queue *q, size_t per_host)
{
    *q = (struct http_queue){.per_host = per_host};
    q->end = &q->first;
}

void http_queue_free(struct http_queue *q)
{
    while (q->first != NULL) {
        struct http_job *job = q->first;

        q->first = job->next;
        free(job);
    }
    http_queue_begin(q, q->per_host);
}

bool http_queue_has_room(const struct http_queue *q)
{
    return q->bytes < LIMIT_HTTP_WAITING;
}

bool http_queue_add(struct http_queue *q, struct slice frame, struct error *e)
{
    struct http_job *job = malloc(sizeof(*job) + frame.len);
    struct http_url url;
    size_t len;

    if (job == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for a request of %zu bytes, found none",
                         frame.len);
    *job = (struct http_job){.size = sizeof(*job) + frame.len};
    memcpy(job->bytes, frame.data, frame.len);
    if (!http_frame_parse_request(slice_of(job->bytes, frame.len), &job->request, &len, e)) {
        free(job);
        return false;
    }
    if (http_url_parse(job->request.url, &url, NULL))
        job->host = http_url_origin_hash(&url);
    *q->end = job;
    q->end = &job->next;
    q->bytes += job->size;
    return true;
}

bool http_queue_enter_host(struct http_queue *q, uint64_t host)
{
    size_t used = 0;

    for (size_t i = 0; i < q->count && used < q->per_host; i++)
        used += q->hosts[i] == host;
    if (used >= q->per_host || q->count == LIMIT_HTTP_JOBS)
        return false;
    q->hosts[q->count++] = host;
    return true;
}

void http_queue_leave_host(struct http_queue *q, uint64_t host)
{
    for (size_t i = 0; i < q->count; i++) {
        if (q->hosts[i] == host) {
            q->hosts[i] = q->hosts[--q->count];
            return;
        }
    }
}

struct http_job *http_queue_take(struct http_queue *q, size_t body_max)
{
    for (struct http_job **link = &q->first; *link != NULL; link = &(*link)->next) {
        struct http_job *job = *link;

        if (job->request.body_max > body_max || !http_queue_enter_host(q, job->host))
            continue;
        *link = job->next;
        if (q->end == &job->next)
            q->end = link;
        q->bytes -= job->size;
        return job;
    }
    return NULL;
}
