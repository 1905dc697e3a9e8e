/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit match-issuer: whose is it. Finds the issuer; does not say that it may be trusted. */
#include "describe-match.h"
#include "describe-notes.h"
#include "describe-source.h"
#include "diagnostic.h"
#include "issuers-load.h"
#include "ocsp-request.h"
#include "ocsp-response.h"
#include "session.h"
#include "trust-store.h"

struct match_settings {
    struct common_settings common;
    struct texts issuers;
    bool print_hashes;
};

static const struct option rows[] = {
    {0, "issuers", "FILE|DIR|system", OPTION_TEXTS, offsetof(struct match_settings, issuers),
     "look in these certificates, not in the system's"},
    {0, "print-hashes", NULL, OPTION_FLAG, offsetof(struct match_settings, print_hashes),
     "show the hashes that CertIDs have of the INPUT certificates"},
    OPTION_ROWS_INPUT(match_settings),
    OPTION_ROWS_OUTPUT(match_settings),
    OPTION_ROWS_PROGRESS(match_settings),
    OPTION_ROWS_REPORT(match_settings),
    OPTION_ROWS_AT(match_settings),
};

/* What stays the same from object to object. */
struct matching {
    struct session *session;
    struct issuers issuers;
    struct issuer_match match;
    bool prints_hashes;
    bool looks;        /* for issuers: not where hashes are all that is wanted */
    bool names_inputs; /* the text says which input it is about: there are several */

    /* The object in hand. */
    enum issuer_verdict verdict;
    struct buffer scratch;
};

/* --- the store */

static void tell(void *context, const char *path, size_t index, const struct error *e)
{
    const struct session *s = context;
    struct diagnostic_place place = {.source = slice_of_string(path), .index = index};

    diagnostic_write(s->error_fd, &place, e);
}

static bool load_store(struct session *s, const struct texts *names, struct issuers *set)
{
    struct issuers_load load;
    bool loaded = true;

    issuers_load_init(&load, set);
    load.told = tell;
    load.context = s;
    if (names->count == 0)
        loaded = trust_store_load(&load);
    for (size_t i = 0; loaded && i < names->count; i++)
        loaded = strcmp(names->items[i], "system") == 0 ? trust_store_load(&load)
                                                        : issuers_load_path(&load, names->items[i]);
    if (!loaded || load.incomplete)
        s->status = exit_status_graver(s->status, EXIT_TROUBLE);
    issuers_load_free(&load);
    return loaded;
}

/* --- one object */

static void begin_record(struct matching *m, const struct object *object, const char *kind)
{
    static const struct field source = FIELD(NULL, "Source", LAYOUT_LINE);
    struct session *s = m->session;

    m->verdict = ISSUER_FOUND;
    session_begin_record(s, "issuerMatch", object);
    if (m->names_inputs)
        describe_source(&s->report, &source, s->source_name, object->index, &m->scratch);
    describe_matches_begin(&s->report, kind);
}

/* `asked`: whether there was any CertID, else nothing can be told; of a response its status says
 * why. */
static void end_record(struct matching *m, bool asked, const char *response_status,
                       departure_set departures, unsigned repairs)
{
    struct report *r = &m->session->report;

    if (!m->looks) {
        describe_matches_end_unmatched(r);
    } else if (asked) {
        describe_matches_end(r, m->verdict);
    } else {
        m->verdict = ISSUER_UNDETERMINED;
        describe_matches_end_unasked(r, response_status);
    }
    describe_notes(r, departures, repairs);
    report_end_record(r);
}

static bool match_cert_id(struct matching *m, const struct cert_id *cert_id, struct error *e)
{
    if (!issuer_match_cert_id(&m->issuers, cert_id, m->session->at, &m->match, e))
        return false;
    if (m->session->report.format != REPORT_QUIET)
        describe_cert_id_match(&m->session->report, cert_id, &m->match, m->session->at);
    m->verdict = issuer_verdict_graver(m->verdict, m->match.verdict);
    return true;
}

static bool match_request(struct matching *m, const struct object *object, struct error *e)
{
    struct ocsp_request request;
    const struct single_request *single;
    struct single_request storage;
    size_t at = 0;

    if (!ocsp_request_parse(object->der, &request, e))
        return false;
    if (request.request_count > 0)
        issuer_match_fetch(&m->issuers, &request.first_request.req_cert, &m->match);
    begin_record(m, object, "ocspRequest");
    while ((single = ocsp_request_next(&request, &at, &storage)) != NULL) {
        if (!match_cert_id(m, &single->req_cert, e))
            return false;
    }
    end_record(m, request.request_count > 0, NULL, request.departures, object->repairs);
    return true;
}

