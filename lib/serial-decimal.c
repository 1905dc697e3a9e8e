/* SPDX-License-Identifier: Apache-2.0 */
#include "serial-decimal.h"

#include "hex.h"

#include <stdio.h>

#define OCTETS_MAX 21 /* of a number with so many digits */

static bool is_digit(uint8_t c)
{
    return c >= '0' && c <= '9';
}

bool serial_decimal_may_be_meant(struct slice text)
{
    if (text.len < 2 || text.len > SERIAL_DECIMAL_DIGITS || text.data[0] == '0')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.data[i]))
            return false;
    }
    return true;
}

/* As upper-case hex, without the zero octets in front. */
static struct slice encode(struct slice octets, uint8_t *out)
{
    while (octets.len > 1 && octets.data[0] == 0)
        octets = slice_from(octets, 1);
    hex_encode(out, octets);
    return slice_of(out, 2 * octets.len);
}

/* The octets of the decimal number, the last in the last place. */
static void convert(struct slice digits, uint8_t octets[OCTETS_MAX])
{
    memset(octets, 0, OCTETS_MAX);
    for (size_t i = 0; i < digits.len; i++) {
        unsigned carry = digits.data[i] - '0';

        for (size_t at = OCTETS_MAX; at > 0; at--) {
            carry += octets[at - 1] * 10U;
            octets[at - 1] = (uint8_t)carry;
            carry >>= 8;
        }
    }
}

const char *serial_decimal_explain(struct slice serial_number, size_t others,
                                   char out[SERIAL_DECIMAL_TEXT_MAX])
{
    uint8_t as_typed[SERIAL_DECIMAL_DIGITS + 3], as_hex[2 * OCTETS_MAX], octets[OCTETS_MAX];
    struct slice typed = encode(serial_number, as_typed);
    char more[48] = " was";
    struct slice hex;

    if (typed.data[0] == '0')
        typed = slice_from(typed, 1);
    convert(typed, octets);
    hex = encode(slice_of(octets, sizeof(octets)), as_hex);
    if (others > 0)
        (void)snprintf(more, sizeof(more), " and %zu other%s were", others, others > 1 ? "s" : "");
    (void)snprintf(out, SERIAL_DECIMAL_TEXT_MAX,
                   "%.*s%s read as hex; the decimal number %.*s is %.*s", (int)typed.len,
                   (const char *)typed.data, more, (int)typed.len, (const char *)typed.data,
                   (int)hex.len, (const char *)hex.data);
    return out;
}
