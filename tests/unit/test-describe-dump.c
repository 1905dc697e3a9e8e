/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-dump.h"

#include "compiler.h"
#include "der-text.h"
#include "tap.h"

static uint8_t bytes[DER_TEXT_MAX];

#define NO_PLACE SIZE_MAX

static const struct {
    const char *what;
    const char *der;
    size_t place;
    bool hides_octets;
    const char *lines; /* without the four blanks in front of each, and what the columns fill */
} cases[] = {
    {"nothing", "", 0, false, "=> 0: the end\n"},
    {"its first byte", "30{05:}", 0, false, "=> 0: 2+2 SEQUENCE\n"},
    {"an element", "30{02:0A 05: 05:}", 5, false,
     "0: 2+7 SEQUENCE\n2: 2+1 INTEGER 0A\n=> 5: 2+0 NULL\n"},
    {"the first byte of a value", "30{02:000A}", 4, false,
     "0: 2+4 SEQUENCE\n=> 2: 2+2 INTEGER 000A\n"},
    {"a byte in a value", "30{02:0A0B}", 5, false,
     "0: 2+4 SEQUENCE\n2: 2+2 INTEGER 0A0B\n=> 5: here: 0B\n"},
    {"a length", "30{!81}", 3, false, "0: 2+1 SEQUENCE\n2: no element: 81\n=> 3: the end\n"},
    {"the end of a level", "30{30{} 05:}", 4, false,
     "0: 2+4 SEQUENCE\n2: 2+0 SEQUENCE\n=> 4: 2+0 NULL\n"},
    {"the end", "30{05:}", 4, false, "0: 2+2 SEQUENCE\n2: 2+0 NULL\n=> 4: the end\n"},
    {"behind the end", "05:", 9, false, "0: 2+0 NULL\n=> 9: the end\n"},
    {"inside of an OCTET STRING", "04{30{05:}}", 4, false,
     "0: 2+4 OCTET STRING\n2: 2+2 SEQUENCE\n=> 4: 2+0 NULL\n"},
    {"what is cut short", "!3008 05: 02:0A", 0, false,
     "=> 0: 2+8 SEQUENCE\n2: 2+0 NULL\n4: 2+1 INTEGER 0A\n7: the end\n"},
    {"an indefinite length", "!3080 05:", 1, false, "0: 2+? SEQUENCE\n=> 1: here: 800500\n"},
    {"values", "06:550403 06:2A03 06:80 0C'a\nb' 17'180111224451Z' 01:FF 80:41 31{05:}", NO_PLACE,
     false,
     "0: 2+3 OBJECT IDENTIFIER CN\n5: 2+2 OBJECT IDENTIFIER 1.2.3\n"
     "9: 2+1 OBJECT IDENTIFIER 80\n12: 2+3 UTF8String 'a\\x0Ab'\n"
     "17: 2+13 UTCTime '180111224451Z'\n32: 2+1 BOOLEAN FF\n35: 2+1 [0] 41\n38: 2+2 SET\n"
     "40: 2+0 NULL\n"},
    {"a long value", "04:000102030405060708090A0B0C0D0E0F10 04:00", NO_PLACE, false,
     "0: 2+17 OCTET STRING 000102030405060708090A0B0C0D0E0F...\n19: 2+1 OCTET STRING 00\n"},
    {"a value of just as many octets", "04:000102030405060708090A0B0C0D0E0F", NO_PLACE, false,
     "0: 2+16 OCTET STRING 000102030405060708090A0B0C0D0E0F\n"},
    {"a long text", "0C'0123456789012345678901234567890123456789012345678901234567890123456789'",
     NO_PLACE, false,
     "0: 2+70 UTF8String '0123456789012345678901234567890123456789012345678901234567890123...'\n"},
    {"octets that are hidden", "06:550403 0C'a' 04:0A 80:0A 05:", 11, true,
     "0: 2+3 OBJECT IDENTIFIER CN\n5: 2+1 UTF8String 'a'\n"
     "8: 2+1 OCTET STRING (not shown: it may be a key)\n=> 11: 2+1 [0] (not shown: it may be a "
     "key)\n"},
    {"bytes that are hidden", "02:0A0B", 3, true,
     "0: 2+2 INTEGER (not shown: it may be a key)\n=> 3: here: (not shown: it may be a key)\n"},
};

