#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# make bench: our command and its peer in turn, medians of interleaved pairs, as a Markdown table.
# Absolute times are this machine's; the ratios hold. ROUNDS=N for more pairs.
# shellcheck disable=SC2016

set -eu
: "${srcdir:?}" "${builddir:?}"
LC_ALL=C
export LC_ALL

ocspkit=$builddir/ocspkit
bench=$builddir/tests/bench
rounds=${ROUNDS:-15}
tmp=$(mktemp -d "${TMPDIR:-/tmp}/ocspkit-bench.XXXXXX")
trap 'rm -rf "$tmp"' EXIT

# pair LABEL COMMAND... -- PEER...: once the disk is at rest, which what was made before is not.
pair() {
    sync
    "$bench/pairs" "$rounds" "$@"
}

# instructions COMMAND...: how many it takes.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
        sed -n 's/^.*Collected : //p'
}

# count LABEL OURS PEER: a row of instructions, in millions.
count() {
    awk -v label="$1" -v ours="$2" -v peer="$3" 'BEGIN {
        printf "| %s | %.2f M | %.2f M | %.2f | |\n", label, ours / 1e6, peer / 1e6, peer / ours }'
}

perl "$srcdir/tests/bench/make-urls.pl" 200000 >"$tmp/urls"
url=$(head -n 1 "$tmp/urls")

echo "| work, and its peer | ocspkit | peer | peer / ocspkit | peak memory |"
echo "|---|---|---|---|---|"
rounds=$((rounds * 10))
pair '`--version`; `git --version`' "$ocspkit" --version -- git --version
pair '`--version`; an empty C program' "$ocspkit" --version -- "$bench/empty"
pair '`decode -r URL`; an empty C program' "$ocspkit" decode -r "$url" -- "$bench/empty"
rounds=$((rounds / 10))
pair '200,000 GET URLs to text; libcrypto' \
    "$ocspkit" decode -i "$tmp/urls" -- "$bench/peer-libcrypto" requests "$tmp/urls"
pair '200,000 GET URLs to JSON; libcrypto to text' \
    "$ocspkit" decode -f json -i "$tmp/urls" -- "$bench/peer-libcrypto" requests "$tmp/urls"
pair '200,000 GET URLs to text; percent and base64 decoding alone' \
    "$ocspkit" decode -i "$tmp/urls" -- "$bench/limit-decoding" "$tmp/urls"

perl "$srcdir/tests/bench/make-crl.pl" 1000000 >"$tmp/crl"
pair 'a CRL of 1,000,000 entries: is one serial on it; GnuTLS' \
    "$ocspkit" decode --serial=6BCFC0 "$tmp/crl" -- "$bench/peer-crl" "$tmp/crl" 6BCFC0
pair 'a CRL of 1,000,000 entries to text; `openssl crl -text`' \
    "$ocspkit" decode "$tmp/crl" -- openssl crl -inform DER -in "$tmp/crl" -noout -text
pair 'a CRL of 1,000,000 entries to JSON; `openssl crl -text`' \
    "$ocspkit" decode -f json "$tmp/crl" -- openssl crl -inform DER -in "$tmp/crl" -noout -text

fixtures=$builddir/tests/data/fixtures
issuer=$fixtures/intermediate.der
at=2018-01-14T20:00:00Z
pair '20,000 judged answers, delegated signer, RSA of 2048 bits; GnuTLS' \
    "$bench/judge" ocsp 20000 "$fixtures/response-delegated.der" "$issuer" \
    "$fixtures/leaf.der" $at -- \
    "$bench/peer-judge" ocsp 20000 "$fixtures/response-delegated.der" "$issuer"
pair '10,000 judged answers, delegated signer, P-256; GnuTLS' \
    "$bench/judge" ocsp 10000 "$fixtures/response-by-signer-p256.der" "$issuer" \
    "$fixtures/leaf.der" $at -- \
    "$bench/peer-judge" ocsp 10000 "$fixtures/response-by-signer-p256.der" "$issuer"
KEYS=$srcdir/tests/data/keys perl "$srcdir/tests/bench/make-crl.pl" 1000000 "$issuer" rsa-ca \
    >"$tmp/signed"
pair 'a CRL of 1,000,000 entries, verified and searched; GnuTLS' \
    "$bench/judge" crl 1 "$tmp/signed" "$issuer" "$fixtures/leaf-no-point.der" \
    2026-11-02T00:00:00Z -- "$bench/peer-judge" crl 1 "$tmp/signed" "$issuer" 3013
