/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many certificates, and an answer about each that was made before anybody asks:
 *
 *     produce COUNT DIRECTORY URL...
 *
 * DIRECTORY/ca.pem is their issuer, N.pem the certificates, N from 1 on, N.ocsp the answers about
 * them, of a delegated signer, with SHA-1 in their CertIDs. Every certificate is good, but each
 * that N / 100 leaves no rest of is revoked. A certificate names one of the URLs as its responder,
 * the next one names the next; "@" in a URL stands for N. All keys have 2048 bits of RSA. The
 * windows are those of now.
 */
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY        86400L
#define URL_MAX    512
#define NAME_BYTES 4096
#define CHECK(x)   check((x), #x)

struct authority {
    EVP_PKEY *key;
    X509 *cert;
    EVP_PKEY *signer_key;
    X509 *signer;
};

static void check(bool good, const char *what)
{
    if (good)
        return;
    (void)fprintf(stderr, "produce: %s failed\n", what);
    exit(2);
}

static void add_extension(X509 *cert, int nid, const char *value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, nid, value);

    CHECK(extension != NULL && X509_add_ext(cert, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

/* Without extensions, and not signed yet. Of the issuer's name where there is one. */
static X509 *begin_cert(const char *common_name, long serial, EVP_PKEY *key, const X509 *issuer)
{
    X509 *cert = X509_new();
    X509_NAME *name;

    CHECK(cert != NULL);
    name = X509_get_subject_name(cert);
    CHECK(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, (const unsigned char *)common_name,
                                     -1, -1, 0) == 1);
    CHECK(X509_set_version(cert, 2) == 1);
    CHECK(ASN1_INTEGER_set(X509_get_serialNumber(cert), serial) == 1);
    CHECK(X509_gmtime_adj(X509_getm_notBefore(cert), -30 * DAY) != NULL);
    CHECK(X509_gmtime_adj(X509_getm_notAfter(cert), 300 * DAY) != NULL);
    CHECK(X509_set_pubkey(cert, key) == 1);
    CHECK(X509_set_issuer_name(cert, issuer != NULL ? X509_get_subject_name(issuer) : name) == 1);
    return cert;
}

static void make_authority(struct authority *ca)
{
    ca->key = EVP_RSA_gen(2048);
    ca->signer_key = EVP_RSA_gen(2048);
    CHECK(ca->key != NULL && ca->signer_key != NULL);
    ca->cert = begin_cert("Test CA", 1, ca->key, NULL);
    add_extension(ca->cert, NID_basic_constraints, "critical,CA:TRUE");
    add_extension(ca->cert, NID_key_usage, "critical,keyCertSign,cRLSign");
    CHECK(X509_sign(ca->cert, ca->key, EVP_sha256()) > 0);
    ca->signer = begin_cert("Test OCSP Signer", 2, ca->signer_key, ca->cert);
    add_extension(ca->signer, NID_ext_key_usage, "OCSPSigning");
    add_extension(ca->signer, NID_id_pkix_OCSP_noCheck, "ignored");
    CHECK(X509_sign(ca->signer, ca->key, EVP_sha256()) > 0);
}

static X509 *make_cert(const struct authority *ca, int number, const char *url)
{
    char name[40];
    char value[URL_MAX + 20];
    const char *at = strchr(url, '@');
    X509 *cert;

    (void)snprintf(name, sizeof(name), "%d.example.test", number);
    if (at != NULL)
        (void)snprintf(value, sizeof(value), "OCSP;URI:%.*s%d%s", (int)(at - url), url, number,
                       at + 1);
    else
        (void)snprintf(value, sizeof(value), "OCSP;URI:%s", url);
    cert = begin_cert(name, 1000L + number, ca->signer_key, ca->cert);
    add_extension(cert, NID_basic_constraints, "CA:FALSE");
    add_extension(cert, NID_info_access, value);
    CHECK(X509_sign(cert, ca->key, EVP_sha256()) > 0);
    return cert;
}

static OCSP_RESPONSE *make_answer(const struct authority *ca, int number, const X509 *cert)
{
    bool revoked = number % 100 == 0;
    OCSP_BASICRESP *basic = OCSP_BASICRESP_new();
    OCSP_CERTID *id = OCSP_cert_to_id(NULL, cert, ca->cert);
    ASN1_TIME *before = X509_gmtime_adj(NULL, -DAY);
    ASN1_TIME *after = X509_gmtime_adj(NULL, 6 * DAY);
    OCSP_RESPONSE *answer;

    CHECK(basic != NULL && id != NULL && before != NULL && after != NULL);
    CHECK(OCSP_basic_add1_status(
              basic, id, revoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD,
              OCSP_REVOKED_STATUS_KEYCOMPROMISE, revoked ? before : NULL, before, after) != NULL);
    CHECK(OCSP_basic_sign(basic, ca->signer, ca->signer_key, EVP_sha256(), NULL, 0) == 1);
    answer = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    CHECK(answer != NULL);
    ASN1_TIME_free(before);
    ASN1_TIME_free(after);
    OCSP_CERTID_free(id);
    OCSP_BASICRESP_free(basic);
    return answer;
}

static BIO *open_file(const char *directory, int number, const char *ending)
{
    char path[NAME_BYTES];
    BIO *file;

    (void)snprintf(path, sizeof(path), "%s/%d.%s", directory, number, ending);
    file = BIO_new_file(path, "wb");
    CHECK(file != NULL);
    return file;
}

static void write_cert(BIO *file, X509 *cert)
{
    CHECK(PEM_write_bio_X509(file, cert) == 1 && BIO_flush(file) == 1);
    BIO_free(file);
}

int main(int argc, char **argv)
{
    char path[NAME_BYTES];
    struct authority ca;

    if (argc < 4) {
        (void)fprintf(stderr, "usage: produce COUNT DIRECTORY URL...\n");
        return 2;
    }
    for (int i = 3; i < argc; i++)
        CHECK(strlen(argv[i]) < URL_MAX);
    make_authority(&ca);
    (void)snprintf(path, sizeof(path), "%s/ca.pem", argv[2]);
    write_cert(BIO_new_file(path, "wb"), ca.cert);
    for (int number = 1; number <= atoi(argv[1]); number++) {
        X509 *cert = make_cert(&ca, number, argv[3 + (number - 1) % (argc - 3)]);
        OCSP_RESPONSE *answer = make_answer(&ca, number, cert);
        BIO *file = open_file(argv[2], number, "ocsp");

        CHECK(i2d_OCSP_RESPONSE_bio(file, answer) == 1 && BIO_flush(file) == 1);
        BIO_free(file);
        write_cert(open_file(argv[2], number, "pem"), cert);
        OCSP_RESPONSE_free(answer);
        X509_free(cert);
    }
    X509_free(ca.cert);
    X509_free(ca.signer);
    EVP_PKEY_free(ca.key);
    EVP_PKEY_free(ca.signer_key);
    return 0;
}
