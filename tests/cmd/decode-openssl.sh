#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The text of ocspkit decode against that of OpenSSL: every good certificate, CRL, request and
# response of the fixtures, and the certificates of the system. What may differ everywhere stands in
# compare-openssl.pl; what may in single files, in the table below.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
case $(openssl version 2>/dev/null) in
'OpenSSL 3.'*) ;;
*) skip_all 'no OpenSSL 3' ;;
esac

# theirs KIND FILE
theirs() {
    case $1 in
    certificate) openssl x509 -inform "$3" -in "$2" -noout -text -nameopt "$names" ;;
    certificateList) openssl crl -inform "$3" -in "$2" -noout -text -nameopt "$names" ;;
    ocspRequest) openssl ocsp -reqin "$2" -req_text ;;
    certificationRequest)
        openssl req -inform "$3" -in "$2" -noout -text -nameopt "$names"
        ;;
    publicKey) openssl pkey -pubin -inform "$3" -in "$2" -noout -text ;;
    ocspResponse) openssl ocsp -respin "$2" -resp_text -noverify ;;
    esac >theirs 2>/dev/null || :
}
names=sep_comma_plus_space,sname,utf8    # what 3.2 on has by default

# differs KIND FILE ENCODING: true where the texts differ; how is in the file `how`.
differs() {
    "$ocspkit" decode "$2" >ours 2>&1
    theirs "$@"
    ! perl "$srcdir/tests/cmd/compare-openssl.pl" ours theirs >how
}

# FILE|why it may differ. A row whose file does not differ is out of date.
cat >allowed <<'ROWS'
name-bmp-odd.der|OpenSSL prints nothing at all: the BMPString has an odd length
name-invalid.der|OpenSSL prints nothing at all: the name is no UTF-8
name-visible.der|OpenSSL prints nothing at all: it converts no VisibleString
name-special.der|a backslash: ours is doubled
key-unknown.der|OpenSSL says that it cannot load the key
name-value.der|a value that is no string: ours is in hex
name-c1.der|a control character: ours is escaped
name-control.der|control characters: ours are escaped
name-escape.der|control characters: ours are escaped
name-newline.der|control characters: ours are escaped
name-nul.der|control characters: ours are escaped
name-bidi.der|bidirectional characters: ours are escaped
name-tag.der|U+E0041: ours is escaped
name-invisible.der|U+2028: ours is escaped
san-control.der|control characters: ours are escaped
aia-control.der|control characters: ours are escaped
request-requestor-dns.der|a newline: ours is escaped
response-try-later-body.der|we show the body of an error response too
extension-addresses-undecodable.der|an address that is too long: ours is in hex
csr-attributes.der|OpenSSL prints no BMPString; our values stand in one column
csr-microsoft.der|an attribute that is no string: ours is in hex
csr-unknown.der|an attribute that is no string: ours is in hex
csr-both-requests.der|OpenSSL shows the extensions of one of two attributes
csr-control.der|control characters: ours are escaped
signer-short-purpose.der|the arc of the key purposes, for which OpenSSL has a name
response-by-signer-short-purpose.der|the same
leaf-elsewhere.der|CRL Issuer begins a line of ours, and is behind the URI in OpenSSL
leaf-named-point.der|the same
ROWS

# What differs in 3.0 no longer does in 3.5.
case $(openssl version) in
'OpenSSL 3.'[0-3].*)
    cat >>allowed <<'ROWS'
extension-attributes.der|OpenSSL before 3.4 prints the attributes as they stand
serial-minus-one.der|OpenSSL 3.0 prints -1 as octets, other small numbers as numbers
leaf-point-of-reasons.der|OpenSSL 3.0 begins no new line at the reasons
leaf-points-of-reasons.der|OpenSSL 3.0 begins no new line at the reasons
ROWS
    ;;
esac

