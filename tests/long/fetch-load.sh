#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch under load: ten thousand certificates in one run, then the soak: LONG_FETCHES of them, of
# which every tenth meets a fault. What is looked at is every verdict, memory and descriptors.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/server/start.sh"

[ -r "/proc/$$/task/$$/children" ] || skip_all 'no /proc that says what a process takes'
mkdir "$tmp/files"
serve "$tmp/files"

# produce COUNT URL...: that many certificates, each with one of the URLs.
produce() {
    produced=$1
    shift
    rm -f "$tmp/files"/*
    "$builddir/tests/server/produce" "$produced" "$tmp/files" "$@" || exit 99
}

# fetches COUNT OPTION...: as often one of the certificates is asked about, all of them in turn.
fetches() {
    count=$1
    shift
    seq "$count" | awk -v n="$produced" -v at="$tmp/files/" '{ print at (NR - 1) % n + 1 ".pem" }' \
        >"$tmp/list"
    run perl "$srcdir/tests/long/watch.pl" $((count / 10)) "$tmp/watched" "$ocspkit" fetch \
        --issuer="$tmp/files/ca.pem" -i "$tmp/list" --fields=source,status,reason "$@"
    exits 1 "$count certificates, some of them revoked"
    note "$(tail -n 1 "$err")"
    sed 's/^/# lines, KiB, descriptors: /' "$tmp/watched"
}

# steady KIB DESCRIPTORS: never more, and as much at the end as at the beginning.
steady() {
    is "$(wc -l <"$tmp/watched")" 10 'all lines were written'
    awk -v most="$1" '$2 > most { exit 1 }' "$tmp/watched"
    ok $? "at most $1 KiB in all"
    awk 'NR == 1 { first = $2 } $2 > first + 2048 { exit 1 }' "$tmp/watched"
    ok $? 'as much at the end as behind the first tenth'
    awk -v most="$2" '$3 > most { exit 1 }' "$tmp/watched"
    ok $? "at most $2 descriptors"
}

# --- many

produce 10000 "$url/good/@.ocsp"
fetches 10000
awk '{ print $0 "\t" (NR % 100 ? "good\t" : "revoked\trevoked") }' "$tmp/list" >"$tmp/wanted"
same "$out" "$tmp/wanted" 'every verdict is right, and in the order of the list'
steady 65536 40

# --- the soak

cat >"$tmp/faults" <<'END'
long good
short undetermined network-failure
uncounted good
uncounted-cut undetermined response-malformed
chunked good
chunked-cut undetermined network-failure
chunked-unended undetermined network-failure
chunked-garbage undetermined network-failure
endless undetermined network-failure
endless-chunked undetermined network-failure
endless-declared undetermined network-failure
endless-headers undetermined network-failure
endless-line undetermined network-failure
endless-continue undetermined network-failure
endless-trailers undetermined network-failure
slow undetermined network-failure
silence undetermined network-failure
close undetermined network-failure
reset undetermined network-failure
reset-body undetermined network-failure
garbage undetermined network-failure
http09 undetermined network-failure
bare-lf good
informed good
two-lengths undetermined network-failure
length-and-chunked undetermined network-failure
bad-length undetermined network-failure
html undetermined network-failure
wrong-type undetermined network-failure
no-type undetermined network-failure
gzipped undetermined network-failure
status-204 undetermined network-failure
status-206 undetermined network-failure
status-304 undetermined network-failure
status-404 undetermined network-failure
status-429 undetermined network-failure
status-500 undetermined network-failure
status-503 undetermined network-failure
later-1 good
busy-1 good
redirect-loop undetermined network-failure
redirect-port good
redirect-file undetermined network-failure
redirect-link-local undetermined network-failure
good/1.ocsp undetermined certificate-not-covered
END

# Of ten certificates the fifth meets a fault, the next of ten the next fault; they are all asked
# about again and again. Those that never end are no reason to ask the host no more, which answers
# others all the while. An answer may be late on a busy machine, but not so late.
awk -v url="$url/" '{
    path = $1 ~ /\// ? $1 : $1 "/@.ocsp"
    for (i = 1; i <= 10; i++) print url (i == 5 ? path : "good/@.ocsp")
}' "$tmp/faults" >"$tmp/urls"
# shellcheck disable=SC2046
produce $(($(wc -l <"$tmp/faults") * 10)) $(cat "$tmp/urls")
fetches "${LONG_FETCHES:-50000}" --timeout=3s --jobs=64 --per-host=64
awk 'FNR == NR { words[NR] = $2 "\t" $3; next } {
    n = $0
    gsub(/.*\/|\.pem$/, "", n)
    print $0 "\t" (n % 10 == 5 ? words[(n + 5) / 10] : n % 100 ? "good\t" : "revoked\trevoked")
}' "$tmp/faults" "$tmp/list" >"$tmp/wanted"
same "$out" "$tmp/wanted" 'every verdict is right'
steady 65536 100

served
is "$(cat "$tmp/server.log")" '' 'the server has nothing to complain about'
tap_done
