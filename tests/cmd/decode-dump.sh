#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode --dump: of what fails, the elements up to the place, on the diagnostics.

. "${srcdir:-.}/tests/tap.sh"
cd "$fixtures" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

place='tbsRequest.requestList[0].reqCert.issuerNameHash'
cat >"$tmp/want" <<TEXT
ocspkit: bad/comodo-request-tag.der: $place: expected OCTET STRING (0x04), found 0x05 (byte 21)
             0: 2+81       SEQUENCE
             2: 2+79         SEQUENCE
             4: 2+77           SEQUENCE
             6: 2+75             SEQUENCE
             8: 2+73               SEQUENCE
            10: 2+9                  SEQUENCE
            12: 2+5                    OBJECT IDENTIFIER sha1
            19: 2+0                    NULL
    =>      21: 2+20                 NULL EB25D890FE2720F41D7D6AC15EEF76CF...
TEXT
run "$ocspkit" decode --dump bad/comodo-request-tag.der
exits 2
same "$err" "$tmp/want" 'the path to the place, and the place'
[ ! -s "$out" ]
ok $? 'nothing on standard output'
sed 1d "$tmp/want" >"$tmp/want-lines"
for name in base64 hex url; do
    case $name in
    base64) base64 <bad/comodo-request-tag.der >"$tmp/$name" ;;
    hex) od -An -v -tx1 bad/comodo-request-tag.der | tr -d ' \n' >"$tmp/$name" ;;
    url) printf 'http://ocsp.example.test/%s' "$(base64 <bad/comodo-request-tag.der | tr -d '\n')" \
        >"$tmp/$name" ;;
    esac
    run "$ocspkit" decode --dump "$tmp/$name"
    exits 2
    sed 1d "$err" >"$tmp/lines"
    same "$tmp/lines" "$tmp/want-lines" "the same in $name"
done
run "$ocspkit" decode --dump -f json bad/comodo-request-tag.der
same "$err" "$tmp/want" 'with JSON: the same diagnostics'
is "$(wc -l <"$out" | tr -d ' ')" 1 'and one record'
run "$ocspkit" decode --dump -e "$tmp/errors" bad/comodo-request-tag.der
same "$tmp/errors" "$tmp/want" '-e takes it'
run "$ocspkit" decode --dump comodo-request.der
exits 0
[ ! -s "$err" ]
ok $? 'of what does not fail nothing'

# The second of two objects counts from its own start, as the error does; what is behind an object
# counts from that of the input.
cat comodo-request.der bad/comodo-request-tag.der >"$tmp/two.der"
run "$ocspkit" decode --dump "$tmp/two.der"
sed 1d "$err" >"$tmp/lines"
same "$tmp/lines" "$tmp/want-lines" 'the second object'
{
    cat comodo-request.der
    printf 'x'
} >"$tmp/behind.der"
run "$ocspkit" decode --dump "$tmp/behind.der"
is "$(tail -n 1 "$err" | tr -s ' ')" ' => 83: no element: 78' 'what is behind an object'
cat comodo-request.der comodo-request.der - >"$tmp/behind-two.der" <<'TEXT'
x
TEXT
run "$ocspkit" decode --dump "$tmp/behind-two.der"
is "$(sed -n 2p "$err" | tr -s ' ')" ' 83: 2+81 SEQUENCE' 'and behind the second: the second'
grep -q '^    =>     166: 2+10 *0x78$' "$err"
ok $? 'and the place'

# --- a GET URL

url=http://ocsp.example.test/$(openssl base64 -A -in comodo-request.der)
run "$ocspkit" decode --dump "${url%????????????????????????}"
exits 2
is "$(sed -n '2p;$p' "$err" | tr -s ' ')" ' => 0: 2+81 SEQUENCE
 66: the end' 'one that is cut' || note "$(cat "$err")"
