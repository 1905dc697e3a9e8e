/* SPDX-License-Identifier: Apache-2.0 */
/* What the common settings ask of a report. */
#ifndef OCSPKIT_REPORT_SETTINGS_H
#define OCSPKIT_REPORT_SETTINGS_H

#include "options.h"
#include "report.h"

enum report_format report_settings_format(const struct common_settings *common);

/* Whether text that goes to `fd` is coloured: --color, else NO_COLOR, TERM and a terminal. */
bool report_settings_color(const struct common_settings *common, int fd);

#endif
