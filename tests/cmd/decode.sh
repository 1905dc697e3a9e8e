#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode: the forms in which one request is given, and the forms in which it is shown. The
# run over many inputs is in session.sh, every fixture in decode-fixtures.sh.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

host=http://ocsp.comodoca.com
raw=MFEwTzBNMEswSTAJBgUrDgMCGgUABBTrJdiQ/icg9B19asFe73bPYs+reAQUdXGnGUgZvJ2d6kFH35TESHeZ03kCEFslz\
mkHxCZVZtM5DJmpVK0=
once=$(printf '%s' "$raw" | sed 's|/|%2F|g; s|+|%2B|g; s|=|%3D|g')
twice=$(printf '%s' "$once" | sed 's|%|%25|g')
safe=$(printf '%s' "$raw" | tr '+/' '-_' | tr -d =)
bare=$(printf '%s' "$raw" | tr -d =)
hex=$(od -An -v -tx1 "$fixtures/comodo-request.der" | tr -d ' \n')
blank=' '
hex_upper=$(printf '%s' "$hex" | tr abcdef ABCDEF)

cat >want <<'TEXT'
OCSP Request Data:
    Version: 1 (0x0)
    Requestor List:
        Certificate ID:
          Hash Algorithm: sha1
          Issuer Name Hash: EB25D890FE2720F41D7D6AC15EEF76CF62CFAB78
          Issuer Key Hash: 7571A7194819BC9D9DEA4147DF94C4487799D379
          Serial Number: 5B25CE6907C4265566D3390C99A954AD
TEXT
cat want - >want-twice <<'TEXT'
    Note: the URL was percent-escaped twice
TEXT
cat want - >want-bare <<'TEXT'
    Note: the padding of the URL's base64 was missing
TEXT
cat want-bare - >want-safe <<'TEXT'
    Note: the URL's base64 was in the URL-safe alphabet
TEXT

# shows WANT NAME: the last run wrote that, and nothing else.
shows() {
    [ "$status" -eq 0 ] && [ ! -s "$err" ]
    ok $? "$2: read" || note "status $status: $(cat "$err")"
    same "$out" "$1" "$2: its text"
}

# --- the forms: NAME|INPUT

