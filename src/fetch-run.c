/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-run.h"

#include "clock.h"
#include "diagnostic.h"
#include "fetch-object.h"
#include "fetch-staple.h"
#include "fetch-trace.h"
#include "interrupt.h"

#include <poll.h>
#include <unistd.h>

#define WAITING_MAX 1024       /* certificates that wait for something at a time */
#define KEPT_MAX    (16 * MIB) /* of records that wait for their turn */
#define LOOK_EVERY  200        /* ms */
#define LIST_EVERY  20         /* ms */

/* --- writing */

/* What was written since is the record of the place. */
static void keep_record(struct fetch_run *run, struct fetch_place *place)
{
    struct buffer *out = session_out(run->session);
    struct slice record = slice_from(buffer_slice(out), run->ordered);
    struct error e;

    if (!fetch_places_finish(&run->places, place, record, &e))
        session_fail(run->session, &e);
    out->len = run->ordered;
}

static void write_ready(struct fetch_run *run)
{
    struct session *s = run->session;
    const struct fetch_place *place;

    s->holds = false;
    while ((place = fetch_places_ready(&run->places)) != NULL) {
        session_write(s, buffer_slice(&place->record));
        fetch_objects_write(&run->objects, buffer_slice(&place->object));
        fetch_places_drop(&run->places);
    }
    s->holds = true;
    run->ordered = session_out(s)->len;
}

static void flush(struct fetch_run *run)
{
    struct session *s = run->session;

    if (run->shares_terminal && session_out(s)->len > 0)
        progress_clear(&s->progress);
    s->holds = false;
    session_flush(s);
    s->holds = true;
    run->ordered = session_out(s)->len;
}

/* --- what a certificate came to */

/* Trouble with a file, while inputs may still be read. */
static void fail_about(struct fetch_run *run, const char *path, const struct error *e)
{
    struct diagnostic_place place = {.source = slice_of_string(path)};

    run->session->status = exit_status_graver(run->session->status, EXIT_TROUBLE);
    progress_clear(&run->session->progress);
    diagnostic_write(run->session->error_fd, &place, e);
}

/* What --save and --staple want of it. */
static void leave_files(struct fetch_run *run, const struct fetch_result *result)
{
    const struct fetch_settings *settings = run->settings;
    struct error e;

    if (!fetch_save_task(&run->save, result->task, result->source, result->at, &e))
        fail_about(run, settings->save, &e);
    if (!fetch_staple(settings->staple, result->task, &run->world, &e))
        fail_about(run, settings->staple, &e);
}

/* The record of a certificate on which nothing more is waited for. */
static void conclude(struct fetch_run *run, struct fetch_place *place)
{
    struct session *s = run->session;
    struct fetch_result result =
        fetch_result_of(place->task, buffer_slice(&place->name), place->index, run->world.at);
    struct error e;

    run->waiting--;
    s->status = exit_status_graver(s->status, fetch_result_exit(&result, run->settings));
    fetch_tally_add(&run->tally, &result, run->settings);
    fetch_result_describe(&result, run->settings, run->bar, &s->report, &run->scratch);
    if (run->objects.wanted &&
        !fetch_result_append_object(&result, run->settings, &place->object, &e))
        session_fail(s, &e);
    leave_files(run, &result);
    fetch_task_free(place->task, &run->world);
    keep_record(run, place);
    write_ready(run);
}

static void step(struct fetch_run *run, struct fetch_task *task)
{
    fetch_task_step(task, &run->world);
    if (task->phase == TASK_DONE)
        conclude(run, task->owner);
}

/* --- what comes */

static void keep_time(struct fetch_run *run)
{
    if (!run->settings->common.at.given)
        run->world.at = run->session->at + (clock_milliseconds() - run->began) / 1000;
}

/* Those who wait at an object that has come, or has failed to, go on, in their order: what they
 * come to need not wait for its turn. */
