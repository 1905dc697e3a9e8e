/* SPDX-License-Identifier: Apache-2.0 */
/* The file of -e. */
#ifndef OCSPKIT_ERROR_FILE_H
#define OCSPKIT_ERROR_FILE_H

#include "command.h"

/*
 * Opens and empties it, where the command line names one; else, and for "-", *fd is standard error.
 * It is emptied only when it is known to be neither the output nor any other file that the command
 * line names. Errors: ERROR_USAGE, ERROR_SYSTEM.
 */
bool error_file_open(int *fd, const struct invocation *invocation,
                     const struct common_settings *common, struct error *e) MUST_USE;

#endif
