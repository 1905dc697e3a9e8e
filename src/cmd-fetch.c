/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit fetch: ask the responder, and believe the answer only for good reasons. */
#include "fetch-run.h"
#include "help.h"
#include "http-url.h"

#define ROW(member) offsetof(struct fetch_settings, member)

static const struct option rows[] = {
    {0, "issuer", "FILE", OPTION_TEXTS, ROW(issuers),
     "look for the issuer among these certificates first"},
    {0, "url", "URL", OPTION_TEXT, ROW(url), "ask that responder, not the certificate's"},
    {0, "get", "status|ocsp|crl|issuer", OPTION_CHOICE, ROW(get),
     "one source alone; the object itself, in PEM, goes to -o"},
    {0, "response", "FILE|DIR", OPTION_TEXTS, ROW(responses),
     "judge this saved OCSP response or CRL instead of asking"},
    {0, "offline", NULL, OPTION_FLAG, ROW(offline), "ask nobody"},
    {0, "save", "DIR", OPTION_TEXT, ROW(save), "leave there what was judged, for --response=DIR"},
    {0, "staple", "FILE", OPTION_TEXT, ROW(staple),
     "a server's OCSP response, replaced by a good and newer one"},
    {0, "method", "auto|get|post", OPTION_CHOICE, ROW(method),
     "auto: GET where the URL is at most 255 bytes long"},
    {0, "certid-hash", "auto|sha1|sha256", OPTION_CHOICE, ROW(certid_hash),
     "the hash of the CertID; auto: the other one too, if need be"},
    {0, "nonce", "BYTES", OPTION_OPTIONAL_TEXT, ROW(nonce), "send a nonce (of 32 bytes)"},
    {0, "timeout", "DURATION", OPTION_DURATION, ROW(timeout), "for one exchange (15s)"},
    {0, "max-time", "DURATION", OPTION_DURATION, ROW(max_time),
     "for one certificate, retries and waiting included (60s)"},
    {0, "retries", "N", OPTION_NUMBER, ROW(retries), "ask again after a time-out, 429 or 5xx (2)"},
    {0, "proxy", "URL", OPTION_TEXT, ROW(proxy), "ask through that proxy"},
    {0, "header", "NAME:VALUE", OPTION_TEXTS, ROW(headers), "a header field for each request"},
    {'4', "ipv4", NULL, OPTION_FLAG, ROW(ipv4), "IPv4 addresses alone"},
    {'6', "ipv6", NULL, OPTION_FLAG, ROW(ipv6), "IPv6 addresses alone"},
    {0, "jobs", "N", OPTION_NUMBER, ROW(jobs), "exchanges at a time (32)"},
    {0, "per-host", "N", OPTION_NUMBER, ROW(per_host), "of them, with one host (4)"},
    {0, "public-only", NULL, OPTION_FLAG, ROW(public_only),
     "refuse loopback, private and link-local addresses"},
    {0, "expect", "good|revoked|unknown", OPTION_CHOICE, ROW(expect),
     "exit with 0 where that is the status"},
    {'v', "verbose", NULL, OPTION_FLAG, ROW(verbose),
     "show every check, and each exchange on standard error"},
    {0, "skew", "DURATION", OPTION_DURATION, ROW(skew), "clocks may differ by that much (300s)"},
    {0, "max-age", "DURATION", OPTION_DURATION, ROW(max_age),
     "thisUpdate may be that long ago at most (10d)"},
    {0, "profile", "rfc6960|lightweight", OPTION_CHOICE, ROW(profile),
     "lightweight (RFC 5019): nextUpdate has to be there"},
    {0, "allow-sha1", NULL, OPTION_FLAG, ROW(allow_sha1), "accept signatures with SHA-1"},
    {0, "require-nonce", NULL, OPTION_FLAG, ROW(require_nonce),
     "an answer without the nonce is none"},
    {0, "responder", "FILE", OPTION_TEXTS, ROW(responders),
     "whoever has this certificate may sign answers"},
    {0, "strict-responder", NULL, OPTION_FLAG, ROW(strict_responder),
     "a signer that may be revoked is none"},
    OPTION_ROWS_AT(fetch_settings),
    OPTION_ROWS_INPUT(fetch_settings),
    OPTION_ROWS_OUTPUT(fetch_settings),
    OPTION_ROWS_PROGRESS(fetch_settings),
    OPTION_ROWS_REPORT(fetch_settings),
};

