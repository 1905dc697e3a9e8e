/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The format of --describe, which the completions and the tests read. Lines of three fields, with a
 * tab between them:
 *
 *     NAME         SUMMARY                      of the program only: a command
 *     SPELLINGS    ARGUMENT    HELP             an option: "-f --format", "text|json"
 *     operand      ARGUMENT                     of a command only, in their order
 *
 * SPELLINGS begin with a dash and have a blank between them. ARGUMENT is empty where there is none,
 * stands in brackets where it may be left out, is FILE, DIR or INPUT (a file, mostly) or another
 * word in capitals, or words to choose from with "|" between them.
 */
#include "help.h"

#include "buffer.h"
#include "diagnostic.h"
#include "output.h"
#include "slice.h"

#include <string.h>
#include <unistd.h>

#define COLUMNS      80
#define COLUMN_MAX   33 /* where the second column of a list stands at most */
#define HELP_MAX     (64 * KIB)
#define BLANKS       "                                        "
#define EXITS_ALWAYS "0 yes or done, 1 no, 2 trouble with what was given, 3 undetermined"

/* --- text; memory is the only trouble, and `failed` keeps it until the text is written */

struct text {
    struct buffer buffer;
    size_t column;
    bool failed;
};

#define TEXT_INIT                                                                                  \
    {                                                                                              \
        .buffer = BUFFER_INIT(HELP_MAX)                                                            \
    }

static void text_free(struct text *t)
{
    buffer_free(&t->buffer);
}

static void add(struct text *t, struct slice bytes)
{
    if (!buffer_append(&t->buffer, bytes, NULL))
        t->failed = true;
    t->column += bytes.len;
}

static void put(struct text *t, const char *s)
{
    add(t, slice_of_string(s));
}

static void end_line(struct text *t)
{
    add(t, SLICE("\n"));
    t->column = 0;
}

/* Blanks up to a column, which is less than the length of BLANKS. */
static void fill(struct text *t, size_t column)
{
    if (t->column < column)
        add(t, slice_first(SLICE(BLANKS), column - t->column));
}

/* The words of a paragraph from here on, each further line beginning at `indent`. */
static void put_wrapped(struct text *t, const char *words, size_t indent)
{
    while (*words != '\0') {
        size_t len = strcspn(words, " ");

        if (t->column > indent && t->column + 1 + len > COLUMNS)
            end_line(t);
        if (t->column > indent)
            put(t, " ");
        fill(t, indent);
        add(t, slice_of(words, len));
        words += len + strspn(words + len, " ");
    }
    end_line(t);
}

static enum exit_status refuse_output(const struct error *e)
{
    struct diagnostic_place place = {.source = SLICE("standard output")};

    diagnostic_write(STDERR_FILENO, &place, e);
    return EXIT_TROUBLE;
}

/* Writes it to standard output, where a failure counts. */
static enum exit_status text_write(const struct text *t)
{
    struct error e;
    struct output output = {0};

    if (t->failed) {
        (void)error_set(&e, ERROR_MEMORY, "expected memory for the help, found none");
        return refuse_output(&e);
    }
    if (!output_open(&output, NULL, 0, &e))
        return refuse_output(&e);
    if (output_write(&output, buffer_slice(&t->buffer), &e) && output_commit(&output, &e))
        return EXIT_YES;
    output_discard(&output);
    return refuse_output(&e);
}

/* Writes it to standard error, where nobody could be told of a failure. */
static enum exit_status text_write_error(const struct text *t)
{
    struct slice rest = buffer_slice(&t->buffer);
    ssize_t len;

    while (rest.len > 0 && (len = write(STDERR_FILENO, rest.data, rest.len)) > 0)
        rest = slice_from(rest, (size_t)len);
    return EXIT_TROUBLE;
}

/* --- help */

/* "  -f, --format=text|json" */
static void put_spelling(struct text *t, const struct option *row)
{
    const char letter[] = {'-', row->letter, ',', ' ', '\0'};
    bool optional = row->kind == OPTION_OPTIONAL_TEXT;

    fill(t, 2);
    if (row->letter != 0)
        put(t, letter);
    fill(t, 6);
    put(t, "--");
    put(t, row->name);
    if (row->argument == NULL)
        return;
    put(t, optional ? "[=" : "=");
    put(t, row->argument);
    put(t, optional ? "]" : "");
}

/* Where the second column stands: behind the longest spelling that leaves it enough room. */
static size_t options_column(const struct option_table *table)
{
    size_t column = sizeof("  -h, --help  ") - 1;

    for (size_t i = 0; i < table->count; i++) {
        struct text t CLEANUP(text_free) = TEXT_INIT;

        put_spelling(&t, &table->rows[i]);
        if (t.column + 2 > column && t.column + 2 <= COLUMN_MAX)
            column = t.column + 2;
    }
    return column;
}

static void put_option(struct text *t, const struct option *row, size_t column)
{
    put_spelling(t, row);
    if (t->column + 2 > column)
        end_line(t);
    fill(t, column);
    put_wrapped(t, row->help, column);
}

