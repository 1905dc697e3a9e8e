/* SPDX-License-Identifier: Apache-2.0 */
#define _DEFAULT_SOURCE /* madvise() */

#include "large-pages.h"

#include <stdlib.h>
#include <sys/mman.h>

#define LARGE_PAGE ((size_t)2 * 1024 * 1024) /* of x86-64, and of AArch64 with pages of 4 KiB */

void *large_pages_allocate(size_t size)
{
    size_t whole = (size + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
    void *memory = aligned_alloc(LARGE_PAGE, whole);

#ifdef MADV_HUGEPAGE
    if (memory != NULL)
        (void)madvise(memory, whole, MADV_HUGEPAGE);
#endif
    return memory;
}
