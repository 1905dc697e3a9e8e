/* SPDX-License-Identifier: Apache-2.0 */
#include "decimal.h"

#include <string.h>

size_t decimal_format(uint64_t number, uint8_t out[DECIMAL_MAX])
{
    uint8_t digits[DECIMAL_MAX];
    size_t at = DECIMAL_MAX;

    do
        digits[--at] = (uint8_t)('0' + number % 10);
    while ((number /= 10) > 0);
    memcpy(out, digits + at, DECIMAL_MAX - at);
    return DECIMAL_MAX - at;
}
