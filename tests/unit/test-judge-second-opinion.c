/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GnuTLS as a second opinion, in what it can tell: whether the signer's key made the signature of a
 * response or a CRL, for every one of the fixtures. Of what it calls good nothing follows here.
 */
#include "judge.h"
#include "manifest.h"

#include <gnutls/ocsp.h>
#include <gnutls/x509.h>

#include <stdlib.h>

static struct cert issuer, leaf;
static int compared, refused;

static gnutls_datum_t datum(struct slice bytes)
{
    union {
        const uint8_t *given;
        uint8_t *taken;
    } data = {bytes.data};

    return (gnutls_datum_t){data.taken, (unsigned)bytes.len};
}

static gnutls_x509_crt_t import_cert(struct slice der)
{
    gnutls_datum_t bytes = datum(der);
    gnutls_x509_crt_t cert = NULL;

    if (gnutls_x509_crt_init(&cert) < 0 ||
        gnutls_x509_crt_import(cert, &bytes, GNUTLS_X509_FMT_DER) < 0) {
        gnutls_x509_crt_deinit(cert);
        return NULL;
    }
    return cert;
}

/* How the one check came out, with SHA-1 allowed. */
static enum check_result judge(struct slice der, bool is_crl, struct judgement *judgement)
{
    static const struct judge_policy policy = {.skew = JUDGE_SKEW_DEFAULT, .allow_sha1 = true};
    struct judge_question question = {&leaf, &issuer, INT64_C(1515960000), SLICE_NONE};
    const struct check *c;

    (is_crl ? judge_crl : judge_response)(der, &question, &policy, NULL, judgement);
    c = verdict_find(&judgement->verdict, "signature");
    return c->reason == REASON_SIGNATURE_UNSUPPORTED ? CHECK_SKIP : c->result;
}

/* The DER of the certificate that the judge took for the signer's. */
static struct slice find_signer(struct slice der, const struct judgement *judgement)
{
    static struct ocsp_response response;
    struct slice certs;
    struct cert cert;

    if (judgement->signer == RESPONDER_ISSUER)
        return issuer.der;
    if (!ocsp_response_parse(der, &response, NULL))
        return SLICE_NONE;
    certs = response.basic.certs;
    while (certs_next(&certs, &cert)) {
        if (cert.subject.data == judgement->signer_subject.data)
            return cert.der;
    }
    return SLICE_NONE;
}

static void compare_response(const char *name, struct slice der, bool good)
{
    gnutls_datum_t bytes = datum(der);
    gnutls_ocsp_resp_t response = NULL;
    gnutls_x509_crt_t signer = NULL;
    struct judgement judgement;
    enum check_result ours = judge(der, false, &judgement);
    unsigned theirs = GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE;

    (void)good;
    if (ours == CHECK_SKIP)
        return;
    signer = import_cert(find_signer(der, &judgement));
    if (signer != NULL && gnutls_ocsp_resp_init(&response) >= 0 &&
        gnutls_ocsp_resp_import(response, &bytes) >= 0 &&
        gnutls_ocsp_resp_verify_direct(response, signer, &theirs,
                                       GNUTLS_VERIFY_ALLOW_BROKEN |
                                           GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 |
                                           GNUTLS_VERIFY_DISABLE_TIME_CHECKS) >= 0) {
        compared++;
        ok((ours == CHECK_PASS) == ((theirs & GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE) == 0),
           "%s: the signature is %s", name, ours == CHECK_PASS ? "the signer's" : "nobody's");
    } else {
        refused++;
    }
    gnutls_ocsp_resp_deinit(response);
    gnutls_x509_crt_deinit(signer);
}

static void compare_crl(const char *name, struct slice der, bool good)
{
    gnutls_datum_t bytes = datum(der);
    gnutls_x509_crl_t crl = NULL;
    gnutls_x509_crt_t signer = import_cert(issuer.der);
    struct judgement judgement;
    enum check_result ours = judge(der, true, &judgement);
    unsigned theirs = GNUTLS_CERT_INVALID;

    (void)good;
    /* It looks for the issuer by the CRL's name first. */
    if (ours != CHECK_SKIP &&
        verdict_find(&judgement.verdict, "crl-issuer")->result == CHECK_PASS && signer != NULL &&
        gnutls_x509_crl_init(&crl) >= 0 &&
        gnutls_x509_crl_import(crl, &bytes, GNUTLS_X509_FMT_DER) >= 0 &&
        gnutls_x509_crl_verify(crl, &signer, 1,
                               GNUTLS_VERIFY_ALLOW_BROKEN | GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 |
                                   GNUTLS_VERIFY_DISABLE_TIME_CHECKS,
                               &theirs) >= 0 &&
        (theirs & GNUTLS_CERT_SIGNER_NOT_FOUND) == 0) {
        compared++;
        ok((ours == CHECK_PASS) == ((theirs & GNUTLS_CERT_SIGNATURE_FAILURE) == 0),
           "%s: the signature is %s", name, ours == CHECK_PASS ? "the issuer's" : "nobody's");
    } else {
        refused++;
    }
    gnutls_x509_crl_deinit(crl);
    gnutls_x509_crt_deinit(signer);
}

static bool read_cert(const char *name, struct cert *cert, uint8_t *bytes, size_t size)
{
    struct slice der = fixture_read(name);

    if (der.data == NULL || der.len > size)
        return false;
    memcpy(bytes, der.data, der.len);
    return cert_parse(slice_of(bytes, der.len), cert, NULL);
}

int main(void)
{
    static uint8_t issuer_bytes[4096], leaf_bytes[4096];

    if (fixtures_folder() == NULL ||
        !read_cert("intermediate.der", &issuer, issuer_bytes, sizeof(issuer_bytes)) ||
        !read_cert("leaf.der", &leaf, leaf_bytes, sizeof(leaf_bytes))) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return 0;
    }
    (void)manifest_each("ocspResponse", compare_response);
    ok(compared > 60, "%d responses were compared, %d refused by the other", compared, refused);
    compared = refused = 0;
    (void)manifest_each("certificateList", compare_crl);
    ok(compared > 30, "%d CRLs were compared, %d refused by the other or not the issuer's",
       compared, refused);
    return tap_done();
}
