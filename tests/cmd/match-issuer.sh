#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# match-issuer: whose is it.

. "${srcdir:-.}/tests/tap.sh"

at=2018-01-14T20:00:00Z
store=$fixtures/issuers.pem

# match OPTION... INPUT...: in the fixtures' issuers, at the moment they were made for.
match() {
    run "$ocspkit" match-issuer --at="$at" --issuers="$store" "$@"
}

# prints TEXT NAME: the last run's standard output is this.
prints() {
    is "$(cat "$out")" "$1" "$2"
}

# says TEXT NAME: the last run's standard error is this one line.
says() {
    is "$(cat "$err")" "$1" "$2"
}

# sha256 CERTIFICATE: its fingerprint in hex, as OpenSSL has it.
sha256() {
    openssl x509 -in "$1" -noout -fingerprint -sha256 | sed 's/.*=//; s/://g'
}

# --- the text and the record

cat >"$tmp/want" <<END
Certificate ID:
    Hash Algorithm: sha1
    Issuer Name Hash: B890294E682B0BE4CCA129F594BA8401204F584F
    Issuer Key Hash: DBA02CA633B2B3F3B1A5C8FEE26B0828402748EC
    Serial Number: 5B25CE6907C4265566D3390C99A954AD
    Issuer: C=GB, O=Example Trust, CN=Example Issuing CA
        Serial Number: 1F47
        $(openssl x509 -in "$fixtures/intermediate.pem" -noout -fingerprint -sha256)
        Subject Key Identifier: DBA02CA633B2B3F3B1A5C8FEE26B0828402748EC (equals the \
Issuer Key Hash)
        Not Before: Jan  1 00:00:00 2017 GMT
        Not After: Jan  1 00:00:00 2027 GMT
        File: $store#2
END
match "$fixtures/request-sha1.der"
exits 0
same "$out" "$tmp/want" 'the text of a match'

match -f json "$fixtures/request-sha1.der"
exits 0
prints "{\"schema\":\"ocspkit/1\",\"type\":\"issuerMatch\",\
\"source\":\"$fixtures/request-sha1.der\",\"index\":0,\"kind\":\"ocspRequest\",\
\"requests\":[{\"certID\":{\"hashAlgorithm\":\"sha1\",\
\"issuerNameHash\":\"B890294E682B0BE4CCA129F594BA8401204F584F\",\
\"issuerKeyHash\":\"DBA02CA633B2B3F3B1A5C8FEE26B0828402748EC\",\
\"serialNumber\":\"5B25CE6907C4265566D3390C99A954AD\"},\
\"matches\":[{\"subject\":\"CN=Example Issuing CA,O=Example Trust,C=GB\",\"serialNumber\":\"1F47\",\
\"sha256\":\"$(sha256 "$fixtures/intermediate.pem")\",\
\"subjectKeyIdentifier\":\"DBA02CA633B2B3F3B1A5C8FEE26B0828402748EC\",\"equalsIssuerKeyHash\":true,\
\"validity\":{\"notBefore\":\"2017-01-01T00:00:00Z\",\
\"notAfter\":\"2027-01-01T00:00:00Z\"},\
\"file\":\"$store\",\"fileIndex\":1}],\"nearMisses\":[],\"verdict\":\"yes\"}],\
\"verdict\":\"yes\"}" \
    'the JSON of a match'

cat >"$tmp/want" <<END
    Issuer: none among 3 certificates
    Near Miss: C=GB, O=Example Trust, CN=Example Issuing CA
        Differs: name matches, key differs (a re-keyed CA)
    Near Miss: C=GB, O=Example Trust, CN=Example Issuing CA
        Differs: name matches, key differs (a re-keyed CA)
    Near Miss: C=GB, O=Example Trust, CN=Example Root CA
        Differs: key matches, name differs (a cross-certificate or a renamed CA)
END
match "$fixtures/request-other-key.der"
exits 1
grep -E '^    (Issuer:|Near)|Differs' "$out" >"$tmp/have"
same "$tmp/have" "$tmp/want" 'the text of near misses'

