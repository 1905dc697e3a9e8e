/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Extensions  ::=  SEQUENCE SIZE (1..MAX) OF Extension        -- RFC 5280 4.1
 * Extension   ::=  SEQUENCE {
 *     extnID     OBJECT IDENTIFIER,
 *     critical   BOOLEAN DEFAULT FALSE,
 *     extnValue  OCTET STRING }
 *
 * The list of a certificate, CRL, CRL entry, OCSP request or response. Values are not looked into
 * here; extension-value.h does that.
 */
#ifndef OCSPKIT_EXTENSION_H
#define OCSPKIT_EXTENSION_H

#include "der.h"

struct extension {
    struct slice extn_id; /* contents octets */
    bool critical;
    struct slice extn_value; /* what is in the OCTET STRING */
};

struct extensions {
    struct slice list; /* the contents of the SEQUENCE OF; SLICE_NONE where there is none */
    size_t count;
};

/*
 * Reads Extensions from where `d` stands. Refused: an empty list, over LIMIT_EXTENSIONS, one OID
 * twice (RFC 5280 4.2). A written FALSE is a departure.
 */
bool extensions_parse(struct der *d, struct extensions *extensions, struct error *e) MUST_USE;

/* The same, and nothing else is where `explicit` runs. */
bool extensions_parse_all(struct der *explicit, struct extensions *extensions,
                          struct error *e) MUST_USE NOINLINE;

/* The same within [n] EXPLICIT where that tag comes next; else no list. */
static inline bool extensions_parse_optional(struct der *d, uint8_t tag,
                                             struct extensions *extensions, struct error *e)
{
    struct der explicit;

    *extensions = (struct extensions){SLICE_NONE, 0};
    if (!der_next_is(d, tag))
        return true;
    return der_enter(d, tag, &explicit, e) && extensions_parse_all(&explicit, extensions, e);
}

/* Takes the first extension from the front of the list; false at its end. Only after a parse. */
bool extensions_next(struct extensions *rest, struct extension *extension);

#endif
