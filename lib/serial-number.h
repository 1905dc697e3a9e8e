/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CertificateSerialNumber ::= INTEGER (RFC 5280 4.1.2.2): its contents octets, at most
 * LIMIT_SERIAL. Negative, zero and over 20 octets are departures. Two serial numbers are equal when
 * their octets are.
 */
#ifndef OCSPKIT_SERIAL_NUMBER_H
#define OCSPKIT_SERIAL_NUMBER_H

#include "buffer.h"
#include "der.h"

bool serial_number_parse(struct der *d, struct slice *serial_number, struct error *e) MUST_USE;

/*
 * Appends the contents octets of the serial number that a user types: hex of either case, blanks,
 * colons or dashes between the bytes, "0x" in front, "-" in front of a negative one, leading zeros
 * or none, a label in front of it all ("serial=", "Serial Number: "), OpenSSL's "5 (0x5)". False:
 * ERROR_USAGE, which says what was found, or ERROR_MEMORY; `octets` is then as it was.
 */
bool serial_number_parse_text(struct slice text, struct buffer *octets, struct error *e) MUST_USE;

/* For tables: eight octets at a time, each multiplied into all bits above it and folded back. */
static inline uint64_t serial_number_hash(struct slice octets)
{
    uint64_t h = octets.len;

    while (octets.len > 0) {
        size_t len = octets.len < 8 ? octets.len : 8;
        uint64_t word = 0;

        for (size_t i = 0; i < len; i++)
            word = word << 8 | octets.data[i];
        h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 32;
        octets = slice_from(octets, len);
    }
    return h;
}

#endif
