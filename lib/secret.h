/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a text may be a private key, so that it is not shown where what it was taken for could
 * not be read: the name of a file, a URL, a line of a list. It may be cut, or have a wrong
 * character in it. Told by PEM's label, and by how base64 and hex of keys begin; what is neither,
 * such as the middle of a key alone, is not told.
 */
#ifndef OCSPKIT_SECRET_H
#define OCSPKIT_SECRET_H

#include "compiler.h"
#include "slice.h"

/*
 * *goes_on: a block of PEM with a private key began in a text before and has not ended, so that
 * this is more of it. Set for the next text.
 */
bool secret_is_in(struct slice text, bool *goes_on);

#endif
