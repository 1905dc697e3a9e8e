/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_ISSUER_HASHES_H
#define OCSPKIT_DESCRIBE_ISSUER_HASHES_H

#include "cert.h"
#include "report.h"

/*
 * What CertIDs have for the certificate as an issuer, for each hash algorithm that is supported
 * (RFC 6960 4.1.1): the list "hashes" into the level that is open.
 */
void describe_issuer_hashes(struct report *r, const struct cert *cert);

#endif
