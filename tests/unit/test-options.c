/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include "similar.h"
#include "tap.h"

struct test_settings {
    struct common_settings common;
    struct texts expect;
    struct setting_time skew;
    struct setting_time index;
    struct setting_text exec_path;
};

static const struct option rows[] = {
    OPTION_ROWS_INPUT(test_settings),
    OPTION_ROWS_OUTPUT(test_settings),
    OPTION_ROWS_REPORT(test_settings),
    OPTION_ROWS_PROGRESS(test_settings),
    OPTION_ROWS_AT(test_settings),
    {0, "expect", "VALUE", OPTION_TEXTS, offsetof(struct test_settings, expect), "a value"},
    {0, "skew", "DURATION", OPTION_DURATION, offsetof(struct test_settings, skew), "a duration"},
    {'n', "index", "N", OPTION_NUMBER, offsetof(struct test_settings, index), "a number"},
    {0, "exec-path", "DIR", OPTION_OPTIONAL_TEXT, offsetof(struct test_settings, exec_path),
     "a directory"},
};
static const struct option_table table = {.rows = rows, .count = ARRAY_SIZE(rows)};

#define WORDS_MAX 8

/* A command line, blanks between its words. */
struct line {
    char text[128];
    char *argv[WORDS_MAX];
    int argc;
    struct test_settings settings;
    enum options_result result;
    struct error e;
};

static void split(struct line *line, const char *text)
{
    *line = (struct line){.settings.common = COMMON_SETTINGS_INIT};
    (void)snprintf(line->text, sizeof(line->text), "%s", text);
    for (char *word = strtok(line->text, " "); word != NULL; word = strtok(NULL, " "))
        line->argv[line->argc++] = word;
}

static void parse(struct line *line, const char *text)
{
    split(line, text);
    line->result = options_parse(&table, &line->settings, &line->argc, line->argv, &line->e);
}

/* Holds the operands that are left, a blank between them, against what is wanted. */
static void check_operands(const char *text, bool stops, const char *want)
{
    struct option_table stopping = table;
    char have[128] = "";
    struct line line;

    split(&line, text);
    stopping.stops_at_operand = stops;
    line.result = options_parse(&stopping, &line.settings, &line.argc, line.argv, &line.e);
    ok(line.result == OPTIONS_RUN, "'%s' is accepted", text);
    for (int i = 0; i < line.argc; i++) {
        (void)strcat(have, i > 0 ? " " : "");
        (void)strcat(have, line.argv[i]);
    }
    is_string(have, want, "its operands");
    texts_free(&line.settings.expect);
}

static void test_operands(void)
{
    static const struct {
        const char *text;
        bool stops;
        const char *want;
    } cases[] = {
        {"", false, ""},
        {"a b c", false, "a b c"},
        {"a -q b -f json c", false, "a b c"},
        {"-q -", false, "-"},
        {"a -- -q --format b", false, "a -q --format b"},
        {"-- --", false, "--"},
        {"-o x a --expect=y --expect z", false, "a"},
        {"-q decode -q --nonsense", true, "decode -q --nonsense"},
        {"-q -- decode -q", true, "decode -q"},
        {"--exec-path a", false, "a"},
    };

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        check_operands(cases[i].text, cases[i].stops, cases[i].want);
}

static void test_values(void)
{
    struct line line;

    parse(&line, "-i list -0 -oout --errorfile err");
    is_string(line.settings.common.inputfile, "list", "-i list");
    ok(line.settings.common.null, "-0");
    is_string(line.settings.common.outputfile, "out", "-oout");
    is_string(line.settings.common.errorfile, "err", "--errorfile err");

    parse(&line, "-qfjson --color=never --no-progress");
    ok(line.settings.common.quiet, "the first of two letters in one word");
    is_int(line.settings.common.format, FORMAT_JSON, "the second, with its argument");
    is_int(line.settings.common.color, COLOR_NEVER, "the last of three choices");
    ok(!line.settings.common.progress, "an option that turns something off");

    parse(&line, "-o first --outputfile=last");
    is_string(line.settings.common.outputfile, "last", "the last value counts");
    parse(&line, "--outputfile=");
    is_string(line.settings.common.outputfile, "", "an empty value is a value");
    parse(&line, "--outputfile=a=b");
    is_string(line.settings.common.outputfile, "a=b", "a value with an equals sign");
    parse(&line, "-o -q");
    is_string(line.settings.common.outputfile, "-q", "what looks like an option is the value");
    ok(!line.settings.common.quiet, "and not an option");
}