/* What is not `successful` says nothing (RFC 6960 4.2.1), whatever body it has. */
static bool match_response(struct matching *m, const struct object *object, struct error *e)
{
    struct ocsp_response response;
    struct single_response single;
    struct slice rest = SLICE_NONE;

    if (!ocsp_response_parse(object->der, &response, e))
        return false;
    if (response.is_basic && response.response_status == OCSP_SUCCESSFUL)
        rest = response.basic.response_data.responses;
    begin_record(m, object, "ocspResponse");
    for (struct slice left = rest; single_response_next(&left, &single);) {
        if (!match_cert_id(m, &single.cert_id, e))
            return false;
    }
    end_record(m, rest.len > 0, ocsp_response_status_word(response.response_status),
               response.departures, object->repairs);
    return true;
}

static bool match_cert(struct matching *m, const struct object *object, struct error *e)
{
    struct session *s = m->session;
    struct cert cert;

    if (!cert_parse(object->der, &cert, e) ||
        (m->looks && !issuer_match_cert(&m->issuers, &cert, s->at, &m->match, e)))
        return false;
    begin_record(m, object, "certificate");
    describe_cert_match(&s->report, &cert, m->prints_hashes, m->looks ? &m->match : NULL, s->at);
    if (m->looks)
        m->verdict = m->match.verdict;
    end_record(m, true, NULL, cert.departures, object->repairs);
    return true;
}

static bool match_kind(struct matching *m, const struct object *object, struct error *e)
{
    if (!m->looks && object->kind != OBJECT_CERTIFICATE)
        return error_set(e, ERROR_CONTENT, "expected a certificate to print its hashes, found %s",
                         object_kind_name(object->kind));
    switch (object->kind) {
    case OBJECT_OCSP_REQUEST:
        return match_request(m, object, e);
    case OBJECT_OCSP_RESPONSE:
        return match_response(m, object, e);
    case OBJECT_CERTIFICATE:
        return match_cert(m, object, e);
    default:
        return error_set(e, ERROR_CONTENT,
                         "expected an OCSP request, an OCSP response or a certificate, found %s",
                         object_kind_name(object->kind));
    }
}

static bool match_object(struct session *s, void *context, const struct object *object,
                         enum exit_status *status, struct error *e)
{
    static const enum exit_status statuses[] = {
        [ISSUER_FOUND] = EXIT_YES,
        [ISSUER_UNDETERMINED] = EXIT_UNDETERMINED,
        [ISSUER_NONE] = EXIT_NO,
    };
    struct matching *m = context;
    size_t start = session_out(s)->len;

    if (!match_kind(m, object, e)) {
        session_out(s)->len = start; /* a record that was begun */
        return false;
    }
    *status = statuses[m->verdict];
    return true;
}

static enum exit_status match(const struct invocation *invocation,
                              const struct match_settings *settings, char **operands, int count)
{
    struct session session;
    struct matching matching = {
        .session = &session, .match = ISSUER_MATCH_INIT, .scratch = BUFFER_INIT(LIMIT_LINE + KIB)};

    if (!session_open(&session, invocation, &settings->common))
        return EXIT_TROUBLE;
    matching.prints_hashes = settings->print_hashes;
    matching.looks = !settings->print_hashes || settings->issuers.count > 0;
    session.judges = matching.looks;
    matching.names_inputs = count > 1 || settings->common.inputfile != NULL;
    if (!matching.looks || load_store(&session, &settings->issuers, &matching.issuers))
        session_each(&session, operands, count, match_object, &matching);
    issuers_free(&matching.issuers);
    issuer_match_free(&matching.match);
    buffer_free(&matching.scratch);
    return session_close(&session);
}

static enum exit_status run(const struct invocation *invocation)
{
    struct match_settings settings = {.common = COMMON_SETTINGS_INIT};
    enum exit_status status;
    char **operands;
    int count;

    if (command_begin(invocation, &settings, &operands, &count, &status))
        status = match(invocation, &settings, operands, count);
    texts_free(&settings.issuers);
    return status;
}

const struct command cmd_match_issuer = {
    .name = "match-issuer",
    .synopsis = "[--issuers=FILE|DIR|system]... [--print-hashes] [INPUT...]",
    .description =
        "Finds the certificate of the issuer that each INPUT speaks of: for every CertID "
        "of an OCSP request (a GET URL too) or response the certificates whose name and "
        "key hash to it, for a certificate those that carry its issuer's name and whose "
        "key verifies its signature. It looks in the system's certificates, or in those "
        "of --issuers. What is found is named, not trusted. With --print-hashes and without "
        "--issuers nothing is looked for: the hashes of the INPUT certificates are shown.",
    .exits =
        "0 each has its issuer, 1 one has none, 2 trouble, 3 undetermined: a hash or signature "
        "algorithm that is not supported, or nothing to ask",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
