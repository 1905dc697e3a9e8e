/* SPDX-License-Identifier: Apache-2.0 */
/* Named bits (KeyUsage, ReasonFlags, ...): a list of words in data, "Digital Signature, CRL Sign"
 * in text. */
#ifndef OCSPKIT_DESCRIBE_BITS_H
#define OCSPKIT_DESCRIBE_BITS_H

#include "report.h"

struct bit_name {
    const char *word;  /* the RFC's */
    const char *label; /* OpenSSL's */
};

/* The bits of the mask that have a name, lowest first; `list` is a LEVEL_INLINE_LIST. */
void describe_bits(struct report *r, const struct field *list, uint32_t bits,
                   const struct bit_name *names, size_t count);

#endif
