/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A command is a const row. To add one: write src/cmd-NAME.c with its settings, option rows and
 * `const struct command cmd_NAME`; declare it below; add its entry to commands.c with the program
 * it lives in, and its row to that program's main; write man/ocspkit-NAME.1. --help, the
 * completions, the typo hints and the tests follow from the row.
 */
#ifndef OCSPKIT_COMMAND_H
#define OCSPKIT_COMMAND_H

#include "options.h"

/*
 * One meaning each, everywhere. Over several inputs the gravest wins: no, trouble, undetermined,
 * yes.
 */
enum exit_status {
    EXIT_YES = 0,          /* yes, or done */
    EXIT_NO = 1,           /* revoked, no match, outside its window */
    EXIT_TROUBLE = 2,      /* with what was given: usage, malformed input, output not written */
    EXIT_UNDETERMINED = 3, /* no evidence */
};

/* The graver of two. */
enum exit_status exit_status_graver(enum exit_status a, enum exit_status b);

struct command;

/* What main hands to a command: nothing else reads the clock or the environment. */
struct invocation {
    const struct command *command;
    int argc; /* operands and options behind the command's name */
    char **argv;
    int64_t now; /* seconds since 1970 UTC */
};

/* Its summary stands in command_entries: every program shows it, and only one has this row. */
struct command {
    const char *name;
    const char *synopsis;    /* "[--serial=HEX]... [INPUT...]": what is its own; no [OPTION...] */
    const char *description; /* a paragraph for --help, in whole sentences; wrapped there */
    const char *exits;       /* its exit statuses in a line; null: what they mean everywhere */
    struct option_table options;
    enum exit_status (*run)(const struct invocation *invocation);
};

/* Which program a command lives in. */
enum program {
    PROGRAM_READ,  /* ocspkit */
    PROGRAM_TRUST, /* ocspkit-trust: whatever checks a signature */
};

/* What all programs know of all commands; the rows themselves are linked only where they run. */
struct command_entry {
    const char *name;
    const char *summary; /* a line, no capital, no full stop */
    enum program program;
};
extern const struct command_entry command_entries[];
extern const size_t command_entry_count;

/* The entry of that name, or null. */
const struct command_entry *command_entry_find(const char *name);

/* The rows of ocspkit, then those of ocspkit-trust. */
extern const struct command cmd_check_window, cmd_convert, cmd_decode, cmd_fingerprint;
extern const struct command cmd_fetch, cmd_match_issuer;

/* What stands in front of the command: ocspkit --version. */
struct global_settings {
    bool version;
    bool list_commands;
    struct setting_text exec_path;
};
extern const struct option_table global_options;

/*
 * Parses the options of an invocation into `settings`. True: run on, with the operands in
 * operands[0..*count). False: *status is what to exit with; help, --describe or the usage error has
 * been printed.
 */
bool command_begin(const struct invocation *invocation, void *settings, char ***operands,
                   int *count, enum exit_status *status) MUST_USE;

#endif
