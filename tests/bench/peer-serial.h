/* SPDX-License-Identifier: Apache-2.0 */
/* How the peers that have GnuTLS look for a serial number in a CRL. */
#ifndef OCSPKIT_PEER_SERIAL_H
#define OCSPKIT_PEER_SERIAL_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>

/* Whether the serial number, as hex, is that of an entry: 1 or 0; 2 where it is no hex. */
static inline int peer_is_listed(gnutls_x509_crl_t crl, char *hex)
{
    gnutls_datum_t text = {(unsigned char *)hex, (unsigned)strlen(hex)};
    gnutls_x509_crl_iter_t iter = NULL;
    unsigned char wanted[128], serial[128];
    size_t wanted_len = sizeof(wanted);
    size_t len = sizeof(serial);
    time_t revoked;

    if (gnutls_hex_decode(&text, wanted, &wanted_len) != 0)
        return 2;
    while (gnutls_x509_crl_iter_crt_serial(crl, &iter, serial, &len, &revoked) == 0) {
        if (len == wanted_len && memcmp(serial, wanted, len) == 0)
            return 1;
        len = sizeof(serial);
    }
    return 0;
}

#endif
