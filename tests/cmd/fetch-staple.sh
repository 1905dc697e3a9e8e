#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The recipe of ocspkit-fetch(1) for a server that staples, with nginx: its configuration and its
# command, taken from the page; what a client gets that asks for the staple.

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

# What the page has, with our directory in place of /etc/nginx, and our nginx.
man=$srcdir/man/ocspkit-fetch.1
here="s|/etc/nginx|$tmp/site|g"
stapling=$(sed -n "/^ssl_stapling/{ $here; p; }" "$man")
sed -n "s/^\\$ //; /--staple=\/etc\/nginx/{ $here; p; }" "$man" >"$tmp/recipe"
is "$(printf '%s\n' "$stapling" | wc -l) $(wc -l <"$tmp/recipe")" '2 1' 'the page has a recipe'
cat >"$tmp/bin/nginx" <<END
#!/bin/sh
PATH=\${PATH#*:}
exec nginx -p "$nginx_home" -e "$nginx_home/log" -c "$nginx_home/conf" "\$@"
END
chmod +x "$tmp/bin/nginx"

keep_up() {
    PATH=$tmp/bin:$builddir:$PATH run sh "$tmp/recipe"
}

# stapled: what a client gets, in DER, into the file "stapled"; empty where that is nothing.
stapled() {
    openssl s_client -connect "127.0.0.1:$tls" -status -CAfile "$tmp/ca.pem" \
        </dev/null >"$tmp/client" 2>/dev/null
    sed -n 's/^    This Update: //p' "$tmp/client"
}

# this_update: of the file.
this_update() {
    openssl ocsp -respin "$staple" -noverify -text 2>/dev/null | sed -n 's/^    This Update: //p'
}

# soon WANTED NAME: that is what a client gets, as soon as nginx has seen to it.
soon() {
    for _ in $(seq 50); do
        soon_found=$(stapled)
        [ "$soon_found" = "$1" ] && break
        sleep 0.1
    done
    is "$soon_found" "$1" "$2"
}

# The file comes first: nginx is not there yet, so that the second half of the recipe fails.
respond "$ocsp" ca signer -ndays 3
responder=$!
keep_up
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
first=$(this_update)
soon "$first" 'a client gets what is in the file'
is "$(grep -c 'Cert Status: good' "$tmp/client")" 1 'which says good'

sleep 1.1
keep_up
exits 0 'an hour later'
second=$(this_update)
[ "$second" != "$first" ]
ok $? 'there is a newer one'
soon "$second" 'a client gets that'

# What is no good one leaves everything as it was.
kill "$responder"
wait "$responder" 2>/dev/null
keep_up
exits 3 'no answer'
: >"$tmp/ca.txt"
entry ca R 1000 250101000000Z,superseded
respond "$ocsp" ca signer -ndays 3
keep_up
exits 1 'revoked'
is "$(this_update) $(stapled)" "$second $second" 'the old one stays, and is stapled'

tap_done
