/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit check-window: is it in time. Looks at the object's own times and at nothing else. */
#include "cert.h"
#include "crl.h"
#include "describe-window.h"
#include "ocsp-response.h"
#include "session.h"

struct window_settings {
    struct common_settings common;
    struct setting_time skew;
    struct setting_time max_age;
    struct setting_time warn;
    struct setting_time crit;
};

static const struct option rows[] = {
    {0, "skew", "DURATION", OPTION_DURATION, offsetof(struct window_settings, skew),
     "clocks may differ by that much (0)"},
    {0, "max-age", "DURATION", OPTION_DURATION, offsetof(struct window_settings, max_age),
     "thisUpdate may be that long ago at most"},
    {0, "warn", "DURATION", OPTION_DURATION, offsetof(struct window_settings, warn),
     "warn where less than that is left"},
    {0, "crit", "DURATION", OPTION_DURATION, offsetof(struct window_settings, crit),
     "fail where less than that is left"},
    OPTION_ROWS_AT(window_settings),
    OPTION_ROWS_INPUT(window_settings),
    OPTION_ROWS_OUTPUT(window_settings),
    OPTION_ROWS_PROGRESS(window_settings),
    OPTION_ROWS_REPORT(window_settings),
};

struct check {
    struct window_policy policy;
    bool names_sources; /* in text: there are several inputs */
};

static void begin_record(struct session *s, const struct check *check, const struct object *object,
                         const char *kind)
{
    session_begin_record(s, "window", object);
    describe_window_kind(&s->report, kind);
    if (check->names_sources || object->index > 0)
        describe_window_source(&s->report, s->source_name, object->index, &s->scratch);
}

static void end_record(struct session *s, enum exit_status status)
{
    static const char *const verdicts[] = {
        [EXIT_YES] = "yes", [EXIT_NO] = "no", [EXIT_UNDETERMINED] = "undetermined"};

    describe_window_verdict(&s->report, verdicts[status]);
    report_end_record(&s->report);
}

static void judge(struct session *s, const struct check *check, struct window_view *view,
                  enum exit_status *status)
{
    view->judgement = window_judge(&view->window, s->at, &check->policy);
    if (view->judgement.reason != WINDOW_MET)
        *status = EXIT_NO;
    describe_window(&s->report, view, s->at, &check->policy);
}

/* An object that has one window. */
static void judge_alone(struct session *s, const struct check *check, const struct object *object,
                        const char *kind, struct window_view *view, enum exit_status *status)
{
    begin_record(s, check, object, kind);
    describe_windows_begin(&s->report);
    judge(s, check, view, status);
    describe_windows_end(&s->report);
    end_record(s, *status);
}

static bool check_cert(struct session *s, const struct check *check, const struct object *object,
                       enum exit_status *status, struct error *e)
{
    struct cert cert;
    struct window_view view = {0};

    if (!cert_parse(object->der, &cert, e))
        return false;
    view.serial_number = cert.serial_number;
    view.window =
        (struct window){WINDOW_VALIDITY, cert.validity.not_before, true, cert.validity.not_after};
    judge_alone(s, check, object, "certificate", &view, status);
    return true;
}

static bool check_crl(struct session *s, const struct check *check, const struct object *object,
                      enum exit_status *status, struct error *e)
{
    struct crl crl;
    struct window_view view = {0};

    if (!crl_parse(object->der, &crl, e))
        return false;
    view.window =
        (struct window){WINDOW_UPDATE, crl.this_update, crl.has_next_update, crl.next_update};
    judge_alone(s, check, object, "certificateList", &view, status);
    return true;
}

static void judge_responses(struct session *s, const struct check *check,
                            const struct response_data *data, enum exit_status *status)
{
    struct slice rest = data->responses;
    struct single_response single;

    describe_window_produced_at(&s->report, data->produced_at, s->at);
    describe_windows_begin(&s->report);
    while (single_response_next(&rest, &single)) {
        struct window_view view = {
            .serial_number = single.cert_id.serial_number,
            .names_serial = data->response_count > 1,
            .is_revoked = single.cert_status == CERT_STATUS_REVOKED,
            .revocation_time = single.revoked.revocation_time,
            .window = {WINDOW_UPDATE, single.this_update, single.has_next_update,
                       single.next_update},
        };
        judge(s, check, &view, status);
    }
    describe_windows_end(&s->report);
}

/* Why a response holds no window; null: it holds one. */
static const char *missing_window(const struct ocsp_response *response)
{
    static const char *const reasons[] = {
        [OCSP_MALFORMED_REQUEST] = "responder-malformed-request",
        [OCSP_INTERNAL_ERROR] = "responder-internal-error",
        [OCSP_TRY_LATER] = "responder-try-later",
        [OCSP_SIG_REQUIRED] = "responder-sig-required",
        [OCSP_UNAUTHORIZED] = "responder-unauthorized",
    };

    if (response->response_status != OCSP_SUCCESSFUL)
        return reasons[response->response_status];
    return response->is_basic ? NULL : "response-type-unknown";
}

static bool check_response(struct session *s, const struct check *check,
                           const struct object *object, enum exit_status *status, struct error *e)
{
    struct ocsp_response response;
    const char *reason;

    if (!ocsp_response_parse(object->der, &response, e))
        return false;
    begin_record(s, check, object, "ocspResponse");
    reason = missing_window(&response);
    if (reason == NULL) {
        judge_responses(s, check, &response.basic.response_data, status);
    } else {
        *status = EXIT_UNDETERMINED;
        describe_window_status(&s->report, ocsp_response_status_word(response.response_status),
                               reason);
        describe_windows_begin(&s->report);
        describe_windows_end(&s->report);
    }
    end_record(s, *status);
    return true;
}

static bool check_object(struct session *s, void *context, const struct object *object,
                         enum exit_status *status, struct error *e)
{
    const struct check *check = context;

    switch (object->kind) {
    case OBJECT_CERTIFICATE:
        return check_cert(s, check, object, status, e);
    case OBJECT_CRL:
        return check_crl(s, check, object, status, e);
    case OBJECT_OCSP_RESPONSE:
        return check_response(s, check, object, status, e);
    default:
        return error_set(e, ERROR_CONTENT,
                         "expected a certificate, a CRL or an OCSP response, found %s",
                         object_kind_name(object->kind));
    }
}

static enum exit_status run(const struct invocation *invocation)
{
    struct window_settings settings = {.common = COMMON_SETTINGS_INIT};
    enum exit_status status;
    struct session session;
    struct check check;
    char **operands;
    int count;

    if (!command_begin(invocation, &settings, &operands, &count, &status))
        return status;
    if (!session_open(&session, invocation, &settings.common))
        return EXIT_TROUBLE;
    session.judges = true;
    check = (struct check){
        .policy = {settings.skew.value, settings.max_age.given, settings.max_age.value,
                   settings.warn.given, settings.warn.value, settings.crit.given,
                   settings.crit.value},
        .names_sources = count > 1 || settings.common.inputfile != NULL,
    };
    session_each(&session, operands, count, check_object, &check);
    return session_close(&session);
}

const struct command cmd_check_window = {
    .name = "check-window",
    .synopsis = "[--skew=DURATION] [--max-age=DURATION] [--warn=DURATION] "
                "[--crit=DURATION] [INPUT...]",
    .description =
        "Says whether certificates, OCSP responses (every SingleResponse in them) and CRLs are in "
        "time, by their own times alone: no signature is verified and no status looked at. Both "
        "ends belong to a window. A missing nextUpdate passes.",
    .exits = "0 in time, 1 not in time or less than --crit left, 2 trouble, 3 a response without "
             "a window",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
