#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# --fields takes every path that JSON has, and gives the same values: for each command, on every
# fixture.

. "${srcdir:-.}/tests/tap.sh"
cd "$fixtures" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
command -v python3 >/dev/null || skip_all 'no python3'

find . -type f ! -name manifest.tsv ! -path './store/*' | sort >"$tmp/list"

# check LEAST COMMAND...: at least so many paths
check() {
    least=$1
    shift
    python3 "$srcdir/tests/cmd/fields.py" "$ocspkit" "$tmp/list" "$@" >"$tmp/said" 2>&1
    is "$(grep -v '^[0-9]* values at' "$tmp/said")" '' "$1: $(tail -n 1 "$tmp/said")"
    [ "$(sed -n 's/.* at \([0-9]*\) paths.*/\1/p' "$tmp/said")" -ge "$least" ]
    ok $? "$1: at least $least paths"
}

check 200 decode
check 25 decode --serial=1001 --serial=1002 --serial=77
check 10 fingerprint --spki --hash=md5,sha1,sha224,sha256,sha384,sha512
check 15 check-window --at=2018-01-14T20:00:00Z --warn=365d
check 20 match-issuer --at=2018-01-14T20:00:00Z --issuers=intermediate.pem

tap_done
