#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit-http by itself, against a server that does everything wrong, and against nginx.

. "${srcdir:-.}/tests/tap.sh"

http=$builddir/ocspkit-http
frames=$srcdir/tests/server/frames.pl
. "$srcdir/tests/server/loopback.sh"
. "$srcdir/tests/server/nginx.sh"
. "$srcdir/tests/server/start.sh"

mkdir "$tmp/files"
perl -e 'print pack "C*", map { $_ * 7 % 256 } 1 .. 1500' >"$tmp/files/a.ocsp"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -days 2 -keyout "$tmp/key" -out "$tmp/cert" 2>/dev/null

serve "$tmp/files" "$tmp/cert" "$tmp/key"

# ask OPTION...: the requests in the file "requests"; the answers, a line each, with the ports and
# the URL made the same everywhere, in "answers".
ask() {
    perl "$frames" build <"$tmp/requests" >"$tmp/frames"
    run "$http" "$@" <"$tmp/frames"
    perl "$frames" show <"$out" | sed -e "s/:$port\\b/:P/g; s/:$other\\b/:Q/g; s/:$tls\\b/:T/g" \
        -e 's/ $//' >"$tmp/answers"
}

# answers NAME OPTION...: asks, and compares with standard input.
answers() {
    answers_name=$1
    shift
    cat >"$tmp/wanted"
    ask "$@"
    exits 0 "$answers_name: ends well"
    same "$tmp/answers" "$tmp/wanted" "$answers_name"
}

# --- each fault: what comes of it, and in what time. All are asked at once. A "-" is the URL asked.

sed '/^#/d; /^$/d' "$srcdir/tests/server/faults.txt" >"$tmp/faults"
# Texts of the library that have a number of ours in them, or that its versions say otherwise
cat >"$tmp/same.sed" <<'END'
s/\(time-out .* Operation timed out\).*/\1/
s/\(at most 2048 bytes, found\) .*/\1 LENGTH/
s/ 200 [1-9][0-9]\{0,2\} \(.*gzipped\)/ 200 SHORTER \1/
END
sed "s#^\\([^ ]*\\) .*#$url/\\1/a.ocsp#" "$tmp/faults" >"$tmp/requests"
awk '{ if ($5 == "-") $5 = "http://127.0.0.1:P/" $1 "/a.ocsp"; $1 = NR; print }' \
    "$tmp/faults" >"$tmp/wanted"
before=$(date +%s)
ask --jobs=128 --per-host=128
after=$(date +%s)
exits 0 'a run through all faults ends well'
[ $((after - before)) -le 5 ]
ok $? 'and in time'
sed -f "$tmp/same.sed" "$tmp/answers" >"$tmp/found"
while read -r fault wanted; do
    id=${id:-0}
    id=$((id + 1))
    is "$(sed -n "s/^$id //p" "$tmp/found")" "$(sed -n "s/^$id //p" "$tmp/wanted")" \
        "${fault}: ${wanted%% *}"
done <"$tmp/faults"

cat >"$tmp/requests" <<END
$url/later-1/a.ocsp
$url/busy-1/a.ocsp
$url/dropping-1/a.ocsp
END
ask
is "$(cut -d ' ' -f 2-4 "$tmp/answers" | sort | uniq -c | tr -s ' ')" ' 3 answered 200 1500' \
    'what failed once is good the second time'

# --- the message

printf '%s\n' "$url/good/a.ocsp" "$url/chunked/a.ocsp" "$url/status-429/a.ocsp" >"$tmp/requests"
ask --jobs=1
tail -c 1500 "$out" | cmp -s - "$tmp/files/a.ocsp"
ok $? 'the body comes as it was'
tr '\200-\377\0' '[\n*]' <"$out" >"$tmp/lines"
is "$(grep -c 'HTTP/1.1 [24][0-9]* [A-Z]' "$tmp/lines")" 3 'with the status line'
is "$(grep -c '^Retry-After: 1' "$tmp/lines")" 1 'and the fields'
is "$(grep -ic '^Transfer-Encoding' "$tmp/lines")" 0 'but not that of a coding that was undone'
is "$(grep -c "answer [0-9]* answered .* 127\\.0\\.0\\.1:$port\$" "$tmp/lines")" 3 \
    'says who answered'

# --- the request