# hash_of ALGORITHM WHAT CERTIFICATE: in hex, as OpenSSL has it; of its key, or its whole spki.
hash_of() {
    openssl x509 -in "$3" -noout -pubkey | openssl pkey -pubin -outform DER >"$tmp/spki.der"
    if [ "$2" = key ]; then # what is in the BIT STRING
        place=$(openssl asn1parse -inform DER -in "$tmp/spki.der" |
            sed -n 's/^ *\([0-9]*\):d=1 *hl=\([0-9]\).*BIT STRING.*/\1 \2/p')
        tail -c +$((${place% *} + ${place#* } + 2)) "$tmp/spki.der"
    else
        cat "$tmp/spki.der"
    fi | openssl dgst -"$1" -r | cut -d ' ' -f 1 | tr a-f A-F
}

rekeyed=$(hash_of sha1 key "$fixtures/intermediate-rekeyed.pem")
root_key=$(hash_of sha1 key "$fixtures/root.pem")
grep -qx "        Issuer Key Hash: $rekeyed (wanted $root_key)" "$out"
ok $? 'of a re-keyed CA both key hashes are shown'
run "$ocspkit" match-issuer --issuers="$fixtures/root.pem" "$fixtures/leaf.pem"
grep -qx '    Issuer: none among 1 certificate' "$out"
ok $? 'none among one'
match --fields=requests.nearMisses.issuerKeyHash,requests.nearMisses.issuerNameHash \
    "$fixtures/request-other-key.der"
prints "$rekeyed,$(hash_of sha1 key "$fixtures/intermediate.pem")	$(openssl x509 \
    -in "$fixtures/root.pem" -noout -ocspid | sed -n 's/.*Subject OCSP hash: //p')" \
    'and in the record what each near miss has in place of it'

# --- how a key identifier was made: METHOD, and the identifier for a key

make_issuer() {
    openssl req -x509 -key "$srcdir/tests/data/keys/p256-root.pem" -days 9000 \
        -out "$tmp/method.pem" -subj '/CN=Example Method' \
        -addext "subjectKeyIdentifier=$1" 2>"$tmp/log" ||
        cat "$tmp/log" >&2
}
make_issuer hash
key_sha1=$(hash_of sha1 key "$tmp/method.pem")
last=$(printf '%s' "$key_sha1" | cut -c 26-40)
while read -r method identifier; do
    make_issuer "$identifier"
    openssl ocsp -sha256 -issuer "$tmp/method.pem" -serial 1 -no_nonce -reqout "$tmp/method.der"
    run "$ocspkit" match-issuer --issuers="$tmp/method.pem" \
        --fields=requests.matches.subjectKeyIdentifierMethod "$tmp/method.der"
    is "$(cat "$out") $status" "$method 0" "an identifier is made by $method"
    run "$ocspkit" match-issuer --issuers="$tmp/method.pem" "$tmp/method.der"
    grep -q "^        Subject Key Identifier: $identifier (not the Issuer Key Hash: " "$out"
    ok $? "and the text says that it is not the hash: $method"
done <<END
rfc5280-1 $key_sha1
rfc5280-2 4$last
rfc7093-1 $(hash_of sha256 key "$tmp/method.pem" | cut -c 1-40)
rfc7093-2 $(hash_of sha384 key "$tmp/method.pem" | cut -c 1-40)
rfc7093-3 $(hash_of sha512 key "$tmp/method.pem" | cut -c 1-40)
rfc7093-4 $(hash_of sha1 spki "$tmp/method.pem")
rfc7093-4 $(hash_of sha256 spki "$tmp/method.pem")
hash $(hash_of sha384 key "$tmp/method.pem")
other 00
other 0011223344556677
other 00112233445566778899AABBCCDDEEFF00112233
END
openssl ocsp -issuer "$tmp/method.pem" -serial 1 -no_nonce -reqout "$tmp/method.der"
make_issuer hash
run "$ocspkit" match-issuer --issuers="$tmp/method.pem" -f json "$tmp/method.der"
! grep -q 'subjectKeyIdentifierMethod' "$out" && grep -q '"equalsIssuerKeyHash":true' "$out"
ok $? 'of an identifier that equals the hash nothing more is said'

# --- --print-hashes

for name in intermediate root ec-root leaf; do
    openssl x509 -in "$fixtures/$name.pem" -noout -ocspid | sed 's/.*: //' >"$tmp/want"
    run "$ocspkit" match-issuer --print-hashes "$fixtures/$name.pem"
    exits 0 "--print-hashes needs no store: $name"
    sed -n '/Algorithm: sha1$/,/Algorithm: sha224$/s/.* Hash: //p' "$out" >"$tmp/have"
    same "$tmp/have" "$tmp/want" "what openssl x509 -ocspid prints of $name"
    run "$ocspkit" match-issuer --print-hashes --fields=requests.certificate.hashes.hashAlgorithm \
        "$fixtures/$name.der"
    prints 'md5,sha1,sha224,sha256,sha384,sha512' "each algorithm: $name"
    for what in Name Key; do
        run "$ocspkit" match-issuer --print-hashes \
            --fields=requests.certificate.hashes.issuer${what}Hash "$fixtures/$name.pem"
        tr ',' '\n' <"$out" >"$tmp/have"
        openssl asn1parse -in "$fixtures/$name.pem" -noout -out "$tmp/whole.der"
        for algorithm in md5 sha1 sha224 sha256 sha384 sha512; do
            if [ "$what" = Key ]; then
                hash_of "$algorithm" key "$fixtures/$name.pem"
            else # the sixth element of tbsCertificate
                place=$(openssl asn1parse -in "$fixtures/$name.pem" | sed -n \
                    's/^ *\([0-9]*\):d=2 *hl=\([0-9]\) *l= *\([0-9]*\) .*/\1 \2 \3/p' | sed -n 6p)
                # shellcheck disable=SC2086
                set -- $place
                tail -c +$(($1 + 1)) "$tmp/whole.der" | head -c $(($2 + $3)) |
                    openssl dgst -"$algorithm" -r | cut -d ' ' -f 1 | tr a-f A-F
            fi
        done >"$tmp/want"
        same "$tmp/have" "$tmp/want" "as openssl dgst has them: $name, $what"
    done
done
run "$ocspkit" match-issuer --print-hashes --fields=index,requests.certificate.subject \
    "$fixtures/chain.pem"
exits 0
is "$(wc -l <"$out")" 3 '--print-hashes: a record an object'
match --print-hashes -f json "$fixtures/leaf.der" "$fixtures/request-sha1.der"
exits 0 '--print-hashes with --issuers: both'
is "$(grep -c '"hashes":\[' "$out") $(grep -c '"matches":\[{' "$out")" '1 2' 'in each record'
for name in comodo-request.der response-good.der crl.der csr.der bad/certificate-cut.der; do
    run "$ocspkit" match-issuer --print-hashes "$fixtures/$name"
    exits 2 "--print-hashes wants certificates: $name"
    prints '' "and prints nothing else: $name"
done

match -q "$fixtures/request-sha1.der"
exits 0
prints '' 'and nothing with --quiet'

# --- requests, responses, certificates: file, exit status, who is found, what near misses differ in

root='CN=Example Root CA\,O=Example Trust\,C=GB'
issuing='CN=Example Issuing CA\,O=Example Trust\,C=GB'

while IFS='|' read -r file want found differs; do
    match --fields=requests.matches.subject,requests.nearMisses.differs "$fixtures/$file"
    exits "$want" "$file: exit status $want"
    [ "$want" -eq 2 ] && continue
    case $found in
    ROOT) found=$root ;;
    ISSUING) found=$issuing ;;
    TWICE) found=$issuing,$issuing ;;
    esac
    prints "$(printf '%s\t%s' "$found" "$differs")" "$file: who is found, or what differs"
