/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fingerprints in CSV (RFC 4180) with a line of names in front, as CCADB exports it: the columns
 * "SHA-256 Fingerprint" and "SHA-1 Fingerprint", in any order, among others. Quoted fields may hold
 * commas, quotes (doubled) and line ends.
 *
 * A record's SHA-1 counts only where it has no SHA-256. What stands in such a column has to be a
 * fingerprint or empty.
 */
#ifndef OCSPKIT_PUBLISHED_CSV_H
#define OCSPKIT_PUBLISHED_CSV_H

#include "published-set.h"

/* The columns that are read; the order is that of preference. */
enum published_column {
    COLUMN_SHA256,
    COLUMN_SHA1,
    COLUMN_MD5,
    COLUMN_LABEL,
    COLUMN_TRUST_BITS,
    COLUMN_SERVER_DISTRUST_AFTER,
    COLUMN_EMAIL_DISTRUST_AFTER,
    COLUMN_COUNT,
};

struct published_csv {
    struct published_set *set;
    size_t line;                  /* from 1 */
    size_t columns[COLUMN_COUNT]; /* which field of a record it is, from 1; 0: none */
    struct buffer texts;          /* the fields of this record that are read */
    size_t starts[COLUMN_COUNT];  /* where they start in `texts`, and end */
    size_t ends[COLUMN_COUNT];
    size_t header_count; /* fields of the first line; 0 before it was read */
    size_t field;        /* fields before this one, in this record */
    size_t field_start;  /* of this field in `texts` */
    size_t record_line;  /* where this record starts */
    size_t quote_line;   /* where the last quote opened */
    int state;           /* private: what comes next */
};

/* Whether a line is a header with one of the columns of fingerprints in it. */
bool published_csv_is_header(struct slice line);

void published_csv_begin(struct published_csv *csv, struct published_set *set);
void published_csv_free(struct published_csv *csv);

/* The next bytes, cut anywhere. Errors: ERROR_CONTENT for what is no CSV or no fingerprint,
 * ERROR_LIMIT; csv->line is where. */
bool published_csv_read(struct published_csv *csv, struct slice bytes, struct error *e) MUST_USE;

/* Nothing follows. Errors: the same. */
bool published_csv_end(struct published_csv *csv, struct error *e) MUST_USE;

#endif
