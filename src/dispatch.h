/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From a command line to the command that it names: one of this program, one of another program of
 * ours, or a program of the name ocspkit-COMMAND that somebody else wrote. The latter two take this
 * program's place, so that their exit status and signals are passed on as they are.
 */
#ifndef OCSPKIT_DISPATCH_H
#define OCSPKIT_DISPATCH_H

#include "command.h"

/* The commands that are linked into this program. */
struct command_table {
    const struct command *const *rows;
    size_t count;
};

/*
 * ocspkit: the options in front of the command, the command, help. `argv` is main's and is changed.
 * `now`: seconds since 1970 UTC.
 */
enum exit_status dispatch(const struct command_table *own, int argc, char **argv, int64_t now);

/* A program that ocspkit runs: argv[1] is the name of one of its commands. */
enum exit_status dispatch_own(const struct command_table *own, int argc, char **argv, int64_t now);

#endif
