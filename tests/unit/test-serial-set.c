/* SPDX-License-Identifier: Apache-2.0 */
#include "serial-set.h"

#include "hex.h"
#include "serial-decimal.h"
#include "serial-number.h"
#include "tap.h"

static const struct {
    const char *text;
    const char *octets; /* in hex */
} good[] = {
    {"0A", "0A"},
    {"0a", "0A"},
    {"A", "0A"},
    {"5", "05"},
    {"0", "00"},
    {"00", "00"},
    {"0000", "00"},
    {"000A", "0A"},
    {"FF", "00FF"},
    {"00FF", "00FF"},
    {"0000FF", "00FF"},
    {"7F", "7F"},
    {"80", "0080"},
    {"FFF", "0FFF"},
    {"-1", "FF"},
    {"-01", "FF"},
    {"-80", "80"},
    {"-81", "FF7F"},
    {"-FF", "FF01"},
    {"-0100", "FF00"},
    {"-0", "00"},
    {"- 01", "FF"},
    {"-0x05", "FB"},
    {"0x5b25", "5B25"},
    {"0X5B25", "5B25"},
    {"5B:25:CE", "5B25CE"},
    {"5b 25 ce", "5B25CE"},
    {"5B-25-CE", "5B25CE"},
    {"B:25:CE", "0B25CE"},
    {"00:FF:00", "00FF00"},
    {"  5B25  ", "5B25"},
    {"5B25\r\n", "5B25"},
    {"serial=5B25", "5B25"},
    {"serialNumber = 5B:25", "5B25"},
    {"Serial Number: 5b:25", "5B25"},
    {"    Serial Number: 0A", "0A"},
    {"Serial Number (hex): 00ff", "00FF"},
    {"Serial Number: 4096 (0x1000)", "1000"},
    {"4096 (0x1000)", "1000"},
    {"-5 (-0x5)", "FB"},
    {"serial=-05", "FB"},
    {"certificate serial:0xAB", "00AB"},
};

static void test_good(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_SERIAL);
        struct buffer wanted CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_SERIAL);
        struct error e = {0};

        if (!hex_decode(slice_of_string(good[i].octets), &wanted, NULL))
            continue;
        ok(serial_number_parse_text(slice_of_string(good[i].text), &octets, &e) &&
               slice_equal(buffer_slice(&octets), buffer_slice(&wanted)),
           "'%s' is %s", good[i].text, good[i].octets);
    }
}

static const struct {
    const char *text;
    const char *error;
} bad[] = {
    {"", "expected a serial number in hex, found ''"},
    {" ", "expected a serial number in hex, found ' '"},
    {"-", "expected a serial number in hex, found '-'"},
    {"0x", "expected a serial number in hex, found '0x'"},
    {"serial=", "expected a serial number in hex, found 'serial='"},
    {"serial", "expected a serial number in hex, found 'serial'"},
    {"5B2G", "expected a serial number in hex, found '5B2G'"},
    {"5B:2:CE", "expected a serial number in hex, found '5B:2:CE'"},
    {"5B,25", "expected a serial number in hex, found '5B,25'"},
    {"5 (0x5", "expected a serial number in hex, found '5 (0x5'"},
    {"(", "expected a serial number in hex, found '('"},
    {")", "expected a serial number in hex, found ')'"},
};

static void test_bad(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
        struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_SERIAL);
        struct error e = {0};

        ok(!serial_number_parse_text(slice_of_string(bad[i].text), &octets, &e), "'%s' is refused",
           bad[i].text);
        is_int(e.code, ERROR_USAGE, "as usage");
        is_string(e.text, bad[i].error, "what was wanted and found");
        is_int((intmax_t)octets.len, 0, "nothing is added");
    }
}

/* One below the limit, at it, and above. */
static void test_limit(void)
{
    for (size_t len = LIMIT_SERIAL - 1; len <= LIMIT_SERIAL + 1; len++) {
        struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(2 * LIMIT_SERIAL);
        char text[2 * LIMIT_SERIAL + 8];
        struct error e = {0};

        memset(text, '1', 2 * len);
        ok(serial_number_parse_text(slice_of(text, 2 * len), &octets, &e) == (len <= LIMIT_SERIAL),
           "%zu octets", len);
        is_int((intmax_t)octets.len, len <= LIMIT_SERIAL ? (intmax_t)len : 0, "as many are added");
        if (len > LIMIT_SERIAL)
            is_string(e.text, "expected a serial number of at most 128 octets, found 129", "why");
    }
}

