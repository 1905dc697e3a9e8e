/* SPDX-License-Identifier: Apache-2.0 */
/* Preloaded, it makes names take long to resolve, as a dead name server does. */
#include <netdb.h>
#include <stddef.h>
#include <unistd.h>

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints,
                struct addrinfo **found)
{
    (void)name;
    (void)service;
    (void)hints;
    *found = NULL;
    (void)sleep(10);
    return EAI_AGAIN;
}
