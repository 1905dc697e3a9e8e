/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What --help, --describe and the wrong use of a command print. All of it is made from the
 * command's row; the man pages say more. Each function writes, checks what it wrote, and returns
 * the status to exit with: a full disk or a closed standard output is EXIT_TROUBLE.
 */
#ifndef OCSPKIT_HELP_H
#define OCSPKIT_HELP_H

#include "command.h"

/* --help: on standard output, 80 columns. */
enum exit_status help_program(void);
enum exit_status help_command(const struct command *command);

/* --describe: on standard output; the format stands in help.c. */
enum exit_status help_describe_program(void);
enum exit_status help_describe_command(const struct command *command);

/* The names of the commands, a line each. */
enum exit_status help_list_commands(void);

/* One line on standard output. */
enum exit_status help_line(const char *text);

/* The same as help_program() on standard error, where no command was named: EXIT_TROUBLE. */
enum exit_status help_usage(void);

/*
 * A command line that is wrong: one line on standard error, "ocspkit: COMMAND: --OPTION: WHAT", and
 * EXIT_TROUBLE. A null command: the program's own options.
 */
enum exit_status help_refuse(const char *command, const struct error *e);

#endif
