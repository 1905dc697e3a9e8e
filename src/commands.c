/* SPDX-License-Identifier: Apache-2.0 */
#include "command.h"
#include "help.h"

#include <string.h>

const struct command_entry command_entries[] = {
    {"decode", "show what is in a request, response, certificate or CRL", PROGRAM_READ},
    {"convert", "write an object in another encoding, DER or PEM", PROGRAM_READ},
    {"fetch", "ask whether a certificate is revoked, and judge the answer", PROGRAM_TRUST},
    {"match-issuer", "find the issuer that an object names", PROGRAM_TRUST},
    {"fingerprint", "show fingerprints, or compare them with known ones", PROGRAM_READ},
    {"check-window", "say whether an object is in time", PROGRAM_READ},
    {"help", "show the man page of a command", PROGRAM_READ},
};
const size_t command_entry_count = ARRAY_SIZE(command_entries);

static const struct option global_rows[] = {
    {0, "version", NULL, OPTION_FLAG, offsetof(struct global_settings, version),
     "the name and version of this program"},
    {0, "exec-path", "DIR", OPTION_OPTIONAL_TEXT, offsetof(struct global_settings, exec_path),
     "where the other programs are: show it, or set it for this run"},
    {0, "list-commands", NULL, OPTION_FLAG, offsetof(struct global_settings, list_commands),
     "the names of the commands, a line each"},
    {0, "describe", NULL, OPTION_DESCRIBE, 0, "the commands and options, for programs"},
};

const struct option_table global_options = {
    .rows = global_rows, .count = ARRAY_SIZE(global_rows), .stops_at_operand = true};

const struct command_entry *command_entry_find(const char *name)
{
    for (size_t i = 0; i < command_entry_count; i++) {
        if (strcmp(command_entries[i].name, name) == 0)
            return &command_entries[i];
    }
    return NULL;
}

enum exit_status exit_status_graver(enum exit_status a, enum exit_status b)
{
    static const int gravity[] = {
        [EXIT_YES] = 0, [EXIT_UNDETERMINED] = 1, [EXIT_TROUBLE] = 2, [EXIT_NO] = 3};

    return gravity[a] >= gravity[b] ? a : b;
}

bool command_begin(const struct invocation *invocation, void *settings, char ***operands,
                   int *count, enum exit_status *status)
{
    const struct command *command = invocation->command;
    struct error e;

    *operands = invocation->argv;
    *count = invocation->argc;
    *status = EXIT_TROUBLE;
    switch (options_parse(&command->options, settings, count, *operands, &e)) {
    case OPTIONS_RUN:
        *status = EXIT_YES;
        return true;
    case OPTIONS_HELP:
        *status = help_command(command);
        return false;
    case OPTIONS_DESCRIBE:
        *status = help_describe_command(command);
        return false;
    case OPTIONS_USAGE:
        *status = help_refuse(command->name, &e);
        return false;
    }
    return false;
}
