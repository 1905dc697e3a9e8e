/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit check-window: is it in time. Looks at the object's own times and at nothing else. */
#include "cert.h"
#include "crl.h"
#include "describe-nagios.h"
#include "describe-window.h"
#include "help.h"
#include "ocsp-response.h"
#include "window-bar.h"
#include "window-order.h"

enum setting_profile {
    PROFILE_RFC6960,
    PROFILE_LIGHTWEIGHT,
};

enum setting_sort {
    SORT_INPUT,
    SORT_EXPIRY,
};

struct window_settings {
    struct common_settings common;
    struct setting_time skew;
    struct setting_time max_age;
    struct setting_time warn;
    struct setting_time crit;
    int profile; /* enum setting_profile */
    int sort;    /* enum setting_sort */
    bool nagios;
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
    {0, "profile", "rfc6960|lightweight", OPTION_CHOICE, offsetof(struct window_settings, profile),
     "lightweight (RFC 5019): nextUpdate has to be there"},
    {0, "sort", "input|expiry", OPTION_CHOICE, offsetof(struct window_settings, sort),
     "expiry: what ends first comes first"},
    {0, "nagios", NULL, OPTION_FLAG, offsetof(struct window_settings, nagios),
     "one status line, and a plugin's exit status"},
    OPTION_ROWS_AT(window_settings),
    OPTION_ROWS_INPUT(window_settings),
    OPTION_ROWS_OUTPUT(window_settings),
    OPTION_ROWS_PROGRESS(window_settings),
    OPTION_ROWS_REPORT(window_settings),
};

struct check {
    struct window_policy policy;
    bool names_sources; /* in text: there are several inputs */
    enum window_bar bar;
    bool sorts;
    struct window_order order;
    bool counts; /* for --nagios */
    struct nagios nagios;

