/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A CRL, and what is kept of it from one question to the next: that it is well-formed and the views
 * of it, what its entries hold whoever asks, whether a key verifies its signature, and from the
 * second question on an index of its entries. Its times and its scope, and what the signer may do,
 * are no part of that; they are looked at each time.
 *
 *     struct kept_crl crl;
 *     kept_crl_init(&crl, der);
 *     judge_kept_crl(&crl, &question, &policy, &signers, &judgement);     again and again
 *     kept_crl_free(&crl);
 */
#ifndef OCSPKIT_KEPT_CRL_H
#define OCSPKIT_KEPT_CRL_H

#include "cert.h"
#include "crl-index.h"
#include "crl-reason.h"
#include "signers.h"

/* Safe to be freed as {0}; may be moved. */
struct kept_crl {
    struct slice der;
    bool is_read;
    bool is_well_formed; /* else `error` says why not, and nothing below counts */
    struct error error;
    struct crl crl;

    /* in the entries */
    bool has_unknown_critical;
    bool has_remove_from_crl;
    bool has_certificate_issuer;

    /* private */
    struct crl_index index;
    bool has_result; /* of verifying it by the key with that digest */
    uint8_t key_digest[SIGNERS_DIGEST_SIZE];
    enum signature_result result;
};

/* Of any bytes, which have to stay as they are until it is freed. Nothing is read yet. */
void kept_crl_init(struct kept_crl *kept, struct slice der);
void kept_crl_free(struct kept_crl *kept);

/* What the entries say of a certificate. */
struct crl_listing {
    bool has_other_issuer; /* certificateIssuer names another one than the certificate's */
    bool is_listed;        /* it has an entry; of the first one: */
    int64_t revocation_date;
    bool has_reason;
    enum crl_reason reason;
};

/* Reads the CRL where that was not done, and looks for the certificate. Gives is_well_formed. */
bool kept_crl_search(struct kept_crl *kept, const struct cert *cert, struct crl_listing *listing);

/* Whether the key verifies its signature; only once it is known to be well-formed. */
enum signature_result kept_crl_verify(struct kept_crl *kept, struct slice subject_public_key_info,
                                      struct signers *signers) MUST_USE;

/* The bytes of memory that it takes beside itself and the CRL. */
static inline size_t kept_crl_size(const struct kept_crl *kept)
{
    return crl_index_size(&kept->index);
}

#endif
