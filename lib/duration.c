/* SPDX-License-Identifier: Apache-2.0 */
#include "duration.h"

#include "decimal.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)
#define WEEK   (7 * DAY)

/* The seconds of a unit's letter; 0 where it is none. */
static int64_t unit_seconds(uint8_t letter)
{
    switch (letter) {
    case 's':
        return 1;
    case 'm':
        return MINUTE;
    case 'h':
        return HOUR;
    case 'd':
        return DAY;
    case 'w':
        return WEEK;
    default:
        return 0;
    }
}

static bool refuse(struct slice text, const char *wanted, struct error *e)
{
    return error_set(e, ERROR_USAGE, "expected %s, found '%.*s'%s", wanted,
                     (int)(text.len < 40 ? text.len : 40), (const char *)text.data,
                     text.len > 40 ? "..." : "");
}

/* The digits from *at on; false where there are none or the number is over INT64_MAX. */
static bool parse_number(struct slice text, size_t *at, int64_t *number, struct error *e)
{
    size_t start = *at;

    *number = 0;
    for (; *at < text.len && text.data[*at] >= '0' && text.data[*at] <= '9'; ++*at) {
        int digit = text.data[*at] - '0';

        if (*number > (INT64_MAX - digit) / 10)
            return refuse(text, "a duration of at most 2^63 - 1 seconds", e);
        *number = 10 * *number + digit;
    }
    return *at > start || refuse(text, "a duration such as 300, 5m, 2h or 1h30m", e);
}

bool duration_parse(struct slice text, int64_t *seconds, struct error *e)
{
    int64_t last_unit = INT64_MAX;
    int64_t sum = 0;
    int64_t number, unit;
    size_t at = 0;

    do {
        if (!parse_number(text, &at, &number, e))
            return false;
        if (at == text.len && sum == 0 && last_unit == INT64_MAX)
            unit = 1;
        else
            unit = at < text.len ? unit_seconds(text.data[at++]) : 0;
        if (unit == 0)
            return refuse(text, "one of s, m, h, d, w behind each number", e);
        if (unit >= last_unit)
            return refuse(text, "units from large to small", e);
        if (number > (INT64_MAX - sum) / unit)
            return refuse(text, "a duration of at most 2^63 - 1 seconds", e);
        sum += number * unit;
        last_unit = unit;
    } while (at < text.len);
    *seconds = sum;
    return true;
}

/* "21 h" */
static size_t format_unit(uint64_t count, const char *word, char *out)
{
    size_t len = decimal_format(count, (uint8_t *)out);

    out[len++] = ' ';
    for (; *word != '\0'; word++)
        out[len++] = *word;
    out[len] = '\0';
    return len;
}

size_t duration_format_words(int64_t seconds, char out[DURATION_WORDS_MAX])
{
    static const struct {
        uint64_t seconds;
        const char *word;
    } units[] = {{DAY, "d"}, {HOUR, "h"}, {MINUTE, "min"}, {1, "s"}};
    uint64_t left = seconds < 0 ? -(uint64_t)seconds : (uint64_t)seconds;
    size_t largest = 0;
    uint64_t second = 0;
    size_t len;

    while (largest + 1 < ARRAY_SIZE(units) && left < units[largest].seconds)
        largest++;
    if (largest + 1 < ARRAY_SIZE(units))
        second = left % units[largest].seconds / units[largest + 1].seconds;
    len = format_unit(left / units[largest].seconds, units[largest].word, out);
    if (second == 0)
        return len;
    out[len++] = ' ';
    return len + format_unit(second, units[largest + 1].word, out + len);
}

const char *duration_format_distance(int64_t since, char out[DURATION_DISTANCE_MAX])
{
    size_t len;

    if (since == 0)
        return memcpy(out, "now", sizeof("now"));
    if (since < 0) {
        memcpy(out, "in ", 3);
        (void)duration_format_words(since, out + 3);
        return out;
    }
    len = duration_format_words(since, out);
    memcpy(out + len, " ago", sizeof(" ago"));
    return out;
}