    /* The object in hand. */
    int64_t end; /* of the window that ends first */
    struct nagios_object object;
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

static void judge(struct session *s, struct check *check, struct window_view *view,
                  enum exit_status *status)
{
    view->bar = check->bar;
    view->judgement = window_judge(&view->window, s->at, &check->policy);
    if (view->window.has_end && view->window.end < check->end)
        check->end = view->window.end;
    if (check->counts)
        nagios_add_window(&check->object, &view->window, &view->judgement);
    if (view->judgement.reason != WINDOW_MET)
        *status = EXIT_NO;
    describe_window(&s->report, view, s->at, &check->policy);
}

/* An object that has one window. */
static void judge_alone(struct session *s, struct check *check, const struct object *object,
                        const char *kind, struct window_view *view, enum exit_status *status)
{
    begin_record(s, check, object, kind);
    describe_windows_begin(&s->report);
    judge(s, check, view, status);
    describe_windows_end(&s->report);
    end_record(s, *status);
}

static bool check_cert(struct session *s, struct check *check, const struct object *object,
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

static bool check_crl(struct session *s, struct check *check, const struct object *object,
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

static void judge_responses(struct session *s, struct check *check,
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

/* Why a response holds no window; REASON_NONE: it holds one. */
static enum reason missing_window(const struct ocsp_response *response)
{
    if (response->response_status != OCSP_SUCCESSFUL)
        return reason_of_response_status(response->response_status);
    return response->is_basic ? REASON_NONE : REASON_RESPONSE_TYPE_UNKNOWN;
}

static bool check_response(struct session *s, struct check *check, const struct object *object,
                           enum exit_status *status, struct error *e)
{
    struct ocsp_response response;
    enum reason reason;

    if (!ocsp_response_parse(object->der, &response, e))
        return false;
    begin_record(s, check, object, "ocspResponse");
    reason = missing_window(&response);
    if (reason == REASON_NONE) {
        judge_responses(s, check, &response.basic.response_data, status);
    } else {
        *status = EXIT_UNDETERMINED;
        nagios_set_unknown(&check->object, reason_word(reason));
        describe_window_status(&s->report, ocsp_response_status_word(response.response_status),
                               reason_word(reason));
        describe_windows_begin(&s->report);
        describe_windows_end(&s->report);
    }
    end_record(s, *status);
    return true;
}

static bool check_kind(struct session *s, struct check *check, const struct object *object,
                       enum exit_status *status, struct error *e)
{
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

static bool check_object(struct session *s, void *context, const struct object *object,
                         enum exit_status *status, struct error *e)
{
    struct check *check = context;
    size_t start = session_out(s)->len;

    check->end = WINDOW_ORDER_ENDLESS;
    check->object.state = NAGIOS_OK;
    check->object.has_end = false;
    if (!check_kind(s, check, object, status, e))
        return false;
    if (check->counts)
        nagios_add(&check->nagios, s->source_name, object->index, &check->object);
    return !check->sorts || window_order_add(&check->order, s, start, check->end, e);
}

/* An input that failed. */
static void count_failed(const struct session *s, void *context, const struct error *e)
{
    struct check *check = context;

    nagios_set_unknown(&check->object, e->text);
    check->object.has_end = false;
    nagios_add(&check->nagios, s->source_name, s->index, &check->object);
}

static enum exit_status check_sorted(struct session *s, struct check *check, char **operands,
                                     int count)
{
    struct error e;

    s->holds = check->sorts = true;
    session_each(s, operands, count, check_object, check);
    if (!window_order_write(&check->order, s, &e))
        session_fail(s, &e);
    window_order_free(&check->order);
    return session_close(s);
}

/* The line goes where the report would; there is none. A plugin's exit status is not ours. */
static enum exit_status check_for_nagios(struct session *s, struct check *check, char **operands,
                                         int count)
{
    struct error e;

    report_free(&s->report);
    report_init(&s->report, REPORT_QUIET, false);
    check->counts = true;
    s->failed = count_failed;
    session_each(s, operands, count, check_object, check);
    if (!describe_nagios(session_out(s), &check->nagios, &check->policy, &e))
        session_fail(s, &e);
    (void)session_close(s);
    return s->broken ? (enum exit_status)NAGIOS_UNKNOWN
                     : (enum exit_status)nagios_state(&check->nagios);
}

static enum exit_status check_all(struct session *s, const struct window_settings *settings,
                                  char **operands, int count)
{
    struct check check = {
        .policy = {settings->skew.value, settings->max_age.given, settings->max_age.value,
                   settings->profile == PROFILE_LIGHTWEIGHT, settings->warn.given,
                   settings->warn.value, settings->crit.given, settings->crit.value},
        .names_sources = count > 1 || settings->common.inputfile != NULL,
        .bar = report_is_text(&s->report) ? window_bar_find() : WINDOW_BAR_ASCII,
        .order = WINDOW_ORDER_INIT,
    };

    if (settings->nagios)
        return check_for_nagios(s, &check, operands, count);
    if (settings->sort == SORT_EXPIRY)
        return check_sorted(s, &check, operands, count);
    session_each(s, operands, count, check_object, &check);
    return session_close(s);
}

/* What --nagios leaves no place for. */
static bool check_settings(const struct window_settings *settings, struct error *e)
{
    const struct common_settings *common = &settings->common;
    const char *found = NULL;

    if (common->format != FORMAT_TEXT)
        found = "--format";
    else if (common->fields != NULL)
        found = "--fields";
    else if (common->quiet)
        found = "--quiet";
    else if (settings->sort != SORT_INPUT)
        found = "--sort";
    if (!settings->nagios || found == NULL)
        return true;
    return error_set(e, ERROR_USAGE,
                     "expected --nagios, which has a line of its own, or %s, "
                     "found both",
                     found);
}

/* Whether a wrong command line was meant for a monitoring system, to which 2 is a critical state.
 */
static bool asks_for_nagios(const struct invocation *invocation)
{
    for (int i = 0; i < invocation->argc; i++) {
        if (strcmp(invocation->argv[i], "--nagios") == 0)
            return true;
    }
    return false;
}

static enum exit_status run(const struct invocation *invocation)
{
    struct window_settings settings = {.common = COMMON_SETTINGS_INIT};
    bool nagios = asks_for_nagios(invocation);
    enum exit_status trouble = nagios ? (enum exit_status)NAGIOS_UNKNOWN : EXIT_TROUBLE;
    enum exit_status status;
    struct session session;
    struct error e;
    char **operands;
    int count;

    if (!command_begin(invocation, &settings, &operands, &count, &status))
        return status == EXIT_TROUBLE ? trouble : status;
    if (!check_settings(&settings, &e)) {
        (void)help_refuse(invocation->command->name, &e);
        return trouble;
    }
    if (!session_open(&session, invocation, &settings.common))
        return trouble;
    session.judges = true;
    return check_all(&session, &settings, operands, count);
}

const struct command cmd_check_window = {
    .name = "check-window",
    .synopsis = "[--skew=DURATION] [--max-age=DURATION] [--warn=DURATION] [--crit=DURATION] "
                "[--profile=rfc6960|lightweight] [--sort=input|expiry] [--nagios] [INPUT...]",
    .description =
        "Says whether certificates, OCSP responses (every SingleResponse in them) and CRLs are in "
        "time, by their own times alone: no signature is verified and no status looked at. Both "
        "ends belong to a window. A missing nextUpdate passes, unless --profile=lightweight. "
        "--nagios is a plugin for monitoring systems: 0 OK, 1 warning, 2 critical, 3 unknown.",
    .exits = "0 in time, 1 not in time or less than --crit left, 2 trouble, 3 a response without "
             "a window",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
