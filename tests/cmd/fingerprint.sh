#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit fingerprint: the hashes, against openssl, and what they are held against.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

fingerprint() {
    run "$ocspkit" fingerprint "$@"
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

cp "$fixtures/leaf.der" "$fixtures/leaf.pem" "$fixtures/root.der" "$fixtures/chain.pem" \
    "$fixtures/chain.der" "$fixtures/crl.der" "$fixtures/story-response.der" .

# hash_of HASH FILE: as openssl has it, upper-case hex
hash_of() {
    openssl dgst "-$1" -r "$2" | cut -d ' ' -f 1 | tr 'a-f' 'A-F'
}

# colons HEX
colons() {
    printf '%s' "$1" | sed 's/../&:/g; s/:$//'
}

# --- text

for hash in md5 sha1 sha224 sha256 sha384 sha512; do
    fingerprint --hash="$hash" leaf.pem
    exits 0
    is "$(cat "$out")" "$hash Fingerprint=$(colons "$(hash_of "$hash" leaf.der)")  leaf.pem" \
        "$hash: the line"
    is "$(sed 's/  leaf.pem$//' "$out" | tr '[:lower:]' '[:upper:]')" \
        "$(openssl x509 -in leaf.pem -noout -fingerprint "-$hash" | tr '[:lower:]' '[:upper:]')" \
        "$hash: the same as openssl says"
done

sha1=$(hash_of sha1 leaf.der)
sha256=$(hash_of sha256 leaf.der)
{
    echo "sha1 Fingerprint=$(colons "$sha1")  leaf.der"
    echo "sha256 Fingerprint=$(colons "$sha256")  leaf.der"
} >want
fingerprint leaf.der
same "$out" want 'SHA-1 and SHA-256 where no hash is named'
fingerprint --hash=SHA-256,sha1 leaf.der
same "$out" want 'names of hashes in other spellings, the order of the lines the same'

fingerprint --hash=sha1 chain.pem
is "$(sed 's/.*  //' "$out" | tr '\n' ' ')" 'chain.pem chain.pem#2 chain.pem#3 ' \
    'the objects of an input by their numbers'
fingerprint --hash=sha1 chain.der
is "$(tail -n 1 "$out")" "sha1 Fingerprint=$(colons "$(hash_of sha1 root.der)")  chain.der#3" \
    'a concatenation too'

for name in crl.der story-response.der; do
    fingerprint --hash=sha256 "$name"
    is "$(cat "$out")" "sha256 Fingerprint=$(colons "$(hash_of sha256 "$name")")  $name" \
        "$name: of the whole DER"
done

for name in leaf.b64 leaf.hex leaf-text.pem leaf-crlf.pem; do
    [ -f "$fixtures/$name" ] || continue
    fingerprint --hash=sha1 "$fixtures/$name"
    is "$(cut -d ' ' -f 1-2 "$out")" "sha1 Fingerprint=$(colons "$sha1")" "$name: of the DER in it"
done

# --- keys

openssl x509 -in leaf.pem -noout -pubkey | openssl pkey -pubin -outform DER -out key.der
pin="sha256//$(openssl dgst -sha256 -binary key.der | openssl base64 -A)"
fingerprint --hash=sha1 --spki leaf.pem
{
    echo "sha1 Fingerprint=$(colons "$sha1")  leaf.pem"
    echo "sha256 SPKI Fingerprint=$(colons "$(hash_of sha256 key.der)")  leaf.pem"
    echo "$pin  leaf.pem"
} >want
same "$out" want '--spki: the hash of the public key, and the pin as curl takes it'
openssl req -in "$fixtures/csr.der" -inform DER -noout -pubkey >csr-key.pem
csr_pin="sha256//$(openssl pkey -pubin -in csr-key.pem -outform DER | openssl dgst -sha256 -binary |
    openssl base64 -A)"
for input in "$fixtures/csr.der" csr-key.pem; do
    fingerprint --hash=sha1 --spki "$input"
    grep -qF "$csr_pin  $input" "$out"
    ok $? "${input##*/}: the pin of its key"
done
fingerprint --fields=kind,subject "$fixtures/csr.der" csr-key.pem
is "$(cut -f 1 "$out" | tr '\n' ' ')" 'certificationRequest subjectPublicKeyInfo ' 'their kinds'
fingerprint --spki crl.der
exits 2
says 'which --spki and key pins are about, found a CRL' \
    'a CRL has no public key'

