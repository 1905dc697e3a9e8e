/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The peer of "decode": the same input through libcrypto in one process, parsed and printed, with
 * the output in a memory BIO that is written out in large pieces.
 *
 *     peer-libcrypto requests URLS           d2i_OCSP_REQUEST, OCSP_REQUEST_print
 *     peer-libcrypto responses DER...        d2i_OCSP_RESPONSE, OCSP_RESPONSE_print
 *     peer-libcrypto certificates PEM        PEM_read_bio (d2i_X509), X509_print
 */
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FLUSH_AT 65536

static int flush(BIO *out)
{
    char *data;
    long len = BIO_get_mem_data(out, &data);

    if (len > 0 && fwrite(data, 1, (size_t)len, stdout) != (size_t)len)
        return 0;
    return BIO_reset(out) == 1;
}

/* What was printed goes out once there is enough of it. */
static int printed(BIO *out, int result)
{
    return result == 1 && (BIO_pending(out) < FLUSH_AT || flush(out));
}

static int hex(int c)
{
    return c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0';
}

static int unescape(const char *in, unsigned char *out)
{
    int len = 0;

    for (; *in != '\0' && *in != '\n'; in++) {
        if (*in == '%') {
            out[len++] = (unsigned char)(hex(in[1]) << 4 | hex(in[2]));
            in += 2;
        } else {
            out[len++] = (unsigned char)*in;
        }
    }
    return len;
}

static int print_requests(FILE *list, BIO *out)
{
    char line[4096];

    while (fgets(line, sizeof(line), list) != NULL) {
        unsigned char text[4096];
        unsigned char der[4096];
        const unsigned char *at = der;
        const char *last = strrchr(line, '/');
        OCSP_REQUEST *request;
        int len = unescape(last != NULL ? last + 1 : line, text);

        if (EVP_DecodeBlock(der, text, len) < 0)
            return 0;
        request = d2i_OCSP_REQUEST(NULL, &at, (long)sizeof(der));
        if (request == NULL || !printed(out, OCSP_REQUEST_print(out, request, 0)))
            return 0;
        OCSP_REQUEST_free(request);
    }
    return 1;
}

static int print_responses(FILE *file, BIO *out)
{
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    unsigned char *der = size > 0 ? malloc((size_t)size) : NULL;
    const unsigned char *at = der;

    if (der == NULL || fseek(file, 0, SEEK_SET) != 0 || fread(der, (size_t)size, 1, file) != 1)
        return 0;
    while (at < der + size) {
        OCSP_RESPONSE *response = d2i_OCSP_RESPONSE(NULL, &at, (long)(der + size - at));

        if (response == NULL || !printed(out, OCSP_RESPONSE_print(out, response, 0)))
            return 0;
        OCSP_RESPONSE_free(response);
    }
    free(der);
    return 1;
}

static int print_certificates(FILE *file, BIO *out)
{
    BIO *in = BIO_new_fp(file, BIO_NOCLOSE);
    X509 *cert;

    while ((cert = PEM_read_bio_X509(in, NULL, NULL, NULL)) != NULL) {
        if (!printed(out, X509_print(out, cert)))
            return 0;
        X509_free(cert);
    }
    return BIO_free(in);
}

int main(int argc, char **argv)
{
    FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
    BIO *out = BIO_new(BIO_s_mem());
    int done = 0;

    if (file == NULL || out == NULL)
        return 2;
    if (strcmp(argv[1], "requests") == 0)
        done = print_requests(file, out);
    else if (strcmp(argv[1], "responses") == 0)
        done = print_responses(file, out);
    else if (strcmp(argv[1], "certificates") == 0)
        done = print_certificates(file, out);
    if (!done || !flush(out))
        return 2;
    BIO_free(out);
    return fclose(file) == 0 && fflush(stdout) == 0 ? 0 : 2;
}
