/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers of the Internet that a certificate speaks for.
 *
 * IPAddrBlocks ::= SEQUENCE OF IPAddressFamily                -- RFC 3779 2.2.3
 * IPAddressFamily ::= SEQUENCE {
 *     addressFamily    OCTET STRING (SIZE (2..3)),
 *     ipAddressChoice  CHOICE {
 *         inherit            NULL,
 *         addressesOrRanges  SEQUENCE OF IPAddressOrRange } }
 * IPAddressOrRange ::= CHOICE {
 *     addressPrefix  BIT STRING,
 *     addressRange   SEQUENCE { min BIT STRING, max BIT STRING } }
 * ASIdentifiers ::= SEQUENCE {                                -- 3.2.3
 *     asnum  [0] EXPLICIT ASIdentifierChoice OPTIONAL,
 *     rdi    [1] EXPLICIT ASIdentifierChoice OPTIONAL }
 * ASIdentifierChoice ::= CHOICE { inherit NULL, asIdsOrRanges SEQUENCE OF ASIdOrRange }
 * ASIdOrRange ::= CHOICE { id INTEGER, range SEQUENCE { min INTEGER, max INTEGER } }
 *
 * The same under the identifiers of RFC 8360. Where a value is not as said here it is shown
 * undecoded, see extension_type_of(). That ranges are in order, and that they lie in those of the
 * issuer, is not checked.
 */
#ifndef OCSPKIT_RESOURCES_H
#define OCSPKIT_RESOURCES_H

#include "der.h"

struct ip_address_family {
    unsigned afi;  /* 1 is IPv4, 2 IPv6 */
    bool has_safi; /* the third octet */
    unsigned safi;
    struct slice addresses_or_ranges; /* the contents; SLICE_NONE: inherit */
};

/* An address, of which the bits in front are there. */
struct address_bits {
    struct slice octets;
    unsigned unused; /* bits of the last octet */
};

struct ip_address_or_range {
    bool is_range;
    struct address_bits min; /* or the prefix */
    struct address_bits max;
};

/* How many octets an address of the family has; 0 where that is not known. */
size_t ip_address_length(unsigned afi);

bool ip_addr_blocks_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool ip_addr_blocks_next(struct slice *list, struct ip_address_family *family);
bool ip_addresses_next(struct slice *list, struct ip_address_or_range *range);

struct as_identifier_choice {
    bool is_there;
    struct slice as_ids_or_ranges; /* the contents; SLICE_NONE: inherit */
};

struct as_identifiers {
    struct as_identifier_choice asnum;
    struct as_identifier_choice rdi;
};

/* Contents octets of INTEGERs. */
struct as_id_or_range {
    struct slice min; /* or the only one */
    struct slice max; /* SLICE_NONE where it is one */
};

bool as_identifiers_parse(struct der *d, struct as_identifiers *identifiers,
                          struct error *e) MUST_USE;
bool as_ids_next(struct slice *list, struct as_id_or_range *range);

#endif
