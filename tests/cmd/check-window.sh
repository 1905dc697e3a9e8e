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

# Neither zone nor language changes a time: around a change of the clocks, 2038, 2050 and 9999.
for moment in 2018-03-25T01:30:00Z 2038-01-19T03:14:08Z 2050-01-01T00:00:00Z \
    9999-12-31T23:59:59Z; do
    run "$ocspkit" check-window --at "$moment" until-2049.der until-2050.der forever.der \
        since-1950.der response-year-9999.der crl-2050.der
    cp "$out" want
    [ "$(wc -l <want)" -gt 12 ]
    ok $? "$moment: has its lines"
    for zone in '' Asia/Tokyo America/St_Johns Europe/Berlin Pacific/Kiritimati right/UTC \
        XXX-24YYY,0/0,J365/25 nonsense; do
        TZ=$zone LC_ALL=POSIX run "$ocspkit" check-window --at "$moment" until-2049.der \
            until-2050.der forever.der since-1950.der response-year-9999.der crl-2050.der
        same "$out" want "$moment: the time zone '$zone'"
    done
    for locale in de_DE ar_SA.UTF-8 th_TH fa_IR tr_TR.UTF-8 nonsense; do
        run "$ocspkit" check-window --at "$moment" -f json until-2049.der
        cp "$out" want-json
        LC_ALL=$locale run "$ocspkit" check-window --at "$moment" -f json until-2049.der
        same "$out" want-json "$moment: the locale '$locale'"
    done
done

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

check_text '--profile=lightweight crl-no-next-update.der' <<TEXT
thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |#......................|  no nextUpdate
missed  next-update-missing  wanted nextUpdate, found none
TEXT

# Where the locale is one of UTF-8 the bar is drawn with lines: as wide, and all else as before.
if [ "$(LC_ALL=C.UTF-8 locale charmap 2>/dev/null)" = UTF-8 ]; then
    while read -r file bar; do
        LC_ALL=C.UTF-8 run "$ocspkit" check-window --at "$now" "$file"
        is "$(sed -n 's/.*  \(├.*┤\)  .*/\1/p' "$out")" "$bar" "the bar in UTF-8: $file"
        check "$file"
        sed 's/|.*|/BAR/' "$out" >plain
        LC_ALL=C.UTF-8 run "$ocspkit" check-window --at "$now" "$file"
        sed 's/├.*┤/BAR/' "$out" >lines
        same lines plain "and nothing but the bar: $file"
    done <<'BARS'
crl.der ├━━━━━━━━━╋─────────────┤
expired.der ├━━━━━━━━━━━━━━━━━━━━━━━┤
not-yet-valid.der ├───────────────────────┤
crl-no-next-update.der ├╋┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┤
response-inverted.der ├???????????????????????┤
BARS
    for arguments in '-f json' --fields=windows.reason; do
        # shellcheck disable=SC2086
        check $arguments crl.der expired.der
        cp "$out" want
        # shellcheck disable=SC2086
        LC_ALL=C.UTF-8 run "$ocspkit" check-window --at "$now" $arguments crl.der expired.der
        same "$out" want "$arguments is the same in every locale"
    done
else
    skip 12 'there is no locale C.UTF-8'
fi

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
0 --at $now --profile=rfc6960 crl-no-next-update.der
1 --at $now --profile=lightweight crl-no-next-update.der
1 --at $now --profile=lightweight response-no-next-update.der
0 --at $now --profile=lightweight story-response.der leaf.der
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

# --- --sort=expiry: what ends first comes first; what has no end, or failed, last

check --sort=expiry --fields=source,windows.untilEnd,verdict forever.der crl-no-next-update.der \
    missing story-response.der expired.der csr response-try-later.der until-2049.der
exits 1
{
    printf 'expired.der\t-1195200\tno\n'
    printf 'story-response.der\t355491\tyes\n'
    printf 'until-2049.der\t1008647999\tyes\n'
    printf 'forever.der\t251886340799\tyes\n'
    printf 'crl-no-next-update.der\t\tyes\n\n\n'
    printf 'response-try-later.der\t\tundetermined\n'
} >want
same "$out" want '--sort=expiry: a line a record'
is "$(wc -l <"$err")" 2 '--sort=expiry: what failed is said'

check --sort=expiry forever.der response-several.der chain.pem expired.der
grep '^source' "$out" >order
printf 'source  %s\n' expired.der response-several.der chain.pem 'chain.pem#2' 'chain.pem#3' \
    forever.der >want
sort order >order-sorted
sort want >want-sorted
same order-sorted want-sorted '--sort=expiry: text of all records'
is "$(head -n 1 order)" 'source  expired.der' '--sort=expiry: the first'
is "$(tail -n 1 order)" 'source  forever.der' '--sort=expiry: the last'
check forever.der response-several.der chain.pem expired.der
sort "$out" >want
check --sort=expiry forever.der response-several.der chain.pem expired.der
sort "$out" >found
same found want '--sort=expiry: nothing is lost'
check --sort=input --fields=source forever.der expired.der
is "$(tr '\n' ' ' <"$out")" 'forever.der expired.der ' '--sort=input'

# Thousands of records, out of order.
i=0
while [ $((i += 1)) -le 3000 ]; do
    case $((i % 3)) in
    0) echo until-2050.der ;;
    1) echo crl.der ;;
    2) echo expired.der ;;
    esac
