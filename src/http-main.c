/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit-http: asks over HTTP, and nothing else. ocspkit-trust runs it; see http-frame.h. */
#include "command.h"
#include "diagnostic.h"
#include "http-run.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define JOBS     64
#define PER_HOST 4

struct settings {
    struct setting_time jobs;
    struct setting_time per_host;
    const char *proxy;
    bool ipv4;
    bool ipv6;
    bool public_only;
};

static const struct option rows[] = {
    {0, "jobs", "N", OPTION_NUMBER, offsetof(struct settings, jobs), "exchanges at a time (64)"},
    {0, "per-host", "N", OPTION_NUMBER, offsetof(struct settings, per_host),
     "of them, with one host (4)"},
    {0, "proxy", "URL", OPTION_TEXT, offsetof(struct settings, proxy),
     "ask through that proxy, not the environment's (empty: none)"},
    {'4', "ipv4", NULL, OPTION_FLAG, offsetof(struct settings, ipv4), "IPv4 addresses alone"},
    {'6', "ipv6", NULL, OPTION_FLAG, offsetof(struct settings, ipv6), "IPv6 addresses alone"},
    {0, "public-only", NULL, OPTION_FLAG, offsetof(struct settings, public_only),
     "refuse loopback, private and link-local addresses"},
};
static const struct option_table table = {.rows = rows, .count = ARRAY_SIZE(rows)};

/* --help: the options, a line each. The man page says the rest. */
static enum exit_status show_help(void)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(4 * KIB);
    char spelling[32], line[128];

    if (!buffer_append(&b, SLICE("Usage: ocspkit-http [OPTION...] <REQUESTS >ANSWERS\n"), NULL))
        return EXIT_TROUBLE;
    for (size_t i = 0; i < table.count; i++) {
        const struct option *row = &rows[i];
        char letter[] = {'-', row->letter, ',', '\0'};

        (void)snprintf(spelling, sizeof(spelling), "%3s --%s%s%s",
                       row->letter != '\0' ? letter : "", row->name,
                       row->argument != NULL ? "=" : "",
                       row->argument != NULL ? row->argument : "");
        (void)snprintf(line, sizeof(line), "  %-18s  %s\n", spelling, row->help);
        if (!buffer_append(&b, slice_of_string(line), NULL))
            return EXIT_TROUBLE;
    }
    diagnostic_write_text(STDOUT_FILENO, buffer_slice(&b));
    return EXIT_YES;
}

static enum exit_status refuse(const struct error *e)
{
    diagnostic_write(STDERR_FILENO, &(struct diagnostic_place){.source = SLICE("http")}, e);
    return EXIT_TROUBLE;
}

static bool read_count(const struct setting_time *setting, const char *name, size_t usual,
                       size_t *count, struct error *e)
{
    *count = usual;
    if (!setting->given)
        return true;
    *count = (size_t)setting->value;
    if (setting->value >= 1 && setting->value <= LIMIT_HTTP_JOBS)
        return true;
    (void)error_set(e, ERROR_USAGE, "expected a number from 1 to %d, found %lld", LIMIT_HTTP_JOBS,
                    (long long)setting->value);
    return error_in(e, "%s", name);
}

static const char *environment(const char *name)
{
    const char *value = getenv(name);

    return value != NULL && value[0] != '\0' ? value : NULL;
}

static bool apply(const struct settings *s, struct http_run_settings *run, struct error *e)
{
    if (s->ipv4 && s->ipv6)
        return error_set(e, ERROR_USAGE, "expected one of -4 and -6, found both");
    run->policy = (struct http_policy){
        .ipv4_only = s->ipv4,
        .ipv6_only = s->ipv6,
        .public_only = s->public_only,
        .ca_file = environment("SSL_CERT_FILE"),
        .ca_directory = environment("SSL_CERT_DIR"),
    };
    http_proxies_load(&run->policy.proxies, s->proxy);
    return read_count(&s->jobs, "--jobs", JOBS, &run->jobs, e) &&
           read_count(&s->per_host, "--per-host", PER_HOST, &run->per_host, e);
}

/* Two descriptors for each exchange, and then some. */
static void raise_descriptor_limit(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
}

static enum exit_status run(const struct http_run_settings *settings)
{
    struct error e;
    bool gone, done;

    /* The libraries write to connections that may be closed; so may our reader have gone. */
    (void)signal(SIGPIPE, SIG_IGN);
    raise_descriptor_limit();
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        (void)error_set(&e, ERROR_SYSTEM, "expected libcurl to start, found that it does not");
        return refuse(&e);
    }
    done = http_run(settings, STDIN_FILENO, STDOUT_FILENO, &gone, &e);
    curl_global_cleanup();
    if (gone) {
        (void)signal(SIGPIPE, SIG_DFL);
        (void)raise(SIGPIPE);
    }
    return done ? EXIT_YES : refuse(&e);
}

int main(int argc, char **argv)
{
    struct settings settings = {.proxy = NULL};
    struct http_run_settings run_settings;
    struct error e;
    int count = argc - 1;

    switch (options_parse(&table, &settings, &count, argv + 1, &e)) {
    case OPTIONS_RUN:
        break;
    case OPTIONS_USAGE:
        return (int)refuse(&e);
    default:
        return (int)show_help();
    }
    if (count > 0) {
        (void)error_set(&e, ERROR_USAGE, "expected requests on standard input, found '%s'",
                        argv[1]);
        return (int)refuse(&e);
    }
    if (!apply(&settings, &run_settings, &e))
        return (int)refuse(&e);
    return (int)run(&run_settings);
}
