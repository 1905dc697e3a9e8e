#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The run over inputs, which is the same for every command: lists, outputs, diagnostics, the exit
# status, and that nothing of an input reaches a terminal as it is.

. "${srcdir:-.}/tests/tap.sh"
cd "$tmp" || exit 99

[ -x "$ocspkit" ] || skip_all 'ocspkit is not built'

cp "$fixtures/leaf.der" "$fixtures/leaf.pem" "$fixtures/chain.pem" .
at=2018-01-14T20:00:00Z

# A command a line, with what it wants beside its inputs; each says 0 to leaf.der.
cat >commands <<COMMANDS
decode
check-window --at=$at
fingerprint
match-issuer --at=$at --issuers=$fixtures/issuers.pem
convert der-to-pem
COMMANDS

# one LINE: the only diagnostic is this.
one() {
    is "$(cat "$err")" "ocspkit: $1" "$command: ${2:-says so}"
}

# --- for every command

while read -r command options <&3; do
    # each ARGUMENT...: the command of this turn
    each() {
        # shellcheck disable=SC2086
        run "$ocspkit" "$command" $options "$@"
    }

    each leaf.der
    exits 0 "$command: an input"
    cp "$out" want
    [ -s want ] && [ ! -s "$err" ]
    ok $? "$command: a report and nothing else"
    each ./leaf.der
    exits 0 "$command: an input with ./"
    each -- leaf.der
    same "$out" want "$command: -- ends the options"
    each <leaf.der
    exits 0 "$command: standard input"

    # lists
    each leaf.der leaf.der
    cp "$out" want-2
    printf 'leaf.der\nleaf.der\n' >list
    each -i list
    exits 0 "$command: a list"
    same "$out" want-2 "$command: a list's records are those of arguments"
    for form in 'leaf.der\r\n\r\nleaf.der\r\n' '\n\nleaf.der\n\n\nleaf.der' 'leaf.der\nleaf.der'; do
        # shellcheck disable=SC2059
        printf "$form" >list
        each -i list
        same "$out" want-2 "$command: the list $form"
    done
    each -i - <list
    same "$out" want-2 "$command: a list on standard input"
    printf 'leaf.der\0\0leaf.der' >list
    each -0 -i list
    same "$out" want-2 "$command: a list separated by NUL"
    printf 'leaf.der\0leaf.der\0' >list
    each --null --inputfile=list
    same "$out" want-2 "$command: --null --inputfile="
    : >list
    each -i list
    case $command in
    decode | convert | fingerprint)
        exits 0 "$command: an empty list"
        is "$(cat "$err")" '' "$command: of an empty list nothing is said"
        ;;
    *)
        exits 3 "$command: an empty list gives nothing to judge"
        one 'list: expected at least one input in the list, found none'
        ;;
    esac
    [ ! -s "$out" ]
    ok $? "$command: an empty list has no record"

    printf 'leaf.der\nmissing\n\nleaf.der/x\nleaf.der\n' >list
    each -i list
    exits 2 "$command: bad lines in a list"
    is "$(cat "$err")" \
        "ocspkit: list:2: missing: expected a file that can be read: No such file or directory
