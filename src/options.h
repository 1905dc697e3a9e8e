/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one option table of a command: it parses, prints --help, feeds the completions (--describe)
 * and is held against the man page.
 *
 * A row says where its value goes: an offset into the command's settings, a struct that starts with
 * `struct common_settings`. To add an option, add a row, a member, a line in the man page.
 */
#ifndef OCSPKIT_OPTIONS_H
#define OCSPKIT_OPTIONS_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_kind {
    OPTION_FLAG,          /* bool, set to true */
    OPTION_OFF,           /* bool, set to false: --no-progress */
    OPTION_TEXT,          /* const char *, the last one given */
    OPTION_TEXTS,         /* struct texts, every one given */
    OPTION_OPTIONAL_TEXT, /* struct setting_text: --name or --name=VALUE, never --name VALUE */
    OPTION_CHOICE,        /* int, the place of the word in `argument`: "text|json" */
    OPTION_DURATION,      /* struct setting_time, seconds, duration.h */
    OPTION_TIME,          /* struct setting_time, seconds since 1970 UTC, timestamp.h */
    OPTION_NUMBER,        /* struct setting_time, a count from 0 */
    OPTION_HELP,          /* nothing is set: OPTIONS_HELP */
    OPTION_DESCRIBE,      /* nothing is set: OPTIONS_DESCRIBE */
};

struct option {
    char letter; /* 0: none */
    const char *name;
    const char *argument; /* what stands behind "=" in the help; null: takes none */
    enum option_kind kind;
    size_t offset;
    const char *help; /* a line, no capital, no full stop */
};

/* Values of a repeatable option, in order; `items` is allocated, the texts are argv's. */
struct texts {
    const char **items;
    size_t count;
};
void texts_free(struct texts *texts);

struct setting_time {
    bool given;
    int64_t value;
};

struct setting_text {
    bool bare; /* given without a value */
    const char *value;
};

enum setting_format {
    FORMAT_TEXT,
    FORMAT_JSON,
};

enum setting_color {
    COLOR_AUTO,
    COLOR_ALWAYS,
    COLOR_NEVER,
};

/* What every command takes. */
struct common_settings {
    const char *inputfile;
    bool null;
    const char *outputfile;
    const char *errorfile;
    int format; /* enum setting_format */
    const char *fields;
    struct setting_time at;
    bool quiet;
    int color; /* enum setting_color */
    bool progress;
};

/* clang-format off */
#define COMMON_SETTINGS_INIT {.progress = true}

/* Rows that commands share; a command's table lists those that it takes. `type` is its struct. */
#define OPTION_ROWS_INPUT(type)                                                                  \
    {'i', "inputfile", "FILE", OPTION_TEXT, offsetof(struct type, common.inputfile),             \
     "a list, one input a line (-: standard input)"},                                            \
    {'0', "null", NULL, OPTION_FLAG, offsetof(struct type, common.null),                         \
     "the list's inputs are separated by NUL"}
#define OPTION_ROWS_OUTPUT(type)                                                                 \
    {'o', "outputfile", "FILE", OPTION_TEXT, offsetof(struct type, common.outputfile),           \
     "write the output there, whole or not at all"},                                             \
    {'e', "errorfile", "FILE", OPTION_TEXT, offsetof(struct type, common.errorfile),             \
     "write the diagnostics there"}
#define OPTION_ROWS_REPORT(type)                                                                 \
    {'f', "format", "text|json", OPTION_CHOICE, offsetof(struct type, common.format),            \
     "text for people, or JSON Lines"},                                                          \
    {0, "fields", "PATH[,PATH...]", OPTION_TEXT, offsetof(struct type, common.fields),           \
     "only these values, one line for a record"},                                                \
    {'q', "quiet", NULL, OPTION_FLAG, offsetof(struct type, common.quiet),                       \
     "no report; the exit status is the answer"},                                                \
    {0, "color", "auto|always|never", OPTION_CHOICE, offsetof(struct type, common.color),        \
     "colour the text"}
#define OPTION_ROWS_PROGRESS(type)                                                               \
    {0, "no-progress", NULL, OPTION_OFF, offsetof(struct type, common.progress),                 \
     "no counter on standard error"}
#define OPTION_ROWS_AT(type)                                                                     \
    {0, "at", "TIME", OPTION_TIME, offsetof(struct type, common.at),                             \
     "judge at that moment: RFC 3339 or @SECONDS"}
/* clang-format on */

struct option_table {
    const struct option *rows;
    size_t count;
    bool stops_at_operand; /* what follows the first operand is somebody else's command line */
};

/* The row of -h, --help, which every table has without listing it. */
extern const struct option option_help_row;

enum options_result {
    OPTIONS_RUN,      /* go on; operands are at argv[0..argc) */
    OPTIONS_HELP,     /* -h, --help */
    OPTIONS_DESCRIBE, /* --describe, for the completions; every command takes it, none lists it */
    OPTIONS_USAGE,    /* the error says what was wrong */
};

/*
 * Reads options from argv[0..*argc) (the command's name not among them) into `settings`; operands
 * are moved to the front in their order and counted in *argc. As getopt_long does: options and
 * operands in any order, -o FILE, -oFILE, --name=VALUE, --name VALUE, bundled letters, long names
 * shortened while unique, "--" ends the options, "-" is an operand. The values point into argv's
 * strings.
 *
 * OPTIONS_USAGE: ERROR_USAGE, whose path is the option as far as it is known ("--format"), or
 * ERROR_MEMORY. That two options exclude each other and how many operands there may be is the
 * command's to check.
 */
enum options_result options_parse(const struct option_table *table, void *settings, int *argc,
                                  char **argv, struct error *e) MUST_USE;

#endif
