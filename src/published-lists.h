/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_PUBLISHED_LISTS_H
#define OCSPKIT_PUBLISHED_LISTS_H

#include "published-set.h"
#include "session.h"

/*
 * Adds what every list of --published has, "system" being the system's store. False: one of them
 * cannot be read, or not to its end; that has been said, and the status is set.
 */
bool published_lists_load(struct session *s, const struct texts *names,
                          struct published_set *set) MUST_USE;

#endif
