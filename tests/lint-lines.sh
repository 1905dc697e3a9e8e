#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What holds for every line of the sources: the licence on the first one, 100 columns, no tab or
# blank at the wrong place, one kind of comment.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

tab=$(printf '\t')

# check_file FILE: a line for each thing that is wrong with it.
check_file() {
    head -n 3 "$1" | grep -q 'SPDX-License-Identifier: Apache-2.0' ||
        echo 'wanted the SPDX line at the top'
    awk 'length($0) > 100 { print FNR ": wanted 100 columns, found " length($0) }' "$1"
    grep -nE '[[:space:]]$' "$1" | sed 's/:.*/: blanks at the end/'
    case $1 in
    *.[ch])
        grep -n "$tab" "$1" | sed 's/:.*/: a tab/'
        grep -nE '(^|[[:space:];{}])//([[:space:]]|$)' "$1" | sed 's/:.*/: a comment with slashes/'
        ;;
    esac
}

for file in lib/*.[ch] lib/*.inc src/*.[ch] src/*.inc tests/unit/*.[ch] \
    tests/fuzz/*.[ch] tests/fuzz/*.mk tests/long/*.[ch] tests/bench/*.[ch] tests/*.sh \
    tests/cmd/*.sh tests/long/*.sh tests/long/*.pl tests/server/*.sh tests/server/*.p[ly] \
    tests/data/make* tests/*.inc tests/*/*.inc Makefile.am configure.ac bootstrap .ci/run; do
    [ -f "$file" ] || continue
    is "$(check_file "$file")" '' "$file keeps to the rules of a line"
done

tap_done