tab=$(printf '\t')
count=0
while IFS=$tab read -r name kind judgement _; do
    case $kind:$judgement:$name in
    certificate:good:*.der | certificateList:good:*.der) ;;
    ocspRe*:good:*.der | certificationRequest:good:*.der | publicKey:good:*.der) ;;
    *) continue ;;
    esac
    count=$((count + 1))
    reason=$(sed -n "s/^$name|//p" allowed)
    if differs "$kind" "$fixtures/$name" DER; then
        [ -n "$reason" ]
        ok $? "$name: $(sed -n "s/^$name|/differs: /p" allowed)" || note "$(cat -v how)"
    elif [ -n "$reason" ]; then
        ok 1 "$name: differs no more: $reason"
    fi
done <"$fixtures/manifest.tsv"
[ "$count" -gt 150 ]
ok $? "all others of $count fixtures have OpenSSL's text"

# Of a private key the first line is OpenSSL's, and the rest of its text is nowhere in ours.
wrong=
count=0
while IFS=$tab read -r name kind judgement _; do
    case $kind:$judgement:$name in
    privateKey:good:*encrypted*) continue ;;
    privateKey:good:*) ;;
    *) continue ;;
    esac
    count=$((count + 1))
    openssl pkey -in "$fixtures/$name" -noout -text >theirs 2>/dev/null
    [ -s theirs ] || note "$name: OpenSSL does not read it"
    "$ocspkit" decode "$fixtures/$name" >ours
    "$ocspkit" decode -f json "$fixtures/$name" >ours-json
    [ "$(sed q ours)" = "$(sed q theirs)" ] || wrong="$wrong $name(first line)"
    sed -n 's/^ *\(\(..:\)\{4,\}.*\)/\1/p' theirs | while read -r row; do
        grep -qi -e "$row" ours ours-json && echo found
        grep -qi -e "$(printf '%s' "$row" | tr -d :)" ours ours-json && echo found
    done >found
    [ ! -s found ] || wrong="$wrong $name(the key)"
done <"$fixtures/manifest.tsv"
is "$wrong" '' "the $count private keys: OpenSSL's first line, and nothing of the key"

# Each curve in numbers, and the name by which it is known.
for curve in prime192v1:secp192r1 secp224r1 prime256v1:secp256r1 secp384r1 secp521r1 secp256k1 \
    brainpoolP192r1 brainpoolP224r1 brainpoolP256r1 brainpoolP320r1 \
    brainpoolP384r1 brainpoolP512r1 SM2:sm2; do
    openssl ecparam -name "${curve%:*}" -param_enc explicit -genkey -noout 2>/dev/null |
        openssl pkey -pubout -out numbers.pem 2>/dev/null
    is "$("$ocspkit" decode --fields=parameters.namedCurve,parameters.sameBase numbers.pem)" \
        "${curve#*:}${tab}true" "$curve in numbers"
    ! differs publicKey numbers.pem PEM
    ok $? "$curve in numbers has OpenSSL's text" || note "$(cat -v how)"
done

# Each group that has a name.
for group in modp_1536 modp_2048 modp_3072 modp_4096 modp_6144 modp_8192 ffdhe2048 ffdhe3072 \
    ffdhe4096 ffdhe6144 ffdhe8192; do
    openssl genpkey -algorithm DH -pkeyopt "group:$group" 2>/dev/null |
        openssl pkey -pubout -out group.pem 2>/dev/null
    is "$("$ocspkit" decode --fields=parameters.group group.pem)" "$group" "$group by its name"
    ! differs publicKey group.pem PEM
    ok $? "$group has OpenSSL's text" || note "$(cat -v how)"
done

# The system's certificates; a DER and a PEM file are read alike.
wrong=
count=0
for file in /usr/share/ca-certificates/*/*.crt; do
    [ -f "$file" ] || continue
    count=$((count + 1))
    if differs certificate "$file" PEM; then
        wrong="$wrong ${file##*/}"
        note "${file##*/}: $(cat -v how)"
    fi
done
if [ "$count" -gt 0 ]; then
    is "$wrong" '' "the $count certificates of the system have OpenSSL's text"
else
    skip 1 'there is no /usr/share/ca-certificates'
fi

tap_done
