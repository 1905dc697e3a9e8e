/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a subjectKeyIdentifier was made from its key. Issuers may make it in any way; most take the
 * SHA-1 of the key, which is also what a CertID of SHA-1 has for the issuerKeyHash. Of an
 * identifier made otherwise a comparison by eye with an issuerKeyHash says nothing.
 */
#ifndef OCSPKIT_KEY_IDENTIFIER_H
#define OCSPKIT_KEY_IDENTIFIER_H

#include "public-key.h"

enum key_identifier_method {
    KEY_IDENTIFIER_OTHER,      /* none of these */
    KEY_IDENTIFIER_SHA1,       /* RFC 5280 4.2.1.2 (1): of the key */
    KEY_IDENTIFIER_SHA1_SHORT, /* RFC 5280 4.2.1.2 (2): 0100 and its last 60 bits */
    KEY_IDENTIFIER_SHA256,     /* RFC 7093 2 (1): the first 160 bits, of the key */
    KEY_IDENTIFIER_SHA384,     /* RFC 7093 2 (2) */
    KEY_IDENTIFIER_SHA512,     /* RFC 7093 2 (3) */
    KEY_IDENTIFIER_SPKI,       /* RFC 7093 2 (4): any hash of the whole SubjectPublicKeyInfo */
    KEY_IDENTIFIER_WHOLE,      /* a longer hash of the key, none of its bits left out */
};

/* The first of these that makes the identifier of that key. */
enum key_identifier_method key_identifier_find_method(struct slice identifier,
                                                      const struct subject_public_key_info *info);

/* "rfc5280-1", "rfc5280-2", "rfc7093-1" to "rfc7093-4", "hash", "other" */
const char *key_identifier_method_word(enum key_identifier_method method);

/* The same for people: "SHA-1 of the key, RFC 5280 4.2.1.2 (1)". */
const char *key_identifier_method_text(enum key_identifier_method method);

#endif
