/* SPDX-License-Identifier: Apache-2.0 */
#include "compare-values.h"
#include "crl.h"
#include "divergence.h"

static void compare_entries(const struct crl *crl, X509_CRL *other)
{
    STACK_OF(X509_REVOKED) *others = X509_CRL_get_REVOKED(other);
    struct slice rest = crl->revoked_certificates;
    int count = others != NULL ? sk_X509_REVOKED_num(others) : 0;
    struct crl_entry entry;

    if (!require_same((size_t)count == crl->revoked_count, "revokedCertificates: count"))
        return;
    for (int i = 0; crl_entry_next(&rest, &entry); i++) {
        const X509_REVOKED *revoked = sk_X509_REVOKED_value(others, i);

        compare_integer(entry.user_certificate, X509_REVOKED_get0_serialNumber(revoked),
                        "userCertificate");
        compare_time(entry.revocation_date, X509_REVOKED_get0_revocationDate(revoked),
                     "revocationDate");
        compare_extensions(&entry.crl_entry_extensions, X509_REVOKED_get0_extensions(revoked));
    }
}

static void compare_values(const struct crl *crl, X509_CRL *other)
{
    const ASN1_TIME *next_update = X509_CRL_get0_nextUpdate(other);
    const ASN1_BIT_STRING *signature;
    const X509_ALGOR *algorithm;

    (void)require_same(X509_CRL_get_version(other) == (long)crl->version, "version");
    compare_name(crl->issuer, X509_CRL_get_issuer(other), "issuer");
    compare_time(crl->this_update, X509_CRL_get0_lastUpdate(other), "thisUpdate");
    if (require_same((next_update != NULL) == crl->has_next_update, "nextUpdate") &&
        crl->has_next_update)
        compare_time(crl->next_update, next_update, "nextUpdate");
    compare_entries(crl, other);
    compare_extensions(&crl->crl_extensions, X509_CRL_get0_extensions(other));
    X509_CRL_get0_signature(other, &signature, &algorithm);
    compare_algorithm(&crl->signature_algorithm, algorithm, "signatureAlgorithm");
    compare_octets(crl->signature_value, signature, "signatureValue");
}

enum reading compare_crl(struct slice der)
{
    const unsigned char *at = der.data;
    X509_CRL *other = d2i_X509_CRL(NULL, &at, (long)der.len);
    bool theirs = other != NULL && at == der.data + der.len;
    struct crl crl;
    bool ours = crl_parse(der, &crl, NULL);

    if (ours && theirs)
        compare_values(&crl, other);
    else if (ours)
        compare_refused("whether it is a CRL");
    X509_CRL_free(other);
    return reading_of(ours, theirs);
}