printf '10.0.0.1 "GET %s HTTP/1.1" 200\n' "${url%????????????????????????}" >"$tmp/log"
run "$ocspkit" decode --dump -i "$tmp/log"
is "$(tail -n 1 "$err" | tr -s ' ')" ' 66: the end' 'the same in a line of a log'
run "$ocspkit" decode --dump http://ocsp.example.test/page
is "$(wc -l <"$err" | tr -d ' ')" 1 'of one without a request there is nothing to show'

# --- private keys

for name in private-*.der private-*.pem; do
    run "$ocspkit" decode --dump "$name"
    [ "$status" -eq 0 ] || grep -q 'a private key is not dumped' "$err" || ! grep -q '^    ' "$err"
    ok $? "$name is not dumped" || note "$(cat "$err")"
done
{
    cat private-rsa-ca.der
    printf 'x'
} >"$tmp/key.der"
run "$ocspkit" decode --dump "$tmp/key.der"
is "$(tail -n 1 "$err")" '    (a private key is not dumped)' 'a key with something behind it'
# A key whose shape is broken is nothing known: its structure is shown, its octets are not.
perl -0777 -pe 'binmode STDIN; binmode STDOUT; substr($_, 4, 1) = "\x05"' \
    <private-rsa-traditional.der >"$tmp/broken-key.der"
run "$ocspkit" decode --dump "$tmp/broken-key.der"
exits 2
grep -q 'INTEGER (not shown: it may be a key)' "$err"
ok $? 'the octets of what may be a key are not shown' || note "$(head -n 3 "$err")"
! grep -qE '[0-9A-F]{8}' "$err"
ok $? 'none of them'

# --- every bad fixture: the diagnostic is as without --dump, the lines are few and clean, and one
# of them is the place

wrong=
count=0
marked=0
for name in bad/*; do
    "$ocspkit" decode "$name" >/dev/null 2>"$tmp/plain"
    run "$ocspkit" decode --dump "$name"
    [ "$status" -eq 2 ] || continue
    count=$((count + 1))
    grep '^ocspkit: ' "$err" | cmp -s - "$tmp/plain" || wrong="$wrong $name(diagnostic)"
    objects=$(wc -l <"$tmp/plain")
    [ "$(wc -l <"$err")" -le $((objects * 130)) ] || wrong="$wrong $name(long)"
    grep -v '^ocspkit: ' "$err" |
        grep -qvE '^    (=>)? *[0-9]+: |^ +\([0-9]+ left out\)$|not dumped' &&
        wrong="$wrong $name(line)"
    LC_ALL=C grep -q '[^ -~]' "$err" && wrong="$wrong $name(character)"
    marks=$(grep -c '^    =>' "$err")
    [ "$marks" -le "$objects" ] || wrong="$wrong $name(marks)"
    marked=$((marked + marks))
done
is "$wrong" '' "the dumps of $count bad fixtures"
[ "$marked" -gt 150 ]
ok $? "$marked of them name a place"

# --- a long one

perl "$srcdir/tests/bench/make-crl.pl" 100000 >"$tmp/good.crl" || exit 99
perl -0777 -pe 'binmode STDIN; binmode STDOUT; substr($_, rindex($_, "\x17\x0D26"), 1) = "\x19"' \
    <"$tmp/good.crl" >"$tmp/broken.crl"
run "$ocspkit" decode --dump "$tmp/broken.crl"
exits 2
[ "$(wc -l <"$err")" -lt 80 ] && grep -q '(299936 left out)' "$err"
ok $? 'of 100,000 entries the last are shown' || note "$(head -n 8 "$err")"
head -c 1000000 "$tmp/good.crl" >"$tmp/cut.crl"
run "$ocspkit" decode --dump "$tmp/cut.crl"
exits 2
is "$(tail -n 1 "$err" | tr -s ' ')" ' 1000000: the end' 'one that is cut: up to its end'
grep -q '^    =>       0: ' "$err"
ok $? 'and the place that the error names'

tap_done
