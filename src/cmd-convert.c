/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ocspkit convert: from one encoding to another. An object is parsed before it is written, and an
 * input of which one object is broken is not written at all.
 */
#include "convert-files.h"
#include "help.h"
#include "object-check.h"
#include "pem.h"
#include "session.h"

struct convert_settings {
    struct common_settings common;
    const char *outdir;
    struct setting_time index;
};

static const struct option rows[] = {
    {0, "outdir", "DIR", OPTION_TEXT, offsetof(struct convert_settings, outdir),
     "write NAME.pem or NAME.der there for each input NAME.*"},
    {0, "index", "N", OPTION_NUMBER, offsetof(struct convert_settings, index),
     "only the Nth object of each input, from 1"},
    OPTION_ROWS_INPUT(convert_settings),
    OPTION_ROWS_OUTPUT(convert_settings),
    OPTION_ROWS_PROGRESS(convert_settings),
};

/*
 * What an input gives is held until the input is known to be whole. Where that comes to be more
 * than HELD_MAX, and the input is a file, it is read to its end only to be checked, and then once
 * more to be written.
 */
#define HELD_MAX MIB

struct convert {
    bool to_pem;
    uint64_t index;             /* the object that is wanted, from 1; 0: all of them */
    struct convert_files files; /* where --outdir was given */
    bool place_taken;           /* DER went to the output */

    /* The input in hand. */
    size_t count;    /* objects */
    size_t start;    /* what was in the output before it */
    size_t held_max; /* what may be held of it; nothing more than HELD_MAX, unless it is no file */
    bool only_checks;
};

static void begin_input(struct convert *convert)
{
    convert->count = 0;
    convert->held_max = HELD_MAX;
    convert->only_checks = false;
}

static bool write_object(const struct convert *convert, const struct object *object,
                         struct buffer *out, struct error *e)
{
    if (convert->to_pem)
        return pem_append(out, object_pem_label(object->kind), object->der, e);
    return buffer_append(out, object->der, e);
}

static bool write_out(struct session *s, const struct convert *convert, const struct object *object,
                      struct error *e)
{
    if (convert->index != 0 && convert->index != object->index + 1)
        return true;
    return (!object_is_private_key(object->kind) || output_make_private(&s->output, e)) &&
           write_object(convert, object, session_out(s), e);
}

/* Too much to be held: the file, if it is one, will be read again. */
static void hold_less(struct session *s, struct convert *convert)
{
    convert->only_checks = source_keep(&s->source);
    if (convert->only_checks)
        session_out(s)->len = convert->start;
    else
        convert->held_max = SIZE_MAX;
}

static bool stage(struct convert *convert, const struct object *object, struct error *e)
{
    if (convert->index != 0 && convert->index != object->index + 1)
        return true;
    return write_object(convert, object, &convert->files.staged, e) &&
           convert_files_mark(&convert->files, object_is_private_key(object->kind), e);
}

static bool convert_object(struct session *s, void *context, const struct object *object,
                           enum exit_status *status, struct error *e)
{
    struct convert *convert = context;

    (void)status;
    if (convert->count == 0)
        convert->start = session_out(s)->len;
    convert->count = object->index + 1;
    if (!object_check(object, e))
        return false;
    if (convert->only_checks)
        return true;
    if (convert->files.directory != NULL)
        return stage(convert, object, e);
    if (!write_out(s, convert, object, e))
        return false;
    if (session_out(s)->len - convert->start > convert->held_max)
        hold_less(s, convert);
    return true;
}

/* Every object was checked. What fails now spoils what was written, and nothing more is. */
static bool write_again(struct session *s, const struct convert *convert, struct error *e)
{
    struct object object;
    bool found = true;

    if (!source_rewind(&s->source, e))
        return false;
    while (found && !s->broken) {
        if (!source_next(&s->source, &object, &found, e) ||
            (found && !write_out(s, convert, &object, e))) {
            s->broken = true;
            output_discard(&s->output);
            return false;
        }
        session_relieve(s);
    }
    return true;
}

/* DER on one output is one object, unless each was chosen by its number. */
static bool take_place(struct convert *convert, size_t count, struct error *e)
{
    if (convert->to_pem || convert->index != 0)
        return true;
    if (count > 1)
        return error_set(e, ERROR_USAGE,
                         "expected one object, found %zu: --index=N takes one of them, "
                         "--outdir=DIR writes all",
                         count);
    if (convert->place_taken)
        return error_set(e, ERROR_USAGE,
                         "expected one input, found another: --outdir=DIR writes all");
    convert->place_taken = true;
    return true;
}

