/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One OCSP response about one certificate, while it is judged: judge-response.c has the list of the
 * steps and those about the answer itself, judge-signer.c those about who signed it, judge-cover.c
 * those about what it is an answer to.
 */
#ifndef OCSPKIT_JUDGE_INQUIRY_H
#define OCSPKIT_JUDGE_INQUIRY_H

#include "digest.h"
#include "judge-check.h"

/* How far a CertID is that of the question, from not at all. */
enum covers {
    COVERS_NOTHING,
    COVERS_ALGORITHM, /* its hash is known, of another length */
    COVERS_LENGTH,    /* its hashes have the right length */
    COVERS_NAME,      /* its issuerNameHash is the issuer's */
    COVERS_ISSUER,    /* its issuerKeyHash too */
    COVERS_CERT,
};

/* What the issuer hashes to, where that is known yet. */
struct issuer_hashes {
    bool is_set;
    uint8_t name[DIGEST_MAX];
    uint8_t key[DIGEST_MAX];
};

/* A response, and what was found in it so far. */
struct inquiry {
    const struct judge_question *question;
    const struct judge_policy *policy;
    struct signers *signers;
    struct judgement *judgement;

    bool is_der;  /* strict, at every level */
    bool is_read; /* else `error` says why not, and `response` is empty */
    struct error error;
    struct ocsp_response response;
    struct responder signer;

    struct issuer_hashes hashes[DIGEST_COUNT];
    enum covers covers; /* as far as the best of them does */
    size_t match_count;
    struct single_response match;    /* the first; from "other-responses" on the gravest */
    struct single_response gravest;  /* revoked before unknown before good; then the newest */
    bool match_differs;              /* they do not say the same */
    bool match_has_unknown_critical; /* one of them */
    struct window window;
};

/* A check starts out as skipped: one that has nothing to look at returns. */
struct step {
    const char *name;
    const char *reference;
    bool may_skip; /* with an answer that counts */
    void (*check)(struct inquiry *q, struct check *c);
};

static inline const struct basic_ocsp_response *inquiry_basic(const struct inquiry *q)
{
    return &q->response.basic;
}

/*
 * Sets q->signer to the first whom responderID names; where it names several, to one that gets past
 * all of these steps, or past most of them.
 */
void inquiry_find_signer(struct inquiry *q, const struct step *steps, size_t count);

void check_signer(struct inquiry *q, struct check *c);
void check_signer_issued(struct inquiry *q, struct check *c);
void check_signer_purpose(struct inquiry *q, struct check *c);
void check_signer_cert(struct inquiry *q, struct check *c);
void check_signer_revocation(struct inquiry *q, struct check *c);
void check_signature_strength(struct inquiry *q, struct check *c);
void check_signature(struct inquiry *q, struct check *c);

/* Looks at every SingleResponse: which are about the certificate. */
void inquiry_find_match(struct inquiry *q);

/* Sets the window of q->match. */
void inquiry_set_window(struct inquiry *q);

void check_critical_extensions(struct inquiry *q, struct check *c);
void check_nonce(struct inquiry *q, struct check *c);
void check_cert_id(struct inquiry *q, struct check *c);
void check_conflict(struct inquiry *q, struct check *c);

#endif
