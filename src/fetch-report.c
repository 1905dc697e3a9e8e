/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-report.h"

#include "describe-cert.h"
#include "describe-notes.h"
#include "describe-status.h"
#include "object.h"
#include "pem.h"

#include <stdio.h>

struct fetch_result fetch_result_of(const struct fetch_task *task, struct slice source,
                                    size_t index, int64_t at)
{
    struct fetch_result result = {.task = task, .source = source, .index = index, .at = at};

    revocation_decide(&task->cert, task->evidence.list, task->evidence.count, &result.revocation);
    return result;
}

enum exit_status fetch_result_exit(const struct fetch_result *result,
                                   const struct fetch_settings *settings)
{
    static const enum revocation_status expected[] = {
        [FETCH_EXPECT_GOOD] = REVOCATION_GOOD,
        [FETCH_EXPECT_REVOKED] = REVOCATION_REVOKED,
        [FETCH_EXPECT_UNKNOWN] = REVOCATION_UNKNOWN,
    };
    enum revocation_status status = result->revocation.status;

    if (settings->get == FETCH_ISSUER)
        return result->task->has_issuer ? EXIT_YES : EXIT_UNDETERMINED;
    if (status == REVOCATION_UNDETERMINED)
        return EXIT_UNDETERMINED;
    if (settings->expect != FETCH_EXPECT_NOTHING)
        return status == expected[settings->expect] ? EXIT_YES : EXIT_NO;
    if (status == REVOCATION_UNKNOWN)
        return EXIT_UNDETERMINED;
    return status == REVOCATION_GOOD ? EXIT_YES : EXIT_NO;
}

static void describe_issuer(const struct fetch_result *result, struct report *r)
{
    struct record_head head = {"certificate", result->source, result->index};

    report_begin_record(r, &head);
    describe_cert(r, &result->task->issuer);
    describe_notes(r, result->task->issuer.departures, 0);
    report_end_record(r);
}

void fetch_result_describe(const struct fetch_result *result, const struct fetch_settings *settings,
                           enum window_bar bar, struct report *r, struct buffer *scratch)
{
    struct record_head head = {"status", result->source, result->index};
    struct status_view view = {
        .source = result->source,
        .index = result->index,
        .cert = &result->task->cert,
        .revocation = &result->revocation,
        .evidence = result->task->evidence.list,
        .evidence_count = result->task->evidence.count,
        .at = result->at,
        .bar = bar,
        .verbose = settings->verbose,
    };

    if (settings->get == FETCH_ISSUER && result->task->has_issuer) {
        describe_issuer(result, r);
        return;
    }
    report_begin_record(r, &head);
    describe_status(r, &view, scratch);
    report_end_record(r);
}

/* --- objects */

/* The answer that is wanted; SLICE_NONE: none came. */
static struct slice find_answer(const struct fetch_result *result, enum object_kind kind)
{
    const struct fetch_evidence *evidence = &result->task->evidence;
    struct slice found = SLICE_NONE;

    for (size_t i = 0; i < evidence->count; i++) {
        struct slice bytes = fetch_evidence_bytes(evidence, i);

        if (object_identify(bytes) != kind)
            continue;
        found = bytes;
        if (result->revocation.decided_by == &evidence->list[i] &&
            result->revocation.status != REVOCATION_UNDETERMINED)
            return found;
    }
    return found;
}

bool fetch_result_append_object(const struct fetch_result *result,
                                const struct fetch_settings *settings, struct buffer *out,
                                struct error *e)
{
    enum object_kind kind = settings->get == FETCH_CRL ? OBJECT_CRL : OBJECT_OCSP_RESPONSE;
    struct slice der;

    if (settings->get == FETCH_ISSUER) {
        kind = OBJECT_CERTIFICATE;
        der = result->task->has_issuer ? result->task->issuer.der : SLICE_NONE;
    } else {
        der = find_answer(result, kind);
    }
    return der.len == 0 || pem_append(out, object_pem_label(kind), der, e);
}

/* --- all of them */

void fetch_tally_add(struct fetch_tally *tally, const struct fetch_result *result,
                     const struct fetch_settings *settings)
{
    tally->certificates++;
    if (settings->get == FETCH_ISSUER && result->task->has_issuer)
        tally->with_issuer++;
    else
        tally->by_status[result->revocation.status]++;
}

static size_t append_count(char out[FETCH_TALLY_MAX], size_t len, size_t count, const char *word)
{
    int added =
        count == 0 ? 0 : snprintf(out + len, FETCH_TALLY_MAX - len, "%zu %s, ", count, word);

    return len + (size_t)added;
}

void fetch_tally_format(const struct fetch_tally *tally, int64_t milliseconds,
                        char out[FETCH_TALLY_MAX])
{
    static const enum revocation_status statuses[] = {REVOCATION_GOOD, REVOCATION_REVOKED,
                                                      REVOCATION_UNKNOWN, REVOCATION_UNDETERMINED};
    size_t len = (size_t)snprintf(out, FETCH_TALLY_MAX, "%zu certificate%s: ", tally->certificates,
                                  tally->certificates == 1 ? "" : "s");

    len = append_count(out, len, tally->with_issuer, "with an issuer");
    for (size_t i = 0; i < ARRAY_SIZE(statuses); i++)
        len = append_count(out, len, tally->by_status[statuses[i]],
                           revocation_status_word(statuses[i]));
    len = append_count(out, len, tally->failed,
                       tally->failed == 1 ? "input failed" : "inputs failed");
    (void)snprintf(out + len, FETCH_TALLY_MAX - len, "%lld.%lld s", (long long)milliseconds / 1000,
                   (long long)milliseconds / 100 % 10);
}
