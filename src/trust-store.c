/* SPDX-License-Identifier: Apache-2.0 */
#include "trust-store.h"

#include <stdlib.h>

/* OpenSSL's variables take the place of what was built in. */
bool trust_store_load(struct issuers_load *load)
{
    const char *file = getenv("SSL_CERT_FILE");
    const char *directories = getenv("SSL_CERT_DIR");

    if ((file == NULL || file[0] == '\0') && (directories == NULL || directories[0] == '\0'))
        file = DEFAULT_TRUST_STORE;
    return issuers_load_system(load, file, directories);
}
