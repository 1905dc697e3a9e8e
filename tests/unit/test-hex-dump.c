/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dumps of every length up to a few lines. The bytes are the characters '0' and 'a', so that what
 * stands in the column of characters could be taken for bytes.
 */
#include "hex-dump.h"
#include "tap.h"

#define BYTES_MAX 50

enum form {
    FORM_WIRESHARK,
    FORM_OFFSETS,
    FORM_XXD,
    FORM_HEXDUMP,
    FORM_COUNT,
};

static const struct {
    int digits; /* of an offset */
    const char *behind;
    size_t group;  /* bytes between blanks */
    bool halves;   /* a blank more in the middle */
    size_t column; /* where the characters begin, behind the offset; 0: none */
    const char *around;
} forms[FORM_COUNT] = {
    [FORM_WIRESHARK] = {4, "  ", 1, false, 49, ""},
    [FORM_OFFSETS] = {4, "   ", 1, false, 0, ""},
    [FORM_XXD] = {8, ": ", 2, false, 41, ""},
    [FORM_HEXDUMP] = {8, "  ", 1, true, 50, "|"},
};

static size_t put(char *text, size_t at, const char *what)
{
    size_t len = strlen(what);

    memcpy(text + at, what, len + 1);
    return at + len;
}

/* A line of up to sixteen bytes. */
static size_t put_line(char *text, size_t at, enum form form, size_t offset, struct slice bytes)
{
    char part[32];
    size_t start;

    (void)snprintf(part, sizeof(part), "%0*zx%s", forms[form].digits, offset, forms[form].behind);
    start = at = put(text, at, part);
    for (size_t i = 0; i < bytes.len; i++) {
        if (i > 0 && i % forms[form].group == 0)
            at = put(text, at, i == 8 && forms[form].halves ? "  " : " ");
        (void)snprintf(part, sizeof(part), "%02x", bytes.data[i]);
        at = put(text, at, part);
    }
    if (forms[form].column > 0) {
        while (at < start + forms[form].column)
            at = put(text, at, " ");
        at = put(text, at, forms[form].around);
        memcpy(text + at, bytes.data, bytes.len);
        at = put(text, at + bytes.len, forms[form].around);
    }
    return put(text, at, "\n");
}

static void test_length(enum form form, struct slice bytes)
{
    struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
    struct error e = {.code = ERROR_NONE};
    static char text[4096];
    size_t len = 0;

    for (size_t at = 0; at < bytes.len; at += 16)
        len = put_line(text, len, form, at,
                       slice_of(bytes.data + at, bytes.len - at < 16 ? bytes.len - at : 16));
    ok(hex_dump_begins(slice_of(text, len)), "form %d, %zu bytes", (int)form, bytes.len);
    if (!ok(hex_dump_decode(slice_of(text, len), &out, &e) &&
                slice_equal(buffer_slice(&out), bytes),
            "its bytes"))
        printf("# %s\n# %s\n", e.text, text);
}

static const struct {
    const char *text;
    const char *bytes; /* null: an error */
} cases[] = {
    {"0x30, 0x61", "0a"},
    {"0x30 0x61", "0a"},
    {"0x30,0x61,", "0a"},
    {"{0x30, 0X61};", "0a"},
    {"const char x[2] = {\n  0x30, /* 0x99 */\n  0x61 };\nint y;", "0a"},
    {"\\x30\\x61", "0a"},
    {"\"\\x30\" \\\n\"\\x61\" \\\n", "0a"},
    {"\"\\x30\" \\\r\n\"\\x61\"", "0a"},
    {"0000 30 61", "0a"},
    {"0000: 3061", "0a"},
    {"  0000  30 61\n  0002  62\n", "0ab"},
    {"0000  30 61\r\n\r\n0002  62\r\n", "0ab"},
    {"00000000  30 61\n00000002\n", "0a"},
    {"0x30, 0x6", NULL},
    {"0x30, 61", NULL},
    {"{0x30, 0x61 /* }", "0a"},
    {"0000  30 61\n0003  62\n", NULL},
    {"0000  30 61\n0001  62\n", NULL},
    {"0000  30 61\n0000  62\n", NULL},
    {"0000  30 61\nxyz\n", NULL},
};

static const struct {
    const char *text;
    bool begins;
} begins[] = {
    {"0000  30", true},  {"000 30", true},    {"00 30", false},      {"0000  31", false},
    {"0010  30", false}, {"0000-30", false},  {"0x31, 0x30", false}, {"0x3082", true},
    {"", false},         {"{", false},        {"\\", false},         {"/*", false},
    {"0000", false},     {"\"\\x30\"", true},
};

int main(void)
{
    static uint8_t bytes[BYTES_MAX];

    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = i % 3 == 0 ? '0' : 'a';
    for (unsigned form = 0; form < FORM_COUNT; form++) {
        for (size_t len = 1; len <= BYTES_MAX; len++)
            test_length((enum form)form, slice_of(bytes, len));
    }
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        bool done = hex_dump_decode(slice_of_string(cases[i].text), &out, NULL);

        ok(done == (cases[i].bytes != NULL) &&
               (!done || slice_is(buffer_slice(&out), cases[i].bytes)),
           "case %zu", i);
    }
    for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
        ok(hex_dump_begins(slice_of_string(begins[i].text)) == begins[i].begins, "begins %zu", i);
    return tap_done();
}
