/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_PUBLIC_KEY_H
#define OCSPKIT_DESCRIBE_PUBLIC_KEY_H

#include "public-key.h"
#include "report.h"

/* subjectPublicKeyInfo: algorithm, curve, bits and key in data; as OpenSSL prints a public key in
 * text. */
void describe_subject_public_key_info(struct report *r, const struct subject_public_key_info *info);

/* The same as the level `f`. */
void describe_public_key_info(struct report *r, const struct field *f,
                              const struct subject_public_key_info *info);

/* The same as members of the record itself; an algorithm that is not known is named in text. */
void describe_public_key(struct report *r, const struct subject_public_key_info *info);

#endif
