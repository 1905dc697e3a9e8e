/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-open.h"

#include "clock.h"
#include "diagnostic.h"
#include "extension-value.h"
#include "http-message.h"
#include "issuers-load.h"
#include "random.h"
#include "trust-store.h"

#include <stdio.h>
#include <stdlib.h>

#define NONCE_USUAL 32 /* RFC 9654 2.1 */
#define JOBS_MAX    1024

/* --- numbers */

static bool read_count(const struct setting_time *setting, const char *name, size_t usual,
                       size_t least, size_t most, size_t *count, struct error *e)
{
    *count = usual;
    if (!setting->given)
        return true;
    *count = (size_t)setting->value;
    if (*count >= least && *count <= most)
        return true;
    (void)error_set(e, ERROR_USAGE, "expected a number from %zu to %zu, found %lld", least, most,
                    (long long)setting->value);
    return error_in(e, "%s", name);
}

/* At least a second, at most a day; in milliseconds. */
static bool read_span(const struct setting_time *setting, const char *name, int64_t usual,
                      int64_t *span, struct error *e)
{
    *span = usual * 1000;
    if (!setting->given)
        return true;
    *span = setting->value * 1000;
    if (setting->value >= 1 && setting->value <= 86400)
        return true;
    (void)error_set(e, ERROR_USAGE, "expected a time from 1s to 1d, found %lld s",
                    (long long)setting->value);
    return error_in(e, "%s", name);
}

static bool read_nonce(const struct setting_text *setting, size_t *len, struct error *e)
{
    size_t number = 0;
    const char *at = setting->value;

    *len = setting->bare ? NONCE_USUAL : 0;
    if (at == NULL)
        return true;
    for (; *at >= '0' && *at <= '9' && number <= NONCE_MAX; at++)
        number = number * 10 + (size_t)(*at - '0');
    *len = number;
    if (*at == '\0' && number >= 1 && number <= NONCE_MAX)
        return true;
    (void)error_set(e, ERROR_USAGE, "expected a number of octets from 1 to %d, found '%s'",
                    NONCE_MAX, setting->value);
    return error_in(e, "--nonce");
}

/* --- header fields */

/* RFC 9110 11.6, 11.7, RFC 6265 5.4: what says who is asking. */
static bool is_credential(struct slice name)
{
    return slice_equal_without_case(name, SLICE("Authorization")) ||
           slice_equal_without_case(name, SLICE("Proxy-Authorization")) ||
           slice_equal_without_case(name, SLICE("Cookie"));
}

/* RFC 9112 6: what says where the request's body ends. */
static bool is_framing(struct slice name)
{
    return slice_equal_without_case(name, SLICE("Content-Length")) ||
           slice_equal_without_case(name, SLICE("Transfer-Encoding"));
}

static bool check_header(struct slice header, struct error *e)
{
    size_t colon = slice_find_byte(header, ':');
    bool is_token = colon > 0 && colon < header.len;

    for (size_t i = 0; i < colon && is_token; i++)
        is_token = http_is_token_char(header.data[i]);
    for (size_t i = colon; i < header.len && is_token; i++)
        is_token = header.data[i] == '\t' || (header.data[i] >= ' ' && header.data[i] != 0x7F);
    if (!is_token)
        return error_set(e, ERROR_USAGE, "expected a header field 'NAME: VALUE', found '%.*s'",
                         (int)header.len, (const char *)header.data);
    if (is_credential(slice_first(header, colon)))
        return error_set(e, ERROR_USAGE,
                         "expected a header field without credentials, which are never sent, "
                         "found '%.*s'",
                         (int)colon, (const char *)header.data);
    if (is_framing(slice_first(header, colon)))
        return error_set(e, ERROR_USAGE,
                         "expected a header field that leaves the body of the request as it is, "
                         "found '%.*s'",
                         (int)colon, (const char *)header.data);
    return true;
}

static bool read_headers(const struct texts *headers, struct buffer *fields, struct error *e)
{
    *fields = (struct buffer)BUFFER_INIT(64 * KIB);
    for (size_t i = 0; i < headers->count; i++) {
        struct slice header = slice_of_string(headers->items[i]);

        if (!check_header(header, e) || !buffer_append(fields, header, e) ||
            !buffer_append(fields, SLICE("\r\n"), e))
            return error_in(e, "--header");
    }
    return true;
}

/* --- the program that asks */

static bool set_arguments(struct fetch_opened *opened, const struct fetch_settings *settings,
                          const struct fetch_queue *queue, struct error *e)
{
    size_t count = 0;

    if (settings->ipv4 && settings->ipv6)
        return error_set(e, ERROR_USAGE, "expected one of -4 and -6, found both");
    (void)snprintf(opened->jobs, sizeof(opened->jobs), "--jobs=%zu", queue->jobs);
    (void)snprintf(opened->per_host, sizeof(opened->per_host), "--per-host=%zu", queue->per_host);
    opened->arguments[count++] = opened->jobs;
    opened->arguments[count++] = opened->per_host;
    opened->proxy = (struct buffer)BUFFER_INIT(64 * KIB);
    if (settings->proxy != NULL) {
        if (!buffer_append(&opened->proxy, SLICE("--proxy="), e) ||
            !buffer_append(&opened->proxy, slice_of(settings->proxy, strlen(settings->proxy) + 1),
                           e))
            return false;
        opened->arguments[count++] = (const char *)opened->proxy.data;
    }
    if (settings->ipv4 || settings->ipv6)
        opened->arguments[count++] = settings->ipv4 ? "-4" : "-6";
    if (settings->public_only)
        opened->arguments[count++] = "--public-only";
    opened->arguments[count] = NULL;
    return true;
}

