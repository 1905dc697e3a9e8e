#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The recipes of ocspkit-fetch(1) for a server that staples, with nginx and haproxy: what the page
# has is run, and a client looks at what it gets.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/responder.sh"
. "$srcdir/tests/server/nginx.sh"

have_nginx || skip_all 'nginx is not here'
unset http_proxy all_proxy HTTP_PROXY ALL_PROXY

ports ocsp tls
authority ca 'Test CA'
issue signer ca 0F 'extendedKeyUsage=OCSPSigning noCheck=ignored'
issue leaf ca 1000 "authorityInfoAccess=OCSP;URI:http://127.0.0.1:$ocsp"
entry ca V 1000
mkdir "$tmp/site" "$tmp/bin"
cat "$tmp/leaf.pem" "$tmp/ca.pem" >"$tmp/site/site.pem"
staple=$tmp/site/site.ocsp

# recipe DIRECTORY: the page's command for the file in that directory, with ours in its place; the
# socket of haproxy is ours too.
recipe() {
    awk -v "wanted=--staple=$1" '/^\$ / && index($0, wanted) { on = 1 }
        on { more = sub(/\\e$/, "\\"); sub(/^\$ /, ""); print; on = more }' \
        "$srcdir/man/ocspkit-fetch.1" | sed "s|$1|$tmp/site|g; s|/run/haproxy|$tmp|"
}

recipe /etc/nginx >"$tmp/nginx.sh"
stapling=$(sed -n "/^ssl_stapling/s|/etc/nginx|$tmp/site|p; /^ssl_stapling on/p" \
    "$srcdir/man/ocspkit-fetch.1")
is "$(printf '%s\n' "$stapling" | wc -l) $(wc -l <"$tmp/nginx.sh")" '2 1' 'the page has a recipe'
cat >"$tmp/bin/nginx" <<END
#!/bin/sh
PATH=\${PATH#*:}
exec nginx -p "$nginx_home" -e "$nginx_home/log" -c "$nginx_home/conf" "\$@"
END
chmod +x "$tmp/bin/nginx"

# keep_up SERVER: what cron would run.
keep_up() {
    PATH=$tmp/bin:$builddir:$PATH run sh "$tmp/$1.sh"
}

# stapled PORT: thisUpdate of what a client gets there; empty where that is nothing.
stapled() {
    openssl s_client -connect "127.0.0.1:$1" -status -CAfile "$tmp/ca.pem" \
        </dev/null >"$tmp/client" 2>/dev/null
    sed -n 's/^    This Update: //p' "$tmp/client"
}

# this_update FILE
this_update() {
    openssl ocsp -respin "$1" -noverify -text 2>/dev/null | sed -n 's/^    This Update: //p'
}

# soon WANTED NAME [PORT]: that is what a client gets, as soon as the server has seen to it.
soon() {
    for _ in $(seq 50); do
        soon_found=$(stapled "${3:-$tls}")
        [ "$soon_found" = "$1" ] && break
        sleep 0.1
    done
    is "$soon_found" "$1" "$2"
}

# --- nginx

# The file comes first: nginx is not there yet, so that the second half of the recipe fails.
respond "$ocsp" ca signer -ndays 3
responder=$!
keep_up nginx
[ -s "$staple" ]
ok $? 'the file comes before the server'
openssl ocsp -respin "$staple" -issuer "$tmp/ca.pem" -cert "$tmp/leaf.pem" -CAfile "$tmp/ca.pem" \
    >"$tmp/verified" 2>&1
grep -q 'verify OK' "$tmp/verified" && grep -q 'leaf.pem: good' "$tmp/verified"
ok $? 'openssl verifies it' || note "$(cat "$tmp/verified")"
start_nginx <<END
    server {
        listen 127.0.0.1:$tls ssl;
        ssl_certificate $tmp/site/site.pem;
        ssl_certificate_key $tmp/key.key;
        $stapling
    }
END
first=$(this_update "$staple")
soon "$first" 'a client gets what is in the file'
is "$(grep -c 'Cert Status: good' "$tmp/client")" 1 'which says good'

sleep 1.1
keep_up nginx
exits 0 'an hour later'
second=$(this_update "$staple")
[ "$second" != "$first" ]
ok $? 'there is a newer one'
soon "$second" 'a client gets that'

# --- haproxy, which has to have a file as it starts

if command -v haproxy >/dev/null && command -v socat >/dev/null; then
    ports proxied
    recipe /etc/haproxy >"$tmp/haproxy.sh"
    cat "$tmp/leaf.pem" "$tmp/ca.pem" "$tmp/key.key" >"$tmp/site/site.pem"
    cp "$staple" "$tmp/site/site.pem.ocsp"
    cat >"$tmp/haproxy.cfg" <<END
global
    stats socket $tmp/admin.sock mode 600 level admin
defaults
    mode http
    timeout connect 5s
    timeout client 5s
    timeout server 5s
frontend tls
    bind 127.0.0.1:$proxied ssl crt $tmp/site/site.pem
END
    haproxy -f "$tmp/haproxy.cfg" -db >"$tmp/haproxy.log" 2>&1 &
    started="$started $!"
    awaits "$proxied"
    soon "$second" 'a client of haproxy gets what is in the file' "$proxied"
    sleep 1.1
    keep_up haproxy
    exits 0
    soon "$(this_update "$tmp/site/site.pem.ocsp")" 'and the newer one' "$proxied"
    is "$(cat "$out")" 'OCSP Response updated!' 'haproxy says so'
else
    skip 4 'haproxy and socat are not both here'
fi

# --- what is no good one leaves everything as it was
kill "$responder"
wait "$responder" 2>/dev/null
keep_up nginx
exits 3 'no answer'
: >"$tmp/ca.txt"
entry ca R 1000 250101000000Z,superseded
respond "$ocsp" ca signer -ndays 3
keep_up nginx
exits 1 'revoked'
is "$(this_update "$staple") $(stapled "$tls")" "$second $second" \
    'the old one stays, and is stapled'

tap_done
