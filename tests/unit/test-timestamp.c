/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler.h"
#include "tap.h"
#include "timestamp.h"

enum form {
    UTC_TIME,
    GENERALIZED_TIME,
    TYPED
};

static const struct {
    enum form form;
    const char *text;
    const char *want; /* RFC 3339; where error is null */
    const char *error;
} cases[] = {
    {UTC_TIME, "180111224451Z", "2018-01-11T22:44:51Z", NULL},
    {UTC_TIME, "500101000000Z", "1950-01-01T00:00:00Z", NULL},
    {UTC_TIME, "491231235959Z", "2049-12-31T23:59:59Z", NULL},
    {UTC_TIME, "000229120000Z", "2000-02-29T12:00:00Z", NULL},
    {UTC_TIME, "700101000000Z", "1970-01-01T00:00:00Z", NULL},
    {UTC_TIME, "190229120000Z", NULL, "expected a day of 01 to 28, found 29"},
    {UTC_TIME, "180231120000Z", NULL, "expected a day of 01 to 28, found 31"},
    {UTC_TIME, "200230120000Z", NULL, "expected a day of 01 to 29, found 30"},
    {UTC_TIME, "180431120000Z", NULL, "expected a day of 01 to 30, found 31"},
    {UTC_TIME, "180100120000Z", NULL, "expected a day of 01 to 31, found 00"},
    {UTC_TIME, "181311224451Z", NULL, "expected a month of 01 to 12, found 13"},
    {UTC_TIME, "180011224451Z", NULL, "expected a month of 01 to 12, found 00"},
    {UTC_TIME, "180111244451Z", NULL, "expected an hour of 00 to 23, found 24"},
    {UTC_TIME, "180111226051Z", NULL, "expected a minute of 00 to 59, found 60"},
    {UTC_TIME, "180111224460Z", NULL, "expected a second of 00 to 59, found 60"},
    {UTC_TIME, "1801112244Z", NULL, "expected YYMMDDHHMMSSZ, found '1801112244Z'"},
    {UTC_TIME, "180111224451", NULL, "expected YYMMDDHHMMSSZ, found '180111224451'"},
    {UTC_TIME, "180111224451z", NULL, "expected YYMMDDHHMMSSZ, found '180111224451z'"},
    {UTC_TIME, "180111224451+0100", NULL, "expected YYMMDDHHMMSSZ, found '180111224451+0100'"},
    {UTC_TIME, "18011122445:Z", NULL, "expected YYMMDDHHMMSSZ, found '18011122445:Z'"},
    {UTC_TIME, "20180111224451Z", NULL, "expected YYMMDDHHMMSSZ, found '20180111224451Z'"},
    {UTC_TIME, "", NULL, "expected YYMMDDHHMMSSZ, found ''"},
    {GENERALIZED_TIME, "20180111224451Z", "2018-01-11T22:44:51Z", NULL},
    {GENERALIZED_TIME, "00000101000000Z", "0000-01-01T00:00:00Z", NULL},
    {GENERALIZED_TIME, "99991231235959Z", "9999-12-31T23:59:59Z", NULL},
    {GENERALIZED_TIME, "19000228235959Z", "1900-02-28T23:59:59Z", NULL},
    {GENERALIZED_TIME, "19000229000000Z", NULL, "expected a day of 01 to 28, found 29"},
    {GENERALIZED_TIME, "20180231000000Z", NULL, "expected a day of 01 to 28, found 31"},
    {GENERALIZED_TIME, "20181301000000Z", NULL, "expected a month of 01 to 12, found 13"},
    {GENERALIZED_TIME, "20180111224460Z", NULL, "expected a second of 00 to 59, found 60"},
    {GENERALIZED_TIME, "20180111224451.5Z", NULL,
     "expected YYYYMMDDHHMMSSZ, found '20180111224451.5Z'"},
    {GENERALIZED_TIME, "201801112244Z", NULL, "expected YYYYMMDDHHMMSSZ, found '201801112244Z'"},
    {GENERALIZED_TIME, "20180111224451+0000", NULL,
     "expected YYYYMMDDHHMMSSZ, found '20180111224451+0000'"},
    {GENERALIZED_TIME, "180111224451Z", NULL, "expected YYYYMMDDHHMMSSZ, found '180111224451Z'"},
    {TYPED, "2018-01-11T22:44:51Z", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-01-11t22:44:51z", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-01-11 22:44:51Z", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-01-11T22:44:51.999Z", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-01-11T23:44:51+01:00", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-01-11T17:14:51.5-05:30", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-01-11T22:44:51-00:00", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "2018-12-31T23:59:59-00:01", "2019-01-01T00:00:59Z", NULL},
    {TYPED, "@0", "1970-01-01T00:00:00Z", NULL},
    {TYPED, "@1515710691", "2018-01-11T22:44:51Z", NULL},
    {TYPED, "@-1", "1969-12-31T23:59:59Z", NULL},
    {TYPED, "@253402300799", "9999-12-31T23:59:59Z", NULL},
    {TYPED, "@-62167219200", "0000-01-01T00:00:00Z", NULL},
    {TYPED, "@253402300800", NULL, "expected a time in the years 0000 to 9999, found another"},
    {TYPED, "@-62167219201", NULL, "expected a time in the years 0000 to 9999, found another"},
    {TYPED, "@99999999999999999999999", NULL,
     "expected a time in the years 0000 to 9999, found another"},
    {TYPED, "@", NULL, "expected @SECONDS, found '@'"},
    {TYPED, "@-", NULL, "expected @SECONDS, found '@-'"},
    {TYPED, "@1x", NULL, "expected @SECONDS, found '@1x'"},
    {TYPED, "0000-01-01T00:00:00+00:01", NULL,
     "expected a time in the years 0000 to 9999, found another"},
    {TYPED, "9999-12-31T23:59:59-00:01", NULL,
     "expected a time in the years 0000 to 9999, found another"},
    {TYPED, "2018-02-31T00:00:00Z", NULL, "expected a day of 01 to 28, found 31"},
    {TYPED, "2018-13-01T00:00:00Z", NULL, "expected a month of 01 to 12, found 13"},
    {TYPED, "2016-12-31T23:59:60Z", NULL, "expected a second of 00 to 59, found 60"},
    {TYPED, "2018-01-11T22:44:51+24:00", NULL, "expected an offset's hour of 00 to 23, found 24"},
    {TYPED, "2018-01-11T22:44:51+01:60", NULL, "expected an offset's minute of 00 to 59, found 60"},
    {TYPED, "2018-01-11T22:44:51", NULL,
     "expected a time with Z or +HH:MM at its end, found '2018-01-11T22:44:51'"},
    {TYPED, "2018-01-11T22:44:51.Z", NULL,
     "expected digits behind the point, found '2018-01-11T22:44:51.Z'"},
    {TYPED, "2018-01-11T22:44:51.+01:00", NULL,
     "expected digits behind the point, found '2018-01-11T22:44:51.+01:00'"},
    {TYPED, "2018-01-11T22:44:51Zx", NULL,
     "expected a time with Z or +HH:MM at its end, found '2018-01-11T22:44:51Zx'"},
    {TYPED, "2018-01-11", NULL, "expected YYYY-MM-DDTHH:MM:SSZ or @SECONDS, found '2018-01-11'"},
    {TYPED, "", NULL, "expected YYYY-MM-DDTHH:MM:SSZ or @SECONDS, found ''"},
    {TYPED, "now", NULL, "expected YYYY-MM-DDTHH:MM:SSZ or @SECONDS, found 'now'"},
};

