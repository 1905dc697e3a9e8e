/* SPDX-License-Identifier: Apache-2.0 */
#include "base64-lines.h"

#define LINE_CHARACTERS 64

#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<sys/platform/x86.h>)
#include <immintrin.h>
#include <sys/platform/x86.h> /* glibc 2.33 on: what the loader already knows of the processor */
#define HAVE_WHOLE_LINES 1
#endif
#endif

#ifdef HAVE_WHOLE_LINES
#define AVX2                 __attribute__((target("avx2")))

#define HALF_LINE_OCTETS     24
#define HALF_LINE_CHARACTERS 32
#define HALF_LINE_READ       28 /* octets; the last four are not used */

/* From a value to its character; which entry is whose, characters() says. */
#define FIGURES (char)('0' - 52)
#define DISTANCES                                                                                  \
    'a' - 26, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES,     \
        FIGURES, '+' - 62, '/' - 63, 'A', 0, 0

/* Each three octets become two numbers of 16 bits: the first and the second, the second and the
 * third. */
#define GROUPS 1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10

/* Of each three octets the four values of six bits. What is masked is moved to its own octet by a
 * product: the first and third value by its upper half, the others by its lower one. */
AVX2 static inline __m256i values(__m256i octets)
{
    const __m256i order = _mm256_setr_epi8(GROUPS, GROUPS);
    __m256i groups = _mm256_shuffle_epi8(octets, order);
    __m256i upper = _mm256_and_si256(groups, _mm256_set1_epi32(0x0FC0FC00));
    __m256i lower = _mm256_and_si256(groups, _mm256_set1_epi32(0x003F03F0));

    return _mm256_or_si256(_mm256_mulhi_epu16(upper, _mm256_set1_epi32(1 << 26 | 1 << 6)),
                           _mm256_mullo_epi16(lower, _mm256_set1_epi32(1 << 24 | 1 << 4)));
}

/* Values below 26 have entry 13, up to 51 entry 0, and each behind them an entry of its own. */
AVX2 static inline __m256i characters(__m256i value)
{
    const __m256i distances = _mm256_setr_epi8(DISTANCES, DISTANCES);
    __m256i behind = _mm256_subs_epu8(value, _mm256_set1_epi8(51));
    __m256i first = _mm256_cmpgt_epi8(_mm256_set1_epi8(26), value);
    __m256i entry = _mm256_or_si256(behind, _mm256_and_si256(first, _mm256_set1_epi8(13)));

    return _mm256_add_epi8(value, _mm256_shuffle_epi8(distances, entry));
}

AVX2 static inline void encode_half(uint8_t *to, const uint8_t *from)
{
    __m128i low = _mm_loadu_si128((const __m128i *)(const void *)from);
    __m128i high = _mm_loadu_si128((const __m128i *)(const void *)(from + 12));
    __m256i octets = _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);

    _mm256_storeu_si256((__m256i *)(void *)to, characters(values(octets)));
}

/* As many as there are, with four octets behind the last one; returns how many octets they have. */
AVX2 static size_t encode_all(uint8_t *out, struct slice in)
{
    const uint8_t *from = in.data;
    size_t left = in.len;

    for (; left >= HALF_LINE_OCTETS + HALF_LINE_READ; left -= BASE64_LINE_OCTETS) {
        encode_half(out, from);
        encode_half(out + HALF_LINE_CHARACTERS, from + HALF_LINE_OCTETS);
        out[LINE_CHARACTERS] = '\n';
        out += LINE_CHARACTERS + 1;
        from += BASE64_LINE_OCTETS;
    }
    return in.len - left;
}

static size_t encode_whole_lines(uint8_t *out, struct slice in)
{
    return CPU_FEATURE_ACTIVE(AVX2) ? encode_all(out, in) : 0;
}
#else
static size_t encode_whole_lines(uint8_t *out, struct slice in)
{
    (void)out;
    (void)in;
    return 0;
}
#endif

size_t base64_encode_lines(uint8_t *out, struct slice in)
{
    size_t done = encode_whole_lines(out, in);
    uint8_t *to = out + BASE64_LINES_LEN(done);

    for (; done < in.len; done += BASE64_LINE_OCTETS) {
        size_t left = in.len - done;
        size_t octets = left < BASE64_LINE_OCTETS ? left : BASE64_LINE_OCTETS;

        to += base64_encode(to, slice_of(in.data + done, octets));
        *to++ = '\n';
    }
    return (size_t)(to - out);
}
