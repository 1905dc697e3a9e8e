/* SPDX-License-Identifier: Apache-2.0 */
/* From the options of fetch to the world that its certificates go by. */
#ifndef OCSPKIT_FETCH_OPEN_H
#define OCSPKIT_FETCH_OPEN_H

#include "fetch-task.h"
#include "session.h"

/* What the world points into. */
struct fetch_opened {
    struct session *session;
    struct issuers trusted; /* --responder */
    struct cert *responders;
    struct kept_crl **crls;
    struct buffer fields;
    struct buffer proxy;
    uint64_t random;
    char jobs[32];
    char per_host[32];
    const char *arguments[8]; /* of ocspkit-http; null at the end */
};

/* Errors: ERROR_USAGE, ERROR_SYSTEM, ERROR_MEMORY; also where that was said already, which leaves
 * e->code ERROR_NONE. */
bool fetch_open(struct fetch_world *world, struct fetch_opened *opened, struct session *session,
                const struct fetch_settings *settings, struct error *e) MUST_USE;

void fetch_open_free(struct fetch_world *world, struct fetch_opened *opened);

#endif