# --- what is expected

lower=$(printf '%s' "$sha1" | tr 'A-F' 'a-f')
while IFS= read -r value; do
    fingerprint -q --expect="$value" leaf.der
    exits 0 "expected as '$value'"
done <<VALUES
$sha1
$lower
0x$lower
$(colons "$sha1")
$(colons "$lower")
$(colons "$sha1" | tr ':' ' ')
$(colons "$sha1" | tr ':' '-')
SHA1 Fingerprint=$(colons "$sha1")
sha1 Fingerprint=$(colons "$sha1")
SHA-1 fingerprint: $(colons "$lower")
$sha256
sha256:$sha256
$(hash_of md5 leaf.der)
$(hash_of sha224 leaf.der)
$(hash_of sha384 leaf.der)
$(hash_of sha512 leaf.der)
$(openssl x509 -in leaf.pem -noout -fingerprint -sha256)
$pin
VALUES

other=$(hash_of sha256 root.der)
fingerprint --hash=sha256 --expect="$sha256" leaf.der
exits 0
is "$(sed 's/.*  leaf.der//' "$out")" '  matches' 'the verdict in words: matches'
fingerprint --hash=sha256 --expect="$other" leaf.der
exits 1
is "$(sed 's/.*  leaf.der//' "$out")" '  differs' 'differs'
fingerprint --expect="$sha1" leaf.der
exits 0
is "$(sed 's/.*  leaf.der//' "$out" | tr '\n' ';')" '  matches (weak);;' 'SHA-1 alone is weak'
fingerprint --expect="$sha1" --expect="$sha256" leaf.der
is "$(sed 's/.*  leaf.der//' "$out" | tr '\n' ';')" '  matches;  matches;' 'not with SHA-256'
fingerprint --hash=sha256 --expect="$(hash_of md5 leaf.der)" leaf.der
is "$(cut -d ' ' -f 1 "$out" | tr '\n' ' ')" 'md5 sha256 ' 'a hash that is expected is shown'
fingerprint --hash=sha256 --expect="$pin" leaf.der
is "$(tail -n 1 "$out")" "$pin  leaf.der  matches" 'a pin matches'

# The statuses; arguments behind the first word
while read -r wanted arguments; do
    # shellcheck disable=SC2086
    fingerprint $arguments
    exits "$wanted"
done <<CASES
0 --expect=$other --expect=$sha256 leaf.der
1 --expect=$other --expect=$sha1 leaf.der
1 --expect=$pin --expect=$other leaf.der
1 --expect=$pin root.der
0 --expect=$sha256 --expect=$other leaf.der root.der
1 --expect=$sha256 leaf.der root.der
1 --expect=$sha256 leaf.der missing root.der
2 --expect=$sha256 leaf.der missing
1 --expect=$sha256 chain.pem
2 missing
CASES

comodo=/usr/share/ca-certificates/mozilla/COMODO_ECC_Certification_Authority.crt
if [ -f "$comodo" ]; then
    fingerprint --expect=9F744E9F2B4DBAEC0F312C50B6563B8E2D93C311 "$comodo"
    exits 0 'a root of the system is the published one'
    fingerprint --expect=9F744E9F2B4DBAEC0F312C50B6563B8E2D93C312 "$comodo"
    exits 1 'one digit more is not'
    fingerprint --expect=9F744E9F2B4DBAEC0F312C50B6563B8E2D93C3 "$comodo"
    exits 2 'two digits less is nothing'
    fingerprint --hash=sha256 -f json "$comodo"
    grep -qF '"subject":"CN=COMODO ECC Certification Authority,O=COMODO CA Limited,' "$out"
    ok $? 'its subject in JSON'
else
    skip 4 "$comodo is not here"
fi

# --- JSON and --fields

