/* SPDX-License-Identifier: Apache-2.0 */
#include "session.h"

#include "diagnostic.h"
#include "dump.h"
#include "error-file.h"
#include "lines.h"
#include "report-settings.h"
#include "secret.h"

#include <unistd.h>

#define FLUSH_AT (64 * KIB)

/* Without a report there is nothing to write, and what stands there stays. */
static bool open_output(struct session *s, struct error *e)
{
    if (output_open(&s->output, s->common->quiet ? NULL : s->common->outputfile, 0666, e))
        return true;
    s->source_name = slice_of_string(s->output.name);
    return false;
}

static void say(struct session *s, const struct error *e)
{
    struct diagnostic_place place = {
        .source = s->source_name, .list = s->list, .line = s->line, .index = s->index};

    progress_clear(&s->progress);
    diagnostic_write(s->error_fd, &place, e);
}

void session_fail(struct session *s, const struct error *e)
{
    s->status = exit_status_graver(s->status, EXIT_TROUBLE);
    say(s, e);
}

/* Output that cannot be written is said once; what was to be replaced stays as it was. */
static void fail_output(struct session *s, const struct error *e)
{
    s->source_name = slice_of_string(s->output.name);
    s->list = NULL;
    s->index = 0;
    s->broken = s->ended = true;
    session_fail(s, e);
    output_discard(&s->output);
}

void session_flush(struct session *s)
{
    struct error e;

    if (s->holds)
        return;
    s->wrote = s->wrote || (!s->broken && session_out(s)->len > 0);
    if (!s->broken && (!report_check(&s->report, &e) ||
                       !output_write(&s->output, buffer_slice(session_out(s)), &e)))
        fail_output(s, &e);
    session_out(s)->len = 0;
}

void session_relieve(struct session *s)
{
    if (UNLIKELY(session_out(s)->len > FLUSH_AT))
        session_flush(s);
}

/* The first part of a record that is long. */
static void drain(void *session)
{
    struct session *s = session;

    if (!s->whole_inputs)
        session_flush(s);
}

bool session_open(struct session *s, const struct invocation *invocation,
                  const struct common_settings *common)
{
    struct error e;

    *s = (struct session){
        .command = invocation->command,
        .common = common,
        .at = common->at.given ? common->at.value : invocation->now,
        .scratch = BUFFER_INIT(LIMIT_TEXT),
    };
    source_init(&s->source);
    report_init(&s->report, report_settings_format(common), false);
    s->report.drain = drain;
    s->report.drain_context = s;
    s->source_name =
        slice_of_string(common->errorfile != NULL ? common->errorfile : s->command->name);
    if (error_file_open(&s->error_fd, invocation, common, &e) &&
        (common->fields == NULL || report_select(&s->report, slice_of_string(common->fields), &e) ||
         error_in(&e, "--fields")) &&
        open_output(s, &e)) {
        report_set_color(&s->report, report_settings_color(common, s->output.fd));
        return true;
    }
    session_fail(s, &e);
    (void)session_close(s);
    return false;
}

void session_begin_record(struct session *s, const char *type, const struct object *object)
{
    struct record_head head = {type, s->source_name, object->index};

    report_begin_record(&s->report, &head);
}

/* Of data that is a private key, or of what may be one, its name would be the secret itself. */
static NOINLINE void hide_secret(struct session *s, enum object_kind kind)
{
    if (object_is_private_key(kind) || secret_is_in(s->source_name, &s->in_key))
        s->source_name = SLICE("(a private key)");
}

static void fail_record(struct session *s, const struct error *e)
{
    struct record_head head;

    if (s->path == NULL)
        hide_secret(s, OBJECT_UNKNOWN);
    head = (struct record_head){"error", s->source_name, s->index};
    session_fail(s, e);
    report_error(&s->report, &head, e, s->line);
    if (s->failed != NULL)
        s->failed(s, s->context, e);
}

/* A file's name as a string; a list's line has no NUL behind it. */
static const char *path_of(struct session *s, struct slice name, struct error *e)
{
    s->scratch.len = 0;
    if (slice_find_byte(name, '\0') < name.len) {
        (void)error_set(e, ERROR_CONTENT, "expected the name of a file, found a NUL in it");
        return NULL;
    }
    if (!buffer_append(&s->scratch, name, e) || !buffer_append(&s->scratch, slice_of("", 1), e))
        return NULL;
    return (const char *)s->scratch.data;
}