ocspkit: list:4: leaf.der/x: expected a file that can be read: Not a directory" \
        "$command: where they are"
    same "$out" want-2 "$command: the others' records"
    each -i no-list
    exits 2 "$command: a list that is missing"
    one 'no-list: expected a list that can be read: No such file or directory'
    each -i .
    exits 2 "$command: a list that cannot be read"
    one '.: expected a list that can be read: Is a directory'

    # outputs
    rm -f file
    each -o file leaf.der
    same file want "$command: -o"
    [ ! -s "$out" ]
    ok $? "$command: -o leaves nothing for standard output"
    echo old >file
    chmod 640 file
    each --outputfile=file leaf.der
    same file want "$command: -o onto a file"
    is "$(find file -perm 640)" file "$command: its mode is kept"
    echo old >file
    each -o file missing
    exits 2 "$command: a failure and -o"
    is "$(cat file)" old "$command: the old file is still whole"
    each -o new missing
    [ ! -e new ]
    ok $? "$command: a failure makes no new file"
    ln -sf file link
    each -o link leaf.der
    [ -L link ] && cmp -s file want
    ok $? "$command: -o follows a symbolic link"
    ln -sf loop loop
    each -o loop leaf.der
    exits 2 "$command: -o onto a link to itself"
    each -o . leaf.der
    exits 2 "$command: -o onto a directory"
    one '.: expected an output that can be written: Is a directory'
    each -o leaf.der/x leaf.der
    exits 2 "$command: -o below a regular file"
    one 'leaf.der/x: expected an output that can be written: Not a directory'
    each -o no/such/file leaf.der
    exits 2 "$command: -o in no directory"
    each -o - leaf.der
    same "$out" want "$command: -o -"
    each -o /dev/null leaf.der
    [ "$status" -eq 0 ] && [ -c /dev/null ] && [ ! -s "$out" ]
    ok $? "$command: -o to a device"
    mkfifo pipe 2>/dev/null || :
    cat pipe >piped &
    each -o pipe leaf.der
    wait
    [ -p pipe ] && cmp -s piped want
    ok $? "$command: -o to a pipe"
    if [ -w /dev/full ]; then
        each -o /dev/full leaf.der
        exits 2 "$command: a full disk"
        one '/dev/full: expected an output that can be written: No space left on device'
    else
        skip 2 '/dev/full is not here'
    fi
    each -e errors missing
    is "$(cat errors)" \
        'ocspkit: missing: expected a file that can be read: No such file or directory' \
        "$command: -e"
    [ ! -s "$err" ]
    ok $? "$command: -e leaves nothing for standard error"
    each -e errors leaf.der
    [ ! -s errors ]
    ok $? "$command: -e is truncated"
    each -e - missing
    one 'missing: expected a file that can be read: No such file or directory'
    [ ! -e ./- ]
    ok $? "$command: -e - is standard error"
    each -e no/such/file leaf.der
    exits 2 "$command: -e that cannot be written"
    is "$(find . -name '*.??????' ! -name '.*' | sort)" '' "$command: no temporary file is left"

    each -i list --fields=type leaf.der 2>/dev/null
    case $command in
    convert) exits 2 "$command: --fields is a usage error" ;;
    *) is "$(awk 'NF == 0 { n++ } END { print NR, n + 0 }' "$out")" '5 2' \
        "$command: --fields, an empty line for each failure" ;;
    esac
    each -f json -i list
    case $command in
    convert) exits 2 "$command: -f is a usage error" ;;
    *) is "$(sed 's/.*"type":"\([^"]*\)".*"source":"\([^"]*\)".*/\1 \2/; s/^error /!/; s/.* //' \
        "$out" | tr '\n' ' ')" 'leaf.der !missing !leaf.der/x leaf.der ' \
        "$command: JSON in the order of the list" ;;
    esac
    each -q leaf.der
    case $command in
    convert) : ;;
    *)
        [ "$status" -eq 0 ] && [ ! -s "$out" ] && [ ! -s "$err" ]
        ok $? "$command: -q"
        ;;
    esac
    each
    exits 2 "$command: nothing on standard input"
    each leaf.der missing leaf.der
    exits 2 "$command: one of three is missing"
    same "$out" want-2 "$command: the others are read"
    each --no-such-option
    exits 2 "$command: an unknown option"
done 3<commands

# --- lists: errors in JSON, long lines, order

raw=MFEwTzBNMEswSTAJBgUrDgMCGgUABBTrJdiQ/icg9B19asFe73bPYs+reAQUdXGnGUgZvJ2d6kFH35TESHeZ03kCEFslz\
mkHxCZVZtM5DJmpVK0=
command=decode
printf '%s\nhttp://x/y\n%s\n\n/%s\n' "$raw" "$fixtures/bad/comodo-request-tag.der" "$raw" >list
run "$ocspkit" decode -f json -i list
exits 2
is "$(sed -n '2s/.*"error":/"error":/p; 3s/.*"error":/"error":/p' "$out")" \
    '"error":{"code":"content","message":"expected DER, PEM, base64, hex or a GET URL with an '\
'OCSP request at the end of its path, found none of them","line":2}}
"error":{"code":"der","message":"expected OCTET STRING (0x04), found 0x05",'\
'"path":"tbsRequest.requestList[0].reqCert.issuerNameHash","offset":21,"line":3}}' \
    'JSON: code, message, path, offset, line'
is "$(grep -c . "$out")" 4 'JSON: a record a line'
is "$(cut -d : -f 1-4 "$err")" "ocspkit: list:2: http
ocspkit: list:3: $fixtures/bad/comodo-request-tag.der" 'the diagnostics name list, line and input'

{
    echo "$raw"
    head -c 262145 /dev/zero | tr '\0' M
    echo
    echo "$raw"
    head -c 262144 /dev/zero | tr '\0' M
    echo
    head -c 600000 /dev/zero | tr '\0' M
} >list
run "$ocspkit" decode --fields=requestList.reqCert.serialNumber -i list
is "$(cat "$out")" '5B25CE6907C4265566D3390C99A954AD

5B25CE6907C4265566D3390C99A954AD' 'lines over 256 KiB are passed over'
is "$(wc -l <"$out")" 5 'each has its line'
is "$(sed -n 1p "$err")" \
    'ocspkit: list:2: expected a line of at most 262144 bytes, found a longer one' 'which are named'
is "$(sed -n 3p "$err" | cut -c 1-20)" 'ocspkit: list:5: exp' 'with their number'
is "$(wc -c <"$err" | awk '{ print $1 < 2000 }')" 1 'and not shown whole'

i=0
while [ $i -lt 2000 ]; do
    echo "http://ocsp.example.test/$i/$raw"
    i=$((i + 1))
done >list
run "$ocspkit" decode --fields=responder -i list
sed 's|MFEw.*||' list >want
same "$out" want 'two thousand lines, in order'
run "$ocspkit" decode -i list leaf.der --fields=type
is "$(head -n 2 "$out" | tr '\n' ' ')" 'certificate ocspRequest ' 'arguments come before the list'
run "$ocspkit" decode --fields=responder -i list -o many
same many want 'two thousand lines into a file'
# What was read is written before more is waited for.
{
    echo "$raw"
    sleep 2
} | "$ocspkit" decode -i - >early &
sleep 1
[ -s early ]
ok $? 'a slow list: the first record is there before the second line is'
wait

