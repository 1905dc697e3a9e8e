#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit check-window: in time or not, and how it is said.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

now=2018-01-14T20:00:00Z

check() {
    run "$ocspkit" check-window --at "$now" "$@"
}

# says TEXT NAME: the last run wrote nothing, and one diagnostic with TEXT in it.
says() {
    [ ! -s "$out" ]
    ok $? "$2: nothing on standard output"
    [ "$(wc -l <"$err")" -eq 1 ] && grep -qF -e "$1" "$err"
    ok $? "$2: says it in one line" || {
        note "wanted: $1"
        note "found:  $(cat "$err")"
    }
}

cp "$fixtures"/response-*.der "$fixtures"/crl*.der "$fixtures/story-response.der" \
    "$fixtures/leaf.der" "$fixtures/leaf.pem" "$fixtures/chain.pem" "$fixtures/forever.der" \
    "$fixtures/expired.der" "$fixtures/not-yet-valid.der" "$fixtures/until-2049.der" \
    "$fixtures/until-2050.der" "$fixtures/since-1950.der" .

# --- text

cat >story <<TEXT
producedAt  2018-01-11T22:44:51Z  2 d 21 h ago
thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  \
|=========#-------------|  in 4 d 2 h  2018-01-18T22:44:51Z  nextUpdate
TEXT
check story-response.der
exits 0
same "$out" story 'a response'
run "$ocspkit" check-window --at @1515960000 story-response.der
same "$out" story 'the moment as seconds'
TZ=Asia/Tokyo LC_ALL=C.UTF-8 run "$ocspkit" check-window --at "$now" story-response.der
same "$out" story 'another time zone and locale'

# check_text ARGUMENTS: the text on standard input
check_text() {
    cat >want
    # shellcheck disable=SC2086
    check $1
    same "$out" want "text: $1"
}

check_text 'forever.der' <<TEXT
notBefore  2017-01-01T00:00:00Z  378 d 20 h ago  \
|#----------------------|  in 2915351 d 3 h  9999-12-31T23:59:59Z  notAfter
TEXT
check_text 'expired.der' <<TEXT
notBefore  2015-01-01T00:00:00Z  1109 d 20 h ago  \
|=======================|  13 d 20 h ago  2018-01-01T00:00:00Z  notAfter
missed  certificate-expired  notAfter was 13 d 20 h ago
TEXT
check_text 'not-yet-valid.der' <<TEXT
notBefore  2018-02-01T00:00:00Z  in 17 d 4 h  \
|-----------------------|  in 3273 d 4 h  2027-01-01T00:00:00Z  notAfter
missed  certificate-not-yet-valid  notBefore is in 17 d 4 h
TEXT
check_text 'crl-no-next-update.der' <<TEXT
thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |#......................|  no nextUpdate
TEXT
check_text 'response-inverted.der' <<TEXT
producedAt  2018-01-11T22:44:51Z  2 d 21 h ago
thisUpdate  2018-01-14T00:00:00Z  20 h ago  \
|???????????????????????|  2 d 20 h ago  2018-01-12T00:00:00Z  nextUpdate
missed  window-inverted  nextUpdate is before thisUpdate
TEXT
check_text 'response-several.der' <<TEXT
producedAt  2018-01-11T22:44:51Z  2 d 21 h ago
serialNumber  1001
thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  \
|=========#-------------|  in 4 d 2 h  2018-01-18T22:44:51Z  nextUpdate
serialNumber  1002
revocationTime  2018-01-09T12:00:00Z  5 d 8 h ago
thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |#......................|  no nextUpdate
serialNumber  5B25CE6907C4265566D3390C99A954AD
thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  \
|=========#-------------|  in 4 d 2 h  2018-01-18T22:44:51Z  nextUpdate
TEXT
check_text '--max-age=1d story-response.der' <<TEXT
$(cat story)
missed  too-old  thisUpdate was 2 d 21 h ago, wanted at most 1 d
TEXT
check_text '--warn=5d --crit=1d story-response.der' <<TEXT
$(cat story)
warning  ends-soon  nextUpdate is in 4 d 2 h, wanted at least 5 d
TEXT
check_text '--warn=6d --crit=5d story-response.der' <<TEXT
$(cat story)
missed  ends-soon  nextUpdate is in 4 d 2 h, wanted at least 5 d
TEXT
check_text 'story-response.der crl.der' <<TEXT
source  story-response.der
$(cat story)
source  crl.der
$(tail -n 1 story)
TEXT
check_text 'response-try-later.der' <<TEXT
responseStatus  tryLater  undetermined  responder-try-later
TEXT

