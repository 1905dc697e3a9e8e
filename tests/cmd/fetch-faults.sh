#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch and a responder that does everything wrong: what each fault comes to, how soon, and that it
# is never "good" without an answer that says so.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/server/start.sh"

at=2018-01-14T20:00:00Z
mkdir "$tmp/files"
cp "$fixtures/response-delegated.der" "$tmp/files/a.ocsp"
cp "$fixtures/response-other-serial.der" "$tmp/files/other.ocsp" 2>/dev/null ||
    cp "$fixtures/response-signer-checked.der" "$tmp/files/other.ocsp"
cp "$fixtures/response-stale.der" "$tmp/files/stale.ocsp"
cp "$fixtures/crl-leaf-revoked.der" "$tmp/files/a.crl"
cp "$fixtures/intermediate.pem" "$tmp/files/a.crt"
serve "$tmp/files"

# asks FAULT/FILE OPTION...: that responder about the fixtures' certificate; the seconds in $took.
asks() {
    path=$1
    shift
    took=$(date +%s)
    run "$ocspkit" fetch --get=ocsp --at="$at" --issuer="$fixtures/intermediate.pem" --timeout=2s \
        --url="$url/$path" --fields=status,reason "$@" "$fixtures/leaf.pem"
    took=$(($(date +%s) - took))
}

# FAULT/FILE STATUS WORDS: the exit status, the status and the reason.
while read -r path wanted words; do
    asks "$path"
    is "$status $(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$wanted $words" "$path"
    [ $took -lt 6 ]
    ok $? "$path takes less than 5 s"
done <<'END'
good/a.ocsp 0 good
long/a.ocsp 0 good
short/a.ocsp 3 undetermined network-failure
uncounted/a.ocsp 0 good
uncounted-cut/a.ocsp 3 undetermined response-malformed
chunked/a.ocsp 0 good
chunked-cut/a.ocsp 3 undetermined network-failure
chunked-unended/a.ocsp 3 undetermined network-failure
endless/a.ocsp 3 undetermined network-failure
endless-chunked/a.ocsp 3 undetermined network-failure
endless-headers/a.ocsp 3 undetermined network-failure
slow/a.ocsp 3 undetermined network-failure
slow-head/a.ocsp 3 undetermined network-failure
silence/a.ocsp 3 undetermined network-failure
close/a.ocsp 3 undetermined network-failure
reset/a.ocsp 3 undetermined network-failure
garbage/a.ocsp 3 undetermined network-failure
http09/a.ocsp 3 undetermined network-failure
two-lengths/a.ocsp 3 undetermined network-failure
html/a.ocsp 3 undetermined network-failure
wrong-type/a.ocsp 3 undetermined network-failure
no-type/a.ocsp 3 undetermined network-failure
gzipped/a.ocsp 3 undetermined network-failure
status-204/a.ocsp 3 undetermined network-failure
status-206/a.ocsp 3 undetermined network-failure
status-304/a.ocsp 3 undetermined network-failure
status-404/a.ocsp 3 undetermined network-failure
status-429/a.ocsp 3 undetermined network-failure
status-500/a.ocsp 3 undetermined network-failure
status-503/a.ocsp 3 undetermined network-failure
later-1/a.ocsp 0 good
busy-1/a.ocsp 0 good
dropping-1/a.ocsp 3 undetermined network-failure
redirect-4/a.ocsp 3 undetermined network-failure
redirect-loop/a.ocsp 3 undetermined network-failure
redirect-port/a.ocsp 0 good
redirect-file/a.ocsp 3 undetermined network-failure
redirect-ftp/a.ocsp 3 undetermined network-failure
redirect-gopher/a.ocsp 3 undetermined network-failure
redirect-link-local/a.ocsp 3 undetermined network-failure
good/stale.ocsp 3 undetermined next-update-past
good/a.crl 3 undetermined network-failure
good/none 3 undetermined network-failure
END

# Where they lead is relative, which what stands behind the path in a GET is in the way of.
for path in redirect-1/a.ocsp redirect-3/a.ocsp; do
    asks "$path" --method=post
    exits 0 "$path"
done

asks good/other.ocsp
exits 3 'an answer about another certificate'

# --- how often it is asked

# attempts FAULT N OPTION...: how many requests went out.
attempts() {
    path=$1 wanted=$2
    shift 2
    asks "$path" -v "$@"
    is "$(grep -c '^> GET ' "$err")" "$wanted" "$path $*: asked $wanted times"
}

attempts status-500/a.ocsp 3
attempts status-500/a.ocsp 1 --retries=0
attempts status-404/a.ocsp 1
attempts status-503/a.ocsp 2 --retries=1
attempts silence/a.ocsp 1 --retries=0
attempts later-1/other.ocsp 1 --retries=0
attempts reset/a.ocsp 1

# Retry-After says a second.
asks busy-1/stale.ocsp -v
is "$(grep -c '^> GET ' "$err")" 2 'asked again after Retry-After'
[ $took -ge 1 ]
ok $? 'not before it says'

# A date, which is between two and three seconds away, whatever --at is.
asks dated-1/a.ocsp
exits 0 'asked again after a date'
[ $took -ge 2 ]
ok $? 'not before that date'

served
tap_done
