/* SPDX-License-Identifier: Apache-2.0 */
/* What the bar of a window is drawn with on this user's terminal. */
#ifndef OCSPKIT_WINDOW_BAR_H
#define OCSPKIT_WINDOW_BAR_H

#include "describe-window.h"

/* By the user's locale; nothing else depends on it. */
enum window_bar window_bar_find(void);

#endif
