/* SPDX-License-Identifier: Apache-2.0 */
#include "similar.h"

#include "slice.h"

#define LETTERS_MAX 32

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static bool is_same(struct slice a, size_t i, struct slice b, size_t j)
{
    return ascii_lower(a.data[i]) == ascii_lower(b.data[j]);
}

/* Whether the letters before the i-th of a and the j-th of b are the same two, swapped. */
static bool swapped(struct slice a, size_t i, struct slice b, size_t j)
{
    return i > 1 && j > 1 && is_same(a, i - 1, b, j - 2) && is_same(a, i - 2, b, j - 1);
}

static unsigned distance(struct slice a, struct slice b)
{
    unsigned d[LETTERS_MAX + 1][LETTERS_MAX + 1]; /* between the first i letters of a and j of b */

    for (size_t i = 0; i <= a.len; i++)
        d[i][0] = (unsigned)i;
    for (size_t j = 0; j <= b.len; j++)
        d[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a.len; i++) {
        for (size_t j = 1; j <= b.len; j++) {
            unsigned changed = !is_same(a, i - 1, b, j - 1);

            d[i][j] = least(d[i - 1][j - 1] + changed, least(d[i - 1][j], d[i][j - 1]) + 1);
            if (swapped(a, i, b, j))
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.len][b.len];
}

/* Whether the word begins the candidate. */
static bool begins(struct slice word, struct slice candidate)
{
    return word.len >= 3 && candidate.len > word.len &&
           slice_equal_without_case(word, slice_first(candidate, word.len));
}

void similar_offer(struct similar *s, const char *candidate)
{
    struct slice word = slice_of_string(s->word);
    struct slice letters = slice_of_string(candidate);
    size_t longer = word.len > letters.len ? word.len : letters.len;
    unsigned found;

    if (longer > LETTERS_MAX)
        return;
    found = distance(word, letters);
    if (begins(word, letters))
        found = least(found, 1);
    if (found * 3 > longer || (s->best != NULL && found >= s->distance))
        return;
    s->best = candidate;
    s->distance = found;
}
