#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Who may call what. Commands hand values to the report and never print; only main exits; only main
# and src/clock.c read the clock. Comments, strings and what snprintf and vsnprintf write
# into memory do not count.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

prints='printf|vprintf|fprintf|vfprintf|dprintf|puts|fputs|putc|fputc|putchar|fwrite|perror'
exits='exit|_exit|_Exit|quick_exit|abort'
clocks='time|clock_gettime|gettimeofday|localtime|localtime_r|ctime|mktime'

# The files that may, one a line
may_print='
'
may_exit='
src/main.c
src/trust-main.c
src/http-main.c
'
may_read_the_clock='
src/main.c
src/trust-main.c
src/http-main.c
src/clock.c
'

# Empties comments, strings and characters; keeps the lines as they are counted.
cat >"$tmp/code.awk" <<'AWK'
{
    line = $0
    code = ""
    while (line != "") {
        if (comment) {
            end = index(line, "*/")
            comment = end == 0
            line = end ? substr(line, end + 2) : ""
        } else if (match(line, /^("([^"\\]|\\.)*"|'([^'\\]|\\.)*')/)) {
            code = code "\"\""
            line = substr(line, RLENGTH + 1)
        } else if (substr(line, 1, 2) == "/*") {
            comment = 1
            line = substr(line, 3)
        } else {
            code = code substr(line, 1, 1)
            line = substr(line, 2)
        }
    }
    print FILENAME ":" FNR ": " code
}
AWK

# check_calls WHAT FUNCTIONS ALLOWED: a test for each directory.
check_calls() {
    for directory in lib src; do
        found=$(grep -E "^$directory/" "$tmp/code" |
            grep -E "(^|[^A-Za-z0-9_.>])($2)[[:space:]]*\(" |
            while IFS= read -r line; do
                case "$3" in
                *"
${line%%:*}
"*) ;;
                *) printf '%s\n' "$line" ;;
                esac
            done)
        is "$found" '' "$directory: $1"
    done
}

for file in lib/*.[ch] src/*.[ch]; do
    [ -f "$file" ] && awk -f "$tmp/code.awk" "$file"
done >"$tmp/code"

check_calls 'nothing prints past the report' "$prints" "$may_print"
check_calls 'nothing exits but main' "$exits" "$may_exit"
check_calls 'nothing reads the clock but main and clock.c' "$clocks" "$may_read_the_clock"

tap_done
