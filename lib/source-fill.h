/* SPDX-License-Identifier: Apache-2.0 */
/* How a source reads its file: in bounded pieces, into one window. For source.c alone. */
#ifndef OCSPKIT_SOURCE_FILL_H
#define OCSPKIT_SOURCE_FILL_H

#include "source.h"

#define SOURCE_WINDOW (64 * KIB) /* at first; it grows as an object needs */

/* Reads more behind `unread`; at the end of the file s->fd becomes -1. */
bool source_fill(struct source *s, struct error *e) MUST_USE;

/* Reads until `unread` has `len` bytes or all there are. */
bool source_fill_to(struct source *s, size_t len, struct error *e) MUST_USE;

/* Closes the file, if it is one; s->fd becomes -1. */
void source_stop_reading(struct source *s);

/* Goes back to the start of the file that was kept, unless it has changed; s->fd is that file. */
bool source_take_kept(struct source *s, struct error *e) MUST_USE;

/* Closes the file that was kept. */
void source_let_go(struct source *s);

#endif
