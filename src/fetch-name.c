/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-name.h"

#include "digest.h"

#include <stdio.h>

void fetch_name(struct slice der, char name[FETCH_NAME_LEN + 1])
{
    uint8_t hash[DIGEST_MAX];

    digest_compute(DIGEST_SHA256, der, hash);
    for (size_t i = 0; i < FETCH_NAME_LEN / 2; i++)
        (void)snprintf(name + 2 * i, 3, "%02x", hash[i]);
}