static void take_object(struct fetch_run *run, struct fetch_object *object)
{
    struct fetch_task *waiting = fetch_task_take_waiting(object);

    fetch_object_take(object);
    while (waiting != NULL) {
        struct fetch_task *task = waiting;

        waiting = task->next_waiting;
        step(run, task);
    }
    fetch_cache_release(&run->world.cache, object);
}

static void stop_place(struct fetch_run *run, struct fetch_place *place, const char *why)
{
    fetch_task_stop(place->task, &run->world, why);
    conclude(run, place);
}

/* Whether it waits at what is shared, and its own time is over; the queue sees to its own. */
static bool is_overdue(const struct fetch_task *task, int64_t now)
{
    int64_t deadline = task->exchange.deadline;

    return task->waits && task->object != NULL && deadline != 0 && now >= deadline;
}

/* From that place on, the first to be stopped; where `all`, everything that waits is. */
static struct fetch_place *find_to_stop(struct fetch_place *place, bool all, int64_t now)
{
    while (place != NULL &&
           (place->task == NULL || !(all ? place->task->waits : is_overdue(place->task, now))))
        place = place->next;
    return place;
}

/* One that is to be stopped stays until it is, so the next is looked for before. */
static void stop_waiting(struct fetch_run *run, bool all)
{
    const char *why = all ? "interrupted" : "time-out: the time of this certificate is over";
    int64_t now = clock_milliseconds();
    struct fetch_place *place, *next;

    if (!all && now - run->looked < LOOK_EVERY)
        return;
    run->looked = now;
    for (place = find_to_stop(run->places.first, all, now); place != NULL; place = next) {
        next = find_to_stop(place->next, all, now);
        stop_place(run, place, why);
    }
}

/* Lets what has come go on; waits at most so many milliseconds for more. */
static void pump(struct fetch_run *run, int wait)
{
    struct exchange *x;

    keep_time(run);
    if (wait > 0)
        flush(run);
    progress_show(&run->session->progress, 0);
    x = fetch_queue_receive(&run->world.queue, wait);
    keep_time(run);
    if (x != NULL && x->is_object)
        take_object(run, x->owner);
    else if (x != NULL)
        step(run, x->owner);
    stop_waiting(run, interrupt_came());
    if (interrupt_came())
        run->session->ended = true;
}

/* --- inputs */

static bool take_certificate(struct session *s, void *context, const struct object *object,
                             enum exit_status *status, struct error *e)
{
    struct fetch_run *run = context;
    struct cert cert;

