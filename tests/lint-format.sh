#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The layout of the C files is the one that clang-format gives them, by .clang-format.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

# Versions differ in the layout of macros.
clang-format --version | grep -q 'version 14\.' || skip_all 'clang-format 14 is not here'

for file in lib/*.[ch] src/*.[ch] tests/unit/*.[ch] tests/fuzz/*.[ch] tests/long/*.[ch] \
    tests/bench/*.[ch] tests/server/*.[ch]; do
    [ -f "$file" ] || continue
    run clang-format --dry-run -Werror "$file"
    exits 0 "$file is formatted"
done

tap_done
