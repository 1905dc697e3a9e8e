/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A set of certificates in memory, among which issuers are looked for: each once, by its bytes.
 * They are added first, then searched by the two hashes of a CertID (RFC 6960 4.1.1); an index for
 * each hash algorithm is built when it is first asked for.
 *
 *     issuers_add(&set, der, 0, e);  ...
 *     issuers_index(&set, DIGEST_SHA1, e);
 *     search = issuers_search(&set, DIGEST_SHA1, ISSUERS_BY_BOTH, name_hash, key_hash);
 *     while ((issuer = issuer_search_next(&search)) != NULL)
 *
 * Nothing is judged: a certificate that is found may be no CA, out of its time, or nobody's to
 * trust. Files are read by issuers-load.h.
 */
#ifndef OCSPKIT_ISSUERS_H
#define OCSPKIT_ISSUERS_H

#include "cert.h"
#include "digest.h"

struct issuer {
    struct cert cert; /* views into the set's own copy */
    const char *file; /* where it was found first, see issuers_enter_file(); the set's own copy */
    size_t index;     /* which object of that file, from 0 */
    struct slice subject_key_identifier; /* RFC 5280 4.2.1.2; SLICE_NONE where there is none */

    /* private */
    bool has_sha256;
    uint8_t sha256[32];
    uint64_t der_hash;
    uint32_t next; /* row with the same low bits of der_hash, + 1; 0 where there is none */
};

/* What has to be equal: the subject's hash, the key's, or both. */
enum issuers_by {
    ISSUERS_BY_NAME,
    ISSUERS_BY_KEY,
    ISSUERS_BY_BOTH,
};

/*
 * What a search looks at of a certificate: with SHA-1 a line of the processor's cache, since in a
 * long list of CertIDs little else of ten thousand certificates stays there. Those with the same
 * low bits of a hash hang on one chain.
 */
struct issuer_entry {
    struct slice written; /* see issuer_written() */
    uint32_t next[2];     /* ISSUERS_BY_NAME, ISSUERS_BY_KEY: a row's number + 1; 0 at the end */
    uint8_t hashes[];     /* the subject's, then the key's */
};

struct issuer_index {
    void *memory; /* all of it, an entry for each row in front; null until it is built */
    size_t entry_size;
    uint32_t *first[2]; /* by low bits: a row's number + 1 */
};

struct issuers_chunk;

/* Starts as {0}; owns everything in it. */
struct issuers {
    struct issuer *rows; /* in the order in which they were added */
    size_t count;
    size_t size; /* rows that there is room for: a power of two, or 0 */
    const char *file;
    uint32_t *first;              /* by der_hash, `size` of them */
    struct issuers_chunk *chunks; /* certificates, names of files: bytes that never move */
    struct issuer_index indexes[DIGEST_COUNT];
};

void issuers_free(struct issuers *set);

/* What is added next was found in that file. Errors: ERROR_MEMORY. */
bool issuers_enter_file(struct issuers *set, const char *file, struct error *e) MUST_USE;

/*
 * Adds a certificate, the object `index` of the file, unless the same bytes are in the set.
 * Pointers to rows do not outlive the call. Errors: those of cert_parse(), ERROR_MEMORY.
 */
bool issuers_add(struct issuers *set, struct slice der, size_t index, struct error *e) MUST_USE;

/* Has to come before searches with that hash algorithm, and again after an addition; does its work
 * once. Errors: ERROR_MEMORY. */
bool issuers_index(struct issuers *set, enum digest d, struct error *e) MUST_USE;

struct issuer_search {
    const struct issuers *set;
    const struct issuer_index *index;
    enum issuers_by by;
    const uint8_t *hashes[2];
    size_t size; /* of a hash, in octets */
    uint32_t at;
};

/*
 * The certificates whose subject hashes to `name_hash` and whose key, the contents of its BIT
 * STRING, to `key_hash`. A hash of another length than the algorithm's is nobody's. Only the one
 * that is asked for is looked at. The hashes have to stay.
 */
struct issuer_search issuers_search(const struct issuers *set, enum digest d, enum issuers_by by,
                                    struct slice name_hash, struct slice key_hash);

/* Before such a search: the processor fetches what it looks at first. */
void issuers_fetch(const struct issuers *set, enum digest d, struct slice key_hash);

/* The next one, in the order of addition; null at the end. */
struct issuer *issuer_search_next(struct issuer_search *search);

/*
 * For describe-match.c, which writes the same of a match again and again: what it wrote where that
 * algorithm was asked for, SLICE_NONE at first. Only of one that a search has found.
 */
struct slice *issuer_written(const struct issuers *set, enum digest d, const struct issuer *issuer);

/* Before that is copied, or made from the certificate: the processor fetches it. */
void issuer_fetch(const struct issuers *set, enum digest d, const struct issuer *issuer);

/* A copy that lives as long as the set; SLICE_NONE where there is no memory for it. */
struct slice issuers_keep(struct issuers *set, struct slice bytes);

/* The fingerprint, computed once. */
struct slice issuer_sha256(struct issuer *issuer);

#endif
