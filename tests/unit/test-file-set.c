/* SPDX-License-Identifier: Apache-2.0 */
/* Files by what they are, whatever their names. */
#include "file-set.h"

#include "tap.h"

#define MANY 1000

static struct stat file_of(dev_t device, ino_t inode)
{
    struct stat status;

    memset(&status, 0, sizeof(status));
    status.st_dev = device;
    status.st_ino = inode;
    return status;
}

static bool has(const struct file_set *set, dev_t device, ino_t inode)
{
    struct stat status = file_of(device, inode);

    return file_set_has(set, &status);
}

static bool add(struct file_set *set, dev_t device, ino_t inode)
{
    struct stat status = file_of(device, inode);

    return file_set_add(set, &status, NULL);
}

int main(void)
{
    struct file_set set = {NULL};
    bool all = true;

    file_set_free(&set);
    ok(!has(&set, 1, 1), "an empty set has nothing");
    ok(add(&set, 1, 2) && has(&set, 1, 2), "what was added");
    ok(!has(&set, 1, 1) && !has(&set, 2, 2), "not another inode or device");
    ok(!has(&set, 2, 1), "nor both the other way round");
    ok(add(&set, 1, 2) && has(&set, 1, 2), "added again");
    for (ino_t i = 0; i < MANY; i++)
        all = all && add(&set, i % 3, i);
    ok(all, "many");
    for (ino_t i = 0; i < MANY; i++)
        all = all && has(&set, i % 3, i) && !has(&set, i % 3 + 3, i);
    ok(all, "each of them is there");
    file_set_free(&set);
    ok(!has(&set, 1, 2), "freed, it is empty");
    ok(add(&set, 5, 5) && has(&set, 5, 5), "and goes on");
    file_set_free(&set);
    return tap_done();
}
