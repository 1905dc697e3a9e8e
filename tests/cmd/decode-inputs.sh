#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# ocspkit decode: how inputs come. HTTP messages, lines of logs, GET URLs that were changed on the
# way, hex as other programs show it, what is given by mistake, and lists with --skip-other.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

cp "$fixtures/leaf.der" "$fixtures/leaf.pem" "$fixtures/comodo-request.der" .
raw=$(base64 <comodo-request.der | tr -d '\n')
once=$(printf '%s' "$raw" | sed 's|/|%2F|g; s|+|%2B|g; s|=|%3D|g')
serial=5B25CE6907C4265566D3390C99A954AD
size=$(wc -c <leaf.der)

# The request whose base64 has "//" in it, in a field with another '/'; see the unit test for more.
double=MFMwUTBPME0wSzAJBgUrDgMCGgUABBR+5mrncpqz/PiiIGRsFqEtYHEIXQQUqEpqYwR93brm0Tm3pkVl7/Oo7KECEgO/\
AC2R1FW8hePAj4xp//8Jhw==
double_serial=03BF002D91D455BC85E3C08F8C69FFFF0987
several=$(printf '%s' "$double" | tr -s /)
single=$(printf '%s' "$double" | sed 's|gO/A|gOxA|' | tr -s /)
single_serial=03B1$(printf '%s' "$double_serial" | cut -c 5-)

fields=--fields=type,requestList.reqCert.serialNumber,responder,notes
tab=$(printf '\t')

# gives LINE NAME: the last run read it, as this line.
gives() {
    [ "$status" -eq 0 ] && [ ! -s "$err" ]
    ok $? "$2: read" || note "status $status: $(cat "$err")"
    is "$(cat "$out")" "$1" "$2: as what"
}

# says STATUS TEXT NAME: one diagnostic, with the text in it.
says() {
    exits "$1" "$3: exits $1"
    [ "$(wc -l <"$err")" -eq 1 ] && grep -qF -e "$2" "$err"
    ok $? "$3: says why" || note "wanted: $2" || note "found: $(cat "$err")"
}

# --- log lines: NAME|LINE|RESPONDER

host=http://o.example.test/
front='192.0.2.7 - - [11/Jan/2018:22:44:51 +0000] "GET'
squid='1515710691.123     45 192.0.2.7 TCP_MISS/200 900 GET'
while IFS='|' read -r name line responder; do
    run "$ocspkit" decode "$fields" -- "$line"
    gives "ocspRequest$tab$serial$tab$responder$tab" "$name"
done <<LINES
Apache, common|$front /$once HTTP/1.1" 200 471|/
Apache, combined|$front /a/$once HTTP/1.1" 200 471 "-" "Mozilla/5.0 (X11)"|/a/
nginx|$front /$raw HTTP/1.1" 200 471 "-" "-" "-"|/
with a host|ocsp.example.test:80 $front /$once HTTP/1.1" 200 471|/
Squid|$squid $host$once - HIER_DIRECT/192.0.2.1 application/ocsp-response|$host
IIS|2018-01-11 22:44:51 192.0.2.1 GET /ocsp/$raw - 80 - 192.0.2.7 ocspd/1.0 200 0 0 15|/ocsp/
JSON|{"time": "2018-01-11T22:44:51Z", "method": "GET", "uri": "/$once", "status": 200}|/
logfmt|time=2018-01-11T22:44:51Z method=GET url=$host$once status=200|$host
logfmt, quoted|method=GET url="$host$once" status=200|$host
a key and a path|method=GET path=/a/$once|/a/
a key and a host|method=GET url=o.example.test/$once|o.example.test/
a key behind a slash|GET /proxy?url=$host$once|/proxy?url=$host
a referer behind|$front /$once HTTP/1.1" 200 1 "http://x.example.test/$double" "-"|/
the last of several words|2018-01-11T22:44:51Z GET $host$once|$host
behind a tab|22${tab}$host$once|$host
another URL behind|$host$raw http://x.example.test/$double|$host
another URL behind a tab|$host$raw${tab}http://x.example.test/$double|$host
LINES

# --- what was changed on the way: NAME|URL|SERIAL|NOTE

bare=$(printf '%s' "$double" | tr -d =)
safe=$(printf '%s' "$double" | tr '+/' '-_')
blanks=$(printf '%s' "$double" | tr + ' ')
escaped_blanks=$(printf '%s' "$double" | sed 's/+/%20/g')
base64_of="of the URL's base64"
lost="slashes $base64_of were lost; only one way to put them back gives a request"
while IFS='|' read -r name url number note; do
    run "$ocspkit" decode "$fields" -- "$host$url"
    gives "ocspRequest$tab$number$tab$host$tab$note" "$name"
