#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit fingerprint --published and --expect=@FILE: lists of every kind, and what is wrong with
# them.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

fingerprint() {
    run "$ocspkit" fingerprint "$@"
}

cp "$fixtures/leaf.der" "$fixtures/leaf.pem" "$fixtures/root.der" "$fixtures/root.pem" \
    "$fixtures/chain.pem" "$fixtures/crl.der" .

# hash_of HASH FILE: as openssl has it, upper-case hex
hash_of() {
    openssl dgst "-$1" -r "$2" | cut -d ' ' -f 1 | tr 'a-f' 'A-F'
}

# octal OCTETS-IN-HEX: as certdata.txt has them
octal() {
    printf '%s' "$1" | perl -ne 'printf "\\%03o%s", hex $_, ++$n % 16 ? "" : "\n" for /../g;
        print "\n" if $n % 16'
}

# der_hex FILE
der_hex() {
    od -An -v -tx1 "$1" | tr -d ' \n'
}

leaf1=$(hash_of sha1 leaf.der)
leaf256=$(hash_of sha256 leaf.der)
root256=$(hash_of sha256 root.der)
leaf_colons=$(printf '%s' "$leaf256" | sed 's/../&:/g; s/:$//')

# --- lists

echo "$leaf256" >leaf.txt
echo "$root256" >root.txt
echo "$leaf1" >weak.txt
hash_of md5 leaf.der >md5.txt
for name in leaf root; do
    echo "$(hash_of sha256 $name.der)  $name.der"
done >sums
printf 'SHA256 (leaf.der) = %s\n' "$leaf256" >tagged
openssl x509 -in leaf.pem -noout -fingerprint -sha256 >openssl.txt
openssl x509 -in leaf.pem -noout -text -fingerprint -sha1 >text.txt
printf '<table>\n<tr><td>Leaf</td><td>%s</td></tr></table>\n' "$leaf_colons" >page.html
perl -e 'print "<html>", "<p>some words</p>" x 40000, "<b>", $ARGV[0], "</b>"' "$leaf_colons" \
    >long.html
printf 'Name,"SHA-256 Fingerprint",SHA-1 Fingerprint,Trust Bits\r\n' >list.csv
printf '"The root\r\nof the test",%s,,Email\r\n' "$root256" >>list.csv
printf '"The ""leaf"", it is",%s,%s,Websites;Email\r\n' "$leaf256" "$leaf1" >>list.csv
{
    echo '# a list'
    echo 'BEGINDATA'
    echo 'CKA_CLASS CK_OBJECT_CLASS CKO_NSS_BUILTIN_ROOT_LIST'
    for name in root leaf; do
        echo 'CKA_CLASS CK_OBJECT_CLASS CKO_CERTIFICATE'
        printf '%s\n' "CKA_LABEL UTF8 \"The $name \\xC3\\xA9\""
        printf 'CKA_VALUE MULTILINE_OCTAL\n%s\nEND\n' "$(octal "$(der_hex $name.der)")"
        echo 'CKA_CLASS CK_OBJECT_CLASS CKO_NSS_TRUST'
        echo "CKA_LABEL UTF8 \"The $name\""
        printf 'CKA_CERT_SHA1_HASH MULTILINE_OCTAL\n%s\nEND\n' \
            "$(octal "$(hash_of sha1 $name.der)")"
        if [ "$name" = leaf ]; then
            echo 'CKA_TRUST_SERVER_AUTH CK_TRUST CKT_NSS_TRUSTED_DELEGATOR'
            echo 'CKA_TRUST_EMAIL_PROTECTION CK_TRUST CKT_NSS_MUST_VERIFY_TRUST'
        else
            echo 'CKA_TRUST_SERVER_AUTH CK_TRUST CKT_NSS_NOT_TRUSTED'
        fi
    done
} >certdata.txt
line=$(grep -n CKO_CERTIFICATE certdata.txt | sed -n '2s/:.*//p')
: >empty

