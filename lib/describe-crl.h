/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_CRL_H
#define OCSPKIT_DESCRIBE_CRL_H

#include "crl-search.h"
#include "report.h"

/*
 * The body of a record of type "certificateList": the caller has opened it, and adds the notes
 * (describe_notes()). Text as `openssl crl -text` prints it.
 */
void describe_crl(struct report *r, const struct crl *crl);

/*
 * The same with those entries only that a search has found: "listed", whether there is one, and
 * "notListed", the serial numbers without any. Text is short: without the signature.
 */
void describe_crl_search(struct report *r, const struct crl *crl, const struct crl_search *search);

#endif
