#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# All shell scripts, by shellcheck.

. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

for file in bootstrap .ci/run tests/*.sh tests/cmd/*.sh tests/server/*.sh tests/data/make* \
    tests/bench/*.sh tests/long/*.sh completions/ocspkit.bash; do
    [ -f "$file" ] || continue
    case $file in
    *.bash | .ci/run) shell=bash ;;
    *) shell='sh' ;;
    esac
    # 1091: a file that is sourced is looked at by itself. 2016: programs in perl stand in quotes.
    # 2154: tests/tap.sh sets the variables. 2319: "[ ... ]; ok $?" is how tests are written.
    run shellcheck --shell="$shell" --exclude=SC1091,SC2016,SC2154,SC2319 "$file"
    exits 0 "$file has no finding"
done

tap_done