# What is said of leaf.der: the list, then all behind the source.
while IFS='|' read -r list wanted; do
    fingerprint --hash=sha256 --published="$list" leaf.der
    exits 0 "$list: it is there"
    is "$(sed -n 's/^[^:]*[0-9A-F:]*  leaf.der  //p' "$out")" "$wanted" \
        "$list: what is said of it"
done <<LISTS
leaf.txt|published  leaf.txt:1
sums|published  sums:1  leaf.der
tagged|published  tagged:1  leaf.der
openssl.txt|published  openssl.txt:1
weak.txt|published (weak)  weak.txt:1
md5.txt|published (weak)  md5.txt:1
page.html|published  page.html:2
long.html|published  long.html:1
list.csv|published  list.csv:4  The "leaf", it is  trusted for Websites;Email
certdata.txt|published  certdata.txt:$line  The leaf é  trusted for serverAuth
leaf.der|published  leaf.der
chain.pem|published  chain.pem
LISTS
fingerprint --hash=sha256 --published=text.txt leaf.der
exits 0 'what openssl x509 -text -fingerprint prints: the PEM in it'

fingerprint --hash=sha256 --published=certdata.txt root.der
exits 0
grep -q '  distrusted$' "$out"
ok $? 'a list that distrusts says so'
fingerprint --hash=sha256 --published=chain.pem root.der
is "$(sed 's/.*  root.der//' "$out")" '  published  chain.pem#3' 'the object of a bundle'
fingerprint --published=root.txt leaf.der
exits 1
is "$(sed 's/.*  leaf.der//' "$out" | tr '\n' ';')" ';  not published;' \
    'not published stands behind the strongest hash'
fingerprint --hash=sha1 --published=leaf.txt leaf.der
is "$(cut -d ' ' -f 1 "$out" | tr '\n' ' ')" 'sha1 sha256 ' 'the hash that was found is shown'
fingerprint -q --published=- leaf.der <sums
exits 0 'a list on standard input'
fingerprint -q --published=sums --published=weak.txt leaf.der root.der
exits 0 'several inputs'

# The statuses: arguments behind the first word
while read -r wanted arguments; do
    # shellcheck disable=SC2086
    fingerprint -q $arguments
    exits "$wanted"
done <<CASES
0 --published=root.txt --published=leaf.txt leaf.der
0 --published=root.txt --published=leaf.txt leaf.der root.der
1 --published=leaf.txt leaf.der root.der
1 --published=leaf.txt chain.pem
1 --published=leaf.txt crl.der
1 --published=leaf.txt root.der missing
2 --published=leaf.txt leaf.der missing
2 --published=missing root.der
2 --published=root.txt --published=empty leaf.der
0 --published=leaf.txt --expect=$leaf256 leaf.der
1 --published=leaf.txt --expect=$root256 leaf.der
1 --published=root.txt --expect=$leaf256 leaf.der
3 --published=leaf.txt -i empty
CASES

# A record whose SHA-256 differs is another certificate, whatever its SHA-1.
printf 'Name,SHA-256 Fingerprint,SHA-1 Fingerprint\nA,%s,%s\n' "$root256" "$leaf1" >forged.csv
fingerprint -q --published=forged.csv leaf.der
exits 1 'the same SHA-1 and another SHA-256'

# --- weak, with and without --expect

# weak WANTED ARGUMENTS: in JSON
weak() {
    wanted=$1
    shift
    fingerprint -f json "$@" leaf.der
    grep -qF "\"weak\":$wanted,\"verdict\":\"yes\"" "$out"
    ok $? "$*: weak is $wanted" || note "$(cat "$out")"
}
weak false --published=leaf.txt
weak true --published=weak.txt
weak false --published=weak.txt --published=leaf.txt
weak true --published=weak.txt --expect="$leaf1"
weak false --published=weak.txt --expect="$leaf256"
weak false --published=leaf.txt --expect="$leaf1"

# --- JSON and --fields

