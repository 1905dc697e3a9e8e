/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-status.h"

#include "describe-name.h"
#include "describe-notes.h"
#include "describe-source.h"

static const struct field subject_field = FIELD("subject", "Subject", LAYOUT_LINE);
static const struct field serial_number = FIELD("serialNumber", "Serial Number", LAYOUT_LINE);
static const struct field issuer_field = FIELD("issuer", "Issuer", LAYOUT_LINE);
static const struct field status_field = FIELD("status", "", LAYOUT_LINE);
static const struct field reason_field = FIELD("reason", "", LAYOUT_LINE);
static const struct field decided_by = FIELD("decidedBy", "", LAYOUT_LINE);
static const struct field revocation_time = FIELD("revocationTime", "", LAYOUT_LINE);
static const struct field revocation_reason = FIELD("revocationReason", "", LAYOUT_LINE);
static const struct field this_update = FIELD("thisUpdate", "", LAYOUT_LINE);
static const struct field next_update = FIELD("nextUpdate", "", LAYOUT_LINE);
static const struct field evidence_list = FIELD_LEVEL("evidence", "", LEVEL_LIST, 0);
static const struct field evidence_level = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field kind_field = FIELD("kind", "", LAYOUT_LINE);
static const struct field url_field = FIELD("url", "", LAYOUT_LINE);
static const struct field detail_field = FIELD("detail", "", LAYOUT_LINE);
static const struct field signer_field = FIELD("signer", "signer", LAYOUT_LINE);
static const struct field signer_subject = FIELD("signerSubject", "", LAYOUT_BARE);
static const struct field hash_algorithm = FIELD("hashAlgorithm", "", LAYOUT_LINE);
static const struct field checks_list = FIELD_LEVEL("checks", "", LEVEL_LIST, 0);
static const struct field check_level = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field name_field = FIELD("name", "", LAYOUT_LINE);
static const struct field result_field = FIELD("result", "", LAYOUT_LINE);
static const struct field reference_field = FIELD("reference", "", LAYOUT_LINE);
static const struct field verdict_field = FIELD("verdict", "", LAYOUT_LINE);
static const struct field notes_list = FIELD_LEVEL("notes", "", LEVEL_LIST, 4);
static const struct field note_field = FIELD("", "Note", LAYOUT_LINE);

/* Text alone. */
static const struct field below = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field row = FIELD_LEVEL(NULL, "", LEVEL_ROW, 0);
static const struct field cell = FIELD(NULL, "", LAYOUT_BARE);
static const struct field since = FIELD(NULL, "since", LAYOUT_LINE);

static enum tone tone_of(enum revocation_status status)
{
    static const enum tone tones[] = {
        [REVOCATION_UNDETERMINED] = TONE_WARNING,
        [REVOCATION_GOOD] = TONE_GOOD,
        [REVOCATION_REVOKED] = TONE_BAD,
        [REVOCATION_UNKNOWN] = TONE_WARNING,
    };

    return tones[status];
}

const char *revocation_verdict_word(enum revocation_status status)
{
    static const char *const words[] = {
        [REVOCATION_UNDETERMINED] = "undetermined",
        [REVOCATION_GOOD] = "yes",
        [REVOCATION_REVOKED] = "no",
        [REVOCATION_UNKNOWN] = "undetermined",
    };

    return words[status];
}

/* --- the first line */

static void describe_distance(struct report *r, int64_t time, int64_t at)
{
    char text[DURATION_DISTANCE_MAX];

    report_word(r, &cell, duration_format_distance(window_span(time, at), text));
}

static void describe_revoked(struct report *r, const struct judgement *judgement, int64_t at)
{
    if (judgement->has_revocation_reason)
        report_word(r, &cell, crl_reason_word(judgement->revocation_reason));
    report_time(r, &since, judgement->revocation_time);
    describe_distance(r, judgement->revocation_time, at);
}

static void describe_verdict(struct report *r, const struct status_view *view,
                             struct buffer *scratch)
{
    const struct revocation *revocation = view->revocation;
    enum revocation_status status = revocation->status;

