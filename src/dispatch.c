/* SPDX-License-Identifier: Apache-2.0 */
#include "dispatch.h"

#include "exec-path.h"
#include "help.h"
#include "manual.h"
#include "similar.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME_SHOWN_MAX 200

/* A command line from the command on: argv[0] is the program, argv[1] the command, argv[argc] null.
 */
struct line {
    const struct command_table *own;
    int argc;
    char **argv;
    int64_t now;
};

static const struct command cmd_help = {
    .name = "help",
    .synopsis = "[COMMAND]",
    .description =
        "Shows the man page of a command, or that of ocspkit itself. Where man or the page "
        "is missing, the built-in help.",
    .exits = "0 shown, 2 there is no such command",
};

/*
 * A standard descriptor that is closed would be given to the next file that is opened, and our
 * output written into an input. Opened the wrong way round, it fails when it is used, as it should.
 */
static void hold_standard_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

static const struct command *find_row(const struct command_table *own, const char *name)
{
    for (size_t i = 0; i < own->count; i++) {
        if (strcmp(own->rows[i]->name, name) == 0)
            return own->rows[i];
    }
    return NULL;
}

static enum exit_status refuse_unknown(const char *name)
{
    struct similar similar = {.word = name};
    struct error e;

    for (size_t i = 0; i < command_entry_count; i++)
        similar_offer(&similar, command_entries[i].name);
    if (similar.best != NULL)
        (void)error_set(&e, ERROR_USAGE,
                        "'%.*s' is not an ocspkit command; the most similar is '%s'",
                        NAME_SHOWN_MAX, name, similar.best);
    else
        (void)error_set(&e, ERROR_USAGE,
                        "'%.*s' is not an ocspkit command; 'ocspkit --help' lists them",
                        NAME_SHOWN_MAX, name);
    return help_refuse(NULL, &e);
}

/* Becomes the program at `path`; a script that names no interpreter is the shell's. */
static enum exit_status become(char *path, char **argv, const char *command)
{
    struct error e;

    argv[0] = path;
    (void)execvp(path, argv);
    (void)error_system(&e, "expected to run %s", path);
    return help_refuse(command, &e);
}

static enum exit_status run_line(const struct line *line)
{
    const char *name = line->argv[1];
    const struct command *row = find_row(line->own, name);
    const struct command_entry *entry = command_entry_find(name);
    char path[EXEC_PATH_MAX];
    struct error e;

    if (row != NULL) {
        struct invocation invocation = {row, line->argc - 2, line->argv + 2, line->now};
        return row->run(&invocation);
    }
    if (entry != NULL && entry->program == PROGRAM_TRUST) {
        if (!exec_path_own("trust", path, &e))
            return help_refuse(name, &e);
        return become(path, line->argv, name);
    }
    if (exec_path_find(name, path))
        return become(path, line->argv + 1, name);
    return refuse_unknown(name);
}

/* --- ocspkit help */

static enum exit_status show_built_in(const struct line *line, char *name)
{
    char help[] = "--help";
    char *argv[] = {line->argv[0], name, help, NULL};
    struct line asking = {line->own, 3, argv, line->now};

    if (name == NULL)
        return help_program();
    return strcmp(name, cmd_help.name) == 0 ? help_command(&cmd_help) : run_line(&asking);
}

static enum exit_status run_help(const struct line *line)
{
    struct invocation invocation = {&cmd_help, line->argc - 2, line->argv + 2, line->now};
    char page[NAME_SHOWN_MAX + 16] = "ocspkit";
    enum exit_status status;
    struct error e;
    char **names;
    int count;

    if (!command_begin(&invocation, NULL, &names, &count, &status))
        return status;
    if (count > 1) {
        (void)error_set(&e, ERROR_USAGE, "expected one COMMAND, found %d", count);
        return help_refuse(cmd_help.name, &e);
    }
    if (count == 1 && (strchr(names[0], '/') != NULL || strlen(names[0]) > NAME_SHOWN_MAX))
        return refuse_unknown(names[0]);
    /* The page of help is that of ocspkit. */
    if (count == 1 && strcmp(names[0], cmd_help.name) != 0)
        (void)snprintf(page, sizeof(page), "ocspkit-%s", names[0]);
    if (!manual_exists(page) || !manual_show(page, &e))
        return show_built_in(line, count == 1 ? names[0] : NULL);
    return EXIT_YES;
}

/* --- ocspkit */

static enum exit_status show_exec_path(void)
{
    char directory[EXEC_PATH_MAX];

    exec_path(directory);
    return help_line(directory);
}

static bool set_exec_path(const char *directory, struct error *e)
{
    if (directory[0] == '\0')
        return error_set(e, ERROR_USAGE, "--exec-path: expected DIR, found an empty text");
    return setenv(EXEC_PATH_VARIABLE, directory, 1) == 0 ||
           error_system(e, "--exec-path: expected to set " EXEC_PATH_VARIABLE);
}

static enum exit_status run_global(const struct global_settings *settings, const struct line *line)
{
    struct error e;

    if (settings->exec_path.value != NULL && !set_exec_path(settings->exec_path.value, &e))
        return help_refuse(NULL, &e);
    if (settings->version)
        return help_line("ocspkit " PACKAGE_VERSION);
    if (settings->list_commands)
        return help_list_commands();
    if (settings->exec_path.bare)
        return show_exec_path();
    if (line->argc < 2)
        return help_usage();
    return strcmp(line->argv[1], cmd_help.name) == 0 ? run_help(line) : run_line(line);
}

enum exit_status dispatch(const struct command_table *own, int argc, char **argv, int64_t now)
{
    struct global_settings settings = {0};
    struct line line = {own, argc, argv, now};
    struct error e;
    int count = argc > 0 ? argc - 1 : 0;

    hold_standard_descriptors();
    if (argc < 1)
        return help_usage();
    switch (options_parse(&global_options, &settings, &count, argv + 1, &e)) {
    case OPTIONS_RUN:
        line.argc = count + 1;
        argv[line.argc] = NULL;
        return run_global(&settings, &line);
    case OPTIONS_HELP:
        return help_program();
    case OPTIONS_DESCRIBE:
        return help_describe_program();
    case OPTIONS_USAGE:
        break;
    }
    return help_refuse(NULL, &e);
}

enum exit_status dispatch_own(const struct command_table *own, int argc, char **argv, int64_t now)
{
    const struct command *row = argc > 1 ? find_row(own, argv[1]) : NULL;
    struct error e;

    hold_standard_descriptors();
    if (row == NULL) {
        (void)error_set(&e, ERROR_USAGE, "expected to be run by ocspkit, with one of its commands");
        return help_refuse(NULL, &e);
    }
    struct invocation invocation = {row, argc - 2, argv + 2, now};
    return row->run(&invocation);
}