static bool parse(enum form form, struct slice text, int64_t *t, struct error *e)
{
    switch (form) {
    case UTC_TIME:
        return timestamp_parse_utc_time(text, t, e);
    case GENERALIZED_TIME:
        return timestamp_parse_generalized_time(text, t, e);
    case TYPED:
        break;
    }
    return timestamp_parse(text, t, e);
}

static void test_parse(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        char text[TIMESTAMP_RFC3339_LEN + 1] = {0};
        struct error e;
        int64_t t;

        if (parse(cases[i].form, slice_of_string(cases[i].text), &t, &e)) {
            timestamp_format_rfc3339(t, (uint8_t *)text);
            is_string(text, cases[i].want != NULL ? cases[i].want : "an error", cases[i].text);
            continue;
        }
        is_string(e.text, cases[i].error != NULL ? cases[i].error : "no error", cases[i].text);
        is_int(e.code, cases[i].form == TYPED ? ERROR_USAGE : ERROR_DER, "its code");
        ok(!e.has_offset, "it has no offset");
    }
}

static const struct {
    int64_t t;
    const char *rfc3339;
    const char *openssl;
} layouts[] = {
    {1515710691, "2018-01-11T22:44:51Z", "Jan 11 22:44:51 2018 GMT"},
    {0, "1970-01-01T00:00:00Z", "Jan  1 00:00:00 1970 GMT"},
    {-1, "1969-12-31T23:59:59Z", "Dec 31 23:59:59 1969 GMT"},
    {951782400, "2000-02-29T00:00:00Z", "Feb 29 00:00:00 2000 GMT"},
    {951868800, "2000-03-01T00:00:00Z", "Mar  1 00:00:00 2000 GMT"},
    {2147483648, "2038-01-19T03:14:08Z", "Jan 19 03:14:08 2038 GMT"},
    {TIMESTAMP_MIN, "0000-01-01T00:00:00Z", "Jan  1 00:00:00 0000 GMT"},
    {TIMESTAMP_MAX, "9999-12-31T23:59:59Z", "Dec 31 23:59:59 9999 GMT"},
    {INT64_MIN, "0000-01-01T00:00:00Z", "Jan  1 00:00:00 0000 GMT"},
    {INT64_MAX, "9999-12-31T23:59:59Z", "Dec 31 23:59:59 9999 GMT"},
};

static void test_format(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(layouts); i++) {
        char rfc3339[TIMESTAMP_RFC3339_LEN + 1] = {0};
        char openssl[TIMESTAMP_OPENSSL_LEN + 1] = {0};

        timestamp_format_rfc3339(layouts[i].t, (uint8_t *)rfc3339);
        timestamp_format_openssl(layouts[i].t, (uint8_t *)openssl);
        is_string(rfc3339, layouts[i].rfc3339, layouts[i].rfc3339);
        is_string(openssl, layouts[i].openssl, layouts[i].openssl);
    }
}

/* Each day there is, written and read back; the text of each is greater than that of the one
 * before. */
static void test_every_day(void)
{
    uint8_t before[TIMESTAMP_RFC3339_LEN] = {0};
    size_t days = 0, wrong = 0;

    for (int64_t t = TIMESTAMP_MIN; t <= TIMESTAMP_MAX; t += 86400, days++) {
        uint8_t text[TIMESTAMP_RFC3339_LEN];
        int64_t back = 0;

        timestamp_format_rfc3339(t, text);
        if (!timestamp_parse(slice_of(text, sizeof(text)), &back, NULL) || back != t ||
            memcmp(before, text, sizeof(text)) >= 0)
            wrong++;
        memcpy(before, text, sizeof(text));
    }
    is_int((intmax_t)days, 3652425, "the days of ten thousand years");
    is_int((intmax_t)wrong, 0, "each day is read back");
}

int main(void)
{
    test_parse();
    test_format();
    test_every_day();
    return tap_done();
}
