#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch --save, and the same verdict from what it left; --staple, which lets only a good and newer
# response into its file.

. "${srcdir:-.}/tests/tap.sh"

at=2018-01-14T20:00:00Z

# judges ANSWER... [-- OPTION...]: these fixtures, about the fixtures' certificate.
judges() {
    answers=
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        answers="$answers --response=$fixtures/$1.der"
        shift
    done
    [ $# -eq 0 ] || shift
    # shellcheck disable=SC2086
    run "$ocspkit" fetch --offline --at="$at" --issuer="$fixtures/intermediate.pem" $answers \
        --fields=status,reason,decidedBy,thisUpdate,evidence.status,evidence.reason "$@" \
        "$fixtures/leaf.pem"
}

# --- save

for answers in response-delegated response-revoked response-stale leaf crl-leaf-revoked \
    'response-stale crl-leaf-revoked' 'response-delegated crl-leaf-revoked'; do
    rm -rf "$tmp/saved"
    # shellcheck disable=SC2086
    judges $answers -- --save="$tmp/saved"
    cp "$out" "$tmp/first"
    first=$status
    run "$ocspkit" fetch --offline --at="$at" --response="$tmp/saved" "$fixtures/leaf.pem" \
        --fields=status,reason,decidedBy,thisUpdate,evidence.status,evidence.reason
    is "$status" "$first" "$answers: the same exit status"
    same "$out" "$tmp/first" "$answers: the same verdict from what was saved"
done
is "$(cut -f 1 "$tmp/saved/manifest.tsv" | sort | tr '\n' ' ')" \
    "$(find "$tmp/saved" -type f ! -name manifest.tsv | sed 's|.*/||' | sort | tr '\n' ' ')" \
    'each file stands in the manifest' ||
    note "$(cat "$tmp/saved/manifest.tsv")"
is "$(cut -f 2- "$tmp/saved/manifest.tsv" | sed -n 3p)" \
    "$(printf 'ocspResponse\t%s\tgood\t\t%s\t%s' "$fixtures/response-delegated.der" "$at" \
        "$fixtures/leaf.pem")" 'a line of the manifest'

rm -rf "$tmp/saved"
judges response-delegated -- --save="$tmp/saved"
i=0
while [ $i -lt 40 ]; do
    cp "$fixtures/response-try-later.der" "$tmp/saved/$(printf '%016x' $i)-1-response.der"
    i=$((i + 1))
done
run "$ocspkit" fetch --offline --at="$at" --response="$tmp/saved" "$fixtures/leaf.pem" \
    --fields=status,evidence.status
exits 0
is "$(tr '\t' ' ' <"$out")" 'good good' 'what was saved for other certificates is passed over'

judges response-delegated -- --save=/dev/null
exits 2
grep -q -- '--save: expected a directory' "$err"
ok $? 'what is no directory is refused'

# --- staple

staple=$tmp/site.ocsp

# holds FIXTURE NAME: the file is that fixture.
holds() {
    same "$staple" "$fixtures/$1.der" "$2"
}

judges response-delegated -- --staple="$staple"
exits 0
holds response-delegated 'a good response makes the file'
chmod 640 "$staple"
touch -d 2020-01-01T00:00:00Z "$staple"
judges response-delegated -- --staple="$staple"
exits 0
is "$(stat -c '%Y %a' "$staple")" '1577836800 640' 'one that is no newer does not touch it'

while IFS='|' read -r answer wanted; do
    judges "$answer" -- --staple="$staple"
    exits "$wanted" "$answer"
    holds response-delegated "$answer does not replace it"
done <<'END'
response-revoked|1
response-unknown|3
response-stale|3
leaf|3
crl-leaf-revoked|1
END

rm -f "$staple"
for no in response-revoked crl-leaf-revoked; do
    judges response-delegated "$no" -- --staple="$staple"
    exits 1
    is "$(find "$staple" 2>/dev/null)" '' "a good response beside $no makes no file"
done

while read -r old; do
    cp "$fixtures/$old.der" "$staple"
    chmod 640 "$staple"
    judges response-delegated -- --staple="$staple"
    exits 0
    holds response-delegated "$old is replaced"
    is "$(stat -c %a "$staple")" 640 'and the mode is kept'
done <<'END'
response-stale
response-revoked
leaf
END

ln -s site.ocsp "$tmp/link.ocsp"
cp "$fixtures/response-stale.der" "$staple"
judges response-delegated -- --staple="$tmp/link.ocsp"
holds response-delegated 'a link is followed'

judges response-delegated -- --staple="$tmp/none/site.ocsp"
exits 2 'a file that cannot be written'
is "$(find "$tmp" -name 'site.ocsp.*' -o -name 'link.ocsp.*')" '' 'nothing temporary is left'

run "$ocspkit" fetch --staple="$staple" "$fixtures/leaf.pem" "$fixtures/leaf.pem"
exits 2 'one INPUT alone'
run "$ocspkit" fetch --staple="$staple" --get=crl "$fixtures/leaf.pem"
exits 2 'no CRL'

tap_done
