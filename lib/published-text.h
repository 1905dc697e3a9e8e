/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fingerprints in any text: sha256sum's lists, HTML, mails. Hex digits without a break (of either
 * case, "0x" in front or not), or in groups of two to thirty with colons, dashes or blanks between
 * them; as many as a hash has. Such groups may go on in the next line, behind a colon or dash at
 * the line's end, or where blanks stand between them; <br> counts as a line's end.
 *
 * Whatever has that many digits is taken: a serial number of 20 octets too. It is nobody's
 * fingerprint, so it does no harm.
 */
#ifndef OCSPKIT_PUBLISHED_TEXT_H
#define OCSPKIT_PUBLISHED_TEXT_H

#include "published-set.h"

/* Groups of digits that belong together so far: a run, in rows of a line each. */
struct published_text {
    struct published_set *set;
    size_t line; /* from 1 */

    uint8_t octets[DIGEST_MAX];
    size_t len;        /* octets of the run; 0: there is none */
    size_t run_line;   /* where it begins */
    size_t row;        /* how many of the octets stand in rows before this one */
    size_t row_line;   /* where this one begins */
    size_t first;      /* octets of this row's first group */
    size_t last;       /* of its last one */
    uint8_t separator; /* ':', '-' or ' '; 0: there is one group */
    bool is_long;      /* more octets than any hash has: nothing is found until the run ends */

    /* What was seen behind the last group. */
    uint8_t gap; /* as `separator`; 0: nothing */
    bool gap_has_blank;
    bool gap_has_line_end;
};

void published_text_begin(struct published_text *t, struct published_set *set);

/* The next line, or part of a long one; `ends`: with it the line ends. Errors: those of
 * published_set_add(). */
bool published_text_read(struct published_text *t, struct slice line, bool ends,
                         struct error *e) MUST_USE;

/* Nothing follows. */
bool published_text_end(struct published_text *t, struct error *e) MUST_USE;

#endif
