#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch and openssl's responder in every way in which it can be run: who signs, how the signer is
# named, what comes with the answer, what is wrong with it, and every reason of a revocation.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/responder.sh"

unset http_proxy all_proxy HTTP_PROXY ALL_PROXY
SSL_CERT_FILE=$fixtures/ec-root.pem
export SSL_CERT_FILE

# came STATUS WORDS NAME: the last run's exit status, and the fields it wrote, blanks between them.
came() {
    exits "$1" "$3"
    is "$(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$2" "$3: $2"
}

authority ca 'Test CA'
authority other 'Another CA'
issue signer ca 0F 'extendedKeyUsage=OCSPSigning noCheck=ignored'
issue bare-signer ca 10 extendedKeyUsage=OCSPSigning
issue no-purpose ca 11 extendedKeyUsage=serverAuth
issue any-purpose ca 12 extendedKeyUsage=anyExtendedKeyUsage
issue other-signer other 13 'extendedKeyUsage=OCSPSigning noCheck=ignored'
issue leaf ca 1000 ''
entry ca V 1000

# --- who signs, and how

# The signer, the responder's options, fetch's options, and what comes of it: the status, the
# reason, who signed.
while IFS='|' read -r signer options ours wanted words; do
    ports ocsp
    # shellcheck disable=SC2086
    respond "$ocsp" ca $signer $options
    # shellcheck disable=SC2086
    run "$ocspkit" fetch --get=ocsp --issuer="$tmp/ca.pem" --url="http://127.0.0.1:$ocsp" $ours \
        --fields=status,reason,evidence.signer "$tmp/leaf.pem"
    came "$wanted" "$words" "$signer $options $ours"
    stop_all
done <<END
ca|-nmin 60||0|good  issuer
ca|-nmin 60 -resp_key_id||0|good  issuer
ca|-nmin 60 -resp_no_certs||0|good  issuer
ca|-nmin 60 -resp_key_id -resp_no_certs||0|good  issuer
ca|-nmin 60 -rother $tmp/other.pem||0|good  issuer
signer|-nmin 60||0|good  delegated
signer|-nmin 60 -resp_key_id||0|good  delegated
signer|-nmin 60 -resp_key_id|--method=post|0|good  delegated
signer|-nmin 60 -rother $tmp/ca.pem||0|good  delegated
signer|-nmin 60 -resp_no_certs||3|undetermined signer-not-found
signer|-nmin 60 -resp_no_certs -resp_key_id||3|undetermined signer-not-found
signer|-nmin 60 -resp_no_certs|--responder=$tmp/signer.pem|0|good  trusted
signer|-nmin 60 -resp_no_certs|--responder=$tmp/other-signer.pem|3|undetermined signer-not-found
bare-signer|-nmin 60||0|good  delegated
bare-signer|-nmin 60|--strict-responder|3|undetermined signer-unchecked delegated
no-purpose|-nmin 60||3|undetermined signer-not-authorized delegated
any-purpose|-nmin 60||3|undetermined signer-not-authorized delegated
other|-nmin 60||3|undetermined signer-not-authorized delegated
other-signer|-nmin 60||3|undetermined signer-not-authorized delegated
other-signer|-nmin 60|--responder=$tmp/other-signer.pem|0|good  trusted
other-signer|-nmin 60 -rother $tmp/other.pem|--issuer=$tmp/other.pem|3|undetermined \
signer-not-authorized delegated
ca|-nmin 60 -badsig||3|undetermined signature-invalid issuer
signer|-nmin 60 -badsig||3|undetermined signature-invalid delegated
signer|-nmin 60 -rmd sha384||0|good  delegated
signer|-nmin 60 -rmd sha1||3|undetermined signature-weak delegated
signer|-nmin 60 -rmd sha1|--allow-sha1|0|good  delegated
signer|||0|good  delegated
signer||--profile=lightweight|3|undetermined next-update-missing delegated
signer||--max-age=1h|0|good  delegated
signer|-ndays 4|--certid-hash=sha256 --method=post|0|good  delegated
signer|-ndays 4|--nonce=1 --require-nonce|0|good  delegated
signer|-ndays 4|--nonce=128 --require-nonce|0|good  delegated
END

# --- what it says

# The reason in the responder's database, and the one in the report: the first stands for no reason.
ports ocsp
url=http://127.0.0.1:$ocsp
id=2000
while read -r reason _; do
    id=$((id + 1))
    issue $id ca $id "authorityInfoAccess=OCSP;URI:$url"
    [ "$reason" = none ] && reason='' || reason=,$reason
    entry ca R $id "250101000000Z$reason"
done >"$tmp/issued" <<'END'
none
unspecified
keyCompromise
CACompromise
affiliationChanged
superseded
cessationOfOperation
certificateHold
END
issue good ca 3000 "authorityInfoAccess=OCSP;URI:$url"
issue unknown ca 3001 "authorityInfoAccess=OCSP;URI:$url"
entry ca V 3000
respond "$ocsp" ca signer -nmin 60
seq -f "$tmp/%g.pem" 2001 2008 >"$tmp/list"
run "$ocspkit" fetch --issuer="$tmp/ca.pem" -i "$tmp/list" --no-progress \
    --fields=status,revocationTime,revocationReason
exits 1
sed 's/^/revoked	2025-01-01T00:00:00Z	/' >"$tmp/wanted" <<'END'

unspecified
keyCompromise
cACompromise
affiliationChanged
superseded
cessationOfOperation
certificateHold
END
same "$out" "$tmp/wanted" 'every reason of a revocation'

# The text for people, without the certificate and the window.
for name in good 2003 unknown; do
    run "$ocspkit" fetch --issuer="$tmp/ca.pem" "$tmp/$name.pem"
    sed -e '/^ *\(Subject\|Serial\|Issuer\|thisUpdate\)/d' -e 's/[0-9]* d [0-9]* h ago/AGO/' "$out"
    echo "exit status $status"
done >"$tmp/found"
cat >"$tmp/wanted" <<END
good  $tmp/good.pem
    OCSP  good  $url
        signer  delegated  CN=signer
exit status 0
revoked  $tmp/2003.pem  keyCompromise  since  2025-01-01T00:00:00Z  AGO
    OCSP  revoked  $url
        signer  delegated  CN=signer
exit status 1
unknown  $tmp/unknown.pem  status-unknown  the responder does not know the certificate
    OCSP  unknown  $url
        signer  delegated  CN=signer
exit status 3
END
same "$tmp/found" "$tmp/wanted" 'the text of a good, a revoked and an unknown one'

tap_done