/* Serial numbers of 3 and 16 octets, in an order that is none. */
static struct slice text_of(size_t i, char text[40])
{
    (void)snprintf(text, 40, i % 2 == 0 ? "%06zX" : "%032zX", i * 7919 % 100003 + 0x10000);
    return slice_of_string(text);
}

static void test_set(void)
{
    struct serial_set set CLEANUP(serial_set_free);
    size_t count = 20000;
    size_t wrong = 0;
    size_t number;
    char text[40];

    serial_set_init(&set);
    ok(!serial_set_find(&set, SLICE("\1"), &number), "nothing is in an empty set");
    for (size_t round = 0; round < 2; round++) {
        for (size_t i = 0; i < count; i++)
            wrong += !serial_set_add(&set, text_of(i, text), NULL);
        is_int((intmax_t)set.count, (intmax_t)count,
               round == 0 ? "as many as were added" : "each of them once");
    }
    for (size_t i = 0; i < count; i++) {
        struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_SERIAL);

        wrong += !serial_number_parse_text(text_of(i, text), &octets, NULL) ||
                 !slice_equal(serial_set_at(&set, i), buffer_slice(&octets)) ||
                 !serial_set_find(&set, buffer_slice(&octets), &number) || number != i;
    }
    is_int((intmax_t)wrong, 0, "each is at its place and is found");
    ok(!serial_set_find(&set, SLICE("\1"), &number), "another is not");
    ok(!serial_set_find(&set, SLICE("\0\1\0\0"), &number), "nor one with an octet more");
}

static void test_one(void)
{
    struct serial_set set CLEANUP(serial_set_free);
    size_t number;

    serial_set_init(&set);
    ok(serial_set_add(&set, SLICE("FF"), NULL), "one alone");
    ok(serial_set_find(&set, SLICE("\0\xFF"), &number) && number == 0, "is found by its octets");
    ok(!serial_set_find(&set, SLICE("\xFF"), &number), "not without the sign octet");
}

static const struct {
    const char *text;
    size_t others;
    const char *note; /* null: it is hex, whatever is meant */
} decimals[] = {
    {"10", 0, "10 was read as hex; the decimal number 10 is 0A"},
    {"255", 1, "255 and 1 other were read as hex; the decimal number 255 is FF"},
    {"256", 2, "256 and 2 others were read as hex; the decimal number 256 is 0100"},
    {"8193", 0, "8193 was read as hex; the decimal number 8193 is 2001"},
    {"1461501637330902918203684832716283019655932542975", 0,
     "1461501637330902918203684832716283019655932542975 was read as hex; the decimal number "
     "1461501637330902918203684832716283019655932542975 is "
     "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"},
    {"9999999999999999999999999999999999999999999999999", 0,
     "9999999999999999999999999999999999999999999999999 was read as hex; the decimal number "
     "9999999999999999999999999999999999999999999999999 is "
     "06D79F82328EA3DA61E066EBB2F889FFFFFFFFFFFF"},
    {"10000000000000000000000000000000000000000000000000", 0, NULL},
    {"5", 0, NULL},
    {"010", 0, NULL},
    {"1A", 0, NULL},
    {"10:20", 0, NULL},
    {"0x10", 0, NULL},
    {"-10", 0, NULL},
    {"serial=10", 0, NULL},
    {"16 (0x10)", 0, NULL},
};

static void test_decimal(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(decimals); i++) {
        struct serial_set set CLEANUP(serial_set_free);
        char note[SERIAL_DECIMAL_TEXT_MAX];

        serial_set_init(&set);
        ok(serial_set_add(&set, slice_of_string(decimals[i].text), NULL) &&
               serial_set_is_decimal(&set, 0) == (decimals[i].note != NULL),
           "%s may%s be meant as a decimal number", decimals[i].text,
           decimals[i].note != NULL ? "" : " not");
        if (decimals[i].note != NULL)
            is_string(serial_decimal_explain(serial_set_at(&set, 0), decimals[i].others, note),
                      decimals[i].note, "what is said of it");
    }
}

int main(void)
{
    test_good();
    test_bad();
    test_limit();
    test_decimal();
    test_set();
    test_one();
    return tap_done();
}
