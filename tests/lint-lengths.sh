#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The lengths of functions and files: at most 60 and 400 lines. Says the median and the 90th
# percentile too; they ought to stay near 12 and 35.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

function_max=60
file_max=400

ctags --version 2>/dev/null | grep -q Universal || {
    ok 1 'universal-ctags is here'
    tap_done
}

# A line a function: LINES FILE:LINE NAME
functions() {
    ctags -f - --languages=C --langmap=C:.c.h --kinds-C=f --fields=ne --sort=no "$1" |
        awk -F '\t' '
            {
                line = end = 0
                for (i = 4; i <= NF; i++) {
                    if ($i ~ /^line:/)
                        line = substr($i, 6)
                    if ($i ~ /^end:/)
                        end = substr($i, 5)
                }
                print end - line + 1, $2 ":" line, $1
            }'
}

for file in lib/*.[ch] src/*.[ch]; do
    [ -f "$file" ] || continue
    lines=$(wc -l <"$file")
    [ "$lines" -le "$file_max" ]
    ok $? "$file is at most $file_max lines long" || note "found: $lines"
    functions "$file" | tee -a "$tmp/functions" | awk -v max="$function_max" '$1 > max' >"$tmp/long"
    is "$(cat "$tmp/long")" '' "$file has no function over $function_max lines"
done

sort -n "$tmp/functions" | awk '
    { lines[NR] = $1 }
    END {
        if (NR > 0)
            printf "# %d functions: median %d lines, 90th percentile %d, longest %d\n", NR,
                lines[int((NR + 1) / 2)], lines[int(NR * 0.9 + 0.5)], lines[NR]
    }'

tap_done
