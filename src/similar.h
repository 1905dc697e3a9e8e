/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which word a mistyped one was meant to be: the fewest letters changed, left out, put in or
 * swapped with their neighbour (the restricted Damerau-Levenshtein distance), small and capital
 * letters taken for the same.
 *
 *     struct similar s = {.word = "decdoe"};
 *     similar_offer(&s, "decode");                    each word that there is
 *     if (s.best != NULL) ...                         the most similar, the first of equals
 */
#ifndef OCSPKIT_SIMILAR_H
#define OCSPKIT_SIMILAR_H

#include <stddef.h>

struct similar {
    const char *word;
    const char *best; /* null: none is similar enough */
    unsigned distance;
};

/*
 * Looks at one candidate. Similar enough is one mistake in every three letters; where `word` begins
 * a candidate, with three letters or more, it counts as one mistake. Words of over 32 letters are
 * similar to nothing.
 */
void similar_offer(struct similar *s, const char *candidate);

#endif