rm "$tmp/signed"

perl "$srcdir/tests/bench/make-urls.pl" 2000000 >"$tmp/many"
rounds=1
pair '2,000,000 GET URLs to text; libcrypto' \
    "$ocspkit" decode -i "$tmp/many" -- "$bench/peer-libcrypto" requests "$tmp/many"
rm "$tmp/many"
rounds=${ROUNDS:-15}

openssl req -x509 -newkey rsa:2048 -nodes -keyout /dev/null -subj '/O=Example/CN=Responder' \
    -addext extendedKeyUsage=OCSPSigning -outform DER -out "$tmp/signer.der" 2>/dev/null
perl "$srcdir/tests/bench/make-responses.pl" 20000 "$tmp/signer.der" >"$tmp/delegated"
perl "$srcdir/tests/bench/make-responses.pl" 20000 >"$tmp/direct"
rounds=5
pair '20,000 OCSP responses of a delegated signer to text; libcrypto' \
    "$ocspkit" decode "$tmp/delegated" -- "$bench/peer-libcrypto" responses "$tmp/delegated"
rounds=${ROUNDS:-15}
pair '20,000 OCSP responses signed by the CA to text; libcrypto' \
    "$ocspkit" decode "$tmp/direct" -- "$bench/peer-libcrypto" responses "$tmp/direct"

perl "$srcdir/tests/bench/make-certificates.pl" 100000 >"$tmp/certificates"
rounds=3
pair '100,000 certificates in PEM to JSON; libcrypto to text' \
    "$ocspkit" decode -f json "$tmp/certificates" -- \
    "$bench/peer-libcrypto" certificates "$tmp/certificates"
perl -MMIME::Base64 -ne 'if (/^-----END/) { print decode_base64($b); $b = "" }
    elsif (!/^-/) { $b .= $_ }' "$tmp/certificates" >"$tmp/concatenated"
rm "$tmp/certificates"
rounds=${ROUNDS:-15}
pair '100,000 certificates in DER to SHA-256 fingerprints; nettle alone' \
    "$ocspkit" fingerprint --hash=sha256 "$tmp/concatenated" -- \
    "$bench/limit-sha256" "$tmp/concatenated"
rm "$tmp/concatenated"
rounds=${ROUNDS:-15}

perl "$srcdir/tests/bench/make-issuers.pl" 10000 200000 "$tmp"
head -n 100000 "$tmp/asked" >"$tmp/half"
pair '100,000 CertIDs against 10,000 CA certificates; GnuTLS imports the 10,000, nothing else' \
    "$ocspkit" match-issuer --issuers="$tmp/issuers" -i "$tmp/half" -- \
    "$bench/peer-gnutls" import "$tmp/issuers"
pair '100,000 CertIDs against 10,000 CA certificates; 200,000' \
    "$ocspkit" match-issuer --issuers="$tmp/issuers" -i "$tmp/half" -- \
    "$ocspkit" match-issuer --issuers="$tmp/issuers" -i "$tmp/asked"
pair '`check-window` of 10,000 certificates; GnuTLS imports them and asks for both times' \
    "$ocspkit" check-window "$tmp/issuers" -- "$bench/peer-gnutls" window "$tmp/issuers"
rm "$tmp/asked" "$tmp/half"

mkdir "$tmp/files"
perl "$srcdir/tests/bench/make-files.pl" 100000 "$tmp/files" <"$tmp/issuers" >"$tmp/list"
rounds=5
pair '100,000 files of 1 KB, DER to PEM; open, read and close alone' \
    "$ocspkit" convert der-to-pem -i "$tmp/list" -- "$bench/limit-files" "$tmp/list"
rm -r "$tmp/files"
for _ in 1 2 3 4 5 6 7 8 9 10; do
    cat "$tmp/issuers"
done >"$tmp/certificates"
pair '100,000 certificates in one file, DER to PEM; `base64 -w64`' \
    "$ocspkit" convert der-to-pem "$tmp/certificates" -- base64 -w64 "$tmp/certificates"
rm "$tmp/certificates"
rounds=${ROUNDS:-15}

