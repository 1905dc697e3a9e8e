/* SPDX-License-Identifier: Apache-2.0 */
#include "report-settings.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum report_format report_settings_format(const struct common_settings *common)
{
    if (common->quiet)
        return REPORT_QUIET;
    if (common->fields != NULL)
        return REPORT_FIELDS;
    return common->format == FORMAT_JSON ? REPORT_JSON : REPORT_TEXT;
}

bool report_settings_color(const struct common_settings *common, int fd)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");

    if (common->color != COLOR_AUTO)
        return common->color == COLOR_ALWAYS;
    return isatty(fd) && (no_color == NULL || no_color[0] == '\0') && term != NULL &&
           strcmp(term, "dumb") != 0;
}
