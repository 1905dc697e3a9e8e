/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A published list of fingerprints, whatever its format: a CSV export of CCADB (published-csv.h),
 * Mozilla's certdata.txt (published-certdata.h), or any text (published-text.h). Its bytes come in
 * pieces, so that a list of any length needs no more memory than its entries:
 *
 *     published_begin(&reader, &set, start);
 *     published_read(&reader, piece, e);  ...
 *     published_end(&reader, e);
 *     published_free(&reader);
 *
 * Certificates themselves (PUBLISHED_PEM) are read by published-load.h, as are files.
 */
#ifndef OCSPKIT_PUBLISHED_H
#define OCSPKIT_PUBLISHED_H

#include "published-certdata.h"
#include "published-csv.h"
#include "published-text.h"

enum published_format {
    PUBLISHED_TEXT,
    PUBLISHED_CSV,
    PUBLISHED_CERTDATA,
    PUBLISHED_PEM, /* certificates, which source.h reads */
};

/* The format, by the first 64 KiB or less. */
enum published_format published_identify(struct slice start);

struct published_reader {
    struct published_set *set;
    enum published_format format;
    bool started; /* a piece was read */
    struct published_text text;
    struct published_csv csv;
    struct published_certdata certdata;
};

/* A list that starts so; the set has been told its name by published_set_enter_list(). */
void published_begin(struct published_reader *reader, struct published_set *set,
                     struct slice start);
void published_free(struct published_reader *reader);

/*
 * The next piece. It ends where a line does, unless it is the last one, or the line is longer than
 * a piece; then no word may be cut. Errors: ERROR_CONTENT, ERROR_LIMIT, ERROR_MEMORY.
 */
bool published_read(struct published_reader *reader, struct slice piece, struct error *e) MUST_USE;

/* Nothing follows. Errors: the same; a list without a fingerprint is one. */
bool published_end(struct published_reader *reader, struct error *e) MUST_USE;

/* The line that an error is about, from 1; 0 where it is about no line. */
size_t published_line(const struct published_reader *reader);

#endif
