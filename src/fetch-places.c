/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-places.h"

#include <stdlib.h>

static void free_task(struct fetch_place *place)
{
    if (place->task != NULL)
        buffer_free(&place->task->certs);
    free(place->task);
    place->task = NULL;
}

static void free_place(struct fetch_place *place)
{
    free_task(place);
    buffer_free(&place->name);
    buffer_free(&place->record);
    buffer_free(&place->object);
    free(place);
}

void fetch_places_free(struct fetch_places *places)
{
    while (places->first != NULL) {
        struct fetch_place *place = places->first;

        places->first = place->next;
        free_place(place);
    }
}

struct fetch_place *fetch_places_add(struct fetch_places *places, struct slice name, size_t index)
{
    struct fetch_place *place = calloc(1, sizeof(*place));
    struct fetch_task *task = calloc(1, sizeof(*task));

    if (place == NULL || task == NULL) {
        free(place);
        free(task);
        return NULL;
    }
    place->name = (struct buffer)BUFFER_INIT(LIMIT_TEXT);
    place->record = (struct buffer)BUFFER_INIT(LIMIT_OUTPUT);
    place->object = (struct buffer)BUFFER_INIT(LIMIT_OUTPUT);
    task->certs = (struct buffer)BUFFER_INIT(LIMIT_FETCH_INPUT);
    task->owner = place;
    place->task = task;
    place->index = index;
    if (!buffer_append(&place->name, name, NULL)) {
        free_place(place);
        return NULL;
    }
    if (places->first == NULL)
        places->first = place;
    else
        places->last->next = place;
    places->last = place;
    return place;
}

static size_t size_of(const struct fetch_place *place)
{
    return sizeof(*place) + place->name.size + place->record.size + place->object.size;
}

bool fetch_places_finish(struct fetch_places *places, struct fetch_place *place,
                         struct slice record, struct error *e)
{
    bool is_kept = buffer_append(&place->record, record, e);

    free_task(place);
    places->kept += size_of(place);
    return is_kept;
}

struct fetch_place *fetch_places_ready(const struct fetch_places *places)
{
    struct fetch_place *first = places->first;

    return first != NULL && first->task == NULL ? first : NULL;
}

void fetch_places_drop(struct fetch_places *places)
{
    struct fetch_place *place = places->first;

    places->first = place->next;
    places->kept -= size_of(place);
    free_place(place);
}
