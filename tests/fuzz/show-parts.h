/* SPDX-License-Identifier: Apache-2.0 */
/* What the kinds of objects have in common, for the files show-KIND.c. */
#ifndef OCSPKIT_SHOW_PARTS_H
#define OCSPKIT_SHOW_PARTS_H

#include "extension.h"
#include "object.h"
#include "report.h"

typedef void (*describe_body)(struct report *r, const void *view);

/* The record of that type, in text, JSON and --fields. */
void show(const char *type, describe_body describe, const void *view);

/* What is said of an object that is refused: the reason, and the elements around the place. */
void refuse(const struct object *object, const struct error *e);

/* Every part of what was parsed, as far as there are parts; each in `whole`. */
void walk_name(struct slice name, struct slice whole);
void walk_extensions(const struct extensions *extensions, struct slice whole);
void walk_certs(struct slice certs, size_t count, struct slice whole);

#endif
