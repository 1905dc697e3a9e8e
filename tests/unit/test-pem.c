/* SPDX-License-Identifier: Apache-2.0 */
#include "pem.h"
#include "tap.h"

#define FOO "-----BEGIN FOO-----\nZm9v\n-----END FOO-----\n"

/* All blocks of a text, each as "LABEL@OFFSET:BODY;", with "!" in front of an encrypted one. */
static const struct {
    const char *text;
    const char *want;
    const char *error; /* behind the blocks of `want`; null: none */
    size_t offset;     /* from where the last block ended */
} cases[] = {
    {"", "", NULL, 0},
    {"no block here\n", "", NULL, 0},
    {FOO, "FOO@0:Zm9v\n;", NULL, 0},
    {FOO FOO, "FOO@0:Zm9v\n;FOO@0:Zm9v\n;", NULL, 0},
    {"text\n" FOO "more text\n" FOO "and more", "FOO@5:Zm9v\n;FOO@10:Zm9v\n;", NULL, 0},
    {"-----BEGIN FOO-----\nZm9v\n-----END FOO-----", "FOO@0:Zm9v\n;", NULL, 0},
    {"-----BEGIN FOO-----\r\nZm\r\n9v\r\n-----END FOO-----\r\n" FOO,
     "FOO@0:Zm\r\n9v\r\n;FOO@0:Zm9v\n;", NULL, 0},
    {"-----BEGIN FOO-----\rZm9v\r-----END FOO-----\r" FOO, "FOO@0:Zm9v\r;FOO@0:Zm9v\n;", NULL, 0},
    {"  -----BEGIN FOO----- \t\n  Zm9v\n\t-----END FOO-----  \n", "FOO@2:  Zm9v\n\t;", NULL, 0},
    {"\xEF\xBB\xBF" FOO, "FOO@3:Zm9v\n;", NULL, 0},
    {"-----BEGIN X509 CRL-----\n\nZm\n\n9v\n-----END X509 CRL-----\n", "X509 CRL@0:\nZm\n\n9v\n;",
     NULL, 0},
    {"-----BEGIN FOO-----\n-----END FOO-----\n", "FOO@0:;", NULL, 0},
    {"-----BEGIN -----\nZm9v\n-----END -----\n", "@0:Zm9v\n;", NULL, 0},
    {"-----BEGIN FOO-----\nZm9-\n--_v\n-----END FOO-----\n", "FOO@0:Zm9-\n--_v\n;", NULL, 0},
    {"-----BEGIN K-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nZm9v\n-----END "
     "K-----\n",
     "!K@0:Zm9v\n;", NULL, 0},
    {"-----BEGIN K-----\r\nProc-Type: 4,ENCRYPTED\r\nDEK-Info: X,\r\n 00\r\n\r\nZm9v\r\n"
     "-----END K-----\r\n",
     "!K@0:Zm9v\r\n;", NULL, 0},
    {"-----BEGIN K-----\nComment: ENCRYPTED\n\nZm9v\n-----END K-----\n", "K@0:Zm9v\n;", NULL, 0},
    {"-----BEGIN K-----\nComment: nothing else\n-----END K-----\n", "K@0:;", NULL, 0},
    {"a -----BEGIN FOO-----\nb\n", "", NULL, 0}, /* not at the start of a line */
    {"-----END FOO-----\n" FOO, "FOO@18:Zm9v\n;", NULL, 0},
    {"------BEGIN FOO-----\n", "", NULL, 0},
    {"----BEGIN FOO-----\n", "", NULL, 0},
    {"-----BEGIN FOO-----Zm9v-----END FOO-----", "FOO@0:Zm9v;", NULL, 0},
    {"{\"a\": \"-----BEGIN FOO-----\\nZm9v\\n-----END FOO-----\\n\"}", "FOO@7:\\nZm9v\\n;", NULL,
     0},
    {"a -----BEGIN FOO----- Zm9v -----END FOO----- b\n" FOO, "FOO@2: Zm9v ;FOO@3:Zm9v\n;", NULL, 0},
    {"-----BEGIN FOO-----Zm9v-----END FOO----------BEGIN BAR-----Zm9v-----END BAR-----",
     "FOO@0:Zm9v;BAR@0:Zm9v;", NULL, 0},
    {"-----BEGIN FOO----------END FOO-----", "FOO@0:;", NULL, 0},
    {"a -----BEGIN FOO-----END FOO-----\n", "", NULL, 0},
    {"a -----BEGIN FOO-----Zm9v-----END FOO\n-----\n", "", NULL, 0},
    {"a -----BEGIN FOO-----Zm9v\r-----END FOO-----\n", "", NULL, 0},
    {"a -----BEGIN FOO-----Zm9v-----BEGIN BAR-----Zm9v-----END BAR-----", "BAR@25:Zm9v;", NULL, 0},
    {"-----BEGIN FOO-----Zm9v-----END BAR-----", "",
     "expected '-----END FOO-----', found '-----END BAR-----'", 23},
    {"x-----BEGIN FOO-----Zm9v-----END FOO BAR-----", "",
     "expected '-----END FOO-----', found '-----END FOO BAR-----'", 24},
    {"-----BEGIN FOO-----Zm9v-----", "", "expected ----- at the end of the BEGIN line, found none",
     0},
    {"-----BEGIN FOO-----Zm9v\n-----END FOO-----\n", "",
     "expected ----- at the end of the BEGIN line, found none", 0},
    {FOO "x\n-----BEGIN FOO-----\nZm9v\n", "FOO@0:Zm9v\n;",
     "expected an END line for \"-----BEGIN FOO-----\", found none", 2},
    {"-----BEGIN FOO-----", "", "expected an END line for \"-----BEGIN FOO-----\", found none", 0},
    {"-----BEGIN FOO----\nZm9v\n-----END FOO-----\n", "",
     "expected ----- at the end of the BEGIN line, found none", 0},
    {"-----BEGIN FOO", "", "expected ----- at the end of the BEGIN line, found none", 0},
    {"-----BEGIN \n", "", "expected ----- at the end of the BEGIN line, found none", 0},
    {"-----BEGIN FOO----- x\n", "", "expected ----- at the end of the BEGIN line, found none", 0},
    {"-----BEGIN FOO-----\nZm9v\n-----END BAR-----\n", "",
     "expected '-----END FOO-----', found '-----END BAR-----'", 25},
    {"-----BEGIN FOO-----\nZm9v\n-----END FOO\n", "",
     "expected '-----END FOO-----', found '-----END FOO'", 25},
    {"-----BEGIN FOO-----\nZm9v\n-----END \n", "", "expected '-----END FOO-----', found '-----END'",
     25},
    {"-----BEGIN FOO-----\nZm9v\n" FOO, "",
     "expected the END line of the block before, found a BEGIN line", 25},
};

