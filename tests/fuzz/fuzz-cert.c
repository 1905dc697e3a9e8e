/* SPDX-License-Identifier: Apache-2.0 */
/* A certificate: parsed, walked, and written in every format. */
#include "fuzz.h"
#include "show.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct object object = object_of(data, size);

    (void)show_cert(&object);
    return 0;
}