static void test_typed_values(void)
{
    struct line line;

    parse(&line, "--skew=1h30m --at=2018-01-11T22:44:51Z -n 7");
    ok(line.result == OPTIONS_RUN, "a duration, a time and a number");
    ok(line.settings.skew.given && line.settings.common.at.given && line.settings.index.given,
       "all three are given");
    is_int(line.settings.skew.value, 5400, "the duration");
    is_int(line.settings.common.at.value, 1515710691, "the time");
    is_int(line.settings.index.value, 7, "the number");
    parse(&line, "-n 9223372036854775807");
    is_int(line.settings.index.value, INT64_MAX, "the largest number");

    parse(&line, "--expect=a --expect b --expe=c");
    is_int((intmax_t)line.settings.expect.count, 3, "an option that is repeated");
    is_string(line.settings.expect.items[2], "c", "its last value");
    texts_free(&line.settings.expect);
    texts_free(&line.settings.expect);
    ok(line.settings.expect.count == 0, "texts_free() may be called twice");

    parse(&line, "--exec-path");
    ok(line.settings.exec_path.bare && line.settings.exec_path.value == NULL,
       "an argument that may be left out is left out");
    parse(&line, "--exec-path=d");
    is_string(line.settings.exec_path.value, "d", "and given");
    ok(!line.settings.exec_path.bare, "which is another thing");
}

static void test_results(void)
{
    static const struct {
        const char *text;
        enum options_result want;
    } cases[] = {
        {"-h", OPTIONS_HELP},
        {"--help", OPTIONS_HELP},
        {"--he", OPTIONS_HELP},
        {"-qh", OPTIONS_HELP},
        {"a --help --nonsense", OPTIONS_HELP},
        {"--nonsense --help", OPTIONS_USAGE},
        {"-- --help", OPTIONS_RUN},
        {"--describe", OPTIONS_DESCRIBE},
        {"--describ", OPTIONS_USAGE},
        {"--quiet", OPTIONS_RUN},
        {"--qui", OPTIONS_RUN},
    };

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct line line;
        parse(&line, cases[i].text);
        is_int((intmax_t)line.result, (intmax_t)cases[i].want, cases[i].text);
    }
}

static void test_refusals(void)
{
    static const struct {
        const char *text;
        const char *path;
        const char *want;
    } cases[] = {
        {"--fromat=x", "", "unknown option '--fromat'; the most similar is '--format'"},
        {"--zzzzzzzz", "", "unknown option '--zzzzzzzz'"},
        {"--=x", "", "unknown option '--'"},
        {"-Q", "", "unknown option '-Q'"},
        {"-q=1", "", "unknown option '-='"},
        {"--f=x", "", "ambiguous option '--f'; it begins '--format', '--fields'"},
        {"--format=xml", "--format", "expected text or json, found 'xml'"},
        {"--format=tex", "--format", "expected text or json, found 'tex'"},
        {"--format=text|json", "--format", "expected text or json, found 'text|json'"},
        {"--format=", "--format", "expected text or json, found ''"},
        {"-f xml", "-f", "expected text or json, found 'xml'"},
        {"--col=x", "--color", "expected auto, always or never, found 'x'"},
        {"--format", "--format", "expected text|json, found the end of the command line"},
        {"-qo", "-o", "expected FILE, found the end of the command line"},
        {"--quiet=yes", "--quiet", "expected no argument, found 'yes'"},
        {"--help=x", "--help", "expected no argument, found 'x'"},
        {"--describe=x", "--describe", "expected no argument, found 'x'"},
        {"-n -1", "-n", "expected a number, found '-1'"},
        {"-n 9223372036854775808", "-n",
         "expected a number of at most 9223372036854775807, found '9223372036854775808'"},
        {"--index=", "--index", "expected a number, found an empty text"},
    };

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct line line;
        parse(&line, cases[i].text);
        ok(line.result == OPTIONS_USAGE && line.e.code == ERROR_USAGE, "'%s' is refused",
           cases[i].text);
        is_string(error_path(&line.e), cases[i].path, "the error's path");
        is_string(line.e.text, cases[i].want, "the error's text");
    }
}

/* The parsers' own words are theirs to test; the option's name stands in front. */
static void test_refused_times(void)
{
    struct line line;

    parse(&line, "--skew=3q");
    is_int((intmax_t)line.result, OPTIONS_USAGE, "a bad duration");
    is_string(error_path(&line.e), "--skew", "names its option");
    parse(&line, "--at=yesterday");
    is_int((intmax_t)line.result, OPTIONS_USAGE, "a bad time");
    is_string(error_path(&line.e), "--at", "names its option");
}

static void test_similar(void)
{
    static const char *const words[] = {"decode", "convert", "check-window", "help"};
    static const struct {
        const char *word;
        const char *want; /* null: nothing is similar */
    } cases[] = {
        {"decdoe", "decode"},
        {"decod", "decode"},
        {"decoode", "decode"},
        {"DECODE", "decode"},
        {"dec", "decode"},
        {"check", "check-window"},
        {"check_windwo", "check-window"},
        {"hepl", "help"},
        {"covert", "convert"},
        {"dd", NULL},
        {"", NULL},
        {"xyz", NULL},
        {"halo", NULL},
        {"decodeconvertdecodeconvertdecodeconvert", NULL},
    };

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct similar similar = {.word = cases[i].word};
        for (size_t j = 0; j < ARRAY_SIZE(words); j++)
            similar_offer(&similar, words[j]);
        is_string(similar.best != NULL ? similar.best : "(none)",
                  cases[i].want != NULL ? cases[i].want : "(none)", cases[i].word);
    }
}

int main(void)
{
    test_operands();
    test_values();
    test_typed_values();
    test_results();
    test_refusals();
    test_refused_times();
    test_similar();
    return tap_done();
}
