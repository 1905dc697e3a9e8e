/* SPDX-License-Identifier: Apache-2.0 */
/* Single values: ours, then libcrypto's. Each is required to be the same. */
#ifndef OCSPKIT_COMPARE_VALUES_H
#define OCSPKIT_COMPARE_VALUES_H

#include "cert.h"
#include "compare.h"
#include "extension.h"

#include <openssl/x509.h>

/* What is read of each object, whatever it is called in libcrypto. */
enum reading reading_of(bool ours, bool theirs);

void compare_oid(struct slice oid, const ASN1_OBJECT *object, const char *what);
void compare_octets(struct slice octets, const ASN1_STRING *string, const char *what);
void compare_integer(struct slice octets, const ASN1_INTEGER *integer, const char *what);
void compare_time(int64_t time, const ASN1_TIME *other, const char *what);
void compare_name(struct slice name, const X509_NAME *other, const char *what);
void compare_algorithm(const struct algorithm *algorithm, const X509_ALGOR *other,
                       const char *what);

/* A SubjectPublicKeyInfo, and the key in it; null where libcrypto cannot read that. */
void compare_key_values(const struct subject_public_key_info *info, X509_PUBKEY *other,
                        const EVP_PKEY *pkey);

/* OIDs, criticality and octets; and of known extensions, that the value is read by both, and that
 * libcrypto writes the same octets again. */
void compare_extensions(const struct extensions *extensions,
                        const STACK_OF(X509_EXTENSION) * others);

/* What is in those that OpenSSL's headers give a look into, by libcrypto's number of the extension.
 */
void compare_extension_values(const struct extension *extension, int nid, const void *value);

/* Whether what libcrypto has just refused is a string that it need not read: that is counted. */
bool is_refused_string(void);

/* Whether an ORAddress or EDIPartyName may be in it: one of their tags is. */
bool may_hold_structure(struct slice der);

/* What we read and libcrypto has just refused: for such a string, or it is a failure. */
void compare_refused(const char *what);

/* All values of a certificate, by itself or within a response. */
void compare_cert_values(const struct cert *cert, X509 *other);

#endif
