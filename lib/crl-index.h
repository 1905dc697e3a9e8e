/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which entries of a CRL may be those of a serial number, found without a pass over all of them: a
 * million entries take five megabytes. Building it is linear in the entries whatever their serial
 * numbers are; a search is at worst as long as a pass.
 */
#ifndef OCSPKIT_CRL_INDEX_H
#define OCSPKIT_CRL_INDEX_H

#include "crl.h"

/* Starts as {0}. */
struct crl_index {
    struct slice entries; /* the CRL's */
    size_t bucket_count;  /* a power of two */
    uint32_t *ends;       /* of each bucket, where its offsets end */
    uint32_t *offsets;    /* of all entries, bucket by bucket; of one bucket in their order */
};

/* Of a CRL that was parsed, which has to outlive it. Errors: ERROR_MEMORY. */
bool crl_index_build(struct crl_index *index, const struct crl *crl, struct error *e) MUST_USE;
void crl_index_free(struct crl_index *index);

static inline bool crl_index_is_built(const struct crl_index *index)
{
    return index->ends != NULL;
}

/* The first entry with that serial number's contents octets; false: there is none. */
bool crl_index_find(const struct crl_index *index, struct slice serial_number,
                    struct crl_entry *entry);

/* The bytes of memory that it takes. */
size_t crl_index_size(const struct crl_index *index);

#endif
