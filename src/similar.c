/* SPDX-License-Identifier: Apache-2.0 */
#include "similar.h"

#include <stdbool.h>
#include <string.h>

#define LETTERS_MAX 32

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Whether the letters before a[i] and b[j] are the same two, swapped. */
static bool swapped(const char *a, size_t i, const char *b, size_t j)
{
    return i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
           lower(a[i - 2]) == lower(b[j - 1]);
}

static unsigned distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    unsigned d[LETTERS_MAX + 1][LETTERS_MAX + 1]; /* between the first i letters of a and j of b */

    for (size_t i = 0; i <= a_len; i++)
        d[i][0] = (unsigned)i;
    for (size_t j = 0; j <= b_len; j++)
        d[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_len; i++) {
        for (size_t j = 1; j <= b_len; j++) {
            unsigned changed = lower(a[i - 1]) != lower(b[j - 1]);

            d[i][j] = least(d[i - 1][j - 1] + changed, least(d[i - 1][j], d[i][j - 1]) + 1);
            if (swapped(a, i, b, j))
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a_len][b_len];
}

static bool begins(const char *word, size_t len, const char *candidate)
{
    for (size_t i = 0; i < len; i++) {
        if (lower(word[i]) != lower(candidate[i]))
            return false;
    }
    return len >= 3;
}

void similar_offer(struct similar *s, const char *candidate)
{
    size_t len = strlen(s->word);
    size_t candidate_len = strlen(candidate);
    size_t longer = len > candidate_len ? len : candidate_len;
    unsigned found;

    if (longer > LETTERS_MAX)
        return;
    found = distance(s->word, len, candidate, candidate_len);
    if (len < candidate_len && begins(s->word, len, candidate))
        found = least(found, 1);
    if (found * 3 > longer || (s->best != NULL && found >= s->distance))
        return;
    s->best = candidate;
    s->distance = found;
}
