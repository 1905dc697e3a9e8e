# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
#
# The Test Anything Protocol for shell tests. A test is a POSIX shell script that begins with
#
#     . "${srcdir:-.}/tests/tap.sh"
#
# and ends with tap_done. By hand, from the top of a build made in the source tree:
# sh tests/NAME.sh; for a build elsewhere: srcdir=SOURCE builddir=BUILD sh SOURCE/tests/NAME.sh
#
#   ok STATUS NAME     passes where STATUS is 0: [ -s file ]; ok $? "the file is not empty"
#   is HAVE WANT NAME  passes where both strings are the same, else shows both
#   same HAVE WANT NAME   the same for two files
#   run COMMAND...     runs it: its output is in the files $out and $err, its status in $status
#   exits N [NAME]     passes where the last run's status was N, else shows what it said
#   skip N WHY         N tests that cannot run here
#   skip_all WHY       ends the script: none of it can run here
#   note TEXT          a line for the log
#   tap_done           the plan; ends the script
#
# Set: $srcdir and $builddir (absolute), $ocspkit (the program that was built), $fixtures (our test
# data), $shared (test data from outside; empty where it is not there), $tmp (a directory of this
# script's own, removed at its end).

set -u

srcdir=$(cd "${srcdir:-.}" && pwd) || exit 99
builddir=$(cd "${builddir:-.}" && pwd) || exit 99
ocspkit=$builddir/ocspkit
fixtures=$builddir/tests/data/fixtures
shared=$srcdir/../shared/data
[ -d "$shared" ] || shared=
export srcdir builddir ocspkit fixtures shared

# The same surroundings everywhere. The odd time zone finds whoever forgets that times are UTC.
LC_ALL=C
TZ=ODD+11:23
TERM=dumb
OCSPKIT_EXEC_PATH=$builddir
export LC_ALL TZ TERM OCSPKIT_EXEC_PATH
unset LANGUAGE NO_COLOR COLUMNS SSL_CERT_FILE SSL_CERT_DIR OPENSSL_CONF

# What a sanitizer finds must not look like an exit status of ours.
ASAN_OPTIONS=exitcode=99
LSAN_OPTIONS=exitcode=99
UBSAN_OPTIONS=exitcode=99:print_stacktrace=1
export ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS

# A terminal as standard input would change what the commands do.
exec </dev/null

tmp=$(mktemp -d "${TMPDIR:-/tmp}/ocspkit-test.XXXXXX") || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

out=$tmp/.out
err=$tmp/.err
status=0
ran='nothing yet'
tap_count=0
tap_failed=0

note() {
    printf '%s\n' "$*" | sed 's/^/# /'
}

ok() {
    tap_count=$((tap_count + 1))
    if [ "$1" -eq 0 ]; then
        printf 'ok %d - %s\n' "$tap_count" "$2"
    else
        tap_failed=$((tap_failed + 1))
        printf 'not ok %d - %s\n' "$tap_count" "$2"
        return 1
    fi
}

is() {
    [ "$1" = "$2" ]
    ok $? "$3" && return 0
    note "wanted: $2"
    note "found:  $1"
    return 1
}

same() {
    cmp -s "$1" "$2"
    ok $? "$3" && return 0
    diff -u "$2" "$1" | head -n 40 | cat -v | sed 's/^/# /'
    return 1
}

run() {
    ran="$*"
    status=0
    "$@" >"$out" 2>"$err" || status=$?
}

exits() {
    [ "$status" -eq "$1" ]
    ok $? "${2:-exits $1: $(printf '%s' "$ran" | cut -c 1-120 | tr '\n#' ' .')}" && return 0
    note "ran: $ran"
    note "wanted: exit status $1"
    note "found:  $status"
    head -n 20 "$err" | cat -v | sed 's/^/# stderr: /'
    head -n 20 "$out" | cat -v | sed 's/^/# stdout: /'
    return 1
}

skip() {
    tap_skipped=0
    while [ "$tap_skipped" -lt "$1" ]; do
        tap_count=$((tap_count + 1))
        tap_skipped=$((tap_skipped + 1))
        printf 'ok %d # SKIP %s\n' "$tap_count" "$2"
    done
}

skip_all() {
    printf '1..0 # SKIP %s\n' "$*"
    exit 0
}

tap_done() {
    printf '1..%d\n' "$tap_count"
    [ "$tap_failed" -eq 0 ] || exit 1
    exit 0
}
