/* SPDX-License-Identifier: Apache-2.0 */
#include "dump.h"

#include "describe-dump.h"
#include "diagnostic.h"

void dump_write(int fd, struct slice der, enum object_kind kind, size_t base, const struct error *e)
{
    struct buffer text CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct dump dump = {
        .der = der,
        .base = base,
        .has_place = e->has_offset && e->offset >= base,
        .place = e->offset - base,
        .hides_octets = kind == OBJECT_UNKNOWN,
    };

    if (e->code != ERROR_DER && e->code != ERROR_LIMIT && e->code != ERROR_CONTENT)
        return;
    if (object_is_private_key(kind) || kind == OBJECT_PKCS12)
        diagnostic_write_text(fd, SLICE("    (a private key is not dumped)\n"));
    else if (dump_append(&text, &dump, NULL))
        diagnostic_write_text(fd, buffer_slice(&text));
}
