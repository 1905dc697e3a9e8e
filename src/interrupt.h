/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ^C, and SIGTERM, for a command that then writes what it has. The second one ends the program as
 * it would have without this.
 */
#ifndef OCSPKIT_INTERRUPT_H
#define OCSPKIT_INTERRUPT_H

#include <stdbool.h>

/* Once; again only after interrupt_unwatch(). */
void interrupt_watch(void);
void interrupt_unwatch(void);

/* Whether one came since interrupt_watch(). */
bool interrupt_came(void);

#endif