done <<'END'
request-sha1.der|0|ISSUING|
request-sha1-no-null.der|0|ISSUING|
request-md5.der|0|ISSUING|
request-sha256.der|0|ISSUING|
request-sha384.der|0|ISSUING|
request-sha512.der|0|ISSUING|
request-sha1.pem|0|ISSUING|
request-root.der|0|ROOT|
request-mixed.der|0|TWICE|
request-signed.der|0|ISSUING|
request-unknown-critical.der|0|ISSUING|
request-version-1.der|0|ISSUING|
request-ec.der|1||
comodo-request.der|1||
comodo-request.b64|1||
request-other-key.der|1||key,key,name
request-other-name.der|1||key,name
request-hash-length.der|1||name
request-unknown-hash.der|3||
response-good.der|0|ISSUING|
response-revoked.der|0|ISSUING|
response-sha256.der|0|ISSUING|
response-forged.der|0|ISSUING|
response-ec.der|1||
response-unknown-hash.der|3||
response-try-later.der|3||
response-try-later-body.der|3||
response-unauthorized.der|3||
response-type-unknown.der|3||
leaf.der|0|ISSUING|
leaf.b64|0|ISSUING|
intermediate.der|0|ROOT|
intermediate-rekeyed.der|0|ROOT|
root.der|0|ROOT|
rsa-pss.der|0|ROOT|
sha384.der|0|ROOT|
signer-namesake.der|0|ISSUING|
expired.der|0|ISSUING|
ec-leaf.der|1||
ec-root.der|1||
crl.der|2
csr.der|2
pkcs7-crl.der|2
bad/pkcs7-empty.der|2
absent.der|2
bad/request-cut.der|2
bad/request-length-inner.der|2
bad/request-wrong-tag.der|2
bad/request-trailing-byte.der|2
bad/response-cut.der|2
bad/response-status-7.der|2
bad/certificate-cut.der|2
bad/certificate-version-9.der|2
bad/empty.der|2
bad/random.der|2
END

