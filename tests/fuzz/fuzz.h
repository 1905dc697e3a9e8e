/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the fuzz targets share. A target is a file with LLVMFuzzerTestOneInput(): it gives the input
 * to one part of the library, and REQUIREs of the outcome what has to hold whatever the input is.
 * main.c calls it for files, libFuzzer for what it makes up.
 */
#ifndef OCSPKIT_FUZZ_H
#define OCSPKIT_FUZZ_H

#include "slice.h"

#include <stdio.h>
#include <stdlib.h>

/* Ends the program, in debug builds and others, with the place and what was wanted there. */
#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            (void)fflush(stdout);                                                                  \
            (void)fprintf(stderr, "%s:%d: required: %s\n", __FILE__, __LINE__, #condition);        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whether all of `part` lies in `whole`; what is absent lies anywhere. */
static inline bool is_inside(struct slice part, struct slice whole)
{
    if (part.data == NULL)
        return part.len == 0;
    return part.data >= whole.data && part.len <= whole.len &&
           (size_t)(part.data - whole.data) <= whole.len - part.len;
}

/* Takes up to `len` bytes from the front of *input: what decides how the rest is used. */
static inline struct slice take(struct slice *input, size_t len)
{
    struct slice taken = slice_first(*input, len < input->len ? len : input->len);

    *input = slice_from(*input, taken.len);
    return taken;
}

/* Takes a byte; 0 at the end. */
static inline uint8_t take_byte(struct slice *input)
{
    struct slice taken = take(input, 1);

    return taken.len > 0 ? taken.data[0] : 0;
}

#endif
