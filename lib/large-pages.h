/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory of some megabytes that is looked at here and there. In pages of 4 KiB getting it costs
 * more than filling it, so the system is asked for its large ones; where it has none it is memory
 * like any other.
 */
#ifndef OCSPKIT_LARGE_PAGES_H
#define OCSPKIT_LARGE_PAGES_H

#include <stddef.h>

/* To be freed with free(); not zeroed; null where there is no memory. */
void *large_pages_allocate(size_t size);

#endif
