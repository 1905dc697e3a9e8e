/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which issuer was found (issuer-match.h), in the record of type "issuerMatch".
 *
 *     describe_matches_begin(r, "ocspRequest");
 *     describe_cert_id_match(r, &cert_id, &match, at);   ...
 *     describe_matches_end(r, verdict);
 */
#ifndef OCSPKIT_DESCRIBE_MATCH_H
#define OCSPKIT_DESCRIBE_MATCH_H

#include "issuer-match.h"
#include "report.h"

/* `kind` is what the input is, the type of its record in decode. */
void describe_matches_begin(struct report *r, const char *kind);

/*
 * An element of "requests": what was asked, the matches or the near misses, and what is to be said
 * of each: that it is no CA, or not valid at `at`. `match` is of that CertID, or of that
 * certificate; null: nothing was looked for. `with_hashes`: what a CertID would have for the
 * certificate as an issuer, under each hash algorithm.
 */
void describe_cert_id_match(struct report *r, const struct cert_id *cert_id,
                            const struct issuer_match *match, int64_t at);
void describe_cert_match(struct report *r, const struct cert *cert, bool with_hashes,
                         const struct issuer_match *match, int64_t at);

void describe_matches_end(struct report *r, enum issuer_verdict verdict);

/* The same where nothing was looked for. */
void describe_matches_end_unmatched(struct report *r);

/* Where there was no CertID, so that nothing can be told: the end instead. Of a response its status
 * says why, else null. */
void describe_matches_end_unasked(struct report *r, const char *response_status);

#endif
