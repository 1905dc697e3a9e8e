/* SPDX-License-Identifier: Apache-2.0 */
#include "decimal.h"

#include "compiler.h"
#include "tap.h"

static const struct {
    uint64_t number;
    const char *digits;
} cases[] = {
    {0, "0"},
    {9, "9"},
    {10, "10"},
    {99, "99"},
    {100, "100"},
    {1234567890, "1234567890"},
    {INT64_MAX, "9223372036854775807"},
    {UINT64_MAX, "18446744073709551615"},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        char out[DECIMAL_MAX + 1];

        out[decimal_format(cases[i].number, (uint8_t *)out)] = '\0';
        is_string(out, cases[i].digits, cases[i].digits);
    }
    return tap_done();
}