match "$fixtures/bad/comodo-request-tag.der"
exits 2
says "ocspkit: $fixtures/bad/comodo-request-tag.der: \
tbsRequest.requestList[0].reqCert.issuerNameHash: expected OCTET STRING (0x04), found 0x05 \
(byte 21)" 'a malformed request is said with its place'
prints '' 'and prints nothing'

# A bit of the leaf's signature is another one.
openssl asn1parse -in "$fixtures/leaf.pem" -noout -out "$tmp/whole.der"
size=$(wc -c <"$tmp/whole.der")
{
    head -c $((size - 1)) "$tmp/whole.der"
    tail -c 1 "$tmp/whole.der" | tr '\000-\377' '\001-\377\000'
} >"$tmp/forged.der"
match --fields=verdict,requests.nearMisses.differs "$tmp/forged.der"
exits 1
prints "$(printf 'no\tkeyIdentifier,signature')" \
    'a certificate whose signature is broken has no issuer'

match "$fixtures/ec-root.der"
grep -q 'Note: it is self-signed, and not among' "$out"
ok $? 'a self-signed certificate that is not in the store: that is said'

# --- several objects and inputs

match --fields=index,verdict "$fixtures/chain.pem"
exits 0
prints "$(printf '0\tyes\n1\tyes\n2\tyes')" 'a record an object'

match --fields=verdict "$fixtures/request-ec.der" "$fixtures/request-sha1.der" "$tmp/absent" \
    "$fixtures/request-unknown-hash.der"
exits 1 'the gravest status wins'
prints "$(printf 'no\nyes\n\nundetermined')" 'a line an input'

match -f json "$fixtures/request-3.der" "$fixtures/request-mixed.der"
exits 0
grep -o '"matches":\[{.*' "$out" | sed 's/"certID":{[^}]*},//g; s/"matches"/\n&/g' |
    sed 's/\],"nearMisses.*//' | grep . | sort | uniq -c |
    sed 's/,.*"equals/ equals/; s/,.*//' >"$tmp/have"
is "$(sed 's/^ *//; s/ .*equals/ equals/' "$tmp/have" | tr '\n' ' ')" \
    '1 equalsIssuerKeyHash":false 4 equalsIssuerKeyHash":true ' \
    'what is found again and again is written alike'

printf '%s\n' "$fixtures/request-sha1.der" '' "$fixtures/request-root.der" >"$tmp/list"
match -i "$tmp/list"
exits 0
is "$(grep -c '^Source: ' "$out")" 2 'with several inputs the text names each'

# --- what is to be said of a match

run "$ocspkit" match-issuer --at=2030-01-01T00:00:00Z --issuers="$store" "$fixtures/leaf.der"
exits 0 'an expired issuer is the issuer all the same'
grep -q '^        Note: expired$' "$out"
ok $? 'with a note'

run "$ocspkit" match-issuer --at=2016-01-01T00:00:00Z --issuers="$store" "$fixtures/leaf.der"
exits 0 'and so is one that is not valid yet'
grep -q '^        Note: not valid yet$' "$out"
ok $? 'with a note'

