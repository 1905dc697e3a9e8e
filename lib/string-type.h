/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The character string types of ASN.1 (X.680 41): whether their characters are of the type, and
 * what they are in UTF-8.
 */
#ifndef OCSPKIT_STRING_TYPE_H
#define OCSPKIT_STRING_TYPE_H

#include "buffer.h"
#include "der.h"

/* Whether the tag is of a string type that can be shown as characters. */
bool string_type_is_known(uint8_t tag);

/*
 * Looks at a string of a known type that lies within what `d` runs over: characters outside of the
 * type, and octets that do not divide into characters (BMPString, UniversalString), are a
 * departure.
 */
void string_check(const struct der *d, uint8_t tag, struct slice text);

/*
 * Appends the characters in UTF-8. UTF8String as it stands, right or wrong; TeletexString as
 * Latin-1; the types that are a part of ASCII as UTF-8 where all of the string is, else as Latin-1;
 * BMPString as UTF-16, UniversalString as UTF-32, U+FFFD for what is no character.
 */
bool string_append_utf8(struct buffer *out, uint8_t tag, struct slice text,
                        struct error *e) MUST_USE;

#endif