done >list
check --sort=expiry -f json -i list
sed 's/.*"source":"\([^"]*\)".*/\1/' "$out" | uniq -c | sed 's/^ *//' >found
printf '1000 %s\n' expired.der crl.der until-2050.der >want
same found want '--sort=expiry: 3000 records'

# --- --nagios: STATUS|ARGUMENTS, the text, what is left|the counts

while IFS='|' read -r wanted arguments && read -r text && IFS='|' read -r left counts; do
    # shellcheck disable=SC2086
    check --nagios $arguments
    exits "$wanted"
    # shellcheck disable=SC2086
    set -- $counts
    is "$(cat "$out")" "WINDOW $text | ${left:+$left }ok=$1 warning=$2 critical=$3 unknown=$4" \
        "--nagios $arguments"
done <<'CASES'
0|story-response.der
OK - 1 in time; first story-response.der ends in 4 d 2 h
until_end=355491s;;0:|1 0 0 0
0|crl.der forever.der leaf.pem
OK - 3 in time; first crl.der ends in 4 d 2 h
until_end=355491s;;0:|3 0 0 0
0|--warn=2d --crit=1d crl.der
OK - 1 in time; first crl.der ends in 4 d 2 h
until_end=355491s;172800:;86400:|1 0 0 0
0|--skew=5m crl.der
OK - 1 in time; first crl.der ends in 4 d 2 h
until_end=355491s;;-300:|1 0 0 0
0|crl-no-next-update.der
OK - 1 in time, without an end
|1 0 0 0
1|--warn=5d crl.der forever.der
WARNING - 1 of 2: crl.der: ends-soon, ends in 4 d 2 h
until_end=355491s;432000:;0:|1 1 0 0
2|--warn=6d --crit=5d crl.der
CRITICAL - 1 of 1: crl.der: ends-soon, ends in 4 d 2 h
until_end=355491s;518400:;432000:|0 0 1 0
2|leaf.der expired.der not-yet-valid.der
CRITICAL - 2 of 3: expired.der: certificate-expired, ended 13 d 20 h ago
until_end=-1195200s;;0:|1 0 2 0
2|response-several.der --profile=lightweight
CRITICAL - 1 of 1: response-several.der: next-update-missing
until_end=355491s;;0:|0 0 1 0
2|missing expired.der
CRITICAL - 1 of 2: expired.der: certificate-expired, ended 13 d 20 h ago
until_end=-1195200s;;0:|0 0 1 1
1|missing crl.der --warn=5d
WARNING - 1 of 2: crl.der: ends-soon, ends in 4 d 2 h
until_end=355491s;432000:;0:|0 1 0 1
3|missing
UNKNOWN - 1 of 1: missing: expected a file that can be read: No such file or directory
|0 0 0 1
3|leaf.der response-try-later.der
UNKNOWN - 1 of 2: response-try-later.der: responder-try-later
until_end=282801600s;;0:|1 0 0 1
CASES

cp crl.der 'a|b.der'
check --nagios 'a|b.der'
is "$(tr -cd '|' <"$out")" '|' '--nagios: a bar in a name does not end the text'
: >empty-list
check --nagios -i empty-list
exits 3
is "$(cat "$out")" \
    'WINDOW UNKNOWN - no input was read | ok=0 warning=0 critical=0 unknown=0' \
    '--nagios: of nothing'
while read -r arguments; do
    # shellcheck disable=SC2086
    check --nagios $arguments crl.der
    exits 3 "--nagios $arguments: a wrong command line is unknown, not critical"
done <<'CASES'
--warn=soon
-f json
--fields=verdict
-q
--sort=expiry
-o sub/dir/x
CASES
check --nagios --help
exits 0
check --nagios -o line crl.der
exits 0
is "$(cut -c 1-12 line)" 'WINDOW OK - ' '--nagios -o'

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
--profile=rfc5019|check-window: --profile: expected rfc6960 or lightweight, found 'rfc5019'
--sort=name|check-window: --sort: expected input or expiry, found 'name'
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

# --- what independent tools said of the files from outside, at and around the ends of each window;
# CRLs that break RFC 5280 are refused here, see decode-answers.sh

answers=$shared/answers/check_window.tsv
if [ -z "$shared" ] || [ ! -r "$answers" ]; then
    skip 1 'the files from outside are not there'
    tap_done
fi
failed=
tried=0
while IFS=$tab read -r file block _ _ _ moment expected; do
    case $file in '#'*) continue ;; esac
    tried=$((tried + 1))
    run "$ocspkit" check-window --at "$moment" --fields=index,windows.reason,verdict \
        "$shared/$file"
    found=$(sed -n "s/^$block$tab//p" "$out")
    case ${file##*/} in
    crl_freshest.pem | crl_idp_no_fullname.pem | crl_idp_some_reasons.pem | \
        crl_aki_name_and_serial.pem) expected=refused found=$status ;;
    esac
    case $expected:$found in
    refused:2) ;;
    VALID*:*yes) ;;
    EXPIRED:*next-update-past*no | EXPIRED:*certificate-expired*no) ;;
    NOT_YET_VALID:*this-update-future*no | NOT_YET_VALID:*certificate-not-yet-valid*no) ;;
    *) failed="$failed $file#$block@$moment:$expected:$found" ;;
    esac
done <"$answers"
is "$failed" '' "the files from outside: $tried moments"

tap_done
