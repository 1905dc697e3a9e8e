/* SPDX-License-Identifier: Apache-2.0 */
/*
 * differential [MUTANTS]: all test data of the kinds that libcrypto reads too, good and bad, and
 * mutants of what of it we read, are read by both; what we read is compared value by value. The
 * same mutants every time.
 */
#include "compare.h"
#include "divergence.h"

#include "../fuzz/mutate.h"
#include "../unit/manifest.h"

#include <dirent.h>
#include <openssl/err.h>

#define MUTANTS     100000
#define SEED        UINT64_C(6960)
#define FILES_MAX   4096
#define ROOM        4096 /* for what a mutant is longer */
#define CHANGES_MAX 2

static struct kind {
    const char *name; /* in the manifest */
    const char *seeds;
    enum reading (*compare)(struct slice der);
    size_t readings[READ_BY_BOTH + 1];
    size_t differing;
} kinds[] = {
    {.name = "certificate", .seeds = "cert", .compare = compare_cert},
    {.name = "certificateList", .seeds = "crl", .compare = compare_crl},
    {.name = "ocspRequest", .seeds = "ocsp-request", .compare = compare_request},
    {.name = "ocspResponse", .seeds = "ocsp-response", .compare = compare_response},
    {.name = "certificationRequest", .seeds = "csr", .compare = compare_csr},
    {.name = "pkcs7", .seeds = "pkcs7", .compare = compare_pkcs7},
};

static struct file {
    struct kind *kind;
    char name[128];
    uint8_t *bytes;
    size_t len;
} files[FILES_MAX];
static size_t file_count;

static struct kind *current;

static void add_file(const char *name, struct slice bytes)
{
    struct file *file = &files[file_count];

    if (file_count == FILES_MAX || (file->bytes = malloc(bytes.len + 1)) == NULL)
        abort();
    memcpy(file->bytes, bytes.data, bytes.len);
    file->len = bytes.len;
    file->kind = current;
    (void)snprintf(file->name, sizeof(file->name), "%s", name);
    file_count++;
}

static void add_fixture(const char *name, struct slice der, bool good)
{
    (void)good;
    add_file(name, der);
}

static void add_seeds(const char *target)
{
    char folder[4096];
    struct dirent **entries;
    int count;

    (void)snprintf(folder, sizeof(folder), "%s/fuzz/%s", fixtures_folder(), target);
    count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char name[1024];

        (void)snprintf(name, sizeof(name), "fuzz/%s/%s", target, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            add_file(name, fixture_read(name));
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

/* Whether we read it. */
static bool compare_one(const struct file *file, struct slice der, size_t mutant)
{
    enum reading reading;

    divergence_begin(file->name, mutant);
    reading = file->kind->compare(der);
    file->kind->readings[reading]++;
    if (divergence_failures() > 0)
        file->kind->differing++;
    ERR_clear_error();
    return reading == READ_BY_US || reading == READ_BY_BOTH;
}

/* Every file as it is; those that we read stay, for their mutants. */
static void compare_files(void)
{
    size_t kept = 0;

    for (size_t i = 0; i < file_count; i++) {
        if (compare_one(&files[i], slice_of(files[i].bytes, files[i].len), 0))
            files[kept++] = files[i];
        else
            free(files[i].bytes);
    }
    file_count = kept;
}

/* Bytes of the mutant's own length, for a sanitizer. */
static void compare_mutant(const struct file *file, size_t number)
{
    static uint8_t bytes[FIXTURE_MAX + ROOM];
    uint64_t random = SEED + number * UINT64_C(0x2545F4914F6CDD1D);
    size_t len = file->len;
    uint8_t *copy;

    memcpy(bytes, file->bytes, len);
    for (size_t changes = 1 + random_below(&random, CHANGES_MAX); changes > 0; changes--)
        len = mutate(bytes, len, file->len + ROOM, &random);
    copy = malloc(len + 1);
    if (copy == NULL)
        abort();
    memcpy(copy, bytes, len);
    (void)compare_one(file, slice_of(copy, len), number);
    free(copy);
}

static void report(const char *of)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct kind *k = &kinds[i];
        const size_t *n = k->readings;

        ok(k->differing == 0, "%s, %s: the same wherever we read", k->name, of);
        printf("#   read by both %zu, by us alone %zu, by libcrypto alone %zu, by none %zu\n",
               n[READ_BY_BOTH], n[READ_BY_US], n[READ_BY_LIBCRYPTO], n[READ_BY_NONE]);
        memset(k->readings, 0, sizeof(k->readings));
        k->differing = 0;
    }
}

/* A list that has more than it needs would hide something some day. */
static void report_divergences(void)
{
    for (size_t i = 0; i < DIVERGENCE_COUNT; i++) {
        const struct allowed_divergence *d = divergence_at((enum divergence)i);

        ok(d->count > 0, "allowed, and met %zu times: %s", d->count, d->what);
        printf("#   %s\n", d->reason);
    }
}

int main(int argc, char **argv)
{
    size_t mutants = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : MUTANTS;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        current = &kinds[i];
        ok(manifest_each(current->name, add_fixture) > 0, "%s: there is test data", current->name);
        add_seeds(current->seeds);
    }
    compare_files();
    report("as made");
    for (size_t i = 1; i <= mutants && file_count > 0; i++)
        compare_mutant(&files[i % file_count], i);
    report("mutants");
    report_divergences();
    while (file_count > 0)
        free(files[--file_count].bytes);
    return tap_done();
}
