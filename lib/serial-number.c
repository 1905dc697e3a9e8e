/* SPDX-License-Identifier: Apache-2.0 */
#include "serial-number.h"

#include "buffer.h"

#define SERIAL_LONG 20

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
