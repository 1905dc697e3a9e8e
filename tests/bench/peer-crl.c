/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The peer of "decode --serial=HEX CRL": the same question to GnuTLS, whose iterator walks the
 * entries of the CRL that it has imported. Status 0: listed, 1: not.
 */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <string.h>

/* Whether the serial number, as hex, is that of an entry. */
static int is_listed(gnutls_x509_crl_t crl, const unsigned char *wanted, size_t wanted_len)
{
    gnutls_x509_crl_iter_t iter = NULL;
    unsigned char serial[128];
    size_t len = sizeof(serial);
    time_t revoked;

    while (gnutls_x509_crl_iter_crt_serial(crl, &iter, serial, &len, &revoked) == 0) {
        if (len == wanted_len && memcmp(serial, wanted, len) == 0)
            return 1;
        len = sizeof(serial);
    }
    return 0;
}

int main(int argc, char **argv)
{
    unsigned char wanted[128];
    size_t wanted_len = sizeof(wanted);
    gnutls_datum_t file;
    gnutls_datum_t text;
    gnutls_x509_crl_t crl;

    if (argc != 3 || gnutls_load_file(argv[1], &file) != 0)
        return 2;
    text.data = (unsigned char *)argv[2];
    text.size = (unsigned)strlen(argv[2]);
    if (gnutls_hex_decode(&text, wanted, &wanted_len) != 0 || gnutls_x509_crl_init(&crl) != 0 ||
        gnutls_x509_crl_import(crl, &file, GNUTLS_X509_FMT_DER) != 0)
        return 2;
    return is_listed(crl, wanted, wanted_len) ? 0 : 1;
}
