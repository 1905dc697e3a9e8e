/* SPDX-License-Identifier: Apache-2.0 */
#include "window-order.h"

#include <stdlib.h>

struct mark {
    int64_t end;
    size_t start;
    size_t len;
};

void window_order_free(struct window_order *order)
{
    buffer_free(&order->marks);
}

/* The bytes from the last mark to `until`. */
static bool mark(struct window_order *order, size_t until, int64_t end, struct error *e)
{
    struct mark m = {end, order->marked, until - order->marked};

    order->marked = until;
    return m.len == 0 || buffer_append(&order->marks, slice_of(&m, sizeof(m)), e);
}

bool window_order_add(struct window_order *order, const struct session *s, size_t start,
                      int64_t end, struct error *e)
{
    return mark(order, start, WINDOW_ORDER_ENDLESS, e) && mark(order, s->report.out.len, end, e);
}

static int compare(const void *a, const void *b)
{
    const struct mark *x = a;
    const struct mark *y = b;

    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return (x->start > y->start) - (x->start < y->start);
}

bool window_order_write(struct window_order *order, struct session *s, struct error *e)
{
    struct buffer held CLEANUP(buffer_free) = *session_out(s);
    struct mark *marks;
    size_t count;

    *session_out(s) = (struct buffer)BUFFER_INIT(LIMIT_OUTPUT);
    s->holds = false;
    if (!mark(order, held.len, WINDOW_ORDER_ENDLESS, e))
        return false;
    marks = (struct mark *)(void *)order->marks.data;
    count = order->marks.len / sizeof(*marks);
    if (count > 0)
        qsort(marks, count, sizeof(*marks), compare);
    for (size_t i = 0; i < count; i++)
        session_write(s, slice_of(held.data + marks[i].start, marks[i].len));
    return true;
}
