#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch and the ways to a server, which is nginx: IPv4 and IPv6, TLS, redirections, an address that
# only some may reach, and a server that is busy.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/server/loopback.sh"
. "$srcdir/tests/server/nginx.sh"

have_nginx || skip_all 'nginx is not here'
unset http_proxy https_proxy all_proxy no_proxy HTTPS_PROXY ALL_PROXY NO_PROXY

at=2018-01-14T20:00:00Z
ports web tls
mkdir "$tmp/web"
cp "$fixtures/response-delegated.der" "$tmp/web/answer"
cp "$fixtures/crl.der" "$tmp/web/issuing.crl"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -days 2 -keyout "$tmp/tls.key" -out "$tmp/tls.pem" \
    2>/dev/null
six=
if perl -MIO::Socket::IP -e 'exit !IO::Socket::IP->new(LocalAddr => "::1", Listen => 1)'; then
    six="listen [::1]:$web;"
fi

# Whatever is asked below /ocsp/ is answered with the same file.
start_nginx <<END
    default_type application/ocsp-response;
    limit_req_zone \$server_addr zone=slow:1m rate=30r/m;
    server {
        listen 127.0.0.1:$web;
        listen 127.0.0.1:$tls ssl;
        $six
        ssl_certificate $tmp/tls.pem;
        ssl_certificate_key $tmp/tls.key;
        root $tmp/web;
        location /ocsp/ { rewrite ^ /answer break; }
        location /busy/ {
            limit_req zone=slow;
            limit_req_status 429;
            add_header Retry-After 2 always;
            rewrite ^ /answer break;
        }
        location /301/ { return 301 http://127.0.0.1:$web/ocsp/x; }
        location /302/ { return 302 /ocsp/x; }
        location /307/ { return 307 http://127.0.0.1:$web/301/x; }
        location /308/ { return 308 http://localhost:$web/ocsp/x; }
        location /up/ { return 301 https://localhost:$tls/ocsp/x; }
        location /down/ { return 301 http://127.0.0.1:$web/ocsp/x; }
        location /again/ { return 301 /again/; }
        location /away/ { return 301 http://169.254.169.254/latest/meta-data/; }
        location /hidden/ { deny all; }
        location /gone/ { return 410; }
        location /nothing/ { return 204; }
        location /hang-up/ { return 444; }
    }
END

# judged STATUS WORDS NAME URL OPTION...: what the response there comes to.
judged() {
    judged_status=$1 judged_words=$2 judged_name=$3 judged_url=$4
    shift 4
    run "$ocspkit" fetch --at="$at" --get=ocsp --issuer="$fixtures/intermediate.pem" --timeout=5s \
        --retries=0 --url="$judged_url" --fields=status,reason "$@" "$fixtures/leaf.pem"
    exits "$judged_status" "$judged_name"
    is "$(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$judged_words" "$judged_name: $judged_words"
}

good() {
    judged 0 good "$@"
}

bad() {
    judged 3 'undetermined network-failure' "$@"
}

# --- addresses

good 'an IPv4 address' "http://127.0.0.1:$web/ocsp/"
good 'a name' "http://localhost:$web/ocsp/"
good 'a name, over IPv4' "http://localhost:$web/ocsp/" -4
bad 'an IPv4 address, over IPv6' "http://127.0.0.1:$web/ocsp/" -6
if [ -n "$six" ]; then
    good 'an IPv6 address' "http://[::1]:$web/ocsp/"
    good 'an IPv6 address, over IPv6' "http://[::1]:$web/ocsp/" -6 -v
    is "$(sed -n 's/^< \([^ ]*\)  .*/\1/p' "$err")" "[::1]:$web" '-v shows which it was'
    bad 'an IPv6 address, over IPv4' "http://[::1]:$web/ocsp/" -4
    bad 'an IPv6 address that is not public' "http://[::1]:$web/ocsp/" --public-only
else
    skip 9 'no IPv6 here'
fi
bad 'a name that is not public' "http://localhost:$web/ocsp/" --public-only
bad 'nothing listens there' 'http://127.0.0.1:1/'

# --- TLS

bad 'TLS with a certificate of nobody that is known' "https://localhost:$tls/ocsp/"
cat "$fixtures/ec-root.pem" "$tmp/tls.pem" >"$tmp/store.pem"
SSL_CERT_FILE=$tmp/store.pem
export SSL_CERT_FILE
good 'TLS with one that is known' "https://localhost:$tls/ocsp/"
bad 'TLS with one of another host' "https://127.0.0.1:$tls/ocsp/"
bad 'TLS where there is none' "https://localhost:$web/ocsp/"
bad 'none where there is TLS' "http://localhost:$tls/ocsp/"

# --- redirections

for code in 301 302 307 308; do
    good "status $code" "http://127.0.0.1:$web/$code/"
done
good 'from http to https' "http://127.0.0.1:$web/up/"
good 'from https to http' "https://localhost:$tls/down/"
bad 'round and round' "http://127.0.0.1:$web/again/"
bad 'to a link-local address' "http://127.0.0.1:$web/away/"

# --- refused

bad 'status 403' "http://127.0.0.1:$web/hidden/"
bad 'status 410' "http://127.0.0.1:$web/gone/"
bad 'status 204' "http://127.0.0.1:$web/nothing/"
bad 'no answer at all' "http://127.0.0.1:$web/hang-up/"

# The first is answered; the next one waits for as long as the server says.
good 'a server that is not busy' "http://127.0.0.1:$web/busy/"
bad 'a busy one' "http://127.0.0.1:$web/busy/"
: >"$nginx_log"
good 'a busy one, asked again' "http://127.0.0.1:$web/busy/" --retries=2
is "$(sed 's/.* //' "$nginx_log" | tr '\n' ' ')" '429 200 ' 'when it says'

tap_done
