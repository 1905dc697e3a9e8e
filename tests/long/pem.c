/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PEM as libcrypto writes and reads it: of each good file of the test data the same bytes come out
 * of both, under the label that OpenSSL's headers have for its kind, and what we write is read by
 * libcrypto as that.
 */
#include "pem.h"
#include "object.h"

#include "../unit/manifest.h"

#include <openssl/ocsp.h>
#include <openssl/pem.h>

static const struct {
    enum object_kind kind;
    const char *label;
} labels[] = {
    {OBJECT_CERTIFICATE, PEM_STRING_X509},
    {OBJECT_CRL, PEM_STRING_X509_CRL},
    {OBJECT_OCSP_REQUEST, PEM_STRING_OCSP_REQUEST},
    {OBJECT_OCSP_RESPONSE, PEM_STRING_OCSP_RESPONSE},
    {OBJECT_PKCS7, PEM_STRING_PKCS7},
    {OBJECT_CSR, PEM_STRING_X509_REQ},
    {OBJECT_PUBLIC_KEY, PEM_STRING_PUBLIC},
    {OBJECT_RSA_PUBLIC_KEY, PEM_STRING_RSA_PUBLIC},
    {OBJECT_PRIVATE_KEY, PEM_STRING_PKCS8INF},
    {OBJECT_RSA_PRIVATE_KEY, PEM_STRING_RSA},
    {OBJECT_EC_PRIVATE_KEY, PEM_STRING_ECPRIVATEKEY},
    {OBJECT_DSA_PRIVATE_KEY, PEM_STRING_DSA},
    {OBJECT_ENCRYPTED_PRIVATE_KEY, PEM_STRING_PKCS8},
};

static size_t compared[OBJECT_KIND_COUNT];

static const char *label_of(enum object_kind kind)
{
    for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
        if (labels[i].kind == kind)
            return labels[i].label;
    }
    return "none";
}

/* Whether libcrypto writes the same. */
static bool is_written(const char *label, struct slice der, struct slice ours)
{
    BIO *bio = BIO_new(BIO_s_mem());
    char *bytes = NULL;
    long len;
    bool same;

    if (bio == NULL || PEM_write_bio(bio, label, "", der.data, (long)der.len) <= 0)
        abort();
    len = BIO_get_mem_data(bio, &bytes);
    same = slice_equal(slice_of(bytes, (size_t)len), ours);
    BIO_free(bio);
    return same;
}

/* Whether libcrypto reads the same. */
static bool is_read(const char *label, struct slice der, struct slice ours)
{
    BIO *bio = BIO_new_mem_buf(ours.data, (int)ours.len);
    unsigned char *bytes = NULL;
    char *header = NULL;
    char *name = NULL;
    long len = 0;
    bool same;

    if (bio == NULL)
        abort();
    same = PEM_read_bio(bio, &name, &header, &bytes, &len) > 0 && strcmp(name, label) == 0 &&
           header[0] == '\0' && slice_equal(slice_of(bytes, (size_t)len), der);
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_free(bytes);
    BIO_free(bio);
    return same;
}

static void compare(const char *name, struct slice der, bool good)
{
    enum object_kind kind = object_identify(der);
    struct buffer pem CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);
    const char *label = label_of(kind);

    if (!good)
        return;
    if (!pem_append(&pem, object_pem_label(kind), der, NULL))
        abort();
    compared[kind]++;
    if (!is_written(label, der, buffer_slice(&pem)) || !is_read(label, der, buffer_slice(&pem)))
        ok(false, "%s: %s", name, label);
}

int main(void)
{
    static const char *const kinds[] = {
        "certificate",          "certificateList", "ocspRequest", "ocspResponse",
        "certificationRequest", "pkcs7",           "publicKey",   "privateKey"};

    for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
        ok(manifest_each(kinds[i], compare) > 0, "%s: its files", kinds[i]);
    for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
        ok(compared[labels[i].kind] > 0, "%s: %zu of them", labels[i].label,
           compared[labels[i].kind]);
    return tap_done();
}
