#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch that is stopped: by ^C it writes all it has, and where its time is over a certificate that
# waits at what others wait for too has its record. What is given up is given up for itself alone.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/responder.sh"
. "$srcdir/tests/server/start.sh"

mkdir "$tmp/files"
serve "$tmp/files"
cd "$tmp" || exit 99

# About the good and the revoked one there are answers; about the rest nobody says anything.
: >files/shared.crl
authority ca 'Test CA'
serial=1000
for name in good silent1 revoked silent2 silent3 late1 late2 late3; do
    serial=$((serial + 1))
    case $name in
    silent*) at="authorityInfoAccess=OCSP;URI:$url/silence/$name.ocsp" ;;
    late*) at="authorityInfoAccess=OCSP;URI:$url/silence/$name.ocsp
crlDistributionPoints=URI:$url/silence/shared.crl" ;;
    *) at="authorityInfoAccess=OCSP;URI:$url/good/$name.ocsp" ;;
    esac
    issue $name ca $serial "$at"
    : >"files/$name.ocsp"
    case $name in
    revoked) entry ca R $serial 250101000000Z,superseded ;;
    *) entry ca V $serial ;;
    esac
done
for name in good revoked; do
    openssl ocsp -issuer ca.pem -cert $name.pem -no_nonce -reqout request.der &&
        openssl ocsp -index ca.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -ndays 2 \
            -reqin request.der -respout "files/$name.ocsp"
done >log 2>&1 || bail log

# begins OPTION...: fetch beside the test, with SIGINT as programs on a terminal have it, and a pipe
# that stays open as standard input, `lines`. What it writes is where that of run is.
mkfifo lines
exec 8<>lines
# shellcheck disable=SC2034
begins() {
    ran="fetch $*"
    perl -e '$SIG{INT} = "DEFAULT"; exec @ARGV' "$ocspkit" fetch --issuer=ca.pem --timeout=30s \
        --fields=source,status,reason "$@" <lines >"$out" 2>"$err" 8<&- 9<&- &
    began=$!
}

# has COUNT PATTERN FILE: waits until so many lines of it have the pattern in them; ten seconds.
has() {
    tries=0
    until [ "$(grep -c "$2" "$3")" -ge "$1" ] || [ $tries -eq 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
}

# interrupts: ^C; the status is where that of run is, the seconds until the end in $took.
# shellcheck disable=SC2034
interrupts() {
    took=$(date +%s)
    kill -s INT "$began"
    wait "$began"
    status=$?
    took=$(($(date +%s) - took))
}

# --- all is read, and some of it waits

printf '%s.pem\n' silent1 good silent2 revoked silent3 >list
begins -v -i list
has 2 '^< HTTP' "$err"
has 5 '^> GET' "$err"
is "$(cat "$out")" '' 'all wait for their turn behind the first'
interrupts
exits 1 'interrupted: one is revoked'
is "$(cat "$out")" "$(printf '%s.pem\t%s\t%s\n' \
    silent1 undetermined network-failure good good '' silent2 undetermined network-failure \
    revoked revoked revoked silent3 undetermined network-failure)" \
    'each has its record, in the order of the list'
tail -n 1 "$err" |
    grep -q '^ocspkit: 5 certificates: 1 good, 1 revoked, 3 undetermined, [0-9.]* s$'
ok $? 'a line counts them' || note "$(cat "$err")"
[ $took -lt 5 ]
ok $? 'at once' || note "$took s"

# --- more is to be read

begins -i -
printf '%s.pem\n' good good >&8
has 2 good "$out"
interrupts
exits 3 'interrupted while there could be more, which is not known to be good'
is "$(cat "$out")" "$(printf 'good.pem\tgood\t\ngood.pem\tgood\t')" 'what was answered is written'
is "$(sed 's/, [0-9.]* s$//' "$err")" 'ocspkit: interrupted: 2 certificates: 2 good' \
    'the line that counts says so'

begins -i - -q -v
printf '%s.pem\n' good >&8
has 1 '^< HTTP' "$err"
interrupts
exits 3 'the same with -q'
is "$(cat "$out"; grep -v '^[<>]' "$err")" '' 'which says nothing'

begins -i -
printf '%s.pem\n' revoked >&8
has 1 revoked "$out"
interrupts
exits 1 'a no stays a no'

# --- time

run "$ocspkit" fetch --issuer=ca.pem --timeout=2s --retries=0 --max-time=3s late1.pem late2.pem \
    late3.pem
exits 3
is "$(grep -c 'the time of this certificate is over' "$out")" 3 \
    'those who wait at a CRL that is asked for longer do not wait for it' || note "$(cat "$out")"

# Twelve that are not answered speak against no host that answered others meanwhile.
begins --timeout=2s --retries=0 --per-host=20 -v -i -
{
    for _ in 1 2 3 4; do printf '%s.pem\n' silent1 silent2 silent3; done
    printf '%s.pem\n' good good
} >&8
has 12 '^<.*time-out' "$err"
printf '%s.pem\n' good good >&8
exec 8<&-
wait "$began"
# shellcheck disable=SC2034
status=$?
exits 3
is "$(cut -f 2 "$out" | uniq -c | sed 's/^ *//')" "$(printf '12 undetermined\n4 good')" \
    'a host that is slow on some paths is asked for the others' || note "$(cat "$err")"

served
tap_done
