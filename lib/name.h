/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Name ::= CHOICE { rdnSequence RDNSequence }                 -- RFC 5280 4.1.2.4
 * RDNSequence ::= SEQUENCE OF RelativeDistinguishedName
 * RelativeDistinguishedName ::= SET SIZE (1..MAX) OF AttributeTypeAndValue
 * AttributeTypeAndValue ::= SEQUENCE {
 *     type   AttributeType,
 *     value  AttributeValue }
 *
 * A name is kept as its whole element: those are the bytes that are hashed and compared. Two names
 * are the same here only when their bytes are; RFC 5280 7.1 (case, blanks) is not applied.
 */
#ifndef OCSPKIT_NAME_H
#define OCSPKIT_NAME_H

#include "buffer.h"
#include "der.h"

struct name_attribute {
    struct slice type;    /* the OID's contents octets */
    uint8_t tag;          /* of the value */
    struct slice value;   /* its contents octets */
    struct slice element; /* the whole value */
    bool joins;           /* of the same RelativeDistinguishedName as the one before */
};

/* RFC 4514: last RDN first, `CN=x,O=y`. As OpenSSL prints since 3.2: as encoded, `O=y, CN=x`. */
enum name_style {
    NAME_RFC4514,
    NAME_OPENSSL,
};

/*
 * Reads a Name: *name is its whole element. An empty RDN is refused; characters outside of a
 * string's type and a SET OF out of order are departures.
 */
bool name_parse(struct der *d, struct slice *name, struct error *e) MUST_USE;

/* The AttributeTypeAndValues of one RDN, from inside its SET: nameRelativeToCRLIssuer (RFC
 * 5280 4.2.1.13). */
bool name_parse_rdn(struct der *inside, struct error *e) MUST_USE;

struct name_walk {
    struct slice rdns;       /* what is left of the sequence */
    struct slice attributes; /* what is left of the RDN */
};

/* Every attribute in encoded order. Only on what was parsed. */
struct name_walk name_walk(struct slice name);
bool name_next(struct name_walk *walk, struct name_attribute *attribute);

/*
 * Appends the name as text, in UTF-8 whatever its strings are, see string_append_utf8().
 * Invalid UTF-8 and control characters are left for the report to escape. RFC 4514: the characters
 * of its section 2.4 are escaped, a type without a name is dotted and its value # and the hex of
 * its DER. OpenSSL's: a backslash is doubled, nothing else is escaped, so it is for people, not for
 * parsers. False: ERROR_LIMIT, ERROR_MEMORY.
 */
bool name_append(struct buffer *out, enum name_style style, struct slice name,
                 struct error *e) MUST_USE;

/* The same of one RDN, the contents of its SET. */
bool name_append_rdn(struct buffer *out, enum name_style style, struct slice attributes,
                     struct error *e) MUST_USE;

#endif
