#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch and a real web server: answers that a CA has made in advance and nginx serves at their URLs
# as files, CRLs and issuers beside them; nginx as a proxy and as a cache.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/server/loopback.sh"
. "$srcdir/tests/server/nginx.sh"

have_nginx || skip_all 'nginx is not here'
unset http_proxy all_proxy no_proxy HTTP_PROXY ALL_PROXY NO_PROXY
SSL_CERT_FILE=$fixtures/ec-root.pem
export SSL_CERT_FILE

at=2018-01-14T20:00:00Z
ports web decoding mapped proxy cache

# request_path CERTIFICATE OPTION...: the request about it as openssl makes it, in base64.
request_path() {
    request_cert=$1
    shift
    openssl ocsp "$@" -issuer "$fixtures/intermediate.pem" -cert "$request_cert" -no_nonce \
        -reqout "$tmp/request.der" && openssl base64 -A -in "$tmp/request.der"
}

# escaped TEXT: as it stands in a URL.
escaped() {
    printf '%s' "$1" | sed 's|+|%2B|g; s|/|%2F|g; s|=|%3D|g'
}

# A certificate whose request has two slashes side by side in base64, and the answer about it; the
# part of a CRL in which leaf-second-point stands.
FIXTURES=$fixtures KEYS=$srcdir/tests/data/keys WORK=$tmp perl -I"$srcdir/tests/data" -Mder -Mpkix \
    -e 'sub put { open my $f, ">:raw", $_[0] or die; print {$f} $_[1]; close $f }
    my $serial = integer("7EFFFFFFFFFBEFBEFBEFBE");
    put("$ENV{WORK}/slashes.der", certificate(serial => $serial));
    put("$ENV{WORK}/slashes.ocsp",
        response(list => [single(cert_id => cert_id(serial => $serial))]));
    my $point = explicit(0, explicit(0, implicit(6, "http://crl.example.test/issuing.crl")));
    put("$ENV{WORK}/part.der", crl(list => seq(crl_entry("3016", utc("180109120000Z"))),
        extensions => [extension(issuingDistributionPoint => seq($point), boolean(1))]))' || exit 99
slashes=$(request_path "$tmp/slashes.der")
mkdir "$tmp/answers" "$nginx_home"
cp "$tmp/slashes.ocsp" "$tmp/answers/1"