SHOW=1
export SHOW
cat >"$tmp/requests" <<END
$url/echo?a=%2F
$url/echo method=POST body=some_body field=Content-Type:_application/ocsp-request field=Accept:_x/y
$url/redirect-port/a.ocsp field=X-Mine:_secret
$url/redirect-302/a.ocsp method=POST body=b field=X-Mine:_secret field=content-type:_a/b
$url/redirect-303/a.ocsp method=POST body=b field=X-Mine:_secret field=accept:_x/y
$url/redirect-echo/a.ocsp method=POST body=b field=X-Mine:_secret
END
ask
unset SHOW
agent=$("$ocspkit" --version | tr ' ' /)
# echoed ID: the request that was made, its lines joined by "|".
echoed() {
    sed -n "s/^$1 answered 200 [0-9]* [^ ]* .*||\\([GP][EO]\\)/\\1/p" "$tmp/answers"
}
is "$(echoed 1)" "GET /echo?a=%2F HTTP/1.1|Host: 127.0.0.1:P|User-Agent: $agent|Accept: */*" \
    'a GET, without cookies, codings or credentials'
is "$(echoed 2)" "POST /echo HTTP/1.1|Host: 127.0.0.1:P|User-Agent: $agent|Content-Type: \
application/ocsp-request|Accept: x/y|Content-Length: 9||some body" 'a POST'
is "$(echoed 4)" "POST /echo HTTP/1.1|Host: 127.0.0.1:Q|User-Agent: $agent|Accept: */*|\
content-type: a/b|Content-Length: 1||b" 'redirected it is still one, but for fields of our own'
is "$(echoed 5)" "GET /echo HTTP/1.1|Host: 127.0.0.1:Q|User-Agent: $agent|accept: x/y" \
    'with status 303 it is not'
is "$(echoed 6 | tr '|' '\n' | grep -c secret)" 0 'nothing of ours is told to another host'

# --- what is not asked

long=$url/$(printf '%02100d' 0)
printf '%s\n' "$long" "ftp://127.0.0.1/" "http://a:b@127.0.0.1:$port/good/a.ocsp" \
    "http://127.1:$port/good/a.ocsp" 'http://nowhere.invalid/' 'http://127.0.0.1:1/' \
    >"$tmp/requests"
ask
is "$(cut -d ' ' -f 2 "$tmp/answers" | tr '\n' ' ')" \
    'url-refused url-refused url-refused url-refused resolve connect ' 'URLs that are not asked'
is "$(sed -n 's/^2 //p' "$tmp/answers")" \
    "url-refused 0 0 ftp://127.0.0.1/ expected a URL with http:// or https://, found \
'ftp://127.0.0.1/'" 'and what is said of them'

printf '%s\n' "$url/good/a.ocsp" "http://localhost:$port/good/a.ocsp" 'http://10.0.0.1/' \
    'http://169.254.169.254/' "http://[::ffff:127.0.0.1]:$port/" 'http://[64:ff9b::7f00:1]/' \
    >"$tmp/requests"
answers '--public-only' --public-only <<'END'
1 address-refused 0 0 http://127.0.0.1:P/good/a.ocsp expected a public address, found a loopback one
2 address-refused 0 0 http://localhost:P/good/a.ocsp expected a public address, found a loopback one
3 address-refused 0 0 http://10.0.0.1/ expected a public address, found a private one
4 address-refused 0 0 http://169.254.169.254/ expected a public address, found a link-local one
5 address-refused 0 0 http://[::ffff:127.0.0.1]:P/ expected a public address, found a loopback one
6 address-refused 0 0 http://[64:ff9b::7f00:1]/ expected a public address, found a loopback one
END

printf '%s\n' "http://localhost:$port/good/a.ocsp" >"$tmp/requests"
ask -4
is "$(cut -d ' ' -f 1-4 "$tmp/answers")" '1 answered 200 1500' '-4'
printf '%s\n' "http://127.0.0.1:$port/good/a.ocsp" >"$tmp/requests"
ask -6
is "$(grep -c answered "$tmp/answers")" 0 '-6'

# --- TLS

printf '%s\n' "https://localhost:$tls/good/a.ocsp" "https://127.0.0.1:$tls/good/a.ocsp" \
    >"$tmp/requests"
