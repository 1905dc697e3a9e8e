/* SPDX-License-Identifier: Apache-2.0 */
/* What a certificate came to, as it is reported: the record, the exit status, the object that --get
 * wants, and a line about them all. */
#ifndef OCSPKIT_FETCH_REPORT_H
#define OCSPKIT_FETCH_REPORT_H

#include "command.h"
#include "fetch-settings.h"
#include "fetch-task.h"
#include "report.h"
#include "window-bar.h"

struct fetch_result {
    const struct fetch_task *task;
    struct slice source; /* the input, and which object of it */
    size_t index;
    int64_t at;
    struct revocation revocation;
};

/* A task that is done. */
struct fetch_result fetch_result_of(const struct fetch_task *task, struct slice source,
                                    size_t index, int64_t at);

/* EXIT_YES, EXIT_NO or EXIT_UNDETERMINED, by --get and --expect. */
enum exit_status fetch_result_exit(const struct fetch_result *result,
                                   const struct fetch_settings *settings);

/* A whole record. `scratch` is overwritten. */
void fetch_result_describe(const struct fetch_result *result, const struct fetch_settings *settings,
                           enum window_bar bar, struct report *r, struct buffer *scratch);

/*
 * Appends the object of --get in PEM: what decided, else the last answer that is of the kind.
 * Nothing where there is none. Errors: ERROR_MEMORY.
 */
bool fetch_result_append_object(const struct fetch_result *result,
                                const struct fetch_settings *settings, struct buffer *out,
                                struct error *e) MUST_USE;

/* How many came to what. */
struct fetch_tally {
    size_t certificates;
    size_t failed;       /* inputs that none could be read from */
    size_t with_issuer;  /* --get=issuer */
    size_t by_status[4]; /* enum revocation_status */
};

void fetch_tally_add(struct fetch_tally *tally, const struct fetch_result *result,
                     const struct fetch_settings *settings);

/* "12 certificates: 10 good, 1 revoked, 1 undetermined, 2 inputs failed, 3.1 s" */
#define FETCH_TALLY_MAX 256
void fetch_tally_format(const struct fetch_tally *tally, int64_t milliseconds,
                        char out[FETCH_TALLY_MAX]);

#endif
