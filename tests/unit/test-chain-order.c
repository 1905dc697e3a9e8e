/* SPDX-License-Identifier: Apache-2.0 */
/* The fixtures' certificates in one order and the other. */
#include "chain-order.h"

#include "cert.h"
#include "tap.h"

#include <stdlib.h>

#define LIST_MAX  (256 * KIB)
#define NAMES_MAX 16
#define MANY      2000

/* A letter is a certificate; `-` is one that is cut short. */
static const struct {
    char letter;
    const char *name;
} files[] = {
    {'l', "leaf"},
    {'i', "intermediate"},
    {'r', "root"},
    {'k', "intermediate-rekeyed"}, /* the name of `i`, another key */
    {'x', "intermediate-cross"},   /* issued by `r`, and issues nobody here */
    {'e', "ec-root"},
    {'f', "ec-leaf"}, /* issued by `e` */
    {'d', "ed25519"}, /* issued by itself */
    {'o', "expired"}, /* issued by `i` */
};

static const struct {
    const char *what;
    const char *list;
    const char *want;
} cases[] = {
    {"nothing", "", ""},
    {"one", "l", ""},
    {"a chain as it should be", "lir", "lir"},
    {"the other way round", "ril", "lir"},
    {"from the middle", "irl", "lir"},
    {"the leaf's issuer is not here", "rl", "lr"},
    {"no root", "il", "li"},
    {"a chain without a leaf", "ri", "ir"},
    {"two leaves of one issuer", "rilo", "liro"},
    {"two leaves, in their order", "riol", "oirl"},
    {"two chains", "efril", "felir"},
    {"one that has nothing to do with it", "dril", "lird"},
    {"two of these keep their order", "derli", "lirde"},
    {"the same name with another key", "kril", "lirk"},
    {"a CA that nobody needs", "xril", "lirx"},
    {"a leaf of something else", "rfil", "lirf"},
    {"one twice", "rilli", "lirli"},
    {"one is broken", "ri-", ""},
};

static struct slice load(char letter)
{
    static uint8_t bytes[ARRAY_SIZE(files)][8 * KIB];
    const char *folder = getenv("builddir");
    char path[1024];
    size_t row = 0;
    size_t len;
    FILE *file;

    while (row < ARRAY_SIZE(files) && files[row].letter != letter)
        row++;
    if (row == ARRAY_SIZE(files))
        return SLICE("\x30\x05");
    (void)snprintf(path, sizeof(path), "%s/tests/data/fixtures/%s.der",
                   folder != NULL ? folder : ".", files[row].name);
    file = fopen(path, "rb");
    if (file == NULL)
        return SLICE_NONE;
    len = fread(bytes[row], 1, sizeof(bytes[row]), file);
    (void)fclose(file);
    return slice_of(bytes[row], len);
}

static char letter_of(struct slice der)
{
    for (size_t row = 0; row < ARRAY_SIZE(files); row++) {
        if (slice_equal(load(files[row].letter), der))
            return files[row].letter;
    }
    return '?';
}

static struct slice build(const char *letters, uint8_t *list)
{
    size_t len = 0;

    for (const char *letter = letters; *letter != '\0'; letter++) {
        struct slice der = load(*letter);

        memcpy(list + len, der.data, der.len);
        len += der.len;
    }
    return slice_of(list, len);
}

static const char *letters_of(const struct buffer *ordered, char *letters)
{
    size_t count = ordered->len / sizeof(struct slice);
    struct slice der;

    for (size_t i = 0; i < count; i++) {
        memcpy(&der, ordered->data + i * sizeof(der), sizeof(der));
        letters[i] = letter_of(der);
    }
    letters[count] = '\0';
    return letters;
}

static void test_cases(void)
{
    static uint8_t list[LIST_MAX];

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer ordered CLEANUP(buffer_free) = BUFFER_INIT(LIST_MAX);
        char letters[NAMES_MAX];

        ok(chain_order(build(cases[i].list, list), &ordered, NULL), "%s", cases[i].what);
        is_string(letters_of(&ordered, letters), cases[i].want, "its order");
    }
}

/* So many of one name: none of them is compared with all the others. */
static void test_many(void)
{
    struct slice der = load('i');
    uint8_t *list = malloc(MANY * der.len);
    struct buffer ordered CLEANUP(buffer_free) = BUFFER_INIT(MIB);
    struct error e;

    if (list == NULL)
        abort();
    for (size_t i = 0; i < MANY; i++)
        memcpy(list + i * der.len, der.data, der.len);
    ok(chain_order(slice_of(list, MANY * der.len), &ordered, &e), "many of one name");
    is_int((intmax_t)(ordered.len / sizeof(struct slice)), MANY, "all of them are there");
    buffer_free(&ordered);
    ordered.cap = 100;
    ok(!chain_order(slice_of(list, MANY * der.len), &ordered, &e) && e.code == ERROR_LIMIT,
       "no room for them");
    free(list);
}

int main(void)
{
    if (load('l').len == 0) {
        printf("1..0 # SKIP the fixtures are not made\n");
        return 0;
    }
    test_cases();
    test_many();
    return tap_done();
}
