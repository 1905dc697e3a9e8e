#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch and a list of 300: the order of what comes out, and that nobody waits for somebody else.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/responder.sh"

command -v python3 >/dev/null || skip_all 'python3 is not here'
unset http_proxy all_proxy HTTP_PROXY ALL_PROXY

ports ocsp web dead
authority ca 'Test CA'
mkdir "$tmp/web"
i=0
while [ $i -lt 40 ]; do
    id=$((1000 + i))
    case $((i % 4)) in
    0) issue $i ca $id "authorityInfoAccess=caIssuers;URI:http://127.0.0.1:$web/ca.crt \
crlDistributionPoints=URI:http://127.0.0.1:$web/ca.crl" ;;
    *) issue $i ca $id "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$ocsp,\
caIssuers;URI:http://127.0.0.1:$web/ca.crt" ;;
    esac
    if [ $((i % 10)) -eq 8 ]; then
        entry ca R $id 250101000000Z,superseded
    else
        entry ca V $id
    fi
    i=$((i + 1))
done
issue dead ca 2000 "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$dead,\
caIssuers;URI:http://127.0.0.1:$web/ca.crt"
echo 'no certificate' >"$tmp/bad.pem"
openssl x509 -in "$tmp/ca.pem" -outform DER -out "$tmp/web/ca.crt"
crl "$tmp/web/ca.crl" ca
respond "$ocsp" ca ca -nmin 60
serve_files "$web" "$tmp/web"

# It takes the connection, and says nothing.
perl -MIO::Socket::INET -e 'my $s = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 64,
    LocalPort => $ARGV[0]) or die; sleep 600' "$dead" 2>"$tmp/dead.log" &
started="$started $!"
awaits "$dead"

SSL_CERT_FILE=$fixtures/root.pem
export SSL_CERT_FILE

# The second is one that nobody answers for, number 150 is none.
seq 0 299 | awk -v at="$tmp/" '{
    print at (NR == 2 ? "dead" : NR == 150 ? "bad" : $1 % 40) ".pem"
}' >"$tmp/list"
awk '{ name = $0; sub(/.*\//, "", name); sub(/\.pem$/, "", name)
    if (name == "dead") print $0 "\tundetermined\t\tnetwork-failure"
    else if (name == "bad") print ""
    else print $0 "\t" (name % 10 == 8 ? "revoked" : "good") "\t" (name % 4 ? "ocsp" : "crl") \
        "\t" (name % 10 == 8 ? "revoked" : "") }' "$tmp/list" >"$tmp/wanted"
: >"$tmp/$web.log"
run "$ocspkit" fetch -v --timeout=5s --retries=0 -i "$tmp/list" \
    --fields=source,status,decidedBy,reason
exits 1
same "$out" "$tmp/wanted" 'a record for each, in the order of the list'
is "$(grep -c 'GET /ca.crt' "$tmp/$web.log") $(grep -c 'GET /ca.crl' "$tmp/$web.log")" '1 1' \
    'the issuer and the CRL are fetched once'
is "$(grep '^ocspkit: [^0-9]' "$err")" \
    "ocspkit: $tmp/list:150: $tmp/bad.pem: expected DER, PEM, base64, hex or \
a GET URL with an OCSP request at the end of its path, found none of them" \
    'what is no certificate is said'
is "$(tail -n 1 "$err" | sed 's/, [0-9.]* s$//')" \
    'ocspkit: 299 certificates: 268 good, 30 revoked, 1 undetermined, 1 input failed' \
    'a line counts them'
before=$(sed -n '/time-out/q; /^<.* HTTP\/1/p' "$err" | wc -l)
[ "$before" -gt 150 ]
ok $? 'others are answered while nobody answers for one' || note "$before"

run sh -c '"$0" "$@" 2>&1' "$ocspkit" fetch "$tmp/1.pem" "$tmp/2.pem" --fields=status
is "$(sed 's/, [0-9.]* s$//' "$out")" "$(printf '%s\n' good good \
    'ocspkit: 2 certificates: 2 good')" 'behind all records'

tap_done
