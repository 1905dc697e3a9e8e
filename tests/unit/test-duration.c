/* SPDX-License-Identifier: Apache-2.0 */
#include "duration.h"
#include "tap.h"

static const struct {
    const char *text;
    int64_t want; /* -1: an error */
    const char *error;
} cases[] = {
    {"0", 0, NULL},
    {"300", 300, NULL},
    {"300s", 300, NULL},
    {"5m", 300, NULL},
    {"2h", 7200, NULL},
    {"10d", 864000, NULL},
    {"2w", 1209600, NULL},
    {"1h30m", 5400, NULL},
    {"1w2d3h4m5s", 788645, NULL},
    {"0h5s", 5, NULL},
    {"007", 7, NULL},
    {"9223372036854775807", INT64_MAX, NULL},
    {"106751991167300d15h30m7s", INT64_MAX, NULL},
    {"", -1, "expected a duration such as 300, 5m, 2h or 1h30m, found ''"},
    {"h", -1, "expected a duration such as 300, 5m, 2h or 1h30m, found 'h'"},
    {"-5", -1, "expected a duration such as 300, 5m, 2h or 1h30m, found '-5'"},
    {"+5", -1, "expected a duration such as 300, 5m, 2h or 1h30m, found '+5'"},
    {" 5", -1, "expected a duration such as 300, 5m, 2h or 1h30m, found ' 5'"},
    {"5 m", -1, "expected one of s, m, h, d, w behind each number, found '5 m'"},
    {"1.5h", -1, "expected one of s, m, h, d, w behind each number, found '1.5h'"},
    {"5y", -1, "expected one of s, m, h, d, w behind each number, found '5y'"},
    {"5M", -1, "expected one of s, m, h, d, w behind each number, found '5M'"},
    {"1h30", -1, "expected one of s, m, h, d, w behind each number, found '1h30'"},
    {"0h5", -1, "expected one of s, m, h, d, w behind each number, found '0h5'"},
    {"5min", -1, "expected a duration such as 300, 5m, 2h or 1h30m, found '5min'"},
    {"30m1h", -1, "expected units from large to small, found '30m1h'"},
    {"1h1h", -1, "expected units from large to small, found '1h1h'"},
    {"9223372036854775808", -1,
     "expected a duration of at most 2^63 - 1 seconds, found '9223372036854775808'"},
    {"106751991167301d", -1,
     "expected a duration of at most 2^63 - 1 seconds, found '106751991167301d'"},
    {"106751991167300d15h30m8s", -1,
     "expected a duration of at most 2^63 - 1 seconds, found '106751991167300d15h30m8s'"},
};

static const struct {
    int64_t seconds;
    const char *words;
} words[] = {
    {0, "0 s"},
    {1, "1 s"},
    {59, "59 s"},
    {60, "1 min"},
    {303, "5 min 3 s"},
    {3599, "59 min 59 s"},
    {3600, "1 h"},
    {3659, "1 h"},
    {3660, "1 h 1 min"},
    {86399, "23 h 59 min"},
    {86400, "1 d"},
    {2 * 86400 + 3599, "2 d"},
    {249309, "2 d 21 h"},
    {355491, "4 d 2 h"},
    {-249309, "2 d 21 h"},
    {400 * 86400, "400 d"},
    {INT64_MAX, "106751991167300 d 15 h"},
    {INT64_MIN, "106751991167300 d 15 h"},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        int64_t seconds = -2;
        struct error e;

        if (duration_parse(slice_of_string(cases[i].text), &seconds, &e)) {
            is_int(seconds, cases[i].want, cases[i].text);
            continue;
        }
        is_string(e.text, cases[i].error != NULL ? cases[i].error : "no error", cases[i].text);
        is_int(e.code, ERROR_USAGE, "its code");
        is_int(seconds, -2, "the result is left alone");
    }
    for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
        char out[DURATION_WORDS_MAX];
        size_t len = duration_format_words(words[i].seconds, out);

        is_string(out, words[i].words, words[i].words);
        is_int((intmax_t)len, (intmax_t)strlen(words[i].words), "its length");
    }
    return tap_done();
}
