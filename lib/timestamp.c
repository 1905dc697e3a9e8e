/* SPDX-License-Identifier: Apache-2.0 */
#include "timestamp.h"

#define DAY      INT64_C(86400)
#define FEBRUARY 2

struct civil {
    int year;   /* 0 to 9999 */
    int month;  /* 1 to 12 */
    int day;    /* from 1 */
    int hour;   /* 0 to 23 */
    int minute; /* 0 to 59 */
    int second; /* 0 to 59 */
};

/* How many days of a common year stand before each month, and before the next year. */
static const int days_before_month[13] = {0,   31,  59,  90,  120, 151, 181,
                                          212, 243, 273, 304, 334, 365};

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    return days_before_month[month] - days_before_month[month - 1] +
           (month == FEBRUARY && is_leap(year));
}

/* Days from 0000-01-01 to the first day of the year; year 0 is a leap year. */
static int days_before_year(int year)
{
    return 365 * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
}

static int64_t civil_to_seconds(const struct civil *c)
{
    int days = days_before_year(c->year) + days_before_month[c->month - 1] + c->day - 1 +
               (c->month > FEBRUARY && is_leap(c->year));

    return TIMESTAMP_MIN + days * DAY + c->hour * 3600 + c->minute * 60 + c->second;
}

static struct civil seconds_to_civil(int64_t t)
{
    struct civil c;
    int days, seconds, leap;

    if (t < TIMESTAMP_MIN)
        t = TIMESTAMP_MIN;
    if (t > TIMESTAMP_MAX)
        t = TIMESTAMP_MAX;
    days = (int)((t - TIMESTAMP_MIN) / DAY);
    seconds = (int)((t - TIMESTAMP_MIN) % DAY);

    /* 400 years have 146097 days: that estimate is off by one year at most. */
    c.year = (int)((int64_t)days * 400 / 146097);
    if (days_before_year(c.year) > days)
        c.year--;
    else if (days_before_year(c.year + 1) <= days)
        c.year++;
    days -= days_before_year(c.year);

    /* No month has more than 31 days: dividing by 32 gives this month or the one before. */
    leap = is_leap(c.year);
    c.month = days / 32 + 1;
    if (days >= days_before_month[c.month] + (leap && c.month >= FEBRUARY))
        c.month++;
    c.day = days - days_before_month[c.month - 1] - (leap && c.month > FEBRUARY) + 1;
    c.hour = seconds / 3600;
    c.minute = seconds / 60 % 60;
    c.second = seconds % 60;
    return c;
}

static bool is_digit(uint8_t c)
{
    return c >= '0' && c <= '9';
}

static int two_digits(struct slice text, size_t at)
{
    return (text.data[at] - '0') * 10 + (text.data[at + 1] - '0');
}

/* Whether the text starts as the shape says: 0 a digit, T one of "Tt ", anything else itself. */
static bool has_shape(struct slice text, struct slice shape)
{
    if (text.len < shape.len)
        return false;
    for (size_t i = 0; i < shape.len; i++) {
        uint8_t c = text.data[i];

        if (shape.data[i] == '0'   ? !is_digit(c)
            : shape.data[i] == 'T' ? c != 'T' && c != 't' && c != ' '
                                   : c != shape.data[i])
            return false;
    }
    return true;
}

static bool refuse(struct slice text, enum error_code code, const char *wanted, struct error *e)
{
    return error_set(e, code, "expected %s, found \"%.*s\"%s", wanted,
                     (int)(text.len < 40 ? text.len : 40), (const char *)text.data,
                     text.len > 40 ? "..." : "");
}

static bool check_field(const char *field, int have, int least, int most, enum error_code code,
                        struct error *e)
{
    if (have >= least && have <= most)
        return true;
    return error_set(e, code, "expected %s of %02d to %02d, found %02d", field, least, most, have);
}

static bool check_civil(const struct civil *c, enum error_code code, struct error *e)
{
    return check_field("a month", c->month, 1, 12, code, e) &&
           check_field("a day", c->day, 1, days_in_month(c->year, c->month), code, e) &&
           check_field("an hour", c->hour, 0, 23, code, e) &&
           check_field("a minute", c->minute, 0, 59, code, e) &&
           check_field("a second", c->second, 0, 59, code, e);
}

/* MMDDHHMMSS from `at` on, the shape of which is checked. */
static bool parse_behind_year(struct slice text, size_t at, int year, int64_t *t, struct error *e)
{
    struct civil c = {
        .year = year,
        .month = two_digits(text, at),
        .day = two_digits(text, at + 2),
        .hour = two_digits(text, at + 4),
        .minute = two_digits(text, at + 6),
        .second = two_digits(text, at + 8),
    };

    if (!check_civil(&c, ERROR_DER, e))
        return false;
    *t = civil_to_seconds(&c);
    return true;
}

bool timestamp_parse_utc_time(struct slice text, int64_t *t, struct error *e)
{
    struct slice shape = SLICE("000000000000Z");
    int year;

    if (text.len != shape.len || !has_shape(text, shape))
        return refuse(text, ERROR_DER, "YYMMDDHHMMSSZ", e);
    year = two_digits(text, 0);
    return parse_behind_year(text, 2, year >= 50 ? 1900 + year : 2000 + year, t, e);
}