ask
is "$(cut -d ' ' -f 1-3 "$tmp/answers" | tr '\n' ' ')" '1 tls 0 2 tls 0 ' \
    'a certificate of nobody that is known'
SSL_CERT_FILE=$tmp/cert
export SSL_CERT_FILE
ask
is "$(cut -d ' ' -f 1-3 "$tmp/answers" | tr '\n' ' ')" '1 answered 200 2 tls 0 ' \
    'one that is, and of another host'
unset SSL_CERT_FILE
# --- proxies

printf '%s\n' 'http://responder.invalid/good/a.ocsp' "$url/good/a.ocsp" \
    'https://responder.invalid/' >"$tmp/requests"
# proxied NAME WANTED OPTION...: what came of the three.
proxied() {
    proxied_name=$1 proxied_wanted=$2
    shift 2
    ask "$@"
    is "$(cut -d ' ' -f 2 "$tmp/answers" | tr '\n' ' ')" "$proxied_wanted " "$proxied_name"
}
proxied 'no proxy' 'resolve answered resolve'
proxied '--proxy' 'answered answered proxy' --proxy="$url"
proxied '--proxy goes with --public-only' 'answered address-refused proxy' --proxy="$url" \
    --public-only
proxied 'a proxy that is not there' 'proxy proxy proxy' --proxy=http://127.0.0.1:1
http_proxy=$url
export http_proxy
proxied 'http_proxy' 'answered answered resolve'
proxied 'an empty --proxy' 'resolve answered resolve' --proxy=
unset http_proxy
all_proxy=http://127.0.0.1:1
export all_proxy
proxied 'all_proxy' 'proxy proxy proxy'
for no_proxy in 'a.example, .invalid,127.0.0.0/8' '*' 'Responder.INVALID. 127.0.0.1'; do
    export no_proxy
    proxied "no_proxy='$no_proxy'" 'resolve answered resolve'
done
no_proxy=nder.invalid,127.0.0.2,127.1.0.0/16,127.0.0.1/,127.0.0.1/x,127.0.0.1/33
proxied "no_proxy='$no_proxy'" 'proxy proxy proxy'
unset all_proxy no_proxy

printf '%s\n' "https://localhost:$tls/good/a.ocsp" "https://127.0.0.1:$tls/good/a.ocsp" \
    >"$tmp/requests"
SSL_CERT_FILE=$tmp/cert
export SSL_CERT_FILE
ask --proxy="$url"
is "$(cut -d ' ' -f 2-4 "$tmp/answers" | tr '\n' ' ')" 'answered 200 1500 tls 0 0 ' \
    'TLS through a proxy is verified all the same'
is "$(grep -ac X-Tunnel "$out")" 0 "what the proxy says is not the server's answer"
unset SSL_CERT_FILE

# A proxy stands for public addresses: from there nothing leads to others.
printf '%s\n' 'http://responder.invalid/redirect-relative/a.ocsp' \
    'http://responder.invalid/redirect-port/a.ocsp' >"$tmp/requests"
for no_proxy in 127.0.0.1 ''; do
    export no_proxy
    ask --proxy="$url"
    is "$(sed -n 's/^1 //p' "$tmp/answers")" \
        'answered 200 1500 http://responder.invalid/good/a.ocsp' \
        "a redirection with a proxy, no_proxy='$no_proxy'"
    is "$(sed -n 's/^2 //p' "$tmp/answers")" "redirect-refused 0 0 http://127.0.0.1:Q/good/a.ocsp \
expected a redirection to stay at public addresses, found a loopback one" 'and one to loopback'
done
unset no_proxy

# --- many

# connections OPTION...: what 200 requests take: at the same time at most, and in all.
connections() {
    printf '%s\n' "http://127.0.0.1:$other/connections" >"$tmp/requests"
    ask
    yes "$url/good/a.ocsp" | head -n 200 >"$tmp/requests"
    ask "$@"
    is "$(cut -d ' ' -f 2-4 "$tmp/answers" | sort | uniq -c | tr -s ' ')" \
        ' 200 answered 200 1500' "200 at once, ${*:-as usual}"
    printf '%s\n' "http://127.0.0.1:$other/connections" >"$tmp/requests"
    SHOW=1
    export SHOW
    ask
    unset SHOW
    count=$(sed 's/.*|//' "$tmp/answers")
}
connections
is "${count% *}" 4 'four connections to a host'
[ "${count#* }" -le 6 ]
ok $? 'and they are used again' || note "$count"
connections --per-host=1
is "${count% *}" 1 '--per-host=1: one connection'
connections --per-host=100 --jobs=10
[ "${count% *}" -le 10 ]
ok $? '--jobs=10: ten exchanges at a time' || note "$count"

