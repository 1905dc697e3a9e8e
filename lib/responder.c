/* SPDX-License-Identifier: Apache-2.0 */
#include "responder.h"

#include "digest.h"

const char *responder_kind_word(enum responder_kind kind)
{
    static const char *const words[] = {
        [RESPONDER_NONE] = NULL,
        [RESPONDER_ISSUER] = "issuer",
        [RESPONDER_DELEGATED] = "delegated",
        [RESPONDER_TRUSTED] = "trusted",
    };

    return words[kind];
}

bool responder_id_names(const struct responder_id *id, const struct cert *cert)
{
    uint8_t hash[DIGEST_MAX];

    if (id->by_key.data == NULL)
        return id->by_name.data != NULL && slice_equal(id->by_name, cert->subject);
    digest_compute(DIGEST_SHA1, cert->subject_public_key_info.subject_public_key, hash);
    return slice_equal(id->by_key, slice_of(hash, digest_size(DIGEST_SHA1)));
}
