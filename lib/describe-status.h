/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of type "status": whether a certificate is revoked, and how that is known. In text the
 * verdict is the first word of the first line; below it stand the certificate, then each source
 * with its signer, its window, and the checks that failed or that are to be noted:
 *
 *     good  leaf.pem
 *         Subject: CN=www.example.test
 *         Serial Number: 5B25CE6907C4265566D3390C99A954AD
 *         OCSP  good  http://ocsp.example.test/
 *             signer  delegated  CN=Example OCSP Signer
 *             thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |=========#-------------|  ...
 *             note  nonce-missing  a nonce was sent, and none came back  RFC 9654 2.1
 */
#ifndef OCSPKIT_DESCRIBE_STATUS_H
#define OCSPKIT_DESCRIBE_STATUS_H

#include "describe-window.h"
#include "report.h"
#include "revocation.h"

struct status_view {
    struct slice source; /* names it in the first line, see describe_source() */
    size_t index;
    const struct cert *cert;
    const struct revocation *revocation;
    const struct evidence *evidence; /* in the order in which it was asked for */
    size_t evidence_count;
    int64_t at;
    enum window_bar bar;
    bool verbose; /* text: the checks that passed and those that were skipped too */
};

/* What stands in the record, from its head to its end. `scratch` is overwritten. */
void describe_status(struct report *r, const struct status_view *view, struct buffer *scratch);

/* "yes" of good, "no" of revoked, "undetermined" of the others */
const char *revocation_verdict_word(enum revocation_status status);

#endif