# A few files, where it is the start that counts.
roots=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
if [ -f "$roots" ]; then
    mkdir "$tmp/roots"
    "$ocspkit" convert pem-to-der --outdir="$tmp/roots" "$roots"
    set -- "$tmp"/roots/*.der
    pair "the $# roots of the system, a file each, DER to PEM; \`openssl x509\` for each" \
        "$ocspkit" convert der-to-pem "$@" -- \
        sh -c 'for file; do openssl x509 -inform DER -in "$file"; done' - "$@"
    pair "their SHA-256 fingerprints; \`openssl x509\` for each" \
        "$ocspkit" fingerprint --hash=sha256 "$@" -- \
        sh -c 'for file; do openssl x509 -inform DER -in "$file" -noout -sha256 -fingerprint; done' \
        - "$@"
    rm -r "$tmp/roots"
else
    echo "bench: $roots is not here: its certificates are not measured" >&2
fi

# 20,000 answers of 1.5 KB, from nginx on a free port of loopback.
port=$(perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(LocalAddr => "127.0.0.1",
    Listen => 1)->sockport')
chmod 755 "$tmp" # nginx's workers are others where we are root
mkdir "$tmp/nginx"
head -c 1500 "$tmp/delegated" >"$tmp/nginx/answer"
cat >"$tmp/nginx/conf" <<END
daemon off;
pid $tmp/nginx/pid;
events { worker_connections 1024; }
http {
    access_log off;
    keepalive_requests 1000000;
    client_body_temp_path $tmp/nginx/1;
    proxy_temp_path $tmp/nginx/2;
    fastcgi_temp_path $tmp/nginx/3;
    uwsgi_temp_path $tmp/nginx/4;
    scgi_temp_path $tmp/nginx/5;
    default_type application/ocsp-response;
    server {
        listen 127.0.0.1:$port;
        root $tmp/nginx;
        # An answer is a file, whatever request is behind its name; POST gets it as well.
        rewrite ^(/[0-9]+\.ocsp)/ \$1;
        error_page 405 =200 \$uri;
    }
}
END
if command -v nginx >/dev/null && command -v curl >/dev/null; then
    nginx -p "$tmp/nginx" -e "$tmp/nginx/log" -c "$tmp/nginx/conf" 2>/dev/null &
    nginx=$!
    while [ ! -s "$tmp/nginx/pid" ]; do
        sleep 0.1
    done
    asked=http://127.0.0.1:$port/answer
    yes "$asked timeout=60000" | head -n 20000 |
        perl "$srcdir/tests/server/frames.pl" build >"$tmp/frames"
    yes "url = $asked" | head -n 20000 | sed 'a output = /dev/null' >"$tmp/curl"
    pair '20,000 answers from nginx by `ocspkit-http`, 64 at a time; `curl --parallel`' \
        sh -c 'exec "$0" --per-host=64 <"$1"' "$builddir/ocspkit-http" "$tmp/frames" -- \
        curl --no-progress-meter --parallel --parallel-max 64 -K "$tmp/curl"

    "$builddir/tests/server/produce" 2000 "$tmp/nginx" "http://127.0.0.1:$port/@.ocsp"
    seq -f "$tmp/nginx/%g.pem" 2000 >"$tmp/fetch"
    rounds=$rounds:10
    pair '2,000 certificates asked about and judged; `openssl ocsp -url` for 200, times ten' \
        env OCSPKIT_EXEC_PATH="$builddir" "$ocspkit" fetch --issuer="$tmp/nginx/ca.pem" -q \
        --no-progress -i "$tmp/fetch" -- \
        sh -c 'set -e; for i in $(seq 200); do
            openssl ocsp -url "$1/$i.ocsp" -CAfile "$0/ca.pem" -issuer "$0/ca.pem" \
                -cert "$0/$i.pem" 2>"$0/said"
        done' "$tmp/nginx" "http://127.0.0.1:$port"
    rounds=${ROUNDS:-15}
    kill "$nginx"
    wait "$nginx" || true
else
    echo "bench: nginx or curl is not here: nothing is asked over HTTP" >&2
fi

if command -v valgrind >/dev/null 2>&1; then
    head -n 20000 "$tmp/urls" >"$tmp/few"
    git=$(instructions git --version)
    count 'instructions of `--version`; `git --version`' "$(instructions "$ocspkit" --version)" "$git"
    count 'instructions of `decode -r URL`; `git --version`' \
        "$(instructions "$ocspkit" decode -r "$url")" "$git"
    count 'instructions of 20,000 GET URLs to text; libcrypto' \
        "$(instructions "$ocspkit" decode -i "$tmp/few")" \
        "$(instructions "$bench/peer-libcrypto" requests "$tmp/few")"
else
    echo "bench: valgrind is not here: instructions are not counted" >&2
fi
