/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_REQUEST_H
#define OCSPKIT_DESCRIBE_REQUEST_H

#include "ocsp-request.h"
#include "report.h"

/*
 * The body of a record of type "ocspRequest". `responder` is the URL that the request was sent to,
 * in data only; SLICE_NONE where it is not known. Notes are the caller's to add (describe_notes).
 */
void describe_ocsp_request(struct report *r, const struct ocsp_request *request,
                           struct slice responder);

#endif
