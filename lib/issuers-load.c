/* SPDX-License-Identifier: Apache-2.0 */
#include "issuers-load.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Where a file comes from decides what is told of it. */
enum origin {
    ORIGIN_NAMED,
    ORIGIN_DIRECTORY,
    ORIGIN_SYSTEM,
};

void issuers_load_init(struct issuers_load *load, struct issuers *set)
{
    *load = (struct issuers_load){.set = set};
    source_init(&load->source);
}

void issuers_load_free(struct issuers_load *load)
{
    source_free(&load->source);
}

static bool fail(const struct issuers_load *load, const char *path, size_t index,
                 const struct error *e)
{
    load->told(load->context, path, index, e);
    return false;
}

static void tell_broken(struct issuers_load *load, const char *path, enum origin origin,
                        size_t index, const struct error *e)
{
    load->broken++;
    load->incomplete = load->incomplete || origin == ORIGIN_NAMED;
    (void)fail(load, path, index, e);
}

/* What begins as neither DER nor PEM may be anything: among the files of a directory it is no
 * surprise. */
static bool is_other_file(const struct issuers_load *load, enum origin origin, size_t index,
                          const struct error *e)
{
    return origin == ORIGIN_DIRECTORY && index == 0 && e->code != ERROR_SYSTEM &&
           load->source.encoding != ENCODING_PEM;
}

/* The next object, added where it is a certificate; false at the end. */
static bool load_object(struct issuers_load *load, const char *path, enum origin origin)
{
    struct object object;
    struct error e;
    bool found;

    if (!source_next(&load->source, &object, &found, &e)) {
        if (!is_other_file(load, origin, object.index, &e))
            tell_broken(load, path, origin, object.index, &e);
        return true;
    }
    if (!found)
        return false;
    if (object.kind != OBJECT_CERTIFICATE)
        return true;
    if (issuers_add(load->set, object.der, object.index, &e))
        load->found++;
    else
        tell_broken(load, path, origin, object.index, &e);
    return true;
}

static bool load_file(struct issuers_load *load, const char *path, enum origin origin)
{
    size_t before = load->found;
    size_t broken = load->broken;
    struct error e;

    if (!issuers_enter_file(load->set, path, &e) || !source_open_file(&load->source, path, &e))
        return fail(load, path, 0, &e);
    while (load_object(load, path, origin))
        ;
    source_close(&load->source);
    if (load->found > before || origin == ORIGIN_DIRECTORY)
        return true;
    if (load->broken > broken)
        return false; /* which says why there is none */
    (void)error_set(&e, ERROR_CONTENT, "expected certificates to look in, found none");
    return fail(load, path, 0, &e);
}

/* --- directories */

/* As c_rehash names its links: eight hex digits, a dot, a number. */
static bool is_hashed(const char *name)
{
    return strspn(name, "0123456789abcdef") == 8 && name[8] == '.' && name[9] != '\0' &&
           strspn(name + 9, "0123456789") == strlen(name + 9);
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    int hashed = is_hashed((*a)->d_name) - is_hashed((*b)->d_name);

    return hashed != 0 ? hashed : strcmp((*a)->d_name, (*b)->d_name);
}

static void load_entry(struct issuers_load *load, const char *directory, const char *name)
{
    struct buffer path CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct error e;
    struct stat status;
    const char *joined;

    if (!buffer_append(&path, slice_of_string(directory), &e) ||
        !buffer_append(&path, SLICE("/"), &e) ||
        !buffer_append(&path, slice_of(name, strlen(name) + 1), &e)) {
        (void)fail(load, directory, 0, &e);
        return;
    }
    joined = (const char *)path.data;
    if (stat(joined, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    (void)load_file(load, joined, ORIGIN_DIRECTORY);
}

static bool load_directory(struct issuers_load *load, const char *path)
{
    size_t before = load->found;
    struct dirent **entries;
    struct error e;
    int count = scandir(path, &entries, NULL, compare_names);

    if (count < 0) {
        (void)error_system(&e, "expected a directory that can be read");
        return fail(load, path, 0, &e);
    }
    for (int i = 0; i < count; i++) {
        load_entry(load, path, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    if (load->found > before)
        return true;
    (void)error_set(&e, ERROR_CONTENT,
                    "expected a directory with certificates to look in, found none in it");
    return fail(load, path, 0, &e);
}

static bool load_any(struct issuers_load *load, const char *path, enum origin origin)
{
    struct stat status;

    if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return load_directory(load, path);
    return load_file(load, path, origin);
}

bool issuers_load_path(struct issuers_load *load, const char *path)
{
    return load_any(load, path, ORIGIN_NAMED);
}

/* One of several directories; an empty name between two colons is none. */
static bool load_listed(struct issuers_load *load, struct slice name)
{
    struct buffer path CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct error e;

    if (name.len == 0)
        return true;
    if (!buffer_append(&path, name, &e) || !buffer_append(&path, slice_of("", 1), &e))
        return fail(load, "SSL_CERT_DIR", 0, &e);
    return load_any(load, (const char *)path.data, ORIGIN_SYSTEM);
}

bool issuers_load_system(struct issuers_load *load, const char *file, const char *directories)
{
    struct slice rest = slice_of_string(directories != NULL ? directories : "");

    if (file != NULL && file[0] != '\0' && !load_any(load, file, ORIGIN_SYSTEM))
        return false;
    while (rest.len > 0) {
        size_t colon = slice_find_byte(rest, ':');

        if (!load_listed(load, slice_first(rest, colon)))
            return false;
        rest = slice_from(rest, colon < rest.len ? colon + 1 : colon);
    }
    return true;
}