    (void)status;
    if (object->kind != OBJECT_CERTIFICATE) {
        run->other = object->kind;
        return true;
    }
    if (!cert_parse(object->der, &cert, e))
        return false;
    if (run->input == NULL)
        run->input = fetch_places_add(&run->places, s->source_name, object->index);
    if (run->input == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for a certificate, found none");
    return buffer_append(&run->input->task->certs, object->der, e);
}

/* A record for an input that failed: it has its place too. */
static void take_failure(const struct session *s, void *context, const struct error *e)
{
    struct fetch_run *run = context;
    struct fetch_place *place = fetch_places_add(&run->places, s->source_name, s->index);

    (void)e;
    run->tally.failed++;
    if (place != NULL)
        keep_record(run, place);
    write_ready(run);
}

static void begin_task(struct fetch_run *run, struct fetch_place *place)
{
    struct fetch_task *task = place->task;

    task->beside = buffer_slice(&task->certs);
    (void)certs_next(&task->beside, &task->cert);
    keep_time(run);
    fetch_task_begin(task, &run->world);
    if (run->waiting++ == 0)
        interrupt_watch();
    step(run, task);
}

static bool end_input(struct session *s, void *context, bool whole, struct error *e)
{
    struct fetch_run *run = context;
    struct fetch_place *place = run->input;
    enum object_kind other = run->other;

    (void)s;
    run->input = NULL;
    run->other = OBJECT_UNKNOWN;
    if (place == NULL)
        return !whole || error_set(e, ERROR_CONTENT, "expected a certificate, found %s",
                                   object_kind_name(other));
    begin_task(run, place);
    pump(run, 0);
    while (run->waiting >= WAITING_MAX || (run->places.kept > KEPT_MAX && run->waiting > 0))
        pump(run, LOOK_EVERY);
    return true;
}

/* A list that comes slowly holds up no answers, and an interruption ends the waiting for it. */
static void wait_for_list(struct session *s, void *context, int fd)
{
    struct pollfd list = {.fd = fd, .events = POLLIN};
    struct fetch_run *run = context;

    while (!s->ended && poll(&list, 1, run->waiting > 0 ? 0 : LOOK_EVERY) <= 0) {
        pump(run, run->waiting > 0 ? LIST_EVERY : 0);
        flush(run);
    }
}

/* One line, where there were several, or would have been. */
static void say_tally(const struct fetch_run *run)
{
    const struct common_settings *common = &run->settings->common;
    char text[FETCH_TALLY_MAX];
    struct error e;

    if ((run->tally.certificates + run->tally.failed < 2 && !run->is_cut_short) || common->quiet ||
        !common->progress)
        return;
    fetch_tally_format(&run->tally, clock_milliseconds() - run->began, text);
    (void)error_set(&e, ERROR_CONTENT, "%s%s", run->is_cut_short ? "interrupted: " : "", text);
    diagnostic_write(run->session->error_fd, &(struct diagnostic_place){.index = 0}, &e);
}

void fetch_run_each(struct fetch_run *run, char **operands, int count)
{
    struct session *s = run->session;
    struct error e;

    s->input_end = end_input;
    s->failed = take_failure;
    s->holds = true;
    s->list_wait = wait_for_list;
    s->progress.certificates = &run->tally.certificates;
    session_each(s, operands, count, take_certificate, run);
    run->is_cut_short = interrupt_came();
    if (run->is_cut_short)
        s->status = exit_status_graver(s->status, EXIT_UNDETERMINED);
    while (run->waiting > 0)
        pump(run, LOOK_EVERY);
    write_ready(run);
    progress_clear(&s->progress);
    s->holds = false;
    session_flush(s); /* what is said below is said behind all records */
    interrupt_unwatch();
    if (run->world.queue.failed)
        fail_about(run, "", &run->world.queue.trouble);
    fetch_objects_close(&run->objects);
    if (!fetch_save_close(&run->save, &e))
        fail_about(run, run->settings->save, &e);
    say_tally(run);
}

bool fetch_run_open(struct fetch_run *run, struct session *session, int64_t now,
                    const struct fetch_settings *settings, const char *object_path)
{
    struct error e;

    *run = (struct fetch_run){.session = session, .settings = settings};
    run->began = clock_milliseconds();
    run->scratch = (struct buffer)BUFFER_INIT(LIMIT_TEXT);
    run->bar = report_is_text(&session->report) ? window_bar_find() : WINDOW_BAR_ASCII;
    run->shares_terminal = isatty(session->output.fd) != 0;
    run->world.at = session->at;
    run->world.queue.limits.epoch = run->began - now * 1000;
    if (settings->verbose) {
        run->world.queue.sent = fetch_trace_sent;
        run->world.queue.answered = fetch_trace_answered;
        run->world.queue.context = session;
    }
    if (fetch_open(&run->world, &run->opened, session, settings, &e) &&
        fetch_objects_open(&run->objects, session, object_path, &e) &&
        fetch_save_open(&run->save, settings->save, &e))
        return true;
    if (e.code == ERROR_NONE) /* it was said */
        session->status = exit_status_graver(session->status, EXIT_TROUBLE);
    else
        session_fail(session, &e);
    return false;
}

void fetch_run_close(struct fetch_run *run)
{
    fetch_places_free(&run->places);
    fetch_open_free(&run->world, &run->opened);
    buffer_free(&run->scratch);
    fetch_save_free(&run->save);
}
