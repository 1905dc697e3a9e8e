/* SPDX-License-Identifier: Apache-2.0 */
/* The cursor over DER: what each reader takes, and what it refuses at which byte. */
#include "der.h"

#include "buffer.h"
#include "hex.h"
#include "tap.h"

enum reader {
    READ_OCTETS,
    READ_ANY,
    READ_BOOLEAN,
    READ_DEFAULT_FALSE,
    READ_INTEGER,
    READ_NUMBER,
    READ_BITS,
    READ_OCTETS_IN_BITS,
    READ_NAMED_BITS,
    READ_OID,
    READ_NULL,
    READ_TIME,
    READ_GENERALIZED,
};

/* A null `wanted` is a success; `value` is the number, the length or the time that was read. */
static const struct {
    const char *name;
    enum reader reader;
    const char *hex;
    int64_t value;
    const char *wanted;
    size_t offset;
    departure_set departures;
} cases[] = {
    {"an empty OCTET STRING", READ_OCTETS, "0400", 0, NULL, 0, 0},
    {"a short one", READ_OCTETS, "0403010203", 3, NULL, 0, 0},
    {"no bytes", READ_OCTETS, "", 0, "expected OCTET STRING (0x04), found the end", 0, 0},
    {"a tag alone", READ_OCTETS, "04", 0, "expected a length, found the end", 1, 0},
    {"another tag", READ_OCTETS, "0500", 0, "expected OCTET STRING (0x04), found 0x05", 0, 0},
    {"cut contents", READ_OCTETS, "04030102", 0, "expected 3 bytes of contents, found 2", 0, 0},
    {"an indefinite length", READ_OCTETS, "04800000", 0,
     "expected a definite length, found 0x80 (indefinite)", 1, 0},
    {"a long form that is not needed", READ_OCTETS, "04810100", 0,
     "expected a minimal length, found 1 in 2 octets", 1, 0},
    {"a length with a zero in front", READ_OCTETS, "0482008001", 0,
     "expected a minimal length, found 128 in 3 octets", 1, 0},
    {"a length cut off", READ_OCTETS, "048201", 0, "expected a length of 2 octets, found the end",
     1, 0},
    {"a length of five octets", READ_OCTETS, "04850000000001", 0,
     "expected a length of at most 4 octets, found one of 5", 1, 0},
    {"a length over what is there", READ_OCTETS, "0484FFFFFFFF00", 0,
     "expected 4294967295 bytes of contents, found 1", 0, 0},
    {"any element", READ_ANY, "A0020500", 2, NULL, 0, 0},
    {"a high tag number", READ_ANY, "1F810100", 0, "expected a tag of one octet, found 0x1F", 0, 0},
    {"TRUE", READ_BOOLEAN, "0101FF", 1, NULL, 0, 0},
    {"FALSE", READ_BOOLEAN, "010100", 0, NULL, 0, 0},
    {"a BOOLEAN of 1", READ_BOOLEAN, "010101", 0, "expected a BOOLEAN of 0x00 or 0xFF, found 0x01",
     2, 0},
    {"a BOOLEAN of two octets", READ_BOOLEAN, "0102FFFF", 0,
     "expected a BOOLEAN of one octet, found 2", 0, 0},
    {"an absent DEFAULT", READ_DEFAULT_FALSE, "0500", 0, NULL, 0, 0},
    {"a written DEFAULT", READ_DEFAULT_FALSE, "010100", 0, NULL, 0,
     1U << DEPARTURE_ENCODED_DEFAULT},
    {"an INTEGER", READ_INTEGER, "02020080", 2, NULL, 0, 0},
    {"an empty INTEGER", READ_INTEGER, "0200", 0,
     "expected a number of at least one octet, found none", 2, 0},
    {"a positive INTEGER with a zero too many", READ_INTEGER, "0202007F", 0,
     "expected a minimal number, found 0x00 in front", 2, 0},
    {"a negative INTEGER with an octet too many", READ_INTEGER, "0202FF80", 0,
     "expected a minimal number, found 0xFF in front", 2, 0},
    {"a number", READ_NUMBER, "02047FFFFFFF", 0x7FFFFFFF, NULL, 0, 0},
    {"a larger number", READ_NUMBER, "02050080000000", 0,
     "expected a number from 0 to 2147483647, found a larger one", 2, 0},
    {"a negative number", READ_NUMBER, "020180", 0,
     "expected a number from 0 to 2147483647, found a negative one", 2, 0},
    {"a BIT STRING", READ_BITS, "03020780", 7, NULL, 0, 0},
    {"a BIT STRING without its count", READ_BITS, "0300", 0,
     "expected a count of unused bits, found the end", 2, 0},
    {"eight unused bits", READ_BITS, "03020800", 0, "expected at most 7 unused bits, found 8", 2,
     0},
    {"unused bits of nothing", READ_BITS, "030101", 0, "expected at most 0 unused bits, found 1", 2,
     0},
    {"unused bits that are set", READ_BITS, "03020181", 0,
     "expected unused bits that are zero, found 0x81", 3, 0},
    {"a key", READ_OCTETS_IN_BITS, "03030004AA", 2, NULL, 0, 0},
    {"a key with unused bits", READ_OCTETS_IN_BITS, "03020780", 0,
     "expected a BIT STRING of whole octets, found 7 unused bits", 0, 0},
    {"named bits", READ_NAMED_BITS, "030205A0", 5, NULL, 0, 0},
    {"named bits beyond the first octet", READ_NAMED_BITS, "0303070080", 1 << 8, NULL, 0, 0},
    {"no named bits", READ_NAMED_BITS, "030100", 0, NULL, 0, 0},
    {"named bits that are not trimmed", READ_NAMED_BITS, "030200A0", 5, NULL, 0,
     1U << DEPARTURE_NAMED_BITS_UNTRIMMED},
    {"33 named bits", READ_NAMED_BITS, "0306070102030480", 0,
     "expected at most 32 named bits, found 40", 0, 0},
    {"an OID", READ_OID, "06052B0E03021A", 5, NULL, 0, 0},
    {"an OID with 0x80 in front of an arc", READ_OID, "06042B800E01", 0,
     "expected a minimal subidentifier in an object identifier, found 0x80 in front of it", 2, 0},
    {"an empty NULL", READ_NULL, "0500", 0, NULL, 0, 0},
    {"a NULL with something in it", READ_NULL, "050100", 0,
     "expected an empty NULL, found 1 bytes in it", 0, 0},
    {"a UTCTime of 1950", READ_TIME, "170D3530303130313030303030305A", -631152000, NULL, 0, 0},
    {"a UTCTime of 2049", READ_TIME, "170D3439313233313233353935395A", 2524607999, NULL, 0, 0},
    {"a GeneralizedTime", READ_GENERALIZED, "180F32303138303131313232343435315A", 1515710691, NULL,
     0, 0},
    {"a UTCTime where GeneralizedTime is wanted", READ_GENERALIZED,
     "170D3439313233313233353935395A", 0, "expected GeneralizedTime (0x18), found 0x17", 0, 0},
};

