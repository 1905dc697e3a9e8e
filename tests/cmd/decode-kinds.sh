#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode: what stands around certificates on disk. That nothing of a private key is shown;
# parameters before keys, OpenSSL's trust settings, PKCS#7, files of many kinds, and what is refused
# by its name.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

# --- private keys

key=$(cat "$fixtures/private-ed25519.pem")
secret=$(openssl pkey -in "$fixtures/private-ed25519.pem" -outform DER | tail -c 32 |
    od -An -v -tx1 | tr -d ' \n' | tr a-f A-F)
base64=$(printf '%s\n' "$key" | sed 1d | sed '/^-/d')

# hides NAME: nothing of the key is in the output or the diagnostics of the last run.
hides() {
    ! cat "$out" "$err" | tr a-f A-F | grep -qF -e "$(printf '%s' "$base64" | tr a-f A-F)" \
        -e "$secret" -e "$(printf '%s' "$secret" | sed 's/../&:/g; s/:$//')"
    ok $? "$1: nothing of the key is shown" || note "$(cat "$out" "$err")"
}

cat >want <<'TEXT'
ED25519 Private-Key:
Private Key Algorithm: ED25519
TEXT
printf '%s\n' "$key" >key.pem
printf '%s\n' "$base64" >key.b64
printf '%s\n' "$secret" | sed 's/^/302E020100300506032B657004220420/' >key.hex
for file in key.pem key.b64 key.hex "$fixtures/private-ed25519.der"; do
    run "$ocspkit" decode "$file"
    exits 0
    same "$out" want "${file##*/}: its kind"
    hides "${file##*/}"
    run "$ocspkit" decode -f json "$file"
    hides "${file##*/} in JSON"
done
while IFS='|' read -r name input; do
    for format in text json; do
        run "$ocspkit" decode -f $format -- "$(printf '%b' "$input")"
        exits 0
        hides "$name as an argument ($format)"
        run "$ocspkit" fingerprint -f $format -- "$(printf '%b' "$input")"
        exits 2
        hides "$name as an argument of fingerprint ($format)"
    done
done <<INPUTS
PEM|$(printf '%s' "$key" | awk '{ printf "%s\\n", $0 }')
base64 behind a blank| $base64
PEM on one line|$(printf '%s' "$key" | tr '\n' ' ')
PEM in JSON|{"key":"$(printf '%s' "$key" | awk '{ printf "%s\\\\n", $0 }')"}
text and PEM|the key:\\n$(printf '%s' "$key" | awk '{ printf "%s\\n", $0 }')
INPUTS
run "$ocspkit" decode "$key"
exits 0
hides 'PEM as an argument without --'
same "$out" want 'which is no option'
is "$("$ocspkit" decode --fields=source "$key")" '(a private key)' 'what stands for its name'
run "$ocspkit" decode "$(printf '%s\n' "$key" | sed '2s/.$/!/')"
exits 2
hides 'a key that is broken'
run "$ocspkit" decode "-----BEGIN PRIVATE KEY-----$base64-----"
exits 2
hides 'a key on one line that does not end'
printf '%s\0' "$key" "$base64
" >list
run "$ocspkit" decode -0 -i list
exits 0
hides 'a list'
cut=$(printf '%s' "$secret" | cut -c 1-62)
printf '302E020100300506032B657004220420%s00' "$cut" | sed 's/0420/0520/' >broken.hex
run "$ocspkit" decode --dump broken.hex
exits 2
hides 'a key of another shape'

# Taken for the name of a file, or a line of a list.
for input in "$base64" "$(printf '%s' "$base64" | cut -c 1-40)" "KEY=$base64" "$(cat key.hex)"; do
    for format in text json; do
        run "$ocspkit" decode -f $format "$input"
        exits 2
        hides "no such file ($format)"
    done
    printf '%s\n' "$input" >list
    run "$ocspkit" decode --skip-other -f json -i list
    hides 'a line of a list of URLs'
done
openssl genpkey -algorithm rsa -out rsa.pem 2>/dev/null
run "$ocspkit" decode -f json -i rsa.pem
exits 2
cat "$out" "$err" >said
grep -v -e - rsa.pem >lines
! grep -qFf lines said
ok $? 'a key for the list itself: no line of it is shown' || note "$(cat said)"
is "$(grep -c '"source":"(a private key)"' "$out")" "$(grep -c . rsa.pem)" 'but each is a record'
run "$ocspkit" decode nothing.pem
grep -q "^ocspkit: nothing.pem: expected a file" "$err"
ok $? 'any other file that is not there is named' || note "$(cat "$err")"

# --- around keys

openssl ecparam -name prime256v1 -genkey -out ec.pem 2>/dev/null
run "$ocspkit" decode --fields=index,type,curve ec.pem
exits 0
is "$(tr '\t' ' ' <"$out")" '0 privateKey secp256r1' 'what openssl ecparam -genkey writes'
cat "$fixtures/leaf.pem" ec.pem "$fixtures/root.pem" >server.pem
is "$("$ocspkit" decode --fields=index,type server.pem | tr '\t\n' ': ')" \
    '0:certificate 1:privateKey 2:certificate ' 'a certificate, its key and its issuer'
