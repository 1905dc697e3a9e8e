#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit convert: what it writes, against openssl, and what it does not write.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

convert() {
    run "$ocspkit" convert "$@"
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

# --- every kind, both ways

# KIND of the manifest and how openssl converts it; empty: it has no command for that
openssl_of() {
    case $1 in
    certificate) echo x509 ;;
    certificateList) echo crl ;;
    esac
}

tab=$(printf '\t')
tried=0
failed=
while IFS=$tab read -r name kind judgement _; do
    case $kind in certificate | certificateList | ocspRequest | ocspResponse) ;; *) continue ;; esac
    case $judgement:$name in good:*.der) ;; *) continue ;; esac
    [ -f "$fixtures/${name%.der}.pem" ] || continue
    tried=$((tried + 1))
    "$ocspkit" convert der-to-pem "$fixtures/$name" >o.pem 2>>log &&
        "$ocspkit" convert pem-to-der "$fixtures/${name%.der}.pem" >o.der 2>>log &&
        cmp -s o.pem "$fixtures/${name%.der}.pem" && cmp -s o.der "$fixtures/$name" ||
        failed="$failed $name"
done <"$fixtures/manifest.tsv"
[ "$tried" -gt 100 ]
ok $? "there are fixtures ($tried)"
is "$failed" '' 'each fixture in DER and in PEM is the other one converted, byte for byte'

for name in leaf ec-root ed25519 name-utf8 crl crl-v1 crl-10000; do
    kind=$(awk -F "$tab" -v f="$name.der" '$1 == f { print $2 }' "$fixtures/manifest.tsv")
    openssl "$(openssl_of "$kind")" -inform DER -in "$fixtures/$name.der" -out want.pem
    convert der-to-pem "$fixtures/$name.der"
    same "$out" want.pem "$name: as openssl writes it in PEM"
done

# openssl has no command that writes these two.
for pair in comodo-request:REQUEST story-response:RESPONSE; do
    name=${pair%:*}
    {
        echo "-----BEGIN OCSP ${pair#*:}-----"
        openssl base64 -in "$fixtures/$name.der"
        echo "-----END OCSP ${pair#*:}-----"
    } >want.pem
    convert der-to-pem "$fixtures/$name.der"
    same "$out" want.pem "$name: PEM with lines of 64 characters"
done