echo "{\"schema\":\"ocspkit/1\",\"type\":\"fingerprint\",\"source\":\"leaf.der\",\"index\":0,\
\"kind\":\"certificate\",\
\"subject\":\"CN=www.example.test,O=Example Limited,L=Salford,ST=Greater Manchester,C=GB\",\
\"fingerprints\":{\"sha1\":\"$sha1\",\"sha256\":\"$sha256\"},\
\"spki\":{\"sha256\":\"$(hash_of sha256 key.der)\",\"pin\":\"$pin\"},\
\"weak\":false,\"verdict\":\"yes\"}" >want
fingerprint -f json --spki --expect="$sha256" leaf.der
same "$out" want 'JSON'
fingerprint -f json --expect="$sha1" leaf.der
grep -qF '"weak":true,"verdict":"yes"' "$out"
ok $? 'JSON: weak'
fingerprint -f json --expect="$other" leaf.der
grep -qF '"weak":false,"verdict":"no"' "$out"
ok $? 'JSON: no'
fingerprint -f json leaf.der
! grep -q verdict "$out"
ok $? 'JSON: no verdict where none was asked for'
fingerprint -f json --hash=sha1 crl.der
grep -qF '"kind":"certificateList","fingerprints":{"sha1":"' "$out" && ! grep -q subject "$out"
ok $? 'JSON: a CRL'
fingerprint --fields=source,index,fingerprints.sha256 chain.pem missing
is "$(sed -n 1p "$out")" "chain.pem	0	$sha256" '--fields'
is "$(wc -l <"$out" | tr -d ' ')" 4 '--fields: a line for what failed too'

# --- what cannot be read

: >empty
head -c 700 leaf.der >cut.der
head -n 5 leaf.pem >cut.pem
head -c 4000 /dev/zero | tr '\0' '\377' >random
mkdir sub
{
    cat leaf.der
    echo x
} >trailing.der
echo x >"$(printf 'bad\033[31m.der')"
while IFS='|' read -r name text; do
    fingerprint "$name"
    exits 2
    grep -qF -e "$text" "$err"
    ok $? "$name: says '$text'" || note "$(cat "$err")"
done <<CASES
missing|missing: expected a file that can be read: No such file or directory
sub|sub: expected a file that can be read: Is a directory
leaf.der/y|Not a directory
empty|found nothing (it is empty)
cut.der|cut.der:
cut.pem|cut.pem:
random|random:
trailing.der|trailing.der#2: expected the end or another SEQUENCE (0x30), found 0x78 (byte 1150)
$(printf 'bad\033[31m.der')|bad\\x1B[31m.der:
$fixtures/private-encrypted.der|found an encrypted private key
$fixtures/private-p384.der|found a private key
$fixtures/bad/pkcs7-empty.der|found none
CASES

tab=$(printf '\t')
tried=0
failed=
while IFS=$tab read -r name kind judgement _; do
    [ "$kind:$judgement" = certificate:bad ] || continue
    tried=$((tried + 1))
    run "$ocspkit" fingerprint "$fixtures/$name"
    [ "$status" -eq 2 ] || failed="$failed $name"
done <"$fixtures/manifest.tsv"
is "$failed" '' "no hash of a malformed certificate ($tried)"

# --- usage

while IFS='|' read -r arguments text; do
    # shellcheck disable=SC2086
    fingerprint $arguments leaf.der
    exits 2
    says "$text" "fingerprint $arguments"
done <<'CASES'
--hash=sha3|fingerprint: --hash: expected md5, sha1, sha224, sha256, sha384 or sha512, found 'sha3'
--hash=|fingerprint: --hash: expected md5, sha1, sha224, sha256, sha384 or sha512, found ''
--expect=|fingerprint: --expect: expected 32, 40, 56, 64, 96 or 128 hex digits, found 0
--expect=ABC|fingerprint: --expect: expected 32, 40, 56, 64, 96 or 128 hex digits, found 3
--expect=xyz|expected a fingerprint in hex, or 'sha256//' and base64, found 'xyz'
--expect=sha256//AAAA|fingerprint: --expect: expected base64 of 32 bytes behind 'sha256//', found 3
--at=2018-01-01T00:00:00Z|fingerprint: unknown option '--at'
CASES

# --- where it goes

echo old >old
fingerprint -o leaf.der/below leaf.pem
exits 2
says 'Not a directory' '-o below a regular file'
fingerprint -q leaf.der
exits 0
[ ! -s "$out" ]
ok $? '-q: no report'
if [ -w /dev/full ]; then
    status=0
    "$ocspkit" fingerprint leaf.der >/dev/full 2>"$err" || status=$?
    is "$status" 2 'a full disk'
else
    skip 1 '/dev/full is not here'
fi
fingerprint --color=always --expect="$other" --hash=sha256 leaf.der
grep -q "$(printf '\033\\[31mdiffers\033\\[m')" "$out"
ok $? 'colours'

tap_done