openssl ocsp -issuer "$fixtures/leaf.pem" -serial 1 -no_nonce -reqout "$tmp/no-ca.der"
run "$ocspkit" match-issuer --at="$at" --issuers="$fixtures/leaf.pem" -f json "$tmp/no-ca.der"
exits 0
grep -q '"notes":\["no CA: ' "$out"
ok $? 'an issuer that is no CA: a note'

# --- where to look

run "$ocspkit" match-issuer --issuers="$fixtures/root.der" --issuers="$fixtures/intermediate.pem" \
    --issuers="$store" --fields=requests.matches.file "$fixtures/leaf.der" "$fixtures/root.der"
exits 0
prints "$(printf '%s\n%s' "$fixtures/intermediate.pem" "$fixtures/root.der")" \
    'several stores; what is in two is found in the first, once'

mkdir "$tmp/hashed" "$tmp/hashed/folder" "$tmp/empty"
cp "$fixtures/intermediate.pem" "$tmp/hashed/issuing.pem"
cp "$fixtures/root.der" "$tmp/hashed/root.crt"
cp "$fixtures/crl.pem" "$tmp/hashed/crl.pem"
cp "$fixtures/csr.der" "$tmp/hashed/folder/"
cp "$fixtures/bad/random.der" "$tmp/hashed/random"
echo 'What is in here' >"$tmp/hashed/README"
: >"$tmp/hashed/nothing"
ln -s issuing.pem "$tmp/hashed/0a1b2c3d.0"
ln -s absent "$tmp/hashed/0a1b2c3d.1"
run "$ocspkit" match-issuer --issuers="$tmp/hashed" --fields=requests.matches.file \
    "$fixtures/leaf.der" "$fixtures/intermediate.der"
exits 0 'a directory with links by hash and other files'
prints "$(printf '%s\n%s' "$tmp/hashed/issuing.pem" "$tmp/hashed/root.crt")" \
    'a certificate is found under the name that says more'
says '' 'other files are passed over in silence'

cp "$fixtures/bad/certificate-version-9.der" "$tmp/hashed/broken.der"
run "$ocspkit" match-issuer -q --issuers="$tmp/hashed" "$fixtures/leaf.der"
exits 0 'a broken certificate in a directory is passed over'
is "$(sed 's/: tbs.*//' "$err")" "ocspkit: $tmp/hashed/broken.der" 'and said'

cat "$fixtures/intermediate.pem" "$fixtures/bad/pem-character.pem" >"$tmp/half.pem"
run "$ocspkit" match-issuer --issuers="$tmp/half.pem" --fields=verdict "$fixtures/leaf.der"
exits 2 'a broken certificate in a file that was named is trouble'
prints yes 'but the others are looked in'

for broken in "$tmp/absent" "$tmp/empty" "$tmp/hashed/nothing" "$fixtures/crl.pem" \
    "$fixtures/bad/random.der" "$fixtures/bad/certificate-version-9.der"; do
    run "$ocspkit" match-issuer --issuers="$broken" "$fixtures/leaf.der"
    exits 2 "a store without certificates is trouble: ${broken##*/}"
    prints '' 'and nothing is matched'
    grep -q "^ocspkit: $broken: " "$err"
    ok $? 'the store is named'
done

SSL_CERT_FILE=$store run "$ocspkit" match-issuer --fields=verdict "$fixtures/leaf.der"
exits 0 'SSL_CERT_FILE takes the place of the system store'
SSL_CERT_FILE=$tmp/absent run "$ocspkit" match-issuer "$fixtures/leaf.der"
exits 2 'SSL_CERT_FILE that is absent is trouble'
grep -q "^ocspkit: $tmp/absent: " "$err"
ok $? 'and named'
SSL_CERT_FILE=$tmp/absent run "$ocspkit" match-issuer -q --issuers="$store" "$fixtures/leaf.der"
exits 0 'but not looked at with --issuers'
SSL_CERT_DIR=$tmp/hashed run "$ocspkit" match-issuer -q "$fixtures/leaf.der"
exits 0 'SSL_CERT_DIR takes its place too'
mkdir "$tmp/root"
cp "$fixtures/root.pem" "$tmp/root/"
SSL_CERT_DIR=$tmp/root:$tmp/hashed run "$ocspkit" match-issuer -q "$fixtures/leaf.der"
exits 0 'and may be several directories'
SSL_CERT_DIR=$tmp/root:$tmp/absent run "$ocspkit" match-issuer -q "$fixtures/root.der"
exits 2 'one of which is absent'
SSL_CERT_DIR=$tmp/root run "$ocspkit" match-issuer -q --issuers="$fixtures/intermediate.der" \
    --issuers=system "$fixtures/leaf.der" "$fixtures/intermediate.der"
