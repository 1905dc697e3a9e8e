/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-bits.h"

static const struct field ELEMENT = FIELD("", "", LAYOUT_INLINE);

void describe_bits(struct report *r, const struct field *list, uint32_t bits,
                   const struct bit_name *names, size_t count)
{
    report_begin(r, list);
    for (size_t i = 0; i < count; i++) {
        if ((bits & 1U << i) != 0)
            report_word(r, &ELEMENT, report_is_text(r) ? names[i].label : names[i].word);
    }
    report_end(r, list);
}
