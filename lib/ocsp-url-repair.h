/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GET URLs that something on the way has changed, so that characters are missing from the base64:
 *
 * - a proxy made one '/' of several that stood side by side;
 * - a form decoder made a blank of each '+'.
 *
 * The outer length says how many characters are missing. Each way to put the slashes back is a
 * reading; one that is an OCSPRequest with at least one CertID counts. Exactly one is a repair,
 * several are an error that lists them. Where the end may have been cut off instead, because the
 * padding that belongs there is missing too, nothing is repaired.
 */
#ifndef OCSPKIT_OCSP_URL_REPAIR_H
#define OCSPKIT_OCSP_URL_REPAIR_H

#include "ocsp-url.h"

/*
 * For a URL that ocsp_url_parse() failed on with `e`, which may be null: the same result, with
 * OCSP_URL_COLLAPSED or OCSP_URL_BLANKS among the repairs. On failure *e stays as it is, unless
 * there are several readings (ERROR_ENCODING) or more than LIMIT_URL_READINGS to try (ERROR_LIMIT);
 * then *several is true.
 */
bool ocsp_url_repair(struct slice url, struct buffer *decoded, struct ocsp_url *parsed,
                     bool *several, struct error *e) MUST_USE;

#endif
