/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which files: by device and inode, so that a link or another spelling of the path is the same
 * file. A file that is removed and whose inode is used again is taken for the old one.
 */
#ifndef OCSPKIT_FILE_SET_H
#define OCSPKIT_FILE_SET_H

#include "compiler.h"
#include "error.h"

#include <stdbool.h>
#include <sys/stat.h>

struct file_set {
    void *root; /* of a tree as tsearch() makes it; null: empty */
};

/* Safe on a zeroed set; leaves an empty one. */
void file_set_free(struct file_set *set);

/* One that is there already stays. Errors: ERROR_MEMORY. */
bool file_set_add(struct file_set *set, const struct stat *status, struct error *e) MUST_USE;

bool file_set_has(const struct file_set *set, const struct stat *status);

#endif
