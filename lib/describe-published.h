/* SPDX-License-Identifier: Apache-2.0 */
/* An entry of a published list: where it stands, and what the list tells of it. */
#ifndef OCSPKIT_DESCRIBE_PUBLISHED_H
#define OCSPKIT_DESCRIBE_PUBLISHED_H

#include "published-set.h"
#include "report.h"

/* "matched", for JSON and --fields; nothing in text. */
void describe_published(struct report *r, const struct published_entry *entry);

/*
 * In text, cells of a row: "certdata.txt:1201  LABEL  trusted for serverAuth". `scratch` is
 * overwritten.
 */
void describe_published_cells(struct report *r, const struct published_entry *entry,
                              struct buffer *scratch);

#endif
