/* SPDX-License-Identifier: Apache-2.0 */
/* Times and durations: what is read is written and read again; any number is written as a time. */
#include "duration.h"
#include "fuzz.h"
#include "timestamp.h"
#include "well-formed.h"

/* In both layouts, and back. */
static void check_time(int64_t t)
{
    uint8_t rfc3339[TIMESTAMP_RFC3339_LEN];
    uint8_t openssl[TIMESTAMP_OPENSSL_LEN];
    int64_t again = 0;

    timestamp_format_rfc3339(t, rfc3339);
    timestamp_format_openssl(t, openssl);
    require_shown(slice_of(openssl, sizeof(openssl)));
    REQUIRE(timestamp_parse(slice_of(rfc3339, sizeof(rfc3339)), &again, NULL));
    if (t >= TIMESTAMP_MIN && t <= TIMESTAMP_MAX)
        REQUIRE(again == t);
    else
        REQUIRE(again == (t < TIMESTAMP_MIN ? TIMESTAMP_MIN : TIMESTAMP_MAX));
    REQUIRE(memcmp(rfc3339, openssl + 16, 4) == 0);     /* the year */
    REQUIRE(memcmp(rfc3339 + 11, openssl + 7, 8) == 0); /* the time of day */
}

/* The digits of the RFC 3339 form are those of the GeneralizedTime and the UTCTime. */
static void check_encoded(struct slice text, bool is_utc_time, int64_t t)
{
    uint8_t digits[TIMESTAMP_RFC3339_LEN];
    size_t skipped = is_utc_time ? 2 : 0;
    size_t count = 0;

    timestamp_format_rfc3339(t, digits);
    for (size_t i = 0; i < sizeof(digits); i++) {
        if (digits[i] >= '0' && digits[i] <= '9')
            digits[count++] = digits[i];
    }
    REQUIRE(count == 14 && text.len == count - skipped + 1);
    REQUIRE(memcmp(text.data, digits + skipped, text.len - 1) == 0);
    REQUIRE(text.data[text.len - 1] == 'Z');
}

static void check_duration(struct slice text)
{
    char words[DURATION_WORDS_MAX];
    struct error e = {0};
    int64_t seconds;

    if (!duration_parse(text, &seconds, &e)) {
        REQUIRE(e.code == ERROR_USAGE);
        return;
    }
    REQUIRE(seconds >= 0);
    REQUIRE(duration_format_words(seconds, words) == strlen(words));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = slice_of(data, size);
    char words[DURATION_WORDS_MAX];
    int64_t t = 0;

    if (timestamp_parse_utc_time(text, &t, NULL)) {
        REQUIRE(t >= INT64_C(-631152000) && t < INT64_C(2524608000)); /* 1950 to 2049 */
        check_encoded(text, true, t);
        check_time(t);
    }
    if (timestamp_parse_generalized_time(text, &t, NULL)) {
        check_encoded(text, false, t);
        check_time(t);
    }
    if (timestamp_parse(text, &t, NULL))
        check_time(t);
    check_duration(text);
    if (size >= sizeof(t)) {
        memcpy(&t, data, sizeof(t));
        check_time(t);
        REQUIRE(duration_format_words(t, words) == strlen(words));
    }
    return 0;
}
