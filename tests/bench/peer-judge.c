/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What GnuTLS needs to believe an answer:
 *
 *     peer-judge ocsp COUNT RESPONSE ISSUER      imports the response, verifies it directly with
 *                                                the issuer's certificate, asks for its status
 *     peer-judge crl COUNT CRL ISSUER SERIAL     imports the CRL, verifies it, walks its entries
 *
 * All of them DER, the serial number hex. Status 0: good, 1: revoked.
 */
#include "peer-serial.h"

#include <gnutls/ocsp.h>
#include <stdlib.h>

static int judge_response(const gnutls_datum_t *der, gnutls_x509_crt_t issuer)
{
    gnutls_ocsp_resp_t response;
    unsigned status = GNUTLS_OCSP_CERT_UNKNOWN;
    unsigned verify = 1;

    if (gnutls_ocsp_resp_init(&response) != 0 || gnutls_ocsp_resp_import(response, der) != 0 ||
        gnutls_ocsp_resp_verify_direct(response, issuer, &verify, 0) != 0 || verify != 0 ||
        gnutls_ocsp_resp_get_single(response, 0, NULL, NULL, NULL, NULL, &status, NULL, NULL, NULL,
                                    NULL) != 0)
        return 2;
    gnutls_ocsp_resp_deinit(response);
    return status == GNUTLS_OCSP_CERT_GOOD ? 0 : 1;
}

static int judge_crl(const gnutls_datum_t *der, gnutls_x509_crt_t issuer, char *hex)
{
    gnutls_x509_crl_t crl;
    unsigned verify = 1;
    int listed;

    if (gnutls_x509_crl_init(&crl) != 0 ||
        gnutls_x509_crl_import(crl, der, GNUTLS_X509_FMT_DER) != 0 ||
        gnutls_x509_crl_verify(crl, &issuer, 1, GNUTLS_VERIFY_DISABLE_TIME_CHECKS, &verify) < 0 ||
        verify != 0)
        return 2;
    listed = peer_is_listed(crl, hex);
    gnutls_x509_crl_deinit(crl);
    return listed;
}

int main(int argc, char **argv)
{
    gnutls_datum_t answer, file;
    gnutls_x509_crt_t issuer;
    int status = 2;

    if (argc < 5 || gnutls_load_file(argv[3], &answer) != 0 ||
        gnutls_load_file(argv[4], &file) != 0 || gnutls_x509_crt_init(&issuer) != 0 ||
        gnutls_x509_crt_import(issuer, &file, GNUTLS_X509_FMT_DER) != 0)
        return 2;
    for (long i = atol(argv[2]); i > 0; i--)
        status = argc == 6 ? judge_crl(&answer, issuer, argv[5]) : judge_response(&answer, issuer);
    return status;
}
