/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_FINGERPRINTS_LOAD_H
#define OCSPKIT_FINGERPRINTS_LOAD_H

#include "fingerprint-table.h"

/*
 * Adds the fingerprints and key pins of a file ("-": standard input), one a line, in every spelling
 * of fingerprint_parse(); empty lines and those that begin with "#" are passed over. Errors:
 * ERROR_USAGE with the line, also where there is none at all; ERROR_SYSTEM.
 */
bool fingerprints_load(struct fingerprint_table *table, const char *path, struct error *e) MUST_USE;

#endif
