/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributes  ::=  SET OF Attribute                           -- RFC 2986 4.1, RFC 5652 5.3
 * Attribute   ::=  SEQUENCE {
 *     type    OBJECT IDENTIFIER,
 *     values  SET SIZE (1..MAX) OF ANY DEFINED BY type }
 *
 * Those of a certification request, of a signer, and, in a SEQUENCE, of a certificate's subject
 * (RFC 5280 4.2.1.8). Values are whole elements of any type (der-value.h). That a type stands there
 * once is not checked.
 */
#ifndef OCSPKIT_ATTRIBUTE_H
#define OCSPKIT_ATTRIBUTE_H

#include "der.h"

struct attribute {
    struct slice type;   /* the OID's contents octets */
    struct slice values; /* the contents of the SET OF */
    size_t value_count;
};

struct attributes {
    struct slice list; /* the contents of the SET OF or SEQUENCE OF */
    size_t count;
};

struct attribute_value {
    uint8_t tag;
    struct slice contents;
    struct slice element; /* tag and length included */
};

/*
 * Reads Attributes under an IMPLICIT tag. Refused: an attribute without a value. A SET OF that is
 * not in order is a departure.
 */
bool attributes_parse(struct der *d, uint8_t tag, struct attributes *attributes,
                      struct error *e) MUST_USE;

/* SEQUENCE SIZE (1..MAX) OF Attribute: SubjectDirectoryAttributes. */
bool directory_attributes_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;

/* Takes the first attribute from the front of the contents of such a list; false at its end. Only
 * after a parse. */
bool attributes_next(struct slice *list, struct attribute *attribute);

/* The same of a value of an attribute. */
bool attribute_values_next(struct slice *values, struct attribute_value *value);

#endif
