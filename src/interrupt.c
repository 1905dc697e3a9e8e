/* SPDX-License-Identifier: Apache-2.0 */
#include "interrupt.h"

#include "compiler.h"

#include <signal.h>
#include <stddef.h>

static const int signals[] = {SIGINT, SIGTERM};

static volatile sig_atomic_t came;
static bool is_watching;
static struct sigaction before[ARRAY_SIZE(signals)];
static bool watched[ARRAY_SIZE(signals)];

static void restore(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
        if (watched[i])
            (void)sigaction(signals[i], &before[i], NULL);
    }
}

static void note(int signal_number)
{
    (void)signal_number;
    came = 1;
    restore();
}

/* One that is ignored, as nohup has it, stays so. */
void interrupt_watch(void)
{
    struct sigaction action = {.sa_handler = note};

    if (is_watching)
        return;
    is_watching = true;
    came = 0;
    for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
        watched[i] =
            sigaction(signals[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN;
        if (watched[i])
            (void)sigaction(signals[i], &action, NULL);
    }
}

void interrupt_unwatch(void)
{
    if (is_watching)
        restore();
    is_watching = false;
}

bool interrupt_came(void)
{
    return came != 0;
}
