/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One change to some bytes, most of the time one that keeps the lengths around it right: an element
 * of the DER removed, doubled, put in the place of another, cut, its tag, its length or its
 * contents changed. What a generator of blind changes hardly ever comes to.
 */
#ifndef OCSPKIT_MUTATE_H
#define OCSPKIT_MUTATE_H

#include <stddef.h>
#include <stdint.h>

/* Changes `size` bytes in room for `room`, which is at least 16; the new size. The same `random`
 * gives the same change. */
size_t mutate(uint8_t *data, size_t size, size_t room, uint64_t *random);

/* The next number of a sequence (splitmix64), from 0 to below - 1. */
size_t random_below(uint64_t *random, size_t below);

#endif
