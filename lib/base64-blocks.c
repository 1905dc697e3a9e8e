/* SPDX-License-Identifier: Apache-2.0 */
#include "base64-blocks.h"

#include "compiler.h"

#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<sys/platform/x86.h>)
#include <immintrin.h>
#include <sys/platform/x86.h> /* glibc 2.33 on: what the loader already knows of the processor */
#define HAVE_BLOCKS 1
#endif
#endif

#ifdef HAVE_BLOCKS
#define AVX2 __attribute__((target("avx2")))

/*
 * A character is told by its two halves. Each row of the ASCII table that has digits, the upper
 * half being its number, owns a bit (rows with the same columns share one, all rows without digits
 * share the last), and a column's entry has the bits of the rows in which it holds no digit.
 */
enum {
    ROW_PLUS_SLASH = 1,    /* 2: '+' in column B, '/' in F */
    ROW_FIGURES = 2,       /* 3: columns 0 to 9 */
    ROW_FIRST_LETTERS = 4, /* 4 and 6: columns 1 to F */
    ROW_LAST_LETTERS = 8,  /* 5 and 7: columns 0 to A */
    ROW_OTHER = 16,
};

#define ROWS                                                                                       \
    ROW_OTHER, ROW_OTHER, ROW_PLUS_SLASH, ROW_FIGURES, ROW_FIRST_LETTERS, ROW_LAST_LETTERS,        \
        ROW_FIRST_LETTERS, ROW_LAST_LETTERS, ROW_OTHER, ROW_OTHER, ROW_OTHER, ROW_OTHER,           \
        ROW_OTHER, ROW_OTHER, ROW_OTHER, ROW_OTHER

#define COLUMN_0       (ROW_OTHER | ROW_PLUS_SLASH | ROW_FIRST_LETTERS)
#define COLUMN_1_TO_9  (ROW_OTHER | ROW_PLUS_SLASH)
#define COLUMN_A       (ROW_OTHER | ROW_PLUS_SLASH | ROW_FIGURES)
#define COLUMN_B_AND_F (ROW_OTHER | ROW_FIGURES | ROW_LAST_LETTERS)
#define COLUMN_C_TO_E  (COLUMN_B_AND_F | ROW_PLUS_SLASH)

#define COLUMNS                                                                                    \
    COLUMN_0, COLUMN_1_TO_9, COLUMN_1_TO_9, COLUMN_1_TO_9, COLUMN_1_TO_9, COLUMN_1_TO_9,           \
        COLUMN_1_TO_9, COLUMN_1_TO_9, COLUMN_1_TO_9, COLUMN_1_TO_9, COLUMN_A, COLUMN_B_AND_F,      \
        COLUMN_C_TO_E, COLUMN_C_TO_E, COLUMN_C_TO_E, COLUMN_B_AND_F

/* From a character of each row to its value; '/' is not as far from its value as '+', and takes
 * entry 1. */
#define DISTANCES                                                                                  \
    0, 63 - '/', 62 - '+', 52 - '0', 0 - 'A', 0 - 'A', 26 - 'a', 26 - 'a', 0, 0, 0, 0, 0, 0, 0, 0

/* Both halves of a wide register. */
AVX2 static inline __m256i twice(__m128i half)
{
    return _mm256_broadcastsi128_si256(half);
}

/* 32 values of six bits to 24 bytes in a row. */
AVX2 static inline __m256i pack(__m256i values)
{
    const __m128i order = _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    const __m256i together = _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 3, 7);
    __m256i twelve = _mm256_maddubs_epi16(values, _mm256_set1_epi16(1 << 8 | 1 << 6));
    __m256i groups = _mm256_madd_epi16(twelve, _mm256_set1_epi32(1 << 16 | 1 << 12));

    return _mm256_permutevar8x32_epi32(_mm256_shuffle_epi8(groups, twice(order)), together);
}

AVX2 static inline __m256i load(const uint8_t *from)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)from);
}

/* 32 digits to 24 bytes, and eight behind them; false where one is no digit. */
AVX2 static inline bool decode_block(__m256i digits, uint8_t *to)
{
    const __m256i half = _mm256_set1_epi8(15);
    __m256i row = _mm256_and_si256(_mm256_srli_epi16(digits, 4), half);
    __m256i column = _mm256_and_si256(digits, half);
    __m256i entry = _mm256_add_epi8(row, _mm256_cmpeq_epi8(digits, _mm256_set1_epi8('/')));
    __m256i distance = _mm256_shuffle_epi8(twice(_mm_setr_epi8(DISTANCES)), entry);

    if (!_mm256_testz_si256(_mm256_shuffle_epi8(twice(_mm_setr_epi8(ROWS)), row),
                            _mm256_shuffle_epi8(twice(_mm_setr_epi8(COLUMNS)), column)))
        return false;
    _mm256_storeu_si256((__m256i *)(void *)to, pack(_mm256_add_epi8(digits, distance)));
    return true;
}

/* The same where padding may stand at the end, which is taken for zeros. */
AVX2 static inline bool decode_padded_block(__m256i digits, size_t padding, uint8_t *to)
{
    __m256i is_padding = _mm256_cmpeq_epi8(digits, _mm256_set1_epi8('='));
    uint64_t found = (uint32_t)_mm256_movemask_epi8(is_padding);

    return found + (UINT64_C(1) << (32 - padding)) == UINT64_C(1) << 32 &&
           decode_block(_mm256_blendv_epi8(digits, _mm256_set1_epi8('A'), is_padding), to);
}

static size_t count_padding(struct slice text)
{
    if (text.data[text.len - 1] != '=')
        return 0;
    return text.data[text.len - 2] != '=' ? 1 : 2;
}

/*
 * The last block ends where the text does, and so begins within what is decoded already, unless the
 * text is of whole blocks.
 */
AVX2 static size_t decode(struct slice text, uint8_t *out, size_t *taken)
{
    const size_t block = 32;
    size_t last = text.len - block;
    size_t padding = count_padding(text);
    size_t at = 0;

    while (at < last && decode_block(load(text.data + at), out + at / 4 * 3))
        at += block;
    if (at < last || text.len % 4 != 0 ||
        !decode_padded_block(load(text.data + last), padding, out + last / 4 * 3)) {
        *taken = at;
        return at / 4 * 3;
    }
    *taken = text.len;
    return text.len / 4 * 3 - padding;
}

size_t base64_decode_blocks(struct slice text, uint8_t *out, size_t *taken)
{
    *taken = 0;
    return text.len >= 32 && CPU_FEATURE_ACTIVE(AVX2) ? decode(text, out, taken) : 0;
}
#else
size_t base64_decode_blocks(struct slice text, uint8_t *out, size_t *taken)
{
    (void)text;
    (void)out;
    *taken = 0;
    return 0;
}
#endif