    if (!report_is_text(r))
        return;
    report_begin(r, &row);
    report_toned(r, &cell, revocation_status_word(status), tone_of(status));
    describe_source(r, &cell, view->source, view->index, scratch);
    if (status == REVOCATION_REVOKED) {
        describe_revoked(r, revocation->decided_by->judgement, view->at);
    } else if (status != REVOCATION_GOOD) {
        report_word(r, &cell, reason_word(revocation->reason));
        report_word(r, &cell, reason_text(revocation->reason));
    }
    report_end(r, &row);
}

/* --- checks */

static void describe_check_data(struct report *r, const struct check *c)
{
    report_begin(r, &check_level);
    report_word(r, &name_field, c->name);
    report_word(r, &result_field, check_result_word(c->result));
    if (c->reason != REASON_NONE)
        report_word(r, &reason_field, reason_word(c->reason));
    report_word(r, &reference_field, c->reference);
    if (c->detail[0] != '\0')
        report_string(r, &detail_field, slice_of_string(c->detail));
    report_end(r, &check_level);
}

static void describe_check_text(struct report *r, const struct check *c, const char *word,
                                enum tone tone)
{
    const char *meaning = c->reason != REASON_NONE ? reason_text(c->reason) : "";
    const char *text = c->detail[0] != '\0' ? c->detail : meaning;

    report_begin(r, &row);
    report_toned(r, &cell, word, tone);
    report_word(r, &cell, c->reason != REASON_NONE ? reason_word(c->reason) : c->name);
    if (text[0] != '\0')
        report_string(r, &cell, slice_of_string(text));
    report_word(r, &cell, c->reference);
    report_end(r, &row);
}

/* What the answer says is no failure of a check. */
static bool is_status(const struct check *c)
{
    return c->reason == REASON_REVOKED || c->reason == REASON_STATUS_UNKNOWN;
}

static void describe_check(struct report *r, const struct check *c, bool verbose)
{
    if (!report_is_text(r))
        describe_check_data(r, c);
    else if (c->result == CHECK_FAIL && !is_status(c))
        describe_check_text(r, c, "failed", TONE_BAD);
    else if (c->noted || (is_status(c) && c->detail[0] != '\0'))
        describe_check_text(r, c, "note", TONE_WARNING);
    else if (verbose)
        describe_check_text(r, c,
                            is_status(c)              ? "says"
                            : c->result == CHECK_PASS ? "passed"
                                                      : "skipped",
                            TONE_PLAIN);
}

static void describe_checks(struct report *r, const struct verdict *verdict, bool verbose)
{
    report_begin(r, &checks_list);
    for (size_t i = 0; i < verdict->count; i++)
        describe_check(r, &verdict->checks[i], verbose);
    report_end(r, &checks_list);
}

/* --- one source */

static void describe_signer(struct report *r, const struct judgement *judgement)
{
    if (judgement->signer == RESPONDER_NONE)
        return;
    report_begin(r, &row);
    report_word(r, &signer_field, responder_kind_word(judgement->signer));
    describe_name(r, &signer_subject, judgement->signer_subject);
    report_end(r, &row);
}

static void describe_times(struct report *r, const struct judgement *judgement,
                           const struct status_view *view)
{
    static const struct window_policy policy = {.skew = 0};
    struct window_view window = {
        .bar = view->bar,
        .window = {WINDOW_UPDATE, judgement->this_update, judgement->has_next_update,
                   judgement->next_update},
    };

    if (!judgement->has_window)
        return;
    window.judgement = window_judge(&window.window, view->at, &policy);
    describe_window_ends(r, &window);
}

static void describe_judgement(struct report *r, const struct judgement *judgement,
                               const struct status_view *view)
{
    describe_signer(r, judgement);
    if (judgement->hash_algorithm.data != NULL && !report_is_text(r))
        report_oid(r, &hash_algorithm, judgement->hash_algorithm);
    describe_times(r, judgement, view);
    describe_checks(r, &judgement->verdict, view->verbose);
}

