/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the compiler is asked to check or to do, each under one name.
 *
 * MUST_USE     a result that says whether the call failed; ignoring it is a warning.
 * PRINTF(f,a)  the format is parameter f, its arguments start at a (from 1).
 * ALWAYS_INLINE
 *              a function whose work folds away where its arguments are constant.
 * NOINLINE     a way that is seldom taken, which is to stay out of its callers.
 * FLATTEN      the entry of a hot path: all that it calls becomes part of it.
 * FETCH(p)     what stands there is looked at soon, and is not likely to be in the cache.
 * CLEANUP(fn)  fn(&variable) runs when the variable leaves its scope.
 */
#ifndef OCSPKIT_COMPILER_H
#define OCSPKIT_COMPILER_H

#define MUST_USE      __attribute__((warn_unused_result))
#define PRINTF(f, a)  __attribute__((format(printf, f, a)))
#define CLEANUP(fn)   __attribute__((cleanup(fn)))
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NOINLINE      __attribute__((noinline))
#define FLATTEN       __attribute__((flatten))
#define COLD          __attribute__((cold))
#define FETCH(p)      __builtin_prefetch(p)
#define LIKELY(x)     __builtin_expect(!!(x), 1)
#define UNLIKELY(x)   __builtin_expect(!!(x), 0)

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

#endif
