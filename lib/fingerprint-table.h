/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many fingerprints and key pins, each with a number of the caller's. Finding one costs the same
 * however many there are, and also where somebody chose them to collide.
 *
 *     struct fingerprint_table t CLEANUP(fingerprint_table_free) = FINGERPRINT_TABLE_INIT;
 */
#ifndef OCSPKIT_FINGERPRINT_TABLE_H
#define OCSPKIT_FINGERPRINT_TABLE_H

#include "buffer.h"
#include "fingerprint.h"

/* All of one kind, a hash or the key pin. */
struct fingerprint_column {
    struct buffer octets;  /* digest_size() each */
    struct buffer numbers; /* uint32_t each */
    struct buffer slots;   /* a hash table: uint32_t, a row from 1, or 0 */
    size_t count;
};

#define FINGERPRINT_KINDS (DIGEST_COUNT + 1) /* the last one is the key pin */

struct fingerprint_table {
    struct fingerprint_column columns[FINGERPRINT_KINDS];
    size_t count; /* of all kinds */
};

#define FINGERPRINT_TABLE_INIT                                                                     \
    {                                                                                              \
        .count = 0                                                                                 \
    }

void fingerprint_table_free(struct fingerprint_table *table);

/* One that is there already keeps its number. Errors: ERROR_LIMIT over LIMIT_PUBLISHED,
 * ERROR_MEMORY. */
bool fingerprint_table_add(struct fingerprint_table *table, const struct fingerprint *fingerprint,
                           uint32_t number, struct error *e) MUST_USE;

/* The number of one that is equal; false where none is. */
bool fingerprint_table_find(const struct fingerprint_table *table,
                            const struct fingerprint *fingerprint, uint32_t *number);

/* Which hashes there are fingerprints of: a mask of 1 << enum digest. */
unsigned fingerprint_table_digests(const struct fingerprint_table *table);
bool fingerprint_table_has_key_pins(const struct fingerprint_table *table);

/* Holds the hashes of an object against every value; those of a value's kind have to be in the set.
 */
struct fingerprint_match fingerprint_table_compare(const struct fingerprint_table *table,
                                                   const struct fingerprint_set *set);

#endif
