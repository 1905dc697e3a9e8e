/* SPDX-License-Identifier: Apache-2.0 */
#include "published-lists.h"

#include "diagnostic.h"
#include "published-load.h"
#include "trust-store.h"

static void tell(void *context, const char *path, size_t index, const struct error *e)
{
    const struct session *s = context;
    struct diagnostic_place place = {.source = slice_of_string(path), .index = index};

    diagnostic_write(s->error_fd, &place, e);
}

static void tell_place(struct session *s, const char *path, const struct published_place *place,
                       const struct error *e)
{
    struct diagnostic_place line = {.list = path, .line = place->line};

    if (place->line > 0)
        diagnostic_write(s->error_fd, &line, e);
    else
        tell(s, path, place->index, e);
}

static bool load_system(struct session *s, struct published_set *set)
{
    struct issuers issuers CLEANUP(issuers_free) = {0};
    struct issuers_load load CLEANUP(issuers_load_free);
    struct error e;

    issuers_load_init(&load, &issuers);
    load.told = tell;
    load.context = s;
    if (!trust_store_load(&load))
        return false;
    if (published_load_issuers(set, &issuers, &e))
        return true;
    tell(s, "system", 0, &e);
    return false;
}

static bool load_file(struct session *s, const char *path, struct published_set *set)
{
    struct published_place place;
    struct error e;

    if (published_load(set, path, &place, &e))
        return true;
    tell_place(s, path, &place, &e);
    return false;
}

bool published_lists_load(struct session *s, const struct texts *names, struct published_set *set)
{
    for (size_t i = 0; i < names->count; i++) {
        const char *name = names->items[i];

        if (strcmp(name, "system") == 0 ? load_system(s, set) : load_file(s, name, set))
            continue;
        s->status = exit_status_graver(s->status, EXIT_TROUBLE);
        return false;
    }
    return true;
}
