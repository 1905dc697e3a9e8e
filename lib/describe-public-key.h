/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_PUBLIC_KEY_H
#define OCSPKIT_DESCRIBE_PUBLIC_KEY_H

#include "public-key.h"
#include "report.h"

/* subjectPublicKeyInfo: algorithm, curve, bits and key in data; as OpenSSL prints a public key in
 * text. */
void describe_subject_public_key_info(struct report *r, const struct subject_public_key_info *info);

#endif
