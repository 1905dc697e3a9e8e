/* SPDX-License-Identifier: Apache-2.0 */
#include "departure.h"
#include "tap.h"

int main(void)
{
    ok(DEPARTURE_COUNT <= 32, "a set holds all of them");
    for (int i = 0; i < DEPARTURE_COUNT; i++) {
        const char *text = departure_text((enum departure)i);

        ok(text != NULL && (strstr(text, "(RFC ") != NULL || strstr(text, "(X.6") != NULL),
           "departure %d names its section", i);
        for (int other = 0; text != NULL && other < i; other++) {
            if (strcmp(text, departure_text((enum departure)other)) == 0)
                ok(false, "departure %d reads as %d", i, other);
        }
    }
    return tap_done();
}
