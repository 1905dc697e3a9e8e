#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch: saved answers judged, then one certificate over the network, OCSP and CRL, with openssl's
# responder.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/responder.sh"

# says TEXT NAME: the last run's standard error is this one line.
says() {
    is "$(cat "$err")" "$1" "$2"
}

# came STATUS WORDS NAME: the last run's exit status, and the fields it wrote, blanks between them.
came() {
    exits "$1" "$3"
    is "$(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$2" "$3: $2"
}

# --- saved answers

at=2018-01-14T20:00:00Z

while IFS='|' read -r answer options wanted words; do
    # shellcheck disable=SC2086
    run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" $options \
        --response="$fixtures/$answer" --fields=status,decidedBy,reason "$fixtures/leaf.pem"
    came "$wanted" "$words" "$answer $options"
done <<'END'
response-delegated.der||0|good ocsp
response-delegated.der|--expect=good|0|good ocsp
response-delegated.der|--expect=revoked|1|good ocsp
response-delegated.der|--expect=unknown|1|good ocsp
response-delegated.pem||0|good ocsp
response-by-name.pem||0|good ocsp
response-revoked.der||1|revoked ocsp revoked
response-revoked.der|--expect=revoked|0|revoked ocsp revoked
response-revoked.der|--expect=good|1|revoked ocsp revoked
response-unknown.der||3|unknown ocsp status-unknown
response-unknown.der|--expect=unknown|0|unknown ocsp status-unknown
response-unknown.der|--expect=good|1|unknown ocsp status-unknown
response-stale.der||3|undetermined  next-update-past
response-stale.der|--expect=unknown|3|undetermined  next-update-past
response-stale.der|--at=2018-01-05T00:00:00Z|0|good ocsp
response-delegated.der|--at=2018-01-05T00:00:00Z|3|undetermined  this-update-future
response-delegated.der|--skew=10d --at=2018-01-05T00:00:00Z|0|good ocsp
response-delegated.der|--max-age=1d|3|undetermined  too-old
response-delegated.der|--require-nonce --nonce|3|undetermined  nonce-missing
leaf.pem||3|undetermined  response-malformed
crl-leaf-revoked.der||1|revoked crl revoked
crl-stale.der||3|undetermined  next-update-past
response-delegated.der|--get=ocsp|0|good ocsp
response-delegated.der|--get=crl|3|undetermined  no-revocation-information
crl-leaf-revoked.der|--get=ocsp|3|undetermined  no-revocation-information
crl-leaf-revoked.der|--get=crl|1|revoked crl revoked
END

# What is no answer is named for what it is.
echo '<!DOCTYPE html>' >"$tmp/portal"
while IFS='|' read -r answer wanted; do
    run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" \
        --response="$answer" "$fixtures/leaf.pem"
    exits 3
    is "$(sed -n 's/.*failed  response-malformed  \(.*\)  RFC.*/\1/p' "$out")" "$wanted" \
        "${answer##*/}: $wanted"
