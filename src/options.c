/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include "duration.h"
#include "similar.h"
#include "timestamp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As much of a mistyped word as a diagnostic shows. */
#define SHOWN_MAX 200

struct parse {
    const struct option_table *table;
    void *settings;
    int argc;
    char **argv;
    int next; /* the argument to be read next */
    struct error *e;
};

const struct option option_help_row = {
    .letter = 'h', .name = "help", .kind = OPTION_HELP, .help = "this text"};

static const struct option describe_row = {.name = "describe", .kind = OPTION_DESCRIBE};

void texts_free(struct texts *texts)
{
    free(texts->items);
    *texts = (struct texts){0};
}

/* --- values */

static bool append_text(struct texts *texts, const char *text, struct error *e)
{
    const char **items = realloc(texts->items, (texts->count + 1) * sizeof(*items));

    if (items == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for another value, found none");
    items[texts->count++] = text;
    texts->items = items;
    return true;
}

/* "text|json" as people would say it: "text or json". */
static void format_choices(const char *choices, char *out, size_t size)
{
    const char *last = strrchr(choices, '|');
    size_t used = 0;

    for (const char *c = choices; *c != '\0' && used + 5 < size; c++) {
        const char *between = c == last ? " or " : ", ";
        size_t len = *c == '|' ? strlen(between) : 1;

        memcpy(out + used, *c == '|' ? between : c, len);
        used += len;
    }
    out[used] = '\0';
}

static bool parse_choice(const char *choices, const char *text, int *place, struct error *e)
{
    char words[128];
    size_t len;

    *place = 0;
    for (const char *word = choices;; word += len + 1, ++*place) {
        len = strcspn(word, "|");
        if (strlen(text) == len && memcmp(word, text, len) == 0)
            return true;
        if (word[len] == '\0')
            break;
    }
    format_choices(choices, words, sizeof(words));
    return error_set(e, ERROR_USAGE, "expected %s, found '%.*s'", words, SHOWN_MAX, text);
}

static bool parse_number(const char *text, int64_t *number, struct error *e)
{
    *number = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c < '0' || *c > '9')
            return error_set(e, ERROR_USAGE, "expected a number, found '%.*s'", SHOWN_MAX, text);
        if (*number > (INT64_MAX - (*c - '0')) / 10)
            return error_set(e, ERROR_USAGE, "expected a number of at most %lld, found '%.*s'",
                             (long long)INT64_MAX, SHOWN_MAX, text);
        *number = *number * 10 + (*c - '0');
    }
    return *text != '\0' || error_set(e, ERROR_USAGE, "expected a number, found an empty text");
}

/* Puts a value where its row says; `text` is null where none was given. */
static bool store(const struct option *row, void *settings, const char *text, struct error *e)
{
    void *place = (char *)settings + row->offset;
    struct setting_time *time = place;
    struct setting_text *optional = place;

    switch (row->kind) {
    case OPTION_FLAG:
    case OPTION_OFF:
        *(bool *)place = row->kind == OPTION_FLAG;
        return true;
    case OPTION_TEXT:
        *(const char **)place = text;
        return true;
    case OPTION_TEXTS:
        return append_text(place, text, e);
    case OPTION_OPTIONAL_TEXT:
        if (text == NULL)
            optional->bare = true;
        else
            optional->value = text;
        return true;
    case OPTION_CHOICE:
        return parse_choice(row->argument, text, place, e);
    case OPTION_DURATION:
        time->given = true;
        return duration_parse(slice_of_string(text), &time->value, e);
    case OPTION_TIME:
        time->given = true;
        return timestamp_parse(slice_of_string(text), &time->value, e);
    case OPTION_NUMBER:
        time->given = true;
        return parse_number(text, &time->value, e);
    case OPTION_HELP:
    case OPTION_DESCRIBE:
        break;
    }
    return true;
}

static enum options_result apply(struct parse *p, const struct option *row, const char *text)
{
    if (row->kind == OPTION_HELP)
        return OPTIONS_HELP;
    if (row->kind == OPTION_DESCRIBE)
        return OPTIONS_DESCRIBE;
    return store(row, p->settings, text, p->e) ? OPTIONS_RUN : OPTIONS_USAGE;
}

/* --- names */

static bool wants_argument(const struct option *row)
{
    return row->argument != NULL && row->kind != OPTION_OPTIONAL_TEXT;
}

/* The rows of the table, then --help; null after the last. */
static const struct option *row_at(const struct option_table *table, size_t i)
{
    if (i < table->count)
        return &table->rows[i];
    return i == table->count ? &option_help_row : NULL;
}

static bool refuse_unknown(const struct parse *p, const char *name, size_t len)
{
    char word[SHOWN_MAX + 1];
    struct similar similar = {.word = word};
    const struct option *row;

    if (len > SHOWN_MAX)
        len = SHOWN_MAX;
    memcpy(word, name, len);
    word[len] = '\0';
    for (size_t i = 0; (row = row_at(p->table, i)) != NULL; i++)
        similar_offer(&similar, row->name);
    if (similar.best == NULL)
        return error_set(p->e, ERROR_USAGE, "unknown option '--%s'", word);
    return error_set(p->e, ERROR_USAGE, "unknown option '--%s'; the most similar is '--%s'", word,
                     similar.best);
}

