/* SPDX-License-Identifier: Apache-2.0 */
#include "timestamp.h"

#define DAY      86400
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

/*
 * Years are counted from March here, so that a leap day is a year's last, and from 400 years before
 * year 0, so that no count is negative.
 */
#define DAYS_BEFORE_MARCH 60     /* of year 0, a leap year */
#define DAYS_IN_ERA       146097 /* 400 years */

static int64_t civil_to_seconds(const struct civil *c)
{
    /* from March on */
    static const uint16_t days_before[12] = {306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};
    uint32_t year = (uint32_t)(c->year + 400 - (c->month <= FEBRUARY));
    uint32_t century = year / 100;
    uint32_t days = 365 * year + year / 4 - century + century / 4 + days_before[c->month - 1] +
                    (uint32_t)c->day - 1;

    return TIMESTAMP_MIN + (int64_t)(days - DAYS_IN_ERA + DAYS_BEFORE_MARCH) * DAY +
           c->hour * 3600 + c->minute * 60 + c->second;
}

/*
 * Multiplying takes the place of dividing, as shown by C. Neri and L. Schneider, "Euclidean affine
 * functions and their application to calendar algorithms", Software: Practice and Experience 53
 * (2023).
 */
static inline void set_date(struct civil *c, uint32_t days)
{
    uint32_t quarters = 4 * (days + DAYS_IN_ERA - DAYS_BEFORE_MARCH) + 3;
    uint32_t century = quarters / DAYS_IN_ERA;
    uint64_t in_century = UINT64_C(2939745) * (quarters % DAYS_IN_ERA | 3);
    uint32_t year = (uint32_t)(in_century >> 32);
    uint32_t day = (uint32_t)in_century / 2939745 / 4; /* of the year, from 0 */
    uint32_t month = 2141 * day + 197913;              /* and the day of it below */
    bool is_after_december = day >= 306;

    c->year = (int)(100 * century + year + is_after_december) - 400;
    c->month = (int)(month >> 16) - (is_after_december ? 12 : 0);
    c->day = (int)((month & 0xFFFF) / 2141) + 1;
}

static inline struct civil seconds_to_civil(int64_t t)
{
    struct civil c;
    uint64_t since;
    uint32_t seconds;

    if (t < TIMESTAMP_MIN)
        t = TIMESTAMP_MIN;
    if (t > TIMESTAMP_MAX)
        t = TIMESTAMP_MAX;
    since = (uint64_t)(t - TIMESTAMP_MIN);
    set_date(&c, (uint32_t)(since / DAY));
    seconds = (uint32_t)(since % DAY);
    c.hour = (int)(seconds / 3600);
    c.minute = (int)(seconds / 60 % 60);
    c.second = (int)(seconds % 60);
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

static NOINLINE bool refuse(struct slice text, enum error_code code, const char *wanted,
                            struct error *e)
{
    return error_set(e, code, "expected %s, found '%.*s'%s", wanted,
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

static NOINLINE bool check_civil(const struct civil *c, enum error_code code, struct error *e)
{
    return check_field("a month", c->month, 1, 12, code, e) &&
           check_field("a day", c->day, 1, days_in_month(c->year, c->month), code, e) &&
           check_field("an hour", c->hour, 0, 23, code, e) &&
           check_field("a minute", c->minute, 0, 59, code, e) &&
           check_field("a second", c->second, 0, 59, code, e);
}

/* Eight bytes, the first in the lowest octet. */
static inline uint64_t load_eight(const uint8_t *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

/* Each octet of a word. */
#define OCTETS(c) (UINT64_C(0x0101010101010101) * (c))

/* Eight digits at once, as four numbers of two in every second octet. False: one is no digit. */
static inline bool read_pairs(const uint8_t *at, uint64_t *pairs)
{
    uint64_t text = load_eight(at);
    uint64_t digits = text ^ OCTETS('0');

    *pairs = digits * 10 + (digits >> 8);
    /* No octet is over 15, nor over 9: then 6 more would make it 16. */
    return ((digits | (digits + OCTETS(6))) & OCTETS(0xF0)) == 0;
}

static inline int pair(uint64_t pairs, unsigned i)
{
    return (int)(pairs >> 16 * i & 0xFF);
}

/* The month to the second; `later` is what read_pairs() made of the last eight digits. */
static inline bool convert(int year, int month, uint64_t later, int64_t *t, struct error *e)
{
    struct civil c = {year, month, pair(later, 0), pair(later, 1), pair(later, 2), pair(later, 3)};
    bool common = (unsigned)month - 1 < 12 && (unsigned)c.day - 1 < 28 && c.hour < 24 &&
                  c.minute < 60 && c.second < 60;

    if (UNLIKELY(!common) && !check_civil(&c, ERROR_DER, e))
        return false;
    *t = civil_to_seconds(&c);
    return true;
}

bool timestamp_parse_utc_time(struct slice text, int64_t *t, struct error *e)
{
    uint64_t first, later;
    int year;

    if (text.len != sizeof("YYMMDDHHMMSS") || text.data[12] != 'Z' ||
        !read_pairs(text.data, &first) || !read_pairs(text.data + 4, &later))
        return refuse(text, ERROR_DER, "YYMMDDHHMMSSZ", e);
    year = pair(first, 0);
    return convert(year + (year >= 50 ? 1900 : 2000), pair(first, 1), later, t, e);
}

bool timestamp_parse_generalized_time(struct slice text, int64_t *t, struct error *e)
{
    uint64_t first, later;

    if (text.len != sizeof("YYYYMMDDHHMMSS") || text.data[14] != 'Z' ||
        !read_pairs(text.data, &first) || !read_pairs(text.data + 6, &later))
        return refuse(text, ERROR_DER, "YYYYMMDDHHMMSSZ", e);
    return convert(pair(first, 0) * 100 + pair(first, 1), pair(first, 2), later, t, e);
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

/* The digits of 00 to 99. */
#define TEN(d) d "0" d "1" d "2" d "3" d "4" d "5" d "6" d "7" d "8" d "9"

static void write_two(uint8_t *out, int value)
{
    static const char digits[] =
        TEN("0") TEN("1") TEN("2") TEN("3") TEN("4") TEN("5") TEN("6") TEN("7") TEN("8") TEN("9");

    memcpy(out, digits + 2 * value, 2);
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
