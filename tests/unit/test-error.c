/* SPDX-License-Identifier: Apache-2.0 */
#include "error.h"
#include "tap.h"

#include <errno.h>

/* The components from the inside out. */
static const struct {
    const char *components[4];
    const char *want;
} paths[] = {
    {{NULL}, ""},
    {{"a"}, "a"},
    {{"b", "a"}, "a.b"},
    {{"[3]", "a"}, "a[3]"},
    {{"c", "[3]", "a"}, "a[3].c"},
    {{"[0]", "[3]", "a"}, "a[3][0]"},
    {{"serialNumber", "reqCert", "requestList[2]", "tbsRequest"},
     "tbsRequest.requestList[2].reqCert.serialNumber"},
};

static void test_paths(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(paths); i++) {
        struct error e;

        ok(!error_set(&e, ERROR_DER, "x"), "false");
        for (size_t c = 0; c < 4 && paths[i].components[c] != NULL; c++)
            ok(!error_in(&e, "%s", paths[i].components[c]), "false");
        is_string(error_path(&e), paths[i].want, paths[i].want);
    }
}

static void test_lengths(void)
{
    struct error e;
    char text[2 * ERROR_TEXT_MAX];

    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    (void)error_set(&e, ERROR_DER, "%s", text);
    is_int((intmax_t)strlen(e.text), ERROR_TEXT_MAX - 1, "a long text is cut");
    for (int i = 0; i < 100; i++)
        (void)error_in(&e, "component");
    ok(e.path_len < ERROR_PATH_MAX && strlen(error_path(&e)) == e.path_len, "a long path is cut");
    ok(strncmp(error_path(&e), "component.component.", 20) == 0, "between components");
    (void)error_in(&e, "%s", text);
    ok(strlen(error_path(&e)) == e.path_len, "a long component");
    errno = ENOENT;
    (void)error_system(&e, "%s", text);
    is_int((intmax_t)strlen(e.text), ERROR_TEXT_MAX - 1, "a long text of a system call");
}

int main(void)
{
    struct error e;

    test_paths();
    test_lengths();
    (void)error_at(&e, ERROR_DER, 21, "expected %s, found %d", "x", 5);
    ok(e.code == ERROR_DER && e.has_offset && e.offset == 21, "code and offset");
    is_string(e.text, "expected x, found 5", "text");
    (void)error_set(&e, ERROR_LIMIT, "again");
    ok(e.code == ERROR_LIMIT && !e.has_offset && error_path(&e)[0] == '\0', "an error starts anew");
    errno = ENOENT;
    ok(!error_system(&e, "expected %s", "y") && e.code == ERROR_SYSTEM, "a system call");
    is_string(e.text, "expected y: No such file or directory", "its text");
    ok(!error_set(NULL, ERROR_DER, "x") && !error_at(NULL, ERROR_DER, 1, "x") &&
           !error_in(NULL, "x") && !error_system(NULL, "x"),
       "nobody wants to know");
    for (int code = ERROR_NONE; code <= ERROR_MEMORY; code++)
        ok(error_code_word((enum error_code)code)[0] != '\0', "code %d has a word", code);
    return tap_done();
}