/* What --get names goes to -o, and the report to standard output; both there is the object alone.
 */
static const char *take_object_path(struct fetch_settings *settings)
{
    const char *path = settings->common.outputfile;

    if (settings->get == FETCH_STATUS)
        return NULL;
    settings->common.outputfile = NULL;
    if (path != NULL && strcmp(path, "-") == 0)
        settings->common.quiet = true;
    return path;
}

static enum exit_status fetch(const struct invocation *invocation, struct fetch_settings *settings,
                              char **operands, int count)
{
    const char *object_path = take_object_path(settings);
    struct session session;
    struct fetch_run run;

    if (!session_open(&session, invocation, &settings->common))
        return EXIT_TROUBLE;
    session.judges = true;
    session.source.bundle.leaf_first = true; /* its own order says nothing: a SET is sorted */
    if (fetch_run_open(&run, &session, invocation->now, settings, object_path))
        fetch_run_each(&run, operands, count);
    fetch_run_close(&run);
    return session_close(&session);
}

/* A name that a shell variable left empty would be noticed only when all is asked. */
static bool check_path(const char *option, const char *path, const char *wanted, struct error *e)
{
    return path == NULL || *path != '\0' ||
           (error_set(e, ERROR_USAGE, "expected %s, found ''", wanted) ||
            error_in(e, "%s", option));
}

/* That the URL may be asked; and a server staples one certificate's answer in one file. */
static bool check_settings(const struct fetch_settings *settings, int count, struct error *e)
{
    struct http_url url;

    if (settings->url != NULL && !http_url_parse(slice_of_string(settings->url), &url, e))
        return error_in(e, "--url");
    if (!check_path("--save", settings->save, "the name of a directory", e) ||
        !check_path("--staple", settings->staple, "the name of a file", e))
        return false;
    if (settings->staple == NULL)
        return true;
    if (settings->common.inputfile != NULL || count > 1)
        (void)error_set(e, ERROR_USAGE, "expected one INPUT, found several");
    else if (settings->get == FETCH_CRL || settings->get == FETCH_ISSUER)
        (void)error_set(e, ERROR_USAGE, "expected an OCSP response to be asked for, found --get");
    else
        return true;
    return error_in(e, "--staple");
}

static enum exit_status run(const struct invocation *invocation)
{
    struct fetch_settings settings = {.common = COMMON_SETTINGS_INIT,
                                      .expect = FETCH_EXPECT_NOTHING};
    enum exit_status status;
    struct error e;
    char **operands;
    int count;

    if (command_begin(invocation, &settings, &operands, &count, &status))
        status = check_settings(&settings, count, &e)
                     ? fetch(invocation, &settings, operands, count)
                     : help_refuse(invocation->command->name, &e);
    texts_free(&settings.issuers);
    texts_free(&settings.responses);
    texts_free(&settings.headers);
    texts_free(&settings.responders);
    return status;
}

const struct command cmd_fetch = {
    .name = "fetch",
    .synopsis = "[--issuer=FILE]... [--url=URL] [--get=status|ocsp|crl|issuer] [INPUT...]",
    .description =
        "Says whether certificates are revoked, and how that is known. An INPUT is a file whose "
        "first certificate is asked about; the others in it may be its issuer. The responders "
        "that the certificate names are asked, and where none gives an answer that passes every "
        "check, its CRLs. Having no responder is usual today; the CRL then decides.",
    .exits = "0 good, 1 revoked, 2 trouble, 3 undetermined: no answer that passes every check",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
