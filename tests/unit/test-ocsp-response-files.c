/* SPDX-License-Identifier: Apache-2.0 */
/*
 * OCSP responses in files: those of the fixtures, and those from outside, which other tools have
 * read, where they are at hand beside the source.
 */
#include "buffer.h"
#include "ocsp-response.h"
#include "tap.h"
#include "timestamp.h"

#include <stdlib.h>

static uint8_t content[LIMIT_OCSP + 2];

static bool load(const char *folder, const char *name, struct slice *bytes)
{
    char path[1024];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (file == NULL)
        return ok(false, "%s is there", path);
    *bytes = slice_of(content, fread(content, 1, sizeof(content), file));
    (void)fclose(file);
    return true;
}

static bool has_ending(const char *name, const char *ending)
{
    return slice_ends_with(slice_of_string(name), slice_of_string(ending));
}

/* The columns of a tab-separated line; true where it has as many, or more. */
static bool split(char *line, char *columns[], size_t count)
{
    line[strcspn(line, "\n")] = '\0';
    for (size_t i = 0; i < count; i++) {
        char *tab = strchr(line, '\t');

        columns[i] = line;
        if (tab == NULL)
            return i + 1 == count;
        *tab = '\0';
        line = tab + 1;
    }
    return true;
}

/* Each line of the file; false where it is absent, which is said. */
static bool each_line(const char *path, void (*visit)(const char *folder, char *line),
                      const char *folder)
{
    static char line[64 * 1024];
    FILE *file = fopen(path, "r");

    if (file == NULL) {
        printf("# skipped: %s is not there\n", path);
        return false;
    }
    while (fgets(line, sizeof(line), file) != NULL) {
        if (line[0] != '#')
            visit(folder, line);
    }
    (void)fclose(file);
    return true;
}

/* file, kind, good or bad, the point */
static void visit_fixture(const char *folder, char *line)
{
    struct ocsp_response response;
    struct error e = {0};
    struct slice bytes;
    char *column[4];
    bool parsed;

    if (!split(line, column, ARRAY_SIZE(column)) || strcmp(column[1], "ocspResponse") != 0 ||
        !has_ending(column[0], ".der") || !load(folder, column[0], &bytes))
        return;
    parsed = ocsp_response_parse(bytes, &response, &e);
    ok(parsed == (strcmp(column[2], "good") == 0), "%s: %s, %s", column[0], column[2], column[3]);
    if (!parsed)
        printf("# %s: %s (byte %zu)\n", error_path(&e), e.text, e.offset);
}

/*
 * file, what other tools say, their words. Two differences are meant: they do not look into the
 * extensions of an embedded certificate, and they take no body of another type.
 */
static void visit_fuzzed(const char *folder, char *line)
{
    struct ocsp_response response;
    struct error e = {0};
    struct slice bytes;
    char *column[3];

    if (!split(line, column, ARRAY_SIZE(column)) || strstr(column[2], "kind=resp") == NULL ||
        !load(folder, column[0], &bytes))
        return;
    if (ocsp_response_parse(bytes, &response, &e))
        ok(strcmp(column[1], "PARSE_FAIL") != 0 || !response.is_basic, "%s is read", column[0]);
    else
        ok(strcmp(column[1], "PARSE_OK") != 0 ||
               strncmp(error_path(&e), "responseBytes.response.certs[", 29) == 0,
           "%s is refused", column[0]);
}

/* A list of strings as it stands in the answers: "KEY": ["a", "b"] */
struct list {
    char text[8 * 1024];
    size_t len;
};

static void list_open(struct list *list, const char *key)
{
    list->len = (size_t)snprintf(list->text, sizeof(list->text), "\"%s\": [", key);
}

static void list_add(struct list *list, const char *value)
{
    list->len += (size_t)snprintf(list->text + list->len, sizeof(list->text) - list->len,
                                  "%s\"%s\"", list->text[list->len - 1] == '[' ? "" : ", ", value);
}

static void list_add_time(struct list *list, int64_t time)
{
    char text[TIMESTAMP_RFC3339_LEN + 1] = "";

    timestamp_format_rfc3339(time, (uint8_t *)text);
    list_add(list, text);
}

static void list_add_serial(struct list *list, struct slice serial)
{
    char text[2 * LIMIT_SERIAL + 1] = "";

    if (serial.len > 1 && serial.data[0] == 0)
        serial = slice_from(serial, 1);
    for (size_t i = 0; i < serial.len && i < LIMIT_SERIAL; i++)
        (void)snprintf(text + 2 * i, 3, "%02x", serial.data[i]);
    list_add(list, text);
}

