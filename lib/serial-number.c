/* SPDX-License-Identifier: Apache-2.0 */
#include "serial-number.h"

#include "hex.h"

#define SERIAL_LONG 20
#define SHOWN_MAX   100 /* as much of a text as an error shows */

/* The sign octet of a positive number does not count. */
static size_t significant(struct slice serial)
{
    return serial.data[0] == 0 ? serial.len - 1 : serial.len;
}

bool serial_number_parse(struct der *d, struct slice *serial_number, struct error *e)
{
    size_t offset = der_offset(d);

    if (!der_read_integer(d, serial_number, e))
        return false;
    if (UNLIKELY(serial_number->len > LIMIT_SERIAL))
        return error_at(e, ERROR_LIMIT, offset,
                        "expected a serial number of at most %d octets, found %zu", LIMIT_SERIAL,
                        serial_number->len);
    if (UNLIKELY(serial_number->data[0] >= 0x80))
        der_depart(d, DEPARTURE_SERIAL_NEGATIVE);
    if (UNLIKELY(significant(*serial_number) == 0))
        der_depart(d, DEPARTURE_SERIAL_ZERO);
    if (UNLIKELY(significant(*serial_number) > SERIAL_LONG))
        der_depart(d, DEPARTURE_SERIAL_LONG);
    return true;
}

/* --- as text */

static bool take_prefix(struct slice *text)
{
    if (text->len < 2 || text->data[0] != '0' || (text->data[1] | 0x20) != 'x')
        return false;
    *text = slice_from(*text, 2);
    return true;
}

/* Words, not a byte: a letter that is no hex digit is in them. */
static bool is_label(struct slice text)
{
    if (take_prefix(&text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        uint8_t letter = text.data[i] | 0x20;

        if (letter > 'f' && letter <= 'z')
            return true;
    }
    return false;
}

/* What stands behind a label, or between the parentheses of "5 (0x5)". */
static struct slice without_label(struct slice text)
{
    size_t equals = slice_find_byte(text, '=');
    size_t colon = slice_find_byte(text, ':');
    size_t open;

    if (equals < text.len)
        text = slice_from(text, equals + 1);
    else if (colon < text.len && is_label(slice_first(text, colon)))
        text = slice_from(text, colon + 1);
    text = slice_trim(text);
    open = slice_find_byte(text, '(');
    if (open < text.len && text.data[text.len - 1] == ')')
        text = slice_first(slice_from(text, open + 1), text.len - open - 2);
    return text;
}

/* The bytes that hex spells; of the first one the leading zero may be missing. */
static bool decode_magnitude(struct slice hex, struct buffer *octets)
{
    struct buffer spelt CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_LINE);
    size_t first = 0;

    while (first < hex.len && hex_digit(hex.data[first]) >= 0)
        first++;
    return first > 0 && (first % 2 == 0 || buffer_append(&spelt, SLICE("0"), NULL)) &&
           buffer_append(&spelt, hex, NULL) && hex_decode(buffer_slice(&spelt), octets, NULL);
}

/* Two's complement of the magnitude, in place; an octet for the sign stands in front of it. */
static struct slice give_sign(uint8_t *octets, size_t len, bool negative)
{
    unsigned carry = negative;

    for (size_t i = len; i > 0; i--) {
        unsigned octet = negative ? (uint8_t)~octets[i - 1] + carry : octets[i - 1];

        carry = octet >> 8;
        octets[i - 1] = (uint8_t)octet;
    }
    while (len > 1 &&
           ((octets[0] == 0x00 && octets[1] < 0x80) || (octets[0] == 0xFF && octets[1] >= 0x80))) {
        octets++;
        len--;
    }
    return slice_of(octets, len);
}

static bool refuse(struct slice found, struct error *e)
{
    return error_set(e, ERROR_USAGE, "expected a serial number in hex, found '%.*s'%s",
                     (int)(found.len < SHOWN_MAX ? found.len : SHOWN_MAX),
                     found.len > 0 ? (const char *)found.data : "",
                     found.len > SHOWN_MAX ? "..." : "");
}

bool serial_number_parse_text(struct slice text, struct buffer *octets, struct error *e)
{
    struct buffer read CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_LINE);
    struct slice hex = without_label(slice_trim(text));
    bool negative = hex.len > 0 && hex.data[0] == '-';
    struct slice serial;

    hex = slice_trim(negative ? slice_from(hex, 1) : hex);
    (void)take_prefix(&hex);
    if (!buffer_append(&read, slice_of("", 1), e))
        return false;
    if (!decode_magnitude(hex, &read))
        return refuse(text, e);
    serial = give_sign(read.data, read.len, negative);
    if (serial.len > LIMIT_SERIAL)
        return error_set(e, ERROR_USAGE, "expected a serial number of at most %d octets, found %zu",
                         LIMIT_SERIAL, serial.len);
    return buffer_append(octets, serial, e);
}
