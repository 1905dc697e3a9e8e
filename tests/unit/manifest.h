/* SPDX-License-Identifier: Apache-2.0 */
/* The test data of one kind, from the manifest of the directory in the environment variable
 * `fixtures`, or in tests/data/fixtures of the build tree. */
#ifndef OCSPKIT_MANIFEST_H
#define OCSPKIT_MANIFEST_H

#include "slice.h"
#include "tap.h"

#include <stdlib.h>

#define FIXTURE_MAX (1 << 20)

/* The directory; null where the tests were not told. */
static inline const char *fixtures_folder(void)
{
    static char path[2048];

    if (getenv("fixtures") != NULL)
        return getenv("fixtures");
    if (getenv("builddir") == NULL)
        return NULL;
    (void)snprintf(path, sizeof(path), "%s/tests/data/fixtures", getenv("builddir"));
    return path;
}

/* A file's bytes, in a buffer that is used for one file after the other. */
static inline struct slice fixture_read(const char *name)
{
    static uint8_t bytes[FIXTURE_MAX];
    char path[4096];
    size_t len = 0;
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/%s", fixtures_folder(), name);
    file = fopen(path, "rb");
    if (file == NULL)
        return SLICE_NONE;
    len = fread(bytes, 1, sizeof(bytes), file);
    (void)fclose(file);
    return slice_of(bytes, len);
}

/* Calls for each .der file of that kind, with whether it is to be read; the number of files. */
static inline int manifest_each(const char *kind,
                                void (*call)(const char *name, struct slice der, bool good))
{
    char line[4096];
    int count = 0;
    FILE *file;

    if (fixtures_folder() == NULL)
        return 0;
    (void)snprintf(line, sizeof(line), "%s/manifest.tsv", fixtures_folder());
    file = fopen(line, "r");
    while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
        const char *name = strtok(line, "\t");
        const char *this_kind = strtok(NULL, "\t");
        const char *state = strtok(NULL, "\t");
        size_t len = name != NULL ? strlen(name) : 0;

        if (state == NULL || strcmp(this_kind, kind) != 0 || len < 4 ||
            strcmp(name + len - 4, ".der") != 0)
            continue;
        call(name, fixture_read(name), strcmp(state, "good") == 0);
        count++;
    }
    if (file != NULL)
        (void)fclose(file);
    return count;
}

#endif
