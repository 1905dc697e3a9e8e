/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-integer.h"

#include "hex.h"

#include <inttypes.h>
#include <stdio.h>

#define DECIMAL_OCTETS 16 /* OpenSSL changes to hex at 128 bits */
#define DECIMAL_DIGITS 40
#define NUMBER_OCTETS  6 /* less than 2^53 */

/* The magnitude of `octets`, as many as `out` has room for, high octet first. */
static void take_magnitude(struct slice octets, uint8_t *out)
{
    bool negative = octets.data[0] >= 0x80;
    unsigned carry = 1;

    for (size_t i = octets.len; i > 0; i--) {
        unsigned octet = negative ? (uint8_t)~octets.data[i - 1] + carry : octets.data[i - 1];

        carry = octet >> 8;
        out[i - 1] = (uint8_t)octet;
    }
}

/* Divides the number by ten, and gives what remains. */
static unsigned take_digit(uint8_t *number, size_t len)
{
    unsigned rest = 0;

    for (size_t i = 0; i < len; i++) {
        rest = rest << 8 | number[i];
        number[i] = (uint8_t)(rest / 10);
        rest %= 10;
    }
    return rest;
}

static bool is_zero(const uint8_t *number, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (number[i] != 0)
            return false;
    }
    return true;
}

static bool append_decimal(struct buffer *out, struct slice octets, struct error *e)
{
    uint8_t number[DECIMAL_OCTETS];
    uint8_t digits[DECIMAL_DIGITS];
    size_t at = DECIMAL_DIGITS;

    take_magnitude(octets, number);
    do {
        digits[--at] = (uint8_t)('0' + take_digit(number, octets.len));
    } while (!is_zero(number, octets.len));
    return buffer_append(out, slice_of(digits + at, DECIMAL_DIGITS - at), e);
}

/* Two's complement is turned round octet by octet, straight into the hex. */
static bool append_hex(struct buffer *out, struct slice octets, struct error *e)
{
    bool negative = octets.data[0] >= 0x80;
    uint8_t *room = buffer_room(out, octets.len * 3, e);

    if (room == NULL)
        return false;
    take_magnitude(octets, room + 2 * octets.len); /* hex then reads ahead of where it writes */
    octets = slice_of(room + 2 * octets.len, octets.len);
    if (!negative && octets.data[0] == 0)
        octets = slice_from(octets, 1);
    hex_encode(room, octets);
    out->len += 2 * octets.len;
    return true;
}

bool integer_append_text(struct buffer *out, struct slice octets, struct error *e)
{
    if (octets.data[0] >= 0x80 && !buffer_append(out, SLICE("-"), e))
        return false;
    if (octets.len <= DECIMAL_OCTETS)
        return append_decimal(out, octets, e);
    return buffer_append(out, SLICE("0x"), e) && append_hex(out, octets, e);
}

static void describe_text(struct report *r, const struct field *f, struct slice octets)
{
    struct buffer *text = report_scratch(r);

    if (integer_append_text(text, octets, &r->trouble))
        report_string(r, f, buffer_slice(text));
    else
        r->failed = true;
}

void describe_integer(struct report *r, const struct field *f, struct slice octets)
{
    if (report_is_text(r))
        describe_text(r, f, octets);
    else
        report_integer(r, f, octets);
}

void describe_count(struct report *r, const struct field *f, struct slice octets)
{
    int64_t number = 0;

    if (report_is_text(r) || octets.len > NUMBER_OCTETS || octets.data[0] >= 0x80) {
        describe_integer(r, f, octets);
        return;
    }
    for (size_t i = 0; i < octets.len; i++)
        number = number << 8 | octets.data[i];
    report_number(r, f, number);
}

void describe_key_number(struct report *r, const struct field *line, const struct field *dump,
                         struct slice octets)
{
    uint64_t value = 0;
    char text[48] = "0";

    if (octets.len > 9 || (octets.len == 9 && octets.data[0] != 0)) {
        report_hex(r, dump, octets);
        return;
    }
    for (size_t i = 0; i < octets.len; i++)
        value = value << 8 | octets.data[i];
    if (value > 0)
        (void)snprintf(text, sizeof(text), "%" PRIu64 " (0x%" PRIx64 ")", value, value);
    report_word(r, line, text);
}
