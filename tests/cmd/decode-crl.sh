#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode on CRLs: --serial in every spelling and by the list, many entries in little memory,
# and what flows out of them.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

crl=$fixtures/crl.der

# shows WANT NAME: the last run wrote that, and nothing else.
shows() {
    [ "$status" -eq 0 ] && [ ! -s "$err" ]
    ok $? "$2: read" || note "status $status: $(cat "$err")"
    same "$out" "$1" "$2: its text"
}

# --- one serial number

"$ocspkit" decode "$crl" | sed '/^Revoked Certificates:/,$d' >start
blank=' '
cat start - >want <<TEXT
Revoked Certificates:
    Serial Number: 1002
        Revocation Date: Jan  2 00:00:00 2018 GMT
        CRL entry extensions:
            X509v3 CRL Reason Code:$blank
                Key Compromise
TEXT
while IFS= read -r spelling; do
    run "$ocspkit" decode "--serial=$spelling" "$crl"
    shows want "--serial='$spelling'"
done <<SPELLINGS
1002
01002
00001002
0x1002
0X1002
10:02
10 02
10-02
00:10:02
 1002 $blank
serial=1002
serial = 1002
Serial Number: 10:02
Serial Number: 4098 (0x1002)
SPELLINGS
run "$ocspkit" decode --serial 1002 "$crl"
shows want '--serial 1002'
run "$ocspkit" decode --serial=1002 "$fixtures/crl.pem"
shows want 'a CRL in PEM'

cat start - >want-none <<'TEXT'
Not Listed:
    Serial Number: 1009
    Note: 1009 was read as hex; the decimal number 1009 is 03F1
TEXT
run "$ocspkit" decode --serial=1009 "$crl"
shows want-none 'one that is not listed'
cat start - >want-several <<TEXT
Revoked Certificates:
    Serial Number: 1001
        Revocation Date: Jan  1 00:00:00 2018 GMT
    Serial Number: 1002
        Revocation Date: Jan  2 00:00:00 2018 GMT
        CRL entry extensions:
            X509v3 CRL Reason Code:$blank
                Key Compromise
Not Listed:
    Serial Number: FF
    Serial Number: -10
TEXT
run "$ocspkit" decode --serial=1002 --serial=FF --serial=-10 --serial=1001 --serial=0FF "$crl"
shows want-several 'several, each once, the entries in the order of the CRL'
printf '1002\r\n\nFF\nserial=-10\n1001' >list
run "$ocspkit" decode --serial=@list "$crl"
shows want-several 'a list'
run "$ocspkit" decode --serial=@- "$crl" <list
shows want-several 'a list on standard input'
printf '1001\n1002\n' >listed
run "$ocspkit" decode --serial=@listed --serial=FF --serial=-10 "$crl"
shows want-several 'a list, and others'

# The octets count: 00FF is 255, FF is -1; the odd ones are found by what is shown of them.
for serial in -1234 00 "7F$(printf '5A%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)"; do
    run "$ocspkit" decode --fields=listed,revokedCertificates.userCertificate \
        "--serial=$serial" "$fixtures/crl-serials.der"
    is "$(cat "$out")" "$(printf 'true\t%s' "$serial")" "$serial is listed"
done
run "$ocspkit" decode --fields=listed,notListed --serial=EDCC --serial=1234 \
    "$fixtures/crl-serials.der"
is "$(cat "$out")" "$(printf 'false\tEDCC,1234')" 'EDCC is not -1234'

# --- what may be meant as a decimal number

while IFS='|' read -r spelling wanted; do
    run "$ocspkit" decode --fields=notes "--serial=$spelling" "$crl"
    is "$(cat "$out")" "$wanted" "the note of --serial=$spelling"
done <<'SPELLINGS'
4098|4098 was read as hex; the decimal number 4098 is 1002
1002|
0x4098|
40:98|
04098|
serial=4098|
9|
SPELLINGS
run "$ocspkit" decode --fields=notes --serial=FF --serial=4098 --serial=1001 --serial=10 "$crl"
is "$(cat "$out")" '4098 and 1 other were read as hex; the decimal number 4098 is 1002' \
    'the note of several'
cat start - >want-decimal <<'TEXT'
Not Listed:
    Serial Number: 4098
    Note: 4098 was read as hex; the decimal number 4098 is 1002
