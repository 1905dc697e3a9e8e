/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An OCSP response (RFC 6960 4.2.1) in a report: what stands in it, and no word on whether it is
 * evidence.
 */
#ifndef OCSPKIT_DESCRIBE_RESPONSE_H
#define OCSPKIT_DESCRIBE_RESPONSE_H

#include "ocsp-response.h"
#include "report.h"

/*
 * The body of a record of type "ocspResponse". Text as `openssl ocsp -resp_text` prints it, each
 * embedded certificate in text and in PEM. Of a response of another type than id-pkix-ocsp-basic
 * only status and type.
 */
void describe_ocsp_response(struct report *r, const struct ocsp_response *response);

/* The members of one SingleResponse in the current level; text from "Certificate ID:" to the blank
 * line behind it. */
void describe_single_response(struct report *r, const struct single_response *single);

#endif
