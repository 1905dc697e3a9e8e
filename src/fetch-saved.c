/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-saved.h"

#include "extension-value.h"
#include "fetch-name.h"
#include "file-read.h"
#include "ocsp-request.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

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

/* The answers among the objects in a file; `other` gets the first object that is none. *broken: not
 * all of it could be read. */
static bool add_objects(struct fetch_saved *saved, struct source *source, const char *path,
                        struct issuers *issuers, struct buffer *other, bool *broken,
                        struct error *e)
{
    struct object object;
    bool found;

    while (!source_is_at_end(source)) {
        bool is_wanted;

        if (!source_next(source, &object, &found, NULL)) {
            *broken = true;
            continue;
        }
        if (!found)
            return true;
        is_wanted = object.kind == OBJECT_OCSP_RESPONSE || object.kind == OBJECT_CRL;
        if (!is_wanted && other->len == 0 && !buffer_append(other, object.der, e))
            return false;
        if (object.kind == OBJECT_CERTIFICATE) {
            if (!issuers_add(issuers, object.der, object.index, NULL))
                continue; /* one less to look at */
        } else if (is_wanted && !add(saved, path, object.der, object.kind == OBJECT_CRL, e)) {
            return false;
        }
    }
    return true;
}

/* Whatever is in a file that was named is an answer, if only a malformed one; and so is what is
 * broken beside an answer. Where nothing is broken, its first object says what it is instead. */
static bool load_file(struct fetch_saved *saved, const char *path, bool is_named,
                      struct issuers *issuers, struct error *e)
{
    struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT + 64 * KIB);
    struct buffer other CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);
    struct source source CLEANUP(source_free);
    size_t before = saved->count;
    bool broken = false;

    source_init(&source);
    if (!file_read(path, &bytes, e))
        return false;
    source_open_bytes(&source, buffer_slice(&bytes));
    if (!add_objects(saved, &source, path, issuers, &other, &broken, e))
        return false;
    if (saved->count > before ? !broken : !is_named)
        return true;
    return add(saved, path, buffer_slice(!broken && other.len > 0 ? &other : &bytes),
               ends_with(path, FETCH_CRL_END), e);
}

/* --- directories */

/* CRLs are asked for last, and so judged last. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    int last = ends_with((*a)->d_name, FETCH_CRL_END) - ends_with((*b)->d_name, FETCH_CRL_END);

    return last != 0 ? last : strcmp((*a)->d_name, (*b)->d_name);
}

/* What --save calls an answer is one, if only a malformed one. */
static bool is_answer(const char *name)
{
    return ends_with(name, FETCH_RESPONSE_END) || ends_with(name, FETCH_CRL_END);
}

/* The name of a response begins with that of its certificate. */
static void find_certs(struct fetch_saved *saved, size_t first, const char *name)
{
    if (strspn(name, "0123456789abcdef") != FETCH_NAME_LEN || name[FETCH_NAME_LEN] != '-' ||
        !ends_with(name, FETCH_RESPONSE_END))
        return;
    for (size_t i = first; i < saved->count; i++) {
        struct slice path = buffer_slice(&saved->answers[i].name);

        saved->answers[i].cert =
            slice_first(slice_from(path, path.len - strlen(name)), FETCH_NAME_LEN);
    }
}

/* The nonce of the request that a response came to, which --save has put beside it. */
static bool find_nonce(struct fetch_saved *saved, struct buffer *path, struct error *e)
{
    struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct extension extension;
    struct ocsp_request request;

    if (!ends_with((const char *)path->data, FETCH_RESPONSE_END) || saved->count == 0)
        return true;
    path->len -= sizeof(FETCH_RESPONSE_END);
    return buffer_append(path, slice_of(FETCH_REQUEST_END, sizeof(FETCH_REQUEST_END)), e) &&
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
    size_t first = saved->count;
    struct stat status;

    if (!buffer_append(&path, slice_of_string(directory), e) ||
        !buffer_append(&path, SLICE("/"), e) ||
        !buffer_append(&path, slice_of(name, strlen(name) + 1), e))
        return false;
    if (stat((const char *)path.data, &status) != 0 || !S_ISREG(status.st_mode))
        return true;
    if (!load_file(saved, (const char *)path.data, is_answer(name), issuers, e) ||
        !find_nonce(saved, &path, e))
        return error_in(e, "%s", name);
    find_certs(saved, first, name);
    return true;
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

/* --- judging */

/* By any of the checks: that of the signer comes first, and fails with another issuer's answers. */
static bool is_about_another(const struct judgement *judgement)
{
    for (size_t i = 0; i < judgement->verdict.count; i++) {
        const struct check *c = &judgement->verdict.checks[i];

        if (c->result == CHECK_FAIL &&
            (c->reason == REASON_CERTIFICATE_NOT_COVERED || c->reason == REASON_CRL_ISSUER ||
             c->reason == REASON_CRL_SCOPE))
            return true;
    }
    return false;
}

/* Null: there is no room for more. */
static const struct judgement *judge_one(struct saved_answer *saved,
                                         const struct judge_question *question,
                                         const struct judge_policy *policy, struct signers *signers,
                                         struct fetch_evidence *evidence)
{
    struct fetch_answer *answer = fetch_evidence_add(
        evidence, saved->is_crl ? EVIDENCE_CRL : EVIDENCE_OCSP, buffer_slice(&saved->name));
    struct judge_question with_nonce = *question;

    if (answer == NULL)
        return NULL;
    answer->saved = buffer_slice(&saved->der);
    answer->crl = &saved->crl;
    if (saved->nonce.len > 0)
        with_nonce.nonce = buffer_slice(&saved->nonce);
    return fetch_evidence_judge(evidence, &with_nonce, policy, signers);
}

void fetch_saved_judge(struct fetch_saved *saved, enum fetch_get get,
                       const struct judge_question *question, const struct judge_policy *policy,
                       struct signers *signers, struct fetch_evidence *evidence)
{
    char name[FETCH_NAME_LEN + 1];

    fetch_name(question->cert->der, name);
    for (int pass = 0; pass < 2 && evidence->count == 0; pass++) {
        for (size_t i = 0; i < saved->count; i++) {
            struct saved_answer *answer = &saved->answers[i];
            const struct judgement *judgement;

            if (get == (answer->is_crl ? FETCH_OCSP : FETCH_CRL) ||
                (answer->cert.len > 0 && !slice_is(answer->cert, name)))
                continue;
            judgement = judge_one(answer, question, policy, signers, evidence);
            if (judgement == NULL)
                break;
            if (pass == 0 && is_about_another(judgement))
                fetch_evidence_drop(evidence, NULL);
        }
    }
}
