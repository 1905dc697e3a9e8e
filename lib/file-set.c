/* SPDX-License-Identifier: Apache-2.0 */
#include "file-set.h"

#include <search.h>
#include <stdlib.h>

struct file_id {
    dev_t device;
    ino_t inode;
};

static int compare(const void *a, const void *b)
{
    const struct file_id *left = a;
    const struct file_id *right = b;

    if (left->device != right->device)
        return left->device < right->device ? -1 : 1;
    if (left->inode != right->inode)
        return left->inode < right->inode ? -1 : 1;
    return 0;
}

void file_set_free(struct file_set *set)
{
    while (set->root != NULL) {
        struct file_id *first = *(struct file_id **)set->root;

        (void)tdelete(first, &set->root, compare);
        free(first);
    }
}

bool file_set_add(struct file_set *set, const struct stat *status, struct error *e)
{
    struct file_id *id;
    struct file_id **place = NULL;

    if (file_set_has(set, status))
        return true;
    id = malloc(sizeof(*id));
    if (id != NULL) {
        *id = (struct file_id){status->st_dev, status->st_ino};
        place = tsearch(id, &set->root, compare);
    }
    if (place != NULL)
        return true;
    free(id);
    return error_set(e, ERROR_MEMORY, "expected memory for the files of this run, found none");
}

bool file_set_has(const struct file_set *set, const struct stat *status)
{
    struct file_id id = {status->st_dev, status->st_ino};

    return tfind(&id, &set->root, compare) != NULL;
}
