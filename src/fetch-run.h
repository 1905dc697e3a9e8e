/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The run of fetch over its inputs: reads them as long as there is room, lets their certificates go
 * on as answers come, and writes their records in the order of the inputs. What is finished before
 * its turn is kept as the text of its record.
 *
 *     fetch_run_open(&run, &session, now, &settings, object_path)
 *     fetch_run_each(&run, operands, count)
 *     fetch_run_close(&run)
 *
 * Interrupted, it reads no more, gives up what it waits for, and writes all it has.
 */
#ifndef OCSPKIT_FETCH_RUN_H
#define OCSPKIT_FETCH_RUN_H

#include "fetch-objects.h"
#include "fetch-open.h"
#include "fetch-places.h"
#include "fetch-report.h"
#include "fetch-save.h"

struct fetch_run {
    struct session *session;
    const struct fetch_settings *settings;
    struct fetch_world world;
    struct fetch_opened opened;
    int64_t began;  /* of the clock */
    int64_t looked; /* when it was last looked for those whose time is over */
    struct fetch_places places;
    struct fetch_place *input;    /* whose certificates are being read */
    enum object_kind other;       /* what else was in it, the last */
    size_t waiting;               /* certificates that wait for something */
    bool is_cut_short;            /* interrupted before all inputs were read */
    size_t ordered;               /* bytes of session_out() that are in order */
    bool shares_terminal;         /* records go to a terminal, and so may the counter */
    struct fetch_objects objects; /* of --get */
    struct fetch_save save;
    enum window_bar bar;
    struct fetch_tally tally;
    struct buffer scratch;
};

/* `now` is the true date, whatever --at says: seconds since 1970 UTC. `object_path`: where the
 * objects of --get go; null: nowhere. False: it has been said, and the session has its status. */
bool fetch_run_open(struct fetch_run *run, struct session *session, int64_t now,
                    const struct fetch_settings *settings, const char *object_path) MUST_USE;

/* Every certificate of every input. */
void fetch_run_each(struct fetch_run *run, char **operands, int count);

/* Frees all but the session. */
void fetch_run_close(struct fetch_run *run);

#endif