run "$ocspkit" decode --fields=algorithm,encrypted,encryptionAlgorithm \
    "$fixtures/private-encrypted.pem" "$fixtures/private-encrypted-traditional.pem"
exits 0
is "$(tr '\t\n' ', ' <"$out")" ',true,id-PBES2 id-ecPublicKey,true, ' 'encrypted keys'

# As openssl pkey -text prints it: one that 64 bits hold is a number.
while read -r exponent wanted; do
    echo "302A300D06092A864886F70D01010105000319003016020900C1C2C3C4C5C6C7C80209$exponent" >rsa.hex
    run "$ocspkit" decode rsa.hex
    exits 0
    is "$(sed -n '/Exponent/,$p' "$out" | tr -d ' \n')" "$wanted" "the exponent $wanted"
done <<'END'
008000000000000001 Exponent:9223372036854775809(0x8000000000000001)
018000000000000001 Exponent:01:80:00:00:00:00:00:00:01
END

# --- trust settings

openssl x509 -in "$fixtures/leaf.pem" -addtrust serverAuth -setalias 'the leaf' -trustout \
    -out trusted.pem
run "$ocspkit" decode trusted.pem
exits 0
sed '/^    Note: OpenSSL.s trust settings/d' "$out" >without
"$ocspkit" decode "$fixtures/leaf.pem" >leaf
same without leaf 'a TRUSTED CERTIFICATE is its certificate'
grep -q "^    Note: OpenSSL's trust settings behind the certificate are not shown" "$out"
ok $? 'with a note'
sed 's/TRUSTED CERTIFICATE/CERTIFICATE/' trusted.pem >untrusted.pem
run "$ocspkit" decode untrusted.pem
exits 2
grep -q 'expected nothing more, found ' "$err"
ok $? 'under the label CERTIFICATE they are refused'

# --- PKCS#7

openssl crl2pkcs7 -in "$fixtures/crl.pem" -certfile "$fixtures/chain.pem" -out many.p7b
{
    cat "$fixtures/leaf.pem"
    cat many.p7b
    echo 'text behind'
    cat "$fixtures/csr.pem"
} >around.pem
is "$("$ocspkit" decode --fields=index,type around.pem | tr '\t\n' ': ')" \
    "0:certificate 1:certificate 2:certificate 3:certificate 4:certificateList \
5:certificationRequest " 'a bundle between other blocks'
openssl pkcs7 -in many.p7b -outform DER -out many.der
cat "$fixtures/leaf.der" many.der "$fixtures/crl.der" >around.der
is "$("$ocspkit" decode --fields=index,type around.der | tr '\t\n' ': ')" \
    "0:certificate 1:certificate 2:certificate 3:certificate 4:certificateList \
5:certificateList " 'a bundle between other objects'
openssl base64 -in many.der -out many.b64
is "$("$ocspkit" decode --fields=serialNumber many.b64)" \
    "$("$ocspkit" decode --fields=serialNumber many.der)" 'base64 of a bundle'
cat "$fixtures/leaf.der" "$fixtures/bad/pkcs7-empty.der" "$fixtures/crl.der" >empty.der
run "$ocspkit" decode --fields=index,type empty.der
exits 2
is "$(tr '\t\n' ': ' <"$out")" '0:certificate  2:certificateList ' \
    'an empty bundle fails alone, and what is behind it is read'
grep -q '#2: expected certificates or CRLs in the PKCS#7 bundle, found none$' "$err"
ok $? 'and its place is said'
run "$ocspkit" decode --dump "$fixtures/bad/pkcs7-data.der"
exits 2
grep -q '=> .*OBJECT IDENTIFIER' "$err"
ok $? '--dump shows where a bundle fails' || note "$(cat "$err")"

# --- what is refused, by its name

openssl pkcs12 -export -in "$fixtures/leaf.pem" -inkey "$fixtures/private-p256-leaf.pem" \
    -passout pass:test -out store.p12 2>/dev/null
openssl dhparam -out dh.pem -2 128 2>/dev/null ||
    printf -- '-----BEGIN DH PARAMETERS-----\nMAYCAQcCAQI=\n-----END DH PARAMETERS-----\n' >dh.pem
cat >ssh.pem <<'PEM'
-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXk=
-----END OPENSSH PRIVATE KEY-----
PEM
cat >encrypted.pem <<'PEM'
-----BEGIN CERTIFICATE-----
Proc-Type: 4,ENCRYPTED

AAAA
-----END CERTIFICATE-----
PEM
while IFS='|' read -r input text; do
    run "$ocspkit" decode --dump "$input"
    exits 2
    [ ! -s "$out" ]
    ok $? "${input##*/}: no record"
    grep -qF "$text" "$err"
    ok $? "${input##*/}: $text" || note "$(cat "$err")"
done <<CASES
store.p12|this looks like a PKCS#12 file
dh.pem|found parameters of a key
$fixtures/ec-parameters.pem|found parameters of a key
ssh.pem|this looks like a private key of OpenSSH
encrypted.pem|expected DER in the PEM block, found it encrypted
CASES

tap_done