static void put_options(struct text *t, const struct option_table *table)
{
    size_t column = options_column(table);

    put(t, "Options:");
    end_line(t);
    for (size_t i = 0; i < table->count; i++)
        put_option(t, &table->rows[i], column);
    put_option(t, &option_help_row, column);
}

static void put_usage(struct text *t, const struct command *command)
{
    size_t indent;

    put(t, "Usage: ocspkit ");
    put(t, command->name);
    indent = t->column + 1;
    if (command->options.count > 0)
        put(t, " [OPTION...]");
    put_wrapped(t, command->synopsis, indent);
}

static void put_exits(struct text *t, const char *exits)
{
    put(t, "Exit status: ");
    put_wrapped(t, exits != NULL ? exits : EXITS_ALWAYS, t->column);
}

enum exit_status help_command(const struct command *command)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    put_usage(&t, command);
    end_line(&t);
    put_wrapped(&t, command->description, 0);
    end_line(&t);
    put_options(&t, &command->options);
    end_line(&t);
    put_exits(&t, command->exits);
    return text_write(&t);
}

static void put_commands(struct text *t)
{
    size_t column = 0;

    put(t, "Commands:");
    end_line(t);
    for (size_t i = 0; i < command_entry_count; i++) {
        size_t len = strlen(command_entries[i].name);
        column = len + 4 > column ? len + 4 : column;
    }
    for (size_t i = 0; i < command_entry_count; i++) {
        fill(t, 2);
        put(t, command_entries[i].name);
        fill(t, column);
        put_wrapped(t, command_entries[i].summary, column);
    }
}

static void put_program(struct text *t)
{
    put(t, "Usage: ocspkit [OPTION...] COMMAND [OPTION...] [INPUT...]");
    end_line(t);
    end_line(t);
    put_wrapped(
        t,
        "Reads, converts and checks what says whether a certificate still counts: OCSP requests "
        "and responses, certificates and CRLs, in whatever encoding they come.",
        0);
    end_line(t);
    put_commands(t);
    end_line(t);
    put_options(t, &global_options);
    end_line(t);
    put_wrapped(t,
                "'ocspkit COMMAND --help' lists a command's options, 'ocspkit help COMMAND' shows "
                "its man page.",
                0);
    end_line(t);
    put_exits(t, NULL);
}

enum exit_status help_program(void)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    put_program(&t);
    return text_write(&t);
}

enum exit_status help_usage(void)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    put_program(&t);
    return text_write_error(&t);
}

/* --- for programs */

static void describe_option(struct text *t, const struct option *row)
{
    const char letter[] = {'-', row->letter, ' ', '\0'};
    bool optional = row->kind == OPTION_OPTIONAL_TEXT;

    if (row->letter != 0)
        put(t, letter);
    put(t, "--");
    put(t, row->name);
    put(t, optional ? "\t[" : "\t");
    put(t, row->argument != NULL ? row->argument : "");
    put(t, optional ? "]\t" : "\t");
    put(t, row->help);
    end_line(t);
}

static void describe_options(struct text *t, const struct option_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        describe_option(t, &table->rows[i]);
    describe_option(t, &option_help_row);
}

/* The length of the synopsis' next part: up to a blank that stands in no brackets. */
static size_t part_length(const char *synopsis)
{
    size_t len = 0;

    for (unsigned depth = 0; synopsis[len] != '\0' && (depth > 0 || synopsis[len] != ' '); len++) {
        if (synopsis[len] == '[')
            depth++;
        else if (synopsis[len] == ']' && depth > 0)
            depth--;
    }
    return len;
}

/* The parts of the synopsis that are no options. */
static void describe_operands(struct text *t, const char *synopsis)
{
    size_t len;

    for (; (len = part_length(synopsis)) > 0; synopsis += strspn(synopsis, " ")) {
        struct slice part = slice_of(synopsis, len);

        synopsis += len;
        if (slice_starts_with(part, SLICE("[-")) || slice_starts_with(part, SLICE("-")))
            continue;
        put(t, "operand\t");
        add(t, part);
        end_line(t);
    }
}

enum exit_status help_describe_command(const struct command *command)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    describe_options(&t, &command->options);
    describe_operands(&t, command->synopsis);
    return text_write(&t);
}

enum exit_status help_describe_program(void)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    for (size_t i = 0; i < command_entry_count; i++) {
        put(&t, command_entries[i].name);
        put(&t, "\t");
        put(&t, command_entries[i].summary);
        end_line(&t);
    }
    describe_options(&t, &global_options);
    return text_write(&t);
}

enum exit_status help_list_commands(void)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    for (size_t i = 0; i < command_entry_count; i++) {
        put(&t, command_entries[i].name);
        end_line(&t);
    }
    return text_write(&t);
}

enum exit_status help_line(const char *text)
{
    struct text t CLEANUP(text_free) = TEXT_INIT;

    put(&t, text);
    end_line(&t);
    return text_write(&t);
}

enum exit_status help_refuse(const char *command, const struct error *e)
{
    struct diagnostic_place place = {0};

    if (command != NULL)
        place.source = slice_of_string(command);
    diagnostic_write(STDERR_FILENO, &place, e);
    return EXIT_TROUBLE;
}