/* What has blanks in it is data, even where a file is called so. */
static NOINLINE void point_to_file(struct session *s, struct error *e)
{
    bool may_be = s->may_be_file && s->path == NULL && e->code == ERROR_CONTENT;
    const char *path = may_be ? path_of(s, s->source_name, NULL) : NULL;
    struct error found = *e;

    if (path != NULL && access(path, F_OK) == 0)
        (void)error_set(e, ERROR_CONTENT,
                        "%.*s: there is a file of that name, which ./ in front takes",
                        ERROR_TEXT_MAX / 2, found.text);
}

/* Behind the line that says why it failed. `object` is null where none could be told. */
static void dump(const struct session *s, const struct object *object, const struct error *e)
{
    const struct source *source = &s->source;

    if (object != NULL)
        dump_write(s->error_fd, object->der, object->kind, 0, e);
    else if (source->failed.data != NULL)
        dump_write(s->error_fd, source->failed, object_identify(source->failed), source->consumed,
                   e);
}

/* Whether a list's line that failed holds no request at all, and such lines are passed over. */
static bool is_other(const struct session *s, bool found, const struct error *e)
{
    return s->skip_other && s->list != NULL && !found && s->index == 0 && e->code == ERROR_CONTENT;
}

/* One object of the source that was opened; false at the end. */
static bool read_object(struct session *s, session_object each, void *context, bool *failed)
{
    enum exit_status status = EXIT_YES;
    struct error e;
    struct object object;
    bool found;
    bool done;

    object.kind = OBJECT_UNKNOWN;
    object.encoding = ENCODING_DER;
    done = source_next(&s->source, &object, &found, &e);
    if (done && !found)
        return false;
    s->index = object.index;
    if (UNLIKELY(!done) && is_other(s, found, &e)) {
        s->passed_over++;
        return true;
    }
    if (UNLIKELY(object.encoding == ENCODING_PEM || object_is_private_key(object.kind)) &&
        s->path == NULL)
        hide_secret(s, object.kind);
    if (!done || !each(s, context, &object, &status, &e)) {
        point_to_file(s, &e);
        fail_record(s, &e);
        if (s->dumps)
            dump(s, done || object.kind == OBJECT_PKCS7 ? &object : NULL, &e);
        *failed = true;
    }
    s->status = exit_status_graver(s->status, status);
    return true;
}

static void read_source(struct session *s, session_object each, void *context)
{
    size_t start = session_out(s)->len;
    bool failed = false;
    struct error e;

    while (!s->ended && !source_is_at_end(&s->source) && read_object(s, each, context, &failed)) {
        if (!s->whole_inputs)
            session_relieve(s);
    }
    s->index = 0;
    if (s->input_end != NULL && !s->input_end(s, context, !failed, &e)) {
        fail_record(s, &e);
        failed = true;
    }
    if (failed && s->whole_inputs)
        session_out(s)->len = start;
    session_relieve(s);
    source_close(&s->source);
}

/* A file, or the input itself where it is data, or taken for that. */
static bool open_source(struct session *s, struct slice input, bool is_data, struct error *e)
{
    s->path = NULL;
    if (is_data || (!slice_starts_with(input, SLICE("./")) && source_is_data(input, &s->scratch))) {
        source_open_data(&s->source, input);
        return true;
    }
    progress_show(&s->progress, s->line);
    s->path = path_of(s, input, e);
    if (s->path != NULL && !source_open_file(&s->source, s->path, e))
        s->path = NULL;
    return s->path != NULL;
}

static void read_input(struct session *s, struct slice input, bool is_data, session_object each,
                       void *context)
{
    struct error e;

    s->source_name = input;
    s->may_be_file = !is_data;
    s->started = true;
    s->index = 0;
    if (open_source(s, input, is_data, &e))
        read_source(s, each, context);
    else
        fail_record(s, &e);
}

