/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Object identifiers: the names of those that certificates, CRLs and OCSP use, and the dotted form
 * of all.
 *
 * An identifier is known or not by its octets alone; that it stands where it belongs (a hash where
 * a hash is wanted) is the caller's to check. To add one, add a row in oid-table.h.
 */
#ifndef OCSPKIT_OID_H
#define OCSPKIT_OID_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/* No pointers: a table of them would have to be relocated at each start of a program. */
#define OID_NAME_MAX  46
#define OID_LABEL_MAX 58

struct oid {
    uint8_t name_len;
    uint8_t label_len;
    char name[OID_NAME_MAX];   /* as registered, used in JSON: "subjectKeyIdentifier", "sha1" */
    char label[OID_LABEL_MAX]; /* as OpenSSL prints it: "X509v3 Subject Key Identifier" */
};

/* What is known of the identifier with these contents octets; null where it is unknown. */
const struct oid *oid_find(struct slice der);

/*
 * Whether the contents octets are an identifier, X.690 8.19: at least one octet, each subidentifier
 * in the fewest octets, the last one complete; and at most LIMIT_OID octets. False: ERROR_DER or
 * ERROR_LIMIT, without an offset: the caller knows where the octets stand.
 */
bool oid_check(struct slice der, struct error *e) MUST_USE;

/* Room for the dotted form of any LIMIT_OID octets, NUL included. */
#define OID_DOTTED_MAX 520
/* "2.5.29.14", NUL-terminated; an arc may have any size. Checks as oid_check() does. */
bool oid_to_dotted(struct slice der, char out[OID_DOTTED_MAX], struct error *e) MUST_USE;

#endif
