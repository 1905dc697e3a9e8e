/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-saved.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void fetch_saved_free(struct fetch_saved *saved)
{
    for (size_t i = 0; i < saved->count; i++) {
        buffer_free(&saved->answers[i].name);
        buffer_free(&saved->answers[i].der);
    }
    free(saved->answers);
}

static bool add(struct fetch_saved *saved, const char *path, struct slice der, bool is_crl,
                struct error *e)
{
    struct saved_answer *answer;

    if (saved->count == saved->size) {
        size_t size = saved->size > 0 ? 2 * saved->size : 16;
        void *grown = realloc(saved->answers, size * sizeof(*saved->answers));

        if (grown == NULL)
            return error_set(e, ERROR_MEMORY, "no memory for saved answers");
        saved->answers = grown;
        saved->size = size;
    }
    answer = &saved->answers[saved->count];
    *answer = (struct saved_answer){
        .name = BUFFER_INIT(64 * KIB), .der = BUFFER_INIT(LIMIT_TEXT), .is_crl = is_crl};
    saved->count++;
    return buffer_append(&answer->name, slice_of_string(path), e) &&
           buffer_append(&answer->der, der, e);
}

/* --- files */

static bool read_descriptor(int fd, struct buffer *bytes, struct error *e)
{
    for (;;) {
        uint8_t *room = buffer_room(bytes, 64 * KIB, e);
        ssize_t got;

        if (room == NULL)
            return false;
        got = read(fd, room, 64 * KIB);
        if (got < 0)
            return error_system(e, "expected a file that can be read");
        if (got == 0)
            return true;
        bytes->len += (size_t)got;
    }
}

static bool read_file(const char *path, struct buffer *bytes, struct error *e)
{
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    bool done;

    bytes->len = 0;
    if (fd < 0)
        return error_system(e, "expected a file that can be read");
    done = read_descriptor(fd, bytes, e);
    if (fd != STDIN_FILENO)
        (void)close(fd);
    return done;
}

/* The objects in a file. *answers counts those that are answers; what is broken ends it. */
static bool add_objects(struct fetch_saved *saved, struct source *source, const char *path,
                        struct issuers *issuers, size_t *answers, struct error *e)
{
    struct object object;
    bool found;

    while (source_next(source, &object, &found, NULL) && found) {
        if (object.kind == OBJECT_CERTIFICATE) {
            if (!issuers_add(issuers, object.der, object.index, NULL))
                continue; /* one less to look at */
        } else if (object.kind == OBJECT_OCSP_RESPONSE || object.kind == OBJECT_CRL) {
            if (!add(saved, path, object.der, object.kind == OBJECT_CRL, e))
                return false;
            ++*answers;
        }
    }
    return true;
}

/* Whatever is in a file that was named is an answer, if only a malformed one. */
static bool load_file(struct fetch_saved *saved, const char *path, bool is_named,
                      struct issuers *issuers, struct error *e)
{
    struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT + 64 * KIB);
    struct source source CLEANUP(source_free);
    size_t answers = 0;

    source_init(&source);
    if (!read_file(path, &bytes, e))
        return false;
    source_open_bytes(&source, buffer_slice(&bytes));
    if (!add_objects(saved, &source, path, issuers, &answers, e))
        return false;
    return answers > 0 || !is_named || add(saved, path, buffer_slice(&bytes), false, e);
}

/* --- directories */

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool load_entry(struct fetch_saved *saved, const char *directory, const char *name,
                       struct issuers *issuers, struct error *e)
{
    struct buffer path CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct stat status;

    if (!buffer_append(&path, slice_of_string(directory), e) ||
        !buffer_append(&path, SLICE("/"), e) ||
        !buffer_append(&path, slice_of(name, strlen(name) + 1), e))
        return false;
    if (stat((const char *)path.data, &status) != 0 || !S_ISREG(status.st_mode))
        return true;
    return load_file(saved, (const char *)path.data, false, issuers, e) || error_in(e, "%s", name);
}

static bool load_directory(struct fetch_saved *saved, const char *path, struct issuers *issuers,
                           struct error *e)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, compare_names);
    bool loaded = count >= 0;

    if (count < 0)
        return error_system(e, "expected a directory that can be read");
    for (int i = 0; i < count; i++) {
        loaded = loaded && load_entry(saved, path, entries[i]->d_name, issuers, e);
        free(entries[i]);
    }
    free(entries);
    return loaded;
}

bool fetch_saved_load(struct fetch_saved *saved, const char *path, struct issuers *issuers,
                      struct error *e)
{
    struct stat status;

    if (!issuers_enter_file(issuers, path, e))
        return false;
    if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return load_directory(saved, path, issuers, e);
    return load_file(saved, path, true, issuers, e);
}