if [ -n "$shared" ] && [ -d "$shared/cryptography-ocsp" ]; then
    failed=
    for file in "$shared"/cryptography-ocsp/*.der; do
        "$ocspkit" convert der-to-pem "$file" 2>>log | "$ocspkit" convert pem-to-der 2>>log >o.der
        "$ocspkit" decode -q "$file" 2>>log && ! cmp -s "$file" o.der && failed="$failed $file"
    done
    is "$failed" '' 'real answers: there and back again is the same'
else
    skip 1 'the shared data is not here'
fi

# --- every encoding of the input, the wanted one too

for name in leaf.der leaf.pem leaf.b64 leaf.hex leaf-text.pem leaf-crlf.pem leaf-blanks.pem \
    leaf-one-line.pem leaf-cut-newline.pem; do
    [ -f "$fixtures/$name" ] || continue
    convert der-to-pem "$fixtures/$name"
    same "$out" "$fixtures/leaf.pem" "$name to PEM"
    convert pem-to-der "$fixtures/$name"
    same "$out" "$fixtures/leaf.der" "$name to DER"
done

cp "$fixtures/leaf.der" leaf.pem
convert der-to-pem leaf.pem
same "$out" "$fixtures/leaf.pem" 'the ending says nothing of the encoding'
rm leaf.pem

convert der-to-pem <"$fixtures/leaf.der"
same "$out" "$fixtures/leaf.pem" 'standard input, where no INPUT is given'
convert der-to-pem - <"$fixtures/leaf.der"
same "$out" "$fixtures/leaf.pem" 'standard input as -'

url=http://ocsp.example.test/$(openssl base64 -A -in "$fixtures/comodo-request.der")
convert pem-to-der "$url"
same "$out" "$fixtures/comodo-request.der" 'the request in a GET URL'

# --- several objects

convert der-to-pem "$fixtures/chain.der"
exits 0
same "$out" "$fixtures/chain.pem" 'der-to-pem writes all objects'
convert der-to-pem --index=2 "$fixtures/chain.pem"
same "$out" "$fixtures/intermediate.pem" '--index counts from 1'
convert pem-to-der --index=3 "$fixtures/chain.pem"
same "$out" "$fixtures/root.der" '--index to DER'
convert der-to-pem "$fixtures/leaf.der" "$fixtures/intermediate.pem" "$fixtures/root.der"
same "$out" "$fixtures/chain.pem" 'several inputs'
printf '%s\n' "$fixtures/leaf.der" '' "$fixtures/intermediate.pem" >list
convert der-to-pem -i list "$fixtures/root.der"
cat "$fixtures/root.pem" "$fixtures/leaf.pem" "$fixtures/intermediate.pem" >want.pem
same "$out" want.pem 'operands, then the list'

convert pem-to-der "$fixtures/chain.pem"
exits 2
says 'expected one object, found 3: --index=N takes one of them, --outdir=DIR writes all' \
    'several objects to DER'
convert pem-to-der "$fixtures/leaf.pem" "$fixtures/root.pem"
exits 2
says 'expected one input or --outdir for DER, found 2 inputs' 'several inputs to DER'
convert pem-to-der -i list
exits 2
same "$out" "$fixtures/leaf.der" 'a list to DER: the first input is written'
grep -q 'list:3: .*: expected one input, found another' "$err"
ok $? 'the second one is not'
convert pem-to-der --index=4 "$fixtures/chain.pem"
exits 2
says 'expected at least 4 objects, found 3' 'an index behind the last'

# --- --outdir

mkdir dir
convert pem-to-der --outdir=dir "$fixtures/chain.pem" "$fixtures/root.pem" "$fixtures/crl.pem"
exits 0
[ ! -s "$out" ]
ok $? 'nothing on standard output'
is "$(cd dir && echo *)" 'chain-1.der chain-2.der chain-3.der crl.der root.der' 'its files'
same dir/chain-1.der "$fixtures/leaf.der" 'the first of several'
same dir/chain-3.der "$fixtures/root.der" 'the last of several'
same dir/crl.der "$fixtures/crl.der" 'one alone has no number'

rm dir/*
convert der-to-pem --outdir=dir --index=2 "$fixtures/chain.der"
exits 0
same dir/chain.pem "$fixtures/intermediate.pem" '--index: one alone'

rm dir/*
cp "$fixtures/leaf.der" a.b.crt
cp "$fixtures/root.der" plain
cp "$fixtures/root.der" .hidden
convert der-to-pem --outdir=dir ./a.b.crt plain .hidden - <"$fixtures/crl.der"
exits 0
is "$(cd dir && echo .h* *)" '.hidden.pem a.b.pem plain.pem stdin.pem' 'the last ending is replaced'
same dir/stdin.pem "$fixtures/crl.pem" 'standard input is called stdin'

rm -rf dir
mkdir dir sub
cp "$fixtures/leaf.der" dir/x.pem
cp dir/x.pem before
convert der-to-pem --outdir=dir dir/x.pem
exits 2
says "found 'dir/x.pem'" 'never over the input'
same dir/x.pem before 'it is as it was'
ln dir/x.pem linked.der
ln -s x.pem dir/linked.pem
convert der-to-pem --outdir=dir linked.der
exits 2 'never over the input by another name'
same dir/x.pem before 'it is as it was'
cp "$fixtures/root.der" x.der
convert der-to-pem --outdir=dir x.der dir/x.pem
exits 2 'never over another input'
same dir/x.pem before 'it is as it was'
printf '%s\n' x.der dir/x.pem >list
convert der-to-pem --outdir=dir -i list
exits 2 'never over an input of the list'
same dir/x.pem before 'it is as it was'

rm -f dir/*
ln -s ../root.pem dir/chain-3.der
cp "$fixtures/root.pem" .
convert pem-to-der --outdir=dir "$fixtures/chain.pem" root.pem
exits 2
is "$(echo dir/*)" 'dir/chain-3.der dir/root.der' \
    'an input in the way of the third object: none is written'
says "chain.pem: expected a file to write that is no input and was not written before, found \
'dir/chain-3.der'" 'which is named'
rm -f dir/*
ln -s ../x.der dir/x.pem
convert der-to-pem --outdir=dir x.der
exits 2 'never over the input through a symbolic link'
same x.der "$fixtures/root.der" 'it is as it was'
rm dir/x.pem
ln x.der dir/x.pem
convert der-to-pem --outdir=dir x.der
exits 2 'nor over another name of it'
same x.der "$fixtures/root.der" 'it is as it was'
ln -s dir by-link
convert der-to-pem --outdir=by-link --index=1 dir/x.pem
exits 2 'nor through a link to the directory'
same x.der "$fixtures/root.der" 'it is as it was'

rm -f dir/*
cp "$fixtures/leaf.der" sub/x.crt
convert der-to-pem --outdir=dir x.der sub/x.crt
exits 2
says "found 'dir/x.pem'" 'two inputs with one NAME'
same dir/x.pem "$fixtures/root.pem" 'the first is written'

# Over its own results: what holds the bytes already is no obstacle, and stays as it is.
mkdir again
cp "$fixtures/leaf.der" again/leaf.der
cp "$fixtures/chain.der" again/chain.der
convert der-to-pem --outdir=again again/leaf.der again/chain.der
exits 0
touch -t 201801140000 again/*
cp -p again/leaf.pem stamp
for round in one two; do
    convert der-to-pem --outdir=again again/leaf.pem again/leaf.der again/chain.der
    exits 0 "$round: with a result as input"
done
is "$(find again -newer stamp -name 'leaf*')" '' 'which is not written again'
convert pem-to-der --outdir=again again/*
exits 0 'the results and what they were made of'
echo >>again/leaf.pem
convert der-to-pem --outdir=again again/leaf.pem again/leaf.der
exits 2 'a byte more'

convert der-to-pem --outdir=dir x.der
exits 0 'an older file is replaced'
convert der-to-pem --outdir=dir "$fixtures/chain.der" "$fixtures/bad"/*.der "$fixtures/crl.der"
exits 2
[ -f dir/chain-3.pem ] && [ -f dir/crl.pem ]
ok $? 'what converts is written'
is "$(find dir -name '*.??????*')" '' 'no temporary file is left'

convert der-to-pem --outdir=none x.der
exits 2
says "expected a directory, found 'none'" 'a directory that is not there'
convert der-to-pem --outdir=x.der x.der
exits 2
says "expected a directory, found 'x.der'" 'a file as the directory'
convert der-to-pem --outdir=dir -o file x.der
exits 2
says 'expected -o or --outdir, found both' '-o and --outdir'
convert der-to-pem --outdir=dir "$url"
exits 2
says 'expected a file' 'data has no name'
mkdir dir/y.pem
cp x.der y.der
convert der-to-pem --outdir=dir y.der
exits 2
says 'dir/y.pem: ' 'a directory in the place of the file'

# --- one object broken: nothing of that input

head -c 100 "$fixtures/root.der" >cut.part
cat "$fixtures/leaf.der" cut.part >broken.der
cat "$fixtures/leaf.pem" "$fixtures/ec-parameters.pem" "$fixtures/root.pem" >foreign.pem
for name in broken.der foreign.pem; do
    convert der-to-pem "$name"
    exits 2
    says "$name" "$name"
    rm -rf dir
    mkdir dir
    convert der-to-pem --outdir=dir "$name"
    exits 2
    is "$(ls dir)" '' "$name: nothing below --outdir"
    convert der-to-pem --index=1 "$name"
    exits 2 "$name: the first alone is not written either"
done
convert der-to-pem "$fixtures/leaf.der" broken.der "$fixtures/root.der"
exits 2
cat "$fixtures/leaf.pem" "$fixtures/root.pem" >want.pem
same "$out" want.pem 'the inputs around it are'

# --- more than is held: a file is read twice, a pipe is held

for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat "$fixtures/leaf.der" "$fixtures/root.der"
done >some.der
for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat some.der some.der some.der some.der some.der some.der some.der some.der some.der some.der
done >many.der
for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat "$fixtures/leaf.pem" "$fixtures/root.pem"
done >some.pem
for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat some.pem some.pem some.pem some.pem some.pem some.pem some.pem some.pem some.pem some.pem
done >many.pem
[ "$(wc -c <many.pem)" -gt 1100000 ]
ok $? 'there is more than is held'
for name in many.der many.pem; do
    convert der-to-pem "$name"
    exits 0
    same "$out" many.pem "$name"
    run sh -c 'cat "$2" | "$1" convert der-to-pem' - "$ocspkit" "$name"
    same "$out" many.pem "$name: from a pipe"
    run sh -c '"$1" convert der-to-pem <"$2"' - "$ocspkit" "$name"
    same "$out" many.pem "$name: on standard input"
    convert pem-to-der --index=1999 "$name"
    same "$out" "$fixtures/leaf.der" "$name: one of them"
    convert der-to-pem --index=2001 "$name"
    exits 2
    says 'at least 2001 objects, found 2000' "$name: one more than there are"
done
cat many.der cut.part >broken-late.der
cat many.pem "$fixtures/ec-parameters.pem" many.pem >broken-late.pem
for name in broken-late.der broken-late.pem; do
    convert der-to-pem "$name"
    exits 2
    says "$name" "$name: nothing of what was read twice"
    run sh -c 'cat "$2" | "$1" convert der-to-pem' - "$ocspkit" "$name"
    exits 2
    says 'standard input#2001' "$name: nor of what was held"
done
convert der-to-pem "$fixtures/leaf.der" broken-late.der many.der "$fixtures/root.der"
exits 2
cat "$fixtures/leaf.pem" many.pem "$fixtures/root.pem" >want.pem
same "$out" want.pem 'the inputs around it are'
if [ -w /dev/full ]; then
    run sh -c '"$1" convert der-to-pem many.der >/dev/full' - "$ocspkit"
    exits 2 'a full device'
    says 'No space left on device' 'a full device'
fi

# --- what cannot be read; FILE, and what is said of it

: >empty
head -c 700 "$fixtures/leaf.der" >cut.der
head -n 5 "$fixtures/leaf.pem" >cut.pem
head -c 4000 /dev/zero | tr '\0' '\377' >random
{ cat "$fixtures/leaf.der"; echo x; } >trailing.der
{ cat "$fixtures/leaf.der"; printf '\0'; } >trailing-nul.der
cp "$fixtures/leaf.der" "$(printf 'esc\033]0;x\007.der')"
echo x >"$(printf 'bad\033[31m.der')"
while IFS='|' read -r name text; do
    convert der-to-pem "$name"
    exits 2
    says "$text" "$name"
done <<'CASES'
missing|missing: expected a file that can be read: No such file or directory
sub|sub: expected a file that can be read: Is a directory
x.der/y|Not a directory
empty|found nothing (it is empty)
cut.der|cut.der:
cut.pem|cut.pem:
random|random:
trailing.der|trailing.der#2: expected the end or another SEQUENCE (0x30), found 0x78 (byte 1150)
trailing-nul.der|found 0x00 (byte 1150)
list|list:
CASES
convert der-to-pem "$(printf 'esc\033]0;x\007.der')"
same "$out" "$fixtures/leaf.pem" 'a name with an escape in it'
convert der-to-pem "$(printf 'bad\033[31m.der')"
exits 2
says 'bad\x1B[31m.der: ' 'what is said of it is escaped'

# --- PKCS#7: what it holds, a leaf first

convert der-to-pem "$fixtures/pkcs7-crl.der"
exits 0
cat "$fixtures/intermediate.pem" "$fixtures/crl.pem" >want
same "$out" want 'a PKCS#7 bundle becomes what it holds'
openssl pkcs7 -in "$fixtures/pkcs7.pem" -print_certs |
    sed -n '/^-----BEGIN/,/^-----END/p' >want.pem
convert pem-to-der --outdir=. "$fixtures/pkcs7.pem"
cat pkcs7-1.der pkcs7-2.der >o.der
convert der-to-pem o.der
same "$out" want.pem 'the certificates that openssl finds in it'

# bundle FILE NAME...: these certificates, in this order
bundle() {
    file=$1
    shift
    for name in "$@"; do
        set -- "$@" -certfile "$fixtures/$name.pem"
        shift
    done
    openssl crl2pkcs7 -nocrl "$@" -outform DER -out "$file"
}

while IFS='|' read -r names wanted; do
    # shellcheck disable=SC2086
    bundle set.p7c $names
    for name in $wanted; do
        cat "$fixtures/$name.pem"
    done >want.pem
    convert der-to-pem set.p7c
    exits 0
    same "$out" want.pem "a bundle of $names"
done <<'BUNDLES'
leaf intermediate root|leaf intermediate root
root intermediate leaf|leaf intermediate root
ec-root intermediate root leaf|leaf intermediate root ec-root
root leaf|leaf root
root ec-root ed25519|root ec-root ed25519
root intermediate-rekeyed intermediate leaf|leaf intermediate root intermediate-rekeyed
ec-root root ec-leaf intermediate leaf|ec-leaf ec-root leaf intermediate root
BUNDLES
bundle set.p7c root intermediate leaf
convert pem-to-der --index=1 set.p7c
same "$out" "$fixtures/leaf.der" 'and --index counts in that order'
rm -rf dir
mkdir dir
convert pem-to-der --outdir=dir set.p7c
same dir/set-1.der "$fixtures/leaf.der" 'as the numbers of --outdir do'
same dir/set-3.der "$fixtures/root.der" 'to the last one'

# --- requests and keys, as openssl writes them; a private key is its owner's alone

keys=$srcdir/tests/data/keys
while IFS='|' read -r name command; do
    # shellcheck disable=SC2086
    openssl $command -out want.pem 2>>log && openssl $command -outform DER -out want.der 2>>log
    ok $? "openssl $command" || tail -n 2 log | sed 's/^/# /'
    convert der-to-pem want.der
    exits 0
    same "$out" want.pem "$name to PEM"
    convert pem-to-der want.pem
    exits 0
    same "$out" want.der "$name to DER"
    convert der-to-pem want.pem
    same "$out" want.pem "$name in PEM stays as it is"
    convert pem-to-der want.der
    same "$out" want.der "$name in DER stays as it is"
done <<CASES
a certificate|x509 -in $fixtures/leaf.pem
a CRL|crl -in $fixtures/crl-100.pem
a request|req -in $fixtures/csr.pem
a request for EC|req -in $fixtures/csr-ec.pem
an RSA public key|pkey -in $keys/rsa-ca.pem -pubout
an EC public key|pkey -in $keys/p384.pem -pubout
an Ed448 public key|pkey -in $keys/ed448.pem -pubout
an RSAPublicKey|rsa -in $keys/rsa-ca.pem -RSAPublicKey_out
PKCS#8 of RSA|pkcs8 -topk8 -nocrypt -in $keys/rsa-ca.pem
PKCS#8 of RSA-PSS|pkcs8 -topk8 -nocrypt -in $keys/rsa-pss.pem
PKCS#8 of EC|pkcs8 -topk8 -nocrypt -in $keys/p256-leaf.pem
PKCS#8 of DSA|pkcs8 -topk8 -nocrypt -in $keys/dsa.pem
PKCS#8 of Ed25519|pkcs8 -topk8 -nocrypt -in $keys/ed25519.pem
PKCS#8 of X448|pkcs8 -topk8 -nocrypt -in $keys/x448.pem
RSA, traditional|rsa -in $keys/rsa-ca.pem -traditional
EC, traditional|ec -in $keys/p256-leaf.pem
DSA, traditional|dsa -in $keys/dsa.pem
CASES
openssl ecparam -name prime256v1 -genkey -out parameters.pem 2>>log
openssl ec -in parameters.pem -out want.pem 2>>log
convert der-to-pem parameters.pem
same "$out" want.pem 'EC parameters in front of a key go'
mkdir keys
(
    umask 022
    echo old >keys/private-p384.pem
    "$ocspkit" convert der-to-pem --outdir=keys "$fixtures/private-p384.der" "$fixtures/csr.der"
    "$ocspkit" convert der-to-pem -o keys/o.pem "$fixtures/csr.der" "$fixtures/private-p384.der"
    "$ocspkit" convert der-to-pem -o keys/csr-o.pem "$fixtures/csr.der"
)
for mask in 000 077 777; do
    (
        umask "$mask"
        "$ocspkit" convert der-to-pem --outdir=keys "$fixtures/private-ed25519.der"
    )
    is "$(find keys -name private-ed25519.pem -perm 600)" keys/private-ed25519.pem \
        "a private key's mode, whatever the umask is ($mask)"
    rm -f keys/private-ed25519.pem
done
is "$(find keys -type f -perm 600 | sort | tr '\n' ' ')" 'keys/o.pem keys/private-p384.pem ' \
    'the mode of files with private keys'
is "$(find keys -type f -perm 644 | sort | tr '\n' ' ')" 'keys/csr-o.pem keys/csr.pem ' \
    'the mode of files without'

while IFS='|' read -r name text; do
    convert pem-to-der "$fixtures/$name"
    exits 2
    says "$text" "$name"
done <<'CASES'
private-encrypted.pem|found none: this is an encrypted private key
private-encrypted.der|found none: this is an encrypted private key
private-encrypted-traditional.pem|found none: this is an encrypted private key
ec-parameters.pem|found parameters of a key
bad/private-oid-long.der|expected well-formed DER, found what is not shown
CASES

# What is given by mistake: NAME|OCTETS|WHAT IT LOOKS LIKE
while IFS='|' read -r name octets what; do
    # shellcheck disable=SC2059
    printf -- "$octets" >mistake
    convert der-to-pem mistake
    exits 2
    says "found none of them: this looks like $what" "$name"
done <<'MISTAKES'
HTML|<!DOCTYPE html>\n<html>|HTML (a captive portal's page?)
HTML, blanks in front|\n  <HTML>|HTML (a captive portal's page?)
XML|<?xml version="1.0"?>|XML
PDF|%%PDF-1.7\n|a PDF document
gzip|\037\213\010\000|a file compressed by gzip
JSON|{"a":1}|JSON
a Java keystore|\376\355\376\355\000\000\000\002|a Java keystore
an OpenSSH key|ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI x@y|a key of OpenSSH
an OpenSSH private key|-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n|a private key of OpenSSH
an SSH2 key|---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n|a key of SSH
a PuTTY key|PuTTY-User-Key-File-3: ssh-rsa\n|a private key of PuTTY
OpenPGP|-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n|a block of OpenPGP
MISTAKES
openssl pkcs12 -export -nokeys -in "$fixtures/leaf.pem" -passout pass: -out store.p12 2>>log
convert der-to-pem store.p12
exits 2
says 'found another: this looks like a PKCS#12 file (its certificates: openssl pkcs12 -nokeys)' \
    'PKCS#12'

# --- usage

while IFS='|' read -r arguments text; do
    # shellcheck disable=SC2086
    convert $arguments
    exits 2
    says "$text" "convert $arguments"
done <<'CASES'
|convert: expected der-to-pem or pem-to-der, found the end of the command line
x.der|convert: expected der-to-pem or pem-to-der, found 'x.der'
der-to-pem --index=0 x.der|convert: --index: expected a number from 1, found 0
der-to-pem --index=-1 x.der|convert: --index: expected a number
der-to-pem --index= x.der|convert: --index: expected a number
der-to-pem -f json x.der|convert: unknown option '-f'
der-to-pem --fields=x x.der|convert: unknown option '--fields'
der-to-pem -q x.der|convert: unknown option '-q'
der-to-pem --color=never x.der|convert: unknown option '--color'
CASES

# --- where it goes

convert der-to-pem -o new.pem x.der
exits 0
same new.pem "$fixtures/root.pem" '-o'
echo old >old.pem
convert der-to-pem -o old.pem broken.der
exits 2
is "$(cat old.pem)" old 'an old file stays whole where nothing was converted'
convert der-to-pem -o never.pem broken.der
[ ! -e never.pem ]
ok $? 'and no new one appears'
convert der-to-pem -o x.der/below "$fixtures/leaf.der"
exits 2
says 'Not a directory' '-o below a regular file'
convert der-to-pem -o x.der x.der
same x.der "$fixtures/root.pem" '-o may be the input: it is read before'
convert der-to-pem -o /dev/stdout "$fixtures/leaf.der"
same "$out" "$fixtures/leaf.pem" '-o to a device'

if [ -w /dev/full ]; then
    status=0
    "$ocspkit" convert der-to-pem "$fixtures/leaf.der" >/dev/full 2>"$err" || status=$?
    is "$status" 2 'a full disk'
    : >"$out"
    says 'No space left on device' 'a full disk'
else
    skip 3 '/dev/full is not here'
fi
# More than a pipe holds.
(
    status=0
    "$ocspkit" convert der-to-pem "$fixtures/crl-10000.der" 2>"$err" || status=$?
    echo "$status" >status
) | head -c 1 >/dev/null
is "$(cat status)" 141 'a closed pipe ends it by SIGPIPE'
[ ! -s "$err" ]
ok $? 'silently'

tap_done