done <<URLS
nothing|$double|$double_serial|
padding missing|$bare|$double_serial|the padding $base64_of was missing
URL-safe|$safe|$double_serial|the URL's base64 was in the URL-safe alphabet
slashes collapsed|$single|$single_serial|$lost
blanks for +|$blanks|$double_serial|each '+' $base64_of was a blank
escaped blanks for +|$escaped_blanks|$double_serial|each '+' $base64_of was a blank
URLS

for url in "http://o.example.test/$several" "/$several" "/$several/" "/$several?x" \
    "GET /$several HTTP/1.1"; do
    run "$ocspkit" decode -- "$url"
    says 2 "expected one way to put back 1 '/' that was lost, found 2: \
$(printf '%s' "$several" | sed 's|gO/|gO//|'), $double" 'several readings'
done
run "$ocspkit" decode -r "$several"
says 2 "found 2: " 'several readings, -r'

# --- hex as other programs show it

"$ocspkit" decode leaf.der >want
cat >perl-dumps <<'PERL'
my ($form, $file) = @ARGV;
open my $in, '<:raw', $file or die;
local $/;
my $bytes = <$in>;
sub characters { my $text = shift; $text =~ tr/ -~/./c; $text }
sub spaced { my ($step, $text) = @_; join ' ', unpack "(A$step)*", unpack 'H*', $text }
if ($form eq 'array' || $form eq 'comments') {
    print "/* Packet (", length $bytes, " bytes) */\nstatic const unsigned char pkt1[] = {\n";
    for (my $at = 0; $at < length $bytes; $at += 8) {
        my $part = substr $bytes, $at, 8;
        print join(', ', map { sprintf '0x%02x', $_ } unpack 'C*', $part);
        print ',' if $at + 8 < length $bytes;
        print ' /* ', characters($part) =~ tr|*|.|r, ' */' if $form eq 'comments';
        print "\n";
    }
    print "};\n";
} elsif ($form eq 'string') {
    for (my $at = 0; $at < length $bytes; $at += 16) {
        print '"', map({ sprintf '\\x%02x', $_ } unpack 'C*', substr $bytes, $at, 16), "\" \\\n";
    }
} else {
    for (my $at = 0; $at < length $bytes; $at += 16) {
        my $part = substr $bytes, $at, 16;
        my $text = characters($part);
        printf "%04x  %-48s  %s\n", $at, spaced(2, $part), $text if $form eq 'wireshark';
        printf "%04x   %s\n", $at, spaced(2, $part) if $form eq 'offsets';
        printf "%08x: %-39s  %s\n", $at, spaced(4, $part), $text if $form eq 'xxd';
        printf "%08x  %-23s  %-23s  |%s|\n", $at, spaced(2, substr $part, 0, 8),
            length $part > 8 ? spaced(2, substr $part, 8) : '', $text if $form eq 'hexdump';
    }
    printf "%08x\n", length $bytes if $form eq 'hexdump';
}
PERL
for form in array comments string wireshark offsets xxd hexdump; do
    perl perl-dumps "$form" leaf.der >dump
    run "$ocspkit" decode dump
    same "$out" want "hex: $form" || note "$(cat "$err")"
done
printf '0000  30 03 0a 01 03   0....\n0006  00\n' >dump
run "$ocspkit" decode dump
says 2 'expected 6 bytes before the next offset of the dump, found 5' 'a dump with a gap'
printf '0000  30 03 0a 01 03\n0005  00 00\n0008  00\n' >dump
run "$ocspkit" decode dump
exits 2 'a dump whose offsets leap'
printf '{ 0x30, 0x03, 0x0a, 1, 3 };\n' >dump
run "$ocspkit" decode dump
says 2 'expected 0x or \x and two hex digits (byte 20)' 'an array with a number in decimal'

# --- HTTP messages

