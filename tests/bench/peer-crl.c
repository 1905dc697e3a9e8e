/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The peer of "decode --serial=HEX CRL": the same question to GnuTLS, whose iterator walks the
 * entries of the CRL that it has imported. Status 0: listed, 1: not.
 */
#include "peer-serial.h"

int main(int argc, char **argv)
{
    gnutls_x509_crl_t crl;
    gnutls_datum_t file;
    int listed;

    if (argc != 3 || gnutls_load_file(argv[1], &file) != 0 || gnutls_x509_crl_init(&crl) != 0 ||
        gnutls_x509_crl_import(crl, &file, GNUTLS_X509_FMT_DER) != 0)
        return 2;
    listed = peer_is_listed(crl, argv[2]);
    return listed == 2 ? 2 : !listed;
}