static bool refuse_ambiguous(const struct parse *p, const char *name, size_t len)
{
    char list[256] = "";
    size_t used = 0;
    const struct option *row;

    for (size_t i = 0; (row = row_at(p->table, i)) != NULL; i++) {
        if (strncmp(row->name, name, len) != 0 || used + strlen(row->name) + 7 > sizeof(list))
            continue;
        used += (size_t)snprintf(list + used, sizeof(list) - used, "%s'--%s'", used > 0 ? ", " : "",
                                 row->name);
    }
    return error_set(p->e, ERROR_USAGE, "ambiguous option '--%.*s'; it begins %s", (int)len, name,
                     list);
}

/* The row of a name as typed: whole, or shortened and the only one that begins so. */
static bool find_long(const struct parse *p, const char *name, size_t len,
                      const struct option **found)
{
    const struct option *row;
    size_t count = 0;

    for (size_t i = 0; (row = row_at(p->table, i)) != NULL; i++) {
        if (strncmp(row->name, name, len) != 0)
            continue;
        *found = row;
        count++;
        if (row->name[len] == '\0')
            return true;
    }
    if (count == 1 && len > 0)
        return true;
    if (strlen(describe_row.name) == len && memcmp(describe_row.name, name, len) == 0) {
        *found = &describe_row;
        return true;
    }
    return count > 1 && len > 0 ? refuse_ambiguous(p, name, len) : refuse_unknown(p, name, len);
}

static const struct option *find_letter(const struct option_table *table, char letter)
{
    const struct option *row;

    for (size_t i = 0; (row = row_at(table, i)) != NULL; i++) {
        if (row->letter == letter)
            return row;
    }
    return NULL;
}

/* --- the command line */

/* The next argument as the value of an option. */
static bool take_argument(struct parse *p, const struct option *row, const char **text)
{
    if (p->next >= p->argc)
        return error_set(p->e, ERROR_USAGE, "expected %s, found the end of the command line",
                         row->argument);
    *text = p->argv[p->next++];
    return true;
}

static bool refuse_argument(const struct parse *p, const char *text)
{
    return error_set(p->e, ERROR_USAGE, "expected no argument, found '%.*s'", SHOWN_MAX, text);
}

/* `typed` is what stands behind the two dashes. */
static enum options_result parse_long(struct parse *p, const char *typed)
{
    size_t len = strcspn(typed, "=");
    const char *text = typed[len] == '=' ? typed + len + 1 : NULL;
    const struct option *row = NULL;
    enum options_result result = OPTIONS_USAGE;

    if (!find_long(p, typed, len, &row))
        return OPTIONS_USAGE;
    if (text != NULL && row->argument == NULL)
        (void)refuse_argument(p, text);
    else if (text != NULL || !wants_argument(row) || take_argument(p, row, &text))
        result = apply(p, row, text);
    if (result == OPTIONS_USAGE)
        (void)error_in(p->e, "--%s", row->name);
    return result;
}

/* `letters` is what stands behind the dash: flags, and at most one option with its argument, the
 * last. */
static enum options_result parse_letters(struct parse *p, const char *letters)
{
    enum options_result result = OPTIONS_RUN;

    while (*letters != '\0' && result == OPTIONS_RUN) {
        char letter = *letters++;
        const struct option *row = find_letter(p->table, letter);
        const char *text = NULL;

        if (row == NULL) {
            (void)error_set(p->e, ERROR_USAGE, "unknown option '-%c'", letter);
            return OPTIONS_USAGE;
        }
        if (wants_argument(row) && *letters != '\0') {
            text = letters;
            letters = "";
        }
        result = OPTIONS_USAGE;
        if (text != NULL || !wants_argument(row) || take_argument(p, row, &text))
            result = apply(p, row, text);
        if (result == OPTIONS_USAGE)
            (void)error_in(p->e, "-%c", letter);
    }
    return result;
}

/* A PEM text given as an argument begins with dashes as well. */
static bool is_pem(const char *arg)
{
    static const char begin[] = "-----BEGIN ";

    return strncmp(arg, begin, sizeof(begin) - 1) == 0;
}

enum options_result options_parse(const struct option_table *table, void *settings, int *argc,
                                  char **argv, struct error *e)
{
    struct parse p = {table, settings, *argc, argv, 0, e};
    enum options_result result = OPTIONS_RUN;
    bool ended = false;
    int operands = 0;

    while (p.next < p.argc && result == OPTIONS_RUN) {
        char *arg = argv[p.next++];

        if (ended || arg[0] != '-' || arg[1] == '\0' || is_pem(arg)) {
            argv[operands++] = arg;
            ended = ended || table->stops_at_operand;
        } else if (strcmp(arg, "--") == 0) {
            ended = true;
        } else if (arg[1] == '-') {
            result = parse_long(&p, arg + 2);
        } else {
            result = parse_letters(&p, arg + 1);
        }
    }
    *argc = operands;
    return result;
}
