/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two Names are the same by RFC 5280 7.1: the same attributes in the same order, strings
 * whatever their types, blanks at the ends left out and several counted as one, ASCII letters of
 * either case. Of other letters the case counts, and no other form of a character is looked at, so
 * that this says "no" too often rather than "yes".
 */
#ifndef OCSPKIT_NAME_MATCH_H
#define OCSPKIT_NAME_MATCH_H

#include "name.h"

/* Only on what was parsed. Without memory they are not the same. */
bool name_match(struct slice a, struct slice b);

#endif
