/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_TRUST_STORE_H
#define OCSPKIT_TRUST_STORE_H

#include "issuers-load.h"

/* The system's store: what SSL_CERT_FILE and SSL_CERT_DIR name, or else what was built in. False:
 * see issuers_load_system(). */
bool trust_store_load(struct issuers_load *load) MUST_USE;

#endif
