#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode, on every fixture: what is good is shown, and its JSON is JSON; what is bad gives
# one diagnostic and nothing else.

. "${srcdir:-.}/tests/tap.sh"
cd "$fixtures" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

# parse: each line of standard input as JSON; a line for each
if command -v jq >/dev/null; then
    parse() {
        jq -c .
    }
elif command -v python3 >/dev/null; then
    parse() {
        python3 -c 'import sys, json; [print(bool(json.loads(line))) for line in sys.stdin]'
    }
fi

tab=$(printf '\t')
good=0
bad=0
wrong=
: >"$tmp/json"
: >"$tmp/bundles"
while IFS=$tab read -r name kind judgement _; do
    case $kind in
    certificate | certificateList | ocspRequest | ocspResponse | any) type=$kind ;;
    certificationRequest | privateKey) type=$kind ;;
    publicKey) type=subjectPublicKeyInfo ;;
    pkcs7)
        [ "$judgement" = bad ] || echo "$name" >>"$tmp/bundles"
        [ "$judgement" = bad ] || continue
        ;;
    bundle)
        [ "$judgement" = bad ] || echo "$name" >>"$tmp/bundles"
        continue
        ;;
    *) continue ;;
    esac
    case $name in *.http) continue ;; esac
    run "$ocspkit" decode "$name"
    case $judgement:$status in
    good:0)
        good=$((good + 1))
        [ -s "$out" ] && [ ! -s "$err" ] || wrong="$wrong $name(text)"
        run "$ocspkit" decode -f json "$name"
        [ "$status" -eq 0 ] && [ "$(wc -l <"$out")" -eq 1 ] || wrong="$wrong $name(json)"
        grep -q "^{\"schema\":\"ocspkit/1\",\"type\":\"$type\",\"source\":\"$name\",\"index\":0," \
            "$out" || wrong="$wrong $name(head)"
        cat "$out" >>"$tmp/json"
        run "$ocspkit" decode --fields=type,index "$name"
        [ "$(cat "$out")" = "$type${tab}0" ] || wrong="$wrong $name(fields)"
        ;;
    bad:2)
        bad=$((bad + 1))
        [ ! -s "$out" ] || wrong="$wrong $name(output)"
        [ "$(grep -c '^ocspkit: .*: .*expected .* found ' "$err")" -eq 1 ] &&
            [ "$(wc -l <"$err")" -eq 1 ] || wrong="$wrong $name(diagnostic)"
        run "$ocspkit" decode -f json "$name"
        [ "$(grep -c '"type":"error"' "$out")" -eq 1 ] && [ "$(wc -l <"$out")" -eq 1 ] ||
            wrong="$wrong $name(json)"
        cat "$out" >>"$tmp/json"
        ;;
    *) wrong="$wrong $name:$status" ;;
    esac
done <manifest.tsv
is "$wrong" '' "the fixtures ($good good, $bad bad)"
[ "$good" -gt 100 ] && [ "$bad" -gt 100 ]
ok $? 'there are enough of them'
if command -v parse >/dev/null; then
    is "$(parse <"$tmp/json" | wc -l)" "$(wc -l <"$tmp/json")" 'their JSON parses'
else
    skip 1 'neither jq nor python3'
fi

# The same object in DER and PEM is shown alike, in whatever form its encoding is.
wrong=
for name in *.pem; do
    [ -f "${name%.pem}.der" ] || continue
    "$ocspkit" decode "${name%.pem}.der" >"$tmp/der" 2>/dev/null || continue
    "$ocspkit" decode "$name" 2>&1 | cmp -s - "$tmp/der" || wrong="$wrong $name"
done
is "$wrong" '' 'DER and PEM are shown alike'
"$ocspkit" decode leaf.der >"$tmp/der"
for name in leaf.hex leaf.b64 leaf-*.pem; do
    run "$ocspkit" decode "$name"
    same "$out" "$tmp/der" "$name is shown like leaf.der"
done
"$ocspkit" decode comodo-request.der >"$tmp/der"
for name in comodo-request.b64* comodo-request.hex comodo-request.xxd; do
    run "$ocspkit" decode "$name"
    same "$out" "$tmp/der" "$name is shown like comodo-request.der"
done

# Every object of a bundle is a record, with its place.
while read -r name; do
    run "$ocspkit" decode --fields=index "$name"
    exits 0 "bundle $name"
    is "$(cat "$out")" "$(awk 'BEGIN { while (n++ < '"$(wc -l <"$out")"') print n - 1 }')" \
        "$name: the index"
done <"$tmp/bundles"
is "$("$ocspkit" decode --fields=serialNumber chain.der | wc -l)" 3 'three in a chain'
is "$("$ocspkit" decode --fields=serialNumber chain.pem)" \
    "$("$ocspkit" decode --fields=serialNumber chain.der)" 'the same in PEM'
is "$("$ocspkit" decode --fields=type mixed.pem | tr '\n' ' ')" \
    'certificate certificateList ocspRequest ocspResponse certificationRequest certificate '\
'certificate subjectPublicKeyInfo ' 'all kinds, in a mixed file'
run "$ocspkit" decode --fields=index bad/chain-second.pem
exits 2
is "$(tr '\n' ' ' <"$out")" '0  2 ' 'the second of three is broken: the others are shown'
for name in pkcs7.der pkcs7.pem; do
    is "$("$ocspkit" decode --fields=index,serialNumber "$name" | tr "$tab\n" ': ')" \
        '0:1F47 1:01 ' "$name: what is in it, in order"
    is "$("$ocspkit" decode "$name" | grep -c '^    Note: .*PKCS#7')" 1 \
        'that its elements are not in order is noted once'
done
is "$("$ocspkit" decode --fields=index,type pkcs7-crl.der | tr "$tab\n" ': ')" \
    '0:certificate 1:certificateList ' 'a certificate and a CRL in a bundle'
run "$ocspkit" decode bad/chain-trailing.der
exits 2
is "$(grep -c '^Certificate:' "$out")" 2 'text behind the third of three: the first two are shown'
grep -q '#4: expected the end or another SEQUENCE (0x30), found 0x' "$err"
ok $? 'and its place is said'

tap_done
