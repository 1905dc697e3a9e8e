/* SPDX-License-Identifier: Apache-2.0 */
/* A whole file in memory. */
#ifndef OCSPKIT_FILE_READ_H
#define OCSPKIT_FILE_READ_H

#include "buffer.h"

/* Replaces what `bytes` holds; "-" is standard input. Errors: ERROR_SYSTEM, ERROR_MEMORY, and
 * ERROR_LIMIT where the file has more bytes than the buffer's cap. */
bool file_read(const char *path, struct buffer *bytes, struct error *e) MUST_USE;

#endif