TEXT
run "$ocspkit" decode --serial=4098 "$crl"
shows want-decimal 'a decimal number that is not listed'

# --- JSON, --fields, -q

run "$ocspkit" decode -f json --serial=1002 --serial=09 "$crl"
exits 0
grep -q '"listed":true,"revokedCertificates":\[{"userCertificate":"1002",.*,"notListed":\["09"\]' \
    "$out"
ok $? 'JSON: listed, the entry, notListed' || note "$(cat "$out")"
is "$(grep -o '"userCertificate"' "$out" | wc -l | tr -d ' ')" 1 'JSON: that entry alone'
run "$ocspkit" decode -f json --serial=09 "$crl"
exits 0
grep -q '"listed":false,"revokedCertificates":\[\],"notListed":\["09"\],' "$out"
ok $? 'JSON: not listed, status 0'
run "$ocspkit" decode -f json "$crl"
! grep -q 'listed\|notListed' "$out"
ok $? 'JSON: nothing of it without --serial'
run "$ocspkit" decode --serial=1003 \
    --fields=listed,revokedCertificates.crlEntryExtensions.reasonCode "$crl" "$fixtures/crl-100.der"
is "$(cat "$out")" "$(printf 'true\tcACompromise\ntrue\t')" '--fields: a record for each CRL'
run "$ocspkit" decode -q --serial=1009 "$crl"
exits 0
[ ! -s "$out" ] && [ ! -s "$err" ]
ok $? '-q: nothing'

# --- an indirect CRL: the issuer of an entry holds for those behind it

leaf=$("$ocspkit" decode --fields=serialNumber "$fixtures/leaf.der")
issuer=revokedCertificates.certificateIssuer.directoryName
for serial in 1001: 1002:'CN=Other CA' "$leaf:CN=Other CA"; do
    run "$ocspkit" decode --fields="$issuer" "--serial=${serial%%:*}" "$fixtures/crl-indirect.der"
    is "$(cat "$out")" "${serial#*:}" "indirect: the issuer of ${serial%%:*}"
done
run "$ocspkit" decode "--serial=$leaf" "$fixtures/crl-indirect.der"
grep -q '^        Certificate Issuer: DirName:CN=Other CA$' "$out"
ok $? 'indirect: the text'

# --- every extension, as data

# shellcheck disable=SC2162 # a line that ends in a backslash goes on
while IFS='|' read name path wanted; do
    run "$ocspkit" decode "--fields=$path" "$fixtures/crl-$name.der"
    is "$(cat "$out")" "$wanted" "crl-$name: $path"
done <<'FIELDS'
reasons|revokedCertificates.crlEntryExtensions.reasonCode|unspecified,keyCompromise,cACompromise,\
affiliationChanged,superseded,cessationOfOperation,certificateHold,removeFromCRL,\
privilegeWithdrawn,aACompromise
entry-all|revokedCertificates.crlEntryExtensions.extnID|cRLReasons,invalidityDate,certificateIssuer
entry-all|revokedCertificates.crlEntryExtensions.invalidityDate|2018-01-01T00:00:00Z
entry-all|revokedCertificates.crlEntryExtensions.certificateIssuer.directoryName|CN=Other CA
freshest|crlExtensions.freshestCRL.distributionPoint.fullName.uniformResourceIdentifier|\
http://crl.example.test/delta.crl
authority|crlExtensions.authorityInfoAccess.accessLocation.uniformResourceIdentifier|\
http://ca.example.test/ca.crt
authority|crlExtensions.authorityKeyIdentifier.authorityCertSerialNumber|1F47
authority|crlExtensions.issuerAltName.rfc822Name|ca@example.test
scope-reasons|crlExtensions.issuingDistributionPoint.onlySomeReasons|\
cessationOfOperation,certificateHold
scope-reasons|crlExtensions.issuingDistributionPoint.onlyContainsUserCerts|true
scope-reasons|crlExtensions.issuingDistributionPoint.distributionPoint.nameRelativeToCRLIssuer|\
CN=scope 1
delta|crlExtensions.deltaCRLIndicator|05
delta|crlExtensions.cRLNumber|2F
FIELDS

# --- wrong ones

