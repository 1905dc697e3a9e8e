/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Objects of each kind as `decode` treats them: parsed; where that fails, the error has to be a
 * good one; else all that can be walked is walked, the record is written in every format, and what
 * comes out is held against what has to hold of all output.
 */
#ifndef OCSPKIT_SHOW_H
#define OCSPKIT_SHOW_H

#include "object.h"

/* An error about an object of `len` bytes: a reason, a plain path, an offset within it. */
void require_error(const struct error *e, size_t len);

/* False where it does not parse. The object's DER is all that is looked at, and what came with it.
 */
bool show_cert(const struct object *object);
bool show_crl(const struct object *object);
bool show_ocsp_request(const struct object *object);
bool show_ocsp_response(const struct object *object);
bool show_csr(const struct object *object);
bool show_pkcs7(const struct object *object);
bool show_public_key(const struct object *object);
bool show_private_key(const struct object *object);

/* By its kind; false also for a kind that is not read. */
bool show_object(const struct object *object);

/* An object that came as DER. */
struct object object_of(const uint8_t *data, size_t size);

#endif