/* The text without the blanks that make columns. */
static const char *squeeze(const struct buffer *text, char out[4096])
{
    size_t used = 0;

    for (size_t i = 0; i < text->len && used + 1 < 4096; i++) {
        bool starts = used == 0 || out[used - 1] == '\n' || out[used - 1] == ' ';

        if (text->data[i] != ' ' || !starts)
            out[used++] = (char)text->data[i];
    }
    out[used] = '\0';
    return out;
}

static struct dump dump_of(struct slice der, size_t place)
{
    return (struct dump){.der = der, .has_place = place != NO_PLACE, .place = place};
}

static void test_cases(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer text CLEANUP(buffer_free) = BUFFER_INIT(MIB);
        struct dump dump = dump_of(der_text(cases[i].der, bytes), cases[i].place);
        char out[4096];

        dump.hides_octets = cases[i].hides_octets;
        ok(dump_append(&text, &dump, NULL), "%s", cases[i].what);
        is_string(squeeze(&text, out), cases[i].lines, "its lines");
    }
}

static void test_columns(void)
{
    struct buffer text CLEANUP(buffer_free) = BUFFER_INIT(MIB);
    struct dump dump = dump_of(der_text("30{02:0A 05:}", bytes), 5);

    dump.base = 1000;
    ok(dump_append(&text, &dump, NULL) && buffer_append(&text, SLICE("\0"), NULL), "the columns");
    is_string((const char *)text.data,
              "          1000: 2+5        SEQUENCE\n"
              "          1002: 2+1          INTEGER 0A\n"
              "    =>    1005: 2+0          NULL\n",
              "with an offset added");
}

static size_t count_lines(const struct buffer *text)
{
    size_t count = 0;

    for (size_t i = 0; i < text->len; i++)
        count += text->data[i] == '\n';
    return count;
}

/* A list of `count` NULLs in two SEQUENCEs; it breaks at its last one. */
static struct slice list_of(size_t count)
{
    size_t len = 2 * count;

    bytes[0] = bytes[4] = 0x30;
    bytes[1] = bytes[5] = 0x82;
    bytes[2] = (uint8_t)((len + 4) >> 8);
    bytes[3] = (uint8_t)(len + 4);
    bytes[6] = (uint8_t)(len >> 8);
    bytes[7] = (uint8_t)len;
    for (size_t i = 0; i < count; i++) {
        bytes[8 + 2 * i] = 0x05;
        bytes[9 + 2 * i] = 0;
    }
    return slice_of(bytes, 8 + len);
}

/* One below the limit, at it, above it, far above: what is left out, and that the levels stay. */
static void test_bound(void)
{
    static const struct {
        size_t nulls;
        size_t lines;
        const char *left_out;
    } bounds[] = {
        {DUMP_LINES - 3, DUMP_LINES - 1, NULL},
        {DUMP_LINES - 2, DUMP_LINES, NULL},
        {DUMP_LINES, DUMP_LINES + 2, NULL},
        {DUMP_LINES + 1, DUMP_LINES + 3, "(1 left out)\n"},
        {10000, DUMP_LINES + 3, "(9936 left out)\n"},
    };

    for (size_t i = 0; i < ARRAY_SIZE(bounds); i++) {
        struct buffer text CLEANUP(buffer_free) = BUFFER_INIT(MIB);
        struct slice der = list_of(bounds[i].nulls);
        struct dump dump = dump_of(der, der.len - 2);

        ok(dump_append(&text, &dump, NULL), "%zu elements", bounds[i].nulls + 2);
        is_int((intmax_t)count_lines(&text), (intmax_t)bounds[i].lines, "lines");
        ok((slice_find(buffer_slice(&text), SLICE("left out")) < text.len) ==
               (bounds[i].left_out != NULL),
           "whether some are left out");
        if (bounds[i].left_out != NULL)
            ok(slice_find(buffer_slice(&text), slice_of_string(bounds[i].left_out)) < text.len,
               "how many");
        dump.has_place = false;
        text.len = 0;
        ok(dump_append(&text, &dump, NULL) && count_lines(&text) <= DUMP_LINES + 1,
           "without a place");
    }
}

int main(void)
{
    test_cases();
    test_columns();
    test_bound();
    return tap_done();
}