while IFS='|' read -r value wanted; do
    run "$ocspkit" decode "--serial=$value" "$crl"
    exits 2
    [ ! -s "$out" ] && [ "$(wc -l <"$err")" -eq 1 ] && grep -qF -e "$wanted" "$err"
    ok $? "--serial='$value' says: $wanted" || note "found: $(cat "$err")"
done <<CASES
|--serial: expected a serial number in hex, found ''
x|--serial: expected a serial number in hex, found 'x'
10:2|--serial: expected a serial number in hex, found '10:2'
10:0g|--serial: expected a serial number in hex, found '10:0g'
$(printf '%0258d' 0 | tr 0 1)|--serial: expected a serial number of at most 128 octets, found 129
@missing|missing: expected a list that can be read: No such file or directory
@/dev/null|expected a serial number in the file of --serial, found none
@want|--serial: line 1 of want: expected a serial number in hex, found 'Certificate
CASES
for name in leaf.der comodo-request.der story-response.der; do
    run "$ocspkit" decode --serial=1002 "$fixtures/$name"
    exits 2
    grep -q 'expected a CRL, which --serial is about, found a' "$err"
    ok $? "$name is no CRL" || note "found: $(cat "$err")"
done
run "$ocspkit" decode --serial=1002 "$fixtures/bad/crl-tbs-more.der"
exits 2
[ ! -s "$out" ]
ok $? 'a CRL that is broken behind the entry says nothing of it'

# --- many entries: the same answers, in memory that does not depend on the text

perl "$srcdir/tests/bench/make-crl.pl" 100000 >many.crl || exit 99
awk 'BEGIN { for (i = 65543; i <= 765536; i += 14) printf "%06X\n%06X\n", i, i + 1 }' >serials
run "$ocspkit" decode --fields=revokedCertificates.userCertificate --serial=@serials many.crl
is "$(tr ',' '\n' <"$out" | wc -l | tr -d ' ')" 50000 'of 100,000 serials on a list half is there'
"$ocspkit" decode many.crl >whole
is "$(grep -c '^    Serial Number: ' whole)" 100000 '100,000 entries in text'
is "$(tail -n 3 whole | head -n 1)" '    Signature Algorithm: ecdsa-with-SHA256' 'what is behind'
"$ocspkit" decode -o whole-o many.crl
same whole-o whole 'the same with -o'
"$ocspkit" decode -f json many.crl >records
is "$(grep -o '"userCertificate":"[0-9A-F]*","revocationDate":"[^"]*","crlEntryExtensions":\[\]' \
    records | wc -l | tr -d ' ')" 100000 '100,000 entries in JSON'
is "$(wc -l <records | tr -d ' ')" 1 'in one line'
if [ -e /dev/full ]; then
    "$ocspkit" decode many.crl >/dev/full 2>"$err"
    is $? 2 'a full disk is an error'
    is "$(wc -l <"$err" | tr -d ' ')" 1 'that is said once'
else
    skip 2 'no /dev/full'
fi

"$ocspkit" decode many.crl 2>"$err" | head -n 1 >/dev/null
[ ! -s "$err" ]
ok $? 'a pipe that is closed ends it silently'

perl "$srcdir/tests/bench/make-crl.pl" 1000000 >million.crl || exit 99
openssl crl -inform DER -in million.crl -out million.pem || exit 99
if [ -r /proc/self/status ] && ! grep -q sanitize "$builddir/config.log"; then
    for arguments in '--serial=6BCFC0 million.crl' million.crl '-f json million.crl' \
        '-f json million.pem'; do
        # shellcheck disable=SC2086
        peak=$(perl -e '
            my $pid = fork() // die;
            if (!$pid) { open STDOUT, ">", "/dev/null"; exec @ARGV }
            my $peak = 0;
            while (waitpid($pid, 1) == 0) {
                open my $file, "<", "/proc/$pid/status" or next;
                /^VmHWM:\s*(\d+)/ && $1 > $peak && ($peak = $1) while <$file>;
                select undef, undef, undef, 0.001;
            }
            print $peak' "$ocspkit" decode $arguments)
        [ "$peak" -gt 0 ] && [ "$peak" -lt 40960 ]
        ok $? "a million entries, decode $arguments: under 40 MiB" || note "found: $peak KiB"
    done
else
    skip 4 'memory is not measured here'
fi

tap_done
