/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What GnuTLS needs for certificates that stand one after another in a file:
 *
 *     peer-gnutls import FILE    imports them, and nothing else
 *     peer-gnutls window FILE    and asks each for both of its times
 */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* The length of the SEQUENCE that begins here, of 256 bytes or more, as all of ours are; 0: none.
 */
static unsigned length_at(const unsigned char *at, unsigned left)
{
    unsigned length = left >= 4 ? (unsigned)at[2] << 8 | at[3] : 0;

    return left >= 4 && at[0] == 0x30 && at[1] == 0x82 && length <= left - 4 ? length + 4 : 0;
}

/* Whether the certificate was read; one that is out of time is counted. */
static int read_certificate(gnutls_datum_t *der, int asks, time_t now, unsigned *missed)
{
    gnutls_x509_crt_t crt;
    int done = gnutls_x509_crt_init(&crt) == 0;

    if (!done)
        return 0;
    done = gnutls_x509_crt_import(crt, der, GNUTLS_X509_FMT_DER) == 0;
    if (done && asks &&
        (gnutls_x509_crt_get_activation_time(crt) > now ||
         gnutls_x509_crt_get_expiration_time(crt) < now))
        ++*missed;
    gnutls_x509_crt_deinit(crt);
    return done;
}

int main(int argc, char **argv)
{
    gnutls_datum_t file;
    unsigned missed = 0;
    unsigned offset = 0;
    time_t now = time(NULL);

    if (argc != 3 || gnutls_load_file(argv[2], &file) != 0)
        return 2;
    while (offset < file.size) {
        gnutls_datum_t der = {file.data + offset,
                              length_at(file.data + offset, file.size - offset)};

        if (der.size == 0 || !read_certificate(&der, strcmp(argv[1], "window") == 0, now, &missed))
            return 2;
        offset += der.size;
    }
    (void)printf("%u\n", missed);
    return missed > 0 ? 1 : 0;
}