/* The source in one line, and why there is no answer where there is none. */
static void describe_source_of(struct report *r, const struct evidence *evidence,
                               enum revocation_status status, enum reason reason)
{
    static const char *const titles[] = {
        [EVIDENCE_OCSP] = "OCSP", [EVIDENCE_CRL] = "CRL", [EVIDENCE_ISSUER] = "Issuer"};

    report_word(r, &kind_field, evidence_kind_word(evidence->kind));
    if (evidence->url.data != NULL)
        report_string(r, &url_field, evidence->url);
    report_word(r, &status_field, revocation_status_word(status));
    if (reason != REASON_NONE)
        report_word(r, &reason_field, reason_word(reason));
    if (evidence->detail.data != NULL)
        report_string(r, &detail_field, evidence->detail);
    if (!report_is_text(r))
        return;
    report_begin(r, &row);
    report_word(r, &cell, titles[evidence->kind]);
    report_toned(r, &cell, revocation_status_word(status), tone_of(status));
    if (evidence->judgement == NULL)
        report_word(r, &cell, reason_word(reason));
    if (evidence->url.data != NULL)
        report_string(r, &cell, evidence->url);
    if (evidence->detail.data != NULL)
        report_string(r, &cell, evidence->detail);
    report_end(r, &row);
}

static void describe_evidence(struct report *r, const struct evidence *evidence,
                              const struct status_view *view)
{
    const struct judgement *judgement = evidence->judgement;

    report_begin(r, &evidence_level);
    describe_source_of(r, evidence, judgement != NULL ? judgement->status : REVOCATION_UNDETERMINED,
                       judgement != NULL ? judgement->reason : evidence->reason);
    if (judgement != NULL) {
        report_begin(r, &below);
        describe_judgement(r, judgement, view);
        report_end(r, &below);
        describe_notes(r, judgement->departures, 0);
    }
    report_end(r, &evidence_level);
}

/* --- the whole */

static void describe_certificate(struct report *r, const struct cert *cert)
{
    describe_name(r, &subject_field, cert->subject);
    report_integer(r, &serial_number, cert->serial_number);
    describe_name(r, &issuer_field, cert->issuer);
}

/* In data; in text the first line and the sources have said it. */
static void describe_outcome(struct report *r, const struct revocation *revocation)
{
    const struct judgement *judgement =
        revocation->decided_by != NULL ? revocation->decided_by->judgement : NULL;

    report_word(r, &status_field, revocation_status_word(revocation->status));
    if (revocation->reason != REASON_NONE)
        report_word(r, &reason_field, reason_word(revocation->reason));
    if (revocation->status == REVOCATION_UNDETERMINED || judgement == NULL)
        return;
    report_word(r, &decided_by, evidence_kind_word(revocation->decided_by->kind));
    if (revocation->status == REVOCATION_REVOKED) {
        report_time(r, &revocation_time, judgement->revocation_time);
        if (judgement->has_revocation_reason)
            report_word(r, &revocation_reason, crl_reason_word(judgement->revocation_reason));
    }
    report_time(r, &this_update, judgement->this_update);
    if (judgement->has_next_update)
        report_time(r, &next_update, judgement->next_update);
}

void describe_status(struct report *r, const struct status_view *view, struct buffer *scratch)
{
    describe_verdict(r, view, scratch);
    report_begin(r, &below);
    describe_certificate(r, view->cert);
    describe_outcome(r, view->revocation);
    report_begin(r, &evidence_list);
    for (size_t i = 0; i < view->evidence_count; i++)
        describe_evidence(r, &view->evidence[i], view);
    report_end(r, &evidence_list);
    report_end(r, &below);
    report_word(r, &verdict_field, revocation_verdict_word(view->revocation->status));
    if (view->revocation->disagree) {
        report_begin(r, &notes_list);
        report_word(r, &note_field, "another source says good; a revoked goes before it");
        report_end(r, &notes_list);
    }
}