cat >forms <<FORMS
a GET URL|$host/$once
/, + and = raw|$host/$raw
lower case escapes|$host/$(printf '%s' "$once" | sed 's/%2F/%2f/; s/%2B/%2b/; s/%3D/%3d/')
every character escaped|$host/$(perl -e 'print pack "H*", shift' "$hex" | base64 | tr -d '\n' |
    od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g')
= raw|$host/$(printf '%s' "$once" | sed 's/%3D/=/')
behind a path|http://clients1.google.com/ocsp/$once
behind a long path|http://ocsp.example.test/a/b/c/MFEw/MEkw/$once
behind a path that looks like base64|http://ocsp.example.test/MFEwTzBN/$raw
two slashes|$host//$once
with a port|http://ocsp.comodoca.com:80/$once
an address|http://192.0.2.1/$once
https|https://ocsp.comodoca.com/$once
hxxp|hxxp://ocsp.comodoca.com/$once
another scheme|x-y.z://ocsp.comodoca.com/$once
upper case|HTTP://OCSP.COMODOCA.COM/$once
a query|$host/$once?a=b&c=/d
a query behind raw base64|$host/$raw?x
a fragment|$host/$once#top
a query and a fragment|$host/$once?a#b
a slash behind|$host/$once/
slashes behind|$host/$once//
a slash behind raw base64|$host/$raw/
a slash and a query behind|$host/$once/?x
a path|/$once
a path, raw|/$raw
a path of segments|/ocsp/$once
base64|$raw
base64 without padding|$bare
base64url|$safe
base64, escaped|$once
hex|$hex
hex in upper case|$hex_upper
hex with 0x|0x$hex
a request line|GET /$once HTTP/1.1
a request line with a URL|GET $host/$once HTTP/1.0
a log line|192.0.2.7 - - [11/Jan/2018:22:44:51 +0000] "GET /$once HTTP/1.1" 200 471 "-" "ocspd/1.0"
a log line, raw|192.0.2.7 - - [11/Jan/2018:22:44:51 +0000] "GET /ocsp/$raw HTTP/1.1" 200 471
a log line of a proxy|1515710691.123 45 192.0.2.7 TCP_MISS/200 900 GET $host/$once - DIRECT/ -
blanks around|  $host/$once $blank
tabs between|GET	/$once	HTTP/1.1
FORMS

while IFS='|' read -r name input; do
    run "$ocspkit" decode -- "$input"
    shows want "$name"
done <forms
run "$ocspkit" decode -r "$host/$once"
shows want '-r'
run "$ocspkit" decode --request="$host/$once"
shows want '--request='
run "$ocspkit" decode -r "$raw"
shows want '-r with bare base64'
run "$ocspkit" decode "$host/$twice"
shows want-twice 'escaped twice'
run "$ocspkit" decode "/$twice"
shows want-twice 'a path, escaped twice'
run "$ocspkit" decode "$host/$bare"
shows want-bare 'padding missing'
run "$ocspkit" decode "$host/$safe"
shows want-safe 'URL-safe'
run "$ocspkit" decode "$host/$(printf '%s' "$raw" | sed 's|/|%252F|')"
shows want-twice 'escaped twice, in part'

other=$(base64 <"$fixtures/request-sha256.der" | tr -d '\n')
run "$ocspkit" decode "GET /$once HTTP/1.1 \"$host/$other\""
shows want 'the request before the referer'

# --- files: NAME and how it is given

der=$fixtures/comodo-request.der
printf '%s\n' "$raw" >base64
printf '%s' "$raw" | fold -w 64 >wrapped
printf '%s' "$raw" | fold -w 64 | sed 's/$/\r/' >wrapped-crlf
printf '%s\n' "$hex" >hex
printf '%s' "$hex" | fold -w 60 >hex-wrapped
printf '%s' "$hex" | sed 's/../& /g' >hex-blanks
printf '%s' "$hex" | sed 's/../&:/g; s/:$//' >hex-colons
printf '%s/%s\n' "$host" "$once" >url
printf 'GET /%s HTTP/1.1\n' "$once" >request-line
cp "$der" "$(printf '%s' "$raw" | tr '/' '_' | cut -c 1-60)"
named=$(ls -d MFEw*)
cp "$der" request.pem
cp "$fixtures/comodo-request.pem" request.der
cp "$der" 'with blank'
cp "$der" "$safe"
sed 's/$/\r/' <"$fixtures/comodo-request.pem" >crlf.pem
{
    echo 'a request:'
    cat "$fixtures/comodo-request.pem"
    echo 'and no more'
} >text.pem
for name in "$der" "$fixtures/comodo-request.pem" base64 wrapped wrapped-crlf hex hex-wrapped \
    hex-blanks hex-colons url request-line "$named" "./$named" request.pem request.der crlf.pem \
    text.pem './with blank' "$tmp/base64" "./$safe"; do
    run "$ocspkit" decode "$name"
    shows want "the file ${name##*/}"
done
for name in "$der" request.der base64 wrapped hex url request-line; do
    run "$ocspkit" decode <"$name"
    shows want "standard input: ${name##*/}"
    run "$ocspkit" decode - <"$name"
    shows want "-: ${name##*/}"
done
printf '%s' "$raw" >"./$safe"
run "$ocspkit" decode -- "$safe"
shows want 'what is a request by itself is no file'
{
    head -c 10 "$der"
    sleep 1
    tail -c +11 "$der"
} | "$ocspkit" decode >"$out" 2>"$err"
status=$?
shows want 'a pipe that comes in pieces'

# --- several

cat want want >want-2
run "$ocspkit" decode "$der" "$host/$once"
shows want-2 'two inputs'
cat "$der" "$der" >two.der
run "$ocspkit" decode two.der
shows want-2 'two objects in DER'
cat request.der request.der >two.pem
run "$ocspkit" decode two.pem
shows want-2 'two objects in PEM'
run "$ocspkit" decode -r "$host/$once" "$der"
shows want-2 '-r and an input'
run "$ocspkit" decode -r "$host/$once" -r "/$raw"
shows want-2 '-r twice'

# --- JSON, --fields, -q, colour

members='"version":1,"requestList":[{"reqCert":{"hashAlgorithm":"sha1",'
members=$members'"issuerNameHash":"EB25D890FE2720F41D7D6AC15EEF76CF62CFAB78",'
members=$members'"issuerKeyHash":"7571A7194819BC9D9DEA4147DF94C4487799D379",'
members=$members'"serialNumber":"5B25CE6907C4265566D3390C99A954AD"}}]'
start='{"schema":"ocspkit/1","type":"ocspRequest","source":'

run "$ocspkit" decode -f json "$host/ocsp/$once"
is "$(cat "$out")" \
    "$start\"$host/ocsp/$once\",\"index\":0,\"responder\":\"$host/ocsp/\",$members}" 'JSON: a URL'
run "$ocspkit" decode --format=json two.der
is "$(cat "$out")" "$start\"two.der\",\"index\":0,$members}
$start\"two.der\",\"index\":1,$members}" 'JSON: two objects'
run "$ocspkit" decode -fjson "$host/$twice"
is "$(cat "$out")" "$start\"$host/$twice\",\"index\":0,\"responder\":\"$host/\",$members,\
\"notes\":[\"the URL was percent-escaped twice\"]}" 'JSON: a note'
run "$ocspkit" decode -fjson - <"$der"
is "$(cat "$out")" "$start\"-\",\"index\":0,$members}" 'JSON: standard input'
run "$ocspkit" decode -fjson </dev/null
is "$(cut -c 1-69 "$out")" '{"schema":"ocspkit/1","type":"error","source":"-","index":0,"error":{' \
    'JSON: an error'

fields=requestList.reqCert.serialNumber,type,index,responder,notes,nonce
run "$ocspkit" decode --fields=$fields "$host/$once" two.der "/$twice"
printf '5B25CE6907C4265566D3390C99A954AD\tocspRequest\t%s\t%s\t%s\t\n' \
    0 "$host/" '' 0 '' '' 1 '' '' 0 / 'the URL was percent-escaped twice' >want-fields
same "$out" want-fields '--fields'
run "$ocspkit" decode --fields=requestList.reqCert.serialNumber "$fixtures/request-3.der"
is "$(tr -d '0-9A-F\n' <"$out")" ',,' '--fields: the elements of a list'

run "$ocspkit" decode -q "$host/$once"
exits 0
[ ! -s "$out" ] && [ ! -s "$err" ]
ok $? '-q writes nothing'
run "$ocspkit" decode -q missing
exits 2
[ ! -s "$out" ] && [ "$(wc -l <"$err")" -eq 1 ]
ok $? '-q: the diagnostic stays'

run "$ocspkit" decode --color=never "$der"
shows want '--color=never'
run "$ocspkit" decode --color=auto "$der"
shows want '--color=auto into a file'
run "$ocspkit" decode --color=always "$der"
esc=$(printf '\033')
grep -q "$esc" "$out"
ok $? '--color=always'
sed "s/$esc\\[[0-9;]*m//g" "$out" >plain
same plain want '--color=always: the text below it'
NO_COLOR=1 run "$ocspkit" decode --color=always "$der"
grep -q "$esc" "$out"
ok $? '--color=always wins over NO_COLOR'
for arguments in '-f json' --fields=source,version; do
    # shellcheck disable=SC2086
    run "$ocspkit" decode --color=always $arguments "$der"
    ! grep -q "$esc" "$out"
    ok $? "no colour with $arguments"
done
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    for setting in 'TERM=xterm' 'TERM=xterm NO_COLOR=' 'TERM=dumb' 'TERM=xterm NO_COLOR=1'; do
        script -qec "env $setting '$ocspkit' decode '$der'" /dev/null </dev/null >"$out" 2>&1
        grep -q "$esc\\[1m" "$out" && found=colour || found=none
        case $setting in *dumb | *=1) wanted=none ;; *) wanted=colour ;; esac
        is "$found" "$wanted" "a terminal with $setting"
    done
    for arguments in '-f json' --fields=source,version -q; do
        script -qec "env TERM=xterm '$ocspkit' decode $arguments '$der'" /dev/null </dev/null \
            >"$out" 2>&1
        ! grep -q "$esc" "$out"
        ok $? "a terminal: no colour with $arguments"
    done
