/* SPDX-License-Identifier: Apache-2.0 */
/* For the targets that read DER: half of the changes are libFuzzer's own, half know what DER is. */
#include "mutate.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    uint64_t random = seed;

    if (seed % 2 == 0 || size < 2)
        return LLVMFuzzerMutate(data, size, max_size);
    for (size_t changes = 1 + random_below(&random, 3); changes > 0; changes--)
        size = mutate(data, size, max_size, &random);
    return size;
}
