/* SPDX-License-Identifier: Apache-2.0 */
#include "retry-after.h"

#include "timestamp.h"

#define SHOWN 40

static bool refuse(struct slice value, struct error *e)
{
    return error_set(e, ERROR_ENCODING,
                     "expected seconds or a date, Sun, 06 Nov 1994 08:49:37 GMT, found '%.*s'",
                     (int)(value.len < SHOWN ? value.len : SHOWN), (const char *)value.data);
}

static bool is_digit(uint8_t c)
{
    return c >= '0' && c <= '9';
}

static bool parse_seconds(struct slice value, int64_t *wait, struct error *e)
{
    *wait = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!is_digit(value.data[i]))
            return refuse(value, e);
        if (*wait <= INT64_MAX / 10 - 1)
            *wait = 10 * *wait + (value.data[i] - '0');
    }
    return true;
}

/* The place of the three letters among the names, which have no separators; -1: none. */
static int find_name(const char *names, const uint8_t *letters)
{
    for (int i = 0; names[3 * i] != '\0'; i++) {
        if (memcmp(names + (size_t)(3 * i), letters, 3) == 0)
            return i;
    }
    return -1;
}

/* "Sun, 06 Nov 1994 08:49:37 GMT", as 19941106084937Z. */
static bool parse_date(struct slice value, int64_t *t, struct error *e)
{
    static const char form[] = "Xxx, 00 Xxx 0000 00:00:00 GMT";
    static const uint8_t order[] = {12, 13, 14, 15, 0, 0, 5, 6, 17, 18, 20, 21, 23, 24};
    uint8_t text[sizeof(order) + 1];
    int month;

    if (value.len != sizeof(form) - 1 || find_name("MonTueWedThuFriSatSun", value.data) < 0)
        return refuse(value, e);
    for (size_t i = 0; i < value.len; i++) {
        if (form[i] == '0' ? !is_digit(value.data[i])
                           : form[i] != 'X' && form[i] != 'x' && value.data[i] != form[i])
            return refuse(value, e);
    }
    month = find_name("JanFebMarAprMayJunJulAugSepOctNovDec", value.data + 8);
    if (month < 0)
        return refuse(value, e);
    for (size_t i = 0; i < sizeof(order); i++)
        text[i] = value.data[order[i]];
    text[4] = (uint8_t)('0' + (month + 1) / 10);
    text[5] = (uint8_t)('0' + (month + 1) % 10);
    text[sizeof(order)] = 'Z';
    return timestamp_parse_generalized_time(slice_of(text, sizeof(text)), t, NULL) ||
           refuse(value, e);
}

bool retry_after_parse(struct slice value, int64_t now, int64_t *wait, struct error *e)
{
    int64_t date;

    if (value.len > 0 && is_digit(value.data[0]))
        return parse_seconds(value, wait, e);
    if (!parse_date(value, &date, e))
        return false;
    *wait = date > now ? date - now : 0;
    return true;
}
