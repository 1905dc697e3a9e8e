/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_SERIALS_LOAD_H
#define OCSPKIT_SERIALS_LOAD_H

#include "serial-set.h"

/*
 * Adds the serial numbers of a file, one a line, empty lines passed over; "-" is standard input.
 * Errors: those of serial_set_add(), with the line, and ERROR_SYSTEM.
 */
bool serials_load(struct serial_set *set, const char *path, struct error *e) MUST_USE;

#endif