static bool read_case(enum reader reader, struct der *d, int64_t *value, struct error *e)
{
    struct slice octets = SLICE_NONE;
    unsigned unused = 0;
    uint32_t number = 0;
    uint8_t tag;
    bool truth = false;
    bool done = false;

    switch (reader) {
    case READ_OCTETS:
        done = der_read(d, DER_OCTET_STRING, &octets, e);
        break;
    case READ_ANY:
        done = der_read_any(d, &tag, &octets, e);
        break;
    case READ_BOOLEAN:
        done = der_read_boolean(d, &truth, e);
        break;
    case READ_DEFAULT_FALSE:
        done = der_read_boolean_default_false(d, &truth, e);
        break;
    case READ_INTEGER:
        done = der_read_integer(d, &octets, e);
        break;
    case READ_NUMBER:
        done = der_read_number(d, DER_INTEGER, &number, e);
        break;
    case READ_BITS:
        done = der_read_bit_string(d, DER_BIT_STRING, &octets, &unused, e);
        octets.len = 0;
        break;
    case READ_OCTETS_IN_BITS:
        done = der_read_octets_in_bits(d, &octets, e);
        break;
    case READ_NAMED_BITS:
        done = der_read_named_bits(d, DER_BIT_STRING, &number, e);
        break;
    case READ_OID:
        done = der_read_oid(d, &octets, e);
        break;
    case READ_NULL:
        return der_read_null(d, e);
    case READ_TIME:
        return der_read_time(d, value, e);
    case READ_GENERALIZED:
        return der_read_generalized_time(d, value, e);
    }
    *value = (int64_t)octets.len + unused + number + truth;
    return done;
}

static void test_readers(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer bytes CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        departure_set departures = 0;
        struct error e = {.text = ""};
        int64_t value = 0;
        struct der d;
        bool done;

        if (!hex_decode(slice_of_string(cases[i].hex), &bytes, NULL))
            continue;
        d = der_over(buffer_slice(&bytes), &departures);
        done = read_case(cases[i].reader, &d, &value, &e);
        ok(done == (cases[i].wanted == NULL), "%s: %s", cases[i].name,
           cases[i].wanted == NULL ? "read" : "refused");
        if (done && cases[i].wanted == NULL) {
            is_int(value, cases[i].value, cases[i].name);
            is_int(departures, cases[i].departures, "its departures");
        } else if (cases[i].wanted != NULL) {
            is_string(e.text, cases[i].wanted, cases[i].name);
            is_int((intmax_t)e.offset, (intmax_t)cases[i].offset, "its byte");
        }
    }
}

static void test_levels(void)
{
    static const uint8_t nested[] = {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x05};
    departure_set departures = 0;
    struct der d = der_over(slice_of(nested, sizeof(nested)), &departures);
    struct der outer;
    struct der inner;
    uint32_t number = 0;
    struct error e;

    ok(der_enter(&d, DER_SEQUENCE, &outer, &e) && der_enter(&outer, DER_SEQUENCE, &inner, &e),
       "levels are entered");
    ok(!der_end(&inner, &e), "what is left over is refused");
    is_string(e.text, "expected nothing more, found 3 bytes", "and counted");
    is_int((intmax_t)e.offset, 4, "and placed");
    ok(der_read_number(&inner, DER_INTEGER, &number, &e) && number == 5 && der_end(&inner, &e) &&
           der_end(&outer, &e) && der_end(&d, &e),
       "levels are left");
}

static void test_measure(void)
{
    static const uint8_t bytes[] = {0x30, 0x82, 0x01, 0x00, 0x02};
    struct error e;
    size_t len = 1;

    ok(der_measure(slice_of(bytes, 1), &len, &e) && len == 0, "a tag alone wants more");
    ok(der_measure(slice_of(bytes, 3), &len, &e) && len == 0, "a cut length wants more");
    ok(der_measure(slice_of(bytes, 5), &len, &e) && len == 260, "a length is enough");
    ok(!der_measure(SLICE("\x30\x80"), &len, &e), "an indefinite one is refused");
    ok(der_measure(SLICE("\x30\x05"), &len, &e) && len == 7, "a short one");
}

int main(void)
{
    test_readers();
    test_levels();
    test_measure();
    return tap_done();
}
