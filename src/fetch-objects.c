/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-objects.h"

bool fetch_objects_open(struct fetch_objects *objects, struct session *session, const char *path,
                        struct error *e)
{
    *objects = (struct fetch_objects){.session = session};
    if (path != NULL && strcmp(path, "-") != 0 && !output_open(&objects->output, path, 0666, e)) {
        session->source_name = slice_of_string(path);
        return false;
    }
    objects->wanted = path != NULL;
    return true;
}

static void fail(struct fetch_objects *objects, const struct error *e)
{
    objects->session->source_name = slice_of_string(objects->output.name);
    objects->session->list = NULL;
    session_fail(objects->session, e);
    output_discard(&objects->output);
    objects->wanted = false;
}

void fetch_objects_write(struct fetch_objects *objects, struct slice bytes)
{
    struct error e;

    if (!objects->wanted)
        return;
    objects->wrote = objects->wrote || bytes.len > 0;
    if (objects->output.name == NULL)
        session_write(objects->session, bytes);
    else if (!output_write(&objects->output, bytes, &e))
        fail(objects, &e);
}

void fetch_objects_close(struct fetch_objects *objects)
{
    struct error e;

    if (!objects->wanted || objects->output.name == NULL)
        return;
    if (objects->wrote && !output_commit(&objects->output, &e))
        fail(objects, &e);
    output_discard(&objects->output);
    objects->wanted = false;
}