static bool end_input(struct session *s, struct convert *convert, struct error *e)
{
    if (convert->index > convert->count)
        return error_set(e, ERROR_CONTENT, "expected at least %llu objects, found %zu",
                         (unsigned long long)convert->index, convert->count);
    if (convert->files.directory != NULL)
        return convert_files_write(&convert->files, s->source_name, s->path, e);
    return take_place(convert, convert->count, e) &&
           (!convert->only_checks || write_again(s, convert, e));
}

static bool convert_end(struct session *s, void *context, bool whole, struct error *e)
{
    struct convert *convert = context;
    bool ended = true;

    if (whole)
        ended = end_input(s, convert, e);
    else
        convert_files_drop(&convert->files);
    begin_input(convert);
    return ended;
}

/* The direction is the first operand, and is taken off. */
static bool read_direction(struct convert *convert, char ***operands, int *count, struct error *e)
{
    const char *word = *count > 0 ? **operands : NULL;

    if (word == NULL)
        return error_set(e, ERROR_USAGE,
                         "expected der-to-pem or pem-to-der, found the end of the command line");
    convert->to_pem = strcmp(word, "der-to-pem") == 0;
    if (!convert->to_pem && strcmp(word, "pem-to-der") != 0)
        return error_set(e, ERROR_USAGE, "expected der-to-pem or pem-to-der, found '%.200s'", word);
    ++*operands;
    --*count;
    return true;
}

/* What the options ask for together. */
static bool read_settings(struct convert *convert, const struct convert_settings *settings,
                          char ***operands, int *count, struct error *e)
{
    if (!read_direction(convert, operands, count, e))
        return false;
    if (settings->index.given && settings->index.value == 0) {
        (void)error_set(e, ERROR_USAGE, "expected a number from 1, found 0");
        return error_in(e, "--index");
    }
    convert->index = (uint64_t)settings->index.value;
    if (settings->outdir == NULL) {
        if (convert->to_pem || convert->index != 0 || *count <= 1)
            return true;
        return error_set(e, ERROR_USAGE, "expected one input or --outdir for DER, found %d inputs",
                         *count);
    }
    if (settings->common.outputfile != NULL)
        return error_set(e, ERROR_USAGE, "expected -o or --outdir, found both");
    return convert_files_open(&convert->files, settings->outdir, convert->to_pem ? "pem" : "der",
                              e) ||
           error_in(e, "--outdir");
}

static bool keep_inputs(struct convert *convert, const struct common_settings *common,
                        char **operands, int count, struct error *e)
{
    if (convert->files.directory == NULL)
        return true;
    for (int i = 0; i < count; i++) {
        if (!convert_files_keep(&convert->files, operands[i], e))
            return false;
    }
    return common->inputfile == NULL ||
           convert_files_keep_list(&convert->files, common->inputfile, common->null, e);
}

static enum exit_status run(const struct invocation *invocation)
{
    struct convert_settings settings = {.common = COMMON_SETTINGS_INIT};
    struct convert convert = {.files = CONVERT_FILES_INIT};
    enum exit_status status;
    struct session session;
    struct error e;
    char **operands;
    int count;

    if (!command_begin(invocation, &settings, &operands, &count, &status))
        return status;
    if (!read_settings(&convert, &settings, &operands, &count, &e) ||
        !keep_inputs(&convert, &settings.common, operands, count, &e)) {
        status = help_refuse(invocation->command->name, &e);
    } else if (!session_open(&session, invocation, &settings.common)) {
        status = EXIT_TROUBLE;
    } else {
        session.whole_inputs = true;
        session.source.bundle.leaf_first = true;
        session.input_end = convert_end;
        begin_input(&convert);
        session_each(&session, operands, count, convert_object, &convert);
        status = session_close(&session);
    }
    convert_files_free(&convert.files);
    return status;
}

const struct command cmd_convert = {
    .name = "convert",
    .synopsis = "der-to-pem|pem-to-der [--outdir=DIR] [--index=N] [INPUT...]",
    .description =
        "Writes certificates, CRLs, OCSP requests and responses, certificate requests and keys in "
        "another encoding, as OpenSSL does. The input may be in any encoding, the wanted one too. "
        "Of several objects der-to-pem writes all; pem-to-der wants --outdir or --index. A PKCS#7 "
        "bundle becomes what it holds, a leaf first. An input of which one object is broken is not "
        "written at all.",
    .exits = "0 all was converted, 2 something was not",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
