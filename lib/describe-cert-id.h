/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_CERT_ID_H
#define OCSPKIT_DESCRIBE_CERT_ID_H

#include "cert-id.h"
#include "report.h"

/* The members of a CertID (RFC 6960 4.1.1), into the level that is open. */
void describe_cert_id_fields(struct report *r, const struct cert_id *cert_id);

#endif
