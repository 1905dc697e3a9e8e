/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Extensions: in data {"extnID":..., "critical":..., NAME: value}, where NAME is the RFC's word for
 * the value, or "extnValue" and the hex of its DER where it is not decoded; in text as OpenSSL
 * prints them, an undecoded value as octets with colons.
 */
#ifndef OCSPKIT_DESCRIBE_EXTENSION_H
#define OCSPKIT_DESCRIBE_EXTENSION_H

#include "extension.h"
#include "report.h"

/* A list that extensions_check() has seen, as the level `list`. */
void describe_extension_list(struct report *r, const struct field *list,
                             const struct extensions *extensions) NOINLINE;

/* The same, but a list that is not there is nothing in text, and [] in data. */
static inline void describe_extensions(struct report *r, const struct field *list,
                                       const struct extensions *extensions)
{
    if (extensions->count > 0 || !report_is_text(r))
        describe_extension_list(r, list, extensions);
}

#endif
