/* SPDX-License-Identifier: Apache-2.0 */
#include "departure.h"

const char *departure_text(enum departure departure)
{
    static const char *const texts[DEPARTURE_COUNT] = {
        [DEPARTURE_ENCODED_DEFAULT] =
            "a default value is written out, which DER forbids (X.690 11.5)",
        [DEPARTURE_PARAMETERS_ABSENT] =
            "the algorithm's parameters are absent where NULL is wanted (RFC 4055 5)",
        [DEPARTURE_PARAMETERS_PRESENT] =
            "the algorithm's parameters are NULL where none are wanted (RFC 5758 3.2)",
        [DEPARTURE_SERIAL_NEGATIVE] = "the serial number is negative (RFC 5280 4.1.2.2)",
        [DEPARTURE_SERIAL_ZERO] = "the serial number is zero (RFC 5280 4.1.2.2)",
        [DEPARTURE_SERIAL_LONG] = "the serial number is over 20 octets long (RFC 5280 4.1.2.2)",
        [DEPARTURE_NAMED_BITS_UNTRIMMED] =
            "trailing zero bits of a named bit list are written out (X.690 11.2.2)",
        [DEPARTURE_STRING_CHARACTERS] =
            "a string has characters that its type does not allow (X.680 41)",
        [DEPARTURE_SET_ORDER] = "the elements of a SET OF are not in order (X.690 11.6)",
        [DEPARTURE_NAMES_EMPTY] = "a list of names has no name in it (RFC 5280 4.2.1.6)",
        [DEPARTURE_RESPONSE_BYTES_PRESENT] =
            "an error response has responseBytes, which prove nothing (RFC 6960 4.2.1)",
        [DEPARTURE_NONCE_RAW] = "the nonce is not in an OCTET STRING of its own (RFC 9654 2.1)",
        [DEPARTURE_NONCE_LENGTH] = "the nonce is not 1 to 128 octets long (RFC 9654 2.1)",
        [DEPARTURE_BUNDLE_ORDER] =
            "the elements of the PKCS#7 bundle are not in order (X.690 11.6)",
        [DEPARTURE_TRUST_SETTINGS] =
            "OpenSSL's trust settings behind the certificate are not shown (RFC 7468 5)",
        [DEPARTURE_BLOCK_ON_LINE] = "the PEM block is not broken into lines (RFC 7468 2)",
    };

    return texts[departure];
}
