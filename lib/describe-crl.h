/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_CRL_H
#define OCSPKIT_DESCRIBE_CRL_H

#include "crl.h"
#include "report.h"

/*
 * The body of a record of type "certificateList": the caller has opened it, and adds the notes
 * (describe_notes()). Text as `openssl crl -text` prints it.
 */
void describe_crl(struct report *r, const struct crl *crl);

/*
 * The same with those entries only whose serial number is one of these (contents octets), and
 * "listed", which says whether there is one.
 */
void describe_crl_serials(struct report *r, const struct crl *crl, const struct slice *serials,
                          size_t count);

#endif
