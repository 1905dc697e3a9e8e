/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_CERT_H
#define OCSPKIT_DESCRIBE_CERT_H

#include "cert.h"
#include "report.h"

/*
 * The body of a record of type "certificate", or of an object in one (an OCSP response's "certs"):
 * the caller has opened it, and adds the notes (describe_notes()). Text as `openssl x509 -text`
 * prints it.
 */
void describe_cert(struct report *r, const struct cert *cert);

/*
 * The certificates that a message carries, the contents of its SEQUENCE OF: "certs" in data; in
 * text each followed by its PEM, as OpenSSL prints them.
 */
void describe_cert_list(struct report *r, struct slice certs) NOINLINE;

/* The same, but where there are none it is nothing in text, and [] in data. */
static inline void describe_certs(struct report *r, struct slice certs)
{
    if (certs.len > 0 || !report_is_text(r))
        describe_cert_list(r, certs);
}

#endif