fingerprint -f json --hash=sha256 --published=certdata.txt leaf.der
grep -qF "\"matched\":{\"hash\":\"sha256\",\"list\":\"certdata.txt\",\"line\":$line,\
\"label\":\"The leaf é\",\"trust\":{\"serverAuth\":\"CKT_NSS_TRUSTED_DELEGATOR\",\
\"emailProtection\":\"CKT_NSS_MUST_VERIFY_TRUST\"}},\"weak\":false,\"verdict\":\"yes\"}" "$out"
ok $? 'JSON: certdata.txt' || note "$(cat "$out")"
fingerprint -f json --hash=sha256 --published=list.csv leaf.der
grep -qF '"line":4,"label":"The \"leaf\", it is","trust":{"trustBits":"Websites;Email"}}' "$out"
ok $? 'JSON: CSV' || note "$(cat "$out")"
fingerprint -f json --hash=sha256 --published=chain.pem root.der
grep -qF '"matched":{"hash":"sha256","list":"chain.pem","index":2},' "$out"
ok $? 'JSON: a bundle' || note "$(cat "$out")"
fingerprint -f json --hash=sha256 --published=root.txt leaf.der
grep -qF '},"weak":false,"verdict":"no"}' "$out" && ! grep -q matched "$out"
ok $? 'JSON: not there' || note "$(cat "$out")"
fingerprint --published=sums --fields=verdict,matched.line,matched.label chain.pem
printf 'yes\t1\tleaf.der\nno\t\t\nyes\t2\troot.der\n' >want
same "$out" want '--fields'
printf '%s  a\033[31mb\n' "$leaf256" >colored
fingerprint --hash=sha256 --published=colored leaf.der
! grep -q "$(printf '\033')" "$out"
ok $? 'escape characters of a list are escaped'

# --- the system's store

SSL_CERT_FILE=$tmp/chain.pem run "$ocspkit" fingerprint --hash=sha256 --published=system root.der
exits 0
is "$(sed 's/.*  root.der//' "$out")" "  published  $tmp/chain.pem#3" "the system's store"
SSL_CERT_FILE=$tmp/missing run "$ocspkit" fingerprint --published=system root.der
exits 2 'a store that is not there'

# --- values in a file

{
    echo '# the leaf'
    echo
    echo '  # and its root'
    printf '%s\r\n' "$root256"
    echo "SHA256 Fingerprint=$leaf_colons"
} >values
fingerprint -q --expect=@values leaf.der root.der
exits 0 '--expect=@FILE'
fingerprint -q --expect=@values "$fixtures/intermediate.der"
exits 1
fingerprint -q --expect=@values --expect="$leaf1" leaf.der
exits 0 'a file and a value'
fingerprint -q --expect=@values --expect="$leaf1" root.der
exits 1
fingerprint -q --expect=@- leaf.der <values
exits 0 'values on standard input'

# --- what is wrong: arguments, then what is said in one line behind "ocspkit: "

printf 'Name,SHA-256 Fingerprint\nA,%s\nB,12\n' "$root256" >bad.csv
printf 'Name,SHA-256 Fingerprint\nA,%s\n"B,%s\n' "$root256" "$root256" >open.csv
head -n 12 certdata.txt >cut-certdata.txt
head -n 20 leaf.pem | cat root.pem - >cut.pem
head -c 700 leaf.der >cut.der
head -c 4000 /dev/zero | tr '\0' '\377' >random
gzip -c leaf.txt >leaf.gz
printf '\001\002\003' >binary
printf 'hello\n' >words
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem 2>/dev/null
printf '%s\nxyz\n' "$leaf256" >bad-values
printf '# none\n\n' >no-values
contents=$(($(wc -c <leaf.der) - 4))
# What would make a line of the table too long
long='s/GZIP/NONE: this looks like a file compressed by gzip/
s/NONE/expected DER, PEM, base64 or hex, found none of them/
s/NEITHER/expected a list of fingerprints or certificates, found neither text nor DER/
s/DIGITS/expected 32, 40, 56, 64, 96 or 128 hex digits/
s/HEX/expected a fingerprint in hex, or '"'sha256\/\/'"' and base64/
s/READABLE/expected a list that can be read/
s/CLOSED/expected the closing quote of the field that begins here/
s/ENDED/expected END behind the octets that begin here/'
while IFS='|' read -r argument wanted; do
    fingerprint "$argument" leaf.der
    exits 2 "$argument: refused"
    [ ! -s "$out" ]
    ok $? "$argument: nothing on standard output"
    is "$(cut -c 10- "$err")" "$(printf '%s' "$wanted" | sed "$long")" "$argument: what is said"