/* The next line of a list may be long in coming. */
static bool flush_before_read(void *session)
{
    struct session *s = session;

    session_flush(s);
    progress_show(&s->progress, s->line);
    if (s->list_wait != NULL)
        s->list_wait(s, s->context, s->list_fd);
    return !s->ended;
}

/* A line that is too long, or the list itself, of which no more can be read. */
static void fail_line(struct session *s, const struct lines *lines, bool is_line,
                      const struct error *e)
{
    s->source_name = is_line ? SLICE_NONE : slice_of_string(s->list);
    s->index = 0;
    s->line = is_line ? lines->number : 0;
    s->list = is_line ? s->list : NULL;
    fail_record(s, e);
}

/* So that no line disappears unsaid; it is no failure. */
static void say_passed_over(struct session *s)
{
    struct error e;

    s->source_name = slice_of_string(s->list);
    s->list = NULL;
    s->index = 0;
    (void)error_set(&e, ERROR_CONTENT, "passed over %zu line%s no OCSP request", s->passed_over,
                    s->passed_over == 1 ? " that holds" : "s that hold");
    say(s, &e);
}

static void read_list(struct session *s, session_object each, void *context)
{
    struct lines lines;
    struct slice line;
    struct error e;
    bool found = true;

    s->list = s->common->inputfile;
    s->source_name = slice_of_string(s->list);
    if (!lines_open(&lines, s->list, s->common->null, &e)) {
        s->list = NULL;
        fail_record(s, &e);
        return;
    }
    if (s->common->progress)
        progress_begin(&s->progress);
    s->list_fd = lines.fd;
    lines.before_read = flush_before_read;
    lines.context = s;
    while (found && !s->ended) {
        if (!lines_next(&lines, &line, &found, &e)) {
            fail_line(s, &lines, found, &e);
            continue;
        }
        s->line = lines.number;
        if (found && !s->ended)
            read_input(s, line, s->skip_other, each, context);
    }
    lines_close(&lines);
    progress_clear(&s->progress);
    if (s->passed_over > 0)
        say_passed_over(s);
    s->list = NULL;
    s->line = 0;
}

void session_each(struct session *s, char **operands, int count, session_object each, void *context)
{
    struct error e;

    s->context = context;
    for (int i = 0; i < count && !s->ended; i++)
        read_input(s, slice_of_string(operands[i]), false, each, context);
    if (s->common->inputfile != NULL)
        read_list(s, each, context);
    if (s->common->inputfile != NULL || count > 0)
        return;
    s->source_name = SLICE("-");
    if (!isatty(STDIN_FILENO)) {
        read_input(s, s->source_name, false, each, context);
        return;
    }
    (void)error_set(&e, ERROR_USAGE,
                    "expected an INPUT, -i or something on standard input, found a terminal (see "
                    "'ocspkit %s --help')",
                    s->command->name);
    session_fail(s, &e);
}

void session_each_in_data(struct session *s, const char *data, session_object each, void *context)
{
    read_input(s, slice_of_string(data), true, each, context);
}

void session_write(struct session *s, struct slice bytes)
{
    struct error e;

    if (!s->broken && !buffer_append(session_out(s), bytes, &e))
        fail_output(s, &e);
    session_relieve(s);
}

/* Of nothing, a command that judges cannot say yes. */
static void judge_nothing(struct session *s)
{
    struct error e;

    s->source_name = slice_of_string(s->common->inputfile);
    s->status = EXIT_UNDETERMINED;
    (void)error_set(&e, ERROR_CONTENT, "expected at least one input in the list, found none");
    say(s, &e);
}

enum exit_status session_close(struct session *s)
{
    struct error e;

    if (s->judges && !s->started && s->status == EXIT_YES)
        judge_nothing(s);
    session_flush(s);
    if (!s->wrote && s->status != EXIT_YES)
        output_discard(&s->output); /* an old file is better than an empty one */
    else if (!s->broken && !output_commit(&s->output, &e))
        fail_output(s, &e);
    source_free(&s->source);
    report_free(&s->report);
    buffer_free(&s->scratch);
    if (s->error_fd != STDERR_FILENO && close(s->error_fd) != 0)
        s->status = exit_status_graver(s->status, EXIT_TROUBLE);
    return s->status;
}