crlf() {
    sed 's/$/\r/'
}
head_of() {
    printf '%s\n' "$@" '' | crlf
}
{
    head_of 'HTTP/1.1 200 OK' 'Content-Type: application/pkix-cert' "Content-Length: $size"
    cat leaf.der
} >http-der
{
    head_of 'HTTP/1.1 200 Connection established'
    head_of 'HTTP/1.1 100 Continue'
    head_of 'HTTP/2 200 ' 'content-type: text/plain'
    cat leaf.pem
} >http-pem
{
    printf 'HTTP/1.1 200 OK\nA: b\n\n'
    base64 <leaf.der
} >http-base64
{
    printf 'HTTP/1.1 200 OK\nA: b\n\n'
    od -An -v -tx1 leaf.der
} >http-hex
{
    head_of 'HTTP/1.1 200 OK' 'Transfer-Encoding: chunked'
    printf '64\r\n'
    head -c 100 leaf.der
    printf '\r\n%x;name=value\r\n' $((size - 100))
    tail -c +101 leaf.der
    printf '\r\n0\r\n\r\n'
} >http-chunked
{
    head_of 'HTTP/1.1 200 OK' 'Transfer-Encoding: chunked' 'Content-Encoding: gzip'
    cat leaf.der
} >http-undone
"$ocspkit" decode leaf.der >want
for name in der pem base64 hex chunked undone; do
    run "$ocspkit" decode "http-$name"
    [ "$status" -eq 0 ] && [ ! -s "$err" ]
    ok $? "a response, $name" || note "$(cat "$err")"
    same "$out" want "a response, $name: its certificate"
    run "$ocspkit" decode <"http-$name"
    same "$out" want "a response, $name, on standard input"
done
run "$ocspkit" convert der-to-pem http-chunked
"$ocspkit" convert der-to-pem leaf.der >want-pem
same "$out" want-pem 'every command reads them'

head_of "GET /ocsp/$once HTTP/1.1" 'Host: ocsp.example.test' >http-get
run "$ocspkit" decode "$fields" http-get
gives "ocspRequest$tab$serial$tab/ocsp/$tab" 'a GET request'
{
    head_of 'POST /ocsp HTTP/1.1' "Content-Length: $(wc -c <comodo-request.der)"
    cat comodo-request.der
} >post
run "$ocspkit" decode "$fields" post
gives "ocspRequest$tab$serial$tab$tab" 'a POST request'
cat http-get post http-der >exchange
run "$ocspkit" decode --fields=type,index exchange
gives "ocspRequest${tab}0
ocspRequest${tab}1
certificate${tab}2" 'messages behind one another'

{
    head_of 'HTTP/1.1 503 Service Unavailable' 'Content-Type: text/html'
    echo '<html>no</html>'
} >http-html
run "$ocspkit" decode http-html
says 2 "found none of them: this looks like HTML (a captive portal's page?), in the HTTP \
message 'HTTP/1.1 503 Service Unavailable'" 'HTML in the body'
head -c 400 http-der >http-short
run "$ocspkit" decode http-short
says 2 "expected a body of $size bytes, found " 'a body cut short'
head -c 400 http-chunked >http-short
run "$ocspkit" decode http-short
says 2 'expected all chunks of the body, found it cut short' 'chunks cut short'
{
    head_of 'HTTP/1.1 200 OK' 'Content-Encoding: gzip'
    gzip -c leaf.der
} >http-gzip
run "$ocspkit" decode http-gzip
says 2 "expected a body without a content coding, found 'gzip'" 'a content coding'
head_of 'HTTP/1.1 304 Not Modified' 'Content-Length: 7' >http-none
run "$ocspkit" decode http-none
says 2 "expected a body, found none, in the HTTP message 'HTTP/1.1 304 Not Modified'" 'no body'
{
    head_of 'HTTP/1.1 200 OK' 'A: b' 'no field'
    cat leaf.der
} >http-field
run "$ocspkit" decode http-field
says 2 "expected a header field, NAME: VALUE, or an empty line, found 'no field' (byte 23)" \
    'a bad header'
{
    cat http-der
    echo more
} >http-behind
run "$ocspkit" decode http-behind
exits 2
grep -q 'http-behind#2: ' "$err"
ok $? 'something else behind a message' || note "$(cat "$err")"

# --- what is given by mistake: NAME|OCTETS|WHAT

while IFS='|' read -r name octets what; do
    # shellcheck disable=SC2059
    printf -- "$octets" >mistake
    run "$ocspkit" decode mistake
    says 2 "$what" "$name"
done <<'MISTAKES'
an empty file||found nothing (it is empty)
HTML|<!DOCTYPE html>\n<html>|this looks like HTML
JSON|{"a":1}|this looks like JSON
JSON, lines|{"a":1}\n{"b":2}\n|this looks like JSON
lines|one\ntwo\n|found lines of text (use -i for a list)
gzip|\037\213\010\000|this looks like a file compressed by gzip
xz|\3757zXZ\000|this looks like a file compressed by xz
ZIP|PK\003\004\024|this looks like a ZIP archive
a Java keystore|\376\355\376\355\000\000\000\002|this looks like a Java keystore
UTF-16|\377\376-\000-\000|this looks like text in UTF-16
UTF-16, the other way|\376\377\000-\000-|this looks like text in UTF-16
PKCS#12|\060\014\002\001\003\060\007\006\005*\003\004\005\006|this looks like a PKCS#12 file
an OpenSSH key|ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI x@y|this looks like a key of OpenSSH
an OpenSSH private key|-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n|a private key of OpenSSH
a packet capture|\324\303\262\241\002\000\004\000|this looks like a packet capture
MISTAKES

