/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit: the commands that read, and the way to all others. */
#include "dispatch.h"

#include <time.h>

int main(int argc, char **argv)
{
    static const struct command *const rows[] = {
        &cmd_check_window,
        &cmd_convert,
        &cmd_decode,
        &cmd_fingerprint,
    };
    static const struct command_table own = {rows, ARRAY_SIZE(rows)};

    return (int)dispatch(&own, argc, argv, (int64_t)time(NULL));
}