# $tmp/web has a directory for each host; what is in $tmp/wrong comes with a wrong type.
start_nginx <<END
    types {
        application/pkix-crl crl;
        application/pkix-cert der;
        application/pkcs7-mime p7c;
    }
    default_type application/ocsp-response;
    gzip on;
    gzip_types *;
    gzip_min_length 1;
    gzip_proxied any;
    map_hash_bucket_size 512;
    map \$request_uri \$answer { /$(escaped "$slashes") 1; }
    proxy_cache_path $nginx_home/cache keys_zone=answers:1m;
    proxy_set_header Host \$host;

    server {
        listen 127.0.0.1:$web;
        merge_slashes off;
        add_header Cache-Control 'max-age=86400, public, no-transform, must-revalidate';
        root $tmp/web/\$host;
        location / { try_files \$uri @wrong; }
        location @wrong {
            types { }
            default_type text/html;
            root $tmp/wrong/\$host;
        }
    }
    server {
        listen 127.0.0.1:$decoding;
        location / { proxy_pass http://127.0.0.1:$mapped/; }
    }
    server {
        listen 127.0.0.1:$mapped;
        root $tmp/answers;
        location / { try_files /\$answer =404; }
    }
    server {
        listen 127.0.0.1:$proxy;
        add_header Via '1.1 proxy';
        location / { proxy_pass http://127.0.0.1:$web\$request_uri; }
    }
    server {
        listen 127.0.0.1:$cache;
        proxy_cache answers;
        add_header X-Cache \$upstream_cache_status;
        location / { proxy_pass http://127.0.0.1:$web\$request_uri; }
    }
END

# lay DIRECTORY FILE PATH: that file there, which nginx finds as it undoes the escapes.
lay() {
    mkdir -p "$(dirname "$tmp/$1/$3")"
    cp "$2" "$tmp/$1/$3"
}

# lay_answer NAME DIRECTORY [OPTION...]: the fixture at the path of the request about the leaf.
lay_answer() {
    answer_name=$1 answer_directory=$2
    shift 2
    lay "$answer_directory" "$fixtures/response-$answer_name.der" \
        "ocsp.example.test/issuing/$(request_path "$fixtures/leaf.pem" "$@")"
}

# clean: nothing is served any more.
clean() {
    rm -rf "$tmp/web" "$tmp/wrong" "$nginx_home/cache"
    mkdir -p "$tmp/web/ocsp.example.test" "$nginx_home/cache"
    ln -s ocsp.example.test "$tmp/web/127.0.0.1"
    : >"$nginx_log"
}

# fetches OPTION...: what comes of the leaf.
fetches() {
    run "$ocspkit" fetch --at="$at" --retries=0 --timeout=5s "$@" "$fixtures/leaf.pem"
}

# came STATUS WORDS NAME: the last run's exit status, and the fields it wrote, blanks between them.
came() {
    exits "$1" "$3"
    is "$(tr '\t' ' ' <"$out" | sed 's/ *$//')" "$2" "$3: $2"
}

# judged STATUS WORDS NAME OPTION...: through the proxy, its issuer at hand.
judged() {
    judged_status=$1 judged_words=$2 judged_name=$3
    shift 3
    fetches --proxy="http://127.0.0.1:$proxy" --issuer="$fixtures/intermediate.pem" \
        --fields=status,decidedBy,reason "$@"
    came "$judged_status" "$judged_words" "$judged_name"
}

# asked: what was asked, a line each: the method, the host and the status that came.
asked() {
    grep "^$1 " "$nginx_log" | sed 's|^[0-9]* \([A-Z]*\) http://\([^/]*\)/.* \([0-9]*\)$|\1 \2 \3|'
}

# --- answers made in advance

while read -r name wanted words; do
    clean
    lay_answer "$name" web
    judged "$wanted" "$words" "response-$name"
done <<'END'
delegated 0 good ocsp
by-name 0 good ocsp
revoked 1 revoked ocsp revoked
unknown 3 unknown ocsp status-unknown
stale 3 undetermined  next-update-past
old 3 undetermined  too-old
future 3 undetermined  this-update-future
other-serial 3 undetermined  certificate-not-covered
forged 3 undetermined  signature-invalid
unauthorized 3 undetermined  responder-unauthorized
try-later 3 undetermined  responder-try-later
END

# What was said to be asked, and what came.
clean
lay_answer delegated web
fetches -v --issuer="$fixtures/intermediate.pem" --proxy="http://127.0.0.1:$proxy"
exits 0
sed -e 's/^\(< 127\.0\.0\.1:[0-9]*\)  [0-9]* ms/\1  N ms/' -e '/^< \(Server\|Date\|Connection\)/d' \
    -e '/^< \(Last-Modified\|ETag\|Accept-Ranges\)/d' "$err" >"$tmp/found"
cat >"$tmp/wanted" <<END
> GET http://ocsp.example.test/issuing/$(escaped "$(request_path "$fixtures/leaf.pem")")
> Accept: application/ocsp-response
< 127.0.0.1:$proxy  N ms  HTTP/1.1 200 OK  $(wc -c <"$fixtures/response-delegated.der") bytes
< Content-Type: application/ocsp-response
< Content-Length: $(wc -c <"$fixtures/response-delegated.der")
< Cache-Control: max-age=86400, public, no-transform, must-revalidate
< Via: 1.1 proxy
END
same "$tmp/found" "$tmp/wanted" '-v shows the exchange, and nothing compressed'

# Files are there for GET alone, and for the request that was foreseen.
for options in --method=post --nonce; do
    : >"$nginx_log"
    # shellcheck disable=SC2086
    judged 3 'undetermined  network-failure' "no file with $options" --get=ocsp $options
    is "$(asked "$proxy")" 'POST ocsp.example.test 404' 'is asked by POST'
done
judged 3 'undetermined  network-failure' 'no file for a nonce by GET' --get=ocsp --nonce \
    --method=get
clean
judged 3 'expected HTTP status 200\, found HTTP/1.1 404 Not Found' 'which status came is said' \
    --get=ocsp --fields=evidence.detail

# A responder that knows SHA-256 alone has nothing at the other URL, or says that it is not its own.
clean
lay_answer sha256 web -sha256
judged 3 'undetermined  network-failure' 'nothing at the URL with SHA-1' --get=ocsp
judged 0 'good ocsp' 'SHA-256, as was asked for' --certid-hash=sha256
judged 0 'good ocsp' 'SHA-256 first' --profile=lightweight
lay_answer unauthorized web
: >"$nginx_log"
judged 0 'good ocsp' 'SHA-256 where SHA-1 is not its own' --fields=status,decidedBy
is "$(asked "$web" | uniq -c | tr -s ' ')" ' 2 GET ocsp.example.test 200' 'each is asked for'

# As HTML, as many a server calls a file that has no suffix.
clean
lay_answer delegated wrong
judged 3 'undetermined  network-failure' 'an OCSP response of a wrong type'

# --- slashes in the base64, two of them side by side

is "${slashes##*CC37}" '/////++++++++' 'the request has slashes side by side'
clean
lay web "$tmp/slashes.ocsp" "ocsp.example.test/$slashes"
while read -r name wanted words; do
    eval "port=\$$name"
    run "$ocspkit" fetch --at="$at" --issuer="$fixtures/intermediate.pem" --retries=0 \
        --url="http://127.0.0.1:$port/" --fields=status,reason "$tmp/slashes.der"
    came "$wanted" "$words" "slashes, $name"
done <<'END'
web 0 good
mapped 0 good
decoding 3 undetermined network-failure
END

# --- CRLs; no responder answers

# The file, where it is served from, and what comes of it.
while IFS='|' read -r file directory wanted words; do
    clean
    lay "$directory" "$fixtures/$file" crl.example.test/issuing.crl
    judged "$wanted" "$words" "$file from $directory" --fields=status,decidedBy,evidence.reason
    is "$(asked "$web" | sort | uniq -c | tr -s ' \n' ' ')" \
        ' 1 GET crl.example.test 200 1 GET ocsp.example.test 404 ' 'the responder is asked first'
done <<'END'
crl.der|web|0|good crl network-failure
crl.der|wrong|0|good crl network-failure
crl.pem|web|0|good crl network-failure
crl-leaf-revoked.der|web|1|revoked crl network-failure,revoked
crl-leaf-revoked.pem|wrong|1|revoked crl network-failure,revoked
crl-10000.der|web|0|good crl network-failure
crl-scope-point.der|web|0|good crl network-failure
crl-scoped.der|web|0|good crl network-failure
crl-scope-users.der|web|0|good crl network-failure
crl-other-scope.der|web|3|undetermined  network-failure,crl-scope
crl-scope-cas.der|web|3|undetermined  network-failure,crl-scope
crl-stale.der|web|3|undetermined  network-failure,next-update-past
crl-delta.der|web|3|undetermined  network-failure,crl-delta
crl-indirect.der|web|3|undetermined  network-failure,crl-indirect
crl-root.der|web|3|undetermined  network-failure,crl-issuer
crl-namesake.der|web|3|undetermined  network-failure,signature-invalid
leaf.der|web|3|undetermined  network-failure,crl-malformed
END

# What -v says of it: the certificate's sources in turn, the URL of each as it is asked.
clean
lay web "$fixtures/crl.der" crl.example.test/issuing.crl
fetches -v --issuer="$fixtures/intermediate.pem" --proxy="http://127.0.0.1:$proxy"
exits 0
sed -n -e 's/  [0-9]* ms  /  N ms  /' -e '/^> GET/p' -e 's/\(404 Not Found\).*/\1/' \
    -e '/ N ms /p' "$err" >"$tmp/found"
cat >"$tmp/wanted" <<END
> GET http://ocsp.example.test/issuing/$(escaped "$(request_path "$fixtures/leaf.pem")")
< 127.0.0.1:$proxy  N ms  HTTP/1.1 404 Not Found
> GET http://crl.example.test/issuing.crl
< 127.0.0.1:$proxy  N ms  HTTP/1.1 200 OK  $(wc -c <"$fixtures/crl.der") bytes
END
same "$tmp/found" "$tmp/wanted" '-v shows what was asked instead'

# A CA that divides its list: what is at the first and at the second URL of a certificate.
cp "$fixtures/crl-scope-point.der" "$fixtures/crl-other-scope.der" "$tmp"
crls=http://crl.example.test
while IFS='|' read -r first second wanted words; do
    clean
    [ "$first" = none ] || lay web "$tmp/$first.der" crl.example.test/first.crl
    [ "$second" = none ] || lay web "$tmp/$second.der" crl.example.test/issuing.crl
    run "$ocspkit" fetch --at="$at" --proxy="http://127.0.0.1:$proxy" \
        --issuer="$fixtures/intermediate.pem" --fields=status,evidence.url,evidence.reason \
        "$fixtures/leaf-second-point.der"
    came "$wanted" "$words" "$first, then $second"
done <<END
none|crl-scope-point|0|good $crls/first.crl,$crls/issuing.crl network-failure
crl-other-scope|crl-scope-point|0|good $crls/first.crl,$crls/issuing.crl crl-scope
crl-other-scope|part|1|revoked $crls/first.crl,$crls/issuing.crl crl-scope,revoked
crl-other-scope|crl-other-scope|3|undetermined $crls/first.crl,$crls/issuing.crl crl-scope,crl-scope
part|crl-scope-point|1|revoked $crls/first.crl revoked
crl-scope-point|none|0|good $crls/first.crl
END

# --- the issuer

# What is at the caIssuers URL.
while IFS='|' read -r file directory wanted words; do
    clean
    lay_answer delegated web
    lay "$directory" "$fixtures/$file" ca.example.test/issuing.der
    fetches --proxy="http://127.0.0.1:$proxy" --fields=status,reason
    came "$wanted" "$words" "the issuer from $file, $directory"
done <<'END'
intermediate.der|web|0|good
intermediate.der|wrong|0|good
intermediate.pem|web|0|good
pkcs7.der|web|0|good
pkcs7.pem|wrong|0|good
issuers.pem|web|0|good
intermediate-rekeyed.der|web|3|undetermined issuer-not-found
root.der|web|3|undetermined issuer-not-found
crl.der|web|3|undetermined issuer-not-found
END
fetches --proxy="http://127.0.0.1:$proxy" --get=issuer -o "$tmp/issuer.pem"
exits 3 'a CRL is no issuer'
clean
fetches --proxy="http://127.0.0.1:$proxy" --get=issuer -q
exits 3 'nothing where the issuer was'
lay web "$fixtures/pkcs7.der" ca.example.test/issuing.der
fetches --proxy="http://127.0.0.1:$proxy" --get=issuer -q -o "$tmp/issuer.pem"
exits 0
same "$tmp/issuer.pem" "$fixtures/intermediate.pem" 'the issuer of two in a bundle'

# --- proxies

# All that is asked of three hosts.
serve_all() {
    clean
    lay web "$fixtures/intermediate.der" ca.example.test/issuing.der
    lay_answer stale web
    lay web "$fixtures/crl.der" crl.example.test/issuing.crl
}

serve_all
for way in option environment; do
    : >"$nginx_log"
    case $way in
    option) fetches --proxy="http://127.0.0.1:$proxy" --fields=status,evidence.reason ;;
    environment)
        http_proxy=http://127.0.0.1:$proxy
        export http_proxy
        fetches --fields=status,evidence.reason
        ;;
    esac
    came 0 'good next-update-past' "a proxy from the $way"
    is "$(asked "$proxy")" 'GET ca.example.test 200
GET ocsp.example.test 200
GET crl.example.test 200' "the $way: issuer, response and CRL come through it"
done
fetches --proxy= --fields=status,reason --issuer="$fixtures/intermediate.pem"
came 3 'undetermined network-failure' 'an empty --proxy: none'

: >"$nginx_log"
fetches --url="http://127.0.0.1:$web/issuing" --fields=status,evidence.reason
came 0 'good next-update-past' 'an address through http_proxy'
is "$(asked "$proxy" | grep -c 127.0.0.1)" 1 'by way of the proxy'
no_proxy=127.0.0.0/8
export no_proxy
: >"$nginx_log"
fetches --url="http://127.0.0.1:$web/issuing" --fields=status,evidence.reason
came 0 'good next-update-past' 'no_proxy'
is "$(asked "$proxy" | grep -c 127.0.0.1) $(asked "$proxy" | grep -c example.test)" '0 2' \
    'it is asked directly, the others are not'
no_proxy=.example.test
fetches --issuer="$fixtures/intermediate.pem" --fields=status,reason
came 3 'undetermined network-failure' 'no_proxy for hosts that only the proxy knows'
unset http_proxy no_proxy
fetches --issuer="$fixtures/intermediate.pem" --proxy=http://127.0.0.1:1 --fields=status,reason
came 3 'undetermined network-failure' 'a proxy that is not there'

# --- a cache, by which many share an answer (RFC 5019 6)

clean
lay_answer delegated web
for state in MISS HIT HIT; do
    fetches -v --issuer="$fixtures/intermediate.pem" --proxy="http://127.0.0.1:$cache"
    exits 0
    is "$(sed -n 's/^< X-Cache: //p' "$err")" "$state" "the cache: $state"
done
is "$(asked "$web" | wc -l)" 1 'the responder is asked once'
lay_answer stale web
fetches --issuer="$fixtures/intermediate.pem" --proxy="http://127.0.0.1:$cache" \
    --at=2018-01-19T00:00:00Z --fields=status,evidence.reason
came 3 'undetermined next-update-past,network-failure' 'a cache that has kept it for too long'

tap_done