bool timestamp_parse_generalized_time(struct slice text, int64_t *t, struct error *e)
{
    struct slice shape = SLICE("00000000000000Z");

    if (text.len != shape.len || !has_shape(text, shape))
        return refuse(text, ERROR_DER, "YYYYMMDDHHMMSSZ", e);
    return parse_behind_year(text, 4, two_digits(text, 0) * 100 + two_digits(text, 2), t, e);
}

static bool check_range(int64_t t, struct error *e)
{
    if (t >= TIMESTAMP_MIN && t <= TIMESTAMP_MAX)
        return true;
    return error_set(e, ERROR_USAGE, "expected a time in the years 0000 to 9999, found another");
}

/* The SECONDS of "@SECONDS". */
static bool parse_seconds(struct slice text, int64_t *t, struct error *e)
{
    bool negative = text.len > 1 && text.data[1] == '-';
    size_t at = negative ? 2 : 1;
    int64_t seconds = 0;

    if (at == text.len)
        return refuse(text, ERROR_USAGE, "@SECONDS", e);
    for (; at < text.len; at++) {
        if (!is_digit(text.data[at]))
            return refuse(text, ERROR_USAGE, "@SECONDS", e);
        /* So it cannot overflow, and what follows is out of range all the same. */
        if (seconds <= TIMESTAMP_MAX)
            seconds = 10 * seconds + (text.data[at] - '0');
    }
    if (!check_range(negative ? -seconds : seconds, e))
        return false;
    *t = negative ? -seconds : seconds;
    return true;
}

/* Moves *at behind a fraction of a second, where there is one. */
static bool skip_fraction(struct slice text, size_t *at, struct error *e)
{
    size_t point = *at;

    if (point == text.len || text.data[point] != '.')
        return true;
    do
        ++*at;
    while (*at < text.len && is_digit(text.data[*at]));
    return *at > point + 1 || refuse(text, ERROR_USAGE, "digits behind the point", e);
}

/* The zone is "Z" or "+01:00"; *east is in seconds. */
static bool parse_offset(struct slice text, struct slice zone, int *east, struct error *e)
{
    int hour, minute;

    *east = 0;
    if (slice_is(zone, "Z") || slice_is(zone, "z"))
        return true;
    if (zone.len != 6 || !(has_shape(zone, SLICE("+00:00")) || has_shape(zone, SLICE("-00:00"))))
        return refuse(text, ERROR_USAGE, "a time with Z or +HH:MM at its end", e);
    hour = two_digits(zone, 1);
    minute = two_digits(zone, 4);
    *east = (hour * 60 + minute) * (zone.data[0] == '-' ? -60 : 60);
    return check_field("an offset's hour", hour, 0, 23, ERROR_USAGE, e) &&
           check_field("an offset's minute", minute, 0, 59, ERROR_USAGE, e);
}

bool timestamp_parse(struct slice text, int64_t *t, struct error *e)
{
    struct slice shape = SLICE("0000-00-00T00:00:00");
    struct civil c;
    size_t at = shape.len;
    int64_t local;
    int east;

    if (text.len > 0 && text.data[0] == '@')
        return parse_seconds(text, t, e);
    if (!has_shape(text, shape))
        return refuse(text, ERROR_USAGE, "YYYY-MM-DDTHH:MM:SSZ or @SECONDS", e);
    c.year = two_digits(text, 0) * 100 + two_digits(text, 2);
    c.month = two_digits(text, 5);
    c.day = two_digits(text, 8);
    c.hour = two_digits(text, 11);
    c.minute = two_digits(text, 14);
    c.second = two_digits(text, 17);
    if (!skip_fraction(text, &at, e) || !parse_offset(text, slice_from(text, at), &east, e) ||
        !check_civil(&c, ERROR_USAGE, e))
        return false;
    local = civil_to_seconds(&c);
    if (!check_range(local - east, e))
        return false;
    *t = local - east;
    return true;
}

static void write_two(uint8_t *out, int value)
{
    out[0] = (uint8_t)('0' + value / 10);
    out[1] = (uint8_t)('0' + value % 10);
}

void timestamp_format_rfc3339(int64_t t, uint8_t out[TIMESTAMP_RFC3339_LEN])
{
    struct civil c = seconds_to_civil(t);

    memcpy(out, "0000-00-00T00:00:00Z", TIMESTAMP_RFC3339_LEN);
    write_two(out, c.year / 100);
    write_two(out + 2, c.year % 100);
    write_two(out + 5, c.month);
    write_two(out + 8, c.day);
    write_two(out + 11, c.hour);
    write_two(out + 14, c.minute);
    write_two(out + 17, c.second);
}

void timestamp_format_openssl(int64_t t, uint8_t out[TIMESTAMP_OPENSSL_LEN])
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct civil c = seconds_to_civil(t);

    memcpy(out, "Jan 00 00:00:00 0000 GMT", TIMESTAMP_OPENSSL_LEN);
    memcpy(out, months + 3 * (c.month - 1), 3);
    write_two(out + 4, c.day);
    if (c.day < 10)
        out[4] = ' ';
    write_two(out + 7, c.hour);
    write_two(out + 10, c.minute);
    write_two(out + 13, c.second);
    write_two(out + 16, c.year / 100);
    write_two(out + 18, c.year % 100);
}