else
    skip 7 'no script(1), or no pseudo-terminal'
fi

# FILE|CODE|TEXT: what is coloured so, 1 being bold, 31 red, 32 green, 33 yellow
while IFS='|' read -r file code text; do
    run "$ocspkit" decode --color=always "$fixtures/$file"
    grep -qF "${esc}[${code}m$text${esc}[m" "$out"
    ok $? "colour $code: $text" || note "$(cat -v "$out")"
done <<'ROWS'
request-sha1.der|1|OCSP Request Data:
response-good.der|1|OCSP Response Data:
response-good.der|32|good
response-revoked.der|31|revoked
response-unknown.der|33|unknown
response-try-later.der|33|trylater (0x3)
leaf.der|1|Certificate:
crl-v1.der|1|Certificate Revocation List (CRL):
crl-v1.der|1|Revoked Certificates:
request-version-1.der|33|a default value is written out, which DER forbids (X.690 11.5)
ROWS

# --- what is no request: INPUT|what is said

while IFS='|' read -r input text; do
    run "$ocspkit" decode -- "$input"
    exits 2
    [ ! -s "$out" ] && [ "$(wc -l <"$err")" -eq 1 ] && grep -qF -e "$text" "$err"
    ok $? "says: $text" || note "found: $(cat "$err")"