done <<CASES
--published=missing|missing: expected a file that can be read: No such file or directory
--published=.|.: expected a file that can be read: Is a directory
--published=|fingerprint: --published: expected a FILE or system, found ''
--published=empty|empty: expected a list with fingerprints in it, found nothing (it is empty)
--published=words|words: expected a list with fingerprints in it, found none
--published=random|random: expected a list with fingerprints in it, found none
--published=leaf.gz|leaf.gz: GZIP
--published=binary|binary: NEITHER (it begins with 0x01)
--published=key.pem|key.pem: expected certificates in the list, found none
--published=crl.der|crl.der: expected certificates in the list, found none
--published=bad.csv|bad.csv:3: SHA-256 Fingerprint: DIGITS, found 2
--published=open.csv|open.csv:3: CLOSED, found none
--published=cut-certdata.txt|cut-certdata.txt:6: ENDED, found none
--published=cut.der|cut.der: expected $contents bytes of contents, found 696 (byte 0)
--expect=@missing|fingerprint: --expect: missing: READABLE: No such file or directory
--expect=@.|fingerprint: --expect: .: READABLE: Is a directory
--expect=@bad-values|fingerprint: --expect: line 2 of bad-values: HEX, found 'xyz'
--expect=@no-values|fingerprint: --expect: expected fingerprints in no-values, found none
--expect=@empty|fingerprint: --expect: expected fingerprints in empty, found none
CASES
fingerprint --published=cut.pem leaf.der
exits 2
grep -q '^ocspkit: cut.pem#2: ' "$err"
ok $? 'a bundle that is cut short' || note "$(cat "$err")"

# --- a long list: in proportion to its length

perl -e 'printf "%064X  certificate %d\n", $_ * 2654435761 % 2**32, $_ for 1 .. 200000' >many
cat leaf.txt >>many
fingerprint -q --published=many leaf.der
exits 0 'the last of 200,001'

# --- Mozilla's list and its certificates

if [ -f "$shared/published/certdata.txt" ]; then
    cd "$shared/published" || exit 99
    fingerprint --published=certdata.txt roots/*.pem \
        --fields=source,matched.hash,matched.trust.serverAuth,matched.label
    exits 0 "every root is in Mozilla's list"
    # One that the list distrusts has no word in expected.tsv.
    sed '1d' expected.tsv | cut -f 1,5,6 | sort >"$tmp/want"
    awk -F '\t' -v OFS='\t' '$2 == "sha256" {
        print $1, $3 == "CKT_NSS_NOT_TRUSTED" ? "" : $3, $4 }' "$out" |
        sed 's/\\,/,/g' | sort >"$tmp/found"
    same "$tmp/found" "$tmp/want" 'each with its trust and label'
    sed 1d expected.tsv | awk -F '\t' '$2 != ""' >"$tmp/rows"
    for column in 2 3 4; do
        cut -f "$column" "$tmp/rows" >"$tmp/column"
        cut -f 1 "$tmp/rows" >"$tmp/roots"
        fingerprint --published="$tmp/column" -i "$tmp/roots" --fields=matched.line
        exits 0 "column $column of expected.tsv"
        seq "$(wc -l <"$tmp/rows")" >"$tmp/want"
        same "$out" "$tmp/want" "column $column: each in its own line"
    done
    fingerprint -q --published=certdata.txt "$fixtures/root.pem"
    exits 1 'our own root is not'
else
    skip 9 "Mozilla's list is not here"
fi

tap_done
