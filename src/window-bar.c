/* SPDX-License-Identifier: Apache-2.0 */
#include "window-bar.h"

#include <langinfo.h>
#include <locale.h>

enum window_bar window_bar_find(void)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    enum window_bar bar = WINDOW_BAR_ASCII;

    if (locale == (locale_t)0)
        return bar;
    if (strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") == 0)
        bar = WINDOW_BAR_UTF8;
    freelocale(locale);
    return bar;
}