# --- --skip-other

touch favicon.ico
cat >log <<LOG
192.0.2.7 - - [11/Jan/2018:22:44:51 +0000] "GET / HTTP/1.1" 200 471 "-" "Mozilla/5.0 (Macintosh)"
192.0.2.7 - - [11/Jan/2018:22:44:51 +0000] "POST /ocsp HTTP/1.1" 200 471 "-" "ocspd/1.0"
192.0.2.7 - - [11/Jan/2018:22:44:52 +0000] "GET /$once HTTP/1.1" 200 471 "-" "ocspd/1.0"
192.0.2.7 - - [11/Jan/2018:22:44:53 +0000] "GET /MAIN/MANIFEST.MF HTTP/1.1" 404 9 "-" "-"
192.0.2.7 - - [11/Jan/2018:22:44:53 +0000] "GET /%E4%BD%A0/%20/x HTTP/1.1" 404 9 "-" "-"

favicon.ico
./leaf.der
-
30 Nov
30
3000
MAINTENANCE
<html>
{"a":1}
LOG
run "$ocspkit" decode "$fields" -i log --skip-other
exits 0 'a log with --skip-other'
is "$(cat "$out")" "ocspRequest$tab$serial$tab/$tab" 'its request'
is "$(cat "$err")" 'ocspkit: log: passed over 13 lines that hold no OCSP request' 'the count'
run "$ocspkit" decode "$fields" -i - --skip-other <log
is "$(cat "$err")" 'ocspkit: standard input: passed over 13 lines that hold no OCSP request' \
    'the count, on standard input'
echo x >one
run "$ocspkit" decode -i one --skip-other
says 0 'ocspkit: one: passed over 1 line that holds no OCSP request' 'one line'
run "$ocspkit" decode -q -i one --skip-other -e said
exits 0
is "$(cat said)" 'ocspkit: one: passed over 1 line that holds no OCSP request' '-e and -q'
echo "/$once" >all
run "$ocspkit" decode "$fields" -i all --skip-other
gives "ocspRequest$tab$serial$tab/$tab" 'nothing to pass over'
for line in "GET /$(printf '%s' "$once" | cut -c 1-60) HTTP/1.1" "/$several" \
    "GET /$(printf '%s' "$raw" | cut -c 1-50)*$(printf '%s' "$raw" | cut -c 52-) HTTP/1.1" \
    "$(printf '%s' "$raw" | cut -c 1-50)"; do
    printf 'x\n%s\n' "$line" >near
    run "$ocspkit" decode -i near --skip-other
    exits 2 'a request that is broken'
    is "$(wc -l <"$err")" 2 'a request that is broken is said'
    grep -q '^ocspkit: near:2: ' "$err"
    ok $? 'and where'
done
run "$ocspkit" decode -i log --fields=type
exits 2 'without --skip-other other lines are failures'

# --- a list in parts

if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
    while [ "$(wc -l <log)" -lt 2000 ]; do
        cat log log log >log.new
        mv log.new log
    done
    in_parts() {
        "$ocspkit" decode -i log --skip-other -f "$1" >want 2>/dev/null
        run parallel --will-cite --pipepart --block 20k --keep-order -a log \
            "$ocspkit" decode -i - --skip-other -f "$1"
    }
    for format in text json; do
        in_parts "$format"
        exits 0 "in parts, $format"
        same "$out" want "in parts, $format: the same bytes"
    done
    [ "$(wc -l <"$err")" -gt 1 ]
    ok $? 'and parts they were'
    cat near log near >log.new
    mv log.new log
    in_parts text
    same "$out" want 'in parts, text, with lines that fail: the same bytes'
    in_parts json
    sed 's/,"line":[0-9]*}/}/' want >want.new
    sed 's/,"line":[0-9]*}/}/' "$out" >have
    same have want.new 'in parts, JSON: all but the numbers of the lines that fail'
    is "$(grep -c '"line":2}' "$out")" 1 'which count from the start of each part'
else
    skip 8 'no GNU parallel'
fi

tap_done
