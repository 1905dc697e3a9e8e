/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names: in data as RFC 4514 writes them, in text as OpenSSL prints them since 3.2. A GeneralName
 * is an object of one member in data ({"dNSName":"example.com"}) and OpenSSL's prefix and value in
 * text ("DNS:example.com").
 */
#ifndef OCSPKIT_DESCRIBE_NAME_H
#define OCSPKIT_DESCRIBE_NAME_H

#include "general-name.h"
#include "report.h"

/* A whole Name, parsed before. */
void describe_name(struct report *r, const struct field *f, struct slice name);

/* One RDN, the contents of its SET. */
void describe_rdn(struct report *r, const struct field *f, struct slice attributes);

/* A whole GeneralName, parsed before; of the field the layout is for text, the key for data. */
void describe_general_name(struct report *r, const struct field *f,
                           struct slice general_name) NOINLINE;

/* The same of one that is at hand in parts. */
void describe_general_name_view(struct report *r, const struct field *f,
                                const struct general_name *name);

/* The contents of a GeneralNames: the level `list`, in it each name as `element`. */
void describe_general_names(struct report *r, const struct field *list, const struct field *element,
                            struct slice names);

/* Appends the text form, "DNS:example.com". */
bool general_name_append_text(struct buffer *out, const struct general_name *name,
                              struct error *e) MUST_USE;

#endif
