#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The JSON of every command, on every fixture, against the JSON Schema that is installed; and that
# the schema notices what is wrong.

. "${srcdir:-.}/tests/tap.sh"
cd "$fixtures" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'
python=
for name in python3 /usr/bin/python3; do
    "$name" -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null && python=$name
done
[ -n "$python" ] || skip_all 'no Python with jsonschema 4'

schema=$srcdir/schema/ocspkit-1.schema.json

# validate: the lines of standard input
validate() {
    "$python" "$srcdir/tests/cmd/validate-json.py" "$schema" >"$tmp/said" 2>&1
}

# all COMMAND...: on every file
all() {
    find . -type f ! -name manifest.tsv ! -path './store/*' | sort |
        "$ocspkit" "$@" -f json -i - 2>/dev/null
}

# check WHAT TYPE...: of standard input
check() {
    what=$1
    shift
    validate
    is "$(sed -n 's/^wrong: //p' "$tmp/said")" '' "the records of $what"
    for type; do
        grep -q "^$type [1-9]" "$tmp/said"
        ok $? "$what: records of type $type" || note "$(cat "$tmp/said")"
    done
}

all decode >"$tmp/json"
check decode certificate certificateList certificationRequest error ocspRequest ocspResponse \
    privateKey subjectPublicKeyInfo <"$tmp/json"
all decode --serial=1001 --serial=1002 --serial=-1234 --serial=FF >"$tmp/json"
check 'decode --serial' certificateList error <"$tmp/json"
grep -q '"certificateIssuer":\[{"directoryName":"CN=Other CA"}\],"revocationDate"' "$tmp/json"
ok $? 'an entry with the issuer of its certificate is among them'
all fingerprint --spki --hash=md5,sha1,sha224,sha256,sha384,sha512 >"$tmp/json"
all fingerprint --spki --expect=0000000000000000000000000000000000000000 >>"$tmp/json"
check fingerprint fingerprint error <"$tmp/json"
all check-window --at=2018-01-14T20:00:00Z >"$tmp/json"
all check-window --at=2018-01-14T20:00:00Z --warn=365d --profile=lightweight >>"$tmp/json"
check check-window window error <"$tmp/json"
{
    all match-issuer --at=2018-01-14T20:00:00Z --issuers=intermediate.pem --issuers=root.pem
    all match-issuer --at=2018-01-14T20:00:00Z --issuers=intermediate-rekeyed.pem
    all match-issuer --print-hashes
} >"$tmp/json"
check match-issuer issuerMatch error <"$tmp/json"
{
    all fetch --offline --at=2018-01-14T20:00:00Z --issuer=intermediate.pem --issuer=root.pem \
        --response=response-delegated.der --response=crl-leaf-revoked.der --response=leaf.der
    all fetch --get=issuer --offline --issuer=intermediate.pem
} >"$tmp/json"
check fetch status certificate error <"$tmp/json"
grep -q '"status":"revoked","reason":"revoked","decidedBy":"crl"' "$tmp/json"
ok $? 'a verdict is among them'
"$ocspkit" decode -f json \
    -r "http://ocsp.example.test/$(base64 <request-sha1.der | tr -d '\n')" >"$tmp/json"
check 'a GET URL' ocspRequest <"$tmp/json"

"$builddir/tests/unit/test-describe-status" json >"$tmp/json"
check 'a status' status <"$tmp/json"

# What is wrong is noticed, anywhere in a record.
"$ocspkit" decode -f json story-response.der >"$tmp/json"
for change in 's/"version":1/"version":1,"other":1/' 's/"certStatus":"good"/"certStatus":"fine"/' \
    's/"type":"ocspResponse"/"type":"response"/' 's/"critical":false,/&"more":1,/' \
    's/,"producedAt":"[^"]*"/,"producedAt":"today"/' 's/"responseStatus":"[^"]*",//'; do
    sed "$change" "$tmp/json" | validate
    grep -q '^wrong: ' "$tmp/said"
    ok $? "refused: $change" || note "$(cat "$tmp/said")"
done

tap_done
