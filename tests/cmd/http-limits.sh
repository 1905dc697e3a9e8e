#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What ocspkit-http takes of memory and time, whatever it is asked and whoever answers; and its
# limits, one below, at, and one above each.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/server/start.sh"

http=$builddir/ocspkit-http
frames=$srcdir/tests/server/frames.pl

mkdir "$tmp/files"
perl -e 'print pack "C*", map { $_ * 7 % 256 } 1 .. 1500' >"$tmp/files/a.ocsp"
serve "$tmp/files"

# --- limits

for size in 65535 65536 65537; do
    echo "$url/head-$size/a.ocsp"
done >"$tmp/requests"
for max in 1499 1500 1501; do
    for fault in good chunked uncounted; do
        echo "$url/$fault/a.ocsp max=$max"
    done
done >>"$tmp/requests"
perl "$frames" build <"$tmp/requests" >"$tmp/frames"
run "$http" <"$tmp/frames"
exits 0
perl "$frames" show <"$out" | cut -d ' ' -f 2 >"$tmp/outcomes"
is "$(sed -n 1,3p "$tmp/outcomes" | tr '\n' ' ')" 'answered answered too-large ' \
    'header fields of 65535, 65536 and 65537 bytes'
is "$(sed -n 4,6p "$tmp/outcomes" | uniq)" 'too-large' 'a body one above its limit'
is "$(sed -n 7,9p "$tmp/outcomes" | uniq)" 'answered' 'at its limit'
is "$(sed -n 10,12p "$tmp/outcomes" | uniq)" 'answered' 'one below its limit'

# --- memory and time

measure() {
    run python3 "$srcdir/tests/server/limits.py" "$1" "$http" "$url"
    exits 0 "$2"
}
measure endless-bodies 'endless bodies take no memory'
measure requests-wait 'requests that wait are not all read'
measure answers-wait 'answers that nobody takes are not all asked for'
measure nobody-reads 'it ends when whoever asked is gone'

# A sanitizer has to be the first library; so this one cannot be.
if grep -q __asan_init "$http"; then
    skip 1 'a name server cannot be slow beside a sanitizer'
elif ! "${CC:-cc}" -shared -fPIC -o "$tmp/slow-names.so" "$srcdir/tests/server/slow-names.c" \
    2>"$tmp/cc.log"; then
    skip 1 'no compiler, so no slow name server'
else
    PRELOAD=$tmp/slow-names.so
    export PRELOAD
    measure slow-names 'a name that does not resolve is not waited for'
fi

served
is "$(cat "$tmp/server.log")" '' 'the server has nothing to complain about'

tap_done