done <<END
$fixtures/leaf.der|expected an OCSP response, found a certificate
$fixtures/leaf.pem|expected an OCSP response, found a certificate
$tmp/portal|expected an OCSP response, found what looks like HTML (a captive portal's page?)
$fixtures/bad/response-cut.der|expected 525 bytes of contents, found 260 (byte 0)
END

run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" \
    --response="$fixtures/response-delegated.der" "$fixtures/leaf.pem"
exits 0
cat >"$tmp/want" <<END
good  $fixtures/leaf.pem
    Subject: C=GB, ST=Greater Manchester, L=Salford, O=Example Limited, CN=www.example.test
    Serial Number: 5B25CE6907C4265566D3390C99A954AD
    Issuer: C=GB, O=Example Trust, CN=Example Issuing CA
    OCSP  good  $fixtures/response-delegated.der
        signer  delegated  C=GB, O=Example Trust, CN=Example OCSP Signer
        thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |=========#-------------|  in 4 d 2 h  \
2018-01-18T22:44:51Z  nextUpdate
END
same "$out" "$tmp/want" 'the text of a good certificate'
says '' 'nothing on standard error'

run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" \
    --response="$fixtures/crl-root.der" --fields=reason,evidence.signer,evidence.signerSubject \
    "$fixtures/leaf.pem"
came 3 crl-issuer 'who signed a CRL by somebody else is not known'

run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" \
    --response="$fixtures/response-stale.der" --response="$fixtures/crl-leaf-revoked.der" \
    --fields=status,decidedBy,evidence.kind,evidence.status "$fixtures/leaf.pem"
came 1 'revoked crl ocsp,crl undetermined,revoked' 'a CRL beside a stale answer'

run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" \
    --response="$fixtures/response-delegated.der" --response="$fixtures/crl-leaf-revoked.der" \
    --fields=status,decidedBy,notes "$fixtures/leaf.pem"
came 1 'revoked crl another source says good; a revoked goes before it' 'a revoked before a good'

mkdir "$tmp/saved"
cp "$fixtures/response-delegated.der" "$fixtures/intermediate.pem" "$tmp/saved"
echo 'not an answer' >"$tmp/saved/readme.txt"
run "$ocspkit" fetch --offline --at="$at" --response="$tmp/saved" --fields=status,evidence.url \
    "$fixtures/leaf.pem"
came 0 "good $tmp/saved/response-delegated.der" 'a directory of answers and issuers'

i=0
while [ $i -lt 40 ]; do
    cp "$fixtures/response-ec.der" "$tmp/saved/another-$i-response.der"
    i=$((i + 1))
done
head -c 100 "$fixtures/crl.der" >"$tmp/saved/cut.crl"
run "$ocspkit" fetch --offline --at="$at" --response="$tmp/saved" \
    --fields=status,evidence.status,evidence.reason "$fixtures/leaf.pem"
came 0 'good good,undetermined crl-malformed' 'answers about other issuers are passed over'

mkdir "$tmp/empty"
run "$ocspkit" fetch -v --response="$tmp/empty" --fields=status,reason "$fixtures/leaf.pem"
came 3 'undetermined no-revocation-information' 'a directory without answers'
says '' 'nobody is asked in their place'

{
    cat "$fixtures/response-delegated.pem"
    head -n 4 "$fixtures/response-delegated.pem"
    cat "$fixtures/crl-leaf-revoked.pem"
} >"$tmp/several.pem"
run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" \
    --response="$tmp/several.pem" --fields=status,evidence.status "$fixtures/leaf.pem"
came 1 'revoked good,revoked,undetermined' 'what follows a broken answer is read too'

run "$ocspkit" fetch --offline --response="$tmp/none" "$fixtures/leaf.pem"
exits 2
says "ocspkit: $tmp/none: expected a file that can be read: No such file or directory" \
    'a saved answer that is not there'

# --- issuers

cat "$fixtures/leaf.pem" "$fixtures/root.pem" "$fixtures/intermediate.pem" >"$tmp/chain.pem"
run "$ocspkit" fetch --offline --at="$at" --response="$fixtures/response-delegated.der" -q \
    "$tmp/chain.pem"
exits 0 'the issuer from the rest of the file'

SSL_CERT_FILE=$fixtures/issuers.pem run "$ocspkit" fetch --offline --at="$at" -q \
    --response="$fixtures/response-delegated.der" "$fixtures/leaf.pem"
exits 0 'the issuer from the system store'

for name in root intermediate-rekeyed ec-root; do
    SSL_CERT_FILE=$fixtures/root.pem run "$ocspkit" fetch --offline --at="$at" \
        --issuer="$fixtures/$name.pem" --response="$fixtures/response-delegated.der" \
        --fields=status,reason "$fixtures/leaf.pem"
    came 3 'undetermined issuer-not-found' "$name is not the issuer"
done

{
    cat "$fixtures/leaf.pem"
    cat "$srcdir/tests/data/keys/rsa-1024.pem"
} >"$tmp/with-key.pem"
run "$ocspkit" fetch --offline --at="$at" -q --issuer="$fixtures/intermediate.pem" \
    --response="$fixtures/response-delegated.der" "$tmp/with-key.pem"
exits 0 'a private key beside the certificate'

run "$ocspkit" fetch --get=issuer --offline --issuer="$fixtures/issuers.pem" -q \
    -o "$tmp/issuer.pem" "$fixtures/leaf.pem"
exits 0
same "$tmp/issuer.pem" "$fixtures/intermediate.pem" '--get=issuer'

# The certificates of a bundle have no order: its leaf is asked about.
openssl crl2pkcs7 -nocrl -certfile "$fixtures/root.pem" -certfile "$fixtures/intermediate.pem" \
    -certfile "$fixtures/leaf.pem" -outform DER -out "$tmp/bundle.p7c"
run "$ocspkit" fetch --offline --at="$at" --response="$fixtures/response-delegated.der" \
    --fields=status,serialNumber "$tmp/bundle.p7c"
came 0 'good 5B25CE6907C4265566D3390C99A954AD' 'the leaf of a bundle'

# --- wrong use

for options in --timeout=0 --jobs=0 --jobs=5000 --nonce=0 --nonce=129 --nonce=x --header=x \
    '--header=Cookie:x' '--header=authorization:x' '-4 -6' --url=ftp://x/ --url=x \
    --expect=maybe --certid-hash=md5 --save= --staple=; do
    # shellcheck disable=SC2086
    run "$ocspkit" fetch $options "$fixtures/leaf.pem"
    exits 2
    is "$(cut -d ' ' -f 1 "$err" | head -n 1) $(wc -l <"$out")" 'ocspkit: 0' "$options is refused"
done

run "$ocspkit" fetch --offline "$fixtures/crl-leaf-revoked.der"
exits 2
says "ocspkit: $fixtures/crl-leaf-revoked.der: expected a certificate, found a CRL" 'no certificate'

# --- over the network

ports ocsp own web dead
authority ca 'Test CA'
authority other 'Another CA'
aia="authorityInfoAccess=OCSP;URI:http://127.0.0.1:$ocsp"
cdp="crlDistributionPoints=URI:http://127.0.0.1:$web/none.crl,URI:http://127.0.0.1:$web/ca.crl"
key_id=authorityKeyIdentifier=keyid
issue signer ca 0F 'extendedKeyUsage=OCSPSigning noCheck=ignored'
issue good ca 1000 "$aia $key_id"
issue revoked ca 1001 "$aia"
issue unknown ca 1002 "$aia"
issue own ca 1000 "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$own"
issue dead ca 1000 "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$dead"
issue listed ca 1001 "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$dead,\
caIssuers;URI:http://127.0.0.1:$web/ca.p7c $cdp"
issue crl-good ca 1000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/ca.crt $cdp"
issue crl-pem ca 1000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/ca.pem \
crlDistributionPoints=URI:http://127.0.0.1:$web/pem.crl"
issue portal ca 1000 "crlDistributionPoints=URI:http://127.0.0.1:$web/portal.html"
issue lost ca 1000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/other.crt $cdp"
issue bare ca 1000 ''
issue ldap ca 1000 "authorityInfoAccess=OCSP;URI:ldap://127.0.0.1/ocsp \
crlDistributionPoints=URI:ldap://127.0.0.1/crl"
issue half-ldap ca 1000 "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$dead \
crlDistributionPoints=URI:ldap://127.0.0.1/crl"
issue misled ca 1000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/namesakes.pem $cdp"
i=0
larges=
while [ $i -lt 17 ]; do
    issue large-$i ca 1000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/large.crt?$i \
$cdp"
    larges="$larges $tmp/large-$i.pem"
    i=$((i + 1))
done
# What comes first names the issuer's URL; behind it comes more than is kept without users.
issue hop other 2000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/ca.crt"
larger=
for i in a b c d e; do
    larger="$larger,caIssuers;URI:http://127.0.0.1:$web/large.crt?$i"
done
issue far ca 1000 "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/hop.crt$larger $cdp"
entry ca V 1000
entry ca R 1001 250101000000Z,keyCompromise
mkdir "$tmp/web"
openssl x509 -in "$tmp/ca.pem" -outform DER -out "$tmp/web/ca.crt"
openssl x509 -in "$tmp/other.pem" -outform DER -out "$tmp/web/other.crt"
perl -e 'local $/; my $der = <STDIN>; print $der x (1_000_000 / length $der)' \
    <"$tmp/web/other.crt" >"$tmp/web/large.crt"
{
    cat "$tmp/web/large.crt"
    openssl x509 -in "$tmp/hop.pem" -outform DER
} >"$tmp/web/hop.crt"
openssl crl2pkcs7 -nocrl -certfile "$tmp/other.pem" -certfile "$tmp/ca.pem" -outform DER \
    -out "$tmp/web/ca.p7c"
{
    head -n 3 "$tmp/other.pem"
    cat "$tmp/ca.pem"
} >"$tmp/web/ca.pem"
crl "$tmp/web/ca.crl" ca
openssl crl -inform DER -in "$tmp/web/ca.crl" -out "$tmp/web/pem.crl"
cp "$tmp/portal" "$tmp/web/portal.html"
respond "$ocsp" ca signer -nmin 60
respond "$own" ca ca -nmin 60 -resp_key_id -resp_no_certs
command -v python3 >/dev/null || skip_all 'python3 is not here'
i=0
while [ $i -lt 17 ]; do
    openssl req -config "$tmp/req.cnf" -x509 -new -key "$tmp/key.key" -subj '/CN=Test CA' \
        -set_serial $i >>"$tmp/web/namesakes.pem"
    i=$((i + 1))
done
serve_files "$web" "$tmp/web"

SSL_CERT_FILE=$fixtures/root.pem
export SSL_CERT_FILE
unset http_proxy all_proxy HTTP_PROXY ALL_PROXY

while IFS='|' read -r name options wanted words; do
    # shellcheck disable=SC2086
    run "$ocspkit" fetch $options "$tmp/$name.pem" \
        --fields=status,decidedBy,reason,evidence.signer,evidence.hashAlgorithm
    came "$wanted" "$words" "$name $options"
done <<END
good|--issuer=$tmp/ca.pem|0|good ocsp  delegated sha1
good|--issuer=$tmp/ca.pem --method=post|0|good ocsp  delegated sha1
good|--issuer=$tmp/ca.pem --certid-hash=sha256|0|good ocsp  delegated sha256
good|--issuer=$tmp/ca.pem --profile=lightweight|0|good ocsp  delegated sha256
good|--issuer=$tmp/ca.pem --nonce --require-nonce|0|good ocsp  delegated sha1
good|--issuer=$tmp/ca.pem --nonce=8 --method=get|0|good ocsp  delegated sha1
good|--issuer=$tmp/ca.pem --get=ocsp|0|good ocsp  delegated sha1
good|--issuer=$tmp/ca.pem --get=crl|3|undetermined  no-revocation-information
good|--issuer=$tmp/ca.pem --strict-responder|0|good ocsp  delegated sha1
good|--issuer=$tmp/other.pem|3|undetermined  issuer-not-found
good||3|undetermined  issuer-not-found
good|--issuer=$tmp/ca.pem --at=2001-01-01T00:00:00Z|3|undetermined  signer-expired delegated sha1
good|--issuer=$tmp/ca.pem --public-only|3|undetermined  network-failure
good|--issuer=$tmp/ca.pem --offline|3|undetermined  no-revocation-information
own|--issuer=$tmp/ca.pem|0|good ocsp  issuer sha1
revoked|--issuer=$tmp/ca.pem|1|revoked ocsp revoked delegated sha1
unknown|--issuer=$tmp/ca.pem|3|unknown ocsp status-unknown delegated sha1
dead|--issuer=$tmp/ca.pem|3|undetermined  network-failure
dead|--issuer=$tmp/ca.pem --url=http://127.0.0.1:$ocsp|0|good ocsp  delegated sha1
listed||1|revoked crl revoked issuer
listed|--get=ocsp|3|undetermined  network-failure
listed|--get=crl|1|revoked crl revoked issuer
crl-good||0|good crl  issuer
crl-pem||0|good crl  issuer
far||0|good crl  issuer
lost||3|undetermined  issuer-not-found
bare||3|undetermined  no-revocation-information
END

mkdir "$tmp/exec"
# Why there is nothing to ask, so that an empty record leaves no question.
while IFS='|' read -r name options wanted; do
    # shellcheck disable=SC2086
    run "$ocspkit" fetch --issuer="$tmp/ca.pem" --retries=0 $options "$tmp/$name.pem" \
        --fields=reason,evidence.kind,evidence.url,evidence.detail
    came 3 "$wanted" "$name $options"
done <<END
bare||no-revocation-information ocsp,crl  \
the certificate names no responder,the certificate names no URL of a CRL
bare|--get=crl|no-revocation-information crl  the certificate names no URL of a CRL
bare|--get=ocsp|no-revocation-information ocsp  the certificate names no responder
bare|--staple=$tmp/staple|no-revocation-information ocsp  the certificate names no responder
good|--offline|no-revocation-information ocsp,crl  \
expected a saved OCSP response\\, as nobody is asked\\, found none,\
expected a saved CRL\\, as nobody is asked\\, found none
good|--response=$tmp/exec|no-revocation-information ocsp,crl  \
expected a saved OCSP response\\, found none,expected a saved CRL\\, found none
good|--get=ocsp --response=$tmp/web/ca.crl|no-revocation-information ocsp  \
expected a saved OCSP response\\, found none
ldap||no-revocation-information ocsp,crl ldap://127.0.0.1/ocsp,ldap://127.0.0.1/crl \
expected a URL with http:// or https://\\, found another scheme,\
expected a URL with http:// or https://\\, found another scheme
END
run "$ocspkit" fetch --issuer="$tmp/ca.pem" "$tmp/portal.pem"
exits 3
grep -q 'failed  crl-malformed  expected a CRL, found what looks like HTML' "$out"
ok $? 'a web page in place of a CRL'
run "$ocspkit" fetch --issuer="$tmp/ca.pem" --retries=0 --fields=reason,evidence.kind,evidence.url \
    "$tmp/half-ldap.pem"
came 3 "network-failure ocsp,crl http://127.0.0.1:$dead,ldap://127.0.0.1/crl" 'a CRL by LDAP alone'

run "$ocspkit" fetch --issuer="$tmp/ca.pem" -f json "$tmp/revoked.pem"
exits 1
grep -q '"revocationTime":"2025-01-01T00:00:00Z","revocationReason":"keyCompromise"' "$out"
ok $? 'when and why it was revoked'

# GET while the whole URL has at most 255 bytes.
run "$ocspkit" fetch --issuer="$tmp/ca.pem" -v "$tmp/good.pem"
exits 0
is "$(sed -n 's/^> \([A-Z]*\) .*/\1/p' "$err")" GET 'a short request goes by GET'
grep -q '^< 127\.0\.0\.1:[0-9]*  [0-9]* ms  HTTP/1\.[01] 200 OK  [0-9]* bytes$' "$err"
ok $? '-v shows the address, the time, the status and the bytes'
long="http://127.0.0.1:$ocsp/$(printf '%0150d' 0)"
run "$ocspkit" fetch --issuer="$tmp/ca.pem" -v --url="$long" "$tmp/good.pem"
exits 0
is "$(sed -n 's/^> \([A-Z]*\) .*/\1/p' "$err")" POST 'a long one by POST'

# --- the program that asks

ln -s "$builddir/ocspkit-trust" "$tmp/exec"
OCSPKIT_EXEC_PATH=$tmp/exec run "$ocspkit" fetch --issuer="$tmp/ca.pem" --fields=status,reason \
    "$tmp/good.pem"
came 2 'undetermined network-failure' 'without ocspkit-http'
says "ocspkit: expected to run $tmp/exec/ocspkit-http: No such file or directory" 'which is said'
printf '#!/bin/sh\nexit 7\n' >"$tmp/exec/ocspkit-http"
chmod +x "$tmp/exec/ocspkit-http"
OCSPKIT_EXEC_PATH=$tmp/exec run "$ocspkit" fetch --issuer="$tmp/ca.pem" --fields=status,reason \
    "$tmp/good.pem"
came 2 'undetermined network-failure' 'with one that ends at once'

# --- what --get writes

run "$ocspkit" fetch --get=ocsp --issuer="$tmp/ca.pem" -q -o "$tmp/answer.pem" "$tmp/revoked.pem"
exits 1
"$ocspkit" convert pem-to-der --index=1 -o "$tmp/answer.der" "$tmp/answer.pem"
openssl ocsp -respin "$tmp/answer.der" -noverify -resp_text 2>/dev/null |
    grep -q 'Cert Status: revoked'
ok $? '--get=ocsp -o writes the response in PEM'
run "$ocspkit" fetch --get=crl -o - "$tmp/crl-good.pem"
exits 0
openssl crl -in "$out" -noout -issuer | grep -q 'Test CA'
ok $? '--get=crl -o - writes the CRL in PEM, and nothing else'
echo old >"$tmp/kept"
run "$ocspkit" fetch --get=ocsp --issuer="$tmp/ca.pem" -o "$tmp/kept" "$tmp/dead.pem"
exits 3
is "$(cat "$tmp/kept")" old 'where there is no object, what was there stays'

# --- what was saved of an answer to a nonce

run "$ocspkit" fetch --nonce --require-nonce --save="$tmp/evidence" -q --issuer="$tmp/ca.pem" \
    "$tmp/good.pem"
exits 0
run "$ocspkit" fetch --offline --require-nonce --response="$tmp/evidence" --fields=status \
    "$tmp/good.pem"
came 0 good 'the nonce is compared with the saved request'

# --- several

run "$ocspkit" fetch --issuer="$tmp/ca.pem" --fields=source,status,reason "$tmp/dead.pem" \
    "$tmp/good.pem" "$tmp/nowhere.pem" "$tmp/revoked.pem" "$tmp/bare.pem"
exits 1
cat >"$tmp/want" <<END
$tmp/dead.pem	undetermined	network-failure
$tmp/good.pem	good	-

$tmp/revoked.pem	revoked	revoked
$tmp/bare.pem	undetermined	no-revocation-information
END
sed 's/	$/	-/' "$out" >"$tmp/found"
same "$tmp/found" "$tmp/want" 'records stand in the order of the inputs'
is "$(tail -n 1 "$err" | sed 's/, [0-9.]* s$//')" \
    'ocspkit: 4 certificates: 1 good, 1 revoked, 2 undetermined, 1 input failed' \
    'a line counts them'

# shellcheck disable=SC2086
run "$ocspkit" fetch --jobs=1 --fields=status,reason "$tmp/misled.pem" $larges "$tmp/crl-good.pem"
exits 3
is "$(sort "$out" | uniq -c | tr -s '\t\n ' ' ')" ' 1 good 18 undetermined issuer-not-found ' \
    'what misleads one certificate misleads no other'

i=0
while [ $i -lt 60 ]; do
    printf '%s\n' "$tmp/listed.pem" "$tmp/crl-good.pem" "$tmp/good.pem"
    i=$((i + 1))
done >"$tmp/list"
: >"$tmp/$web.log"
run "$ocspkit" fetch -i "$tmp/list" --issuer="$tmp/ca.pem" --fields=status
exits 1
is "$(sed -n 177,180p "$out" | tr '\n' ' ')$(sort "$out" | uniq -c | tr -s ' \n' ' ')" \
    'good revoked good good  120 good 60 revoked ' 'a list of 180'
is "$(grep -c 'GET /ca.crl' "$tmp/$web.log")" 1 'the CRL that 120 want is fetched once'

tap_done