# The bar at the ends of the window: MOMENT BAR
while read -r moment bar; do
    run "$ocspkit" check-window --at "$moment" crl.der
    is "$(sed 's/.*\(|.*|\).*/\1/;q' "$out")" "$bar" "the bar at $moment"
done <<'BARS'
2018-01-11T22:44:50Z |-----------------------|
2018-01-11T22:44:51Z |#----------------------|
2018-01-15T10:44:51Z |===========#-----------|
2018-01-18T22:44:51Z |======================#|
2018-01-18T22:44:52Z |=======================|
BARS
run "$ocspkit" check-window --at 2018-01-11T22:44:51Z crl.der
grep -q '^thisUpdate  2018-01-11T22:44:51Z  now  ' "$out"
ok $? 'at the start: now'

# --- the exit status: STATUS and the arguments

while read -r wanted arguments; do
    # shellcheck disable=SC2086
    run "$ocspkit" check-window $arguments
    exits "$wanted"
done <<CASES
0 --at 2018-01-11T22:44:51Z story-response.der
1 --at 2018-01-11T22:44:50Z story-response.der
0 --at 2018-01-18T22:44:51Z story-response.der
1 --at 2018-01-18T22:44:52Z story-response.der
0 --at 2018-01-11T22:44:50Z --skew=1 story-response.der
0 --at 2018-01-18T22:49:51Z --skew=5m story-response.der
1 --at 2018-01-18T22:49:52Z --skew=5m story-response.der
0 --at $now --max-age=69h16m story-response.der
1 --at $now --max-age=69h15m story-response.der
0 --at $now --crit=98h story-response.der
1 --at $now --crit=99h story-response.der
0 --at $now --warn=99h story-response.der
0 --at $now --warn=10w --crit=10w --max-age=1w response-no-next-update.der
1 --at $now --max-age=1d response-no-next-update.der
1 --at $now response-future.der
1 --at $now response-stale.der
1 --at $now response-inverted.der
0 --at $now response-revoked.der
0 --at $now response-unknown.der
0 --at $now response-forged.der
0 --at $now response-year-9999.der
3 --at $now response-try-later.der
3 --at $now response-try-later-body.der
3 --at $now response-unauthorized.der
3 --at $now response-malformed-request.der
3 --at $now response-internal-error.der
3 --at $now response-sig-required.der
3 --at $now response-type-unknown.der
0 --at $now crl.der
1 --at $now crl-stale.der
1 --at $now crl-future.der
0 --at $now crl-no-next-update.der
1 --at $now crl-2050.der
0 --at 2050-06-01T00:00:00Z crl-2050.der
0 --at $now leaf.der leaf.pem chain.pem
1 --at $now expired.der
1 --at $now not-yet-valid.der
0 --at $now --max-age=1d leaf.der
0 --at 2038-01-19T03:14:08Z until-2049.der
0 --at 2049-12-31T23:59:59Z until-2049.der
1 --at 2050-01-01T00:00:00Z until-2049.der
0 --at 2050-01-01T00:00:00Z until-2050.der
1 --at 2050-01-01T00:00:01Z until-2050.der
0 --at 9999-12-31T23:59:59Z forever.der
0 --at 1950-01-01T00:00:00Z since-1950.der
1 --at 1949-12-31T23:59:59Z since-1950.der
1 --at $now leaf.der expired.der missing response-try-later.der
2 --at $now leaf.der missing response-try-later.der
3 --at $now leaf.der response-try-later.der
0 story-response.der --at $now -q
1 story-response.der
CASES

for name in "$fixtures/comodo-request.der" "$fixtures/csr.der" "$fixtures/private-p384.der" \
    "$fixtures/public-p384.der"; do
    check "$name"
    exits 2
    says 'expected a certificate, a CRL or an OCSP response, found a' "${name##*/}"
done

# A bundle is judged by what is in it.
check "$fixtures/pkcs7-crl.der" --fields=index,kind,verdict
exits 0
is "$(tr '\t\n' '  ' <"$out")" '0 certificate yes 1 certificateList yes ' 'what a bundle holds' ||
    note "$(cat "$err")"

# --- JSON and --fields

