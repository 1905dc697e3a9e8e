/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The records of check-window --sort=expiry: all of them are held as they were written, and go out
 * in the order in which their windows end. What has no end, or failed, comes last, in the order of
 * the inputs.
 *
 *     window_order_add(&order, start, end, &s, e);   behind each record
 *     window_order_write(&order, &s);                when all inputs were read
 */
#ifndef OCSPKIT_WINDOW_ORDER_H
#define OCSPKIT_WINDOW_ORDER_H

#include "session.h"

struct window_order {
    struct buffer marks; /* where each record stands in session_out(), and when it ends */
    size_t marked;       /* how far that is told */
};

#define WINDOW_ORDER_INIT                                                                          \
    {                                                                                              \
        .marks = BUFFER_INIT(LIMIT_OUTPUT)                                                         \
    }
void window_order_free(struct window_order *order);

#define WINDOW_ORDER_ENDLESS INT64_MAX

/*
 * A record was written from byte `start` of session_out() on; its first window ends at `end`,
 * seconds since 1970 UTC. What stands before it unmarked failed. The session holds its output.
 */
bool window_order_add(struct window_order *order, const struct session *s, size_t start,
                      int64_t end, struct error *e) MUST_USE;

/* Lets all of it go, in its order. Errors: ERROR_MEMORY. */
bool window_order_write(struct window_order *order, struct session *s, struct error *e) MUST_USE;

#endif
