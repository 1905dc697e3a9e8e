/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CertificateSerialNumber ::= INTEGER (RFC 5280 4.1.2.2): its contents octets, at most
 * LIMIT_SERIAL. Negative, zero and over 20 octets are departures. Two serial numbers are equal when
 * their octets are.
 */
#ifndef OCSPKIT_SERIAL_NUMBER_H
#define OCSPKIT_SERIAL_NUMBER_H

#include "der.h"

bool serial_number_parse(struct der *d, struct slice *serial_number, struct error *e) MUST_USE;

#endif
