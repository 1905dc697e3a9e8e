/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What published lists say, indexed by fingerprint: each entry's list, its place there, and what
 * the list tells of it. The readers (published-text.h, published-csv.h, published-certdata.h) fill
 * it; a fingerprint that was published twice keeps its first entry.
 *
 * That an entry is found says that the list has the certificate, not that it may be trusted.
 */
#ifndef OCSPKIT_PUBLISHED_SET_H
#define OCSPKIT_PUBLISHED_SET_H

#include "fingerprint-table.h"

/* What a list may tell of an entry, in its own words. */
enum published_about {
    PUBLISHED_LABEL,
    PUBLISHED_SERVER_AUTH, /* certdata.txt: a CK_TRUST word such as CKT_NSS_TRUSTED_DELEGATOR */
    PUBLISHED_EMAIL_PROTECTION,
    PUBLISHED_CODE_SIGNING,
    PUBLISHED_SERVER_DISTRUST_AFTER, /* certificates issued later do not count; RFC 3339 where the
                                        list has it in DER */
    PUBLISHED_EMAIL_DISTRUST_AFTER,
    PUBLISHED_TRUST_BITS, /* CCADB: "Websites;Email" */
    PUBLISHED_ABOUT_COUNT,
};

/* Where an entry stands: in a line, from 1, or, line being 0, as an object, from 0. */
struct published_place {
    size_t line;
    size_t index;
};

struct published_entry {
    enum digest digest; /* what it was found by */
    struct slice list;  /* the name of the list */
    struct published_place place;
    struct slice about[PUBLISHED_ABOUT_COUNT]; /* SLICE_NONE where the list does not say */
};

struct published_set {
    struct fingerprint_table table;
    struct buffer entries; /* struct stored_entry each */
    struct buffer texts;   /* what the entries point to */
    size_t list;           /* the name of the list that is being read, in `texts` */
    size_t found;          /* fingerprints in that list */
};

/* An empty set that is to be freed with published_set_free(). */
void published_set_init(struct published_set *set);
void published_set_free(struct published_set *set);

/* What is added next stands in the list of that name. Errors: ERROR_LIMIT, ERROR_MEMORY. */
bool published_set_enter_list(struct published_set *set, struct slice name,
                              struct error *e) MUST_USE;

/* Adds an entry; `about` (PUBLISHED_ABOUT_COUNT slices) may be null, and is copied. Errors:
 * ERROR_LIMIT, ERROR_MEMORY. */
bool published_set_add(struct published_set *set, const struct fingerprint *fingerprint,
                       struct published_place place, const struct slice *about,
                       struct error *e) MUST_USE;

/* Adds the SHA-256 of a certificate. */
bool published_set_add_certificate(struct published_set *set, struct slice der,
                                   struct published_place place, const struct slice *about,
                                   struct error *e) MUST_USE;

/*
 * What is told of an entry that was added before; it counts where nothing was told so far, and only
 * in the list that the entry stands in. Errors: ERROR_LIMIT, ERROR_MEMORY.
 */
bool published_set_tell(struct published_set *set, uint32_t number, const struct slice *about,
                        struct error *e) MUST_USE;

/*
 * The entry that has one of these hashes, the strongest first; false where none has. All hashes of
 * fingerprint_table_digests() have to be there. The entry's slices are valid until the next
 * addition.
 */
bool published_set_find(const struct published_set *set, const struct fingerprint_set *hashes,
                        struct published_entry *entry);

#endif
