/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName      -- RFC 5280 4.2.1.6
 * GeneralName ::= CHOICE {
 *     otherName                  [0] OtherName,
 *     rfc822Name                 [1] IA5String,
 *     dNSName                    [2] IA5String,
 *     x400Address                [3] ORAddress,
 *     directoryName              [4] Name,
 *     ediPartyName               [5] EDIPartyName,
 *     uniformResourceIdentifier  [6] IA5String,
 *     iPAddress                  [7] OCTET STRING,
 *     registeredID               [8] OBJECT IDENTIFIER }
 * OtherName ::= SEQUENCE {
 *     type-id  OBJECT IDENTIFIER,
 *     value    [0] EXPLICIT ANY DEFINED BY type-id }
 *
 * The tags, the members of otherName, Names and identifiers are checked. That a dNSName is one,
 * that a URI is one, how long an iPAddress is, and what an ORAddress, EDIPartyName or otherName's
 * value hold, beyond that it is DER, is not.
 */
#ifndef OCSPKIT_GENERAL_NAME_H
#define OCSPKIT_GENERAL_NAME_H

#include "buffer.h"
#include "der.h"

enum general_name_type {
    OTHER_NAME,
    RFC822_NAME,
    DNS_NAME,
    X400_ADDRESS,
    DIRECTORY_NAME,
    EDI_PARTY_NAME,
    UNIFORM_RESOURCE_IDENTIFIER,
    IP_ADDRESS,
    REGISTERED_ID,
};

/*
 * The value is the contents octets; of a directoryName the whole Name, of an otherName the whole
 * element in the [0], of an x400Address and an ediPartyName the whole element.
 */
struct general_name {
    enum general_name_type type;
    struct slice type_id; /* of an otherName: the OID's contents octets */
    struct slice value;   /* see below */
};

bool general_name_parse(struct der *d, struct general_name *name,
                        struct error *e) MUST_USE NOINLINE;

/*
 * GeneralNames with this tag (DER_SEQUENCE, or that of an IMPLICIT [n]): *names is its contents, of
 * which each is checked. That there is none is a departure: some responders' certificates have an
 * empty subjectAltName.
 */
bool general_names_parse(struct der *d, uint8_t tag, struct slice *names, struct error *e) MUST_USE;

/* Takes the first name from the front of *names; false at its end. Only after a parse. */
bool general_names_next(struct slice *names, struct general_name *name);

/* Appends the address of an iPAddress: "192.0.2.1", "2001:DB8:0:0:0:0:0:1"; false for another
 * length. */
bool general_name_append_ip(struct buffer *out, struct slice address, struct error *e) MUST_USE;

#endif
