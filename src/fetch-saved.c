/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-saved.h"

#include "extension-value.h"
#include "file-read.h"
#include "ocsp-request.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

/* As fetch-save.h has it. */
#define RESPONSE_END "-response.der"
#define REQUEST_END  "-request.der"
#define CRL_END      ".crl"

static bool ends_with(const char *name, const char *end)
{
    return slice_ends_with(slice_of_string(name), slice_of_string(end));
}

void fetch_saved_free(struct fetch_saved *saved)
{
    for (size_t i = 0; i < saved->count; i++) {
        kept_crl_free(&saved->answers[i].crl);
        buffer_free(&saved->answers[i].name);
        buffer_free(&saved->answers[i].der);
        buffer_free(&saved->answers[i].nonce);
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
            return error_set(e, ERROR_MEMORY, "expected memory for saved answers, found none");
        saved->answers = grown;
        saved->size = size;
    }
    answer = &saved->answers[saved->count];
    *answer = (struct saved_answer){.name = BUFFER_INIT(64 * KIB),
                                    .der = BUFFER_INIT(LIMIT_TEXT),
                                    .nonce = BUFFER_INIT(LIMIT_OCSP),
                                    .is_crl = is_crl};
    saved->count++;
    if (!buffer_append(&answer->name, slice_of_string(path), e) ||
        !buffer_append(&answer->der, der, e))
        return false;
    kept_crl_init(&answer->crl, buffer_slice(&answer->der));
    return true;
}

/* --- files */

/* The answers among the objects in a file. *broken: not all of it could be read. */
static bool add_objects(struct fetch_saved *saved, struct source *source, const char *path,
                        struct issuers *issuers, bool *broken, struct error *e)
{
    struct object object;
    bool found;

    while (!source_is_at_end(source)) {
        if (!source_next(source, &object, &found, NULL)) {
            *broken = true;
            continue;
        }
        if (!found)
            return true;
        if (object.kind == OBJECT_CERTIFICATE) {
            if (!issuers_add(issuers, object.der, object.index, NULL))
                continue; /* one less to look at */
        } else if ((object.kind == OBJECT_OCSP_RESPONSE || object.kind == OBJECT_CRL) &&
                   !add(saved, path, object.der, object.kind == OBJECT_CRL, e)) {
            return false;
        }
    }
    return true;
}

/* Whatever is in a file that was named is an answer, if only a malformed one; and so is what is
 * broken beside an answer. */
static bool load_file(struct fetch_saved *saved, const char *path, bool is_named,
                      struct issuers *issuers, struct error *e)
{
    struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT + 64 * KIB);
    struct source source CLEANUP(source_free);
    size_t before = saved->count;
    bool broken = false;

    source_init(&source);
    if (!file_read(path, &bytes, e))
        return false;
    source_open_bytes(&source, buffer_slice(&bytes));
    if (!add_objects(saved, &source, path, issuers, &broken, e))
        return false;
    if (saved->count > before ? !broken : !is_named)
        return true;
    return add(saved, path, buffer_slice(&bytes), ends_with(path, CRL_END), e);
}

/* --- directories */

/* CRLs are asked for last, and so judged last. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    int last = ends_with((*a)->d_name, CRL_END) - ends_with((*b)->d_name, CRL_END);

    return last != 0 ? last : strcmp((*a)->d_name, (*b)->d_name);
}

/* What --save calls an answer is one, if only a malformed one. */
static bool is_answer(const char *name)
{
    return ends_with(name, RESPONSE_END) || ends_with(name, CRL_END);
}

/* The nonce of the request that a response came to, which --save has put beside it. */
static bool find_nonce(struct fetch_saved *saved, struct buffer *path, struct error *e)
{
    struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct extension extension;
    struct ocsp_request request;

    if (!ends_with((const char *)path->data, RESPONSE_END) || saved->count == 0)
        return true;
    path->len -= sizeof(RESPONSE_END);
    return buffer_append(path, slice_of(REQUEST_END, sizeof(REQUEST_END)), e) &&
           (!file_read((const char *)path->data, &bytes, NULL) ||
            !ocsp_request_parse(buffer_slice(&bytes), &request, NULL) ||
            !extensions_find_type(&request.request_extensions, EXTENSION_NONCE, &extension) ||
            buffer_append(&saved->answers[saved->count - 1].nonce,
                          nonce_octets(extension.extn_value), e));
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
    return (load_file(saved, (const char *)path.data, is_answer(name), issuers, e) &&
            find_nonce(saved, &path, e)) ||
           error_in(e, "%s", name);
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