static bool open_queue(struct fetch_world *world, struct fetch_opened *opened,
                       const struct fetch_settings *settings, struct error *e)
{
    struct fetch_queue *queue = &world->queue;
    size_t retries;

    if (!read_count(&settings->jobs, "--jobs", FETCH_JOBS, 1, JOBS_MAX, &queue->jobs, e) ||
        !read_count(&settings->per_host, "--per-host", FETCH_PER_HOST, 1, JOBS_MAX,
                    &queue->per_host, e) ||
        !read_count(&settings->retries, "--retries", FETCH_RETRIES, 0, 100, &retries, e) ||
        !read_span(&settings->timeout, "--timeout", FETCH_TIMEOUT, &queue->limits.timeout, e) ||
        !read_span(&settings->max_time, "--max-time", FETCH_MAX_TIME, &queue->limits.max_time, e) ||
        !read_headers(&settings->headers, &opened->fields, e) ||
        !random_fill((uint8_t *)&opened->random, sizeof(opened->random), e))
        return false;
    opened->random |= 1;
    queue->limits.retries = (unsigned)retries;
    queue->limits.random = &opened->random;
    queue->clock = clock_milliseconds;
    queue->fields = buffer_slice(&opened->fields);
    queue->arguments = opened->arguments;
    return set_arguments(opened, settings, queue, e) && fetch_queue_init(queue, e);
}

/* --- certificates and answers */

static void tell(void *context, const char *path, size_t index, const struct error *e)
{
    struct session *s = context;
    struct diagnostic_place place = {.source = slice_of_string(path), .index = index};

    progress_clear(&s->progress);
    diagnostic_write(s->error_fd, &place, e);
}

static void load_store(void *context, struct issuers *store)
{
    struct issuers_load load;
    bool loaded;

    issuers_load_init(&load, store);
    load.told = tell;
    load.context = context;
    loaded = trust_store_load(&load);
    (void)loaded; /* where it is not, that was said; caIssuers may do without it */
    issuers_load_free(&load);
}

/* False: it has been said. */
static bool load_certificates(struct session *session, const struct texts *names,
                              struct issuers *set)
{
    struct issuers_load load;
    bool loaded = true;

    issuers_load_init(&load, set);
    load.told = tell;
    load.context = session;
    for (size_t i = 0; loaded && i < names->count; i++)
        loaded = issuers_load_path(&load, names->items[i]);
    loaded = loaded && !load.incomplete;
    issuers_load_free(&load);
    return loaded;
}

/* False: it has been said. */
static bool load_saved(struct session *session, struct fetch_world *world,
                       const struct texts *names)
{
    struct error e;

    for (size_t i = 0; i < names->count; i++) {
        if (!fetch_saved_load(&world->saved, names->items[i], &world->issuers.given, &e)) {
            tell(session, names->items[i], 0, &e);
            return false;
        }
    }
    return true;
}

static bool set_policy(struct fetch_world *world, struct fetch_opened *opened,
                       const struct fetch_settings *settings, struct error *e)
{
    struct fetch_saved *saved = &world->saved;
    struct judge_policy *policy = &world->policy;

    *policy = (struct judge_policy)JUDGE_POLICY_DEFAULT;
    if (settings->skew.given)
        policy->skew = settings->skew.value;
    policy->has_max_age = settings->max_age.given;
    policy->max_age = settings->max_age.value;
    policy->lightweight = settings->profile == FETCH_PROFILE_LIGHTWEIGHT;
    policy->allow_sha1 = settings->allow_sha1;
    policy->require_nonce = settings->require_nonce;
    policy->strict_responder = settings->strict_responder;
    opened->responders = calloc(opened->trusted.count + 1, sizeof(*opened->responders));
    opened->crls = calloc(saved->count + 1, sizeof(*opened->crls));
    if (opened->responders == NULL || opened->crls == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for responders, found none");
    for (size_t i = 0; i < opened->trusted.count; i++)
        opened->responders[policy->responder_count++] = opened->trusted.rows[i].cert;
    for (size_t i = 0; i < saved->count; i++) {
        if (saved->answers[i].is_crl)
            opened->crls[policy->crl_count++] = &saved->answers[i].crl;
    }
    policy->responders = opened->responders;
    policy->crls = opened->crls;
    return true;
}

bool fetch_open(struct fetch_world *world, struct fetch_opened *opened, struct session *session,
                const struct fetch_settings *settings, struct error *e)
{
    *opened = (struct fetch_opened){.session = session};
    world->settings = settings;
    world->request = (struct fetch_request_settings){
        .method = settings->method,
        .certid_hash = settings->certid_hash,
        .lightweight = settings->profile == FETCH_PROFILE_LIGHTWEIGHT,
    };
    signers_init(&world->signers);
    fetch_issuers_init(&world->issuers);
    world->issuers.load_store = load_store;
    world->issuers.context = session;
    e->code = ERROR_NONE;
    return read_nonce(&settings->nonce, &world->request.nonce_len, e) &&
           open_queue(world, opened, settings, e) &&
           load_certificates(session, &settings->issuers, &world->issuers.given) &&
           load_certificates(session, &settings->responders, &opened->trusted) &&
           load_saved(session, world, &settings->responses) &&
           set_policy(world, opened, settings, e);
}

void fetch_open_free(struct fetch_world *world, struct fetch_opened *opened)
{
    fetch_queue_free(&world->queue);
    fetch_cache_free(&world->cache);
    fetch_issuers_free(&world->issuers);
    fetch_saved_free(&world->saved);
    signers_free(&world->signers);
    issuers_free(&opened->trusted);
    free(opened->responders);
    free(opened->crls);
    buffer_free(&opened->fields);
    buffer_free(&opened->proxy);
}
