#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Words that say nothing are in no name of a file or a function.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

words='process|handle|handler|do|util|utils|helper|helpers|manager|misc|common'

ctags --version 2>/dev/null | grep -q Universal || {
    ok 1 'universal-ctags is here'
    tap_done
}

for file in lib/*.[ch] src/*.[ch]; do
    [ -f "$file" ] || continue
    found=$({
        basename "$file" | sed 's/\.[ch]$//; s/-/_/g'
        ctags -f - --languages=C --langmap=C:.c.h --kinds-C=fp --sort=no "$file" | cut -f 1
    } | grep -E "(^|_)($words)(_|$)" | sort -u)
    is "$found" '' "$file has no name that says nothing"
done

tap_done
