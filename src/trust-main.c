/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit-trust: the commands that check signatures. ocspkit runs it. */
#include "dispatch.h"

#include <time.h>

int main(int argc, char **argv)
{
    static const struct command *const rows[] = {
        &cmd_fetch,
        &cmd_match_issuer,
    };
    static const struct command_table own = {rows, ARRAY_SIZE(rows)};

    return (int)dispatch_own(&own, argc, argv, (int64_t)time(NULL));
}
