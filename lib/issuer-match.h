/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which certificates of a set are the issuer that a CertID, or a certificate, speaks of.
 *
 * A match says who the issuer is, not that it may be trusted, was in time, or is a CA: those are
 * told beside it (describe-match.h). A CertID is matched by its hashes alone, so that a match on
 * MD5 or SHA-1 is no stronger than these.
 */
#ifndef OCSPKIT_ISSUER_MATCH_H
#define OCSPKIT_ISSUER_MATCH_H

#include "buffer.h"
#include "cert-id.h"
#include "issuers.h"

enum issuer_verdict {
    ISSUER_FOUND,
    ISSUER_UNDETERMINED, /* issuer_reason says why */
    ISSUER_NONE,
};

/* The graver of two: none, undetermined, found. */
enum issuer_verdict issuer_verdict_graver(enum issuer_verdict a, enum issuer_verdict b);

/* What a near miss differs in. The last three are of certificates alone. */
enum issuer_differs {
    ISSUER_DIFFERS_NOT,
    ISSUER_DIFFERS_KEY,            /* the name is the same */
    ISSUER_DIFFERS_NAME,           /* the key is the same */
    ISSUER_DIFFERS_KEY_IDENTIFIER, /* the name is the same, the identifiers are not */
    ISSUER_DIFFERS_SIGNATURE,      /* the name is the same, the key does not verify the signature */
    ISSUER_DIFFERS_UNKNOWN,        /* the name is the same, the signature cannot be verified */
};

/* What is to be said beside the verdict. */
enum issuer_reason {
    ISSUER_REASON_NONE,
    ISSUER_REASON_HASH_ALGORITHM,      /* not supported: undetermined */
    ISSUER_REASON_NAME_HASH_LENGTH,    /* not the length of the algorithm's hashes: nobody's */
    ISSUER_REASON_KEY_HASH_LENGTH,     /* the same */
    ISSUER_REASON_SIGNATURE_ALGORITHM, /* not supported: undetermined */
    ISSUER_REASON_SELF_SIGNED, /* no issuer was found, but its own key verifies the certificate */
};

struct issuer_found {
    struct issuer *issuer;
    enum issuer_differs differs;
};

#define ISSUER_NEAR_MISSES_MAX 16 /* of each kind */

struct issuer_match {
    struct issuers *set; /* that was searched */
    enum issuer_verdict verdict;
    enum issuer_reason reason;
    enum digest digest;  /* of the CertID, where it is supported */
    bool more;           /* near misses were left out, over ISSUER_NEAR_MISSES_MAX */
    struct buffer found; /* struct issuer_found: matches, or where there are none the near misses */

    /* private */
    const struct oid *algorithm; /* the last one that was asked for, and what it is */
    enum digest algorithm_digest;
};

#define ISSUER_MATCH_INIT                                                                          \
    {                                                                                              \
        .found = BUFFER_INIT(64 * MIB)                                                             \
    }
void issuer_match_free(struct issuer_match *match);

size_t issuer_match_count(const struct issuer_match *match);
const struct issuer_found *issuer_match_at(const struct issuer_match *match, size_t i);

/*
 * RFC 6960 4.1.1: those whose subject hashes to issuerNameHash and whose key, the contents of its
 * BIT STRING, hashes to issuerKeyHash. Those that are valid at `at` come first, each kind in the
 * set's order. `match` is used again for each; it refers to the set. Errors: ERROR_MEMORY.
 */
bool issuer_match_cert_id(struct issuers *set, const struct cert_id *cert_id, int64_t at,
                          struct issuer_match *match, struct error *e) MUST_USE;

/* May come some work before the same is asked: the processor fetches meanwhile what a long list has
 * pushed out of its caches. */
void issuer_match_fetch(const struct issuers *set, const struct cert_id *cert_id,
                        struct issuer_match *match);

/*
 * Those whose subject is the certificate's issuer, byte for byte, whose subjectKeyIdentifier is its
 * authority's keyIdentifier where both have one (RFC 5280 4.2.1.1), and whose key verifies its
 * signature. The rest of authorityKeyIdentifier is not looked at. Order and errors as above.
 */
bool issuer_match_cert(struct issuers *set, const struct cert *cert, int64_t at,
                       struct issuer_match *match, struct error *e) MUST_USE;

/* Whether the moment is in the certificate's validity, both ends included (RFC 5280 4.1.2.5). */
bool issuer_is_valid_at(const struct cert *cert, int64_t at);

#endif
