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
#define AVX __attribute__((target("avx")))

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

/* Sixteen values of six bits become four groups of 24, and their bytes twelve in a row. */
AVX static inline __m128i pack(__m128i values)
{
    const __m128i order = _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    __m128i twelve = _mm_maddubs_epi16(values, _mm_set1_epi16(1 << 8 | 1 << 6));
    __m128i groups = _mm_madd_epi16(twelve, _mm_set1_epi32(1 << 16 | 1 << 12));

    return _mm_shuffle_epi8(groups, order);
}

/* Sixteen digits; false where one of them is none, and nothing is written. */
AVX static inline bool decode_block(const uint8_t *from, uint8_t *to)
{
    const __m128i half = _mm_set1_epi8(15);
    __m128i block = _mm_loadu_si128((const __m128i *)(const void *)from);
    __m128i row = _mm_and_si128(_mm_srli_epi16(block, 4), half);
    __m128i wrong =
        _mm_and_si128(_mm_shuffle_epi8(_mm_setr_epi8(ROWS), row),
                      _mm_shuffle_epi8(_mm_setr_epi8(COLUMNS), _mm_and_si128(block, half)));
    __m128i entry = _mm_add_epi8(row, _mm_cmpeq_epi8(block, _mm_set1_epi8('/')));
    __m128i values = _mm_add_epi8(block, _mm_shuffle_epi8(_mm_setr_epi8(DISTANCES), entry));

    if (_mm_movemask_epi8(_mm_cmpgt_epi8(wrong, _mm_setzero_si128())) != 0)
        return false;
    _mm_storeu_si128((__m128i *)(void *)to, pack(values));
    return true;
}

/* How many characters stand before the padding, which there is only in a whole group. */
static size_t count_digits(struct slice text)
{
    size_t digits = text.len;

    if (text.len % 4 == 0 && text.data[digits - 1] == '=')
        digits -= text.data[digits - 2] == '=' ? 2 : 1;
    return digits;
}

/* Whole blocks from the front of the text; returns how many. */
AVX static inline size_t decode_blocks(struct slice text, uint8_t *out, size_t room)
{
    size_t most = room < 16 ? 0 : (room - 16) / 12 + 1;
    size_t blocks = 0;

    if (most > text.len / 16)
        most = text.len / 16;
    while (blocks < most && decode_block(text.data + 16 * blocks, out + 12 * blocks))
        blocks++;
    return blocks;
}

/* All of a short text; returns how many bytes that made, 0 where that cannot be. */
AVX static inline size_t decode_rest(struct slice text, uint8_t *out)
{
    uint8_t block[16];
    size_t digits = count_digits(text);

    memset(block, 'A', sizeof(block));
    memcpy(block, text.data, digits);
    return digits % 4 != 1 && decode_block(block, out) ? digits * 6 / 8 : 0;
}

AVX static size_t decode(struct slice text, size_t *at, uint8_t *out, size_t room)
{
    struct slice rest = slice_from(text, *at);
    size_t blocks = decode_blocks(rest, out, room);
    size_t len = 12 * blocks;
    size_t more;

    rest = slice_from(rest, 16 * blocks);
    *at = text.len - rest.len;
    if (rest.len < 2 || rest.len > 16 || room - len < 16)
        return len;
    more = decode_rest(rest, out + len);
    if (more > 0)
        *at = text.len;
    return len + more;
}

size_t base64_decode_blocks(struct slice text, size_t *at, uint8_t *out, size_t room)
{
    return CPU_FEATURE_ACTIVE(AVX) ? decode(text, at, out, room) : 0;
}
#else
size_t base64_decode_blocks(struct slice text, size_t *at, uint8_t *out, size_t room)
{
    (void)text;
    (void)at;
    (void)out;
    (void)room;
    return 0;
}
#endif
