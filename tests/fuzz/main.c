/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a fuzz target over files, without a fuzzer: fuzz-NAME [FILE|FOLDER]... Without arguments
 * over the test data, good and bad, of every kind, and over the target's own seeds in its
 * fuzz/NAME. A test a folder; the log has each file's name before it is read.
 */
#include "fuzz.h"

#include "../unit/manifest.h"

#include <dirent.h>
#include <sys/stat.h>

/* Bytes of their own length, so that a sanitizer sees who reads behind them. */
static bool run_file(const char *path)
{
    struct stat about;
    FILE *file = fopen(path, "rb");
    uint8_t *bytes;
    size_t len;

    if (file == NULL || fstat(fileno(file), &about) != 0)
        return false;
    printf("# %s\n", path);
    bytes = malloc(about.st_size > 0 ? (size_t)about.st_size : 1);
    len = bytes != NULL ? fread(bytes, 1, (size_t)about.st_size, file) : 0;
    (void)fclose(file);
    REQUIRE(bytes != NULL && len == (size_t)about.st_size);
    REQUIRE(LLVMFuzzerTestOneInput(bytes, len) == 0);
    free(bytes);
    return true;
}

static bool is_file(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* The files in the folder, in order of their names; -1 where there is no folder. */
static int run_folder(const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    int files = 0;

    for (int i = 0; i < count; i++) {
        char path[4096];

        (void)snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        if (is_file(path) && run_file(path))
            files++;
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return count < 0 ? -1 : files;
}

static void test_path(const char *path)
{
    int files = is_file(path) ? run_file(path) : run_folder(path);

    ok(files > 0, "%s: %d files", path, files);
}

static void test_fixtures(const char *target)
{
    const char *fixtures = fixtures_folder();
    char path[4096];

    if (!ok(fixtures != NULL, "there is test data"))
        return;
    test_path(fixtures);
    (void)snprintf(path, sizeof(path), "%s/bad", fixtures);
    test_path(path);
    (void)snprintf(path, sizeof(path), "%s/fuzz/%s", fixtures, target);
    test_path(path);
}

int main(int argc, char **argv)
{
    const char *target = strrchr(argv[0], '/');

    (void)setvbuf(stdout, NULL, _IOLBF, 0); /* the last file named is the one that broke it */
    target = target != NULL ? target + 1 : argv[0];
    if (strncmp(target, "fuzz-", 5) == 0)
        target += 5;
    for (int i = 1; i < argc; i++)
        test_path(argv[i]);
    if (argc < 2)
        test_fixtures(target);
    return tap_done();
}
