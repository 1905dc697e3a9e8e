/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The peer of "decode -i URLS": the same list through libcrypto in one process, d2i_OCSP_REQUEST
 * and OCSP_REQUEST_print, with its output in a memory BIO that is written out in large pieces.
 */
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <stdio.h>
#include <string.h>

#define FLUSH_AT 65536

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

static int flush(BIO *out)
{
    char *data;
    long len = BIO_get_mem_data(out, &data);

    if (len > 0 && fwrite(data, 1, (size_t)len, stdout) != (size_t)len)
        return 0;
    return BIO_reset(out) == 1;
}

int main(int argc, char **argv)
{
    char line[4096];
    FILE *list = fopen(argc > 1 ? argv[1] : "-", "r");
    BIO *out = BIO_new(BIO_s_mem());

    if (list == NULL || out == NULL)
        return 2;
    while (fgets(line, sizeof(line), list) != NULL) {
        unsigned char text[4096];
        unsigned char der[4096];
        const unsigned char *at = der;
        const char *last = strrchr(line, '/');
        OCSP_REQUEST *request;
        int len = unescape(last != NULL ? last + 1 : line, text);

        if (EVP_DecodeBlock(der, text, len) < 0)
            return 2;
        request = d2i_OCSP_REQUEST(NULL, &at, (long)sizeof(der));
        if (request == NULL || OCSP_REQUEST_print(out, request, 0) != 1)
            return 2;
        OCSP_REQUEST_free(request);
        if (BIO_pending(out) > FLUSH_AT && !flush(out))
            return 2;
    }
    BIO_free(flush(out) ? out : NULL);
    return fclose(list) == 0 && fflush(stdout) == 0 ? 0 : 2;
}
