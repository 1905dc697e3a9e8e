/* SPDX-License-Identifier: Apache-2.0 */
/* The PEM blocks of a source, one after another. For source.c alone. */
#ifndef OCSPKIT_SOURCE_PEM_H
#define OCSPKIT_SOURCE_PEM_H

#include "source.h"

/*
 * The next block of the text that `unread` begins with, decoded; *found is false at the end. Key
 * parameters before a private key are passed over. What fails is behind `unread` then.
 */
bool source_pem_next(struct source *s, struct object *object, bool *found,
                     struct error *e) MUST_USE;

#endif
