/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the other programs are: our own, and the commands that others add as programs of the name
 * ocspkit-COMMAND. Whether what is found works is seen when it is run.
 */
#ifndef OCSPKIT_EXEC_PATH_H
#define OCSPKIT_EXEC_PATH_H

#include "compiler.h"
#include "error.h"

#include <stdbool.h>

#define EXEC_PATH_MAX 4096

/* The environment's word for the exec path; --exec-path=DIR sets it, so that children know too. */
#define EXEC_PATH_VARIABLE "OCSPKIT_EXEC_PATH"

/*
 * The directory of our own programs: the environment's, else that of the running program where
 * ocspkit-trust stands beside it (a build tree), else the one it was configured with.
 */
void exec_path(char directory[EXEC_PATH_MAX]);

/* The path of our own program "ocspkit-NAME". False: ERROR_LIMIT, too long a path. */
bool exec_path_own(const char *name, char path[EXEC_PATH_MAX], struct error *e) MUST_USE;

/*
 * The path of the program "ocspkit-COMMAND" in the exec path or in PATH. False where there is none;
 * a name with a slash in it, an empty one and those of our own programs are no commands.
 */
bool exec_path_find(const char *command, char path[EXEC_PATH_MAX]) MUST_USE;

#endif
