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
cp "$fixtures/response-other-serial.der" "$tmp/files/other.ocsp"
cp "$fixtures/response-nonce.der" "$tmp/files/nonce.ocsp"
cp "$fixtures/response-stale.der" "$tmp/files/stale.ocsp"
cp "$fixtures/crl-leaf-revoked.der" "$tmp/files/a.crl"
cp "$fixtures/intermediate.pem" "$tmp/files/a.crt"
serve "$tmp/files"

# asks FAULT/FILE OPTION...: that responder about the fixtures' certificate; the milliseconds in
# $took.
asks() {
    path=$1
    shift
    took=$(date +%s%3N)
    run "$ocspkit" fetch --get=ocsp --at="$at" --issuer="$fixtures/intermediate.pem" --timeout=2s \
        --url="$url/$path" --fields=status,reason "$@" "$fixtures/leaf.pem"
    took=$(($(date +%s%3N) - took))
}

# FAULT/FILE STATUS WORDS: the exit status, the status and the reason.
while read -r path wanted words; do
    asks "$path"
    is "$status $(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$wanted $words" "$path"
    [ $took -lt 5000 ]
    ok $? "$path takes less than 5 s" || note "$took ms"
done <<'END'
good/a.ocsp 0 good
long/a.ocsp 0 good
short/a.ocsp 3 undetermined network-failure
uncounted/a.ocsp 0 good
uncounted-cut/a.ocsp 3 undetermined response-malformed
chunked/a.ocsp 0 good
chunked-cut/a.ocsp 3 undetermined network-failure
chunked-unended/a.ocsp 3 undetermined network-failure
chunked-garbage/a.ocsp 3 undetermined network-failure
endless/a.ocsp 3 undetermined network-failure
endless-chunked/a.ocsp 3 undetermined network-failure
endless-declared/a.ocsp 3 undetermined network-failure
endless-headers/a.ocsp 3 undetermined network-failure
endless-line/a.ocsp 3 undetermined network-failure
endless-continue/a.ocsp 3 undetermined network-failure
endless-trailers/a.ocsp 3 undetermined network-failure
slow/a.ocsp 3 undetermined network-failure
slow-head/a.ocsp 3 undetermined network-failure
silence/a.ocsp 3 undetermined network-failure
close/a.ocsp 3 undetermined network-failure
reset/a.ocsp 3 undetermined network-failure
reset-body/a.ocsp 3 undetermined network-failure
garbage/a.ocsp 3 undetermined network-failure
http09/a.ocsp 3 undetermined network-failure
bare-lf/a.ocsp 0 good
informed/a.ocsp 0 good
two-lengths/a.ocsp 3 undetermined network-failure
length-and-chunked/a.ocsp 3 undetermined network-failure
bad-length/a.ocsp 3 undetermined network-failure
html/a.ocsp 3 undetermined network-failure
wrong-type/a.ocsp 3 undetermined network-failure
no-type/a.ocsp 3 undetermined network-failure
gzipped/a.ocsp 3 undetermined network-failure
within/a.ocsp 3 undetermined network-failure
status-204/a.ocsp 3 undetermined network-failure
status-206/a.ocsp 3 undetermined network-failure
status-304/a.ocsp 3 undetermined network-failure
status-404/a.ocsp 3 undetermined network-failure
status-429/a.ocsp 3 undetermined network-failure
status-500/a.ocsp 3 undetermined network-failure
status-503/a.ocsp 3 undetermined network-failure
later-1/a.ocsp 0 good
later-9/a.ocsp 3 undetermined responder-try-later
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
good/other.ocsp 3 undetermined certificate-not-covered
good/a.crl 3 undetermined network-failure
good/none 3 undetermined network-failure
END

# Where they lead is relative, which what stands behind the path in a GET is in the way of.
for path in redirect-1/a.ocsp redirect-3/a.ocsp; do
    asks "$path" --method=post
    exits 0 "$path"
done

# An answer to somebody else's nonce; one without any is noted, unless it has to be there.
while read -r path options wanted words; do
    # shellcheck disable=SC2046
    asks "$path" --nonce $(echo "$options" | tr , ' ')
    is "$status $(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$wanted $words" "$path $options"
done <<'END'
good/nonce.ocsp --method=post 3 undetermined nonce-differs
good/nonce.ocsp --method=get,--certid-hash=sha256 3 undetermined nonce-differs
good/a.ocsp --method=post 0 good
good/a.ocsp --require-nonce 3 undetermined nonce-missing
END

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
attempts later-8/a.ocsp 3

# Retry-After says a second.
asks busy-1/stale.ocsp -v
is "$(grep -c '^> GET ' "$err")" 2 'asked again after Retry-After'
[ $took -ge 1000 ]
ok $? 'not before it says'

# A date, which is between two and three seconds away, whatever --at is.
asks dated-1/a.ocsp
exits 0 'asked again after a date'
[ $took -ge 2000 ]
ok $? 'not before that date'

# --- memory: of the largest of the programs that run, in KiB, against what never ends

if grep -q __asan_init "$builddir/ocspkit-http"; then
    skip 4 'sanitizers take memory of their own'
else
    for fault in endless endless-chunked endless-declared endless-headers; do
        kib=$(python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$ocspkit" fetch --get=ocsp \
            --issuer="$fixtures/intermediate.pem" --timeout=2s --url="$url/$fault/a.ocsp" \
            "$fixtures/leaf.pem")
        [ "$kib" -lt 32768 ]
        ok $? "$fault takes less than 32 MiB" || note "$kib KiB"
    done
fi

served
tap_done
