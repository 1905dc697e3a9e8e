/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Departures from DER, or from a profile, that honest software really sends: they are read, and
 * each is said as a note. A set of them is a bit mask that travels with the cursor (der.h), so that
 * every parse function can add to it. Everything that is not listed here is malformed.
 */
#ifndef OCSPKIT_DEPARTURE_H
#define OCSPKIT_DEPARTURE_H

#include <stdint.h>

enum departure {
    DEPARTURE_ENCODED_DEFAULT,      /* X.690 11.5 */
    DEPARTURE_PARAMETERS_ABSENT,    /* RFC 4055 2.1, RFC 8017 A.2.4: an RSA signature wants NULL */
    DEPARTURE_PARAMETERS_PRESENT,   /* RFC 5758 3.2, RFC 8410 3: ECDSA, DSA, EdDSA want none */
    DEPARTURE_SERIAL_NEGATIVE,      /* RFC 5280 4.1.2.2 */
    DEPARTURE_SERIAL_ZERO,          /* RFC 5280 4.1.2.2 */
    DEPARTURE_SERIAL_LONG,          /* RFC 5280 4.1.2.2: over 20 octets */
    DEPARTURE_NAMED_BITS_UNTRIMMED, /* X.690 11.2.2 */
    DEPARTURE_STRING_CHARACTERS,    /* X.680 41: characters outside of the string's type */
    DEPARTURE_SET_ORDER,            /* X.690 11.6 */
    DEPARTURE_NAMES_EMPTY,          /* RFC 5280 4.2.1.6: GeneralNames without a name */
    DEPARTURE_RESPONSE_BYTES_PRESENT, /* RFC 6960 4.2.1: with a status other than successful */
    DEPARTURE_NONCE_RAW,              /* RFC 9654 2.1: octets that are in no OCTET STRING */
    DEPARTURE_NONCE_LENGTH,           /* RFC 9654 2.1: empty, or over 128 octets */
    DEPARTURE_BUNDLE_ORDER,           /* X.690 11.6: in the PKCS#7 around the object */
    DEPARTURE_TRUST_SETTINGS,         /* RFC 7468 5: OpenSSL's, behind a certificate */
    DEPARTURE_BLOCK_ON_LINE,          /* RFC 7468 2: a PEM block without line ends */
    DEPARTURE_COUNT,
};

/* A mask of 1 << enum departure. */
typedef uint32_t departure_set;

/* The note: what is there, and the section that says otherwise. */
const char *departure_text(enum departure departure);

#endif
