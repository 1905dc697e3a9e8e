/* SPDX-License-Identifier: Apache-2.0 */
#include "exec-path.h"

#include "slice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const own_programs[] = {"trust", "http"};

/* "DIRECTORY/ocspkit-NAME"; an empty directory is the one we are in. False: too long. */
static bool join(struct slice directory, const char *name, char path[EXEC_PATH_MAX])
{
    int len;

    if (directory.len == 0)
        directory = SLICE(".");
    if (directory.len >= EXEC_PATH_MAX)
        return false;
    len = snprintf(path, EXEC_PATH_MAX, "%.*s/ocspkit-%s", (int)directory.len,
                   (const char *)directory.data, name);
    return len > 0 && len < EXEC_PATH_MAX;
}

static bool is_program(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

/* The running program's directory, where it is a build tree. */
static bool build_tree(char directory[EXEC_PATH_MAX])
{
    char self[EXEC_PATH_MAX];
    char trust[EXEC_PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);
    char *slash;

    if (len <= 0)
        return false;
    self[len] = '\0';
    slash = strrchr(self, '/');
    if (slash == NULL)
        return false;
    *slash = '\0';
    if (!join(slice_of_string(self), "trust", trust) || !is_program(trust))
        return false;
    memcpy(directory, self, strlen(self) + 1);
    return true;
}

void exec_path(char directory[EXEC_PATH_MAX])
{
    const char *chosen = getenv(EXEC_PATH_VARIABLE);

    if (chosen == NULL || chosen[0] == '\0') {
        if (build_tree(directory))
            return;
        chosen = PKGLIBEXECDIR;
    }
    (void)snprintf(directory, EXEC_PATH_MAX, "%s", chosen);
}

bool exec_path_own(const char *name, char path[EXEC_PATH_MAX], struct error *e)
{
    char directory[EXEC_PATH_MAX];

    exec_path(directory);
    return join(slice_of_string(directory), name, path) ||
           error_set(e, ERROR_LIMIT, "expected an exec path of at most %d bytes, found more",
                     EXEC_PATH_MAX - 32);
}

static bool may_be_command(const char *name)
{
    if (name[0] == '\0' || strchr(name, '/') != NULL)
        return false;
    for (size_t i = 0; i < ARRAY_SIZE(own_programs); i++) {
        if (strcmp(name, own_programs[i]) == 0)
            return false;
    }
    return true;
}

bool exec_path_find(const char *command, char path[EXEC_PATH_MAX])
{
    char directory[EXEC_PATH_MAX];
    const char *rest = getenv("PATH");

    if (!may_be_command(command))
        return false;
    exec_path(directory);
    if (join(slice_of_string(directory), command, path) && is_program(path))
        return true;
    while (rest != NULL) {
        size_t len = strcspn(rest, ":");

        if (join(slice_of(rest, len), command, path) && is_program(path))
            return true;
        rest = rest[len] == ':' ? rest + len + 1 : NULL;
    }
    return false;
}