/* Writes the blocks as the table has them, until none is left (true) or one is malformed. */
static bool list_blocks(struct slice text, char *list, size_t size, struct error *e)
{
    struct pem_block block;
    bool found;

    for (;;) {
        size_t used = strlen(list);

        if (!pem_next(&text, &block, &found, e))
            return false;
        if (!found)
            return true;
        snprintf(list + used, size - used, "%s%.*s@%zu:%.*s;", block.encrypted ? "!" : "",
                 (int)block.label.len, (const char *)block.label.data, block.offset,
                 (int)block.body.len, (const char *)block.body.data);
    }
}

static void test_next(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        char list[256] = "";
        struct error e = {.text = "no error"};
        bool whole = list_blocks(slice_of_string(cases[i].text), list, sizeof(list), &e);

        ok(whole == (cases[i].error == NULL), "case %zu is read, or refused", i);
        is_string(list, cases[i].want, "its blocks");
        if (cases[i].error == NULL)
            continue;
        is_string(e.text, cases[i].error, "its error");
        is_int((intmax_t)e.offset, (intmax_t)cases[i].offset, "the error's offset");
        is_int(e.code, ERROR_ENCODING, "the error's code");
    }
}

static void test_body_offset(void)
{
    struct slice text = SLICE("x\n" FOO);
    struct slice all = text;
    struct pem_block block;
    bool found;

    ok(pem_next(&text, &block, &found, NULL) && found, "a block behind text");
    is_int((intmax_t)block.body_offset, 22, "the offset of its body");
    ok(block.body.data == all.data + 22, "is where the body is");
    is_int((intmax_t)text.len, 0, "nothing is left");
}

static const struct {
    const char *text;
    size_t len; /* 0: unknown */
} lengths[] = {
    {"-----BEGIN A-----B-----END A-----", 33},
    {"-----BEGIN A-----B-----END A----", 0},
    {"-----BEGIN A-----B-----END ", 0},
    {"-----BEGIN A----", 0},
    {"-----BEGIN A-----B-----END A-----more", 33},
};

/* Before the line's end is there, and at the limit of a line. */
static void test_length_on_line(void)
{
    static char text[LIMIT_LINE + 64];
    size_t len = LIMIT_LINE - (sizeof("-----END A-----") - 1);

    for (size_t i = 0; i < ARRAY_SIZE(lengths); i++) {
        struct slice line = slice_of_string(lengths[i].text);

        ok(pem_length_on_line(line, true) == lengths[i].len, "length %zu", i);
        ok(pem_length_on_line(line, false) == (lengths[i].len > 0 ? lengths[i].len : PEM_UNKNOWN),
           "before all is there");
    }
    memset(text, 'A', sizeof(text));
    memcpy(text, "-----BEGIN A-----", 17);
    memcpy(text + len, "-----END A-----", 15);
    ok(pem_length_on_line(slice_of(text, LIMIT_LINE), false) == LIMIT_LINE, "at the limit");
    ok(pem_length_on_line(slice_of(text, LIMIT_LINE - 1), false) == PEM_UNKNOWN, "one short of it");
    memcpy(text + len, "A-----END A-----", 16);
    ok(pem_length_on_line(slice_of(text, LIMIT_LINE + 1), false) == 0, "over the limit");
}

/* Zeros, as PEM_write() of OpenSSL 3.0 writes them. */
static const struct {
    size_t len;
    const char *want;
} lines[] = {
    {0, "-----BEGIN A B-----\n-----END A B-----\n"},
    {1, "-----BEGIN A B-----\nAA==\n-----END A B-----\n"},
    {47, "-----BEGIN A B-----\n"
         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
         "-----END A B-----\n"},
    {48, "-----BEGIN A B-----\n"
         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
         "-----END A B-----\n"},
    {49, "-----BEGIN A B-----\n"
         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
         "AA==\n"
         "-----END A B-----\n"},
};

static void test_append(void)
{
    static const uint8_t zeros[300];
    struct buffer full CLEANUP(buffer_free) = BUFFER_INIT(300);
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);

        ok(pem_append(&out, "A B", slice_of(zeros, lines[i].len), NULL) &&
               slice_is(buffer_slice(&out), lines[i].want),
           "a block of %zu bytes", lines[i].len);
    }
    ok(buffer_append(&full, SLICE("x"), NULL), "a byte in front");
    ok(!pem_append(&full, "A", slice_of(zeros, 300), &e) && e.code == ERROR_LIMIT, "over the cap");
    is_int((intmax_t)full.len, 1, "leaves what was there");
}

int main(void)
{
    test_next();
    test_body_offset();
    test_length_on_line();
    test_append();
    return tap_done();
}
