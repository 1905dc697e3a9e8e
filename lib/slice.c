/* SPDX-License-Identifier: Apache-2.0 */
#include "slice.h"

size_t slice_find(struct slice a, struct slice needle)
{
    size_t at = 0;

    while (a.len - at >= needle.len) {
        struct slice window = {a.data + at, a.len - at - (needle.len - 1)};
        size_t hit = slice_find_byte(window, needle.data[0]);
        if (hit == window.len)
            break;
        at += hit;
        if (memcmp(a.data + at, needle.data, needle.len) == 0)
            return at;
        at++;
    }
    return a.len;
}
