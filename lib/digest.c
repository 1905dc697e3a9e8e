/* SPDX-License-Identifier: Apache-2.0 */
#include "digest.h"

#include <nettle/md5.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

union context {
    struct md5_ctx md5;
    struct sha1_ctx sha1;
    struct sha256_ctx sha256; /* and sha224 */
    struct sha512_ctx sha512; /* and sha384 */
};

static const struct {
    const struct nettle_hash *hash;
    const char *name;
    size_t size;
} digests[DIGEST_COUNT] = {
    [DIGEST_MD5] = {&nettle_md5, "md5", MD5_DIGEST_SIZE},
    [DIGEST_SHA1] = {&nettle_sha1, "sha1", SHA1_DIGEST_SIZE},
    [DIGEST_SHA224] = {&nettle_sha224, "sha224", SHA224_DIGEST_SIZE},
    [DIGEST_SHA256] = {&nettle_sha256, "sha256", SHA256_DIGEST_SIZE},
    [DIGEST_SHA384] = {&nettle_sha384, "sha384", SHA384_DIGEST_SIZE},
    [DIGEST_SHA512] = {&nettle_sha512, "sha512", SHA512_DIGEST_SIZE},
};

size_t digest_size(enum digest d)
{
    return digests[d].size;
}

const char *digest_name(enum digest d)
{
    return digests[d].name;
}

/* Whether `spelling` is `name` in any case, a dash allowed between "sha" and the number. */
static bool name_matches(struct slice spelling, struct slice name)
{
    size_t at = 0;

    for (size_t i = 0; i < name.len; i++, at++) {
        if (i == 3 && name.len > 3 && at < spelling.len && spelling.data[at] == '-')
            at++;
        if (at == spelling.len || ascii_lower(spelling.data[at]) != name.data[i])
            return false;
    }
    return at == spelling.len;
}

bool digest_by_name(struct slice name, enum digest *d)
{
    for (enum digest i = 0; i < DIGEST_COUNT; i++) {
        if (name_matches(name, slice_of_string(digests[i].name))) {
            *d = i;
            return true;
        }
    }
    return false;
}

bool digest_by_size(size_t octets, enum digest *d)
{
    for (enum digest i = 0; i < DIGEST_COUNT; i++) {
        if (digests[i].size == octets) {
            *d = i;
            return true;
        }
    }
    return false;
}

void digest_compute(enum digest d, struct slice in, uint8_t out[DIGEST_MAX])
{
    const struct nettle_hash *hash = digests[d].hash;
    union context context;

    hash->init(&context);
    if (in.len > 0)
        hash->update(&context, in.len, in.data);
    hash->digest(&context, hash->digest_size, out);
}