# --- a pipe that is closed, a signal

run sh -c '{ "$0" decode -i list; echo "$?" >code; } 2>errors | head -n 1' "$ocspkit"
is "$(cat errors)" '' 'a closed pipe: nothing is said'
is "$(cat "$out")" 'OCSP Request Data:' 'a closed pipe: the head'
mkfifo slow
exec 9<>slow
for name in INT TERM HUP; do
    for old in '' old; do
        rm -f half*
        [ -z "$old" ] || echo old >half
        # A shell starts what runs beside it with SIGINT ignored.
        perl -e '$SIG{shift()} = "DEFAULT"; exec @ARGV' "$name" \
            "$ocspkit" decode -i - -o half <slow 2>/dev/null 9<&- &
        echo "$raw" >&9
        tries=0
        until [ -n "$(find . -name 'half.*')" ] || [ $tries -eq 50 ]; do
            sleep 0.1
            tries=$((tries + 1))
        done
        was=$(find . -name 'half.*' | wc -l)
        kill -s "$name" $!
        wait $! || status=$?
        is "$((was)) $(cat half* 2>/dev/null)" "1 $old" "$name: no half-written file (${old:-new})"
    done
done
exec 9<&-

# --- what an input may not do to a terminal

# clean WHAT: the last run wrote no control character but newline and tab, no bidirectional one and
# nothing that is no UTF-8.
clean() {
    ! cat "$out" "$err" | perl -ne 'use Encode; my $t = eval { decode("UTF-8", $_, 1) };
        print "bad\n" if !defined $t || $t =~ /[\x00-\x08\x0B-\x1F\x7F-\x9F\x{61C}\x{200E}\x{200F}]/
        || $t =~ /[\x{2028}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]/' | grep -q bad
    ok $? "clean: $1" || cat -v "$out" "$err" | head -n 5 | sed 's/^/# /'
}

nasty=$(printf 'a\033[31m\001\177b\302\2331m\342\200\256\342\201\246\377\300\257c')
newline='one
two'
printf '%s' "$nasty" >plain
cp leaf.der "$nasty"
cp leaf.der "$newline"
cp plain "x$nasty"
while read -r command options <&3; do
    for format in '' '-fjson' '--fields=source,type'; do
        case $command:$format in convert:?*) continue ;; esac
        for name in "$nasty" "no$nasty" "$newline" "no$newline" "x$nasty" "http://$nasty/x y" \
            "http://x/$raw$nasty"; do
            # shellcheck disable=SC2086
            run "$ocspkit" $command $options $format -- "$name"
            clean "$command $format, a name: $(printf '%s' "$name" | tr -c 'a-z\n' . | tr '\n' .)"
            [ "$(wc -l <"$err")" -le 1 ]
            ok $? 'one line at most'
        done
        printf '%s\n%s\nhttp://%s\n' "$nasty" "no$nasty" "$nasty" >list
        # shellcheck disable=SC2086
        run "$ocspkit" $command $options $format -i list
        clean "$command $format, a list"
        printf '%s\0no%s\0' "$newline" "$newline" >list
        # shellcheck disable=SC2086
        run "$ocspkit" $command $options $format -0 -i list
        clean "$command $format, a list with NUL"
    done
    # shellcheck disable=SC2086
    run "$ocspkit" $command $options -o "$nasty/x" leaf.der
    clean "$command -o"
    # shellcheck disable=SC2086
    run "$ocspkit" $command $options -i "$nasty$nasty"
    clean "$command -i"
    # shellcheck disable=SC2086
    run "$ocspkit" $command $options "--$nasty"
    clean "$command, an unknown option"
done 3<commands
for name in "$fixtures"/name-*.der "$fixtures"/*-control.der "$fixtures"/request-*-dns.der; do
    for format in '' '-fjson' '--fields=subject,issuer,requestorName' '--color=always'; do
        # shellcheck disable=SC2086
        run "$ocspkit" decode $format "$name"
        [ "$format" = --color=always ] && sed -i "s/$(printf '\033')\\[[0-9;]*m//g" "$out"
        clean "decode $format ${name##*/}"
    done
done

# --- the file of the diagnostics is none of the inputs

cp leaf.der input
ln -sf input link
for arguments in 'input -e input' '-e input input' '-e input ./input' '-einput link' \
    '--errorfile=link input' 'leaf.der input leaf.der -e input'; do
    # shellcheck disable=SC2086
    run "$ocspkit" decode $arguments
    exits 2 "decode $arguments"
    grep -q 'expected a file of its own for the diagnostics, found an input$' "$err"
    ok $? 'says so' || note "$(cat "$err")"
    cmp -s input leaf.der
    ok $? 'and the input is whole'
done
run "$ocspkit" decode -q input -e said
exits 0 'another file for the diagnostics'

tap_done