static bool list_is_in(struct list *list, const char *line)
{
    (void)snprintf(list->text + list->len, sizeof(list->text) - list->len, "]");
    if (strstr(line, list->text) != NULL)
        return true;
    printf("# not in the answers: %s\n", list->text);
    return false;
}

enum {
    SERIALS,
    CERT_STATUSES,
    THIS_UPDATES,
    NEXT_UPDATES,
    PRODUCED_ATS,
    LIST_COUNT
};

static bool values_agree(const struct ocsp_response *response, const char *line)
{
    static const char *const keys[LIST_COUNT] = {"serials", "certStatus", "thisUpdate",
                                                 "nextUpdate", "producedAt"};
    static struct list lists[LIST_COUNT];
    struct slice rest = SLICE_NONE;
    struct single_response single;
    bool agree = true;

    for (size_t i = 0; i < LIST_COUNT; i++)
        list_open(&lists[i], keys[i]);
    if (response->is_basic)
        rest = response->basic.response_data.responses;
    while (single_response_next(&rest, &single)) {
        list_add_serial(&lists[SERIALS], single.cert_id.serial_number);
        list_add(&lists[CERT_STATUSES], cert_status_word(single.cert_status));
        list_add_time(&lists[THIS_UPDATES], single.this_update);
        if (single.has_next_update)
            list_add_time(&lists[NEXT_UPDATES], single.next_update);
    }
    if (response->is_basic)
        list_add_time(&lists[PRODUCED_ATS], response->basic.response_data.produced_at);
    for (size_t i = 0; i < LIST_COUNT; i++)
        agree = list_is_in(&lists[i], line) && agree;
    return agree;
}

/* Where the contract says otherwise than the tool that wrote the answers. */
static bool answer_differs(const char *name)
{
    static const char *const names[] = {
        "cryptography-ocsp/resp-unknown-response-status.der",   /* refused: 7 */
        "cryptography-ocsp/resp-response-type-unknown-oid.der", /* read: another type */
    };

    for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

/* {"file": NAME, "block": 0, ..., "openssl": {"parse": "OK", ...}}; only a response has a
 * producedAt. */
static void visit_answer(const char *folder, char *line)
{
    static const char start[] = "{\"file\": \"";
    struct ocsp_response response;
    struct slice bytes;
    char name[256];
    bool wanted = strstr(line, "\"parse\": \"OK\"") != NULL;

    if (strncmp(line, start, sizeof(start) - 1) != 0 || strstr(line, "\"producedAt\"") == NULL)
        return;
    line += sizeof(start) - 1;
    (void)snprintf(name, sizeof(name), "%.*s", (int)strcspn(line, "\""), line);
    if (!has_ending(name, ".der") || !load(folder, name, &bytes))
        return;
    if (answer_differs(name))
        wanted = !wanted;
    if (!ok(ocsp_response_parse(bytes, &response, NULL) == wanted, "%s is %s", name,
            wanted ? "read" : "refused"))
        return;
    if (wanted)
        ok(values_agree(&response, line), "%s has the values that others read", name);
}

static void test_fixtures(void)
{
    const char *folder = getenv("fixtures");
    char path[1024];

    if (folder == NULL) {
        printf("# skipped: the variable fixtures is not set\n");
        return;
    }
    (void)snprintf(path, sizeof(path), "%s/manifest.tsv", folder);
    ok(each_line(path, visit_fixture, folder), "all of the manifest");
}

static void test_outside(void)
{
    const char *srcdir = getenv("srcdir");
    char data[512];
    char fuzzed[768];
    char path[1024];

    (void)snprintf(data, sizeof(data), "%s/../shared/data", srcdir != NULL ? srcdir : ".");
    (void)snprintf(path, sizeof(path), "%s/answers/ocsp.jsonl", data);
    (void)each_line(path, visit_answer, data);
    (void)snprintf(fuzzed, sizeof(fuzzed), "%s/gnutls-fuzz", data);
    (void)snprintf(path, sizeof(path), "%s/expected.tsv", fuzzed);
    (void)each_line(path, visit_fuzzed, fuzzed);
}

int main(void)
{
    ok(true, "the program starts");
    test_fixtures();
    test_outside();
    return tap_done();
}
