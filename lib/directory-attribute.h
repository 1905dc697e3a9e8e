/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SubjectDirectoryAttributes ::= SEQUENCE SIZE (1..MAX) OF Attribute     -- RFC 5280 4.2.1.8
 * Attribute ::= SEQUENCE {
 *     type    AttributeType,
 *     values  SET OF AttributeValue }
 *
 * The values are whole elements, not looked into. A SET OF out of order is a departure.
 */
#ifndef OCSPKIT_DIRECTORY_ATTRIBUTE_H
#define OCSPKIT_DIRECTORY_ATTRIBUTE_H

#include "der.h"

struct directory_attribute {
    struct slice type;   /* the OID's contents octets */
    struct slice values; /* the contents of the SET */
};

/* The list, of which *list is the contents; everything in it is checked. */
bool directory_attributes_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;

/* Each takes the first from the front of its list; false at its end. Only after a parse. */
bool directory_attributes_next(struct slice *list, struct directory_attribute *attribute);
bool directory_attribute_values_next(struct slice *values, struct slice *element);

#endif