done <<CASES
$host/|expected DER, PEM, base64, hex or a GET URL with an OCSP request at the end of its path
$host/index.html|found none of them
$host/$(printf '%s' "$raw" | cut -c 1-60)|expected 81 bytes of contents, found
$host/%ZZ$once|
$host/x%ZZ/MFEwTz%ZZBNMEswSTAJBgUrDg|expected
missing.der|missing.der: expected a file that can be read: No such file or directory
MFEwTzBN|No such file or directory
/nothing/here|/nothing/here: expected a file that can be read: No such file or directory
.|.: expected a file that can be read: Is a directory
$(printf '%s' "$raw" | tr '=' x)|expected
CASES
run "$ocspkit" decode ''
exits 2
[ "$(wc -l <"$err")" -eq 1 ]
ok $? 'an empty argument: one line'

run "$ocspkit" decode "$fixtures/bad/comodo-request-tag.der"
is "$(cat "$err")" "ocspkit: $fixtures/bad/comodo-request-tag.der: \
tbsRequest.requestList[0].reqCert.issuerNameHash: \
expected OCTET STRING (0x04), found 0x05 (byte 21)" 'path, wanted, found, byte'
run "$ocspkit" decode "$host/$(base64 <"$fixtures/bad/comodo-request-tag.der" | tr -d '\n')"
exits 2
grep -q 'reqCert.issuerNameHash: expected OCTET STRING (0x04), found' "$err"
ok $? 'the same in a URL'

# --- usage

for arguments in --bogus '-f yaml' '-f' '--format=' '--color=sometimes' '--fields=' '-r'; do
    # shellcheck disable=SC2086
    run "$ocspkit" decode $arguments
    exits 2
    [ ! -s "$out" ] && [ "$(wc -l <"$err")" -eq 1 ]
    ok $? "decode $arguments: one line" || note "$(cat "$err")"
done

run "$ocspkit" decode --fields=index,,type "$der"
is "$(cat "$err")" \
    "ocspkit: decode: --fields: expected a path such as responses.certStatus, found ''" \
    'which option a path is wrong in'
run "$ocspkit" decode --fields="$(seq -s , 33)" "$der"
is "$(cat "$err")" 'ocspkit: decode: --fields: expected at most 32 paths, found more' \
    'more paths than there may be'

tap_done