check -f json story-response.der
cat >want <<JSON
{"schema":"ocspkit/1","type":"window","source":"story-response.der","index":0,\
"kind":"ocspResponse","producedAt":"2018-01-11T22:44:51Z",\
"windows":[{"serialNumber":"5B25CE6907C4265566D3390C99A954AD",\
"thisUpdate":"2018-01-11T22:44:51Z","nextUpdate":"2018-01-18T22:44:51Z",\
"sinceStart":249309,"untilEnd":355491,"verdict":"yes","reason":null}],"verdict":"yes"}
JSON
same "$out" want 'JSON: a response'

# json_has ARGUMENTS TEXT
json_has() {
    # shellcheck disable=SC2086
    check -f json $1
    grep -qF -e "$2" "$out"
    ok $? "JSON: $1: $2" || note "$(cat "$out")"
}
json_has expired.der '"verdict":"no","reason":"certificate-expired"}],"verdict":"no"}'
json_has expired.der '"notBefore":"2015-01-01T00:00:00Z","notAfter":"2018-01-01T00:00:00Z",'
json_has response-future.der '"sinceStart":-446400,"untilEnd":1051200,'
json_has response-future.der '"reason":"this-update-future"'
json_has crl-no-next-update.der '"thisUpdate":"2018-01-11T22:44:51Z","sinceStart":249309,"verdict"'
json_has response-revoked.der '"revocationTime":"2018-01-09T12:00:00Z"'
json_has response-try-later.der '"responseStatus":"tryLater","reason":"responder-try-later",'
json_has response-try-later.der '"windows":[],"verdict":"undetermined"}'
json_has '--warn=5d crl.der' '"warning":true,"verdict":"yes","reason":null'
json_has missing '"type":"error","source":"missing","index":0,"error":{"code":"system",'

check --fields=source,windows.serialNumber,windows.reason,verdict response-several.der missing \
    response-future.der
{
    printf 'response-several.der\t1001,1002,5B25CE6907C4265566D3390C99A954AD\t\tyes\n\n'
    printf 'response-future.der\t5B25CE6907C4265566D3390C99A954AD\tthis-update-future\tno\n'
} >want
same "$out" want '--fields'

# --- every window that can be read is judged; what cannot be read is 2

tab=$(printf '\t')
failed=
tried=0
while IFS=$tab read -r name kind judgement _; do
    case $name in *.der) ;; *) continue ;; esac
    case $kind:$judgement in
    certificate:* | certificateList:* | ocspResponse:*) ;;
    *:bad) ;;
    *) continue ;;
    esac
    tried=$((tried + 1))
    run "$ocspkit" check-window -q --at "$now" "$fixtures/$name"
    case $judgement:$status in good:[013] | bad:2) ;; *) failed="$failed $name:$status" ;; esac
done <"$fixtures/manifest.tsv"
is "$failed" '' "the fixtures, good and bad ($tried)"

: >empty
mkdir sub
head -c 700 leaf.der >cut.der
head -c 4000 /dev/zero | tr '\0' '\377' >random
{
    cat story-response.der
    echo x
} >trailing.der
while IFS='|' read -r name text; do
    check -q "$name"
    exits 2
    grep -qF -e "$text" "$err"
    ok $? "$name: says '$text'" || note "$(cat "$err")"
done <<'CASES'
missing|missing: expected a file that can be read: No such file or directory
sub|sub: expected a file that can be read: Is a directory
leaf.der/y|Not a directory
empty|found nothing (it is empty)
cut.der|cut.der:
random|random:
trailing.der|trailing.der#2: expected the end or another SEQUENCE (0x30), found 0x78 (byte
CASES

# --- usage

while IFS='|' read -r arguments text; do
    # shellcheck disable=SC2086
    run "$ocspkit" check-window $arguments leaf.der
    exits 2
    says "$text" "check-window $arguments"
done <<'CASES'
--at=yesterday|check-window: --at: expected
--at=2018-02-30T00:00:00Z|check-window: --at: expected
--skew=1y|check-window: --skew: expected one of s, m, h, d, w behind each number
--skew=-5|check-window: --skew: expected a duration
--crit=|check-window: --crit: expected a duration
--expect=x|check-window: unknown option '--expect'
CASES

# --- where it goes

check -o leaf.der/below leaf.pem
exits 2
says 'Not a directory' '-o below a regular file'
if [ -w /dev/full ]; then
    status=0
    "$ocspkit" check-window --at "$now" leaf.der >/dev/full 2>"$err" || status=$?
    is "$status" 2 'a full disk'
else
    skip 1 '/dev/full is not here'
fi
check --color=always expired.der
grep -q "^$(printf '\033\\[31mmissed\033\\[m')  " "$out"
ok $? 'colours'

tap_done
