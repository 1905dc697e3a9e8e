/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Moments, as seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, years 0 to
 * 9999.
 *
 * No leap seconds, no time zone of the machine, no locale, no clock. All parsers refuse what no
 * calendar has (month 13, 31 February, second 60) and name the field. Their errors have no offset:
 * the caller knows where the text stands.
 */
#ifndef OCSPKIT_TIMESTAMP_H
#define OCSPKIT_TIMESTAMP_H

#include "compiler.h"
#include "error.h"
#include "slice.h"

#define TIMESTAMP_MIN INT64_C(-62167219200) /* 0000-01-01T00:00:00Z */
#define TIMESTAMP_MAX INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

/* The contents of a UTCTime, only YYMMDDHHMMSSZ, 1950 to 2049 (RFC 5280 4.1.2.5.1). False:
 * ERROR_DER. */
bool timestamp_parse_utc_time(struct slice text, int64_t *t, struct error *e) MUST_USE;

/*
 * The contents of a GeneralizedTime, only YYYYMMDDHHMMSSZ (RFC 5280 4.1.2.5.2). That a date before
 * 2050 should have been a UTCTime is not checked. False: ERROR_DER.
 */
bool timestamp_parse_generalized_time(struct slice text, int64_t *t, struct error *e) MUST_USE;

/*
 * What a user types: RFC 3339 section 5.6 (a blank may stand for the T, either case of T and Z, a
 * fraction of a second is cut off), or @SECONDS since 1970, negative ones too. False: ERROR_USAGE.
 */
bool timestamp_parse(struct slice text, int64_t *t, struct error *e) MUST_USE;

/*
 * The two layouts, without a NUL. A time outside of TIMESTAMP_MIN to TIMESTAMP_MAX, which no parser
 * gives, is written as the nearer of the two.
 */
#define TIMESTAMP_RFC3339_LEN 20
/* "2018-01-11T22:44:51Z" */
void timestamp_format_rfc3339(int64_t t, uint8_t out[TIMESTAMP_RFC3339_LEN]);

#define TIMESTAMP_OPENSSL_LEN 24
/* "Jan 11 22:44:51 2018 GMT"; the day padded with a blank, the year with zeros. */
void timestamp_format_openssl(int64_t t, uint8_t out[TIMESTAMP_OPENSSL_LEN]);

#endif
