/* SPDX-License-Identifier: Apache-2.0 */
/* Elements of any type: which are DER, and at which byte another is not. */
#include "der-value.h"

#include "buffer.h"
#include "der-text.h"
#include "tap.h"

/* A null `wanted` is a success. */
static const struct {
    const char *text; /* der-text.h */
    const char *wanted;
    size_t offset;
} cases[] = {
    {"05:", NULL, 0},
    {"05:00", "expected an empty NULL, found 1 bytes in it", 0},
    {"01:FF", NULL, 0},
    {"01:01", "expected a BOOLEAN of 0x00 or 0xFF, found 0x01", 2},
    {"01:", "expected a BOOLEAN of one octet, found 0", 0},
    {"02:FF7F", NULL, 0},
    {"02:", "expected a number of at least one octet, found none", 2},
    {"02:0001", "expected a minimal number, found 0x00 in front", 2},
    {"0A:05", NULL, 0},
    {"0A:0005", "expected a minimal number, found 0x00 in front", 2},
    {"03:0780", NULL, 0},
    {"03:", "expected a count of unused bits, found the end", 2},
    {"03:0801", "expected at most 7 unused bits, found 8", 2},
    {"06:550403", NULL, 0},
    {"06:", "expected an object identifier, found no octets", 2},
    {"04:", NULL, 0},
    {"0C'text'", NULL, 0},
    {"17'text'", NULL, 0},
    {"07'any other'", NULL, 0},
    {"80:00", NULL, 0},
    {"00:", "expected an element, found the tag 0x00", 0},
    {"2C{ 0C'text' }", "expected 0x0C, found 0x2C, which is constructed", 0},
    {"24{}", "expected 0x04, found 0x24, which is constructed", 0},
    {"10:", "expected 0x30, found 0x10, which is primitive", 0},
    {"11:", "expected 0x31, found 0x11, which is primitive", 0},
    {"08:", "expected 0x28, found 0x08, which is primitive", 0},
    {"28{ 06:2A03 81:00 }", NULL, 0},
    {"3F:", "expected a tag of one octet, found 0x3F", 0},
    {"30{}", NULL, 0},
    {"30{ 02:05 31{ 05: } A0{ 80:01 } }", NULL, 0},
    {"30{ 02:05 31{ 05:00 } }", "expected an empty NULL, found 1 bytes in it", 7},
    {"A0{ A1{ 01: } }", "expected a BOOLEAN of one octet, found 0", 4},
    {"30{ !0401 }", "expected 1 bytes of contents, found 0", 2},
    {"30{ !300201 }", "expected 2 bytes of contents, found 1", 2},
};

static void read_case(size_t i)
{
    static uint8_t bytes[DER_TEXT_MAX];
    struct slice der = der_text(cases[i].text, bytes);
    departure_set departures = 0;
    struct der d = der_over(der, &departures);
    struct error e = {0};
    struct slice contents;
    uint8_t tag;

    if (der_read_value(&d, &tag, &contents, &e)) {
        ok(cases[i].wanted == NULL && der_at_end(&d) && tag == der.data[0], "%s", cases[i].text);
        return;
    }
    is_string(e.text, cases[i].wanted != NULL ? cases[i].wanted : "", cases[i].text);
    is_int((intmax_t)e.offset, (intmax_t)cases[i].offset, "  its byte");
}

/* That many SEQUENCEs, each in the one before. */
static bool reads_levels(size_t levels, struct error *e)
{
    static uint8_t bytes[2 * 64];
    departure_set departures = 0;
    struct der d = der_over(slice_of(bytes, 2 * levels), &departures);
    struct slice contents;
    uint8_t tag;

    for (size_t i = 0; i < levels; i++) {
        bytes[2 * i] = DER_SEQUENCE;
        bytes[2 * i + 1] = (uint8_t)(2 * (levels - i - 1));
    }
    return der_read_value(&d, &tag, &contents, e);
}

int main(void)
{
    struct error e = {0};

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        read_case(i);
    ok(reads_levels(LIMIT_NESTING - 1, &e), "one level less than there may be");
    ok(reads_levels(LIMIT_NESTING, &e), "as many levels as there may be");
    ok(!reads_levels(LIMIT_NESTING + 1, &e) && e.code == ERROR_LIMIT, "one level more");
    is_string(e.text, "expected at most 32 levels, found more", "which is said");
    return tap_done();
}