# A body that the status does not have is not the answer to what is asked next.
yes "$url/status-204/a.ocsp
$url/good/a.ocsp" | head -n 400 >"$tmp/requests"
ask --per-host=1
is "$(cut -d ' ' -f 2-4 "$tmp/answers" | sort | uniq -c | tr -s ' \n' ' ')" \
    ' 200 answered 200 1500 200 answered 204 0 ' 'nothing of one answer is taken for the next'

# Eight wait for one that is silent; the others do not wait for them.
{
    yes "$url/silence/a.ocsp timeout=300" | head -n 8
    printf '%s\n' "http://127.0.0.1:$other/good/a.ocsp"
} >"$tmp/requests"
ask
is "$(grep -a '^answer' "$out" | head -n 1 | cut -d ' ' -f 2-3)" '9 answered' \
    'a silent host holds up nobody else'
is "$(cut -d ' ' -f 2 "$tmp/answers" | sort | uniq -c | tr -s ' \n' ' ')" \
    ' 1 answered 8 time-out ' 'each waits for its own time from when it starts'

# --- what is no request

# wrong TEXT FRAMES: refused, and what is said.
wrong() {
    printf '%b' "$2" >"$tmp/frames"
    run "$http" <"$tmp/frames"
    exits 2
    is "$(cat "$err")" "ocspkit: http: $1" "says: $1"
}
wrong "expected the word request in the frame, found 'GET / HTTP/1.1'" 'GET / HTTP/1.1\n'
wrong 'expected a whole request, found the end of input' 'request 1 GET 5 0 0 0 0 0\nhttp'
wrong 'expected a whole request, found the end of input' 'request 1 GET'
run "$http" request
exits 2
is "$(cat "$err")" "ocspkit: http: expected requests on standard input, found 'request'" \
    'no arguments'
run "$http" --jobs=1025
exits 2
is "$(cat "$err")" 'ocspkit: http: --jobs: expected a number from 1 to 1024, found 1025' \
    'too many jobs'
run "$http" --per-host=0
exits 2
run "$http" -4 -6
exits 2
run "$http"
exits 0 'nothing to ask'
is "$(cat "$out" "$err")" '' 'is nothing to say'

# --- another program in its place, as the man page shows one

awk '/^#!/ { example = 1 } /^\.Ed/ { example = 0 } example { gsub(/\\e/, "\\"); print }' \
    "$srcdir/man/ocspkit-http.8" >"$tmp/other"
printf '%s\n' "$url/good/a.ocsp" 'http://x/ field=A:_b body=c method=POST' >"$tmp/requests"
perl "$frames" build <"$tmp/requests" >"$tmp/frames"
run sh "$tmp/other" <"$tmp/frames"
is "$(perl "$frames" show <"$out")" '1 connect 0 0 - not here
2 connect 0 0 - not here' 'the example of the man page'

# --- nginx

if have_nginx; then
    ports free
    start_nginx <<END
    types { application/ocsp-response ocsp; }
    server {
        listen 127.0.0.1:$free;
        root $tmp/files;
        location /good { proxy_pass $url; }
    }
END
    { yes "http://127.0.0.1:$free/a.ocsp" | head -n 500; } >"$tmp/requests"
    ask --per-host=64
    is "$(cut -d ' ' -f 2-4 "$tmp/answers" | sort | uniq -c | tr -s ' ')" \
        ' 500 answered 200 1500' '500 from nginx'
    printf '%s\n' 'http://responder.invalid/good/a.ocsp' 'http://responder.invalid/b' \
        >"$tmp/requests"
    ask --proxy="http://127.0.0.1:$free"
    is "$(cut -d ' ' -f 2-3 "$tmp/answers" | tr '\n' ' ')" 'answered 200 answered 404 ' \
        'nginx as a proxy'
    stop_all
else
    skip 2 'nginx is not here'
fi

served
is "$(cat "$tmp/server.log")" '' 'the server has nothing to complain about'

tap_done
