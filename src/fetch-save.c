/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-save.h"

#include "fetch-name.h"
#include "output.h"
#include "report.h"
#include "timestamp.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#define NAME_MAX_LEN (FETCH_NAME_LEN + 64)

void fetch_save_free(struct fetch_save *save)
{
    buffer_free(&save->manifest);
    buffer_free(&save->scratch);
}

bool fetch_save_open(struct fetch_save *save, const char *directory, struct error *e)
{
    struct stat status;

    *save = (struct fetch_save)FETCH_SAVE_INIT;
    save->directory = directory;
    if (directory == NULL || mkdir(directory, 0777) == 0 ||
        (errno == EEXIST && stat(directory, &status) == 0 && S_ISDIR(status.st_mode)))
        return true;
    (void)error_system(e, "expected a directory that can be made, found %s", directory);
    return error_in(e, "--save");
}

static void name_file(char name[NAME_MAX_LEN], struct slice bytes, const char *behind)
{
    char hash[FETCH_NAME_LEN + 1];

    fetch_name(bytes, hash);
    (void)snprintf(name, NAME_MAX_LEN, "%s%s", hash, behind);
}

static bool write_file(struct fetch_save *save, const char *name, struct slice bytes,
                       struct error *e)
{
    struct output output = {.fd = -1};
    bool written;

    save->scratch.len = 0;
    written = buffer_append(&save->scratch, slice_of_string(save->directory), e) &&
              buffer_append(&save->scratch, SLICE("/"), e) &&
              buffer_append(&save->scratch, slice_of(name, strlen(name) + 1), e) &&
              output_open(&output, (const char *)save->scratch.data, 0666, e) &&
              output_write(&output, bytes, e) && output_commit(&output, e);
    output_discard(&output);
    return written || error_in(e, "%s", name);
}

/* --- the manifest */

static bool add_column(struct fetch_save *save, struct slice text, const char *behind,
                       struct error *e)
{
    return report_escape(&save->manifest, text, e) &&
           buffer_append(&save->manifest, slice_of_string(behind), e);
}

static bool add_row(struct fetch_save *save, const char *name, const char *kind,
                    const struct evidence *evidence, struct slice source, int64_t at,
                    struct error *e)
{
    const struct judgement *judgement = evidence != NULL ? evidence->judgement : NULL;
    const char *status = judgement != NULL ? revocation_status_word(judgement->status) : "";
    const char *reason =
        judgement != NULL && judgement->reason != REASON_NONE ? reason_word(judgement->reason) : "";
    uint8_t moment[TIMESTAMP_RFC3339_LEN];

    timestamp_format_rfc3339(at, moment);
    return add_column(save, slice_of_string(name), "\t", e) &&
           add_column(save, slice_of_string(kind), "\t", e) &&
           add_column(save, evidence != NULL ? evidence->url : SLICE_NONE, "\t", e) &&
           add_column(save, slice_of_string(status), "\t", e) &&
           add_column(save, slice_of_string(reason), "\t", e) &&
           add_column(save, slice_of(moment, sizeof(moment)), "\t", e) &&
           add_column(save, source, "\n", e);
}

/* --- one certificate */

struct saving {
    struct fetch_save *save;
    const struct fetch_task *task;
    struct slice source;
    int64_t at;
};

static bool save_as(const struct saving *saving, const char *name, const char *kind,
                    const struct evidence *evidence, struct slice bytes, struct error *e)
{
    return write_file(saving->save, name, bytes, e) &&
           add_row(saving->save, name, kind, evidence, saving->source, saving->at, e);
}

static bool save_response(const struct saving *saving, size_t i, struct error *e)
{
    const struct fetch_answer *answer = saving->task->evidence.answers[i];
    const struct evidence *evidence = &saving->task->evidence.list[i];
    char name[NAME_MAX_LEN];
    char behind[48];

    (void)snprintf(behind, sizeof(behind), "-%zu" FETCH_REQUEST_END, i + 1);
    name_file(name, saving->task->cert.der, behind);
    if (answer->request.der.len > 0 &&
        !save_as(saving, name, "ocspRequest", NULL, buffer_slice(&answer->request.der), e))
        return false;
    (void)snprintf(behind, sizeof(behind), "-%zu" FETCH_RESPONSE_END, i + 1);
    name_file(name, saving->task->cert.der, behind);
    return save_as(saving, name, "ocspResponse", evidence,
                   fetch_evidence_bytes(&saving->task->evidence, i), e);
}

static bool save_evidence(const struct saving *saving, size_t i, struct error *e)
{
    const struct evidence *evidence = &saving->task->evidence.list[i];
    struct slice bytes = fetch_evidence_bytes(&saving->task->evidence, i);
    char name[NAME_MAX_LEN];

    if (evidence->judgement == NULL)
        return true; /* no answer came */
    if (evidence->kind == EVIDENCE_OCSP)
        return save_response(saving, i, e);
    name_file(name, bytes, FETCH_CRL_END);
    return save_as(saving, name, "certificateList", evidence, bytes, e);
}

bool fetch_save_task(struct fetch_save *save, const struct fetch_task *task, struct slice source,
                     int64_t at, struct error *e)
{
    const struct saving saving = {save, task, source, at};
    char name[NAME_MAX_LEN];

    if (save->directory == NULL)
        return true;
    name_file(name, task->cert.der, ".crt");
    if (!save_as(&saving, name, "certificate", NULL, task->cert.der, e))
        return false;
    name_file(name, task->cert.der, "-issuer.crt");
    if (task->has_issuer && !save_as(&saving, name, "certificate", NULL, task->issuer.der, e))
        return false;
    for (size_t i = 0; i < task->evidence.count; i++) {
        if (!save_evidence(&saving, i, e))
            return false;
    }
    return true;
}

bool fetch_save_close(struct fetch_save *save, struct error *e)
{
    return save->directory == NULL ||
           write_file(save, "manifest.tsv", buffer_slice(&save->manifest), e);
}