exits 0 'the system store beside others'
run "$ocspkit" match-issuer -q --issuers=- "$fixtures/leaf.der" <"$store"
exits 0 'a store from standard input'

# --- the story, in the system's own store

url=http://ocsp.comodoca.com/MFEwTzBNMEswSTAJBgUrDgMCGgUABBTrJdiQ%2Ficg9B19asFe73bPYs%2BreAQUd
url=${url}XGnGUgZvJ2d6kFH35TESHeZ03kCEFslzmkHxCZVZtM5DJmpVK0%3D
system=
for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt \
    /etc/ssl/cert.pem; do
    if [ -r "$file" ]; then
        system=$file
        break
    fi
done
ecc=9F744E9F2B4DBAEC0F312C50B6563B8E2D93C311
if [ -z "$system" ]; then
    skip 5 'this system has no store of certificates in the usual places'
elif ! "$ocspkit" fingerprint --fields=fingerprints.sha1 "$system" | grep -q "$ecc"; then
    skip 5 "$system lacks COMODO ECC Certification Authority"
else
    SSL_CERT_FILE=$system
    export SSL_CERT_FILE
    run "$ocspkit" match-issuer "$url"
    exits 0
    grep -q '^    Issuer: C=GB, .*, CN=COMODO ECC Certification Authority$' "$out"
    ok $? 'the issuer of the request in the URL'
    identifier=requests.matches.subjectKeyIdentifier
    run "$ocspkit" match-issuer --fields=$identifier,requests.matches.equalsIssuerKeyHash "$url"
    prints "$(printf '7571A7194819BC9D9DEA4147DF94C4487799D379\ttrue')" \
        'its key identifier is the key hash'
    run "$ocspkit" match-issuer --fields=verdict "$system"
    exits 0 'every root of the system is its own issuer'
    is "$(sort -u "$out")" yes 'each of them'
    unset SSL_CERT_FILE
fi

# --- what independent tools found in the files from outside

answers=$shared/answers/match_issuer.tsv
if [ -z "$shared" ] || [ ! -r "$answers" ]; then
    skip 1 'the files from outside are not there'
    tap_done
fi
awk -F '\t' '$8 == "MATCH" { print $10 }' "$answers" | sed 's/[0-9a-f]*:\([^#]*\)#[0-9]*/\1/g' |
    sort -u >"$tmp/issuers"
set --
while read -r file; do
    set -- "$@" "--issuers=$shared/$file"
done <"$tmp/issuers"

# A line a file: how many of its CertIDs have an issuer, how many have none, and the beginnings of
# the fingerprints.
awk -F '\t' '!/^#/ {
    if (!($1 in seen)) { order[++count] = $1; seen[$1] = 1 }
    if ($8 == "MATCH") { yes[$1]++; split($10, at, ":"); prints[$1] = prints[$1] " " at[1] }
    else no[$1]++
} END {
    for (i = 1; i <= count; i++) {
        file = order[i]
        print file "|" yes[file] + 0 "|" no[file] + 0 "|" prints[file]
    }
}' "$answers" >"$tmp/answers"

while IFS='|' read -r file yes no prints; do
    if ! grep -q '^-----BEGIN [A-Z ]*-----.' "$shared/$file"; then
        run "$ocspkit" match-issuer "$@" \
            --fields=requests.verdict,requests.matches.sha256 "$shared/$file"
        cut -f 1 "$out" | tr ',' '\n' >"$tmp/verdicts"
        is "$(grep -c '^yes$' "$tmp/verdicts") $(grep -vc '^yes$' "$tmp/verdicts")" "$yes $no" \
            "$file: how many CertIDs have their issuer"
        is "$(cut -f 2 "$out" | tr 'A-F,' 'a-f\n' | cut -c 1-16)" "${prints# }" \
            "$file: the issuer that was expected"
    else
        skip 2 "$file: a PEM block in one line is not read"
    fi
done <"$tmp/answers"

tap_done
